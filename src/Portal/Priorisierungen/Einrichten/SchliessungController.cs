using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Priorisierungen.Ergebnis;
using Portal.Zugang;

namespace Portal.Priorisierungen.Einrichten;

/// <summary>Eine Runde vor der Zeit schließen. Am Ende ihres Zeitraums schließt sie von selbst.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/priorisierungen/{kennung}/schliessung")]
public sealed class SchliessungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : Fuehrungscontroller(db, uhr)
{
    [HttpGet]
    public Task<IActionResult> Fragen(string kennung) => Zeigen(kennung, new());

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public Task<IActionResult> Schliessen(string kennung, Schliessungsform form) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung) is not { } runde) return NotFound();
        var jetzt = Jetzt;
        runde.Schliessen(form.Grund ?? "", await Db.Bewertungsboegen.CountAsync(b => b.RundeId == runde.Id && b.AbgegebenAm != null), Wer, jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass die Runde jetzt schließen soll.", nameof(form.Bestaetigt));
        await Db.SchlussVollziehenAsync(runde, briefe, jetzt);
        await Db.SaveChangesAsync();
        Melden("Die Runde ist geschlossen, und das Ergebnis steht fest. Alle Sitze haben eine Nachricht bekommen.");
        return Redirect(Adresse(kennung) + "/ergebnis");
    });

    private async Task<IActionResult> Zeigen(string kennung, Schliessungsform form)
    {
        if (await LadenAsync(kennung) is not { } runde) return NotFound();
        var boegen = await Db.Bewertungsboegen.Where(b => b.RundeId == runde.Id).GroupBy(b => b.AbgegebenAm != null).Select(g => new { g.Key, Zahl = g.Count() }).ToListAsync();
        Rundenregeln.DarfSchliessen(runde, boegen.Where(b => b.Key).Sum(b => b.Zahl), form.Grund ?? "noch zu nennen", Wer, Jetzt).Verlangen();
        return View("Schliessung", new Schliessungsseite(runde, boegen.Sum(b => b.Zahl), boegen.Where(b => b.Key).Sum(b => b.Zahl), form));
    }
}
