using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Bänke, ihre Sitze und ihr Anteil am Ergebnis.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/geschaeftsordnung/{kennung}/baenke")]
public sealed class BaenkeController(PortalDb db, TimeProvider uhr) : Entwurfscontroller(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Bearbeiten(string kennung) =>
        await EntwurfAsync(kennung) is { } ordnung ? Zeigen(kennung, Baenkeform.Von(ordnung)) : NotFound();

    [HttpPost, ZeigtWieder(nameof(Zeigen), Stand = nameof(Bearbeiten))]
    public async Task<IActionResult> Speichern(string kennung, Baenkeform form)
    {
        if (await EntwurfAsync(kennung, form.Version) is not { } ordnung) return NotFound();
        ordnung.BaenkeFestlegen(form.Baenke(ordnung.Inhalt), Wer);
        await Db.SaveChangesAsync();
        Melden("Die Bänke sind gespeichert.");
        return Redirect(Adresse(kennung));
    }

    private ViewResult Zeigen(string kennung, Baenkeform form)
    {
        ViewData["Kennung"] = kennung;
        return View("Baenke", form.MitLeererZeile());
    }
}
