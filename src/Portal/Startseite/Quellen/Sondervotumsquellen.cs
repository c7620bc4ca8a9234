using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Priorisierungen.Abstimmungen;

namespace Portal.Startseite.Quellen;

/// <summary>Welches Sondervotum diese Person bis wann mitzeichnen kann.</summary>
internal static class Sondervotumsquellen
{
    public static async Task<IReadOnlyList<OffenerPunkt>> Mitzuzeichnende(Blick blick)
    {
        if (!blick.Wer.IstAngemeldet) return [];
        var (person, heute) = (blick.Wer.PersonId, blick.Heute);
        var offene = await blick.Db.Stimmrechte
            .Where(r => (r.HandelndePersonId == person || (r.HandelndePersonId == null && r.InhaberPersonId == person)) && !r.Befangen)
            .Join(blick.Db.Sondervoten.Where(s => s.ZurueckgezogenAm == null && s.LetzterTag >= heute), r => r.AbstimmungId, s => s.AbstimmungId, (r, s) => new { Recht = r, Votum = s })
            .Where(x => !blick.Db.Sondervoten.Any(s => s.AbstimmungId == x.Votum.AbstimmungId && s.VorschlagId == x.Votum.VorschlagId && s.Mitzeichnungen.Any(m => m.StimmrechtId == x.Recht.Id)))
            .OrderBy(x => x.Votum.LetzterTag).ThenBy(x => x.Votum.Id).Take(10)
            .Select(x => new { x.Votum.Kennung, x.Votum.LetzterTag, x.Votum.Unterschriften, x.Recht.Stimme, x.Recht.Abstimmung.Antrag, x.Recht.Abstimmung.Ergebnis }).ToListAsync();
        // Wer mit der Mehrheit stimmte, trägt kein Sondervotum; das Ergebnis liest nur das Programm.
        return [.. offene.Where(x => (x.Stimme, x.Ergebnis?.Ausgang) is not ((Stimme.Ja, Ausgang.Angenommen) or (Stimme.Nein, Ausgang.Abgelehnt)))
            .Select(x => new OffenerPunkt($"Sondervotum mitzeichnen? {x.Antrag}", $"freiwillig · bisher {Texte.Anzahl(x.Unterschriften, "Name", "Namen")}", $"/sondervoten/{x.Kennung}", "Lesen", Bis: x.LetzterTag))];
    }
}
