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
        /// <summary>Was diese Person von einem Ergebnis liest, das sie sehen darf: Titel nur von Vorschlägen, die sie lesen darf.</summary>
        public async Task<Ergebnisblick> ErgebnisblickAsync(Rundenergebnis ergebnis, Akteur wer, CancellationToken abbruch = default) => new(ergebnis,
            (await db.Vorschlaege.SichtbarFuer(wer).Where(v => db.Rundenvorschlaege.Any(r => r.RundeId == ergebnis.RundeId && (r.VorschlagId == v.Id || r.Weitere.Any(t => t.VorschlagId == v.Id)))).Select(v => v.Id).ToListAsync(abbruch)).ToHashSet(), wer);

        /// <summary>Alle Zeilen eines Ergebnisses mit ihren Vorschlägen, in ihrer Folge.</summary>
        public IQueryable<Ergebniszeile> ZeilenVon(int rundeId) => db.Ergebniszeilen.AsNoTracking().Where(z => z.RundeId == rundeId).OrderBy(z => z.Folge)
            .Include(z => z.Rundenvorschlag).ThenInclude(v => v.Vorschlag).ThenInclude(v => v.Fachgruppe)
            .Include(z => z.Rundenvorschlag).ThenInclude(v => v.Weitere.OrderBy(t => t.VorschlagId)).ThenInclude(t => t.Vorschlag).ThenInclude(v => v.Fachgruppe)
            .Include(z => z.Rundenvorschlag).ThenInclude(v => v.Buendelung);
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
