using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Buendelungen;

/// <summary>Eine Gruppe stimmt zu oder lehnt ab; eine beteiligte Gruppe oder die Geschäftsführung löst auf.</summary>
[Authorize]
public sealed class AntwortController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpPost("/buendelungen/{kennung}/zustimmung")]
    public Task<IActionResult> Zustimmen(string kennung, Antwortform form) => Tun(kennung, async b =>
    {
        var gruppe = Gruppe(b, form);
        b.Zustimmen(gruppe, Wer, Jetzt);
        if (b.Zustand != Buendelungszustand.Vereinbart) return "Ihre Zustimmung ist festgehalten. Es fehlen noch andere Gruppen.";
        foreach (var person in await Db.SprecherDerGruppenAsync(b, Wer)) Db.OutgoingMails.Add(Buendelungsbriefe.Vereinbart(briefe, b, person));
        return "Alle Gruppen haben zugestimmt: Die Bündelung ist vereinbart.";
    });

    [HttpPost("/buendelungen/{kennung}/ablehnung")]
    public Task<IActionResult> Ablehnen(string kennung, Antwortform form) => Tun(kennung, async b =>
    {
        b.Ablehnen(Gruppe(b, form), form.Grund ?? "", Wer, Jetzt);
        foreach (var person in await Db.SprecherDerGruppenAsync(b, Wer)) Db.OutgoingMails.Add(Buendelungsbriefe.Abgelehnt(briefe, b, person, Wer, alsGeschaeftsfuehrung: false));
        foreach (var person in await Db.GeschaeftsfuehrungAsync()) Db.OutgoingMails.Add(Buendelungsbriefe.Abgelehnt(briefe, b, person, Wer, alsGeschaeftsfuehrung: true));
        return "Die Bündelung ist abgelehnt. Jeder Vorschlag bleibt für sich; die anderen Gruppen erfahren den Grund.";
    });

    [HttpGet("/buendelungen/{kennung}/aufloesung")]
    public async Task<IActionResult> AufloesungFragen(string kennung) => await AufloesungZeigen(kennung, new());

    [HttpPost("/buendelungen/{kennung}/aufloesung"), ZeigtWieder(nameof(AufloesungZeigen))]
    public Task<IActionResult> Aufloesen(string kennung, Aufloesungsform form) => Tun(kennung, async b =>
    {
        b.Aufloesen(form.Grund ?? "", Wer, Jetzt);
        foreach (var person in await Db.SprecherDerGruppenAsync(b, Wer)) Db.OutgoingMails.Add(Buendelungsbriefe.Aufgeloest(briefe, b, person, Wer));
        return "Die Bündelung ist aufgelöst. Jeder Vorschlag steht wieder für sich.";
    });

    [NonAction]
    public async Task<IActionResult> AufloesungZeigen(string kennung, Aufloesungsform form)
    {
        if (await Db.Buendelungen.AsNoTracking().SichtbarFuer(Wer).MitTeilen().FirstOrDefaultAsync(b => b.Kennung == kennung) is not { } buendelung) return NotFound();
        ViewData["Buendelung"] = buendelung;
        return View("Aufloesung", form);
    }

    // Antworten zwei Gruppen zugleich, bemerkt es die zweite und antwortet auf den neuen Stand.
    private Task<IActionResult> Tun(string kennung, Func<Buendelung, Task<string>> tat) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await Db.Buendelungen.SichtbarFuer(Wer).MitTeilen().FirstOrDefaultAsync(b => b.Kennung == kennung) is not { } buendelung) return NotFound();
        var satz = await tat(buendelung);
        await Db.SaveChangesAsync();
        Melden(satz);
        return Redirect($"/buendelungen/{kennung}");
    });

    private static int Gruppe(Buendelung buendelung, Antwortform form) =>
        buendelung.Teile.FirstOrDefault(t => t.Vorschlag.Fachgruppe.Kennung == form.Gruppe)?.Vorschlag.FachgruppeId ?? 0;
}
