using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen.Mitglieder;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Fachgruppen.Beitritt;

/// <summary>Die Gruppe entscheidet über eine Anfrage: aufnehmen, oder ablehnen mit einem Grund.</summary>
[Authorize]
public sealed class EntscheidungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    /// <summary>Wer schon einen Zugang hat, gehört sofort dazu; alle anderen bekommen eine Einladung.</summary>
    [HttpPost("/fachgruppen/{kennung}/beitrittsanfragen/{nummer}/annahme")]
    public async Task<IActionResult> Annehmen(string kennung, string nummer)
    {
        if (await Laden(kennung, nummer) is not { } anfrage) return NotFound();
        anfrage.Annehmen(Wer, Jetzt);
        Melden(await Db.Users.Where(k => k.Person.EmailNormal == anfrage.EmailNormal && !k.Person.Gesperrt).Select(k => k.Person).FirstOrDefaultAsync() is { } person
            ? Aufnehmen(anfrage.Fachgruppe, person) : await EinladenAsync(anfrage));
        await Db.SaveChangesAsync();
        return Redirect($"/fachgruppen/{kennung}/mitglieder");
    }

    [HttpGet("/fachgruppen/{kennung}/beitrittsanfragen/{nummer}/ablehnung")]
    public Task<IActionResult> Ablehnung(string kennung, string nummer) => Fragen(kennung, nummer, new Ablehnungsform());

    [HttpPost("/fachgruppen/{kennung}/beitrittsanfragen/{nummer}/ablehnung")]
    [ZeigtWieder(nameof(Fragen))]
    public async Task<IActionResult> Ablehnen(string kennung, string nummer, Ablehnungsform form)
    {
        if (await Laden(kennung, nummer) is not { } anfrage) return NotFound();
        anfrage.Ablehnen(form.Grund, Wer, Jetzt);
        Db.OutgoingMails.Add(Gruppenbriefe.BeitrittAbgelehnt(briefe, anfrage));
        await Db.SaveChangesAsync();
        Melden($"Die Anfrage von {anfrage.Bezeichnung} ist abgelehnt. Die Antwort mit Ihrem Grund ist unterwegs.");
        return Redirect($"/fachgruppen/{kennung}/mitglieder");
    }

    private string Aufnehmen(Fachgruppe gruppe, Person person)
    {
        gruppe.Aufnehmen(person, Mitgliedsrolle.Mitglied, Wer.PersonId, Jetzt);
        Db.OutgoingMails.Add(Gruppenbriefe.Aufgenommen(briefe, gruppe, person));
        return $"{person.Name} gehört jetzt zur Gruppe und hat eine Nachricht bekommen.";
    }

    private async Task<string> EinladenAsync(Beitrittsanfrage anfrage)
    {
        if (await Db.Einladungen.AnyAsync(e => e.FachgruppeId == anfrage.FachgruppeId && e.EmailNormal == anfrage.EmailNormal && e.AngenommenAm == null && e.WiderrufenAm == null))
            return $"Die Anfrage ist angenommen. An {anfrage.Email} ist schon eine Einladung offen.";
        var (einladung, geheimnis) = anfrage.Fachgruppe.Einladen(anfrage.Email, anfrage.Vorname, anfrage.Nachname, Mitgliedsrolle.Mitglied, Wer, Jetzt);
        Db.Einladungen.Add(einladung);
        Db.OutgoingMails.Add(Einladungsbrief.Schreiben(briefe, einladung, geheimnis, Wer, anfrage.Fachgruppe.Name));
        return $"Die Anfrage ist angenommen. {anfrage.Bezeichnung} bekommt eine Einladung, um den Zugang einzurichten.";
    }

    private async Task<Beitrittsanfrage?> Laden(string kennung, string nummer)
    {
        var anfrage = await Db.Beitrittsanfragen.SichtbarFuer(Wer).FirstOrDefaultAsync(a => a.Kennung == nummer && a.Fachgruppe.Kennung == kennung);
        if (anfrage is not null) await Db.Fachgruppen.MitMitgliedern.FirstAsync(g => g.Id == anfrage.FachgruppeId);
        return anfrage;
    }

    private async Task<IActionResult> Fragen(string kennung, string nummer, Ablehnungsform form)
    {
        if (await Laden(kennung, nummer) is not { } anfrage) return NotFound();
        if (!anfrage.IstOffen && ModelState.IsValid) return Redirect($"/fachgruppen/{kennung}/mitglieder");
        ViewData["Anfrage"] = anfrage;
        return View("Ablehnung", form);
    }
}
