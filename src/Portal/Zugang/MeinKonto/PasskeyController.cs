using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.MeinKonto;

/// <summary>Die eigenen Passkeys: ansehen, hinzufügen, benennen, entfernen.</summary>
[Authorize]
[Route("/konto/passkeys")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeyController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : PortalController(db, uhr)
{
    private UserManager<Konto> Konten => anmeldung.UserManager;

    [HttpGet]
    public async Task<IActionResult> Zeigen() => await ListeAsync(null);

    [HttpPost("aufgabe")]
    public async Task<IActionResult> Aufgabe(PasskeyForm form)
    {
        var konto = await Db.KontoVonAsync(Wer);
        await anmeldung.BestaetigenAsync(konto, form.Kennwort, nameof(form.Kennwort));
        return Content(await anmeldung.MakePasskeyCreationOptionsAsync(new() { Id = konto.UserName!, Name = konto.Person.Email, DisplayName = konto.Person.Name }), "application/json");
    }

    [HttpPost, ZeigtWieder(nameof(ListeAsync))]
    public async Task<IActionResult> Hinzufuegen(PasskeyForm form, [FromServices] Kontoanlage kontoanlage, [FromServices] MailWriter briefe)
    {
        var konto = await Db.KontoVonAsync(Wer);
        await anmeldung.BestaetigenAsync(konto, form.Kennwort, nameof(form.Kennwort));
        var passkey = await kontoanlage.PasskeyAsync(form.Nachweis ?? "", konto.UserName!, form.Name.Trim());
        Db.OutgoingMails.Add(Zugangsbriefe.PasskeyHinzugefuegt(briefe, konto.Person, passkey.Name!));
        await Konten.AddOrUpdatePasskeyAsync(konto, passkey);
        Melden($"Der Passkey „{passkey.Name}“ ist eingerichtet.");
        return Redirect("/konto/passkeys");
    }

    [HttpGet("{passkey}/name")]
    public async Task<IActionResult> NameZeigen(string passkey) =>
        await FindeAsync(passkey) is not { Schluessel: { } gefunden } ? NotFound() : NameFormular(new() { Name = gefunden.Name ?? "" });

    [HttpPost("{passkey}/name"), ZeigtWieder(nameof(NameFormular))]
    public async Task<IActionResult> NameAendern(string passkey, PasskeyForm form)
    {
        if (await FindeAsync(passkey) is not { Schluessel: { } gefunden } fund) return NotFound();
        gefunden.Name = form.Name.Trim();
        await Konten.AddOrUpdatePasskeyAsync(fund.Konto, gefunden);
        Melden("Der Name ist geändert.");
        return Redirect("/konto/passkeys");
    }

    [HttpGet("{passkey}/entfernung")]
    public Task<IActionResult> EntfernenZeigen(string passkey) => EntfernenFormularAsync(passkey, new());

    [HttpPost("{passkey}/entfernung"), ZeigtWieder(nameof(EntfernenFormularAsync))]
    public async Task<IActionResult> Entfernen(string passkey, BestaetigungForm form)
    {
        if (await FindeAsync(passkey) is not { Schluessel: { } gefunden } fund) return NotFound();
        (await DarfEntfernenAsync(fund.Konto)).Verlangen();
        await anmeldung.BestaetigenAsync(fund.Konto, form.Kennwort, nameof(form.Kennwort));
        await Konten.RemovePasskeyAsync(fund.Konto, gefunden.CredentialId);
        await Konten.UpdateSecurityStampAsync(fund.Konto);
        await anmeldung.RefreshSignInAsync(fund.Konto);
        Melden($"Der Passkey „{gefunden.Name}“ ist entfernt. Auf anderen Geräten sind Sie abgemeldet.");
        return Redirect("/konto/passkeys");
    }

    /// <summary>Kurzer Adressteil für einen Passkey; sein eigener Schlüssel kann tausend Zeichen lang sein.</summary>
    public static string Adressteil(UserPasskeyInfo passkey) => Base64Url.EncodeToString(SHA256.HashData(passkey.CredentialId).AsSpan(0, 12));

    private async Task<Auskunft> DarfEntfernenAsync(Konto konto) => Auskunft.Pruefe(
        (konto.PasswordHash is not null || (await Konten.GetPasskeysAsync(konto)).Count > 1, "Das ist Ihr einziger Weg, sich anzumelden. Setzen Sie zuerst ein Kennwort oder fügen Sie einen zweiten Passkey hinzu."));

    private async Task<(Konto Konto, UserPasskeyInfo? Schluessel)> FindeAsync(string adressteil)
    {
        var konto = await Db.KontoVonAsync(Wer);
        return (konto, (await Konten.GetPasskeysAsync(konto)).FirstOrDefault(p => Adressteil(p) == adressteil));
    }

    private async Task<IActionResult> ListeAsync(PasskeyForm? form)
    {
        var konto = await Db.KontoVonAsync(Wer);
        return View("Passkeys", new Passkeyseite([.. (await Konten.GetPasskeysAsync(konto)).OrderBy(p => p.CreatedAt)], konto.PasswordHash is not null, form ?? new()));
    }

    private async Task<IActionResult> EntfernenFormularAsync(string passkey, BestaetigungForm form) => await FindeAsync(passkey) is not { Schluessel: { } gefunden } fund ? NotFound()
        : View("PasskeyEntfernen", new Passkeyentfernung(gefunden, await DarfEntfernenAsync(fund.Konto), fund.Konto.PasswordHash is not null, form));

    private ViewResult NameFormular(PasskeyForm form) => View("PasskeyName", form);
}

public sealed record Passkeyseite(IReadOnlyList<UserPasskeyInfo> Passkeys, bool HatKennwort, PasskeyForm Form);

public sealed record Passkeyentfernung(UserPasskeyInfo Passkey, Auskunft Darf, bool HatKennwort, BestaetigungForm Form);
