using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Sozialraeume;

/// <summary>Sozialräume aus einer CSV-Datei: erst ansehen, was geschehen würde, dann ganz übernehmen oder gar nicht.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
public sealed class RaumimportController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/verwaltung/sozialraeume/import")]
    public IActionResult Waehlen() => Zeigen(new Sozialraumdatei());

    [HttpPost("/verwaltung/sozialraeume/import")]
    [ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Vorschau(Sozialraumdatei form)
    {
        if (form.Datei!.Length > Sozialraumliste.HoechsteLaenge) throw new RegelVerletzt("Die Datei ist größer als 500 kB. Eine Liste von Sozialräumen ist sonst viel kleiner; haben Sie die richtige gewählt?", nameof(form.Datei));
        using var inhalt = new MemoryStream();
        await form.Datei.CopyToAsync(inhalt);
        return await VorschauZeigen(TextFile.Decode(inhalt.ToArray()));
    }

    [HttpPost("/verwaltung/sozialraeume/import/uebernahme")]
    public async Task<IActionResult> Uebernehmen(Sozialraumuebernahme form)
    {
        var alle = await Db.SozialraeumeGeordnetAsync();
        var zeilen = Sozialraumliste.Pruefen(form.Liste, alle);
        if (zeilen.Any(z => z.Art == Zeilenart.Fehler)) return await VorschauZeigen(form.Liste);
        var raeume = alle.ToDictionary(r => r.Kennung, StringComparer.Ordinal);
        foreach (var zeile in zeilen.Where(z => z.Art != Zeilenart.Unveraendert)) Uebernehmen(zeile, raeume);
        await Db.SaveChangesAsync();
        Melden($"{Texte.Anzahl(zeilen.Count(z => z.Art == Zeilenart.Neu), "Sozialraum", "Sozialräume")} hinzugefügt, {zeilen.Count(z => z.Art == Zeilenart.Geaendert)} geändert.");
        return Redirect("/verwaltung/sozialraeume");
    }

    private void Uebernehmen(Listenzeile zeile, Dictionary<string, Sozialraum> raeume)
    {
        var ueber = zeile.Uebergeordnet.Length > 0 ? raeume[zeile.Uebergeordnet] : null;
        if (!raeume.TryGetValue(zeile.Kennung, out var raum)) Db.Add(raeume[zeile.Kennung] = raum = new Sozialraum(zeile.Name, zeile.Ebene, ueber, zeile.Nummer, zeile.Kennung));
        raum.Uebernehmen(zeile.Name, zeile.Ebene, ueber, Wer, Jetzt);
    }

    private async Task<IActionResult> VorschauZeigen(string liste)
    {
        ViewData["Liste"] = liste;
        return View("Importvorschau", Sozialraumliste.Pruefen(liste, await Db.SozialraeumeGeordnetAsync()));
    }

    private ViewResult Zeigen(Sozialraumdatei form) => View("Import", form);
}
