using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.Anmeldung;

/// <summary>Anmelden mit E-Mail-Adresse und Kennwort.</summary>
[Route("/anmeldung")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AnmeldungController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : PortalController(db, uhr)
{
    [HttpGet]
    public IActionResult Zeigen(string? zurueck) => Wer.IstAngemeldet ? ZurueckNach(zurueck) : Formular(new() { Zurueck = zurueck });

    [HttpPost, EnableRateLimiting(RateLimits.SignIn), ZeigtWieder(nameof(Formular))]
    public async Task<IActionResult> Anmelden(AnmeldungForm form, [FromServices] MailWriter briefe)
    {
        var konto = await Db.KontoZuAdresseAsync(form.Email);
        var ergebnis = await anmeldung.MitKennwortAsync(konto, form.Kennwort, form.Merken);
        if (ergebnis.RequiresTwoFactor) return RedirectToAction("Zeigen", "ZweiterFaktor", new { form.Zurueck, form.Merken });
        if (ergebnis.IsNotAllowed) throw new RegelVerletzt(Kennwortanmeldung.Gesperrt);
        if (ergebnis.IsLockedOut)
        {
            Db.OutgoingMails.Add(Zugangsbriefe.Fehlversuche(briefe, konto!.Person));
            await Db.SaveChangesAsync();
        }
        if (!ergebnis.Succeeded) throw new RegelVerletzt(Kennwortanmeldung.Falsch, nameof(form.Kennwort));
        await Db.AnmeldungVermerkenAsync(konto!, Jetzt);
        return ZurueckNach(form.Zurueck);
    }

    private ViewResult Formular(AnmeldungForm form) => View("Anmeldung", form);
}
