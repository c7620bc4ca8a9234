using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Die Zeilen der Zielfeldermatrix: hinzufügen, schreiben, verschieben, entfernen und zurückholen.</summary>
[Authorize]
public sealed class ZeileController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/zeilen/{zeile}")]
    public async Task<IActionResult> Lesen(string kennung, string zeile) =>
        await Db.GanzAsync(kennung, Wer) is { } vorschlag && Vorschlagsregeln.DarfSchreiben(vorschlag, Wer).Erlaubt ? await TeilAsync(vorschlag, zeile) : NotFound();

    [HttpPut("/vorschlaege/{kennung}/zeilen/{zeile}")]
    public Task<IActionResult> Speichern(string kennung, string zeile, [FromBody] Schreibmeldung meldung) => Db.RetryAsync(() => VersuchenAsync(kennung, zeile, meldung.AlsEingabe()));

    /// <summary>Eine neue, leere Zeile; oder eine entfernte, die zurückgeholt wird (dann mit Kennung, Platz und Werten).</summary>
    [HttpPost("/vorschlaege/{kennung}/zeilen")]
    public Task<IActionResult> Hinzufuegen(string kennung, NeueZeileForm form) => AllesAsync(kennung, async (vorschlag, jetzt) =>
    {
        var layout = (await Db.FormularAsync()).Matrix;
        return form.Einfuegen(vorschlag, layout, Wer, jetzt).Kennung;
    });

    [HttpPost("/vorschlaege/{kennung}/zeilen/{zeile}/platz")]
    public Task<IActionResult> Verschieben(string kennung, string zeile, [FromForm] int um) => AllesAsync(kennung, (vorschlag, jetzt) =>
    {
        if (vorschlag.Zeilen.FirstOrDefault(z => z.Kennung == zeile) is not { } welche) throw new RegelVerletzt("Diese Zeile hat inzwischen jemand entfernt.");
        vorschlag.ZeileVerschieben(welche, um, Wer, jetzt);
        return Task.FromResult(zeile);
    });

    [HttpDelete("/vorschlaege/{kennung}/zeilen/{zeile}")]
    public Task<IActionResult> Entfernen(string kennung, string zeile) => AllesAsync(kennung, (vorschlag, jetzt) =>
    {
        if (vorschlag.Zeilen.FirstOrDefault(z => z.Kennung == zeile) is { } welche) vorschlag.ZeileEntfernen(welche, Wer, jetzt);
        return Task.FromResult("");
    });

    private async Task<IActionResult> VersuchenAsync(string kennung, string zeile, Eingabe eingabe)
    {
        var jetzt = Jetzt;
        if (await Db.MitZeileAsync(kennung, zeile, Wer) is not { } vorschlag) return NotFound();
        Vorschlagsregeln.DarfSchreiben(vorschlag, Wer).Verlangen();
        if (vorschlag.Zeilen.FirstOrDefault(z => z.Kennung == zeile) is null) return StatusCode(StatusCodes.Status410Gone, new { einwand = "Diese Zeile hat inzwischen jemand entfernt." });
        await Db.UebergabeAsync(vorschlag, Wer, jetzt);
        var welche = vorschlag.Zeilen.First(z => z.Kennung == zeile);
        var spalten = (await Db.FormularAsync()).Matrix.SpaltenFuer(welche.Zielfeld).ToList();
        var vorgang = new Schreibvorgang(vorschlag, Schreibwahl.Keine, Wer, jetzt);
        vorgang.Zeile(welche, spalten, eingabe);
        if (vorgang.HatGeschrieben) await Db.SaveChangesAsync();
        var antwort = Schreibvorgang.Antwort(vorgang, eingabe, welche.Version, jetzt, spalten.ToDictionary(s => s.Schluessel, s => s.WertIn(welche.Werte)),
            await Db.KonflikteZeigenAsync(vorgang.Konflikte, eingabe));
        return StatusCode(antwort.Status, antwort);
    }

    /// <summary>Was die Reihenfolge betrifft, geschieht am ganzen, gesperrten Vorschlag; die Tat nennt die Zeile, um die es danach geht.</summary>
    private Task<IActionResult> AllesAsync(string kennung, Func<Vorschlag, DateTime, Task<string>> tat) => Db.RetryInTransactionAsync<IActionResult>(async () =>
    {
        if (await Db.GanzGesperrtAsync(kennung, Wer) is not { } vorschlag) return NotFound();
        await Db.UebergabeAsync(vorschlag, Wer, Jetzt);
        var zeile = await tat(vorschlag, Jetzt);
        await Db.SaveChangesAsync();
        if (!Request.Headers.ContainsKey("X-Teil")) return Redirect($"/vorschlaege/{kennung}/schreiben{(zeile.Length > 0 ? "#zeile-" + zeile : "")}");
        return zeile.Length > 0 ? await TeilAsync(vorschlag, zeile) : NoContent();
    });

    private async Task<IActionResult> TeilAsync(Vorschlag vorschlag, string zeile)
    {
        var layout = (await Db.FormularAsync()).Matrix;
        return vorschlag.Zeilen.FirstOrDefault(z => z.Kennung == zeile) is { } welche && layout.Zielfelder.FirstOrDefault(z => z.Schluessel == welche.Zielfeld) is { } zielfeld
            ? PartialView("_Zeile", Schreibzeile.Von(welche, zielfeld, layout, vorschlag.ZeilenIn(welche.Zielfeld).ToList().IndexOf(welche) + 1))
            : NotFound();
    }
}
