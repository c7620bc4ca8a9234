using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Startseite.Quellen;

/// <summary>Was in den Gruppen wartet.</summary>
internal static class Gruppenquellen
{
    /// <summary>Die Sprecher:innen entscheiden; hat eine Gruppe noch keine, die Geschäftsführung.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> Beitrittsanfragen(Blick blick)
    {
        if (blick.GefuehrteGruppen.Count == 0 && !blick.Wer.IstGeschaeftsfuehrung) return [];
        var (eigene, alsGeschaeftsfuehrung) = (blick.GefuehrteGruppen.ToArray(), blick.Wer.IstGeschaeftsfuehrung);
        var wartende = await blick.Db.Beitrittsanfragen.Offen
            .Where(a => eigene.Contains(a.FachgruppeId) || (alsGeschaeftsfuehrung && !a.Fachgruppe.Mitgliedschaften.Any(m => m.Bis == null && m.Rolle == Mitgliedsrolle.Sprecher)))
            .GroupBy(a => new { a.Fachgruppe.Kennung, a.Fachgruppe.Name }).Select(g => new { g.Key.Kennung, g.Key.Name, Zahl = g.Count(), Seit = g.Min(a => a.GestelltAm) }).ToListAsync();
        return [.. wartende.Select(w => new OffenerPunkt(
            w.Zahl == 1 ? "Über eine Beitrittsanfrage entscheiden" : $"Über {w.Zahl} Beitrittsanfragen entscheiden", w.Name, $"/fachgruppen/{w.Kennung}/mitglieder", "Entscheiden", Seit: Ortszeit.Datum(w.Seit)))];
    }

    public static async Task<IReadOnlyList<OffenerPunkt>> OhneSprecherin(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung) return [];
        var gruppen = await blick.Db.Fachgruppen
            .Where(g => (g.Zustand == Fachgruppenzustand.InGruendung || g.Zustand == Fachgruppenzustand.Aktiv) && !g.Mitgliedschaften.Any(m => m.Bis == null && m.Rolle == Mitgliedsrolle.Sprecher)
                && !blick.Db.Einladungen.Any(e => e.FachgruppeId == g.Id && e.Mitgliedsrolle == Mitgliedsrolle.Sprecher && e.AngenommenAm == null && e.WiderrufenAm == null && e.GueltigBis > blick.Jetzt))
            .OrderBy(g => g.Name).Take(20).Select(g => new { g.Kennung, g.Name }).ToListAsync();
        return [.. gruppen.Select(g => new OffenerPunkt("Sprecher:in einladen", g.Name, $"/fachgruppen/{g.Kennung}/einladungen/neu?rolle=sprecher", "Einladen"))];
    }

    public static async Task<IReadOnlyList<OffenerPunkt>> AbgelaufeneEinladungen(Blick blick)
    {
        if (blick.GefuehrteGruppen.Count == 0) return [];
        var eigene = blick.GefuehrteGruppen.ToArray();
        var abgelaufene = await blick.Db.Einladungen
            .Where(e => e.FachgruppeId != null && eigene.Contains(e.FachgruppeId.Value) && e.AngenommenAm == null && e.WiderrufenAm == null && e.GueltigBis <= blick.Jetzt)
            .Join(blick.Db.Fachgruppen, e => e.FachgruppeId, g => g.Id, (e, g) => new { g.Kennung, g.Name, e.GueltigBis })
            .GroupBy(e => new { e.Kennung, e.Name }).Select(g => new { g.Key.Kennung, g.Key.Name, Zahl = g.Count(), Seit = g.Min(e => e.GueltigBis) }).ToListAsync();
        return [.. abgelaufene.Select(a => new OffenerPunkt(
            a.Zahl == 1 ? "Eine Einladung ist abgelaufen" : $"{a.Zahl} Einladungen sind abgelaufen", $"{a.Name} · noch einmal senden oder widerrufen", $"/fachgruppen/{a.Kennung}/mitglieder", "Ansehen", Seit: Ortszeit.Datum(a.Seit)))];
    }
}
