using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>What every controller has: the database, the clock, and who acts.</summary>
public abstract class PortalController(PortalDb db, TimeProvider uhr) : Controller
{
    protected PortalDb Db { get; } = db;

    /// <summary>Who acts.</summary>
    protected Akteur Wer => HttpContext.Akteur();

    /// <summary>UTC, the same within a request only as far as the clock allows; take it once per deed.</summary>
    protected DateTime Jetzt => uhr.GetUtcNow().UtcDateTime;

    protected DateOnly Heute => Grundbegriffe.Ortszeit.Datum(Jetzt);

    /// <summary>Shows a sentence on the next page, announced to screen readers.</summary>
    protected void Melden(string satz) => TempData["Meldung"] = satz;

    /// <summary>Redirects within the portal only; anything else goes to the start page.</summary>
    protected IActionResult ZurueckNach(string? adresse) =>
        Url.IsLocalUrl(adresse) ? LocalRedirect(adresse) : Redirect("/");
}
