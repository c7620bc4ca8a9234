using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Vorschlaege;

/// <summary>Die Sichtung durch die Geschäftsführung: was wartet, annehmen, mit Gründen zurückgeben.</summary>
[Authorize]
public sealed class SichtungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet("/sichtung")]
    public async Task<IActionResult> Liste(string? nach, CancellationToken abbruch)
    {
        if (!Wer.IstGeschaeftsfuehrung) return Forbid();
        var wartende = Db.Vorschlaege.AsNoTracking().ZurSichtung();
        if (nach is not null && await Db.Vorschlaege.MitKennung(nach).Select(v => new { v.EingereichtAm, v.Id }).FirstOrDefaultAsync(abbruch) is { EingereichtAm: { } am } letzter)
            wartende = wartende.Where(v => v.EingereichtAm > am || (v.EingereichtAm == am && v.Id > letzter.Id));
        var zeilen = await wartende.Take(Listenseite.Groesse + 1)
            .Select(v => new Sichtungszeile(v.Kennung, v.Titel, v.Kurzfassung, v.Fachgruppe.Name, v.Weg, v.EingereichtAm!.Value)).ToListAsync(abbruch);
        ViewData["Weiter"] = zeilen.Count > Listenseite.Groesse ? $"/sichtung?nach={zeilen[Listenseite.Groesse - 1].Kennung}" : null;
        return View("Sichtungsliste", zeilen.Take(Listenseite.Groesse).ToList());
    }

    [HttpGet("/vorschlaege/{kennung}/sichtung")]
    public async Task<IActionResult> Seite(string kennung, Grundform? form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.AsNoTracking().ImKreisVon(Wer).MitKennung(kennung).MitText().FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        var formular = await Db.FormularAsync(abbruch);
        ViewData["Vorschlag"] = vorschlag;
        ViewData["Auskunft"] = Vorschlagsregeln.DarfSichten(vorschlag, Wer);
        ViewData["Text"] = await Db.TextAsync(vorschlag.Id, formular.Matrix, await Db.StammdatennamenAsync(abbruch), zeigtLeere: true);
        ViewData["Luecken"] = Vollstaendigkeit.Luecken(Vorschlagsinhalt.Von(vorschlag), formular);
        return View("Sichtung", form ?? new());
    }

    [HttpPost("/vorschlaege/{kennung}/sichtung"), ZeigtWieder(nameof(Seite))]
    public async Task<IActionResult> Annehmen(string kennung, Grundform form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        vorschlag.Sichten(form.GeprueftGrund(), Wer, Jetzt);
        foreach (var person in await Db.AndereMitgliederAsync(vorschlag.FachgruppeId, Wer, abbruch)) Db.OutgoingMails.Add(Vorschlagsbriefe.Angenommen(briefe, vorschlag, person, form.GeprueftGrund()));
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Vorschlag ist gesichtet und angenommen. Die Gruppe hat eine Nachricht bekommen. Jetzt können Sie ihn veröffentlichen.");
        return Redirect($"/vorschlaege/{kennung}");
    }

    [HttpPost("/vorschlaege/{kennung}/rueckgabe"), ZeigtWieder(nameof(Seite))]
    public async Task<IActionResult> Zurueckgeben(string kennung, Grundform form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        vorschlag.Zurueckgeben(form.GeprueftGrund(), Wer, Jetzt);
        foreach (var person in await Db.AndereMitgliederAsync(vorschlag.FachgruppeId, Wer, abbruch)) Db.OutgoingMails.Add(Vorschlagsbriefe.Zurueckgegeben(briefe, vorschlag, person));
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Vorschlag ist zurückgegeben. Die Gruppe hat eine Nachricht bekommen, liest dort Ihre Gründe und kann weiterschreiben.");
        return Redirect("/sichtung");
    }
}

public sealed record Sichtungszeile(string Kennung, string Titel, string Kurzfassung, string Gruppe, Fachgruppen.Weg Weg, DateTime EingereichtAm);
