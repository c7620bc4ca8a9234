using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Konferenzen;

/// <summary>Wer heute oder an einem früheren Tag in der Sozialplanungskonferenz sitzt.</summary>
[Route("/konferenz")]
public sealed class KonferenzController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Zeigen(string? am)
    {
        var heute = Heute;
        var (tag, hinweis) = Tag(am, heute);
        var ordnungen = await Db.Geschaeftsordnungen.AsNoTracking().Where(g => g.GiltAb != null && g.GiltAb <= (tag > heute ? tag : heute)).ToListAsync();
        var damals = ordnungen.Find(o => o.GeltungAm(tag) == Geltung.InKraft);
        // Namen von damals nennt das Portal der Öffentlichkeit nur, wenn die Regeln von damals und die von heute es erlauben.
        var oeffentlich = new[] { damals, ordnungen.Find(o => o.GeltungAm(heute) == Geltung.InKraft) }.All(o => o?.Inhalt.SitzeOeffentlich == true);
        var siehtNamen = Wer.IstAngemeldet || oeffentlich;
        var sitze = siehtNamen ? await Db.SitzordnungAsync(tag) : [];
        return View("Konferenz", new Konferenzseite(tag, heute, damals, sitze, siehtNamen, hinweis, Wer));
    }

    private (DateOnly Tag, string Hinweis) Tag(string? am, DateOnly heute)
    {
        if (string.IsNullOrWhiteSpace(am)) return (heute, "");
        if (Tage.Lesen(am) is not { } tag) return (heute, "Diesen Tag gibt es nicht. Sie sehen den Stand von heute.");
        return tag > heute && !Wer.IstGeschaeftsfuehrung ? (heute, "Dieser Tag liegt in der Zukunft. Sie sehen den Stand von heute.") : (tag, "");
    }
}
