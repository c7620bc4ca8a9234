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
    [HttpGet("{kennung}/ergebnis")]
    public async Task<IActionResult> Zeigen(string kennung, int? ab, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, abbruch) is not { } ergebnis) return NotFound();
        var zeilen = await Db.ZeilenVon(ergebnis.RundeId).Where(z => z.Folge >= (ab ?? 1)).Take(JeSeite + 1).ToListAsync(abbruch);
        return View("Ergebnis", await SeiteAsync(ergebnis, zeilen, ab ?? 1, abbruch));
    }

    /// <summary>Alles auf einer Seite, zum Ausdrucken.</summary>
    [HttpGet("{kennung}/ergebnis/druck")]
    public async Task<IActionResult> Drucken(string kennung, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, abbruch) is not { } ergebnis) return NotFound();
        ViewData["Druck"] = true;
        var zeilen = await Db.ZeilenVon(ergebnis.RundeId).ToListAsync(abbruch);
        return View("Ergebnis", await SeiteAsync(ergebnis, zeilen, 1, abbruch, jeSeite: Math.Max(1, zeilen.Count)));
    }

    [HttpGet("{kennung}/ergebnis/{vorschlag}")]
    public async Task<IActionResult> Einzeln(string kennung, string vorschlag, [FromServices] IEnumerable<SupplementSource<Ergebniszeile>> beigaben, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, abbruch) is not { } ergebnis) return NotFound();
        var blick = await Db.ErgebnisblickAsync(ergebnis, Wer, abbruch);
        if (await Db.ZeilenVon(ergebnis.RundeId).FirstOrDefaultAsync(z => z.Rundenvorschlag.Vorschlag.Kennung == vorschlag, abbruch) is not { } zeile || !blick.Sieht(zeile)) return NotFound();
        ViewData["Beigaben"] = await beigaben.ForAsync(Db, zeile, Wer, Jetzt);
        var partner = await ZeilenAsync(ergebnis, zeile.Werte.Tausche.Select(t => t.Kennung), abbruch);
        return View("Vorschlag", new Vorschlagsseite(blick, zeile, [.. zeile.Werte.Tausche.Select(t => (partner[t.Kennung], t.Male))],
            blick.IstEingeweiht ? await BegruendungenAsync(ergebnis, zeile, abbruch) : Enumerable.Empty<Begruendung>().ToLookup(_ => "")));
    }

    private async Task<Ergebnisseite> SeiteAsync(Rundenergebnis ergebnis, List<Ergebniszeile> zeilen, int ab, CancellationToken abbruch, int jeSeite = JeSeite)
    {
        var uebersicht = ergebnis.Uebersicht;
        var gesucht = await ZeilenAsync(ergebnis, uebersicht.GroessteStreuungen.Concat(uebersicht.Abwandlungen.SelectMany(a => a.Erste)), abbruch);
        var anzahl = await Db.Ergebniszeilen.CountAsync(z => z.RundeId == ergebnis.RundeId, abbruch);
        var zurueckgezogen = await Db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == ergebnis.RundeId && !Db.Ergebniszeilen.Any(z => z.RundenvorschlagId == v.Id))
            .Where(v => Db.Vorschlaege.SichtbarFuer(Wer).Any(s => s.Id == v.VorschlagId)).MitTeilen.ToListAsync(abbruch);
        var runde = ergebnis.Runde;
        var folge = await Db.Priorisierungsrunden.AsNoTracking().Where(r => r.ErsteRundeId == (runde.ErsteRundeId ?? runde.Id) && r.Id != runde.Id).FirstOrDefaultAsync(abbruch);
        var liste = runde.ErsteRundeId is not null || folge is not null ? await Db.PrioritaetenlisteAsync(runde.Id, abbruch) : null;
        var imGange = Rundenregeln.DarfFuehren(Wer).Erlaubt && await Db.IstAbstimmungImGangeAsync(runde, abbruch: abbruch);
        return new(await Db.ErgebnisblickAsync(ergebnis, Wer, abbruch), [.. zeilen.Take(jeSeite)], anzahl, ab, zeilen.Count > jeSeite ? zeilen[jeSeite].Folge : null,
            [.. uebersicht.GroessteStreuungen.Select(k => gesucht[k])], gesucht, [.. zurueckgezogen.Select(v => v.Titel)], folge?.EroeffnetAm is null ? null : folge.Kennung, liste is { IstAusZweiRunden: true } ? liste : null,
            Rundenregeln.DarfFolgen(runde, folge is not null, imGange || ergebnis.BeschlossenAm is not null, Wer, Jetzt).Erlaubt, Ergebnisregeln.DarfZurAbstimmung(ergebnis, folge?.ZustandAm(Jetzt), imGange, Wer).Erlaubt);
    }

    private async Task<Dictionary<string, Ergebniszeile>> ZeilenAsync(Rundenergebnis ergebnis, IEnumerable<string> kennungen, CancellationToken abbruch)
    {
        var genannte = kennungen.Distinct().ToList();
        return (await Db.ZeilenVon(ergebnis.RundeId).Where(z => genannte.Contains(z.Rundenvorschlag.Vorschlag.Kennung)).ToListAsync(abbruch)).ToDictionary(z => z.Werte.Kennung);
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
