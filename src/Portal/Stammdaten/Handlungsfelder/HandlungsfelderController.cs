using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Handlungsfelder;

/// <summary>Die Handlungsfelder der Gemeinde: hinzufügen, ändern, löschen, solange niemand sie verwendet.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
public sealed class HandlungsfelderController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/verwaltung/handlungsfelder")]
    public async Task<IActionResult> Liste() => View("Liste", await Db.Handlungsfelder.AsNoTracking().OrderBy(h => h.Reihenfolge).ThenBy(h => h.Name)
        .Select(h => new Handlungsfeldzeile(h.Kennung, h.Name, h.Beschreibung, h.Fachausschuss, h.Stillgelegt,
            Db.Fachgruppen.Count(g => g.HandlungsfeldId == h.Id), Db.Vorschlaege.Count(v => v.HandlungsfeldId == h.Id))).ToListAsync());

    [HttpGet("/verwaltung/handlungsfelder/neu")]
    public IActionResult Neu() => ZeigenNeu(new Handlungsfeldform());

    [HttpPost("/verwaltung/handlungsfelder")]
    [ZeigtWieder(nameof(ZeigenNeu))]
    public async Task<IActionResult> Hinzufuegen(Handlungsfeldform form)
    {
        var letzte = await Db.Handlungsfelder.MaxAsync(h => (int?)h.Reihenfolge) ?? 0;
        var feld = new Handlungsfeld(form.Name, form.Beschreibung ?? "", form.Fachausschuss ?? "", letzte + 1);
        if (feld.Kennung == "neu" || await Db.Handlungsfelder.AnyAsync(h => h.Kennung == feld.Kennung))
            throw new RegelVerletzt("Ein Handlungsfeld mit diesem Namen gibt es schon.", nameof(form.Name));
        feld.Hinzufuegen(Wer, Jetzt);
        Db.Add(feld);
        await Db.SaveChangesAsync();
        Melden($"Das Handlungsfeld „{feld.Name}“ ist hinzugefügt.");
        return Redirect("/verwaltung/handlungsfelder");
    }

    [HttpGet("/verwaltung/handlungsfelder/{kennung}")]
    public async Task<IActionResult> Aendern(string kennung) => await Laden(kennung) is not { } feld ? NotFound()
        : await Zeigen(kennung, new Handlungsfeldform { Name = feld.Name, Beschreibung = feld.Beschreibung, Fachausschuss = feld.Fachausschuss, Version = feld.Version });

    [HttpPost("/verwaltung/handlungsfelder/{kennung}")]
    [ZeigtWieder(nameof(Zeigen), Stand = nameof(Aendern))]
    public async Task<IActionResult> Speichern(string kennung, Handlungsfeldform form)
    {
        if (await Laden(kennung) is not { } feld) return NotFound();
        Db.Entry(feld).Property(h => h.Version).OriginalValue = form.Version;
        feld.Aendern(form.Name, form.Beschreibung ?? "", form.Fachausschuss ?? "", Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Das Handlungsfeld „{feld.Name}“ ist gespeichert.");
        return Redirect("/verwaltung/handlungsfelder");
    }

    [HttpGet("/verwaltung/handlungsfelder/{kennung}/loeschung")]
    public async Task<IActionResult> Loeschung(string kennung)
    {
        if (await Laden(kennung) is not { } feld) return NotFound();
        ViewData["Einwand"] = Stammdatenregeln.DarfLoeschen(feld, await Verwendungen(feld)).Einwand;
        return View("Loeschung", feld);
    }

    [HttpPost("/verwaltung/handlungsfelder/{kennung}/loeschung")]
    public async Task<IActionResult> Loeschen(string kennung)
    {
        if (await Laden(kennung) is not { } feld) return NotFound();
        feld.Loeschen(await Verwendungen(feld), Wer, Jetzt);
        Db.Remove(feld);
        await Db.SaveChangesAsync();
        Melden($"Das Handlungsfeld „{feld.Name}“ ist gelöscht.");
        return Redirect("/verwaltung/handlungsfelder");
    }

    private Task<Handlungsfeld?> Laden(string kennung) => Db.Handlungsfelder.FirstOrDefaultAsync(h => h.Kennung == kennung);

    private async Task<int> Verwendungen(Handlungsfeld feld) =>
        await Db.Fachgruppen.CountAsync(g => g.HandlungsfeldId == feld.Id) + await Db.Vorschlaege.CountAsync(v => v.HandlungsfeldId == feld.Id);

    private ViewResult ZeigenNeu(Handlungsfeldform form)
    {
        ViewData["Kennung"] = null;
        return View("Feld", form);
    }

    private async Task<IActionResult> Zeigen(string kennung, Handlungsfeldform form)
    {
        if (await Laden(kennung) is not { } feld) return NotFound();
        (ViewData["Kennung"], ViewData["Stillgelegt"]) = (kennung, feld.Stillgelegt);
        return View("Feld", form);
    }
}
