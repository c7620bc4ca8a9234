using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Wie die Konferenz lädt, beschließt, bewertet, und wer was wann liest.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/geschaeftsordnung/{kennung}/verfahren")]
public sealed class VerfahrenController(PortalDb db, TimeProvider uhr) : Entwurfscontroller(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Bearbeiten(string kennung) =>
        await EntwurfAsync(kennung) is { } ordnung ? Zeigen(kennung, Verfahrensform.Von(ordnung)) : NotFound();

    [HttpPost, ZeigtWieder(nameof(Zeigen), Stand = nameof(Bearbeiten))]
    public async Task<IActionResult> Speichern(string kennung, Verfahrensform form)
    {
        if (await EntwurfAsync(kennung, form.Version) is not { } ordnung) return NotFound();
        ordnung.VerfahrenRegeln(form.Regeln(), Wer);
        await Db.SaveChangesAsync();
        Melden("Die Regeln sind gespeichert.");
        return Redirect(Adresse(kennung));
    }

    private ViewResult Zeigen(string kennung, Verfahrensform form)
    {
        ViewData["Kennung"] = kennung;
        return View("Verfahren", form);
    }
}
