using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

public static class Stimmabschied
{
    /// <summary>
    /// Abgegebene Stimmen bleiben. Hat der Sitz in einer laufenden Abstimmung noch nicht gestimmt, stimmt für ihn, wer nachrückt: das Mitglied selbst,
    /// wenn die Person es nur vertrat, sonst die erste Stellvertretung, die nicht schon für einen anderen Sitz stimmt.
    /// </summary>
    public static async Task GehenAsync(PortalDb db, Abschied abschied)
    {
        var (id, heute) = (abschied.PersonId, Ortszeit.Datum(abschied.Jetzt));
        foreach (var recht in await db.Stimmrechte.Where(r => r.InhaberPersonId == id || r.HandelndePersonId == id).ToListAsync()) recht.NameErsetzen(abschied.Ohne);
        foreach (var abstimmung in await db.Abstimmungen.MitStimmrechten.Where(a => a.Zustand == Abstimmungszustand.Offen && a.Stimmrechte.Any(r => r.HandelndePersonId == id)).ToListAsync())
        {
            if (abstimmung.Stimmrechte.FirstOrDefault(r => r.HandelndePersonId == id && !r.HatGestimmt && !r.PapierWartet) is not { } recht) continue;
            await db.Sitze.MitBesetzungen.Where(s => s.Id == recht.SitzId).LoadAsync();
            var nachrueckt = recht.InhaberPersonId != id && recht.Inhaber is { } inhaber && !recht.MitgliedRuht ? inhaber
                : recht.Sitz.StellvertretungenAm(heute).Select(v => v.Person).FirstOrDefault(p => p.Id != id && Abstimmungsregeln.KannVertreten(abstimmung, recht, p, heute).Erlaubt);
            abstimmung.Nachruecken(recht, nachrueckt, abschied.Jetzt);
            if (nachrueckt is not null) db.OutgoingMails.Add(Abstimmungsbriefe.Uebergeben(abschied.Briefe, abstimmung, recht, nachrueckt));
        }
    }
}
