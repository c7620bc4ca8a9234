using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Vorschlaege.Diskussion;

/// <summary>Was mit einem Beitrag geschieht: als erledigt kennzeichnen, wieder öffnen, zur Kenntnis nehmen, entfernen.</summary>
[Authorize]
public sealed class BeitragController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    /// <summary>Von der Nummer eines Beitrags an seine Stelle in der Diskussion; so kommt man aus dem Verlauf dorthin.</summary>
    [HttpGet("/beitraege/{beitrag}")]
    public async Task<IActionResult> Finden(string beitrag, CancellationToken abbruch) =>
        await Db.Vorschlaege.ImKreisVon(Wer).Where(v => Db.Kommentare.Any(k => k.VorschlagId == v.Id && k.Kennung == beitrag)).Select(v => v.Kennung).FirstOrDefaultAsync(abbruch) is { } kennung
            ? Redirect($"/vorschlaege/{kennung}/diskussion?alle=true#beitrag-{beitrag}") : NotFound();

    [HttpPost("/vorschlaege/{kennung}/diskussion/{beitrag}/erledigung")]
    public async Task<IActionResult> Erledigen(string kennung, string beitrag, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, beitrag, abbruch) is not { } kommentar) return NotFound();
        kommentar.Erledigen(kommentar.Vorschlag, Wer, Jetzt);
        await Db.ZurKenntnisNehmenAsync(kommentar.VorschlagId, kommentar.Id, Wer, Jetzt, abbruch);
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Beitrag ist erledigt. Sie finden ihn unter „auch erledigte“.");
        return Redirect($"/vorschlaege/{kennung}/diskussion");
    }

    [HttpPost("/vorschlaege/{kennung}/diskussion/{beitrag}/wiederaufnahme")]
    public async Task<IActionResult> WiederOeffnen(string kennung, string beitrag, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, beitrag, abbruch) is not { } kommentar) return NotFound();
        kommentar.WiederOeffnen(kommentar.Vorschlag, Wer, Jetzt);
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Beitrag ist wieder offen.");
        return Redirect($"/vorschlaege/{kennung}/diskussion#beitrag-{beitrag}");
    }

    /// <summary>„Gelesen“: die Anrede verschwindet aus „Was steht an?“.</summary>
    [HttpPost("/vorschlaege/{kennung}/diskussion/{beitrag}/kenntnisnahme")]
    public async Task<IActionResult> Gelesen(string kennung, string beitrag, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, beitrag, abbruch) is not { } kommentar) return NotFound();
        foreach (var erwaehnung in await Db.Erwaehnungen.Where(e => e.KommentarId == kommentar.Id && e.PersonId == Wer.PersonId).ToListAsync(abbruch)) erwaehnung.ZurKenntnisNehmen(Jetzt);
        await Db.SaveChangesAsync(abbruch);
        Melden("Notiert: Sie haben den Beitrag gelesen.");
        return Redirect($"/vorschlaege/{kennung}/diskussion#beitrag-{beitrag}");
    }

    [HttpGet("/vorschlaege/{kennung}/diskussion/{beitrag}/entfernung")]
    public async Task<IActionResult> Seite(string kennung, string beitrag, Grundform? form, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, beitrag, abbruch) is not { } kommentar) return NotFound();
        ViewData["Beitrag"] = kommentar;
        ViewData["Name"] = await Db.Personen.Where(p => p.Id == kommentar.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefaultAsync(abbruch);
        return View("Entfernung", form ?? new());
    }

    [HttpPost("/vorschlaege/{kennung}/diskussion/{beitrag}/entfernung"), ZeigtWieder(nameof(Seite))]
    public async Task<IActionResult> Entfernen(string kennung, string beitrag, Grundform form, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, beitrag, abbruch) is not { } kommentar) return NotFound();
        kommentar.Entfernen(form.GeprueftGrund(), Wer, Jetzt);
        // Wer nicht mehr mitliest, fände den Grund nicht.
        if (kommentar.EntferntVonId is not null && (await Db.AnsprechbareAsync(kommentar.Vorschlag.FachgruppeId, abbruch)).Find(p => p.Id == kommentar.PersonId) is { } person)
            Db.OutgoingMails.Add(Vorschlagsbriefe.BeitragEntfernt(briefe, kommentar, person, Wer));
        await Db.SaveChangesAsync(abbruch);
        Melden(kommentar.EntferntVonId is null ? "Ihr Beitrag ist entfernt." : "Der Beitrag ist entfernt. Ihr Grund steht an seiner Stelle.");
        return Redirect($"/vorschlaege/{kennung}/diskussion");
    }

    private async Task<Kommentar?> LadenAsync(string kennung, string beitrag, CancellationToken abbruch) =>
        await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).FirstOrDefaultAsync(abbruch) is { } vorschlag
            ? await Db.Kommentare.FirstOrDefaultAsync(k => k.Kennung == beitrag && k.VorschlagId == vorschlag.Id, abbruch) : null;
}
