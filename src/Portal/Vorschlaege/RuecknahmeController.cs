using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Vorschlaege;

/// <summary>Eine Veröffentlichung zurücknehmen, mit Grund: etwa weil im Text jemand zu erkennen ist. Veröffentlicht werden kann der Vorschlag danach wieder.</summary>
[Authorize]
public sealed class RuecknahmeController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/ruecknahme")]
    public async Task<IActionResult> Seite(string kennung, Grundform? form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.AsNoTracking().ImKreisVon(Wer).MitKennung(kennung).Include(v => v.Fachgruppe).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        ViewData["Vorschlag"] = vorschlag;
        ViewData["Auskunft"] = Vorschlagsregeln.DarfVeroeffentlichungZuruecknehmen(vorschlag, "Grund folgt", Wer);
        return View("Ruecknahme", form ?? new());
    }

    [HttpPost("/vorschlaege/{kennung}/ruecknahme"), ZeigtWieder(nameof(Seite))]
    public async Task<IActionResult> Zuruecknehmen(string kennung, Grundform form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        vorschlag.VeroeffentlichungZuruecknehmen(form.GeprueftGrund(), Wer, Jetzt);
        foreach (var person in await Db.AndereMitgliederAsync(vorschlag.FachgruppeId, Wer, abbruch)) Db.OutgoingMails.Add(Vorschlagsbriefe.NichtMehrOeffentlich(briefe, vorschlag, person));
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Vorschlag ist nicht mehr öffentlich. Die Gruppe bekommt eine Mail.");
        return Redirect($"/vorschlaege/{kennung}");
    }
}
