using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Zugang.Einladungen;

/// <summary>Wer schon ein Konto hat, nimmt die Einladung angemeldet an.</summary>
[Authorize]
[Route("/einladung/{geheimnis}/annahme")]
public sealed class AnnahmeController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpPost]
    public async Task<IActionResult> Annehmen(string geheimnis)
    {
        if (await Db.EinladungZuAsync(geheimnis) is not { } einladung) return NotFound();
        var person = await Db.Personen.FirstAsync(p => p.Id == Wer.PersonId);
        if (person.EmailNormal != einladung.EmailNormal)
            throw new RegelVerletzt("Diese Einladung gilt für eine andere E-Mail-Adresse. Melden Sie sich ab und mit dem richtigen Konto wieder an.");
        await Db.AnnehmenAsync(einladung, person, Jetzt);
        await Db.SaveChangesAsync();
        Melden("Sie haben die Einladung angenommen.");
        return Redirect("/");
    }
}
