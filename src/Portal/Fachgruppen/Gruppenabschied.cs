using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Zugang;
using Portal.Zugang.MeinKonto;

namespace Portal.Fachgruppen;

public static class Gruppenabschied
{
    /// <summary>Die Mitgliedschaften enden; die Anfragen gehen, in welcher Gruppe sie auch gestellt sind.</summary>
    public static async Task GehenAsync(PortalDb db, Abschied abschied)
    {
        var (id, adressen) = (abschied.PersonId, abschied.AdressenNormal.ToArray());
        foreach (var mitgliedschaft in await db.Mitgliedschaften.Where(m => m.PersonId == id && m.Bis == null).ToListAsync()) mitgliedschaft.Beenden(Ortszeit.Datum(abschied.Jetzt));
        var anfragen = await db.Beitrittsanfragen.Where(a => adressen.Contains(a.EmailNormal)).ToListAsync();
        foreach (var anfrage in anfragen) await db.AusDerGeschichteNehmenAsync(abschied.AuchAls(anfrage.Bezeichnung), db.Ereignisse.Where(e => e.Gegenstand == anfrage.Gegenstand && e.Kennung == anfrage.Kennung));
        db.RemoveRange(anfragen);
    }
}
