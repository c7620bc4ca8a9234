using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Besetzung;

/// <summary>Was alle Seiten zu einem Sitz brauchen.</summary>
public abstract class Sitzseitencontroller(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    protected const int HoechstensPersonen = 50;

    protected Task<Sitz?> LadenAsync(string kennung) => Db.Sitze.SichtbarFuer(Wer).MitBesetzungen.FirstOrDefaultAsync(s => s.Kennung == kennung);

    protected async Task<Sitzseite> SeiteAsync(Sitz sitz)
    {
        var ordnung = await Db.Geschaeftsordnungen.AsNoTracking().InKraftAm(sitz.Von > Heute ? sitz.Von : Heute).FirstOrDefaultAsync();
        return new(sitz, ordnung?.Inhalt.StellvertretungenJeSitz ?? 0, Heute, Wer);
    }

    protected async Task<Personenauswahl> PersonenAsync(string adresse, string? suche)
    {
        var personen = await Db.PersonenZurWahlAsync(suche ?? "", HoechstensPersonen + 1);
        return new(adresse, suche ?? "", [.. personen.Take(HoechstensPersonen)], personen.Count > HoechstensPersonen);
    }

    protected static string Adresse(string kennung) => $"/konferenz/sitze/{kennung}";
}

/// <summary>Ein Sitz: wer ihn innehat, wer ihn vertritt, und wer vorher.</summary>
[Authorize]
public sealed class SitzController(PortalDb db, TimeProvider uhr) : Sitzseitencontroller(db, uhr)
{
    [HttpGet("/konferenz/sitze/{kennung}")]
    public async Task<IActionResult> Zeigen(string kennung) => await LadenAsync(kennung) is { } sitz ? View("Sitz", await SeiteAsync(sitz)) : NotFound();
}
