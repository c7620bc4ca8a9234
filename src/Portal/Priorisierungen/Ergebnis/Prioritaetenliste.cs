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
        var reihe = Reihe(ergebnisse.SelectMany(e => e.Zeilen.Select(z => (Zeile: z, e.Runde))), z => z.Zeile.Rundenvorschlag.VorschlagId, z => z.Zeile.Werte.Ausgewogen);
        return new(ergebnisse[0].Runde.Kennung, ergebnisse[0].Runde.Titel, ergebnisse,
            [.. reihe.Where(z => z.Rang is not null).Select(z => new Prioritaet(z.Rang!.Value, z.Zeile.Zeile, z.Zeile.Runde))], [.. reihe.Where(z => z.Rang is null).Select(z => z.Zeile.Zeile)]);
    }

    /// <summary>Je Vorschlag die Zeile, die zählt, mit ihrem Platz; zuletzt die ohne Punkte, ohne Platz.</summary>
    /// <param name="zeilen">Die der ersten Runde zuerst.</param>
    internal static IReadOnlyList<(int? Rang, T Zeile)> Reihe<T>(IEnumerable<T> zeilen, Func<T, int> vorschlag, Func<T, decimal?> ausgewogen)
    {
        var zaehlende = zeilen.GroupBy(vorschlag).Select(g => g.LastOrDefault(z => ausgewogen(z) is not null, g.Last())).ToList();
        var reihe = new List<(int? Rang, T Zeile)>(zaehlende.Count);
        foreach (var zeile in zaehlende.Where(z => ausgewogen(z) is not null).OrderByDescending(ausgewogen).ThenBy(vorschlag))
            reihe.Add((reihe.Count > 0 && ausgewogen(reihe[^1].Zeile) == ausgewogen(zeile) ? reihe[^1].Rang : reihe.Count + 1, zeile));
        return [.. reihe, .. zaehlende.Where(z => ausgewogen(z) is null).Select(z => ((int?)null, z))];
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

/// <summary>Eine Seite der Prioritätenliste, wie eine Person sie liest.</summary>
/// <param name="Runde">Kennung der ersten Runde.</param>
/// <param name="Plaetze">Der erste Platz der Seite zuerst.</param>
/// <param name="Ohne">Die Vorschläge dieser Seite, zu denen niemand Punkte gegeben hat; sie kommen nach allen Plätzen.</param>
/// <param name="Anzahl">Wie viele Vorschläge die ganze Liste hat, auch die ohne Platz.</param>
/// <param name="Ab">Der wievielte der ganzen Liste der erste dieser Seite ist.</param>
/// <param name="Weiter">Der wievielte der erste der nächsten Seite ist; leer am Ende.</param>
public sealed record Prioritaetenblick(string Runde, bool IstAusZweiRunden, IReadOnlyList<Listenplatz> Plaetze, IReadOnlyList<Ergebniszeile> Ohne, int Anzahl, int Ab, int? Weiter, Ergebnisblick Blick)
{
    public int Gezeigt => Plaetze.Count + Ohne.Count;
}

/// <param name="Runde">Kennung der Runde, aus der das Ergebnis stammt.</param>
public sealed record Listenplatz(int Rang, Ergebniszeile Zeile, string Runde, string Rundentitel);

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

        /// <summary>Eine Seite der Liste; leer, wenn es noch kein Ergebnis gibt.</summary>
        /// <param name="ergebnis">Was die Person lesen darf: das Ergebnis der ersten oder einer weiteren Runde.</param>
        /// <param name="ab">Der wievielte Vorschlag der Liste der erste sein soll; zählt von 1 an.</param>
        public async Task<Prioritaetenblick?> PrioritaetenblickAsync(Rundenergebnis ergebnis, Akteur wer, int ab, int hoechstens, CancellationToken abbruch = default)
        {
            var erste = ergebnis.Runde.ErsteRundeId ?? ergebnis.RundeId;
            var runden = await db.Rundenergebnisse.Where(e => e.RundeId == erste || e.Runde.ErsteRundeId == erste).OrderBy(e => e.Runde.Durchgang)
                .Select(e => new { e.RundeId, e.Runde.Kennung, e.Runde.Titel, Anzahl = e.Zeilen.Count }).ToListAsync(abbruch);
            if (runden.Count == 0) return null;
            var (zeilen, anzahl, raenge) = runden.Count == 1 ? (await db.ZeilenAbAsync(erste, ab, hoechstens, abbruch), runden[0].Anzahl, null) : await ZweiRundenAsync();
            List<Listenplatz> plaetze = [.. zeilen.Where(z => z.Werte.IstBewertet).Select(z => (Zeile: z, Runde: runden.Single(r => r.RundeId == z.RundeId))).Select(z => new Listenplatz(raenge?[z.Zeile.RundenvorschlagId] ?? z.Zeile.Werte.Rang!.Value, z.Zeile, z.Runde.Kennung, z.Runde.Titel))];
            return new(runden[0].Kennung, runden.Count > 1, plaetze, [.. zeilen.Where(z => !z.Werte.IstBewertet)], anzahl, ab, (long)ab + hoechstens <= anzahl ? ab + hoechstens : null, await db.ErgebnisblickAsync(ergebnis, zeilen, wer, abbruch));

            async Task<(List<Ergebniszeile>, int, Dictionary<int, int?>?)> ZweiRundenAsync()
            {
                // Wie sich die Runden mischen, sagen erst die Zahlen aller Zeilen; die Vorschläge dazu liest nur diese Seite.
                var schluessel = runden.Select(r => r.RundeId).ToArray();
                var alle = await db.Ergebniszeilen.Where(z => schluessel.Contains(z.RundeId)).OrderBy(z => z.RundeId).ThenBy(z => z.Folge).Select(z => new { z.RundenvorschlagId, z.Rundenvorschlag.VorschlagId, z.Werte }).ToListAsync(abbruch);
                var reihe = Prioritaetenliste.Reihe(alle, z => z.VorschlagId, z => z.Werte.Ausgewogen);
                var seite = reihe.Skip(ab - 1).Take(hoechstens).Select(z => z.Zeile.RundenvorschlagId).ToList();
                return ([.. (await db.ZeilenMitAsync(seite, abbruch)).OrderBy(z => seite.IndexOf(z.RundenvorschlagId))], reihe.Count, reihe.ToDictionary(z => z.Zeile.RundenvorschlagId, z => z.Rang));
            }
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
