using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Sondervoten;

/// <summary>Bis zum letzten Tag: mitzeichnen, den Text ändern, den eigenen Namen zurücknehmen.</summary>
[Authorize, Route("/sondervoten/{kennung}")]
public sealed class MitzeichnungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpPost("mitzeichnung")]
    public Task<IActionResult> Mitzeichnen(string kennung) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung) is not { } votum) return NotFound();
        votum.Mitzeichnen(await Db.StehtSchonUnterAsync(votum.Abstimmung, votum.VorschlagId, Wer), Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Ihr Name steht unter dem Sondervotum. Bis zum {Ortszeit.Lang(votum.LetzterTag)} können Sie ihn zurücknehmen.");
        return Redirect($"/sondervoten/{kennung}");
    });

    [HttpGet("text")]
    public async Task<IActionResult> TextFragen(string kennung) => await LadenAsync(kennung) is { } votum ? TextZeigen(votum, new() { Text = votum.Text, Version = votum.Version }) : NotFound();

    [HttpPost("text"), ZeigtWieder(nameof(TextWiederZeigen), Stand = nameof(TextFragen))]
    public async Task<IActionResult> Aendern(string kennung, Sondervotumsform form)
    {
        if (await LadenAsync(kennung) is not { } votum) return NotFound();
        votum.Aendern(form.Text ?? "", Wer, Jetzt);
        Db.Entry(votum).Property(s => s.Version).OriginalValue = form.Version;
        await Db.SaveChangesAsync();
        Melden("Der Text ist geändert.");
        return Redirect($"/sondervoten/{kennung}");
    }

    [HttpGet("ruecknahme")]
    public Task<IActionResult> RuecknahmeFragen(string kennung) => RuecknahmeZeigen(kennung, new());

    [HttpPost("ruecknahme"), ZeigtWieder(nameof(RuecknahmeZeigen))]
    public Task<IActionResult> Zuruecknehmen(string kennung, Ruecknahmeform form) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung) is not { } votum) return NotFound();
        votum.Zuruecknehmen(Wer, Jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass Ihr Name nicht mehr unter dem Sondervotum stehen soll.", nameof(form.Bestaetigt));
        await Db.SaveChangesAsync();
        Melden(votum.ZurueckgezogenAm is null ? "Ihr Name steht nicht mehr unter dem Sondervotum." : "Das Sondervotum ist zurückgezogen.");
        return Redirect(votum.ZurueckgezogenAm is null ? $"/sondervoten/{kennung}" : $"/konferenz/abstimmungen/{votum.Abstimmung.Kennung}");
    });

    private Task<Sondervotum?> LadenAsync(string kennung) => Db.Sondervoten.SichtbarFuer(Wer, Heute).MitUnterschriften.FirstOrDefaultAsync(s => s.Kennung == kennung);

    private async Task<IActionResult> TextWiederZeigen(string kennung, Sondervotumsform form) => await LadenAsync(kennung) is { } votum ? TextZeigen(votum, form) : NotFound();

    private ViewResult TextZeigen(Sondervotum votum, Sondervotumsform form) =>
        View("Neu", new Sondervotumsformular(votum.Abstimmung, votum, form, [], Sondervotumsregeln.DarfAendern(votum, Wer, Jetzt)));

    private async Task<IActionResult> RuecknahmeZeigen(string kennung, Ruecknahmeform form)
    {
        if (await LadenAsync(kennung) is not { } votum) return NotFound();
        Sondervotumsregeln.DarfZuruecknehmen(votum, Wer, Jetzt).Verlangen();
        ViewData["Votum"] = votum;
        return View("Ruecknahme", form);
    }
}
