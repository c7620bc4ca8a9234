using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Priorisierungen.Ergebnis;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Eine Abstimmung eröffnen: Wer stimmen darf und nach welchen Regeln, steht danach fest.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/abstimmungen/{kennung}/eroeffnung")]
public sealed class EroeffnungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : Abstimmungscontroller(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Fragen(string kennung) => await LadenAsync(kennung) is { } abstimmung ? await Zeigen(kennung, new() { Version = abstimmung.Version }) : NotFound();

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public Task<IActionResult> Eroeffnen(string kennung, Bestaetigungsform form) => Db.AlleinInDerAbstimmungAsync<IActionResult>(kennung, async () =>
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Db.Entry(abstimmung).Property(a => a.Version).OriginalValue = form.Version;
        if (abstimmung.Runde is { } runde) (await Db.DarfZurAbstimmungAsync(runde, Wer, Jetzt, abstimmung.Id)).Verlangen();
        var urne = abstimmung.Eroeffnen(await OrdnungAsync(), await SitzeAsync(), Wer, Jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass die Abstimmung eröffnet werden soll.", nameof(form.Bestaetigt));
        if (urne is not null) Db.Add(urne);
        foreach (var person in abstimmung.Stimmrechte.Select(r => r.Handelnde).OfType<Person>().Where(p => !p.Gesperrt))
            Db.OutgoingMails.Add(Abstimmungsbriefe.Eroeffnet(briefe, abstimmung, person));
        await Db.SaveChangesAsync();
        return ZurSeite(kennung, $"Die Abstimmung ist eröffnet. Stimmberechtigt: {Texte.Anzahl(abstimmung.Stimmrechte.Count, "Sitz", "Sitze")}. Wer stimmen darf, hat eine Nachricht bekommen.");
    });

    private Task<Geschaeftsordnung?> OrdnungAsync() => Db.Geschaeftsordnungen.InKraftAm(Heute).FirstOrDefaultAsync();

    private Task<List<Sitz>> SitzeAsync() => Db.Sitze.Am(Heute).MitBesetzungen.ToListAsync();

    private async Task<IActionResult> Zeigen(string kennung, Bestaetigungsform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Abstimmungsregeln.DarfAendern(abstimmung, Wer).Verlangen();
        var ordnung = await OrdnungAsync();
        List<Stimmrecht> rechte = ordnung is null ? [] : Wahlberechtigung.Feststellen(abstimmung, ordnung.Inhalt, await SitzeAsync(), Heute);
        ViewData["Seite"] = new Eroeffnungsseite(abstimmung, ordnung, rechte, Abstimmungsregeln.DarfEroeffnen(abstimmung, ordnung, rechte, Wer, Jetzt));
        return View("Eroeffnung", form);
    }
}
