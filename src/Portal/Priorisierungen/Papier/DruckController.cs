using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Papier;

/// <summary>Der leere Bogen eines Sitzes auf A4, für die Person, die für den Sitz handelt, und für das Büro.</summary>
[Authorize]
public sealed class DruckController(PortalDb db, TimeProvider uhr, MailSettings einstellungen) : PortalController(db, uhr)
{
    [HttpGet("/priorisierungen/{kennung}/boegen/{sitz}/druck")]
    public async Task<IActionResult> Zeigen(string kennung, string sitz)
    {
        if (await Db.Bewertungsboegen.AsNoTracking().Include(b => b.Runde).FirstOrDefaultAsync(b => b.Runde.Kennung == kennung && b.Sitz == sitz) is not { } bogen) return NotFound();
        var zustaendig = await Db.ZustaendigkeitAsync(bogen.Id, Heute);
        if (!Wer.IstGeschaeftsfuehrung && zustaendig.PersonId != Wer.PersonId) return NotFound();
        var vorschlaege = await Db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == bogen.RundeId).ZuBewerten.MitTeilen.ToListAsync();
        var adresse = $"{einstellungen.Portaladresse.TrimEnd('/')}/priorisierungen/{kennung}/papier/{sitz}";
        return View("Druck", new Druckseite(bogen, vorschlaege, zustaendig.Name, adresse, QrCode.AsDataUrl(adresse)));
    }
}
