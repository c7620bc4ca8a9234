using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Die Geschäftsordnung lesen: die geltende, jede frühere, und was sich geändert hat.</summary>
[Authorize, Route("/konferenz/geschaeftsordnung")]
public sealed class OrdnungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Uebersicht() =>
        View("Uebersicht", await SeiteAsync(await Sichtbare.InKraftAm(Heute).FirstOrDefaultAsync()));

    [HttpGet("{kennung}")]
    public async Task<IActionResult> Fassung(string kennung) =>
        await Sichtbare.MitKennung(kennung).FirstOrDefaultAsync() is { } ordnung ? View("Fassung", await SeiteAsync(ordnung)) : NotFound();

    /// <param name="von">Kennung der älteren Fassung.</param>
    /// <param name="mit">Kennung der neueren.</param>
    [HttpGet("vergleich")]
    public async Task<IActionResult> Vergleich(string? von, string? mit)
    {
        var beide = await Sichtbare.Where(o => o.Kennung == von || o.Kennung == mit).ToListAsync();
        if (beide.Find(o => o.Kennung == von) is not { } erste || beide.Find(o => o.Kennung == mit) is not { } zweite) return NotFound();
        return View("Vergleich", new Vergleichsseite(erste, zweite, Geschaeftsordnungsvergleich.Aenderungen(erste.Inhalt, zweite.Inhalt), await FassungenAsync()));
    }

    private IQueryable<Geschaeftsordnung> Sichtbare => Db.Geschaeftsordnungen.AsNoTracking().SichtbarFuer(Wer);

    private async Task<Ordnungsseite> SeiteAsync(Geschaeftsordnung? ordnung) => new(ordnung, await FassungenAsync(), Heute, Wer);

    private Task<List<Ordnungszeile>> FassungenAsync() => Sichtbare.OrderByDescending(o => o.Nummer)
        .Select(o => new Ordnungszeile(o.Kennung, o.Nummer, o.GiltAb, o.GiltBis, o.Grund)).ToListAsync();
}
