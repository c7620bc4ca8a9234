using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Gemeinde;

/// <summary>Name, Farbe, Kontakt und Logo der Gemeinde.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
public sealed class GemeindeController(PortalDb db, TimeProvider uhr, PageFrame rahmen) : PortalController(db, uhr)
{
    [HttpGet("/verwaltung/gemeinde")]
    public async Task<IActionResult> Aendern()
    {
        var kommune = await Db.Kommune.AsNoTracking().OrderBy(k => k.Id).FirstOrDefaultAsync() ?? new Kommune();
        return await Zeigen(new Gemeindeform { Name = kommune.Name, Akzentfarbe = kommune.Akzentfarbe, Kontakt = kommune.Kontakt, Version = kommune.Version });
    }

    [HttpPost("/verwaltung/gemeinde")]
    [ZeigtWieder(nameof(Zeigen), Stand = nameof(Aendern))]
    public async Task<IActionResult> Speichern(Gemeindeform form)
    {
        var kommune = await Db.KommuneZumAendernAsync();
        Db.Entry(kommune).Property(k => k.Version).OriginalValue = form.Version;
        kommune.Darstellen(form.Name, form.Akzentfarbe ?? "", form.Kontakt ?? "", Wer, Jetzt);
        return await SpeichernUndMelden("Die Angaben zur Gemeinde sind gespeichert.");
    }

    [HttpPost("/verwaltung/gemeinde/logo")]
    [ZeigtWieder(nameof(ZeigenMitLogo))]
    public async Task<IActionResult> LogoSetzen(Logoform form)
    {
        if (form.Logo!.Length > Kommune.LogoHoechstens)
            throw new RegelVerletzt($"Das Bild ist {form.Logo.Length / 1024} kB groß; erlaubt sind höchstens {Kommune.LogoHoechstens / 1024} kB.", nameof(form.Logo));
        using var inhalt = new MemoryStream();
        await form.Logo.CopyToAsync(inhalt);
        (await Db.KommuneZumAendernAsync()).LogoSetzen(inhalt.ToArray(), Wer, Jetzt);
        return await SpeichernUndMelden("Das neue Logo ist eingestellt.");
    }

    [HttpGet("/verwaltung/gemeinde/logo/entfernung")]
    public async Task<IActionResult> LogoEntfernung() =>
        await Db.Kommune.AnyAsync(k => k.LogoTyp != null) ? View("LogoEntfernen", (await rahmen.GetAsync()).Version) : Redirect("/verwaltung/gemeinde");

    [HttpPost("/verwaltung/gemeinde/logo/entfernung")]
    public async Task<IActionResult> LogoEntfernen()
    {
        (await Db.KommuneZumAendernAsync()).LogoEntfernen(Wer, Jetzt);
        return await SpeichernUndMelden("Das Logo ist entfernt; das Portal zeigt wieder sein eigenes Zeichen.");
    }

    private async Task<IActionResult> SpeichernUndMelden(string satz)
    {
        await Db.SaveChangesAsync();
        rahmen.Forget();
        Melden(satz);
        return Redirect("/verwaltung/gemeinde");
    }

    private Task<IActionResult> ZeigenMitLogo(Logoform form) => Aendern();

    private async Task<IActionResult> Zeigen(Gemeindeform form)
    {
        ViewData["HatLogo"] = await Db.Kommune.AnyAsync(k => k.LogoTyp != null);
        return View("Gemeinde", form);
    }
}
