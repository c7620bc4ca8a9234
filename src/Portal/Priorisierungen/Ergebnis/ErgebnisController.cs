using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>Die Ergebnisse der geschlossenen Runden, für alle, die sie nach der Geschäftsordnung lesen dürfen.</summary>
[Route("/priorisierungen")]
public sealed class ErgebnisController(PortalDb db, TimeProvider uhr) : Ergebnisseitencontroller(db, uhr)
{
    private const int JeSeite = 50;

    /// <param name="vor">UTC; wo die vorige Seite endete.</param>
    [HttpGet("ergebnisse")]
    public async Task<IActionResult> Liste(DateTime? vor, CancellationToken abbruch)
    {
        var grenze = vor is { } v ? DateTime.SpecifyKind(v, DateTimeKind.Utc) : (DateTime?)null;
        var zeilen = await Db.Rundenergebnisse.SichtbarFuer(Wer).Where(e => grenze == null || e.FestgestelltAm < grenze).OrderByDescending(e => e.FestgestelltAm).Take(JeSeite + 1)
            .Select(e => new Ergebnislistenzeile(e.Runde.Kennung, e.Runde.Titel, e.Runde.Durchgang, e.FestgestelltAm, e.BeschlossenAm, e.Zeilen.Count)).ToListAsync(abbruch);
        return View("Liste", new Ergebnisliste([.. zeilen.Take(JeSeite)], zeilen.Count > JeSeite ? zeilen[JeSeite - 1].FestgestelltAm : null));
    }

    /// <param name="ab">Folge der ersten Zeile auf dieser Seite.</param>
    /// <param name="liste">Der wievielte Vorschlag der Prioritätenliste aus zwei Runden der erste auf dieser Seite ist.</param>
    [HttpGet("{kennung}/ergebnis")]
    public async Task<IActionResult> Zeigen(string kennung, int? ab, int? liste, CancellationToken abbruch) =>
        await LadenAsync(kennung, abbruch) is { } ergebnis ? View("Ergebnis", await SeiteAsync(ergebnis, Math.Max(1, ab ?? 1), Math.Max(1, liste ?? 1), JeSeite, abbruch)) : NotFound();

    /// <summary>Alles auf einer Seite, zum Ausdrucken.</summary>
    [HttpGet("{kennung}/ergebnis/druck")]
    public async Task<IActionResult> Drucken(string kennung, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, abbruch) is not { } ergebnis) return NotFound();
        ViewData["Druck"] = true;
        return View("Ergebnis", await SeiteAsync(ergebnis, 1, 1, Rundenregeln.HoechsteVorschlagszahl, abbruch));
    }

    [HttpGet("{kennung}/ergebnis/{vorschlag}")]
    public async Task<IActionResult> Einzeln(string kennung, string vorschlag, [FromServices] IEnumerable<SupplementSource<Ergebniszeile>> beigaben, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, abbruch) is not { } ergebnis || (await Db.ZeilenZuAsync(ergebnis.RundeId, [vorschlag], abbruch)).GetValueOrDefault(vorschlag) is not { } zeile) return NotFound();
        var partner = await Db.ZeilenZuAsync(ergebnis.RundeId, zeile.Werte.Tausche.Select(t => t.Kennung), abbruch);
        var blick = await Db.ErgebnisblickAsync(ergebnis, partner.Values.Append(zeile), Wer, abbruch);
        if (!blick.Sieht(zeile)) return NotFound();
        ViewData["Beigaben"] = await beigaben.ForAsync(Db, zeile, Wer, Jetzt);
        return View("Vorschlag", new Vorschlagsseite(blick, zeile, [.. zeile.Werte.Tausche.Select(t => (partner[t.Kennung], t.Male))],
            blick.IstEingeweiht ? await BegruendungenAsync(ergebnis, zeile, abbruch) : Enumerable.Empty<Begruendung>().ToLookup(_ => "")));
    }

    private async Task<Ergebnisseite> SeiteAsync(Rundenergebnis ergebnis, int ab, int listeAb, int jeSeite, CancellationToken abbruch)
    {
        var (runde, uebersicht) = (ergebnis.Runde, ergebnis.Uebersicht);
        var zeilen = await Db.ZeilenAbAsync(ergebnis.RundeId, ab, jeSeite, abbruch);
        var genannte = await Db.ZeilenZuAsync(ergebnis.RundeId, uebersicht.GroessteStreuungen.Take(Ergebnisseite.HoechstensGenannte).Concat(uebersicht.Abwandlungen.SelectMany(a => a.Erste.Take(Ergebnisseite.HoechstensGenannte))), abbruch);
        var anzahl = await Db.Ergebniszeilen.CountAsync(z => z.RundeId == ergebnis.RundeId, abbruch);
        var folge = await Db.Priorisierungsrunden.AsNoTracking().Where(r => r.ErsteRundeId == (runde.ErsteRundeId ?? runde.Id) && r.Id != runde.Id).FirstOrDefaultAsync(abbruch);
        var liste = runde.ErsteRundeId is not null || folge is not null ? await Db.PrioritaetenblickAsync(ergebnis, Wer, listeAb, jeSeite, abbruch) : null;
        var imGange = Rundenregeln.DarfFuehren(Wer).Erlaubt && await Db.IstAbstimmungImGangeAsync(runde, abbruch: abbruch);
        return new(await Db.ErgebnisblickAsync(ergebnis, zeilen.Concat(genannte.Values), Wer, abbruch), zeilen, anzahl, ab, (long)ab + jeSeite <= anzahl ? ab + jeSeite : null, genannte,
            await ZurueckgezogeneAsync(ergebnis, anzahl, abbruch), folge?.EroeffnetAm is null ? null : folge.Kennung, liste is { IstAusZweiRunden: true } ? liste : null,
            Rundenregeln.DarfFolgen(runde, folge is not null, imGange || ergebnis.BeschlossenAm is not null, Wer, Jetzt).Erlaubt, Ergebnisregeln.DarfZurAbstimmung(ergebnis, folge?.ZustandAm(Jetzt), imGange, Wer).Erlaubt);
    }

    /// <param name="anzahl">Wie viele Vorschläge im Ergebnis stehen; sind es alle der Runde, ist keiner zurückgezogen.</param>
    private async Task<IReadOnlyList<string>> ZurueckgezogeneAsync(Rundenergebnis ergebnis, int anzahl, CancellationToken abbruch)
    {
        if (await Db.Rundenvorschlaege.CountAsync(v => v.RundeId == ergebnis.RundeId, abbruch) == anzahl) return [];
        var zeilen = Db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == ergebnis.RundeId && !Db.Ergebniszeilen.Any(z => z.RundenvorschlagId == v.Id));
        if (!Ergebnisblick.WeihtEin(Wer)) zeilen = zeilen.Where(v => Db.Vorschlaege.SichtbarFuer(Wer).Any(s => s.Id == v.VorschlagId));
        return [.. (await zeilen.MitTeilen.AsSplitQuery().ToListAsync(abbruch)).Select(v => v.Titel)];
    }

    /// <summary>Ohne Namen und nicht in der Reihenfolge der Sitze.</summary>
    private async Task<ILookup<string, Begruendung>> BegruendungenAsync(Rundenergebnis ergebnis, Ergebniszeile zeile, CancellationToken abbruch)
    {
        var bewertungen = await Db.Bewertungen.AsNoTracking().Where(w => w.RundenvorschlagId == zeile.RundenvorschlagId && !w.Befangen && Db.Bewertungsboegen.Any(b => b.Id == w.BogenId && b.AbgegebenAm != null)).ToListAsync(abbruch);
        var kriterien = ergebnis.Runde.Grundlage!.Kriterien.Index().ToList();
        return bewertungen.SelectMany(w => kriterien.Where(k => w.Begruendungen.ContainsKey(k.Item.Schluessel) && char.IsAsciiDigit(w.Antwort.Punkt(k.Index)))
                .Select(k => (k.Item.Schluessel, Begruendung: new Begruendung(w.Antwort.Punkt(k.Index) - '0', w.Begruendungen[k.Item.Schluessel]))))
            .OrderByDescending(b => b.Begruendung.Punkte).ThenBy(b => b.Begruendung.Text, StringComparer.Ordinal).ToLookup(b => b.Schluessel, b => b.Begruendung);
    }
}
