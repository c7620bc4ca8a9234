using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Eine Abstimmung vorbereiten, ändern oder verwerfen, solange sie nicht eröffnet ist.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/abstimmungen")]
public sealed class AntragController(PortalDb db, TimeProvider uhr) : Abstimmungscontroller(db, uhr)
{
    /// <param name="vorschlag">Kennung des Vorschlags, um den es gehen soll.</param>
    [HttpGet("neu")]
    public async Task<IActionResult> Neu(string? vorschlag)
    {
        var art = (await Db.Geschaeftsordnungen.AsNoTracking().InKraftAm(Heute).FirstOrDefaultAsync())?.Inhalt.Abstimmung ?? Abstimmungsart.Offen;
        return NeuZeigen(new() { Vorschlag = vorschlag, Art = art });
    }

    [HttpPost, ZeigtWieder(nameof(NeuZeigen))]
    public async Task<IActionResult> Anlegen(Antragsform form)
    {
        var angaben = await AngabenAsync(form);
        Abstimmungsregeln.DarfVorbereiten(Wer).Und(Abstimmungsregeln.AntragStimmt(angaben, Heute)).Verlangen();
        var abstimmung = Db.Add(new Abstimmung(await Db.NaechsteKennungAsync("Abstimmung", Heute.Year), angaben, Wer, Jetzt)).Entity;
        await Db.SaveChangesAsync();
        return ZurSeite(abstimmung.Kennung, $"Die Abstimmung {abstimmung.Kennung} ist vorbereitet. Außer der Geschäftsführung sieht sie niemand, bis sie eröffnet ist.");
    }

    [HttpGet("{kennung}/antrag")]
    public async Task<IActionResult> Fragen(string kennung) => await LadenAsync(kennung) is { } a
        ? await Zeigen(kennung, new() { Antrag = a.Antrag, Wortlaut = a.Wortlaut, Art = a.Art, Frist = a.Frist, Vorschlag = a.Vorschlag?.Kennung, Version = a.Version }) : NotFound();

    [HttpPost("{kennung}/antrag"), ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Aendern(string kennung, Antragsform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Db.Entry(abstimmung).Property(a => a.Version).OriginalValue = form.Version;
        abstimmung.Aendern(await AngabenAsync(form), Wer, Jetzt);
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

    private async Task<Antragsangaben> AngabenAsync(Antragsform form)
    {
        Vorschlag? vorschlag = null;
        if (form.Vorschlag?.Trim() is { Length: > 0 } nummer)
            vorschlag = await Db.Vorschlaege.SichtbarFuer(Wer).FirstOrDefaultAsync(v => v.Kennung == nummer)
                ?? throw new RegelVerletzt("Einen Vorschlag mit dieser Nummer gibt es nicht. Sie steht über seinem Titel, zum Beispiel 2026-14.", nameof(form.Vorschlag));
        return new(form.Antrag ?? "", form.Wortlaut ?? "", form.Art, form.Frist, vorschlag);
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
