using Microsoft.EntityFrameworkCore;
using Portal.Konferenzen;
using Portal.Platform.Data;

namespace Portal.Priorisierungen.Bewerten;

/// <summary>Wie weit ein Bogen ist, ohne ihn ganz zu lesen.</summary>
internal static class Bogenauswahl
{
    extension(PortalDb db)
    {
        public async Task<Bogenreihe> BogenreiheAsync(Bewertungsbogen bogen, CancellationToken abbruch = default)
        {
            var (bogenId, abgegeben, grundlage, kriterien, begruenden) = (bogen.Id, bogen.AbgegebenAm is not null, bogen.Runde.Grundlage!, bogen.Runde.Grundlage!.Kriterien.Count, bogen.Runde.Grundlage!.Inhalt.ExtremeBegruenden);
            var reihe = db.Rundenvorschlaege.Where(v => v.RundeId == bogen.RundeId).ZuBewerten.OrderBy(v => v.Reihenfolge);
            // Was abgegeben ist, ist vollständig und bleibt es.
            if (abgegeben) return new(await reihe.Select(v => new Reihenplatz(v.Id, v.Reihenfolge, true)).ToListAsync(abbruch), new HashSet<int>());
            var antworten = db.Bewertungen.Where(w => w.BogenId == bogenId);
            var plaetze = await reihe.Select(v => new Reihenplatz(v.Id, v.Reihenfolge, antworten.Any(w => w.RundenvorschlagId == v.Id
                && (w.Befangen || (w.Punkte.Length == kriterien && !EF.Functions.Like(w.Punkte, "% %") && (!begruenden || !(EF.Functions.Like(w.Punkte, "%0%") || EF.Functions.Like(w.Punkte, "%4%")))))))).ToListAsync(abbruch);
            if (!begruenden) return new(plaetze, new HashSet<int>());
            // Nur wo ein äußerster Punkt steht, kommt es auf die Begründungen an; die liest die Regel.
            var fragliche = await antworten.Where(w => !w.Befangen && !EF.Functions.Like(w.Punkte, "% %") && (EF.Functions.Like(w.Punkte, "%0%") || EF.Functions.Like(w.Punkte, "%4%")))
                .Select(w => new { w.RundenvorschlagId, w.Punkte, w.Begruendungen }).ToListAsync(abbruch);
            return new(plaetze, fragliche.Where(w => Bewertungsregeln.IstFertig(grundlage, new(false, "", w.Punkte, w.Begruendungen))).Select(w => w.RundenvorschlagId).ToHashSet());
        }

        /// <summary>Die Posten mit diesen Schlüsseln, in der Reihenfolge der Runde.</summary>
        public async Task<IReadOnlyList<Bogenposten>> BogenpostenAsync(Bewertungsbogen bogen, IReadOnlyCollection<int> schluessel, CancellationToken abbruch = default)
        {
            var zeilen = await db.Rundenvorschlaege.AsNoTracking().Where(v => schluessel.Contains(v.Id)).MitTeilen.AsSplitQuery().ToListAsync(abbruch);
            var antworten = await db.Bewertungen.AsNoTracking().Where(w => w.BogenId == bogen.Id && schluessel.Contains(w.RundenvorschlagId)).ToDictionaryAsync(w => w.RundenvorschlagId, w => w.Antwort, abbruch);
            return [.. zeilen.Select(z => (Zeile: z, Antwort: antworten.GetValueOrDefault(z.Id) ?? Bewertungsantwort.Leer)).Select(z => new Bogenposten(z.Zeile, z.Antwort, Bewertungsregeln.IstVollstaendig(bogen.Runde.Grundlage!, z.Antwort)))];
        }

        /// <summary>Ob auf dem Bogen schon etwas steht.</summary>
        public Task<bool> IstBegonnenAsync(Bewertungsbogen bogen, CancellationToken abbruch = default) =>
            db.Bewertungen.AnyAsync(w => w.BogenId == bogen.Id && (w.Befangen || w.Punkte.Trim() != ""), abbruch);

        /// <summary>Die Kennung dessen, was unter diesem Schlüssel in der Runde steht.</summary>
        public async Task<string?> KennungAsync(int? rundenvorschlagId, CancellationToken abbruch = default) =>
            rundenvorschlagId is { } id ? await db.Rundenvorschlaege.Where(v => v.Id == id).Select(v => v.Vorschlag.Kennung).FirstOrDefaultAsync(abbruch) : null;
    }
}

/// <param name="Id">Schlüssel des Rundenvorschlags.</param>
/// <param name="Fertig">Ob nichts fehlt und kein äußerster Punkt eine Begründung braucht.</param>
internal readonly record struct Reihenplatz(int Id, int Reihenfolge, bool Fertig);

/// <summary>Was auf einem Bogen noch zu bewerten ist, in der Reihenfolge der Runde, und was davon fertig ist.</summary>
/// <param name="Begruendete">Schlüssel der Rundenvorschläge, bei denen auch die äußersten Punkte begründet sind.</param>
internal sealed record Bogenreihe(IReadOnlyList<Reihenplatz> Reihe, IReadOnlySet<int> Begruendete)
{
    public int Anzahl => Reihe.Count;
    public int Fertig { get; } = Reihe.Count(p => p.Fertig || Begruendete.Contains(p.Id));
    public int Offen => Anzahl - Fertig;

    /// <summary>Das erste, bei dem noch etwas fehlt; leer, wenn alles fertig ist.</summary>
    public int? NaechsterOffener => Reihe.Where(IstOffen).Select(p => (int?)p.Id).FirstOrDefault();

    private bool IstOffen(Reihenplatz platz) => !platz.Fertig && !Begruendete.Contains(platz.Id);

    /// <summary>Der wievielte ein Rundenvorschlag ist, von 0 an; -1, wenn er nicht (mehr) zu bewerten ist.</summary>
    public int Platz(int rundenvorschlagId) => Reihe.Index().Where(p => p.Item.Id == rundenvorschlagId).Select(p => p.Index).FirstOrDefault(-1);

    /// <summary>Schlüssel dessen, was an dieser Stelle steht; leer davor und danach.</summary>
    public int? An(int platz) => platz >= 0 && platz < Anzahl ? Reihe[platz].Id : null;

    /// <summary>Ein Abschnitt, und die Reihenfolge dessen, was danach kommt.</summary>
    /// <param name="ab">Reihenfolge des ersten.</param>
    /// <param name="nurOffene">Ob nur zählt, wobei noch etwas fehlt.</param>
    public (IReadOnlyList<int> Schluessel, int? Weiter) Abschnitt(int ab, bool nurOffene, int hoechstens)
    {
        var gesucht = Reihe.Where(p => p.Reihenfolge >= ab && (!nurOffene || IstOffen(p))).Take(hoechstens + 1).ToList();
        return ([.. gesucht.Take(hoechstens).Select(p => p.Id)], gesucht.Count > hoechstens ? gesucht[hoechstens].Reihenfolge : null);
    }
}
