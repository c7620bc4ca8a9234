using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Priorisierungen.Ergebnis;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Die Anwesenheit feststellen und die Abstimmung schließen; dann wird ausgezählt.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/abstimmungen/{kennung}")]
public sealed class SchliessungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : Abstimmungscontroller(db, uhr)
{
    [HttpGet("anwesenheit")]
    public async Task<IActionResult> AnwesenheitFragen(string kennung)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Abstimmungsregeln.DarfAnwesenheitFeststellen(abstimmung, Wer).Verlangen();
        return View("Anwesenheit", await SeiteAsync(abstimmung));
    }

    [HttpPost("anwesenheit")]
    public Task<IActionResult> AnwesenheitFeststellen(string kennung, Anwesenheitsform form) => Db.AlleinInDerAbstimmungAsync<IActionResult>(kennung, async () =>
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        abstimmung.AnwesenheitFeststellen(form.Anwesende, Wer, Jetzt);
        await Db.SaveChangesAsync();
        return ZurSeite(kennung, $"Die Anwesenheit ist festgestellt: {Texte.Anzahl(abstimmung.Stimmrechte.Count(r => r.IstAnwesend), "Sitz", "Sitze")}.");
    });

    [HttpGet("schliessung")]
    public Task<IActionResult> Fragen(string kennung) => Zeigen(kennung, new());

    [HttpPost("schliessung"), ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Schliessen(string kennung, Bestaetigungsform form)
    {
        var geschlossen = await Db.AlleinInDerAbstimmungAsync(kennung, async () =>
        {
            if (await LadenAsync(kennung) is not { } abstimmung) return null;
            abstimmung.Schliessen(await Db.UrneAsync(abstimmung), Wer, Jetzt);
            if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass die Abstimmung geschlossen werden soll.", nameof(form.Bestaetigt));
            if (abstimmung is { RundeId: { } runde, Ergebnis.Ausgang: Ausgang.Angenommen }) (await Db.PrioritaetenlisteAsync(runde))?.Beschliessen(Wer, Jetzt);
            foreach (var person in abstimmung.Stimmrechte.SelectMany(r => new[] { r.Inhaber, r.Handelnde }).OfType<Person>().Where(p => !p.Gesperrt).Distinct())
                Db.OutgoingMails.Add(Abstimmungsbriefe.Geschlossen(briefe, abstimmung, person));
            await Db.SaveChangesAsync();
            return abstimmung;
        });
        if (geschlossen is null) return NotFound();
        if (geschlossen.IstGeheim) await Db.ForgetEarlierVersionsAsync<Urne>();
        return ZurSeite(kennung, $"Die Abstimmung ist geschlossen: {geschlossen.Ergebnis!.Ausgang.Anzeige()}.");
    }

    private async Task<IActionResult> Zeigen(string kennung, Bestaetigungsform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Abstimmungsregeln.DarfSchliessen(abstimmung, Wer).Verlangen();
        ViewData["Seite"] = await SeiteAsync(abstimmung);
        return View("Schliessung", form);
    }
}
