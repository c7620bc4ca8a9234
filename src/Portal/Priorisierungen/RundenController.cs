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

    /// <param name="ab">Reihenfolge des ersten Vorschlags auf dieser Seite.</param>
    /// <param name="sitz">Kennung des ersten Sitzes auf dieser Seite.</param>
    /// <param name="ausstehend">Von den Sitzen nur die, die noch einen Bogen schulden.</param>
    [HttpGet("{kennung}")]
    public async Task<IActionResult> Seite(string kennung, int? ab, string? sitz, bool ausstehend, CancellationToken abbruch)
    {
        if (await Db.Priorisierungsrunden.AsNoTracking().SichtbarFuer(Wer).MitKennung(kennung).FirstOrDefaultAsync(abbruch) is not { } runde) return NotFound();
        var jetzt = Jetzt;
        var vorschlaege = await Db.RundenabschnittAsync(runde.Id, Math.Max(1, ab ?? 1), Rundenseite.JeSeite, abbruch);
        var meine = await Db.EigeneBogenzeilenAsync(runde.Id, Wer.PersonId, Heute, abbruch);
        var folge = await Db.Priorisierungsrunden.SichtbarFuer(Wer).Where(r => r.ErsteRundeId == runde.Id).Select(r => r.Kennung).FirstOrDefaultAsync(abbruch);
        var pruefung = runde.EroeffnetAm is null ? await Db.PruefungAsync(runde, vorschlaege.Anzahl, Wer, jetzt, abbruch) : Auskunft.Ja;
        var darfFolgen = Rundenregeln.DarfFolgen(runde, folge is not null, Wer.IstGeschaeftsfuehrung && await Db.IstListeVergebenAsync(runde, abbruch), Wer, jetzt);
        return View("Seite", new Rundenseite(runde, vorschlaege, await BoegenAsync(runde, sitz, ausstehend, jetzt, abbruch), meine, folge, pruefung, darfFolgen, Wer, jetzt));
    }

    private async Task<Rundenboegen> BoegenAsync(Priorisierungsrunde runde, string? ab, bool nurAusstehende, DateTime jetzt, CancellationToken abbruch)
    {
        if (runde.EroeffnetAm is null) return Rundenboegen.Keine;
        var (alle, abgegeben) = await Db.BogenzahlenAsync(runde.Id, abbruch);
        var ausstehende = Db.AusstehendeBoegen(jetzt).Where(b => b.RundeId == runde.Id);
        // Höchstens so viele wie Sitze: Wer handelt, sucht die Datenbank nur einmal.
        var handelnde = await ausstehende.Select(b => b.PersonId).ToListAsync(abbruch);
        var frei = handelnde.Count(p => p is null);
        if (!Rundenregeln.DarfFuehren(Wer).Erlaubt) return Rundenboegen.Keine with { Anzahl = alle, Abgegeben = abgegeben, Frei = frei };
        var schuldner = handelnde.OfType<int>().Distinct().Count();
        var erinnert = await Db.Bewertungserinnerungen.CountAsync(e => e.RundeId == runde.Id && e.Tag == Heute, abbruch);
        var zeilen = await Db.BogenzeilenAsync(nurAusstehende ? ausstehende : Db.Bogenstaende(Heute), runde.Id, ab, Rundenseite.JeSeite + 1, abbruch);
        return new([.. zeilen.Take(Rundenseite.JeSeite)], alle, abgegeben, frei, schuldner, erinnert, nurAusstehende, !string.IsNullOrEmpty(ab), zeilen.Count > Rundenseite.JeSeite ? zeilen[Rundenseite.JeSeite].Sitz : null);
    }
}

public sealed record Rundenzeile(Priorisierungsrunde Runde, int Vorschlaege, int Boegen, int Abgegeben);

public sealed record Rundenliste(IReadOnlyList<Rundenzeile> Runden, int? Weiter, Auskunft DarfFuehren, DateTime Jetzt);

/// <summary>Die Bögen einer Runde. Zeilen je Sitz liest nur die Geschäftsführung.</summary>
/// <param name="Zeilen">Eine Seite davon.</param>
/// <param name="Frei">Wie viele Sitze niemand innehat oder vertritt; ihre Bögen kommen nicht mehr.</param>
/// <param name="Schuldner">Wie viele Personen noch einen Bogen schulden.</param>
/// <param name="HeuteErinnert">Wie viele heute schon erinnert wurden.</param>
/// <param name="NurAusstehende">Ob nur Sitze zu sehen sind, die noch einen Bogen schulden.</param>
/// <param name="IstSpaetere">Ob vor dieser Seite schon eine war.</param>
/// <param name="Weiter">Kennung des ersten Sitzes der nächsten Seite; leer am Ende.</param>
public sealed record Rundenboegen(IReadOnlyList<Bogenzeile> Zeilen, int Anzahl, int Abgegeben, int Frei, int Schuldner, int HeuteErinnert, bool NurAusstehende, bool IstSpaetere, string? Weiter)
{
    public static Rundenboegen Keine { get; } = new([], 0, 0, 0, 0, 0, false, false, null);

    /// <summary>Ob die Seite nicht alle Sitze zeigt.</summary>
    public bool IstTeil => Zeilen.Count < Anzahl;
}

/// <param name="Vorschlaege">Eine Seite davon.</param>
/// <param name="MeineBoegen">Die der Sitze, die die Person heute innehat oder vertritt.</param>
/// <param name="Folgerunde">Kennung der weiteren Runde, wenn es eine gibt, die die Person sieht.</param>
/// <param name="Pruefung">Was der Eröffnung entgegensteht.</param>
/// <param name="DarfFolgen">Ob und warum nicht eine weitere Runde vorbereitet werden darf.</param>
public sealed record Rundenseite(Priorisierungsrunde Runde, Rundenabschnitt Vorschlaege, Rundenboegen Boegen, IReadOnlyList<Bogenzeile> MeineBoegen, string? Folgerunde, Auskunft Pruefung, Auskunft DarfFolgen, Akteur Wer, DateTime Jetzt)
{
    /// <summary>So viele Vorschläge und so viele Sitze zeigt eine Seite.</summary>
    public const int JeSeite = 50;

    public Rundenzustand Zustand => Runde.ZustandAm(Jetzt);
    public bool Fuehrt => Rundenregeln.DarfFuehren(Wer).Erlaubt;
    public Auskunft DarfErinnern => Rundenregeln.DarfErinnern(Runde, Boegen.Schuldner, Boegen.HeuteErinnert, Wer, Jetzt);
    public string Adresse => $"/priorisierungen/{Runde.Kennung}";
}
