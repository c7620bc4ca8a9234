using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Fachgruppen.Fuehren;

/// <summary>Name, Thema, Auftrag und Treffen der Gruppe; sie ändern ihre Sprecher:innen oder die Geschäftsführung.</summary>
[Authorize]
public sealed class AngabenController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/fachgruppen/{kennung}/angaben")]
    public async Task<IActionResult> Aendern(string kennung)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        return await Zeigen(kennung, new Angabenform
        {
            Name = gruppe.Name,
            Handlungsfeld = gruppe.Handlungsfeld?.Kennung,
            Querschnittsthema = gruppe.Querschnittsthema,
            Auftrag = gruppe.Auftrag,
            Turnus = gruppe.Turnus,
            Version = gruppe.Version,
        });
    }

    [HttpPost("/fachgruppen/{kennung}/angaben")]
    [ZeigtWieder(nameof(Zeigen), Stand = nameof(Aendern))]
    public async Task<IActionResult> Speichern(string kennung, Angabenform form)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        Db.Entry(gruppe).Property(g => g.Version).OriginalValue = form.Version;
        gruppe.AngabenAendern(form.Name, await Db.HandlungsfeldIdAsync(form.Handlungsfeld), form.Querschnittsthema ?? "", form.Auftrag ?? "", form.Turnus ?? "", Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden("Die Angaben zur Gruppe sind gespeichert.");
        return Redirect($"/fachgruppen/{kennung}");
    }

    private Task<Fachgruppe?> Laden(string kennung) =>
        Db.Fachgruppen.ImInnerenSichtbarFuer(Wer).Include(g => g.Handlungsfeld).FirstOrDefaultAsync(g => g.Kennung == kennung);

    private async Task<IActionResult> Zeigen(string kennung, Angabenform form)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        ViewData["Gruppe"] = gruppe;
        ViewData["Einwand"] = Fachgruppenregeln.DarfBeschreiben(gruppe, Wer).Einwand;
        ViewData["Handlungsfelder"] = await Db.HandlungsfeldwahlAsync(form.Handlungsfeld);
        return View("Angaben", form);
    }
}
