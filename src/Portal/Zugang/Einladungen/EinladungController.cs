using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Zugang.Einladungen;

/// <summary>Die Seite hinter dem Link einer Einladung. Sie nur zu öffnen, verbraucht die Einladung nicht.</summary>
[Route("/einladung/{geheimnis}")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EinladungController(PortalDb db, TimeProvider uhr, Kontoanlage kontoanlage) : PortalController(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Zeigen(string geheimnis) => await FormularAsync(geheimnis, null);

    /// <summary>Wer noch kein Konto hat, richtet es ein und nimmt damit an.</summary>
    [HttpPost, EnableRateLimiting(RateLimits.PublicForm), ZeigtWieder(nameof(FormularAsync))]
    public async Task<IActionResult> Annehmen(string geheimnis, EinladungForm form)
    {
        if (await OffeneAsync(geheimnis) is not { } einladung) return await FormularAsync(geheimnis, form);
        var jetzt = Jetzt;
        var anmeldename = Konto.AnmeldenameAus(einladung.Kennung);
        var passkey = string.IsNullOrEmpty(form.Nachweis) ? null : await kontoanlage.PasskeyAsync(form.Nachweis, anmeldename, "Bei der Einladung eingerichtet");
        Pruefen(form, einladung, ohneKennwort: passkey is not null);

        var person = await Db.Personen.FirstOrDefaultAsync(p => p.EmailNormal == einladung.EmailNormal) ?? new(form.Vorname, form.Nachname, einladung.Email);
        person.Aendern(form.Vorname, form.Nachname, form.Organisation ?? "");
        var konto = Konto.Fuer(person, anmeldename);
        konto.ZuletztAngemeldet = jetzt;
        await kontoanlage.AnlegenAsync(konto, passkey is null ? form.Kennwort : null, passkey, p => Db.AnnehmenAsync(einladung, p, jetzt));
        await kontoanlage.AnmeldenAsync(konto);
        Melden($"Willkommen, {person.Name}. Ihr Zugang ist eingerichtet.");
        return Redirect("/");
    }

    /// <summary>Die Aufgabe für einen neuen Passkey; vorher wird geprüft, ob die Einladung gilt und der Name da ist.</summary>
    [HttpPost("passkey-aufgabe"), EnableRateLimiting(RateLimits.PublicForm)]
    public async Task<IActionResult> PasskeyAufgabe(string geheimnis, EinladungForm form, [FromServices] SignInManager<Konto> anmeldung)
    {
        if (await OffeneAsync(geheimnis) is not { } einladung) return NotFound();
        Pruefen(form, einladung, ohneKennwort: true);
        return Content(await anmeldung.MakePasskeyCreationOptionsAsync(new()
        {
            Id = Konto.AnmeldenameAus(einladung.Kennung),
            Name = einladung.Email,
            DisplayName = $"{form.Vorname} {form.Nachname}",
        }), "application/json");
    }

    private static void Pruefen(EinladungForm form, Einladung einladung, bool ohneKennwort)
    {
        Namensregeln.TaugtAlsName(form.Vorname, form.Nachname, form.Organisation ?? "").Verlangen(nameof(form.Vorname));
        if (!ohneKennwort) Kennwortregeln.DarfVerwenden(form.Kennwort ?? "", form.Vorname, form.Nachname, einladung.Email).Verlangen(nameof(form.Kennwort));
    }

    /// <summary>Die Einladung, wenn sie noch gilt und zu einem neuen Konto führt.</summary>
    private async Task<Einladung?> OffeneAsync(string geheimnis) =>
        await Db.EinladungZuAsync(geheimnis) is { } einladung && Einladungsregeln.DarfAnnehmen(einladung, Jetzt).Erlaubt && !await Db.HatKontoAsync(einladung.EmailNormal) ? einladung : null;

    private async Task<IActionResult> FormularAsync(string geheimnis, EinladungForm? form)
    {
        if (await Db.EinladungZuAsync(geheimnis) is not { } einladung)
            return new LinkUngueltig("Diese Einladung gibt es nicht", "Vielleicht ist die Adresse unvollständig, oder Ihnen wurde inzwischen eine neue Einladung geschickt.", "/", "Zur Startseite")
                .Zeigen(this, StatusCodes.Status404NotFound);
        if (Einladungsregeln.DarfAnnehmen(einladung, Jetzt) is { Erlaubt: false } nein)
            return new LinkUngueltig("Diese Einladung gilt nicht mehr", nein.Einwand, "/anmeldung", "Zur Anmeldung").Zeigen(this, StatusCodes.Status410Gone);
        ViewData["Email"] = await Db.Personen.Where(p => p.Id == Wer.PersonId).Select(p => p.EmailNormal).FirstOrDefaultAsync();
        form ??= new() { Vorname = einladung.Vorname, Nachname = einladung.Nachname, Organisation = einladung.Organisation };
        return View("Einladung", await Db.EinladungsseiteAsync(einladung, form));
    }
}
