using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Sondervoten;

/// <summary>Ein Sondervotum zu einer geschlossenen Abstimmung abgeben.</summary>
[Authorize, Route("/konferenz/abstimmungen/{kennung}/sondervoten")]
public sealed class SondervotenController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet("neu")]
    public Task<IActionResult> Neu(string kennung) => Zeigen(kennung, new());

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public Task<IActionResult> Abgeben(string kennung, Sondervotumsform form) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        var vorschlag = await VorschlagAsync(abstimmung, form.Vorschlag?.Trim() ?? "");
        var schon = await Db.StehtSchonUnterAsync(abstimmung, vorschlag?.Id, Wer);
        Sondervotumsregeln.DarfVerfassen(abstimmung, vorschlag, schon, Wer, Jetzt).Verlangen();
        var votum = Db.Add(new Sondervotum(await Db.NaechsteKennungAsync("Sondervotum", Heute.Year), abstimmung, vorschlag, form.Text ?? "", schon, Wer, Jetzt)).Entity;
        foreach (var person in await Db.AngefragteAsync(votum, Jetzt)) Db.OutgoingMails.Add(Sondervotumsbriefe.Offen(briefe, votum, person, Wer));
        await Db.SaveChangesAsync();
        Melden($"Ihr Sondervotum ist abgegeben. Wer es mitzeichnen kann, hat eine Nachricht bekommen; bis zum {Ortszeit.Lang(votum.LetzterTag)} ist es offen.");
        return Redirect($"/sondervoten/{votum.Kennung}");
    });

    private Task<Abstimmung?> LadenAsync(string kennung) => Db.Abstimmungen.SichtbarFuer(Wer).MitKennung(kennung).MitStimmrechten.FirstOrDefaultAsync();

    private async Task<Vorschlag?> VorschlagAsync(Abstimmung abstimmung, string kennung)
    {
        if (abstimmung.Vorschlag is { } genannter) return genannter;
        return kennung.Length == 0 ? null : await Db.Empfehlungen(abstimmung, Wer).FirstOrDefaultAsync(v => v.Kennung == kennung)
            ?? throw new RegelVerletzt("Zu diesem Vorschlag gibt es keine Empfehlung der Konferenz. Wählen Sie einen aus der Liste.", nameof(Sondervotumsform.Vorschlag));
    }

    private async Task<IActionResult> Zeigen(string kennung, Sondervotumsform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        var schon = abstimmung.VorschlagId is not null && await Db.StehtSchonUnterAsync(abstimmung, abstimmung.VorschlagId, Wer);
        var wahl = abstimmung.VorschlagId is not null ? [] : await Db.Empfehlungen(abstimmung, Wer).Select(v => new SelectListItem(v.Kennung + ": " + v.Titel, v.Kennung)).ToListAsync();
        return View("Neu", new Sondervotumsformular(abstimmung, null, form, wahl, Sondervotumsregeln.DarfVerfassen(abstimmung, abstimmung.Vorschlag, schon, Wer, Jetzt)));
    }
}

/// <summary>Abgeben oder ändern.</summary>
/// <param name="Votum">Leer, solange es noch nicht abgegeben ist.</param>
/// <param name="Wahl">Vorschläge zur Wahl; leer, wenn feststeht, um welchen es geht.</param>
public sealed record Sondervotumsformular(Abstimmung Abstimmung, Sondervotum? Votum, Sondervotumsform Form, IReadOnlyList<SelectListItem> Wahl, Auskunft Darf);
