using Portal.Platform.Commands;

return await PortalCommands.RunAsync(args);

/// <summary>Named so that tests can start the whole program.</summary>
public sealed partial class Program;
