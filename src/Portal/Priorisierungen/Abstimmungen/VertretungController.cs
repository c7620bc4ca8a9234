using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Für einen Sitz stimmt die Stellvertretung, oder wieder das Mitglied.</summary>
[Authorize, Route("/konferenz/abstimmungen/{kennung}/sitze/{sitz}")]
public sealed class VertretungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : Abstimmungscontroller(db, uhr)
{
    [HttpGet("uebergabe")]
    public Task<IActionResult> Fragen(string kennung, string sitz) => Zeigen(kennung, sitz, new());

    [HttpPost("uebergabe"), ZeigtWieder(nameof(Zeigen))]
    public Task<IActionResult> Uebergeben(string kennung, string sitz, Uebergabeform form) => Db.AlleinInDerAbstimmungAsync<IActionResult>(kennung, async () =>
    {
        if (await LadenAsync(kennung, sitz) is not ({ } abstimmung, { } recht)) return NotFound();
        Abstimmungsregeln.DarfUebergeben(abstimmung, recht, Wer, Jetzt).Verlangen();
        var person = await Db.Personen.FirstOrDefaultAsync(p => p.Kennung == form.Person) ?? throw new RegelVerletzt("Diese Person vertritt den Sitz nicht.", nameof(form.Person));
        abstimmung.Uebergeben(recht, person, form.Grund ?? "", Wer, Jetzt);
        Db.OutgoingMails.Add(Abstimmungsbriefe.Uebergeben(briefe, abstimmung, recht, person));
        await Db.SaveChangesAsync();
        return ZurSeite(kennung, $"Für den Sitz {recht.Sitzname} stimmt jetzt {person.Name}.");
    });

    [HttpPost("ruecknahme")]
    public Task<IActionResult> Zuruecknehmen(string kennung, string sitz) => Db.AlleinInDerAbstimmungAsync<IActionResult>(kennung, async () =>
    {
        if (await LadenAsync(kennung, sitz) is not ({ } abstimmung, { } recht)) return NotFound();
        abstimmung.Zuruecknehmen(recht, Wer, Jetzt);
        await Db.SaveChangesAsync();
        return ZurSeite(kennung, $"Für den Sitz {recht.Sitzname} stimmt wieder {recht.Inhaber!.Name}.");
    });

    private async Task<IActionResult> Zeigen(string kennung, string sitz, Uebergabeform form)
    {
        if (await LadenAsync(kennung, sitz) is not ({ } abstimmung, { } recht)) return NotFound();
        Abstimmungsregeln.DarfUebergeben(abstimmung, recht, Wer, Jetzt).Verlangen();
        ViewData["Seite"] = new Uebergabeseite(abstimmung, recht,
            [.. recht.Sitz.StellvertretungenAm(Heute).Select(v => (v.Person, Abstimmungsregeln.KannVertreten(abstimmung, recht, v.Person, Heute)))], Wer);
        return View("Uebergabe", form);
    }
}
