using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Priorisierungen.Ergebnis;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Eine Abstimmung vorbereiten, ändern oder verwerfen, solange sie nicht eröffnet ist.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/abstimmungen")]
public sealed class AntragController(PortalDb db, TimeProvider uhr) : Abstimmungscontroller(db, uhr)
{
    /// <param name="vorschlag">Kennung des Vorschlags, um den es gehen soll.</param>
    /// <param name="runde">Kennung der Runde, über deren Prioritätenliste abgestimmt werden soll.</param>
    [HttpGet("neu")]
    public async Task<IActionResult> Neu(string? vorschlag, string? runde)
    {
        var art = (await Db.Geschaeftsordnungen.AsNoTracking().InKraftAm(Heute).FirstOrDefaultAsync())?.Inhalt.Abstimmung ?? Abstimmungsart.Offen;
        var titel = runde is null ? null : await Db.Priorisierungsrunden.SichtbarFuer(Wer).MitKennung(runde).Select(r => r.Titel).FirstOrDefaultAsync();
        return NeuZeigen(new() { Vorschlag = vorschlag, Runde = titel is null ? null : runde, Antrag = titel is null ? null : $"Die Konferenz beschließt die Prioritätenliste der Runde „{titel}“.", Art = art });
    }

    [HttpPost, ZeigtWieder(nameof(NeuZeigen))]
    public async Task<IActionResult> Anlegen(Antragsform form)
    {
        var angaben = await AngabenAsync(form, 0);
        Abstimmungsregeln.DarfVorbereiten(Wer).Und(Abstimmungsregeln.AntragStimmt(angaben, Heute)).Verlangen();
        var abstimmung = Db.Add(new Abstimmung(await Db.NaechsteKennungAsync("Abstimmung", Heute.Year), angaben, Wer, Jetzt)).Entity;
        await Db.SaveChangesAsync();
        return ZurSeite(abstimmung.Kennung, $"Die Abstimmung {abstimmung.Kennung} ist vorbereitet. Außer der Geschäftsführung sieht sie niemand, bis sie eröffnet ist.");
    }

    [HttpGet("{kennung}/antrag")]
    public async Task<IActionResult> Fragen(string kennung) => await LadenAsync(kennung) is { } a
        ? await Zeigen(kennung, new() { Antrag = a.Antrag, Wortlaut = a.Wortlaut, Art = a.Art, Frist = a.Frist, Vorschlag = a.Vorschlag?.Kennung, Runde = a.Runde?.Kennung, Version = a.Version }) : NotFound();

    [HttpPost("{kennung}/antrag"), ZeigtWieder(nameof(Zeigen), Stand = nameof(Fragen))]
    public async Task<IActionResult> Aendern(string kennung, Antragsform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Db.Entry(abstimmung).Property(a => a.Version).OriginalValue = form.Version;
        abstimmung.Aendern(await AngabenAsync(form, abstimmung.Id), Wer, Jetzt);
        await Db.SaveChangesAsync();
        return ZurSeite(kennung, "Der Antrag ist geändert.");
    }

    [HttpGet("{kennung}/verwerfung")]
    public Task<IActionResult> VerwerfungFragen(string kennung) => VerwerfungZeigen(kennung, new());

    [HttpPost("{kennung}/verwerfung"), ZeigtWieder(nameof(VerwerfungZeigen))]
    public async Task<IActionResult> Verwerfen(string kennung, Bestaetigungsform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        abstimmung.Verwerfen(Wer, Jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass die Abstimmung gelöscht werden soll.", nameof(form.Bestaetigt));
        Db.Remove(abstimmung);
        await Db.SaveChangesAsync();
        Melden($"Die Abstimmung {kennung} ist gelöscht.");
        return Redirect("/konferenz/abstimmungen");
    }

    /// <param name="diese">Schlüssel der Abstimmung, die geändert wird; 0 für eine neue.</param>
    private async Task<Antragsangaben> AngabenAsync(Antragsform form, int diese)
    {
        Vorschlag? vorschlag = null;
        if (form.Vorschlag?.Trim() is { Length: > 0 } nummer)
            vorschlag = await Db.Vorschlaege.SichtbarFuer(Wer).FirstOrDefaultAsync(v => v.Kennung == nummer)
                ?? throw new RegelVerletzt("Einen Vorschlag mit dieser Nummer gibt es nicht. Sie steht über seinem Titel, zum Beispiel 2026-14.", nameof(form.Vorschlag));
        return new(form.Antrag ?? "", form.Wortlaut ?? "", form.Art, form.Frist, vorschlag, await RundeAsync(form, diese));
    }

    private async Task<Priorisierungsrunde?> RundeAsync(Antragsform form, int diese)
    {
        if (form.Runde?.Trim() is not { Length: > 0 } nummer) return null;
        var runde = await Db.Priorisierungsrunden.SichtbarFuer(Wer).MitKennung(nummer).FirstOrDefaultAsync()
            ?? throw new RegelVerletzt("Eine Priorisierungsrunde mit dieser Nummer gibt es nicht. Sie steht über ihrem Titel, zum Beispiel 2026-1.", nameof(form.Runde));
        // Die Liste zählt beide Durchgänge zusammen; abgestimmt wird über die der ersten Runde.
        if (runde.ErsteRundeId is { } erste) runde = await Db.Priorisierungsrunden.SingleAsync(r => r.Id == erste);
        (await Db.DarfZurAbstimmungAsync(runde, Wer, Jetzt, diese)).Verlangen(nameof(form.Runde));
        return runde;
    }

    private ViewResult NeuZeigen(Antragsform form) => View("Antrag", form);

    private async Task<IActionResult> Zeigen(string kennung, Antragsform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Abstimmungsregeln.DarfAendern(abstimmung, Wer).Verlangen();
        ViewData["Kennung"] = kennung;
        return View("Antrag", form);
    }

    private async Task<IActionResult> VerwerfungZeigen(string kennung, Bestaetigungsform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Abstimmungsregeln.DarfAendern(abstimmung, Wer).Verlangen();
        ViewData["Abstimmung"] = abstimmung;
        return View("Verwerfung", form);
    }
}
