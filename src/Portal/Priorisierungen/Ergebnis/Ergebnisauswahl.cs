using Microsoft.EntityFrameworkCore;
using Portal.Platform.Web;
using Portal.Platform.Data;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>Wer welches Ergebnis liest.</summary>
public static class Ergebnisauswahl
{
    extension(IQueryable<Rundenergebnis> ergebnisse)
    {
        /// <summary>Die Konferenz und die Geschäftsführung lesen jedes; wer sonst ab wann liest, sagt die Geschäftsordnung der Runde.</summary>
        public IQueryable<Rundenergebnis> SichtbarFuer(Akteur wer)
        {
            if (wer.IstGeschaeftsfuehrung || wer.IstKonferenzmitglied) return ergebnisse;
            return wer.Fachgruppen.Count > 0 ? ergebnisse.Where(e => e.FachgruppenAb != null || e.OeffentlichAb != null) : ergebnisse.Where(e => e.OeffentlichAb != null);
        }

        public IQueryable<Rundenergebnis> DerRunde(string kennung) => ergebnisse.Where(e => e.Runde.Kennung == kennung);
    }

    extension(PortalDb db)
    {
        /// <summary>Was diese Person von diesen Zeilen eines Ergebnisses liest, das sie sehen darf: Titel nur von Vorschlägen, die sie lesen darf.</summary>
        public async Task<Ergebnisblick> ErgebnisblickAsync(Rundenergebnis ergebnis, IEnumerable<Ergebniszeile> zeilen, Akteur wer, CancellationToken abbruch = default)
        {
            var vorschlaege = zeilen.SelectMany(z => z.Rundenvorschlag.Teile.Select(t => t.Vorschlag.Id)).Distinct().ToArray();
            return new(ergebnis, (await db.Vorschlaege.SichtbarFuer(wer).Where(v => vorschlaege.Contains(v.Id)).Select(v => v.Id).ToListAsync(abbruch)).ToHashSet(), wer);
        }

        /// <summary>Alle Zeilen eines Ergebnisses mit ihren Vorschlägen, in ihrer Folge.</summary>
        public IQueryable<Ergebniszeile> ZeilenVon(int rundeId) => db.Ergebniszeilen.AsNoTracking().Where(z => z.RundeId == rundeId).OrderBy(z => z.Folge).MitVorschlaegen;

        /// <summary>Die Zeilen von dieser Folge an, höchstens so viele.</summary>
        public Task<List<Ergebniszeile>> ZeilenAbAsync(int rundeId, int ab, int hoechstens, CancellationToken abbruch = default)
        {
            // Die Folge zählt lückenlos: Eine Seite ist ein Abschnitt von ihr.
            var ende = ab > int.MaxValue - hoechstens ? int.MaxValue : ab + hoechstens;
            return db.ZeilenVon(rundeId).Where(z => z.Folge >= ab && z.Folge < ende).ToListAsync(abbruch);
        }

        /// <summary>Die Zeilen mit diesen Schlüsseln, in ihrer Folge.</summary>
        public Task<List<Ergebniszeile>> ZeilenMitAsync(IReadOnlyCollection<int> schluessel, CancellationToken abbruch = default) =>
            schluessel.Count == 0 ? Task.FromResult<List<Ergebniszeile>>([]) : db.Ergebniszeilen.AsNoTracking().Where(z => schluessel.Contains(z.RundenvorschlagId)).OrderBy(z => z.RundeId).ThenBy(z => z.Folge).MitVorschlaegen.ToListAsync(abbruch);

        /// <summary>Die Zeilen dieser Vorschläge, je Kennung.</summary>
        public async Task<Dictionary<string, Ergebniszeile>> ZeilenZuAsync(int rundeId, IEnumerable<string> kennungen, CancellationToken abbruch = default)
        {
            // Erst die Schlüssel, dann die Zeilen: Sonst sähe die Datenbank jede Zeile der Runde nach ihrer Kennung durch.
            var genannte = kennungen.Distinct().ToArray();
            if (genannte.Length == 0) return [];
            var schluessel = await db.Vorschlaege.Where(v => genannte.Contains(v.Kennung))
                .Join(db.Rundenvorschlaege.Where(r => r.RundeId == rundeId), v => v.Id, r => r.VorschlagId, (_, r) => r.Id).ToListAsync(abbruch);
            return (await db.ZeilenMitAsync(schluessel, abbruch)).ToDictionary(z => z.Werte.Kennung);
        }
    }

    extension(IQueryable<Ergebniszeile> zeilen)
    {
        public IQueryable<Ergebniszeile> MitVorschlaegen => zeilen
            .Include(z => z.Rundenvorschlag).ThenInclude(v => v.Vorschlag).ThenInclude(v => v.Fachgruppe)
            .Include(z => z.Rundenvorschlag).ThenInclude(v => v.Weitere.OrderBy(t => t.VorschlagId)).ThenInclude(t => t.Vorschlag).ThenInclude(v => v.Fachgruppe)
            .Include(z => z.Rundenvorschlag).ThenInclude(v => v.Buendelung).AsSplitQuery();
    }

    /// <summary>Was auf der Seite eines Vorschlags steht: sein Platz in jeder Runde, deren Ergebnis diese Person lesen darf.</summary>
    public static async Task<Supplement?> AmVorschlagAsync(PortalDb db, Vorschlag vorschlag, Akteur wer, DateTime jetzt)
    {
        // Vorher war er in keiner Runde, die geschlossen ist.
        if (vorschlag.Zustand < Vorschlagszustand.InPriorisierung) return null;
        var plaetze = await db.Rundenergebnisse.SichtbarFuer(wer).SelectMany(e => e.Zeilen, (e, z) => new { Ergebnis = e, Zeile = z })
            .Where(x => x.Zeile.Rundenvorschlag.VorschlagId == vorschlag.Id || x.Zeile.Rundenvorschlag.Weitere.Any(t => t.VorschlagId == vorschlag.Id)).OrderBy(x => x.Ergebnis.RundeId)
            .Select(x => new Platzhinweis(x.Ergebnis.Runde.Kennung, x.Ergebnis.Runde.Titel, x.Zeile.Werte, x.Ergebnis.Zeilen.Count, x.Zeile.Rundenvorschlag.BuendelungId != null)).ToListAsync();
        return plaetze.Count == 0 ? null : new("/Priorisierungen/Ergebnis/_AmVorschlag.cshtml", plaetze);
    }
}

/// <summary>Der Platz eines Vorschlags in einer Runde.</summary>
/// <param name="Anzahl">Wie viele Vorschläge im Ergebnis stehen.</param>
/// <param name="Gebuendelt">Ob er mit anderen zusammen bewertet wurde.</param>
public sealed record Platzhinweis(string Runde, string Titel, Auswertung.Vorschlagsergebnis Werte, int Anzahl, bool Gebuendelt);
