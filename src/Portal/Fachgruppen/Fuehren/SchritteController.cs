using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Fachgruppen.Fuehren;

/// <summary>Der Lebenslauf einer Gruppe, Schritt für Schritt, jeder mit Tag und Grund.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung)]
public sealed class SchritteController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/fachgruppen/{kennung}/schritte/neu")]
    public Task<IActionResult> Neu(string kennung, Fachgruppenzustand ziel) => Zeigen(kennung, new Schrittform { Ziel = ziel, Am = Heute });

    [HttpPost("/fachgruppen/{kennung}/schritte")]
    [ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Gehen(string kennung, Schrittform form)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        if (form.Ziel == Fachgruppenzustand.Aufgeloest && !form.Bestaetigt)
            throw new RegelVerletzt("Bitte bestätigen Sie, dass die Gruppe aufgelöst werden soll.", nameof(form.Bestaetigt));
        gruppe.Weiterfuehren(form.Ziel, Wer, Jetzt, form.Am ?? Heute, form.Grund);
        await Db.SaveChangesAsync();
        Melden($"Die Gruppe ist jetzt {form.Ziel.Anzeige()}.");
        return Redirect($"/fachgruppen/{kennung}");
    }

    private Task<Fachgruppe?> Laden(string kennung) =>
        Db.Fachgruppen.SichtbarFuer(Wer).Include(g => g.Schritte).FirstOrDefaultAsync(g => g.Kennung == kennung);

    private async Task<IActionResult> Zeigen(string kennung, Schrittform form)
    {
        if (await Laden(kennung) is not { } gruppe) return NotFound();
        if (!Fachgruppenregeln.NaechsteSchritte(gruppe.Zustand).Contains(form.Ziel) && ModelState.IsValid) return Redirect($"/fachgruppen/{kennung}");
        ViewData["Gruppe"] = gruppe;
        return View("Schritt", form);
    }
}
