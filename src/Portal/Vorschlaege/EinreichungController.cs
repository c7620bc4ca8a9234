using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>Einreichen: vorher steht auf der Seite jeder Grund, der noch dagegen spricht; geprüft wird im Augenblick der Tat.</summary>
[Authorize]
public sealed class EinreichungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/einreichung")]
    public async Task<IActionResult> Seite(string kennung, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.AsNoTracking().ImKreisVon(Wer).MitKennung(kennung).MitText().FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        var luecken = await LueckenAsync(vorschlag, abbruch);
        var frist = await Db.EinreichungsfristAsync(abbruch);
        return View("Einreichung", new Einreichungsansicht(vorschlag, luecken, frist, Vorschlagsregeln.DarfEinreichen(vorschlag, luecken, frist, Wer, Jetzt)));
    }

    [HttpPost("/vorschlaege/{kennung}/einreichung"), ZeigtWieder(nameof(Seite))]
    public Task<IActionResult> Einreichen(string kennung, CancellationToken abbruch) => Db.RetryInTransactionAsync<IActionResult>(async () =>
    {
        await Db.SperrenAsync(kennung, abbruch);
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).MitText().FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        vorschlag.Einreichen(await LueckenAsync(vorschlag, abbruch), await Db.EinreichungsfristAsync(abbruch), Wer, Jetzt);
        foreach (var person in await Db.GeschaeftsfuehrungAsync(abbruch)) Db.OutgoingMails.Add(Vorschlagsbriefe.ZurSichtung(briefe, vorschlag, person, Wer));
        foreach (var person in await Db.AndereMitgliederAsync(vorschlag.FachgruppeId, Wer, abbruch)) Db.OutgoingMails.Add(Vorschlagsbriefe.Eingereicht(briefe, vorschlag, person, Wer));
        await Db.SaveChangesAsync(abbruch);
        Melden("Der Vorschlag ist eingereicht. Die Geschäftsführung und Ihre Gruppe haben eine Nachricht bekommen.");
        return Redirect($"/vorschlaege/{kennung}");
    }, abbruch);

    private async Task<IReadOnlyList<Luecke>> LueckenAsync(Vorschlag vorschlag, CancellationToken abbruch) =>
        Vollstaendigkeit.Luecken(Vorschlagsinhalt.Von(vorschlag), await Db.FormularAsync(abbruch));
}

public sealed record Einreichungsansicht(Vorschlag Vorschlag, IReadOnlyList<Luecke> Luecken, Frist? Frist, Auskunft Auskunft)
{
    /// <summary>Was dagegen spricht, ohne die Zahl der Lücken: die stehen einzeln darunter.</summary>
    public IEnumerable<string> Gruende => Luecken.Count == 0 ? Auskunft.Einwaende : Auskunft.Einwaende.SkipLast(1);
}
