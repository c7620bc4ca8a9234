using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Die Abstimmungen der Konferenz, und eine davon.</summary>
[Authorize, Route("/konferenz/abstimmungen")]
public sealed class AbstimmungenController(PortalDb db, TimeProvider uhr) : Abstimmungscontroller(db, uhr)
{
    private const int Seitenlaenge = 30;

    [HttpGet]
    public async Task<IActionResult> Liste(string? vor)
    {
        var zeilen = await Db.Abstimmungen.AsNoTracking().SichtbarFuer(Wer).JuengsteVor(vor).Take(Seitenlaenge + 1)
            .Select(a => new Abstimmungszeile(a.Kennung, a.Antrag, a.Art, a.Zustand, a.Frist, a.EroeffnetAm, a.GeschlossenAm, a.Ergebnis)).ToListAsync();
        var weiter = zeilen.Count > Seitenlaenge ? $"/konferenz/abstimmungen?vor={zeilen[Seitenlaenge - 1].Kennung}" : null;
        return View("Liste", new Abstimmungsliste([.. zeilen.Take(Seitenlaenge)], weiter, Wer));
    }

    /// <param name="liste">Der wievielte Vorschlag der Prioritätenliste der erste auf dieser Seite ist.</param>
    [HttpGet("{kennung}")]
    public async Task<IActionResult> Zeigen(string kennung, int? liste, [FromServices] IEnumerable<SupplementSource<Abstimmung>> beigaben)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        ViewData["Beigaben"] = await beigaben.ForAsync(Db, abstimmung, Wer, Jetzt);
        return View("Abstimmung", await SeiteAsync(abstimmung, Math.Max(1, liste ?? 1)));
    }
}
