using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang.Ersteinrichtung;

namespace Portal.Platform.Commands;

/// <summary>The program's commands. Without a name it serves.</summary>
public static class PortalCommands
{
    /// <summary>For commands that say in one sentence what is wrong: the same at length, in English, would bury it.</summary>
    internal static readonly string[] Quiet = ["--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database=None", "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Query=None"];

    /// <param name="complaints">Where it is said why a command cannot run; otherwise on the console.</param>
    /// <returns>0, or 1 when the command could not run.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter? complaints = null)
    {
        var (command, rest) = args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h") ? (args[0], args[1..]) : ("serve", args);
        try
        {
            return await RunAsync(command, rest);
        }
        catch (Exception e) when (CommandFault.Sentence(e) is { } sentence)
        {
            await (complaints ?? Console.Error).WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task<int> RunAsync(string command, string[] rest)
    {
        return command switch
        {
            "serve" => await ServeCommand.RunAsync(rest),
            "demo" => await DemoCommand.RunAsync(rest),
            "migrate" => await MigrateAsync(rest),
            "seed" => await SeedCommand.RunAsync(rest),
            "backup" => await BackupCommand.RunAsync(rest),
            "restore" => await RestoreCommand.RunAsync(rest),
            "nachrechnen" => await Priorisierungen.Ergebnis.NachrechnenBefehl.RunAsync(rest),
            "check" => await CheckCommand.RunAsync(rest),
            "zugang" => await Zugang.Kennwortwechsel.ZugangBefehl.RunAsync(rest),
            "help" or "--help" or "-h" => Help(),
            _ => throw new CannotRun($"Den Befehl „{command}“ gibt es nicht. „help“ nennt alle."),
        };
    }

    private static async Task<int> MigrateAsync(string[] args)
    {
        await using var app = PortalApp.Build([.. Quiet, .. args]);
        await DatabaseSetup.MigrateAsync(app.Services);
        Console.WriteLine("Die Datenbank ist auf dem Stand dieses Programms.");
        return 0;
    }

    private static int Help()
    {
        Console.WriteLine("""
            Online-Portal Sozialplanung

              (ohne Befehl), serve     das Portal
              demo [--neu]             Vorführung mit der erfundenen Hansestadt Musterstadt
              migrate                  bringt die Datenbank auf den Stand dieses Programms
              check                    prüft Einstellungen, Datenbank, Mail, Platte, Zeit, Ergebnisse; sagt, was fehlt
              nachrechnen [KENNUNG]    rechnet Runden und Abstimmungen aus Bögen und Stimmen neu aus und vergleicht
              backup DATEI             sichert alles in eine Datei, auch während gearbeitet wird
              restore DATEI            spielt eine Sicherung ein und beweist, dass alles da ist
                       --ersetzen      auch in eine Datenbank, in der schon etwas steht
              zugang ADRESSE           hilft wieder hinein, wem im Portal niemand mehr helfen kann
              seed                     große erfundene Gemeinde zum Ausprobieren und Messen
                       --vorschlaege 10000 --personen 5000 --kennwort …
              help                     diese Übersicht

            Jede Einstellung kann angehängt werden, z. B. --Datenbank:Verbindung="Data Source=portal.db".
            Alle nennt appsettings.example.json.
            """);
        return 0;
    }
}

internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        Task<string?>? prepared = null;
        await using var app = PortalApp.Build(args, meanwhile: services => prepared = Task.Run(() => PrepareAsync(services)));
        var setup = await prepared!;
        // Told once it listens: a link to a portal that could not start would lead nowhere.
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine($"Das Portal läuft: {string.Join(", ", app.Urls)}      Beenden: Strg+C");
            if (setup is not null) Console.WriteLine(Ersteinrichtungslink.Hinweis(setup));
        });
        await app.RunAsync();
        return 0;
    }

    /// <returns>The link for the first set-up, as long as it is needed.</returns>
    private static async Task<string?> PrepareAsync(IServiceProvider services)
    {
        if (services.GetRequiredService<DatabaseSettings>().BeimStartMigrieren) await DatabaseSetup.MigrateAsync(services);
        else await DatabaseSetup.WithReadyAsync(services, _ => Task.FromResult(true));
        return await Ersteinrichtungslink.NeuAsync(services);
    }
}
