using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.Personen;

/// <summary>Rollen festlegen, Zugang sperren und wieder öffnen, verlorenen zweiten Faktor entfernen. Alles steht danach im Verlauf.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
[Route("/verwaltung/personen/{kennung}")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RechteController(PortalDb db, TimeProvider uhr, UserManager<Konto> konten) : PortalController(db, uhr)
{
    [HttpPost("rollen"), ZeigtWieder(nameof(RollenformularAsync), Stand = nameof(SeiteAsync))]
    public async Task<IActionResult> RollenSetzen(string kennung, RollenForm form, [FromServices] MailWriter briefe)
    {
        if (await Db.PersonAsync(kennung) is not { } person) return NotFound();
        var bisher = person.Rollen;
        Db.Entry(person).Property(p => p.Version).OriginalValue = form.Version;
        person.RollenSetzen(form.Rollen, await Db.VerbleibendeOhneAsync(person.Id), Wer, Jetzt);
        if (person.Rollen != bisher) await SchreibenAsync(Zugangsbriefe.RollenGeaendert(briefe, person), person);
        await Db.SaveChangesAsync();
        return Zurueck(person, $"Die Rollen von {person.Name} sind gespeichert.");
    }

    [HttpGet("sperre")]
    public async Task<IActionResult> SperreZeigen(string kennung) => await SperrformularAsync(kennung, new());

    [HttpPost("sperre"), ZeigtWieder(nameof(SperrformularAsync))]
    public async Task<IActionResult> Sperren(string kennung, SperreForm form, [FromServices] MailWriter briefe)
    {
        if (await Db.PersonAsync(kennung) is not { } person) return NotFound();
        person.Sperren(form.Grund.Trim(), await Db.VerbleibendeOhneAsync(person.Id), Wer, Jetzt);
        await SchreibenAsync(Zugangsbriefe.ZugangGesperrt(briefe, person), person);
        await Db.SaveChangesAsync();
        return Zurueck(person, $"Der Zugang von {person.Name} ist gesperrt.");
    }

    [HttpPost("entsperrung"), ZeigtWieder(nameof(SeiteAsync))]
    public async Task<IActionResult> Entsperren(string kennung, [FromServices] MailWriter briefe)
    {
        if (await Db.PersonAsync(kennung) is not { } person) return NotFound();
        person.Entsperren(Wer, Jetzt);
        await SchreibenAsync(Zugangsbriefe.ZugangGeoeffnet(briefe, person), person);
        await Db.SaveChangesAsync();
        return Zurueck(person, $"Der Zugang von {person.Name} ist wieder offen.");
    }

    [HttpPost("zweiter-faktor-entfernung"), ZeigtWieder(nameof(SeiteAsync))]
    public async Task<IActionResult> ZweitenFaktorEntfernen(string kennung, [FromServices] MailWriter briefe)
    {
        if (await Db.PersonAsync(kennung) is not { } person || await Db.Users.FirstOrDefaultAsync(k => k.PersonId == person.Id) is not { } konto) return NotFound();
        person.ZweitenFaktorEntfernen(konto.TwoFactorEnabled, Wer, Jetzt);
        Db.OutgoingMails.Add(Zugangsbriefe.ZweiterFaktor(briefe, person, eingeschaltet: false));
        await konten.SetTwoFactorEnabledAsync(konto, false);
        return Zurueck(person, $"Der zweite Faktor von {person.Name} ist entfernt. Sie oder er kann ihn unter „Mein Konto“ neu einrichten.");
    }

    /// <summary>Wer noch kein Konto hat, weiß von keinem Zugang; und was man selbst tut, muss man nicht lesen.</summary>
    private async Task SchreibenAsync(OutgoingMail brief, Person an)
    {
        if (an.Id != Wer.PersonId && await Db.HatKontoAsync(an.EmailNormal)) Db.OutgoingMails.Add(brief);
    }

    private RedirectResult Zurueck(Person person, string satz)
    {
        Melden(satz);
        return Redirect($"/verwaltung/personen/{person.Kennung}");
    }

    private async Task<IActionResult> SeiteAsync(string kennung) => await Db.PersonenseiteAsync(kennung, Wer, Jetzt) is { } seite ? View("Person", seite) : NotFound();

    private async Task<IActionResult> RollenformularAsync(string kennung, RollenForm form) =>
        await Db.PersonenseiteAsync(kennung, Wer, Jetzt) is { } seite ? View("Person", seite with { Rollenform = form }) : NotFound();

    private async Task<IActionResult> SperrformularAsync(string kennung, SperreForm form)
    {
        if (await Db.PersonAsync(kennung) is not { } person) return NotFound();
        ViewData["Person"] = person;
        ViewData["Einwand"] = Personenregeln.DarfSperren(person, Wer, await Db.VerbleibendeOhneAsync(person.Id)).Einwand;
        return View("Sperre", form);
    }
}

public sealed class RollenForm
{
    [Display(Name = "Rollen")]
    public List<Rolle> Rollen { get; set; } = [];

    /// <summary>Der Stand, den die Person vor Augen hatte.</summary>
    public int Version { get; set; }
}

public sealed class SperreForm
{
    [Display(Name = "Grund"), Required, StringLength(500), SauberesFeld]
    public string Grund { get; set; } = "";
}
