using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Sozialraeume;

/// <summary>Der Baum der Sozialräume: hinzufügen, umbenennen, verschieben, löschen, solange niemand sie verwendet.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
public sealed class SozialraeumeController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/verwaltung/sozialraeume")]
    public async Task<IActionResult> Baum() => View("Baum", new Sozialraumbaum(await Db.SozialraeumeGeordnetAsync(), await Db.RaumverwendungenAsync()));

    [HttpGet("/verwaltung/sozialraeume/neu")]
    public Task<IActionResult> Neu(string? unter) => ZeigenNeu(new Sozialraumform { Uebergeordnet = unter });

    [HttpPost("/verwaltung/sozialraeume")]
    [ZeigtWieder(nameof(ZeigenNeu))]
    public async Task<IActionResult> Hinzufuegen(Sozialraumform form)
    {
        var alle = await Db.SozialraeumeGeordnetAsync();
        var ueber = Ueber(form, alle);
        var raum = new Sozialraum(form.Name, form.Ebene, ueber, alle.Count(r => r.UebergeordnetId == ueber?.Id) + 1);
        if (raum.Kennung is "neu" or "import" || alle.Any(r => r.Kennung == raum.Kennung)) throw new RegelVerletzt("Einen Sozialraum mit diesem Namen gibt es schon.", nameof(form.Name));
        raum.Hinzufuegen(alle, Wer, Jetzt);
        Db.Add(raum);
        await Db.SaveChangesAsync();
        Melden($"„{raum.Name}“ ist hinzugefügt.");
        return Redirect("/verwaltung/sozialraeume");
    }

    [HttpGet("/verwaltung/sozialraeume/{kennung}")]
    public async Task<IActionResult> Aendern(string kennung) => await Db.Sozialraeume.Include(r => r.Uebergeordnet).FirstOrDefaultAsync(r => r.Kennung == kennung) is not { } raum ? NotFound()
        : await Zeigen(kennung, new Sozialraumform { Name = raum.Name, Ebene = raum.Ebene, Uebergeordnet = raum.Uebergeordnet?.Kennung, Version = raum.Version });

    [HttpPost("/verwaltung/sozialraeume/{kennung}")]
    [ZeigtWieder(nameof(Zeigen), Stand = nameof(Aendern))]
    public async Task<IActionResult> Speichern(string kennung, Sozialraumform form)
    {
        var alle = await Db.SozialraeumeGeordnetAsync();
        if (alle.Find(r => r.Kennung == kennung) is not { } raum) return NotFound();
        Db.Entry(raum).Property(r => r.Version).OriginalValue = form.Version;
        raum.Aendern(form.Name, form.Ebene, Ueber(form, alle), alle, Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"„{raum.Name}“ ist gespeichert.");
        return Redirect("/verwaltung/sozialraeume");
    }

    [HttpGet("/verwaltung/sozialraeume/{kennung}/loeschung")]
    public async Task<IActionResult> Loeschung(string kennung)
    {
        if (await Db.Sozialraeume.FirstOrDefaultAsync(r => r.Kennung == kennung) is not { } raum) return NotFound();
        var (verwendungen, unterraeume) = await WasDaranHaengtAsync(raum);
        ViewData["Einwand"] = Stammdatenregeln.DarfLoeschen(raum, verwendungen, unterraeume).Einwand;
        return View("Loeschung", raum);
    }

    [HttpPost("/verwaltung/sozialraeume/{kennung}/loeschung")]
    public async Task<IActionResult> Loeschen(string kennung)
    {
        if (await Db.Sozialraeume.FirstOrDefaultAsync(r => r.Kennung == kennung) is not { } raum) return NotFound();
        var (verwendungen, unterraeume) = await WasDaranHaengtAsync(raum);
        raum.Loeschen(verwendungen, unterraeume, Wer, Jetzt);
        Db.Remove(raum);
        await Db.SaveChangesAsync();
        Melden($"„{raum.Name}“ ist gelöscht.");
        return Redirect("/verwaltung/sozialraeume");
    }

    private async Task<(int Verwendungen, int Unterraeume)> WasDaranHaengtAsync(Sozialraum raum) =>
        (await Db.Vorschlaege.CountAsync(v => v.Sozialraeume.Any(s => s.Id == raum.Id)), await Db.Sozialraeume.CountAsync(r => r.UebergeordnetId == raum.Id));

    private static Sozialraum? Ueber(Sozialraumform form, List<Sozialraum> alle) => string.IsNullOrEmpty(form.Uebergeordnet) ? null
        : alle.Find(r => r.Kennung == form.Uebergeordnet) ?? throw new RegelVerletzt("Den übergeordneten Raum gibt es nicht mehr.", nameof(form.Uebergeordnet));

    private Task<IActionResult> ZeigenNeu(Sozialraumform form) => Zeigen(null, form);

    private async Task<IActionResult> Zeigen(string? kennung, Sozialraumform form)
    {
        var alle = await Db.SozialraeumeGeordnetAsync();
        if (kennung is not null && alle.TrueForAll(r => r.Kennung != kennung)) return NotFound();
        (ViewData["Kennung"], ViewData["Raeume"]) = (kennung, new Sozialraumbaum(alle, new Dictionary<int, int>()));
        return View("Raum", form);
    }
}
