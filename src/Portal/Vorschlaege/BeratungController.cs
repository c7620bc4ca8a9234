using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege;

/// <summary>Einen Entwurf in die Beratung der Gruppe geben und wieder zum Entwurf machen.</summary>
[Authorize]
public sealed class BeratungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpPost("/vorschlaege/{kennung}/beratung")]
    public async Task<IActionResult> InBeratung(string kennung, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        vorschlag.InBeratungGeben(Wer, Jetzt);
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Vorschlag ist jetzt in Beratung. Alle in der Gruppe können weiter daran schreiben und darüber sprechen.");
        return Redirect($"/vorschlaege/{kennung}");
    }

    [HttpPost("/vorschlaege/{kennung}/entwurf")]
    public async Task<IActionResult> ZumEntwurf(string kennung, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        vorschlag.ZumEntwurfMachen(Wer, Jetzt);
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Vorschlag ist wieder ein Entwurf.");
        return Redirect($"/vorschlaege/{kennung}");
    }
}
