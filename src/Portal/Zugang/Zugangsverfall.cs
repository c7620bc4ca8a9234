using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Jobs;

namespace Portal.Zugang;

/// <summary>Was am Zugang seine Zeit gehabt hat: Einladungen, Links, eingelesene Listen.</summary>
public static class Zugangsverfall
{
    private const int Haeppchen = 200;

    /// <summary>Länger gilt kein Link, auch kein erneuerter.</summary>
    private static readonly TimeSpan s_nachAblauf = TimeSpan.FromDays(30);

    public static async Task VergehenAsync(PortalDb db, RetentionSettings fristen, DateTime jetzt, CancellationToken abbruch)
    {
        var (abgelaufen, listen, ende) = (jetzt - s_nachAblauf, jetzt.AddDays(-fristen.PersonenlistenTage), jetzt.AddMonths(-fristen.EinladungenMonate));
        await db.WriteAsync(() => db.Einladungen.Where(e => e.GueltigBis < abgelaufen && !e.Abdruck.StartsWith("erloschen-"))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Abdruck, x => "erloschen-" + x.Kennung), abbruch), abbruch);
        await db.WriteAsync(() => db.Zugangslinks.Where(l => l.BenutztAm != null || l.GueltigBis <= jetzt).ExecuteDeleteAsync(abbruch), abbruch);
        await db.WriteAsync(() => db.Personenlisten.Where(l => l.HochgeladenAm <= listen).ExecuteDeleteAsync(abbruch), abbruch);
        while (await EinladungenAsync(db, ende, abbruch)) db.ChangeTracker.Clear();
    }

    /// <summary>Die Adresse geht mit der Einladung auch aus dem Verlauf.</summary>
    /// <returns>Ob es noch mehr geben kann.</returns>
    private static async Task<bool> EinladungenAsync(PortalDb db, DateTime ende, CancellationToken abbruch)
    {
        var alte = await db.Einladungen.Where(e => (e.AngenommenAm ?? e.WiderrufenAm ?? e.GueltigBis) <= ende).OrderBy(e => e.Id).Take(Haeppchen).ToListAsync(abbruch);
        var adressen = alte.ToDictionary(e => e.Kennung, e => e.Email);
        foreach (var ereignis in await db.Ereignisse.Where(x => x.Gegenstand == "Einladung" && adressen.Keys.Contains(x.Kennung)).ToListAsync(abbruch))
            ereignis.NameErsetzen(text => text.Replace(adressen[ereignis.Kennung], "(Adresse gelöscht)", StringComparison.OrdinalIgnoreCase));
        db.RemoveRange(alte);
        await db.SaveChangesAsync(abbruch);
        return alte.Count == Haeppchen;
    }
}
