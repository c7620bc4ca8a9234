using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege;

/// <summary>Veröffentlichen: die Seite zeigt vorher genau, was alle lesen werden.</summary>
[Authorize]
public sealed class VeroeffentlichungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/veroeffentlichung")]
    public async Task<IActionResult> Seite(string kennung, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.AsNoTracking().ImKreisVon(Wer).MitKennung(kennung).Include(v => v.Fachgruppe).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        ViewData["Auskunft"] = Vorschlagsregeln.DarfVeroeffentlichen(vorschlag, Wer);
        ViewData["Text"] = await Db.TextAsync(vorschlag.Id, (await Db.FormularAsync(abbruch)).Matrix, await Db.StammdatennamenAsync(abbruch), zeigtLeere: false);
        ViewData["Ereignisse"] = (await Db.EreignisseVonAsync(kennung)).Where(e => e.Oeffentlich).ToList();
        return View("Veroeffentlichung", vorschlag);
    }

    [HttpPost("/vorschlaege/{kennung}/veroeffentlichung"), ZeigtWieder(nameof(Seite))]
    public async Task<IActionResult> Veroeffentlichen(string kennung, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        vorschlag.Veroeffentlichen(Wer, Jetzt);
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Vorschlag ist veröffentlicht. Ab jetzt kann ihn jede und jeder lesen.");
        return Redirect($"/vorschlaege/{kennung}");
    }
}
