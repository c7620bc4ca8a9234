using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Fachgruppen.Fuehren;

/// <summary>Die Geschäftsführung legt eine Gruppe an; sie beginnt als vorgeschlagen.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung)]
public sealed class GruendungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/fachgruppen/neu")]
    public Task<IActionResult> Neu() => Zeigen(new Gruendungsform { Am = Heute });

    [HttpPost("/fachgruppen")]
    [ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Anlegen(Gruendungsform form)
    {
        var gruppe = new Fachgruppe(form.Name, form.Weg, Wer, Jetzt, form.Am ?? Heute, form.Grund);
        await Db.NameIstFreiAsync(gruppe.Kennung);
        gruppe.Beschreiben(form.Name, await Db.HandlungsfeldIdAsync(form.Handlungsfeld), form.Querschnittsthema ?? "", form.Auftrag ?? "", form.Turnus ?? "");
        Db.Add(gruppe);
        await Db.SaveChangesAsync();
        Melden($"Die Gruppe „{gruppe.Name}“ ist angelegt. Laden Sie nun eine Sprecherin oder einen Sprecher ein.");
        return Redirect($"/fachgruppen/{gruppe.Kennung}/mitglieder");
    }

    private async Task<IActionResult> Zeigen(Gruendungsform form)
    {
        ViewData["Handlungsfelder"] = await Db.HandlungsfeldwahlAsync(form.Handlungsfeld);
        return View("Neu", form);
    }
}
