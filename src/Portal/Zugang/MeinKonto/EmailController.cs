using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.MeinKonto;

/// <summary>Die E-Mail-Adresse wechseln: Die neue gilt erst, wenn sie von dort bestätigt ist; die bisherige erfährt davon.</summary>
[Route("/konto/email")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EmailController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : PortalController(db, uhr)
{
    private const string Vergeben = "Zu dieser Adresse gibt es schon ein Konto. Sie bleibt dort; Ihre bisherige gilt weiter.";

    [Authorize, HttpGet]
    public async Task<IActionResult> Zeigen() => await FormularAsync(new());

    [Authorize, HttpPost, EnableRateLimiting(RateLimits.PublicForm), ZeigtWieder(nameof(FormularAsync))]
    public async Task<IActionResult> Anfordern(EmailForm form, [FromServices] MailWriter briefe)
    {
        Namensregeln.TaugtAlsAdresse(form.Email).Verlangen(nameof(form.Email));
        var konto = await Db.KontoVonAsync(Wer);
        await anmeldung.BestaetigenAsync(konto, form.Kennwort, nameof(form.Kennwort));
        if (Person.Normal(form.Email) == konto.Person.EmailNormal) throw new RegelVerletzt("Das ist schon Ihre Adresse.", nameof(form.Email));
        // Auch eine vergebene Adresse bekommt dieselbe Antwort: Wer hier ein Konto hat, geht andere nichts an.
        var (link, geheimnis) = Zugangslink.FuerNeueEmail(konto, form.Email, Jetzt);
        Db.Zugangslinks.Add(link);
        Db.OutgoingMails.Add(Zugangsbriefe.EmailBestaetigen(briefe, konto.Person, link.NeueEmail, geheimnis));
        Db.OutgoingMails.Add(Zugangsbriefe.EmailWirdGeaendert(briefe, konto.Person, link.NeueEmail));
        await Db.SaveChangesAsync();
        Melden($"Wir haben einen Brief an {link.NeueEmail} geschickt. Die Adresse gilt, sobald Sie den Link darin bestätigen.");
        return Redirect("/konto");
    }

    [HttpGet("{geheimnis}")]
    public async Task<IActionResult> BestaetigenZeigen(string geheimnis) =>
        await Db.ZugangslinkAsync(Linkzweck.EmailAendern, geheimnis) is not { } link ? Ungueltig("Diesen Link gibt es nicht. Vielleicht ist die Adresse unvollständig.", 404)
        : link.IstGueltig(Jetzt) is { Erlaubt: false } nein ? Ungueltig(nein.Einwand, 410)
        : View("EmailBestaetigen", link);

    [HttpPost("{geheimnis}"), EnableRateLimiting(RateLimits.PublicForm)]
    public async Task<IActionResult> Bestaetigen(string geheimnis, [FromServices] MailWriter briefe)
    {
        if (await Db.ZugangslinkAsync(Linkzweck.EmailAendern, geheimnis) is not { Konto: { } konto } link || !link.IstGueltig(Jetzt).Erlaubt) return await BestaetigenZeigen(geheimnis);
        var bisherige = konto.Person.Email;
        if (await Db.Personen.AnyAsync(p => p.EmailNormal == Person.Normal(link.NeueEmail))) return Ungueltig(Vergeben, 410);
        link.Benutzen(Jetzt);
        konto.Person.EmailAendern(link.NeueEmail, konto.PersonId, Jetzt);
        konto.Email = konto.NormalizedEmail = null;
        Db.OutgoingMails.Add(Zugangsbriefe.EmailGeaendert(briefe, bisherige, konto.Person.Name));
        try
        {
            await anmeldung.UserManager.UpdateSecurityStampAsync(konto);
        }
        catch (DbUpdateException fehler) when (fehler.IsDuplicate())
        {
            throw new RegelVerletzt(Vergeben, fehler);
        }
        await anmeldung.SignOutAsync();
        Melden("Ihre neue E-Mail-Adresse gilt. Bitte melden Sie sich damit an.");
        return Redirect("/anmeldung");
    }

    private ViewResult Ungueltig(string satz, int status) => new LinkUngueltig("Der Link gilt nicht", satz, "/konto", "Zu meinem Konto").Zeigen(this, status);

    private async Task<IActionResult> FormularAsync(EmailForm form)
    {
        var konto = await Db.KontoVonAsync(Wer);
        ViewData["HatKennwort"] = konto.PasswordHash is not null;
        ViewData["Bisherige"] = konto.Person.Email;
        return View("Email", form);
    }
}
