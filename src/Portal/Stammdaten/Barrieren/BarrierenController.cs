using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Barrieren;

/// <summary>Die Geschäftsführung liest die Meldungen und antwortet.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung)]
public sealed class BarrierenController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    private const int Seitenlaenge = 30;

    /// <summary>Offene von der ältesten an, erledigte von der jüngsten an.</summary>
    [HttpGet("/verwaltung/barrieren")]
    public async Task<IActionResult> Liste(string? stand, string? nach)
    {
        var erledigte = stand == "erledigt";
        var grenze = string.IsNullOrEmpty(nach) ? null : await Db.Barrieremeldungen.Where(m => m.Kennung == nach).Select(m => (int?)m.Id).FirstOrDefaultAsync();
        var abfrage = Db.Barrieremeldungen.AsNoTracking().Where(m => m.ErledigtAm != null == erledigte);
        abfrage = erledigte ? abfrage.Where(m => grenze == null || m.Id < grenze).OrderByDescending(m => m.Id) : abfrage.Where(m => grenze == null || m.Id > grenze).OrderBy(m => m.Id);
        var meldungen = await abfrage.Take(Seitenlaenge + 1).ToListAsync();
        var weiter = meldungen.Count > Seitenlaenge ? $"/verwaltung/barrieren?stand={(erledigte ? "erledigt" : "offen")}&nach={meldungen[Seitenlaenge - 1].Kennung}" : null;
        return View("Liste", new Barriereliste([.. meldungen.Take(Seitenlaenge)], erledigte, await Db.Barrieremeldungen.CountAsync(m => m.ErledigtAm == null), weiter));
    }

    [HttpGet("/verwaltung/barrieren/{kennung}")]
    public async Task<IActionResult> Lesen(string kennung) => await Zeigen(kennung, new Antwortform());

    [HttpPost("/verwaltung/barrieren/{kennung}/antwort")]
    [ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Antworten(string kennung, Antwortform form)
    {
        if (await Laden(kennung) is not { } meldung) return NotFound();
        meldung.Erledigen(form.Antwort, Wer, Jetzt);
        if (meldung.WillAntwort) Db.OutgoingMails.Add(Barrierebriefe.Beantwortet(briefe, meldung));
        await Db.SaveChangesAsync();
        Melden(meldung.WillAntwort ? $"Die Meldung ist erledigt. Ihre Antwort an {meldung.Email} ist unterwegs." : "Die Meldung ist erledigt.");
        return Redirect("/verwaltung/barrieren");
    }

    [HttpPost("/verwaltung/barrieren/{kennung}/wiedereroeffnung")]
    public async Task<IActionResult> WiederOeffnen(string kennung)
    {
        if (await Laden(kennung) is not { } meldung) return NotFound();
        meldung.WiederOeffnen(Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden("Die Meldung ist wieder offen.");
        return Redirect($"/verwaltung/barrieren/{kennung}");
    }

    private Task<Barrieremeldung?> Laden(string kennung) => Db.Barrieremeldungen.FirstOrDefaultAsync(m => m.Kennung == kennung);

    private async Task<IActionResult> Zeigen(string kennung, Antwortform form)
    {
        if (await Laden(kennung) is not { } meldung) return NotFound();
        ViewData["Meldung"] = meldung;
        return View("Meldung", form);
    }
}
