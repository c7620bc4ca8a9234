using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Priorisierungen.Ergebnis;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Die Runden und die Seite einer Runde: für die Konferenz und die Geschäftsführung.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Konferenzmitglied), Route("/priorisierungen")]
public sealed class RundenController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private const int JeSeite = 30;

    /// <param name="vor">Nummer der Runde, vor der es weitergeht.</param>
    [HttpGet]
    public async Task<IActionResult> Liste(int? vor, CancellationToken abbruch)
    {
        var zeilen = await Db.Priorisierungsrunden.AsNoTracking().SichtbarFuer(Wer).Where(r => vor == null || r.Id < vor).OrderByDescending(r => r.Id).Take(JeSeite + 1)
            .Select(r => new Rundenzeile(r, r.Vorschlaege.Count, Db.Bewertungsboegen.Count(b => b.RundeId == r.Id), Db.Bewertungsboegen.Count(b => b.RundeId == r.Id && b.AbgegebenAm != null))).ToListAsync(abbruch);
        return View("Liste", new Rundenliste([.. zeilen.Take(JeSeite)], zeilen.Count > JeSeite ? zeilen[JeSeite - 1].Runde.Id : null, Rundenregeln.DarfFuehren(Wer), Jetzt));
    }

    [HttpGet("{kennung}")]
    public async Task<IActionResult> Seite(string kennung, CancellationToken abbruch)
    {
        if (await Db.Priorisierungsrunden.AsNoTracking().SichtbarFuer(Wer).MitKennung(kennung).MitVorschlaegen.FirstOrDefaultAsync(abbruch) is not { } runde) return NotFound();
        var jetzt = Jetzt;
        var boegen = runde.EroeffnetAm is null ? [] : await Db.BogenzeilenAsync(runde.Id, Heute, abbruch);
        var meine = await Db.Bewertungsboegen.AsNoTracking().Where(b => b.RundeId == runde.Id).DerSitzeVon(Wer.PersonId, Db, Heute).Select(b => b.Sitz).ToListAsync(abbruch);
        var erinnert = Wer.IstGeschaeftsfuehrung ? await Db.Bewertungserinnerungen.CountAsync(e => e.RundeId == runde.Id && e.Tag == Heute, abbruch) : 0;
        var folge = await Db.Priorisierungsrunden.SichtbarFuer(Wer).Where(r => r.ErsteRundeId == runde.Id).Select(r => r.Kennung).FirstOrDefaultAsync(abbruch);
        var pruefung = runde.EroeffnetAm is null ? await Db.PruefungAsync(runde, Wer, jetzt, abbruch) : Auskunft.Ja;
        var darfFolgen = Rundenregeln.DarfFolgen(runde, folge is not null, Wer.IstGeschaeftsfuehrung && await Db.IstListeVergebenAsync(runde, abbruch), Wer, jetzt);
        return View("Seite", new Rundenseite(runde, boegen, meine, erinnert, folge, pruefung, darfFolgen, Wer, jetzt));
    }
}

public sealed record Rundenzeile(Priorisierungsrunde Runde, int Vorschlaege, int Boegen, int Abgegeben);

public sealed record Rundenliste(IReadOnlyList<Rundenzeile> Runden, int? Weiter, Auskunft DarfFuehren, DateTime Jetzt);

/// <param name="Meine">Kennungen der Sitze, die die Person heute innehat oder vertritt.</param>
/// <param name="HeuteErinnert">Wie viele heute schon erinnert wurden.</param>
/// <param name="Folgerunde">Kennung der weiteren Runde, wenn es eine gibt, die die Person sieht.</param>
/// <param name="Pruefung">Was der Eröffnung entgegensteht.</param>
/// <param name="DarfFolgen">Ob und warum nicht eine weitere Runde vorbereitet werden darf.</param>
public sealed record Rundenseite(Priorisierungsrunde Runde, IReadOnlyList<Bogenzeile> Boegen, IReadOnlyList<string> Meine, int HeuteErinnert, string? Folgerunde, Auskunft Pruefung, Auskunft DarfFolgen, Akteur Wer, DateTime Jetzt)
{
    public Rundenzustand Zustand => Runde.ZustandAm(Jetzt);
    public bool Fuehrt => Rundenregeln.DarfFuehren(Wer).Erlaubt;
    public int Abgegeben => Boegen.Count(b => b.IstAbgegeben);
    public IEnumerable<Bogenzeile> MeineBoegen => Boegen.Where(b => Meine.Contains(b.Sitz));
    public IReadOnlyList<int> Ausstehende => [.. Boegen.Where(b => !b.IstAbgegeben && !b.Papier && b.PersonId is not null).Select(b => b.PersonId!.Value).Distinct()];
    public Auskunft DarfErinnern => Rundenregeln.DarfErinnern(Runde, Ausstehende.Count, HeuteErinnert, Wer, Jetzt);
    public string Adresse => $"/priorisierungen/{Runde.Kennung}";

    /// <summary>Wie die Bank in der festgehaltenen Geschäftsordnung heißt.</summary>
    public string Bankname(string schluessel) => Runde.Grundlage?.Inhalt.Bank(schluessel)?.Name ?? schluessel;
}
