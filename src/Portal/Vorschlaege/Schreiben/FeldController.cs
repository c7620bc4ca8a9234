using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Ein einzelnes Feld: so speichert die Schreibseite von selbst, und so holt sie, was andere geschrieben haben.</summary>
[Authorize]
public sealed class FeldController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/felder/{feld}")]
    public async Task<IActionResult> Lesen(string kennung, string feld)
    {
        if (Vorschlagsfelder.Lesen(feld) is not { } welches || await Db.MitFeldAsync(kennung, welches, Wer) is not { } vorschlag) return NotFound();
        Vorschlagsregeln.DarfSchreiben(vorschlag, Wer).Verlangen();
        var inhalt = vorschlag.Feld(welches);
        return Json(new { inhalt.Version, werte = new Dictionary<string, string> { [feld] = Schreibanzeige.ImEingabefeld(welches, inhalt.Wert) } });
    }

    [HttpPut("/vorschlaege/{kennung}/felder/{feld}")]
    [RequestSizeLimit(SchreibForm.HoechsteGroesse)]
    public Task<IActionResult> Speichern(string kennung, string feld, [FromBody] Schreibmeldung meldung) => Db.RetryAsync(() => VersuchenAsync(kennung, feld, meldung.AlsEingabe()));

    private async Task<IActionResult> VersuchenAsync(string kennung, string feld, Eingabe eingabe)
    {
        var jetzt = Jetzt;
        if (Vorschlagsfelder.Lesen(feld) is not { } welches || await Db.MitFeldAsync(kennung, welches, Wer) is not { } vorschlag) return NotFound();
        Vorschlagsregeln.DarfSchreiben(vorschlag, Wer).Verlangen();
        await Db.UebergabeAsync(vorschlag, Wer, jetzt);
        if (welches == Vorschlagsfeld.Sozialraeume) await Db.Entry(vorschlag).Collection(v => v.Sozialraeume).LoadAsync();
        var vorgang = new Schreibvorgang(vorschlag, await Db.SchreibwahlAsync(welches is Vorschlagsfeld.Handlungsfeld or Vorschlagsfeld.Sozialraeume), Wer, jetzt);
        vorgang.Feld(welches, eingabe);
        if (vorgang.HatGeschrieben) await Db.SaveChangesAsync();
        var inhalt = vorschlag.Feld(welches);
        return await AntwortenAsync(vorgang, eingabe, inhalt.Version, jetzt, new() { [feld] = Schreibanzeige.ImEingabefeld(welches, inhalt.Wert) });
    }

    private async Task<IActionResult> AntwortenAsync(Schreibvorgang vorgang, Eingabe eingabe, int version, DateTime jetzt, Dictionary<string, string> gespeichert)
    {
        var antwort = Schreibvorgang.Antwort(vorgang, eingabe, version, jetzt, gespeichert, await Db.KonflikteZeigenAsync(vorgang.Konflikte, eingabe));
        return StatusCode(antwort.Status, antwort);
    }
}
