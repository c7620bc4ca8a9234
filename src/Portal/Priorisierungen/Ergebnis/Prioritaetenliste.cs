using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>
/// Worüber die Konferenz abstimmt: die Reihenfolge aus einer Runde, oder aus einer Runde und ihrer weiteren zusammen. Wurde ein Vorschlag in der
/// weiteren Runde noch einmal bewertet, zählt sein jüngeres ausgewogenes Ergebnis. Gleiche teilen sich den Platz.
/// </summary>
/// <param name="Kennung">Kennung der ersten Runde.</param>
/// <param name="Plaetze">Der erste Platz zuerst.</param>
/// <param name="Ohne">Vorschläge, zu denen niemand Punkte gegeben hat: Sie haben keinen Platz.</param>
public sealed record Prioritaetenliste(string Kennung, string Titel, IReadOnlyList<Rundenergebnis> Ergebnisse, IReadOnlyList<Prioritaet> Plaetze, IReadOnlyList<Ergebniszeile> Ohne)
{
    public bool IstAusZweiRunden => Ergebnisse.Count > 1;

    /// <param name="ergebnisse">Die Ergebnisse der ersten und der folgenden Runden, in dieser Reihenfolge, mit ihren Zeilen.</param>
    public static Prioritaetenliste Aus(IReadOnlyList<Rundenergebnis> ergebnisse)
    {
        var zeilen = ergebnisse.SelectMany(e => e.Zeilen.Select(z => (Ergebnis: e, Zeile: z))).GroupBy(z => z.Zeile.Rundenvorschlag.VorschlagId)
            .Select(g => g.LastOrDefault(z => z.Zeile.Werte.IstBewertet, g.Last())).ToList();
        var folge = zeilen.Where(z => z.Zeile.Werte.IstBewertet).OrderByDescending(z => z.Zeile.Werte.Ausgewogen).ThenBy(z => z.Zeile.Rundenvorschlag.VorschlagId).ToList();
        return new(ergebnisse[0].Runde.Kennung, ergebnisse[0].Runde.Titel, ergebnisse,
            [.. folge.Select(z => new Prioritaet(folge.FindIndex(x => x.Zeile.Werte.Ausgewogen == z.Zeile.Werte.Ausgewogen) + 1, z.Zeile, z.Ergebnis.Runde))],
            [.. zeilen.Where(z => !z.Zeile.Werte.IstBewertet).Select(z => z.Zeile)]);
    }

    /// <summary>
    /// Die Konferenz hat die Liste angenommen: Was einen Platz hat, ist priorisiert; was niemand bewertet hat, ist wieder gesichtet und kann in eine
    /// andere Runde. Inzwischen Zurückgezogenes bleibt, wie es ist.
    /// </summary>
    public void Beschliessen(Akteur wer, DateTime jetzt)
    {
        foreach (var ergebnis in Ergebnisse) ergebnis.Beschliessen(jetzt);
        foreach (var platz in Plaetze)
            foreach (var vorschlag in InPriorisierung(platz.Zeile)) vorschlag.Priorisieren($"Platz {platz.Rang} von {Plaetze.Count} der Prioritätenliste „{Titel}“", wer, jetzt);
        foreach (var vorschlag in Ohne.SelectMany(InPriorisierung)) vorschlag.AusPriorisierungNehmen($"In „{Titel}“ hat ihn niemand bewertet.", wer, jetzt);
    }

    /// <summary>Alle Vorschläge, die dahinterstehen und noch in Priorisierung sind.</summary>
    private static IEnumerable<Vorschlag> InPriorisierung(Ergebniszeile zeile) =>
        zeile.Rundenvorschlag.Teile.Select(t => t.Vorschlag).Where(v => v.Zustand == Vorschlagszustand.InPriorisierung);
}

/// <param name="Runde">Die Runde, aus der das Ergebnis stammt.</param>
public sealed record Prioritaet(int Rang, Ergebniszeile Zeile, Priorisierungsrunde Runde);

public static class Prioritaetenlisten
{
    extension(PortalDb db)
    {
        /// <summary>Die Liste der Runde mit diesem Schlüssel; leer, wenn es noch kein Ergebnis gibt.</summary>
        public async Task<Prioritaetenliste?> PrioritaetenlisteAsync(int rundeId, CancellationToken abbruch = default)
        {
            var erste = await db.Priorisierungsrunden.Where(r => r.Id == rundeId).Select(r => r.ErsteRundeId ?? r.Id).FirstOrDefaultAsync(abbruch);
            var ergebnisse = await db.Rundenergebnisse.Where(e => e.RundeId == erste || e.Runde.ErsteRundeId == erste).OrderBy(e => e.Runde.Durchgang)
                .Include(e => e.Runde)
                .Include(e => e.Zeilen).ThenInclude(z => z.Rundenvorschlag).ThenInclude(v => v.Vorschlag)
                .Include(e => e.Zeilen).ThenInclude(z => z.Rundenvorschlag).ThenInclude(v => v.Weitere).ThenInclude(t => t.Vorschlag).AsSplitQuery().ToListAsync(abbruch);
            return ergebnisse.Count == 0 ? null : Prioritaetenliste.Aus(ergebnisse);
        }

        /// <summary>Ob eine andere Abstimmung über die Liste dieser Runde (oder ihrer ersten) vorbereitet oder eröffnet ist.</summary>
        /// <param name="ausser">Schlüssel der Abstimmung, die nicht mitzählt; 0 für keine.</param>
        public Task<bool> IstAbstimmungImGangeAsync(Priorisierungsrunde runde, int ausser = 0, CancellationToken abbruch = default) =>
            db.Abstimmungen.AnyAsync(a => a.Id != ausser && a.Zustand != Abstimmungszustand.Geschlossen && a.RundeId == (runde.ErsteRundeId ?? runde.Id), abbruch);

        /// <summary>Ob über die Liste abgestimmt wird oder wurde: Dann gibt es keine weitere Runde mehr.</summary>
        public async Task<bool> IstListeVergebenAsync(Priorisierungsrunde runde, CancellationToken abbruch = default) =>
            await db.IstAbstimmungImGangeAsync(runde, abbruch: abbruch) || await db.Rundenergebnisse.AnyAsync(e => e.RundeId == runde.Id && e.BeschlossenAm != null, abbruch);

        /// <summary>Ob über die Liste dieser Runde abgestimmt werden kann.</summary>
        public async Task<Auskunft> DarfZurAbstimmungAsync(Priorisierungsrunde runde, Akteur wer, DateTime jetzt, int ausser = 0, CancellationToken abbruch = default)
        {
            var folge = await db.Priorisierungsrunden.AsNoTracking().FirstOrDefaultAsync(r => r.ErsteRundeId == runde.Id, abbruch);
            return Ergebnisregeln.DarfZurAbstimmung(await db.Rundenergebnisse.AsNoTracking().FirstOrDefaultAsync(e => e.RundeId == runde.Id, abbruch), folge?.ZustandAm(jetzt), await db.IstAbstimmungImGangeAsync(runde, ausser, abbruch), wer);
        }
    }
}
