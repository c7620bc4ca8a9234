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
