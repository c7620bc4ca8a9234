using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Bewerten;

/// <summary>Den Sitz für eine Runde der Stellvertretung übergeben, oder das zurücknehmen: nie handeln beide.</summary>
[Authorize, Route("/priorisierungen/{kennung}/boegen/{sitz}")]
public sealed class VertretungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : Bogenseitencontroller(db, uhr)
{
    [HttpGet("vertretung")]
    public Task<IActionResult> Fragen(string kennung, string sitz) => Zeigen(kennung, sitz, new());

    [HttpPost("vertretung"), ZeigtWieder(nameof(Zeigen))]
    public Task<IActionResult> Uebergeben(string kennung, string sitz, Vertretungsform form) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung, sitz) is not { } bogen || await Db.Personen.FirstOrDefaultAsync(p => p.Kennung == form.Person) is not { } person) return NotFound();
        var personen = await Db.SitzpersonenAsync(bogen.SitzId, Heute);
        bogen.Uebergeben(person, [.. personen.Where(p => p.Stellung == Sitzstellung.Stellvertretung).Select(p => p.PersonId)], form.Grund ?? "", await Db.ZustaendigkeitAsync(bogen.Id, Heute), Wer, Jetzt);
        Db.OutgoingMails.Add(Priorisierungsbriefe.Uebergeben(briefe, bogen, person, Wer));
        await Db.SaveChangesAsync();
        Melden($"Für den Sitz {bogen.Sitzname} bewertet jetzt {person.Name}. Eine Nachricht ist unterwegs.");
        return Redirect($"/priorisierungen/{kennung}");
    });

    [HttpPost("ruecknahme")]
    public Task<IActionResult> Zuruecknehmen(string kennung, string sitz) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung, sitz) is not { } bogen) return NotFound();
        var inhaber = (await Db.SitzpersonenAsync(bogen.SitzId, Heute)).FirstOrDefault(p => p.Stellung == Sitzstellung.Inhaber);
        bogen.Zuruecknehmen(inhaber?.PersonId, Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Die Vertretung für den Sitz {bogen.Sitzname} ist beendet.");
        return Redirect($"/priorisierungen/{kennung}");
    });

    private async Task<Bewertungsbogen?> LadenAsync(string kennung, string sitz) => Wer.IstGeschaeftsfuehrung
        ? await Db.Bewertungsboegen.Include(b => b.Runde).FirstOrDefaultAsync(b => b.Runde.Kennung == kennung && b.Sitz == sitz)
        : await Eigene(kennung, sitz).FirstOrDefaultAsync();

    private async Task<IActionResult> Zeigen(string kennung, string sitz, Vertretungsform form)
    {
        if (await LadenAsync(kennung, sitz) is not { } bogen) return NotFound();
        var personen = await Db.SitzpersonenAsync(bogen.SitzId, Heute);
        var zustaendig = await Db.ZustaendigkeitAsync(bogen.Id, Heute);
        var zurueck = Bewertungsregeln.DarfZuruecknehmen(bogen, personen.FirstOrDefault(p => p.Stellung == Sitzstellung.Inhaber)?.PersonId, Wer, Jetzt);
        return View("Vertretung", new Vertretungsseite(bogen, zustaendig, personen, form, zustaendig.PersonId != Wer.PersonId, zurueck));
    }
}
