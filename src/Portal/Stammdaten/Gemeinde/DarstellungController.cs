using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Stammdaten.Gemeinde;

/// <summary>Logo und Farbe der Gemeinde, wie sie jede Seite lädt.</summary>
public sealed class DarstellungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/logo")]
    public async Task<IActionResult> Logo(string? v)
    {
        var kommune = await Db.Kommune.AsNoTracking().OrderBy(k => k.Id).Select(k => new { k.Logo, k.LogoTyp }).FirstOrDefaultAsync();
        if (kommune?.Logo is not { } bild || kommune.LogoTyp is not { } typ) return NotFound();
        Merken(v);
        return File(bild, typ);
    }

    [HttpGet("/darstellung.css")]
    public async Task<IActionResult> Farbe(string? v)
    {
        var farbe = await Db.Kommune.OrderBy(k => k.Id).Select(k => k.Akzentfarbe).FirstOrDefaultAsync() ?? "";
        Merken(v);
        return Content(farbe.Length > 0 && Farbpruefung.IstFarbe(farbe) ? $":root{{--p-akzent:{farbe}}}" : "", "text/css; charset=utf-8");
    }

    // Die Adresse nennt die Version der Gemeinde; ändert sich etwas, ändert sich die Adresse.
    private void Merken(string? version) =>
        Response.Headers.CacheControl = string.IsNullOrEmpty(version) ? "public, max-age=300" : "public, max-age=31536000, immutable";
}
