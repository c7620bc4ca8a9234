using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen.Papier;

/// <summary>Stimmen auf Papier: Eine Person trägt sie ein, eine zweite bestätigt oder verwirft sie. Die Administration sieht nur, was auf sie wartet.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration), Route("/konferenz/abstimmungen/{kennung}/papier")]
public sealed class PapierabgabeController(PortalDb db, TimeProvider uhr, MailWriter briefe) : Abstimmungscontroller(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Ansehen(string kennung) =>
        await Db.Papierabgaben.AnyAsync(p => p.Abstimmung.Kennung == kennung) ? await Vergleichen(kennung, new()) : await Eintragen(kennung, new());

    [HttpPost, ZeigtWieder(nameof(Eintragen))]
    public Task<IActionResult> Erfassen(string kennung, Papierabgabeform form) => Db.AlleinInDerAbstimmungAsync<IActionResult>(kennung, async () =>
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Db.Add(abstimmung.PapierEintragen(form.Angaben(abstimmung), Wer, Jetzt));
        foreach (var recht in abstimmung.Stimmrechte.Where(r => r is { PapierWartet: true, Handelnde.Gesperrt: false }))
            Db.OutgoingMails.Add(Abstimmungsbriefe.AufPapier(briefe, abstimmung, recht, recht.Handelnde!));
        await Db.SaveChangesAsync();
        return ZurSeite(kennung, "Die Stimmen auf Papier sind eingetragen. Sie zählen, sobald eine zweite Person sie bestätigt.");
    });

    [HttpPost("bestaetigung"), ZeigtWieder(nameof(Vergleichen))]
    public Task<IActionResult> Bestaetigen(string kennung, Vergleichsform form) => ErledigenAsync(kennung, form, "Die Stimmen auf Papier sind bestätigt und zählen.", async (abstimmung, papier) =>
    {
        abstimmung.PapierBestaetigen(papier, await Db.UrneAsync(abstimmung), Wer, Jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass Sie alles verglichen haben.", nameof(form.Bestaetigt));
    });

    [HttpPost("verwerfung"), ZeigtWieder(nameof(Vergleichen))]
    public Task<IActionResult> Verwerfen(string kennung, Vergleichsform form) => ErledigenAsync(kennung, form, "Die Stimmen auf Papier sind verworfen. Die Sitze können wieder stimmen.", (abstimmung, _) =>
    {
        abstimmung.PapierVerwerfen(Wer, Jetzt);
        return Task.CompletedTask;
    });

    /// <summary>Danach gibt es die Papierabgabe nicht mehr; bei geheimer Abstimmung auch nicht in den Lücken der Datenbank.</summary>
    private async Task<IActionResult> ErledigenAsync(string kennung, Vergleichsform form, string satz, Func<Abstimmung, Papierabgabe, Task> tat)
    {
        var erledigt = await Db.AlleinInDerAbstimmungAsync(kennung, async () =>
        {
            if (await MitPapierAsync(kennung) is not ({ } abstimmung, { } papier)) return null;
            Papierstimmenregeln.IstDieselbe(papier, form.Abgabe).Verlangen();
            await tat(abstimmung, papier);
            await Db.EraseWhatIsDeletedAsync();
            Db.Remove(papier);
            await Db.SaveChangesAsync();
            return abstimmung;
        });
        if (erledigt is null) return NotFound();
        if (erledigt.IstGeheim) await Db.ForgetEarlierVersionsAsync<Papierabgabe>();
        Melden(satz);
        return Redirect(Wer.IstGeschaeftsfuehrung ? Adresse(kennung) : "/");
    }

    private async Task<IActionResult> Eintragen(string kennung, Papierabgabeform form)
    {
        if (!Wer.IstGeschaeftsfuehrung || await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        ViewData["Seite"] = new Eintragungsseite(abstimmung, Papierstimmenregeln.DarfEintragen(abstimmung, Wer, Jetzt));
        return View("Eintragen", form);
    }

    private async Task<IActionResult> Vergleichen(string kennung, Vergleichsform form)
    {
        if (await MitPapierAsync(kennung) is not ({ } abstimmung, { } papier)) return NotFound();
        // Was sie jetzt sieht, hat sie noch nicht verglichen.
        if (form.Abgabe != papier.Kennung && ModelState.Remove(nameof(form.Bestaetigt))) form = new();
        var von = await Db.Personen.Where(p => p.Id == papier.ErfasstVonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefaultAsync() ?? "";
        ViewData["Seite"] = new Vergleichsseite(abstimmung, papier, von, Papierstimmenregeln.DarfBestaetigen(abstimmung, papier, Wer), Wer, Jetzt);
        return View("Vergleichen", form);
    }

    private async Task<(Abstimmung? Abstimmung, Papierabgabe? Papier)> MitPapierAsync(string kennung) =>
        await Db.Papierabgaben.FirstOrDefaultAsync(p => p.Abstimmung.Kennung == kennung) is { } papier
            ? (await Db.Abstimmungen.MitKennung(kennung).MitStimmrechten.SingleAsync(), papier) : (null, null);
}
