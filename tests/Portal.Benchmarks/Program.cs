using Portal.Benchmarks;
using Portal.Benchmarks.Bare;

if (args is ["bare", .. var rest]) return await BareServer.RunAsync(rest);
if (args is ["round"]) return Rounds.Run();
return await Measuring.RunAsync(Options.Read(args));
