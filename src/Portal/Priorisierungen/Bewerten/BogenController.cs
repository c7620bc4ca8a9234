using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Bewerten;

/// <summary>Der Bogen im Überblick, und die Abgabe.</summary>
[Authorize, Route("/priorisierungen/{kennung}/boegen/{sitz}")]
public sealed class BogenController(PortalDb db, TimeProvider uhr) : Bogenseitencontroller(db, uhr)
{
    private const int JeSeite = 50;

    /// <param name="ab">Reihenfolge des ersten Vorschlags auf dieser Seite.</param>
    /// <param name="offen">Nur die Vorschläge, bei denen noch etwas fehlt.</param>
    [HttpGet]
    public async Task<IActionResult> Ueberblick(string kennung, string sitz, int? ab, bool offen) =>
        await SeiteAsync(kennung, sitz, Math.Max(1, ab ?? 1), offen, JeSeite) is { } seite ? View("Ueberblick", seite) : NotFound();

    /// <summary>Der ausgefüllte Bogen zum Ausdrucken und Aufbewahren.</summary>
    [HttpGet("abschrift")]
    public async Task<IActionResult> Abschreiben(string kennung, string sitz) => await SeiteAsync(kennung, sitz, 1, false, Rundenregeln.HoechsteVorschlagszahl) is { SiehtInhalt: true } seite ? View("Abschrift", seite) : NotFound();

    [HttpPost("abgabe"), ZeigtWieder(nameof(Ueberblick))]
    public Task<IActionResult> Abgeben(string kennung, string sitz) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await Eigene(kennung, sitz).Include(b => b.Bewertungen).FirstOrDefaultAsync() is not { } bogen) return NotFound();
        bogen.Abgeben(await ZuBewertenAsync(bogen.RundeId), await Db.ZustaendigkeitAsync(bogen.Id, Heute), await HatPapierAsync(bogen.Id), Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Der Bogen für den Sitz {bogen.Sitzname} ist abgegeben. Bis zum {Ortszeit.KurzMitUhrzeit(bogen.Runde.Bis!.Value)} können Sie ihn noch ändern.");
        return Redirect($"/priorisierungen/{kennung}/boegen/{sitz}");
    });

    private async Task<Bogenseite?> SeiteAsync(string kennung, string sitz, int ab, bool nurOffene, int jeSeite)
    {
        if (await Eigene(kennung, sitz).AsNoTracking().FirstOrDefaultAsync() is not { } bogen) return null;
        var (zustaendig, papier, reihe) = (await Db.ZustaendigkeitAsync(bogen.Id, Heute), await HatPapierAsync(bogen.Id), await Db.BogenreiheAsync(bogen));
        var darfBewerten = Bewertungsregeln.DarfBewerten(bogen, zustaendig, papier, Wer, Jetzt);
        var (schluessel, weiter) = bogen.IstLesbarFuer(zustaendig, Wer, Jetzt) ? reihe.Abschnitt(ab, nurOffene, jeSeite) : ([], null);
        return new(bogen, await Db.BogenpostenAsync(bogen, schluessel), reihe.Anzahl, reihe.Fertig, ab > 1, nurOffene, weiter, await Db.KennungAsync(reihe.NaechsterOffener), await Db.IstBegonnenAsync(bogen),
            zustaendig, darfBewerten, Bewertungsregeln.DarfAbgeben(bogen, reihe.Offen, zustaendig, papier, Wer, Jetzt), Wer, Jetzt);
    }
}
