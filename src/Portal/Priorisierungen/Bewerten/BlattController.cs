using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege;

namespace Portal.Priorisierungen.Bewerten;

/// <summary>Ein Vorschlag neben seinem Bogen: lesen, bewerten, weiter zum nächsten.</summary>
[Authorize, Route("/priorisierungen/{kennung}/boegen/{sitz}/{vorschlag}")]
public sealed class BlattController(PortalDb db, TimeProvider uhr) : Bogenseitencontroller(db, uhr)
{
    [HttpGet]
    public Task<IActionResult> Lesen(string kennung, string sitz, string vorschlag) => Zeigen(kennung, sitz, vorschlag, null);

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Speichern(string kennung, string sitz, string vorschlag, Bewertungsform form)
    {
        if (await SpeichernAsync(kennung, sitz, vorschlag, form) is not { } gespeichert) return NotFound();
        Melden($"Gespeichert um {Ortszeit.Von(gespeichert.GespeichertAm):HH:mm} Uhr.");
        var ziel = form.Ziel == "weiter" ? await NachAsync(gespeichert.RundenvorschlagId) : vorschlag;
        return Redirect($"/priorisierungen/{kennung}/boegen/{sitz}" + (ziel is null ? "" : $"/{ziel}"));
    }

    /// <summary>Speichert von selbst, während jemand ausfüllt; antwortet mit dem neuen Stand und dem, was noch fehlt.</summary>
    [HttpPost("zwischenstand")]
    public async Task<IActionResult> Zwischenspeichern(string kennung, string sitz, string vorschlag, Bewertungsform form)
    {
        if (await SpeichernAsync(kennung, sitz, vorschlag, form) is not { } bewertung) return NotFound();
        var grundlage = await Db.Bewertungsboegen.Where(b => b.Id == bewertung.BogenId).Select(b => b.Runde.Grundlage).FirstAsync();
        return Json(new { stand = bewertung.Stand, uhr = $"{Ortszeit.Von(bewertung.GespeichertAm):HH:mm}", fehlt = Bewertungsregeln.IstVollstaendig(grundlage!, bewertung.Antwort).Einwaende });
    }

    private Task<Bewertung?> SpeichernAsync(string kennung, string sitz, string vorschlag, Bewertungsform form) => Db.RetryAsync<Bewertung?>(async () =>
    {
        if (await Db.Rundenvorschlaege.ZuBewerten.FirstOrDefaultAsync(v => Db.Priorisierungsrunden.Any(r => r.Id == v.RundeId && r.Kennung == kennung) && v.Vorschlag.Kennung == vorschlag) is not { } zeile) return null;
        if (await Eigene(kennung, sitz).Include(b => b.Bewertungen.Where(w => w.RundenvorschlagId == zeile.Id)).FirstOrDefaultAsync() is not { } bogen) return null;
        Bewertungsregeln.RundeIstOffen(bogen.Runde, Jetzt).Verlangen();
        var bewertung = bogen.Bewerten(zeile, form.Antwort(bogen.Runde.Grundlage!), form.Stand, await Db.ZustaendigkeitAsync(bogen.Id, Heute), await HatPapierAsync(bogen.Id), Wer, Jetzt);
        await NotierenAsync(zeile.Id, form.Notiz ?? "");
        await Db.SaveChangesAsync();
        return bewertung;
    });

    private async Task NotierenAsync(int rundenvorschlagId, string text)
    {
        var notiz = await Db.Bewertungsnotizen.FirstOrDefaultAsync(n => n.RundenvorschlagId == rundenvorschlagId && n.PersonId == Wer.PersonId);
        if ((notiz?.Text ?? "") == text) return;
        notiz ??= Db.Add(new Bewertungsnotiz(rundenvorschlagId, Wer.PersonId)).Entity;
        notiz.Schreiben(text, Jetzt);
    }

    /// <summary>Kennung dessen, was in der Runde danach zu bewerten ist; leer nach dem letzten.</summary>
    private Task<string?> NachAsync(int rundenvorschlagId) => Db.Rundenvorschlaege.ZuBewerten
        .Where(v => Db.Rundenvorschlaege.Any(d => d.Id == rundenvorschlagId && d.RundeId == v.RundeId && d.Reihenfolge < v.Reihenfolge)).OrderBy(v => v.Reihenfolge).Select(v => v.Vorschlag.Kennung).FirstOrDefaultAsync();

    private async Task<IActionResult> Zeigen(string kennung, string sitz, string vorschlag, Bewertungsform? form)
    {
        var id = await Db.Rundenvorschlaege.Where(v => Db.Priorisierungsrunden.Any(r => r.Id == v.RundeId && r.Kennung == kennung) && v.Vorschlag.Kennung == vorschlag).Select(v => v.Id).FirstOrDefaultAsync();
        if (await Eigene(kennung, sitz).AsNoTracking().Include(b => b.Bewertungen.Where(w => w.RundenvorschlagId == id)).FirstOrDefaultAsync() is not { } bogen) return NotFound();
        var (zustaendig, reihe) = (await Db.ZustaendigkeitAsync(bogen.Id, Heute), await Db.BogenreiheAsync(bogen));
        if (reihe.Platz(id) < 0 || !bogen.IstLesbarFuer(zustaendig, Wer, Jetzt)) return NotFound();
        return View("Blatt", await Db.BlattAsync(bogen, id, reihe, zustaendig, await HatPapierAsync(bogen.Id), form, Wer, Jetzt));
    }
}
