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
public sealed class AnmeldungController(PortalDb db, TimeProvider uhr, SignInManager<Konto> anmeldung) : Anmeldecontroller(db, uhr, anmeldung)
{
    [HttpGet]
    public IActionResult Zeigen(string? zurueck) => Wer.IstAngemeldet ? ZurueckNach(zurueck) : Formular(new() { Zurueck = zurueck });

    [HttpPost, EnableRateLimiting(RateLimits.SignIn), ZeigtWieder(nameof(Formular))]
    public async Task<IActionResult> Anmelden(AnmeldungForm form, [FromServices] MailWriter briefe)
    {
        var konto = await Db.KontoZuAdresseAsync(form.Email);
        var ergebnis = await Anmeldung.MitKennwortAsync(konto, form.Kennwort, form.Merken);
        if (ergebnis.RequiresTwoFactor) return ZumZweitenFaktor(form);
        if (ergebnis.IsNotAllowed) throw new RegelVerletzt(Kennwortanmeldung.Gesperrt);
        if (ergebnis.IsLockedOut)
        {
            Db.OutgoingMails.Add(Zugangsbriefe.Fehlversuche(briefe, konto!.Person));
            await Db.SaveChangesAsync();
        }
        if (!ergebnis.Succeeded) throw new RegelVerletzt(Kennwortanmeldung.Falsch, nameof(form.Kennwort));
        await Db.AnmeldungVermerkenAsync(konto!, Jetzt);
        return await WeiterAsync(form, konto!);
    }

    // Was behalten wird, ist für eine Adresse zu lang: dann steht der zweite Schritt gleich hier.
    private IActionResult ZumZweitenFaktor(AnmeldungForm form)
    {
        if (string.IsNullOrEmpty(form.Behalten)) return RedirectToAction("Zeigen", "ZweiterFaktor", new { form.Zurueck, form.Merken });
        ModelState.Clear();
        return View("ZweiterFaktor", new ZweiterFaktorForm { Zurueck = form.Zurueck, Merken = form.Merken, Behalten = form.Behalten });
    }

    private ViewResult Formular(AnmeldungForm form) => View("Anmeldung", form);
}
