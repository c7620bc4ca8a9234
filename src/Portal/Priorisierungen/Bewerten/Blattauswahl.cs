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
        /// <param name="form">Was jemand gerade gesendet hat; leer: der gespeicherte Stand.</param>
        public async Task<Blatt> BlattAsync(Bewertungsbogen bogen, IReadOnlyList<Rundenvorschlag> vorschlaege, int platz, Zustaendigkeit zustaendig, bool papier, Bewertungsform? form, Akteur wer, DateTime jetzt)
        {
            var (zeile, grundlage) = (vorschlaege[platz], bogen.Runde.Grundlage!);
            var bewertung = bogen.BewertungVon(zeile);
            var antwort = bewertung?.Antwort ?? Bewertungsantwort.Leer;
            form ??= Bewertungsform.Von(antwort, grundlage, await db.Bewertungsnotizen.Where(n => n.RundenvorschlagId == zeile.Id && n.PersonId == wer.PersonId).Select(n => n.Text).FirstOrDefaultAsync() ?? "", bewertung?.Stand ?? 0);
            var fertig = vorschlaege.Count(v => Bewertungsregeln.IstVollstaendig(grundlage, bogen.BewertungVon(v)?.Antwort ?? Bewertungsantwort.Leer).Erlaubt);
            return new(bogen, zeile, await db.WortlauteAsync(zeile), form, Bewertungsregeln.DarfBewerten(bogen, zustaendig, papier, wer, jetzt), Bewertungsregeln.IstVollstaendig(grundlage, antwort),
                platz + 1, vorschlaege.Count, fertig, platz > 0 ? vorschlaege[platz - 1].Vorschlag.Kennung : null, platz + 1 < vorschlaege.Count ? vorschlaege[platz + 1].Vorschlag.Kennung : null,
                await db.VorrundeAsync(bogen, zeile));
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
            if (await db.ZeilenVon(erste).FirstOrDefaultAsync(z => z.Rundenvorschlag.VorschlagId == zeile.VorschlagId) is not { } ergebnis) return null;
            var grundlage = (await db.Priorisierungsrunden.Where(r => r.Id == erste).Select(r => r.Grundlage).FirstAsync())!;
            var eigene = await db.Bewertungen.AsNoTracking().Where(w => w.RundenvorschlagId == ergebnis.RundenvorschlagId && db.Bewertungsboegen.Any(b => b.Id == w.BogenId && b.SitzId == bogen.SitzId && b.AbgegebenAm != null)).FirstOrDefaultAsync();
            return new(eigene?.Antwort, grundlage.Kriterien.Zip(ergebnis.Werte.Kriterien).ToDictionary(k => k.First.Schluessel, k => k.Second.Alle.Verteilung), grundlage);
        }
    }
}
