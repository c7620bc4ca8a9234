using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Sondervoten;

/// <summary>Ein Sondervotum für sich: lesen, mitzeichnen, den Namen zurücknehmen.</summary>
public sealed class SeiteController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/sondervoten/{kennung}")]
    public async Task<IActionResult> Seite(string kennung)
    {
        if (await Db.Sondervoten.AsNoTracking().SichtbarFuer(Wer, Heute).MitUnterschriften.FirstOrDefaultAsync(s => s.Kennung == kennung) is not { } votum) return NotFound();
        var siehtVorschlag = votum.VorschlagId is { } id && await Db.Vorschlaege.SichtbarFuer(Wer).AnyAsync(v => v.Id == id);
        var namen = Sondervotumsregeln.SiehtNamen(votum.Abstimmung.Geschaeftsordnung!.Inhalt.SitzeOeffentlich && await Db.SitzeSindOeffentlichAsync(Heute), Wer);
        return View("Seite", new Sondervotumsseite(votum, siehtVorschlag, namen, await Db.StehtSchonUnterAsync(votum.Abstimmung, votum.VorschlagId, Wer), Wer, Jetzt));
    }
}

/// <param name="SchonUnterschrieben">Ob der Sitz schon unter einem Sondervotum zu derselben Empfehlung steht.</param>
public sealed record Sondervotumsseite(Sondervotum Votum, bool SiehtVorschlag, bool SiehtNamen, bool SchonUnterschrieben, Akteur Wer, DateTime Jetzt)
{
    public string Adresse => $"/sondervoten/{Votum.Kennung}";
    public Sondervotumszustand Zustand => Votum.ZustandAm(Jetzt);
    public bool Handelte => Sondervotumsregeln.RechtVon(Votum.Abstimmung, Wer) is not null;
    public bool HatUnterschrieben => Votum.MitzeichnungVon(Wer) is not null;
    public Auskunft DarfMitzeichnen => Sondervotumsregeln.DarfMitzeichnen(Votum, SchonUnterschrieben, Wer, Jetzt);
    public Auskunft DarfAendern => Sondervotumsregeln.DarfAendern(Votum, Wer, Jetzt);
    public Auskunft DarfZuruecknehmen => Sondervotumsregeln.DarfZuruecknehmen(Votum, Wer, Jetzt);
}
