using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Priorisierungen.Ergebnis;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen.Bewerten;

/// <summary>Was auf einem Blatt steht.</summary>
internal static class Blattauswahl
{
    extension(PortalDb db)
    {
        /// <param name="rundenvorschlagId">Was auf dem Blatt bewertet wird; <paramref name="bogen"/> hat die Bewertung dazu.</param>
        /// <param name="form">Was jemand gerade gesendet hat; leer: der gespeicherte Stand.</param>
        public async Task<Blatt> BlattAsync(Bewertungsbogen bogen, int rundenvorschlagId, Bogenreihe reihe, Zustaendigkeit zustaendig, bool papier, Bewertungsform? form, Akteur wer, DateTime jetzt)
        {
            var zeile = (await db.Rundenvorschlaege.AsNoTracking().Where(v => v.Id == rundenvorschlagId).MitTeilen.AsSplitQuery().ToListAsync()).Single();
            var (grundlage, bewertung, platz) = (bogen.Runde.Grundlage!, bogen.BewertungVon(zeile), reihe.Platz(rundenvorschlagId));
            var antwort = bewertung?.Antwort ?? Bewertungsantwort.Leer;
            form ??= Bewertungsform.Von(antwort, grundlage, await db.Bewertungsnotizen.Where(n => n.RundenvorschlagId == zeile.Id && n.PersonId == wer.PersonId).Select(n => n.Text).FirstOrDefaultAsync() ?? "", bewertung?.Stand ?? 0);
            return new(bogen, zeile, await db.WortlauteAsync(zeile), form, Bewertungsregeln.DarfBewerten(bogen, zustaendig, papier, wer, jetzt), Bewertungsregeln.IstVollstaendig(grundlage, antwort),
                platz + 1, reihe.Anzahl, reihe.Fertig, await db.KennungAsync(reihe.An(platz - 1)), await db.KennungAsync(reihe.An(platz + 1)), await db.VorrundeAsync(bogen, zeile));
        }

        /// <summary>Der Wortlaut, der bewertet wird: je Vorschlag die Fassung, die bei der Eröffnung festgehalten wurde.</summary>
        private async Task<IReadOnlyList<Blatttext>> WortlauteAsync(Rundenvorschlag zeile)
        {
            var (matrix, namen, texte) = ((await db.FormularAsync()).Matrix, await db.StammdatennamenAsync(), new List<Blatttext>());
            foreach (var (nummer, (vorschlag, fassungsnummer)) in zeile.Teile.Index())
            {
                var fassung = await db.Fassungen.AsNoTracking().SingleAsync(f => f.VorschlagId == vorschlag.Id && f.Nummer == fassungsnummer);
                var stand = $"Fassung {fassungsnummer} vom {Ortszeit.Lang(Ortszeit.Datum(fassung.FestgehaltenAm))}";
                texte.Add(new(vorschlag, zeile.IstBuendelung
                    ? Vorschlagstext.Aus(fassung.Inhalt(), matrix, namen, stand: $"Vorschlag {vorschlag.Kennung}, {vorschlag.Fachgruppe.Name}, {stand}", teil: nummer + 1)
                    : Vorschlagstext.Aus(fassung.Inhalt(), matrix, namen, stand: stand)));
            }
            return texte;
        }

        private async Task<Vorrunde?> VorrundeAsync(Bewertungsbogen bogen, Rundenvorschlag zeile)
        {
            if (bogen.Runde.ErsteRundeId is not { } erste) return null;
            var damals = await db.Rundenvorschlaege.Where(v => v.RundeId == erste && v.VorschlagId == zeile.VorschlagId).Select(v => v.Id).FirstOrDefaultAsync();
            if (await db.Ergebniszeilen.AsNoTracking().FirstOrDefaultAsync(z => z.RundenvorschlagId == damals) is not { } ergebnis) return null;
            var grundlage = (await db.Priorisierungsrunden.Where(r => r.Id == erste).Select(r => r.Grundlage).FirstAsync())!;
            var eigene = await db.Bewertungen.AsNoTracking().Where(w => w.RundenvorschlagId == ergebnis.RundenvorschlagId && db.Bewertungsboegen.Any(b => b.Id == w.BogenId && b.SitzId == bogen.SitzId && b.AbgegebenAm != null)).FirstOrDefaultAsync();
            return new(eigene?.Antwort, grundlage.Kriterien.Zip(ergebnis.Werte.Kriterien).ToDictionary(k => k.First.Schluessel, k => k.Second.Alle.Verteilung), grundlage);
        }
    }
}
