using Portal.Benchmarks;
using Portal.Benchmarks.Bare;

if (args is ["bare", .. var rest]) return await BareServer.RunAsync(rest);
return await Measuring.RunAsync(Options.Read(args));
