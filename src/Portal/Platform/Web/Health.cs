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
        // Plain delegates: for parameters and results the framework would build a binder at every start, for these two pages only.
        app.MapGet("/health/live", (HttpContext context) => WriteAsync(context, []));
        app.MapGet("/health/ready", async (HttpContext context) =>
        {
            var services = context.RequestServices;
            await WriteAsync(context, await FaultsAsync(services.GetRequiredService<PortalDb>(), services.GetRequiredService<DatabaseSettings>(), context.RequestAborted));
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

    private static Task WriteAsync(HttpContext context, List<string> faults)
    {
        context.Response.StatusCode = faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(faults.Count == 0 ? "OK" : string.Join('\n', faults), context.RequestAborted);
    }
}
