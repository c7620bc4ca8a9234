using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;
using Portal.Zugang.Personen;

namespace Portal.Fachgruppen.Mitglieder;

/// <summary>Wer zur Gruppe gehört, in welcher Stellung, und wie eine Mitgliedschaft endet.</summary>
[Authorize]
public sealed class MitgliederController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    private const int Seitenlaenge = 100;

    [HttpGet("/fachgruppen/{kennung}/mitglieder"), Einsicht("Mitgliederliste einer Gruppe")]
    public async Task<IActionResult> Liste(string kennung, string? nach)
    {
        var gruppe = await Db.Fachgruppen.AsNoTracking().ImInnerenSichtbarFuer(Wer)
            .Include(g => g.Mitgliedschaften.Where(m => m.Bis == null && m.Rolle == Mitgliedsrolle.Sprecher)).AsSplitQuery().FirstOrDefaultAsync(g => g.Kennung == kennung);
        if (gruppe is null) return NotFound();
        var fuehrt = Wer.IstGeschaeftsfuehrung || Wer.IstSprecherVon(gruppe.Id);
        var mitglieder = await Db.MitgliederAsync(gruppe.Id, nach, Seitenlaenge + 1);
        var einladungen = fuehrt ? await Db.OffeneEinladungenAsync(gruppe.Id) : [];
        var anfragen = await Db.Beitrittsanfragen.AsNoTracking().Offen.SichtbarFuer(Wer).Where(a => a.FachgruppeId == gruppe.Id).OrderBy(a => a.GestelltAm).Take(50).ToListAsync();
        var weiter = mitglieder.Count > Seitenlaenge ? $"/fachgruppen/{kennung}/mitglieder?nach={mitglieder[Seitenlaenge - 1].Kennung}" : null;
        return View("Mitglieder", new Mitgliederseite(gruppe, [.. mitglieder.Take(Seitenlaenge)], weiter, einladungen, anfragen, Wer, Jetzt));
    }

    [HttpPost("/fachgruppen/{kennung}/mitglieder/{person}/stellung")]
    public async Task<IActionResult> StellungAendern(string kennung, string person, Mitgliedsrolle rolle)
    {
        if (await Laden(kennung, person) is not var (gruppe, mitgliedschaft)) return NotFound();
        gruppe.StellungAendern(mitgliedschaft, rolle, Wer, Jetzt);
        if (mitgliedschaft.PersonId != Wer.PersonId) Db.OutgoingMails.Add(Gruppenbriefe.StellungGeaendert(briefe, gruppe, mitgliedschaft.Person, rolle));
        await Db.SaveChangesAsync();
        Melden($"{mitgliedschaft.Person.Name} ist jetzt {rolle.Anzeige()}.");
        return Redirect($"/fachgruppen/{kennung}{(gruppe.Mitgliedschaften.Any(m => m.PersonId == Wer.PersonId) || Wer.IstGeschaeftsfuehrung ? "/mitglieder" : "")}");
    }

    [HttpGet("/fachgruppen/{kennung}/mitglieder/{person}/austritt")]
    public Task<IActionResult> Austritt(string kennung, string person) => Fragen(kennung, person, new Austrittsform());

    [HttpPost("/fachgruppen/{kennung}/mitglieder/{person}/austritt")]
    [ZeigtWieder(nameof(Fragen))]
    public async Task<IActionResult> Beenden(string kennung, string person, Austrittsform form)
    {
        if (await Laden(kennung, person) is not var (gruppe, mitgliedschaft)) return NotFound();
        gruppe.Beenden(mitgliedschaft, Wer, Jetzt, form.Grund ?? "");
        var selbst = mitgliedschaft.PersonId == Wer.PersonId;
        if (!selbst) Db.OutgoingMails.Add(Gruppenbriefe.MitgliedschaftBeendet(briefe, gruppe, mitgliedschaft.Person, Wer, form.Grund ?? ""));
        await Db.SaveChangesAsync();
        Melden(selbst ? $"Sie gehören der Gruppe „{gruppe.Name}“ nicht mehr an." : $"Die Mitgliedschaft von {mitgliedschaft.Person.Name} ist beendet.");
        return Redirect($"/fachgruppen/{kennung}{(selbst && !Wer.IstGeschaeftsfuehrung ? "" : "/mitglieder")}");
    }

    private async Task<IActionResult> Fragen(string kennung, string person, Austrittsform form)
    {
        if (await Laden(kennung, person) is not var (gruppe, mitgliedschaft)) return NotFound();
        ViewData["Gruppe"] = gruppe;
        ViewData["Person"] = mitgliedschaft.Person;
        ViewData["IstSelbst"] = mitgliedschaft.PersonId == Wer.PersonId;
        ViewData["Einwand"] = Fachgruppenregeln.DarfBeenden(gruppe, mitgliedschaft, Wer).Einwand;
        return View("Austritt", form);
    }

    private async Task<(Fachgruppe, Mitgliedschaft)?> Laden(string kennung, string person)
    {
        var gruppe = await Db.Fachgruppen.ImInnerenSichtbarFuer(Wer).MitMitgliedern.FirstOrDefaultAsync(g => g.Kennung == kennung);
        if (gruppe?.Mitgliedschaften.FirstOrDefault(m => m.Person.Kennung == person) is not { } mitgliedschaft) return null;
        // Die Version der Gruppe zählt mit: Zwei, die zugleich die beiden letzten Sprecher:innen abberufen, kommen nicht beide durch.
        Db.Entry(gruppe).Property(g => g.Version).IsModified = true;
        return (gruppe, mitgliedschaft);
    }
}
