using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>
/// Die Stimme abgeben. Bei geheimer Abstimmung steht der Beleg nur auf der Antwort auf diese eine Anfrage: Er wird keiner Person zugeordnet
/// gespeichert, in keinen Keks und in kein Protokoll geschrieben.
/// </summary>
[Authorize, Route("/konferenz/abstimmungen/{kennung}/stimme")]
public sealed class StimmeController(PortalDb db, TimeProvider uhr) : Abstimmungscontroller(db, uhr)
{
    [HttpGet]
    public Task<IActionResult> Fragen(string kennung) => Zeigen(kennung, new());

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public Task<IActionResult> Abgeben(string kennung, Stimmform form) => Db.AlleinInDerAbstimmungAsync<IActionResult>(kennung, async () =>
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        Abstimmungsregeln.DarfAbstimmen(abstimmung, Wer, Jetzt).Verlangen();
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass Sie diese Stimme abgeben.", nameof(form.Bestaetigt));
        var beleg = abstimmung.Abstimmen(form.Stimme!.Value, await Db.UrneAsync(abstimmung), Wer, Jetzt);
        await Db.SaveChangesAsync();
        if (!abstimmung.IstGeheim) return ZurSeite(kennung, $"Ihre Stimme ist gezählt: {form.Stimme}.");
        ViewData["Beleg"] = beleg;
        return View("Beleg", abstimmung);
    });

    private async Task<IActionResult> Zeigen(string kennung, Stimmform form)
    {
        if (await LadenAsync(kennung) is not { } abstimmung) return NotFound();
        ViewData["Seite"] = await SeiteAsync(abstimmung);
        return View("Stimmzettel", form);
    }
}
