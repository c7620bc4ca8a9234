using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Wonach bewertet wird, mit Gewicht und Bedeutung der Punkte.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/geschaeftsordnung/{kennung}/kriterien")]
public sealed class KriterienController(PortalDb db, TimeProvider uhr) : Entwurfscontroller(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Bearbeiten(string kennung) =>
        await EntwurfAsync(kennung) is { } ordnung ? Zeigen(kennung, Kriterienform.Von(ordnung)) : NotFound();

    [HttpPost, ZeigtWieder(nameof(Zeigen), Stand = nameof(Bearbeiten))]
    public async Task<IActionResult> Speichern(string kennung, Kriterienform form)
    {
        if (await EntwurfAsync(kennung, form.Version) is not { } ordnung) return NotFound();
        ordnung.KriterienFestlegen(form.Kriterien(ordnung.Inhalt), Wer);
        await Db.SaveChangesAsync();
        Melden("Die Kriterien sind gespeichert.");
        return Redirect(Adresse(kennung));
    }

    private ViewResult Zeigen(string kennung, Kriterienform form)
    {
        ViewData["Kennung"] = kennung;
        return View("Kriterien", form.MitLeererZeile());
    }
}
