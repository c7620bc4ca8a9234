using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Zugang.Anmeldung;

/// <summary>Was alle Schritte der Anmeldung gemeinsam haben.</summary>
public abstract class Anmeldecontroller(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : PortalController(db, uhr)
{
    protected SignInManager<Konto> Anmeldung { get; } = anmeldung;

    /// <summary>Wohin es nach der Anmeldung geht: zu dem, was dieselbe Person geschrieben hatte, als ihre Anmeldung ablief, sonst zu ihrer Seite.</summary>
    protected async Task<IActionResult> WeiterAsync(Anmeldeschritt schritt, Konto konto)
    {
        if (KeptForm.Open(HttpContext, schritt.Behalten) is not { } behalten) return ZurueckNach(schritt.Zurueck);
        await ActorMiddleware.ActNowAsync(HttpContext, Db, await Anmeldung.CreateUserPrincipalAsync(konto), konto.Id, Heute);
        return behalten.IsBySamePerson(HttpContext) ? View("Eingaben", behalten) : ZurueckNach(schritt.Zurueck);
    }
}
