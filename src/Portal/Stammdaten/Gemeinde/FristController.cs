using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Gemeinde;

/// <summary>Bis wann in der laufenden Runde eingereicht werden kann.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung)]
public sealed class FristController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/verwaltung/einreichungsfrist")]
    public async Task<IActionResult> Aendern()
    {
        var kommune = await Db.Kommune.AsNoTracking().OrderBy(k => k.Id).FirstOrDefaultAsync() ?? new Kommune();
        return Zeigen(new Fristform { Einreichungsfrist = kommune.Einreichungsfrist, Version = kommune.Version });
    }

    [HttpPost("/verwaltung/einreichungsfrist")]
    [ZeigtWieder(nameof(Zeigen), Stand = nameof(Aendern))]
    public async Task<IActionResult> Setzen(Fristform form)
    {
        if (form.Einreichungsfrist is { Year: < 2000 or > 2200 }) throw new RegelVerletzt("Bitte geben Sie einen Tag in diesem Jahrhundert an.", nameof(form.Einreichungsfrist));
        var kommune = await Db.KommuneZumAendernAsync();
        Db.Entry(kommune).Property(k => k.Version).OriginalValue = form.Version;
        kommune.FristSetzen(form.Einreichungsfrist, Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden(form.Einreichungsfrist switch
        {
            null => "Die Einreichungsfrist ist aufgehoben. Vorschläge können jederzeit eingereicht werden.",
            { } tag when tag < Heute => $"Die Frist ist gespeichert. Sie endete am {Ortszeit.Lang(tag)}; zurzeit kann nichts eingereicht werden.",
            { } tag => $"Vorschläge können bis zum {Ortszeit.Lang(tag)}, 24 Uhr, eingereicht werden.",
        });
        return Redirect("/verwaltung/einreichungsfrist");
    }

    private ViewResult Zeigen(Fristform form) => View("Frist", form);
}
