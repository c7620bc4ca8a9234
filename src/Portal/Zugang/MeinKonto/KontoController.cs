using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.MeinKonto;

/// <summary>„Mein Konto“: Überblick, Angaben zur Person, überall abmelden.</summary>
[Authorize]
[Route("/konto")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class KontoController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : PortalController(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Zeigen()
    {
        var konto = await Db.KontoVonAsync(Wer);
        var passkeys = await anmeldung.UserManager.GetPasskeysAsync(konto);
        var gruppen = await (from m in Db.Mitgliedschaften
                             where m.PersonId == Wer.PersonId && m.Bis == null
                             orderby m.Fachgruppe.Name
                             select new MeineGruppe(m.Fachgruppe.Name, m.Fachgruppe.Kennung, m.Rolle)).ToListAsync();
        return View("MeinKonto", new Kontoseite(konto, passkeys.Count, await anmeldung.UserManager.CountRecoveryCodesAsync(konto), gruppen));
    }

    [HttpGet("angaben")]
    public async Task<IActionResult> AngabenZeigen()
    {
        var person = (await Db.KontoVonAsync(Wer)).Person;
        return Angaben(new() { Vorname = person.Vorname, Nachname = person.Nachname, Organisation = person.Organisation });
    }

    [HttpPost("angaben"), ZeigtWieder(nameof(Angaben))]
    public async Task<IActionResult> AngabenAendern(AngabenForm form)
    {
        Namensregeln.TaugtAlsName(form.Vorname, form.Nachname, form.Organisation ?? "").Verlangen(nameof(form.Vorname));
        (await Db.KontoVonAsync(Wer)).Person.Aendern(form.Vorname, form.Nachname, form.Organisation ?? "");
        await Db.SaveChangesAsync();
        Melden("Ihre Angaben sind gespeichert.");
        return Redirect("/konto");
    }

    [HttpGet("kennwort")]
    public async Task<IActionResult> KennwortZeigen() => await KennwortFormularAsync(new());

    [HttpPost("kennwort"), ZeigtWieder(nameof(KennwortFormularAsync))]
    public async Task<IActionResult> KennwortAendern(KennwortForm form, [FromServices] MailWriter briefe)
    {
        var konto = await Db.KontoVonAsync(Wer);
        await anmeldung.BestaetigenAsync(konto, form.Bisheriges, nameof(form.Bisheriges));
        Kennwortregeln.DarfVerwenden(form.Neues, konto.Person).Verlangen(nameof(form.Neues));
        Db.OutgoingMails.Add(Zugangsbriefe.KennwortGeaendert(briefe, konto.Person));
        var konten = anmeldung.UserManager;
        var ergebnis = konto.PasswordHash is null ? await konten.AddPasswordAsync(konto, form.Neues) : await konten.ChangePasswordAsync(konto, form.Bisheriges ?? "", form.Neues);
        if (!ergebnis.Succeeded) throw new RegelVerletzt(ergebnis.Errors.First().Description, nameof(form.Neues));
        await anmeldung.RefreshSignInAsync(konto);
        Melden("Ihr neues Kennwort gilt. Auf anderen Geräten sind Sie abgemeldet.");
        return Redirect("/konto");
    }

    [HttpPost("abmeldung-ueberall")]
    public async Task<IActionResult> UeberallAbmelden()
    {
        var konto = await Db.KontoVonAsync(Wer);
        await anmeldung.UserManager.UpdateSecurityStampAsync(konto);
        await anmeldung.RefreshSignInAsync(konto);
        Melden("Sie sind jetzt nur noch auf diesem Gerät angemeldet.");
        return Redirect("/konto");
    }

    private ViewResult Angaben(AngabenForm form) => View("Angaben", form);

    private async Task<IActionResult> KennwortFormularAsync(KennwortForm form)
    {
        ViewData["HatKennwort"] = (await Db.KontoVonAsync(Wer)).PasswordHash is not null;
        return View("Kennwort", form);
    }
}

public sealed record Kontoseite(Konto Konto, int Passkeys, int Notfallcodes, IReadOnlyList<MeineGruppe> Gruppen);

public sealed record MeineGruppe(string Name, string Kennung, Mitgliedsrolle Rolle);
