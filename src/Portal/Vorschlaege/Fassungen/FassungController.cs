using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege.Schreiben;

namespace Portal.Vorschlaege.Fassungen;

public sealed class FassungForm
{
    public const int HoechsteLaenge = 500;

    [Display(Name = "Notiz"), StringLength(HoechsteLaenge)]
    public string? Notiz { get; set; }
}

public sealed record Fassungsliste(Vorschlag Vorschlag, IReadOnlyList<Fassungszeile> Fassungen, int? Aelter, bool LiestAlle, Auskunft Darf, string Notiz);

public sealed record Fassungsseite(Vorschlag Vorschlag, Fassung Fassung, Vorschlagstext Text, Auskunft? DarfWiederherstellen);

/// <summary>Die festgehaltenen Stände eines Vorschlags: Liste, Lesen und „Fassung festhalten“.</summary>
public sealed class FassungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private const int JeSeite = 50;

    [HttpGet("/vorschlaege/{kennung}/fassungen")]
    public Task<IActionResult> Liste(string kennung, int? vor) => ListeZeigen(kennung, vor, null);

    [HttpGet("/vorschlaege/{kennung}/fassungen/{nummer:int}")]
    public async Task<IActionResult> Lesen(string kennung, int nummer)
    {
        if (await Db.OhneTextAsync(kennung, Wer) is not { } vorschlag || await Db.FassungAsync(vorschlag, nummer, Wer) is not { } fassung) return NotFound();
        var text = Vorschlagstext.Aus(fassung.Inhalt(), (await Db.FormularAsync()).Matrix, await Db.StammdatennamenAsync(),
            stand: $"Fassung {nummer} vom {Ortszeit.Lang(Ortszeit.Datum(fassung.FestgehaltenAm))}");
        return View("Fassung", new Fassungsseite(vorschlag, fassung, text, Wer.IstAngemeldet ? Vorschlagsregeln.DarfWiederherstellen(vorschlag, fassung, Wer) : null));
    }

    [Authorize, HttpPost("/vorschlaege/{kennung}/fassungen"), ZeigtWieder(nameof(WiederZeigen))]
    public Task<IActionResult> Festhalten(string kennung, FassungForm form) => Db.RetryInTransactionAsync<IActionResult>(async () =>
    {
        if (await Db.GanzGesperrtAsync(kennung, Wer) is not { } vorschlag) return NotFound();
        Vorschlagsregeln.DarfFassungFesthalten(vorschlag, Wer).Verlangen();
        var notiz = Freitext.Geprueft(form.Notiz, "Notiz", nameof(FassungForm.Notiz));
        var fassung = vorschlag.FassungFesthalten(Fassungsanlass.Gespeichert, notiz, Wer.PersonId, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Fassung {fassung.Nummer} ist festgehalten.");
        return Redirect($"/vorschlaege/{kennung}/fassungen");
    });

    [NonAction]
    public Task<IActionResult> WiederZeigen(string kennung, FassungForm form) => ListeZeigen(kennung, null, form.Notiz);

    private async Task<IActionResult> ListeZeigen(string kennung, int? vor, string? notiz)
    {
        if (await Db.OhneTextAsync(kennung, Wer) is not { } vorschlag) return NotFound();
        var zeilen = await Db.FassungszeilenAsync(vorschlag, Wer, vor, JeSeite + 1);
        var aelter = zeilen.Count > JeSeite ? zeilen[JeSeite - 1].Nummer : (int?)null;
        return View("Liste", new Fassungsliste(vorschlag, [.. zeilen.Take(JeSeite)], aelter, Fassungsauswahl.LiestAlle(vorschlag, Wer), Vorschlagsregeln.DarfFassungFesthalten(vorschlag, Wer), notiz ?? ""));
    }
}
