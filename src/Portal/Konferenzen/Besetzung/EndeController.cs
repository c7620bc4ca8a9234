using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Konferenzen.Besetzung;

/// <summary>Eine Mitgliedschaft oder Stellvertretung endet oder ruht, mit Tag und Grund.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/sitze/{kennung}/besetzungen/{besetzung}")]
public sealed class EndeController(PortalDb db, TimeProvider uhr) : Sitzseitencontroller(db, uhr)
{
    [HttpGet("ende")]
    public Task<IActionResult> EndeFragen(string kennung, string besetzung) => EndeZeigen(kennung, besetzung, new() { Am = Heute });

    [HttpPost("ende"), ZeigtWieder(nameof(EndeZeigen))]
    public async Task<IActionResult> Beenden(string kennung, string besetzung, Endeform form) =>
        await Tun(kennung, besetzung, (sitz, b) => sitz.Beenden(b, form.Am ?? Heute, form.Grund ?? "", Wer, Jetzt)) is { } b
            ? Fertig(kennung, $"{b.Person.Name} gehört bis zum {Ortszeit.Lang(b.Bis!.Value)} zu diesem Sitz.") : NotFound();

    [HttpGet("ruhezeiten/neu")]
    public Task<IActionResult> RuheFragen(string kennung, string besetzung) => RuheZeigen(kennung, besetzung, new() { Von = Heute });

    [HttpPost("ruhezeiten"), ZeigtWieder(nameof(RuheZeigen))]
    public async Task<IActionResult> Ruhen(string kennung, string besetzung, Ruheform form) =>
        await Tun(kennung, besetzung, (sitz, b) => sitz.RuhenLassen(b, form.Von ?? Heute, form.Bis, form.Grund ?? "", Wer, Jetzt)) is { } b
            ? Fertig(kennung, $"Vermerkt: Die Mitgliedschaft von {b.Person.Name} ruht ab dem {Ortszeit.Lang(form.Von ?? Heute)}.") : NotFound();

    [HttpGet("ruheende")]
    public Task<IActionResult> RuheendeFragen(string kennung, string besetzung) => RuheendeZeigen(kennung, besetzung, new() { Am = Heute });

    [HttpPost("ruheende"), ZeigtWieder(nameof(RuheendeZeigen))]
    public async Task<IActionResult> RuheBeenden(string kennung, string besetzung, Ruheendeform form) =>
        await Tun(kennung, besetzung, (sitz, b) => sitz.RuheBeenden(b, form.Am ?? Heute, Wer, Jetzt)) is { } b
            ? Fertig(kennung, $"Vermerkt: Die Mitgliedschaft von {b.Person.Name} ruht bis zum {Ortszeit.Lang(form.Am ?? Heute)}.") : NotFound();

    private Task<Sitzbesetzung?> Tun(string kennung, string besetzung, Action<Sitz, Sitzbesetzung> tat) => Db.RetryAsync(async () =>
    {
        var sitz = await LadenAsync(kennung);
        if (sitz?.Besetzungen.FirstOrDefault(b => b.Kennung == besetzung) is not { } gemeinte) return null;
        tat(sitz, gemeinte);
        await Db.RollenAngleichenAsync([gemeinte.PersonId], Wer, Jetzt);
        await Db.SaveChangesAsync();
        return gemeinte;
    });

    private RedirectResult Fertig(string kennung, string satz)
    {
        Melden(satz);
        return Redirect(Adresse(kennung));
    }

    private Task<IActionResult> EndeZeigen(string kennung, string besetzung, Endeform form) => Zeigen(kennung, besetzung, "Ende", form);

    private Task<IActionResult> RuheZeigen(string kennung, string besetzung, Ruheform form) => Zeigen(kennung, besetzung, "Ruhe", form);

    private Task<IActionResult> RuheendeZeigen(string kennung, string besetzung, Ruheendeform form) => Zeigen(kennung, besetzung, "Ruheende", form);

    private async Task<IActionResult> Zeigen(string kennung, string besetzung, string ansicht, object form)
    {
        var sitz = await LadenAsync(kennung);
        if (sitz?.Besetzungen.FirstOrDefault(b => b.Kennung == besetzung) is not { } gemeinte) return NotFound();
        ViewData["Seite"] = await SeiteAsync(sitz);
        ViewData["Besetzung"] = gemeinte;
        return View(ansicht, form);
    }
}
