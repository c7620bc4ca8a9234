using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Fachgruppen.Mitglieder;

/// <summary>Menschen in die Gruppe einladen; offene Einladungen noch einmal senden oder widerrufen.</summary>
[Authorize]
public sealed class EinladungenController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet("/fachgruppen/{kennung}/einladungen/neu")]
    public Task<IActionResult> Neu(string kennung, Mitgliedsrolle rolle) => Zeigen(kennung, new Einladungsform { Rolle = rolle });

    [HttpPost("/fachgruppen/{kennung}/einladungen")]
    [ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Einladen(string kennung, Einladungsform form)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        Fachgruppenregeln.DarfEinladen(gruppe, Wer).Verlangen();
        await Db.IstNochNichtDabeiAsync(gruppe.Id, form.Email);
        var (einladung, geheimnis) = gruppe.Einladen(form.Email, form.Vorname, form.Nachname, form.Rolle, Wer, Jetzt);
        Db.Einladungen.Add(einladung);
        Db.OutgoingMails.Add(Einladungsbrief.Schreiben(briefe, einladung, geheimnis, Wer, gruppe.Name));
        await Db.SaveChangesAsync();
        Melden($"Die Einladung an {einladung.Email} ist unterwegs. Sie gilt bis zum {Ortszeit.KurzMitUhrzeit(einladung.GueltigBis)}.");
        return Redirect($"/fachgruppen/{kennung}/mitglieder");
    }

    [HttpPost("/fachgruppen/{kennung}/einladungen/{nummer}/erneuerung")]
    public async Task<IActionResult> Erneuern(string kennung, string nummer)
    {
        if (await Laden(kennung) is not { } gruppe || await LadenEinladung(gruppe, nummer) is not { } einladung) return NotFound();
        Fachgruppenregeln.DarfEinladen(gruppe, Wer).Verlangen();
        var geheimnis = einladung.Erneuern(Wer.PersonId, Jetzt);
        Db.OutgoingMails.Add(Einladungsbrief.Schreiben(briefe, einladung, geheimnis, Wer, gruppe.Name));
        await Db.SaveChangesAsync();
        Melden($"Die Einladung an {einladung.Email} ist noch einmal unterwegs. Der frühere Link gilt nicht mehr.");
        return Redirect($"/fachgruppen/{kennung}/mitglieder");
    }

    [HttpGet("/fachgruppen/{kennung}/einladungen/{nummer}/widerruf")]
    public async Task<IActionResult> Widerruf(string kennung, string nummer)
    {
        if (await Laden(kennung) is not { } gruppe || await LadenEinladung(gruppe, nummer) is not { } einladung) return NotFound();
        Fachgruppenregeln.DarfEinladungWiderrufen(gruppe, Wer).Verlangen();
        ViewData["Gruppe"] = gruppe;
        return View("Widerruf", einladung);
    }

    [HttpPost("/fachgruppen/{kennung}/einladungen/{nummer}/widerruf"), ZeigtWieder(nameof(Widerruf))]
    public async Task<IActionResult> Widerrufen(string kennung, string nummer)
    {
        if (await Laden(kennung) is not { } gruppe || await LadenEinladung(gruppe, nummer) is not { } einladung) return NotFound();
        Fachgruppenregeln.DarfEinladungWiderrufen(gruppe, Wer).Verlangen();
        einladung.Widerrufen(Wer.PersonId, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Die Einladung an {einladung.Email} ist widerrufen. Der Link darin gilt nicht mehr.");
        return Redirect($"/fachgruppen/{kennung}/mitglieder");
    }

    private Task<Fachgruppe?> Laden(string kennung) => Db.Fachgruppen.ImInnerenSichtbarFuer(Wer).FirstOrDefaultAsync(g => g.Kennung == kennung);

    private Task<Einladung?> LadenEinladung(Fachgruppe gruppe, string nummer) => Db.Einladungen.FirstOrDefaultAsync(e => e.Kennung == nummer && e.FachgruppeId == gruppe.Id);

    private async Task<IActionResult> Zeigen(string kennung, Einladungsform form)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        ViewData["Gruppe"] = gruppe;
        ViewData["Einwand"] = Fachgruppenregeln.DarfEinladen(gruppe, Wer).Einwand;
        return View("Einladen", form);
    }
}
