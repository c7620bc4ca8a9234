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
    [HttpGet]
    public async Task<IActionResult> Ueberblick(string kennung, string sitz) => await SeiteAsync(kennung, sitz) is { } seite ? View("Ueberblick", seite) : NotFound();

    /// <summary>Der ausgefüllte Bogen zum Ausdrucken und Aufbewahren.</summary>
    [HttpGet("abschrift")]
    public async Task<IActionResult> Abschreiben(string kennung, string sitz) => await SeiteAsync(kennung, sitz) is { SiehtInhalt: true } seite ? View("Abschrift", seite) : NotFound();

    [HttpPost("abgabe"), ZeigtWieder(nameof(Ueberblick))]
    public Task<IActionResult> Abgeben(string kennung, string sitz) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await Eigene(kennung, sitz).Include(b => b.Bewertungen).FirstOrDefaultAsync() is not { } bogen) return NotFound();
        bogen.Abgeben(await ZuBewertenAsync(bogen.RundeId), await Db.ZustaendigkeitAsync(bogen.Id, Heute), await HatPapierAsync(bogen.Id), Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Der Bogen für den Sitz {bogen.Sitzname} ist abgegeben. Bis zum {Ortszeit.KurzMitUhrzeit(bogen.Runde.Bis!.Value)} können Sie ihn noch ändern.");
        return Redirect($"/priorisierungen/{kennung}/boegen/{sitz}");
    });

    private async Task<Bogenseite?> SeiteAsync(string kennung, string sitz)
    {
        if (await Eigene(kennung, sitz).AsNoTracking().Include(b => b.Bewertungen).FirstOrDefaultAsync() is not { } bogen) return null;
        var (zustaendig, papier, vorschlaege) = (await Db.ZustaendigkeitAsync(bogen.Id, Heute), await HatPapierAsync(bogen.Id), await ZuBewertenAsync(bogen.RundeId));
        var posten = vorschlaege.Select(v => bogen.BewertungVon(v)?.Antwort ?? Bewertungsantwort.Leer).Zip(vorschlaege, (a, v) => new Bogenposten(v, a, Bewertungsregeln.IstVollstaendig(bogen.Runde.Grundlage!, a)));
        return new(bogen, [.. posten], zustaendig, Bewertungsregeln.DarfBewerten(bogen, zustaendig, papier, Wer, Jetzt),
            Bewertungsregeln.DarfAbgeben(bogen, vorschlaege, zustaendig, papier, Wer, Jetzt), await Db.SitzpersonenAsync(bogen.SitzId, Heute), papier, Wer, Jetzt);
    }
}
