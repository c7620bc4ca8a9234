using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Fachgruppen.Beitritt;

/// <summary>
/// Jede und jeder kann um Aufnahme bitten. Die Antwort ist für alle dieselbe, ob die Adresse bekannt ist, schon einmal angefragt hat oder nicht.
/// </summary>
public sealed class BeitrittController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet("/fachgruppen/{kennung}/beitritt")]
    public async Task<IActionResult> Neu(string kennung)
    {
        var ich = await Db.Personen.AsNoTracking().FirstOrDefaultAsync(p => p.Id == Wer.PersonId);
        return await Zeigen(kennung, new Beitrittsform { Vorname = ich?.Vorname ?? "", Nachname = ich?.Nachname ?? "", Email = ich?.Email ?? "" });
    }

    [HttpPost("/fachgruppen/{kennung}/beitritt")]
    [EnableRateLimiting(RateLimits.PublicForm)]
    [ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Bitten(string kennung, Beitrittsform form)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        var anfrage = new Beitrittsanfrage(gruppe, form.Vorname, form.Nachname, form.Email, form.Nachricht ?? "", Jetzt);
        if (string.IsNullOrEmpty(form.Webseite) && !await Db.Beitrittsanfragen.Offen.AnyAsync(a => a.FachgruppeId == gruppe.Id && a.EmailNormal == anfrage.EmailNormal))
        {
            Db.Add(anfrage);
            Db.OutgoingMails.Add(Gruppenbriefe.BeitrittAngekommen(briefe, anfrage, gruppe));
            foreach (var (email, name) in await Db.WerUeberBeitritteEntscheidetAsync(gruppe.Id))
                Db.OutgoingMails.Add(Gruppenbriefe.BeitrittErbeten(briefe, gruppe, email, name));
            await Db.SaveChangesAsync();
        }
        return Redirect($"/fachgruppen/{kennung}/beitritt/angekommen");
    }

    [HttpGet("/fachgruppen/{kennung}/beitritt/angekommen")]
    public async Task<IActionResult> Angekommen(string kennung) =>
        await Laden(kennung) is { } gruppe ? View("Angekommen", gruppe) : NotFound();

    private Task<Fachgruppe?> Laden(string kennung) => Db.Fachgruppen.SichtbarFuer(Wer).FirstOrDefaultAsync(g => g.Kennung == kennung);

    private async Task<IActionResult> Zeigen(string kennung, Beitrittsform form)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        ViewData["Gruppe"] = gruppe;
        ViewData["Einwand"] = Wer.IstMitgliedVon(gruppe.Id) ? "Sie gehören schon zu dieser Gruppe." : Fachgruppenregeln.DarfBeitrittErbitten(gruppe).Einwand;
        return View("Beitritt", form);
    }
}
