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
        if (args is not [var name, .. var rest] || name.StartsWith('-')) throw new CannotRun("Bitte nennen Sie die Datei: backup sicherung.zip");
        await using var app = PortalApp.Build([.. PortalCommands.Quiet, .. rest]);
        var target = Path.GetFullPath(name);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var manifest = await DatabaseSetup.WithReadyAsync(app.Services, db => WriteAsync(db, target, now));
        Console.WriteLine(string.Create(Ortszeit.Deutsch, $"{manifest.Tables.Sum(t => t.Rows):N0} Zeilen aus {manifest.Tables.Count} Tabellen gesichert: {target}, {new FileInfo(target).Length / 1024.0 / 1024:N1} MB."));
        return 0;
    }

    private static async Task<BackupManifest> WriteAsync(PortalDb db, string target, DateTime now)
    {
        var unfinished = target + ".teil";
        try
        {
            BackupManifest manifest;
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite)) manifest = await Backup.Backup.WriteAsync(db, file, now);
            // Whoever finds the file under its name finds it whole.
            File.Move(unfinished, target, overwrite: true);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
            throw new CannotRun($"Die Sicherung {target} lässt sich nicht schreiben ({e.Message}). Prüfen Sie, ob es den Ordner gibt, ob Sie darin schreiben dürfen und ob Platz ist.", e);
        }
    }
}

/// <summary><c>restore FILE [--ersetzen]</c>: brings a backup in and proves that the database equals it.</summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name, .. var rest] || name.StartsWith('-')) throw new CannotRun("Bitte nennen Sie die Datei: restore sicherung.zip");
        if (!File.Exists(name)) throw new CannotRun($"Die Datei {Path.GetFullPath(name)} gibt es nicht.");
        await using var app = PortalApp.Build([.. PortalCommands.Quiet, .. rest.Where(a => a != "--ersetzen")]);
        try
        {
            await using var file = File.OpenRead(name);
            // Before a database comes into being for something that is no backup.
            await Restore.LookAsync(file);
            await DatabaseSetup.MigrateAsync(app.Services);
            await using var scope = app.Services.CreateAsyncScope();
            var restored = await Restore.RunAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), file, rest.Contains("--ersetzen"));
            foreach (var table in restored) Console.WriteLine(string.Create(Ortszeit.Deutsch, $"  gleich  {table.Sha256[..16]}  {table.Rows,10:N0}  {table.Table}"));
            Console.WriteLine(string.Create(Ortszeit.Deutsch, $"Wiederhergestellt: {restored.Sum(t => t.Rows):N0} Zeilen; die Prüfsummen aller {restored.Count} Tabellen, neu berechnet aus der Datenbank, gleichen denen der Sicherung."));
            Console.WriteLine("Starten Sie ein laufendes Portal jetzt neu: Es kennt sonst noch die alten Schlüssel der Anmeldung.");
            return 0;
        }
        catch (RestoreRefused e)
        {
            throw new CannotRun(e.Message, e);
        }
    }
}
