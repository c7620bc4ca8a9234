using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Vorschlaege.Diskussion;

/// <summary>Welche Beiträge wer liest. Die Diskussion ist nie öffentlich.</summary>
public static class Diskussionsauswahl
{
    private static readonly Func<PortalDb, int, IAsyncEnumerable<Ortszahl>> s_offene = EF.CompileAsyncQuery((PortalDb db, int id) =>
        db.Kommentare.Where(k => k.VorschlagId == id && k.AntwortAufId == null && k.ErledigtAm == null && k.EntferntAm == null)
            .GroupBy(k => k.Ort).Select(g => new Ortszahl(g.Key, g.Count())));

    extension(PortalDb db)
    {
        /// <summary>Wie viele Gespräche es je Ort gibt, die noch offen sind.</summary>
        public async Task<IReadOnlyDictionary<string, int>> OffeneBeitraegeAsync(int vorschlagId)
        {
            var zahlen = new Dictionary<string, int>(StringComparer.Ordinal);
            await foreach (var zahl in s_offene(db, vorschlagId)) zahlen[zahl.Ort] = zahl.Anzahl;
            return zahlen;
        }

        /// <summary>Wer in der Diskussion über Vorschläge dieser Gruppe angesprochen werden kann: ihre Mitglieder und die Geschäftsführung.</summary>
        public Task<List<Person>> AnsprechbareAsync(int fachgruppeId, CancellationToken abbruch = default) =>
            db.Personen.AsNoTracking().Where(p => !p.Gesperrt && (p.Rollen.Contains(Rolle.Geschaeftsfuehrung)
                    || db.Mitgliedschaften.Any(m => m.PersonId == p.Id && m.FachgruppeId == fachgruppeId && m.Bis == null)))
                .OrderBy(p => p.Nachname).ThenBy(p => p.Vorname).ToListAsync(abbruch);

        /// <summary>
        /// Die Gespräche, das jüngste zuerst, mit ihren Antworten. Nur rufen, wenn die Person den inneren Kreis lesen darf.
        /// </summary>
        /// <param name="ort">Nur zu dieser Stelle; nichts heißt: alle.</param>
        /// <param name="auchErledigte">Auch, was erledigt ist.</param>
        /// <param name="vor">Kennung des letzten schon gezeigten Gesprächs.</param>
        public async Task<Gespraeche> GespraecheAsync(int vorschlagId, string? ort, bool auchErledigte, string? vor, CancellationToken abbruch = default)
        {
            var anfaenge = db.Kommentare.AsNoTracking().Where(k => k.VorschlagId == vorschlagId && k.AntwortAufId == null);
            // Was die Person selbst entfernt hat, bleibt nur stehen, wenn jemand geantwortet hat. Was ihr jemand entfernt hat, bleibt mit dem Grund stehen.
            anfaenge = anfaenge.Where(k => k.EntferntAm == null || k.EntferntVonId != null || db.Kommentare.Any(a => a.AntwortAufId == k.Id && (a.EntferntAm == null || a.EntferntVonId != null)));
            if (ort is not null) anfaenge = anfaenge.Where(k => k.Ort == ort);
            var erledigt = await anfaenge.CountAsync(k => k.ErledigtAm != null, abbruch);
            if (!auchErledigte) anfaenge = anfaenge.Where(k => k.ErledigtAm == null);
            if (!string.IsNullOrEmpty(vor)) anfaenge = anfaenge.Where(k => k.Id < db.Kommentare.Where(l => l.Kennung == vor).Select(l => l.Id).FirstOrDefault());
            var zeilen = await db.AlsBeitraege(anfaenge.OrderByDescending(k => k.Id).Take(Gespraeche.Hoechstens + 1)).ToListAsync(abbruch);
            var gezeigt = zeilen.OrderByDescending(b => b.Id).Take(Gespraeche.Hoechstens).ToList();
            var ids = gezeigt.Select(b => b.Id).ToArray();
            var antworten = ids.Length == 0 ? [] : await db.AlsBeitraege(db.Kommentare.Where(k => k.AntwortAufId != null && ids.Contains(k.AntwortAufId.Value) && (k.EntferntAm == null || k.EntferntVonId != null))).ToListAsync(abbruch);
            return new(gezeigt, antworten.OrderBy(a => a.Id).ToLookup(a => a.AntwortAufId!.Value), erledigt, zeilen.Count > Gespraeche.Hoechstens ? gezeigt[^1].Kennung : null);
        }

        /// <summary>Wer in einem Gespräch antwortet oder es erledigt, hat gelesen, womit er darin angesprochen wurde.</summary>
        public async Task ZurKenntnisNehmenAsync(int vorschlagId, int? gespraechId, Akteur wer, DateTime jetzt, CancellationToken abbruch = default)
        {
            foreach (var erwaehnung in await db.Erwaehnungen.Where(e => e.PersonId == wer.PersonId && e.GelesenAm == null && e.Kommentar.VorschlagId == vorschlagId
                && (e.KommentarId == gespraechId || e.Kommentar.AntwortAufId == gespraechId)).ToListAsync(abbruch))
                erwaehnung.ZurKenntnisNehmen(jetzt);
        }

        private IQueryable<Beitrag> AlsBeitraege(IQueryable<Kommentar> kommentare) => kommentare.Select(k => new Beitrag(
            k.Id, k.Kennung, k.Ort, k.AntwortAufId, k.Html, k.PersonId, k.GeschriebenAm, k.ErledigtAm, k.EntferntAm, k.Entfernungsgrund,
            db.Personen.Where(p => p.Id == k.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault() ?? "",
            db.Personen.Where(p => p.Id == k.PersonId).Select(p => p.Organisation).FirstOrDefault() ?? "",
            db.Personen.Where(p => p.Id == k.ErledigtVonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault(),
            db.Personen.Where(p => p.Id == k.EntferntVonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault()));

        /// <summary>
        /// Wo diese Person angesprochen wurde und noch nichts dazu getan hat, das Jüngste zuerst; nur, was sie noch lesen darf.
        /// </summary>
        public IQueryable<Erwaehnung> OffeneErwaehnungen(Akteur wer)
        {
            var gruppen = wer.Fachgruppen.Keys.ToArray();
            var alle = wer.IstGeschaeftsfuehrung;
            return db.Erwaehnungen.Where(e => e.PersonId == wer.PersonId && e.GelesenAm == null && e.Kommentar.EntferntAm == null
                && (alle || gruppen.Contains(e.Kommentar.Vorschlag.FachgruppeId))).OrderByDescending(e => e.Id);
        }
    }
}

internal sealed record Ortszahl(string Ort, int Anzahl);

/// <summary>Ein Beitrag mit dem Namen der Person, die ihn geschrieben hat.</summary>
public sealed record Beitrag(int Id, string Kennung, string Ort, int? AntwortAufId, string Html, int PersonId, DateTime GeschriebenAm, DateTime? ErledigtAm, DateTime? EntferntAm,
    string Entfernungsgrund, string Name, string Organisation, string? ErledigtVon, string? EntferntVon)
{
    public bool IstEntfernt => EntferntAm is not null;
}

/// <param name="Weiter">Kennung, nach der es weitergeht; nichts am Ende.</param>
public sealed record Gespraeche(IReadOnlyList<Beitrag> Anfaenge, ILookup<int, Beitrag> Antworten, int Erledigt, string? Weiter)
{
    public const int Hoechstens = 50;
}
