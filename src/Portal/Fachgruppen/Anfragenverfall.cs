using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Jobs;

namespace Portal.Fachgruppen;

public static class Anfragenverfall
{
    private const int Haeppchen = 200;

    /// <summary>Eine Anfrage, über die längst entschieden ist, geht; im Verlauf bittet dann „Jemand“ um Aufnahme.</summary>
    public static async Task VergehenAsync(PortalDb db, RetentionSettings fristen, DateTime jetzt, CancellationToken abbruch)
    {
        var ende = jetzt.AddMonths(-fristen.BeitrittsanfragenMonate);
        while (await EntschiedeneAsync(db, ende, abbruch)) db.ChangeTracker.Clear();
    }

    private static async Task<bool> EntschiedeneAsync(PortalDb db, DateTime ende, CancellationToken abbruch)
    {
        var alte = await db.Beitrittsanfragen.Where(a => a.EntschiedenAm <= ende).OrderBy(a => a.Id).Take(Haeppchen).ToListAsync(abbruch);
        var namen = alte.ToDictionary(a => a.Kennung, a => a.Bezeichnung);
        foreach (var ereignis in await db.Ereignisse.Where(x => x.Gegenstand == "Beitrittsanfrage" && namen.Keys.Contains(x.Kennung)).ToListAsync(abbruch))
            ereignis.NameErsetzen(text => text.Replace(namen[ereignis.Kennung], "Jemand", StringComparison.OrdinalIgnoreCase));
        db.RemoveRange(alte);
        await db.SaveChangesAsync(abbruch);
        return alte.Count == Haeppchen;
    }
}
