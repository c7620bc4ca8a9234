using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Zugang.MeinKonto;

/// <summary>Das eigene Konto löschen: Die Beiträge bleiben, der Name geht.</summary>
[Authorize]
[Route("/konto/loeschung")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LoeschungController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : PortalController(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Zeigen() => await FormularAsync(new());

    [HttpPost, ZeigtWieder(nameof(FormularAsync))]
    public async Task<IActionResult> Loeschen(LoeschungForm form, [FromServices] Ausscheiden ausscheiden)
    {
        var konto = await Db.KontoVonAsync(Wer);
        Personenregeln.DarfKontoLoeschen(konto.Person, await Db.VerbleibendeOhneAsync(konto.PersonId)).Verlangen();
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass Sie Ihr Konto löschen möchten.", nameof(form.Bestaetigt));
        await anmeldung.BestaetigenAsync(konto, form.Kennwort, nameof(form.Kennwort));
        await ausscheiden.VollziehenAsync(konto.Person, konto.PersonId, Jetzt);
        await anmeldung.UserManager.DeleteAsync(konto);
        await anmeldung.SignOutAsync();
        Melden("Ihr Konto ist gelöscht. Danke, dass Sie mitgewirkt haben.");
        return Redirect("/");
    }

    private async Task<IActionResult> FormularAsync(LoeschungForm form)
    {
        var konto = await Db.KontoVonAsync(Wer);
        ViewData["HatKennwort"] = konto.PasswordHash is not null;
        ViewData["Einwand"] = Personenregeln.DarfKontoLoeschen(konto.Person, await Db.VerbleibendeOhneAsync(konto.PersonId)).Einwand;
        return View("Loeschung", form);
    }
}
