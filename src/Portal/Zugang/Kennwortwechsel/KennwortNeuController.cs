using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.Kennwortwechsel;

/// <summary>Der Link aus dem Brief: ein neues Kennwort setzen. Ihn nur zu öffnen, verbraucht ihn nicht.</summary>
[Route("/kennwort-neu/{geheimnis}")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class KennwortNeuController(PortalDb db, TimeProvider uhr, UserManager<Konto> konten) : PortalController(db, uhr)
{
    private static readonly LinkUngueltig s_ungueltig = new("Der Link gilt nicht", "", "/kennwort-vergessen", "Neuen Link anfordern");

    [HttpGet]
    public async Task<IActionResult> Zeigen(string geheimnis) => await FormularAsync(geheimnis, new());

    [HttpPost, EnableRateLimiting(RateLimits.PublicForm), ZeigtWieder(nameof(FormularAsync))]
    public async Task<IActionResult> Setzen(string geheimnis, KennwortNeuForm form, [FromServices] MailWriter briefe)
    {
        if (await Db.ZugangslinkAsync(Linkzweck.KennwortNeu, geheimnis) is not { Konto: { } konto } link || !link.IstGueltig(Jetzt).Erlaubt) return await FormularAsync(geheimnis, form);
        Kennwortregeln.DarfVerwenden(form.Kennwort, konto.Person).Verlangen(nameof(form.Kennwort));
        link.Benutzen(Jetzt);
        konto.LockoutEnd = null;
        konto.AccessFailedCount = 0;
        Db.OutgoingMails.Add(Zugangsbriefe.KennwortGeaendert(briefe, konto.Person));
        var ergebnis = await konten.ResetPasswordAsync(konto, await konten.GeneratePasswordResetTokenAsync(konto), form.Kennwort);
        if (!ergebnis.Succeeded) throw new RegelVerletzt(ergebnis.Errors.First().Description, nameof(form.Kennwort));
        Melden("Ihr neues Kennwort gilt. Bitte melden Sie sich damit an.");
        return Redirect("/anmeldung");
    }

    private async Task<IActionResult> FormularAsync(string geheimnis, KennwortNeuForm form)
    {
        if (await Db.ZugangslinkAsync(Linkzweck.KennwortNeu, geheimnis) is not { } link)
            return (s_ungueltig with { Satz = "Diesen Link gibt es nicht. Vielleicht ist die Adresse unvollständig." }).Zeigen(this, StatusCodes.Status404NotFound);
        if (link.IstGueltig(Jetzt) is { Erlaubt: false } nein)
            return (s_ungueltig with { Satz = nein.Einwand }).Zeigen(this, StatusCodes.Status410Gone);
        return View("KennwortNeu", form);
    }
}

public sealed class KennwortNeuForm
{
    [Display(Name = "Neues Kennwort"), Required, StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string Kennwort { get; set; } = "";
}
