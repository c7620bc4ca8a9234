using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Die Schreibseite: ein Formular mit allem; mit JavaScript speichert es sich Feld für Feld von selbst.</summary>
[Authorize]
public sealed class SchreibenController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/schreiben")]
    public async Task<IActionResult> Seite(string kennung)
    {
        if (await Db.GanzAsync(kennung, Wer) is not { } vorschlag) return NotFound();
        var darf = Vorschlagsregeln.DarfSchreiben(vorschlag, Wer);
        return darf.Erlaubt ? View("Seite", await SeiteAsync(vorschlag)) : Gesperrt(new(vorschlag, darf, []), StatusCodes.Status403Forbidden);
    }

    [HttpPost("/vorschlaege/{kennung}/schreiben")]
    [RequestSizeLimit(SchreibForm.HoechsteGroesse)]
    [RequestFormLimits(ValueCountLimit = 20_000, ValueLengthLimit = SchreibForm.HoechsteGroesse, MultipartBodyLengthLimit = SchreibForm.HoechsteGroesse, BufferBodyLengthLimit = SchreibForm.HoechsteGroesse)]
    public Task<IActionResult> Speichern(string kennung, SchreibForm form) => Db.RetryInTransactionAsync(() => VersuchenAsync(kennung, form));

    /// <summary>Was noch fehlt, als Teil der Seite: das Skript holt es nach jedem Speichern neu.</summary>
    [HttpGet("/vorschlaege/{kennung}/luecken")]
    public async Task<IActionResult> Luecken(string kennung) =>
        await Db.GanzAsync(kennung, Wer) is { } vorschlag && Vorschlagsregeln.DarfSchreiben(vorschlag, Wer).Erlaubt
            ? PartialView("_Luecken", Vollstaendigkeit.Luecken(Vorschlagsinhalt.Von(vorschlag), await Db.FormularAsync())) : NotFound();

    [HttpGet("/vorschlaege/{kennung}/vorschau")]
    public async Task<IActionResult> Vorschau(string kennung)
    {
        if (await Db.GanzAsync(kennung, Wer) is not { } vorschlag || !(Wer.IstMitgliedVon(vorschlag.FachgruppeId) || Wer.IstGeschaeftsfuehrung)) return NotFound();
        var text = Vorschlagstext.Aus(Vorschlagsinhalt.Von(vorschlag), (await Db.FormularAsync()).Matrix, await Db.StammdatennamenAsync());
        return View("Vorschau", new Vorschauseite(vorschlag, text));
    }

    private async Task<IActionResult> VersuchenAsync(string kennung, SchreibForm form)
    {
        var jetzt = Jetzt;
        if (await Db.GanzGesperrtAsync(kennung, Wer) is not { } vorschlag) return NotFound();
        var layout = (await Db.FormularAsync()).Matrix;
        if (Vorschlagsregeln.DarfSchreiben(vorschlag, Wer) is { Erlaubt: false } nein)
            return Gesperrt(new(vorschlag, nein, [.. Seitenspeicherung.Angefasstes(form, layout)]), StatusCodes.Status422UnprocessableEntity);
        await Db.UebergabeAsync(vorschlag, Wer, jetzt);
        var speicherung = new Seitenspeicherung(vorschlag, layout, new Schreibvorgang(vorschlag, await Db.SchreibwahlAsync(), Wer, jetzt));
        speicherung.Texte(form);
        speicherung.Aktion(form, Wer, jetzt);
        if (speicherung.HatGeschrieben) await Db.SaveChangesAsync();
        return await ZeigenAsync(vorschlag, form, speicherung, jetzt);
    }

    private async Task<IActionResult> ZeigenAsync(Vorschlag vorschlag, SchreibForm form, Seitenspeicherung speicherung, DateTime jetzt)
    {
        if (speicherung.Vorgang.Fehler.Count > 0)
            return Mit(View("Seite", (await SeiteAsync(vorschlag, speicherung.Entfernt)).MitEingaben(form, speicherung.Vorgang)), StatusCodes.Status422UnprocessableEntity);
        if (speicherung.Vorgang.Konflikte.Count > 0 || speicherung.Verschwunden.Count > 0)
            return Mit(View("Konflikt", new Konfliktseite(vorschlag, await Db.KonflikteZeigenAsync(speicherung.Vorgang.Konflikte), speicherung.Verschwunden)), StatusCodes.Status409Conflict);
        if (speicherung.Entfernt is not null) return View("Seite", await SeiteAsync(vorschlag, speicherung.Entfernt));
        Melden(speicherung.Vorgang.HatZusammengefuehrt
            ? "Gespeichert. Andere haben inzwischen auch geschrieben; beides steht jetzt im Text."
            : $"Gespeichert um {Schreibanzeige.Uhrzeit(jetzt)} Uhr.");
        return Redirect($"/vorschlaege/{vorschlag.Kennung}/schreiben{speicherung.Anker}");
    }

    private async Task<Schreibseite> SeiteAsync(Vorschlag vorschlag, EntfernteZeile? entfernt = null)
    {
        var namen = await Db.NamenAsync([vorschlag.GeaendertVonId ?? vorschlag.UrheberId]);
        return new(vorschlag, await Db.FormularAsync(), await Db.SchreibwahlAsync(), namen.Values.FirstOrDefault() ?? "")
        {
            Entfernt = entfernt,
            Geraeteschluessel = Grundlage.Von($"{Wer.PersonId}/{vorschlag.Kennung}"),
        };
    }

    private ViewResult Gesperrt(GesperrteSeite seite, int status) => Mit(View("Gesperrt", seite), status);

    private static ViewResult Mit(ViewResult seite, int status)
    {
        seite.StatusCode = status;
        return seite;
    }
}
