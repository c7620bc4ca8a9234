using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.Personen;

/// <summary>Alle Einladungen: ansehen, ins Portal einladen, noch einmal senden, widerrufen.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
[Route("/verwaltung/einladungen")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EinladungenController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet, Einsicht("Liste der Einladungen")]
    public async Task<IActionResult> Liste(Einladungsstand? stand, string? suche, string? nach)
    {
        var (zeilen, letzte) = await Db.EinladungszeilenAsync(stand, suche, nach, Jetzt);
        var weiter = letzte is null ? null : Url.Action(nameof(Liste), new { stand, suche, nach = letzte });
        return View("Einladungen", new Einladungslistenseite(zeilen, stand, suche, weiter, Jetzt));
    }

    [HttpGet("neu")]
    public IActionResult NeuZeigen() => Formular(new());

    [HttpPost("neu"), ZeigtWieder(nameof(Formular))]
    public async Task<IActionResult> Einladen(NeueEinladungForm form)
    {
        Namensregeln.TaugtAlsAdresse(form.Email).Verlangen(nameof(form.Email));
        var (normal, jetzt) = (Person.Normal(form.Email), Jetzt);
        if (await Db.HatKontoAsync(normal)) throw new RegelVerletzt("Zu dieser Adresse gibt es schon ein Konto. Rollen ändern Sie auf der Seite der Person.", nameof(form.Email));
        if (await Db.Einladungen.AnyAsync(e => e.EmailNormal == normal && e.FachgruppeId == null && e.AngenommenAm == null && e.WiderrufenAm == null && e.GueltigBis > jetzt))
            throw new RegelVerletzt("An diese Adresse ist schon eine Einladung unterwegs. Sie können sie in der Liste noch einmal senden oder widerrufen.", nameof(form.Email));
        var (einladung, geheimnis) = Einladung.InsPortal(form.Email, form.Vorname ?? "", form.Nachname ?? "", form.Organisation ?? "", form.Rollen, Wer, jetzt);
        Db.Einladungen.Add(einladung);
        Db.OutgoingMails.Add(Einladungsbrief.Schreiben(briefe, einladung, geheimnis, Wer));
        await Db.SaveChangesAsync();
        return ZurListe($"Die Einladung an {einladung.Email} ist unterwegs.");
    }

    [HttpPost("{kennung}/erneuerung")]
    public async Task<IActionResult> Erneuern(string kennung)
    {
        if (await Db.Einladungen.FirstOrDefaultAsync(e => e.Kennung == kennung) is not { } einladung) return NotFound();
        Personenregeln.DarfEinladen(einladung.Rollen, Wer).Verlangen();
        var geheimnis = einladung.Erneuern(Wer.PersonId, Jetzt);
        var gruppe = await Db.Fachgruppen.Where(g => g.Id == einladung.FachgruppeId).Select(g => g.Name).FirstOrDefaultAsync();
        Db.OutgoingMails.Add(Einladungsbrief.Schreiben(briefe, einladung, geheimnis, Wer, gruppe));
        await Db.SaveChangesAsync();
        return ZurListe($"Die Einladung an {einladung.Email} ist noch einmal unterwegs. Der frühere Link gilt nicht mehr.");
    }

    [HttpGet("{kennung}/widerruf")]
    public async Task<IActionResult> WiderrufZeigen(string kennung) =>
        await Db.Einladungen.FirstOrDefaultAsync(e => e.Kennung == kennung) is { } einladung ? View("Widerruf", einladung) : NotFound();

    [HttpPost("{kennung}/widerruf"), ZeigtWieder(nameof(WiderrufZeigen))]
    public async Task<IActionResult> Widerrufen(string kennung)
    {
        if (await Db.Einladungen.FirstOrDefaultAsync(e => e.Kennung == kennung) is not { } einladung) return NotFound();
        einladung.Widerrufen(Wer.PersonId, Jetzt);
        await Db.SaveChangesAsync();
        return ZurListe($"Die Einladung an {einladung.Email} ist widerrufen.");
    }

    private RedirectResult ZurListe(string satz)
    {
        Melden(satz);
        return Redirect("/verwaltung/einladungen");
    }

    private ViewResult Formular(NeueEinladungForm form) => View("NeueEinladung", form);
}

public sealed class NeueEinladungForm
{
    [Display(Name = "E-Mail-Adresse"), Required, StringLength(Namensregeln.HoechstlaengeEmail), MailAddressField]
    public string Email { get; set; } = "";

    [Display(Name = "Vorname"), StringLength(Namensregeln.HoechstlaengeName), SauberesFeld]
    public string? Vorname { get; set; }

    [Display(Name = "Nachname"), StringLength(Namensregeln.HoechstlaengeName), SauberesFeld]
    public string? Nachname { get; set; }

    [Display(Name = "Organisation"), StringLength(Namensregeln.HoechstlaengeOrganisation), SauberesFeld]
    public string? Organisation { get; set; }

    [Display(Name = "Rollen")]
    public List<Rolle> Rollen { get; set; } = [];
}
