using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.Anmeldung;

/// <summary>Der zweite Schritt der Anmeldung: der Code aus der App, oder ersatzweise ein Wiederherstellungscode.</summary>
[Route("/anmeldung")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ZweiterFaktorController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : Anmeldecontroller(db, uhr, anmeldung)
{
    private const string Gesperrt = "Nach zu vielen falschen Codes ist die Anmeldung für 15 Minuten gesperrt.";

    [HttpGet("zweiter-faktor")]
    public async Task<IActionResult> Zeigen(string? zurueck, bool merken) =>
        await KontoAsync() is null ? VonVorn() : Formular(new() { Zurueck = zurueck, Merken = merken });

    [HttpPost("zweiter-faktor"), EnableRateLimiting(RateLimits.SignIn), ZeigtWieder(nameof(Formular))]
    public async Task<IActionResult> Bestaetigen(ZweiterFaktorForm form, [FromServices] MailWriter briefe)
    {
        if (await KontoAsync() is not { } konto) return VonVorn();
        var warGesperrt = await Anmeldung.UserManager.IsLockedOutAsync(konto);
        var ergebnis = await Anmeldung.TwoFactorAuthenticatorSignInAsync(form.Ziffern, form.Merken, rememberClient: false);
        if (ergebnis.Succeeded) return await AngemeldetAsync(konto, form);
        if (!warGesperrt) await SperreMeldenAsync(konto, briefe);
        throw new RegelVerletzt(ergebnis.IsLockedOut ? Gesperrt : Einmalcodes.Abgelehnt, nameof(form.Code));
    }

    [HttpGet("wiederherstellungscode")]
    public async Task<IActionResult> NotfallcodeZeigen(string? zurueck) =>
        await KontoAsync() is null ? VonVorn() : Notfallformular(new() { Zurueck = zurueck });

    [HttpPost("wiederherstellungscode"), EnableRateLimiting(RateLimits.SignIn), ZeigtWieder(nameof(Notfallformular))]
    public async Task<IActionResult> NotfallcodeEinloesen(NotfallcodeForm form, [FromServices] MailWriter briefe)
    {
        if (await KontoAsync() is not { } konto) return VonVorn();
        if (await Anmeldung.UserManager.IsLockedOutAsync(konto)) throw new RegelVerletzt(Gesperrt, nameof(form.Code));
        if (!(await Anmeldung.TwoFactorRecoveryCodeSignInAsync(form.Code.Trim().ToUpperInvariant())).Succeeded)
        {
            await Anmeldung.UserManager.AccessFailedAsync(konto);
            await SperreMeldenAsync(konto, briefe);
            throw new RegelVerletzt("Dieser Code stimmt nicht oder wurde schon benutzt.", nameof(form.Code));
        }
        var uebrig = await Anmeldung.UserManager.CountRecoveryCodesAsync(konto);
        Melden(uebrig == 1 ? "Sie haben noch einen Wiederherstellungscode." : $"Sie haben noch {uebrig} Wiederherstellungscodes. Neue erstellen Sie unter „Mein Konto“.");
        return await AngemeldetAsync(konto, form);
    }

    private async Task<IActionResult> AngemeldetAsync(Konto konto, Anmeldeschritt form)
    {
        await Db.AnmeldungVermerkenAsync(konto, Jetzt);
        return await WeiterAsync(form, konto);
    }

    /// <summary>Wer das Kennwort kennt und Codes rät, soll der Person auffallen: ein Brief, sobald die Anmeldung gesperrt ist.</summary>
    private async Task SperreMeldenAsync(Konto konto, MailWriter briefe)
    {
        if (!await Anmeldung.UserManager.IsLockedOutAsync(konto)) return;
        Db.OutgoingMails.Add(Zugangsbriefe.Fehlversuche(briefe, (await Db.Personen.FindAsync(konto.PersonId))!));
        await Db.SaveChangesAsync();
    }

    private Task<Konto?> KontoAsync() => Anmeldung.GetTwoFactorAuthenticationUserAsync();

    private RedirectToActionResult VonVorn()
    {
        Melden("Bitte melden Sie sich noch einmal mit E-Mail-Adresse und Kennwort an.");
        return RedirectToAction("Zeigen", "Anmeldung");
    }

    private ViewResult Formular(ZweiterFaktorForm form) => View("ZweiterFaktor", form);

    private ViewResult Notfallformular(NotfallcodeForm form) => View("Notfallcode", form);
}
