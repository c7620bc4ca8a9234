using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Stammdaten.Seiten;

/// <summary>Impressum, Datenschutz, Erklärung zur Barrierefreiheit: für alle lesbar.</summary>
public sealed class SeitenController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/seiten/{seite}")]
    public async Task<IActionResult> Lesen(string seite)
    {
        if (Portalseiten.Finden(seite) is not { } vorgabe) return NotFound();
        return vorgabe.IstStartseite ? Redirect("/") : View("Seite", await Db.LesetextAsync(vorgabe));
    }
}
