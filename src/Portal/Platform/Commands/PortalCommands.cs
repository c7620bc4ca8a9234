using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Platform.Commands;

/// <summary>The program's commands. Without a name it serves.</summary>
public static class PortalCommands
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (command, rest) = args.Length > 0 && !args[0].StartsWith('-') ? (args[0], args[1..]) : ("serve", args);
        return command switch
        {
            "serve" => await ServeCommand.RunAsync(rest),
            "demo" => await DemoCommand.RunAsync(rest),
            "migrate" => await MigrateAsync(rest),
            _ => Unknown(command),
        };
    }

    private static async Task<int> MigrateAsync(string[] args)
    {
        await using var app = PortalApp.Build(args);
        await DatabaseSetup.MigrateAsync(app.Services);
        Console.WriteLine("Die Datenbank ist auf dem Stand dieses Programms.");
        return 0;
    }

    private static int Unknown(string command)
    {
        Console.Error.WriteLine($"Den Befehl „{command}“ gibt es nicht. Es gibt: serve (ohne Namen), demo, migrate.");
        return 2;
    }
}

internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = PortalApp.Build(args);
        if (app.Services.GetRequiredService<DatabaseSettings>().BeimStartMigrieren) await DatabaseSetup.MigrateAsync(app.Services);
        await Zugang.Ersteinrichtung.Ersteinrichtungslink.AusgebenAsync(app.Services);
        await app.RunAsync();
        return 0;
    }
}
