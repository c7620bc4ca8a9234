using Portal.Grundbegriffe;
using Portal.Platform.Backup;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Platform.Commands;

/// <summary><c>backup FILE</c>: a backup while people work.</summary>
internal static class BackupCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name, .. var rest] || name.StartsWith('-')) return Refuse("Bitte nennen Sie die Datei: backup sicherung.zip");
        await using var app = PortalApp.Build(rest);
        await using var scope = app.Services.CreateAsyncScope();
        var target = Path.GetFullPath(name);
        var unfinished = target + ".teil";
        BackupManifest manifest;
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite))
            manifest = await Backup.Backup.WriteAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), file, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        // Whoever finds the file under its name finds it whole.
        File.Move(unfinished, target, overwrite: true);
        Console.WriteLine(string.Create(Ortszeit.Deutsch, $"{manifest.Tables.Sum(t => t.Rows):N0} Zeilen aus {manifest.Tables.Count} Tabellen gesichert: {target}, {new FileInfo(target).Length / 1024.0 / 1024:N1} MB."));
        return 0;
    }

    internal static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}

/// <summary><c>restore FILE [--ersetzen]</c>: brings a backup in and proves that the database equals it.</summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name, .. var rest] || name.StartsWith('-')) return BackupCommand.Refuse("Bitte nennen Sie die Datei: restore sicherung.zip");
        if (!File.Exists(name)) return BackupCommand.Refuse($"Die Datei {Path.GetFullPath(name)} gibt es nicht.");
        await using var app = PortalApp.Build([.. rest.Where(a => a != "--ersetzen")]);
        await DatabaseSetup.MigrateAsync(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        await using var file = File.OpenRead(name);
        try
        {
            var restored = await Restore.RunAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), file, rest.Contains("--ersetzen"));
            foreach (var table in restored) Console.WriteLine(string.Create(Ortszeit.Deutsch, $"  gleich  {table.Sha256[..16]}  {table.Rows,10:N0}  {table.Table}"));
            Console.WriteLine(string.Create(Ortszeit.Deutsch, $"Wiederhergestellt: {restored.Sum(t => t.Rows):N0} Zeilen; die Prüfsummen aller {restored.Count} Tabellen, neu berechnet aus der Datenbank, gleichen denen der Sicherung."));
            Console.WriteLine("Starten Sie ein laufendes Portal jetzt neu: Es kennt sonst noch die alten Schlüssel der Anmeldung.");
            return 0;
        }
        catch (RestoreRefused e)
        {
            return BackupCommand.Refuse(e.Message);
        }
    }
}
