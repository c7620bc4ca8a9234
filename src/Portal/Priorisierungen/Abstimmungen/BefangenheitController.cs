using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Ein Sitz ist befangen: Er stimmt nicht mit und mindert die Zahl, von der gerechnet wird.</summary>
[Authorize, Route("/konferenz/abstimmungen/{kennung}/sitze/{sitz}/befangenheit")]
public sealed class BefangenheitController(PortalDb db, TimeProvider uhr) : Abstimmungscontroller(db, uhr)
{
    [HttpGet]
    public Task<IActionResult> Fragen(string kennung, string sitz) => Zeigen(kennung, sitz, new());

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public Task<IActionResult> Vermerken(string kennung, string sitz, Befangenheitsform form) => Db.AlleinInDerAbstimmungAsync<IActionResult>(kennung, async () =>
    {
        if (await LadenAsync(kennung, sitz) is not ({ } abstimmung, { } recht)) return NotFound();
        abstimmung.BefangenMelden(recht, form.Grund ?? "", Wer, Jetzt);
        await Db.SaveChangesAsync();
        return ZurSeite(kennung, $"Der Sitz {recht.Sitzname} ist als befangen vermerkt und stimmt nicht mit.");
    });

    [HttpPost("aufhebung")]
    public Task<IActionResult> Aufheben(string kennung, string sitz) => Db.AlleinInDerAbstimmungAsync<IActionResult>(kennung, async () =>
    {
        if (await LadenAsync(kennung, sitz) is not ({ } abstimmung, { } recht)) return NotFound();
        abstimmung.BefangenheitAufheben(recht, Wer, Jetzt);
        await Db.SaveChangesAsync();
        return ZurSeite(kennung, $"Der Sitz {recht.Sitzname} ist nicht mehr als befangen vermerkt.");
    });

    private async Task<IActionResult> Zeigen(string kennung, string sitz, Befangenheitsform form)
    {
        if (await LadenAsync(kennung, sitz) is not ({ } abstimmung, { } recht)) return NotFound();
        Abstimmungsregeln.DarfBefangenMelden(abstimmung, recht, "?", Wer, Jetzt).Verlangen();
        ViewData["Abstimmung"] = abstimmung;
        ViewData["Recht"] = recht;
        return View("Befangenheit", form);
    }
}
