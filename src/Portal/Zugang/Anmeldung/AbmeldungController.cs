using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Zugang.Anmeldung;

/// <summary>Abmelden auf diesem Gerät.</summary>
[Route("/abmeldung")]
public sealed class AbmeldungController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : PortalController(db, uhr)
{
    [HttpPost]
    public async Task<IActionResult> Abmelden()
    {
        await anmeldung.SignOutAsync();
        Melden("Sie sind abgemeldet.");
        return Redirect("/");
    }
}
