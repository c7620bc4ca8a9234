using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Abstimmungen.Papier;

/// <summary>
/// Stimmzettel zum Ausdrucken. Der einer geheimen Abstimmung hat eine Adresse ohne Sitz und sieht für alle gleich aus: Auch was ein Browser an
/// den Rand druckt, sagt dann nicht, von wem er ist.
/// </summary>
[Authorize, Route("/konferenz/abstimmungen/{kennung}")]
public sealed class StimmzettelController(PortalDb db, TimeProvider uhr, MailSettings einstellungen) : Abstimmungscontroller(db, uhr)
{
    [HttpGet("stimmzettel")]
    public async Task<IActionResult> OhneNamen(string kennung)
    {
        if (await LadenAsync(kennung) is not { IstGeheim: true } abstimmung || !Abstimmungsregeln.SiehtNamen(abstimmung, Wer)) return NotFound();
        Papierstimmenregeln.NimmtAn(abstimmung, Jetzt).Verlangen();
        return View("Zettel", abstimmung);
    }

    [HttpGet("sitze/{sitz}/stimmzettel")]
    public async Task<IActionResult> DesSitzes(string kennung, string sitz)
    {
        var abstimmung = await LadenAsync(kennung);
        if (abstimmung?.Stimmrechte.FirstOrDefault(r => r.Sitz.Kennung == sitz) is not { } recht || (!Wer.IstGeschaeftsfuehrung && recht.HandelndePersonId != Wer.PersonId)) return NotFound();
        Papierstimmenregeln.NimmtAn(abstimmung, Jetzt).Und(Papierstimmenregeln.KannAufPapier(recht)).Verlangen();
        var eintragung = $"{einstellungen.Portaladresse.TrimEnd('/')}{Adresse(kennung)}/papier";
        return View("Sitzzettel", new Sitzzettelseite(abstimmung, recht, eintragung, QrCode.AsDataUrl(eintragung)));
    }
}
