using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang.MeinKonto;

namespace Portal.Zugang.Personen;

/// <summary>Eine Person löschen, die darum bittet oder nicht mehr mitwirkt, auch ohne Konto: Die Beiträge bleiben, der Name geht.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
[Route("/verwaltung/personen/{kennung}/loeschung")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PersonLoeschungController(PortalDb db, TimeProvider uhr, UserManager<Konto> konten) : PortalController(db, uhr)
{
    [HttpGet, Einsicht("Angaben zu einer Person")]
    public async Task<IActionResult> Zeigen(string kennung) => await FormularAsync(kennung, new());

    [HttpPost, ZeigtWieder(nameof(FormularAsync))]
    public async Task<IActionResult> Loeschen(string kennung, PersonLoeschungForm form, [FromServices] Ausscheiden ausscheiden)
    {
        if (await Db.PersonAsync(kennung) is not { } person) return NotFound();
        Personenregeln.DarfPersonLoeschen(person, Wer, await Db.VerbleibendeOhneAsync(person.Id)).Verlangen();
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass Sie diese Person löschen möchten.", nameof(form.Bestaetigt));
        await ausscheiden.VollziehenAsync(person, Wer.PersonId, Jetzt, form.Grund.Trim());
        if (await Db.Users.FirstOrDefaultAsync(k => k.PersonId == person.Id) is { } konto) await konten.DeleteAsync(konto);
        else await Db.SaveChangesAsync();
        Melden("Die Person ist gelöscht. Ihre Beiträge bleiben ohne Namen.");
        return Redirect("/verwaltung/personen");
    }

    private async Task<IActionResult> FormularAsync(string kennung, PersonLoeschungForm form)
    {
        if (await Db.PersonenseiteAsync(kennung, Wer, Jetzt) is not { } seite) return NotFound();
        ViewData["Seite"] = seite;
        return View("PersonLoeschung", form);
    }
}

public sealed class PersonLoeschungForm
{
    [Display(Name = "Grund"), Required, StringLength(500), SauberesFeld]
    public string Grund { get; set; } = "";

    [Display(Name = "Ja, diese Person soll gelöscht werden")]
    public bool Bestaetigt { get; set; }
}
