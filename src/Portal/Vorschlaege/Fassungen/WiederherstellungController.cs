using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Markdown;
using Portal.Platform.Web;
using Portal.Vorschlaege.Schreiben;

namespace Portal.Vorschlaege.Fassungen;

public sealed record Wiederherstellungsseite(Vorschlag Vorschlag, Fassung Fassung, Auskunft Darf);

/// <summary>Holt eine frühere Fassung als neue zurück. Der jetzige Text bleibt als eigene Fassung erhalten.</summary>
[Authorize]
public sealed class WiederherstellungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/fassungen/{nummer:int}/wiederherstellung")]
    public async Task<IActionResult> Fragen(string kennung, int nummer) =>
        await Db.OhneTextAsync(kennung, Wer) is { } vorschlag && await Db.FassungAsync(vorschlag, nummer, Wer) is { } fassung
            ? View("Wiederherstellung", new Wiederherstellungsseite(vorschlag, fassung, Vorschlagsregeln.DarfWiederherstellen(vorschlag, fassung, Wer))) : NotFound();

    [HttpPost("/vorschlaege/{kennung}/fassungen/{nummer:int}/wiederherstellung"), ZeigtWieder(nameof(Fragen))]
    public Task<IActionResult> Wiederherstellen(string kennung, int nummer) => Db.RetryInTransactionAsync<IActionResult>(async () =>
    {
        if (await Db.GanzGesperrtAsync(kennung, Wer) is not { } vorschlag || await Db.FassungAsync(vorschlag, nummer, Wer) is not { } fassung) return NotFound();
        var inhalt = fassung.Inhalt();
        var raeume = inhalt.Feld(Vorschlagsfeld.Sozialraeume).Split(',', StringSplitOptions.RemoveEmptyEntries);
        var neue = vorschlag.Wiederherstellen(fassung, text => MarkdownRenderer.ToHtml(text),
            await Db.Handlungsfelder.FirstOrDefaultAsync(h => h.Kennung == inhalt.Feld(Vorschlagsfeld.Handlungsfeld)),
            await Db.Sozialraeume.Where(s => raeume.Contains(s.Kennung)).ToListAsync(), Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Fassung {nummer} ist wiederhergestellt und steht jetzt als Fassung {neue.Nummer}. Der Text von vorher ist als eigene Fassung erhalten.");
        return Redirect($"/vorschlaege/{kennung}/schreiben");
    });
}
