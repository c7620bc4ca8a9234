using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Zugang.Anmeldung;

/// <summary>Anmelden mit einem Passkey. Er ersetzt Kennwort und zweiten Faktor, denn das Gerät prüft selbst, wer es hält.</summary>
[Route("/anmeldung/passkey")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeyAnmeldungController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : Anmeldecontroller(db, uhr, anmeldung)
{
    /// <summary>Die Aufgabe, die der Passkey lösen muss; sie nennt keine Konten.</summary>
    [HttpPost("aufgabe"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Aufgabe() => Content(await Anmeldung.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost, EnableRateLimiting(RateLimits.SignIn), ZeigtWieder(nameof(Formular))]
    public async Task<IActionResult> Anmelden(PasskeyAnmeldungForm form)
    {
        if (await NachweisAsync(form.Nachweis) is not { Succeeded: true } nachweis)
            throw new RegelVerletzt("Mit diesem Passkey konnten wir Sie nicht anmelden. Versuchen Sie es noch einmal oder nehmen Sie Ihr Kennwort.");
        var konto = await Db.Users.Include(k => k.Person).FirstAsync(k => k.Id == nachweis.User.Id);
        if (konto.Person.Gesperrt) throw new RegelVerletzt(Kennwortanmeldung.Gesperrt);
        konto.ZuletztAngemeldet = Jetzt;
        await Anmeldung.UserManager.AddOrUpdatePasskeyAsync(konto, nachweis.Passkey);
        await Anmeldung.SignInAsync(konto, form.Merken, "passkey");
        return await WeiterAsync(form, konto);
    }

    private async Task<PasskeyAssertionResult<Konto>?> NachweisAsync(string nachweis)
    {
        try
        {
            return await Anmeldung.PerformPasskeyAssertionAsync(nachweis);
        }
        catch (InvalidOperationException)
        {
            // So sagt Identity, dass keine Aufgabe gestellt ist oder dass sie abgelaufen ist.
            return null;
        }
    }

    private ViewResult Formular(PasskeyAnmeldungForm form) => View("Anmeldung", new AnmeldungForm { Zurueck = form.Zurueck, Behalten = form.Behalten });
}
