using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Platform.Web;

/// <summary>
/// <c>/health/live</c>: the program runs. <c>/health/ready</c>: it can serve – database reachable, migrated, disk not full; otherwise 503 with
/// the reasons, one per line.
/// </summary>
public static class Health
{
    /// <summary>Below this the portal counts as not ready.</summary>
    public const long LeastFreeBytes = 100L * 1024 * 1024;

    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("OK"));
        app.MapGet("/health/ready", async (PortalDb db, DatabaseSettings settings, CancellationToken cancel) =>
        {
            var faults = await FaultsAsync(db, settings, cancel);
            return Results.Text(faults.Count == 0 ? "OK" : string.Join('\n', faults), statusCode: faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }

    /// <summary>What keeps the portal from serving; empty when nothing does.</summary>
    public static async Task<List<string>> FaultsAsync(PortalDb db, DatabaseSettings settings, CancellationToken cancel)
    {
        var faults = new List<string>();
        try
        {
            if (!await db.Database.CanConnectAsync(cancel))
                faults.Add("Die Datenbank ist nicht erreichbar.");
            else if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                faults.Add("Die Datenbank ist älter als das Programm. Starten Sie „Portal migrate“.");
            else
                await db.Kommune.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Id).FirstOrDefaultAsync(cancel);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            faults.Add("Die Datenbank ist nicht erreichbar.");
        }
        if (FreeBytes(settings) is { } free && free < LeastFreeBytes)
            faults.Add($"Auf der Platte sind nur noch {free / 1024 / 1024} MB frei.");
        return faults;
    }

    /// <summary>Free space where the embedded database lies; null when the data lie elsewhere.</summary>
    public static long? FreeBytes(DatabaseSettings settings)
    {
        if (settings.IsPostgres) return null;
        var folder = Path.GetDirectoryName(settings.SqliteFile());
        return folder is null || !Directory.Exists(folder) ? null : new DriveInfo(folder).AvailableFreeSpace;
    }
}
