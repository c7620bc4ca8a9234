using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.MeinKonto;

/// <summary>Der zweite Faktor: ein Code aus einer App, dazu Wiederherstellungscodes für den Notfall.</summary>
[Authorize]
[Route("/konto/zweiter-faktor")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ZweiterFaktorController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : PortalController(db, uhr)
{
    private const int Codes = 10;

    // Unter diesem Namen liest UserManager.GetAuthenticatorKeyAsync. ResetAuthenticatorKeyAsync meldete alle anderen Geräte ab,
    // obwohl noch gar nichts gilt.
    private const string Ablage = "[AspNetUserStore]";
    private const string Ablagename = "AuthenticatorKey";

    private UserManager<Konto> Konten => anmeldung.UserManager;

    [HttpGet]
    public async Task<IActionResult> Zeigen() => await UeberblickAsync(new());

    /// <summary>Beginnt die Einrichtung mit einem frischen Schlüssel; noch ist nichts eingeschaltet.</summary>
    [HttpPost]
    public async Task<IActionResult> Beginnen()
    {
        var konto = await Db.KontoVonAsync(Wer);
        if (konto.TwoFactorEnabled) throw new RegelVerletzt("Der zweite Faktor ist schon eingeschaltet. Schalten Sie ihn zuerst aus, wenn Sie eine andere App nehmen möchten.");
        await Konten.SetAuthenticationTokenAsync(konto, Ablage, Ablagename, Base32.Text(RandomNumberGenerator.GetBytes(20)));
        return Redirect("/konto/zweiter-faktor/einrichtung");
    }

    [HttpGet("einrichtung")]
    public async Task<IActionResult> EinrichtungZeigen() => await EinrichtungAsync(new());

    [HttpPost("einrichtung"), ZeigtWieder(nameof(EinrichtungAsync))]
    public async Task<IActionResult> Einschalten(CodeForm form, [FromServices] MailWriter briefe)
    {
        var konto = await Db.KontoVonAsync(Wer);
        if (konto.TwoFactorEnabled) return Redirect("/konto/zweiter-faktor");
        await anmeldung.BestaetigenAsync(konto, form.Kennwort, nameof(form.Kennwort));
        if (!await Konten.VerifyTwoFactorTokenAsync(konto, Konten.Options.Tokens.AuthenticatorTokenProvider, form.Ziffern))
            throw new RegelVerletzt(Einmalcodes.Abgelehnt, nameof(form.Code));
        Db.OutgoingMails.Add(Zugangsbriefe.ZweiterFaktor(briefe, konto.Person, eingeschaltet: true));
        await Konten.SetTwoFactorEnabledAsync(konto, true);
        await anmeldung.RefreshSignInAsync(konto);
        return await NeueCodesAsync(konto, "Der zweite Faktor ist eingeschaltet");
    }

    [HttpPost("wiederherstellungscodes"), ZeigtWieder(nameof(UeberblickAsync))]
    public async Task<IActionResult> CodesErneuern(BestaetigungForm form)
    {
        var konto = await Db.KontoVonAsync(Wer);
        if (!konto.TwoFactorEnabled) throw new RegelVerletzt("Wiederherstellungscodes gibt es, sobald der zweite Faktor eingeschaltet ist.");
        await anmeldung.BestaetigenAsync(konto, form.Kennwort, nameof(form.Kennwort));
        return await NeueCodesAsync(konto, "Neue Wiederherstellungscodes");
    }

    /// <summary>Gibt die Codes, die gerade auf der Seite standen, als Datei zurück. Gespeichert sind sie hier nicht mehr lesbar.</summary>
    [HttpPost("wiederherstellungscodes/datei")]
    public IActionResult CodesHerunterladen(List<string> codes)
    {
        if (codes.Count is 0 or > Codes || codes.Exists(c => c.Length > 20 || !c.All(z => char.IsAsciiLetterOrDigit(z) || z == '-'))) return BadRequest();
        var text = $"Wiederherstellungscodes für das Online-Portal Sozialplanung, {Ortszeit.Kurz(Heute)}\r\nJeder Code gilt einmal.\r\n\r\n{string.Join("\r\n", codes)}\r\n";
        return File(System.Text.Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", "wiederherstellungscodes.txt");
    }

    [HttpPost("ausschaltung"), ZeigtWieder(nameof(UeberblickAsync))]
    public async Task<IActionResult> Ausschalten(BestaetigungForm form, [FromServices] MailWriter briefe)
    {
        var konto = await Db.KontoVonAsync(Wer);
        await anmeldung.BestaetigenAsync(konto, form.Kennwort, nameof(form.Kennwort));
        Db.OutgoingMails.Add(Zugangsbriefe.ZweiterFaktor(briefe, konto.Person, eingeschaltet: false));
        await Konten.RemoveAuthenticationTokenAsync(konto, Ablage, Ablagename);
        await Konten.SetTwoFactorEnabledAsync(konto, false);
        await anmeldung.RefreshSignInAsync(konto);
        Melden("Der zweite Faktor ist ausgeschaltet. Auf anderen Geräten sind Sie abgemeldet.");
        return Redirect("/konto");
    }

    private async Task<IActionResult> NeueCodesAsync(Konto konto, string titel) =>
        View("Codes", (titel, (IReadOnlyList<string>)[.. await Konten.GenerateNewTwoFactorRecoveryCodesAsync(konto, Codes) ?? []]));

    private async Task<IActionResult> UeberblickAsync(BestaetigungForm form)
    {
        var konto = await Db.KontoVonAsync(Wer);
        return View("ZweiterFaktor", new ZweiterFaktorSeite(konto.TwoFactorEnabled, konto.PasswordHash is not null, await Konten.CountRecoveryCodesAsync(konto), form));
    }

    private async Task<IActionResult> EinrichtungAsync(CodeForm form)
    {
        var konto = await Db.KontoVonAsync(Wer);
        if (konto.TwoFactorEnabled || await Konten.GetAuthenticatorKeyAsync(konto) is not { } schluessel) return Redirect("/konto/zweiter-faktor");
        return View("ZweiterFaktorEinrichten", new Einrichtungsseite(schluessel, Einrichtungsbild.Bild(schluessel, konto.Person.Email), konto.PasswordHash is not null, form));
    }
}

public sealed record ZweiterFaktorSeite(bool Eingeschaltet, bool HatKennwort, int Codes, BestaetigungForm Form);

/// <param name="Bild">PNG als data-Adresse.</param>
public sealed record Einrichtungsseite(string Schluessel, string Bild, bool HatKennwort, CodeForm Form);
