using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>Einen Vorschlag zurückziehen, mit Grund. Das lässt sich nicht rückgängig machen; sein Text bleibt lesbar.</summary>
[Authorize]
public sealed class ZurueckziehungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/zurueckziehung")]
    public async Task<IActionResult> Seite(string kennung, Grundform? form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.AsNoTracking().ImKreisVon(Wer).MitKennung(kennung).Include(v => v.Fachgruppe).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        ViewData["Vorschlag"] = vorschlag;
        ViewData["Auskunft"] = Vorschlagsregeln.DarfZurueckziehen(vorschlag, "Grund folgt", Wer);
        return View("Zurueckziehung", form ?? new());
    }

    [HttpPost("/vorschlaege/{kennung}/zurueckziehung"), ZeigtWieder(nameof(Seite))]
    public async Task<IActionResult> Zurueckziehen(string kennung, Grundform form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).Include(v => v.Fachgruppe).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        var warteteAufSichtung = vorschlag.Zustand == Vorschlagszustand.Eingereicht;
        vorschlag.Zurueckziehen(form.GeprueftGrund(), Wer, Jetzt);
        if (warteteAufSichtung)
            foreach (var person in await Db.GeschaeftsfuehrungAsync(abbruch)) Db.OutgoingMails.Add(Vorschlagsbriefe.Zurueckgezogen(briefe, vorschlag, person, Wer));
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Vorschlag ist zurückgezogen. Sein Text und seine Geschichte bleiben lesbar.");
        return Redirect($"/vorschlaege/{kennung}");
    }
}

/// <summary>Ein Grund oder eine Notiz zu einem Schritt.</summary>
public sealed class Grundform
{
    [Display(Name = "Grund"), StringLength(4000)]
    public string? Grund { get; set; }

    /// <summary>Eine Methode, keine Eigenschaft: Eigenschaften liest schon die Prüfung des Formulars.</summary>
    /// <exception cref="RegelVerletzt">wenn der Text unsichtbare Zeichen enthält.</exception>
    public string GeprueftGrund() => Freitext.Geprueft(Grund, "Grund", nameof(Grund));
}
