using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Barrieren;

/// <summary>Jede und jeder kann eine Barriere melden, auch ohne Namen.</summary>
public sealed class BarriereMeldenController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    /// <summary>Trägt die Seite ein, von der jemand kommt, wenn sie zum Portal gehört.</summary>
    [HttpGet("/barriere-melden")]
    public IActionResult Neu()
    {
        var von = Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var uri) && uri.Authority == Request.Host.Value ? uri.AbsolutePath : "";
        return Zeigen(new Barriereform { Seite = von is "/barriere-melden" || von.Length > 300 ? "" : von });
    }

    [HttpPost("/barriere-melden")]
    [EnableRateLimiting(RateLimits.PublicForm)]
    [ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Absenden(Barriereform form)
    {
        if (!string.IsNullOrEmpty(form.Webseite)) return Redirect("/barriere-melden/angekommen");
        var meldung = new Barrieremeldung(form.Seite ?? "", form.Beschreibung, form.Name ?? "", form.Email ?? "", Jetzt);
        Db.Add(meldung);
        foreach (var person in await Db.GeschaeftsfuehrungAsync())
            Db.OutgoingMails.Add(Barrierebriefe.Gemeldet(briefe, meldung, person));
        await Db.SaveChangesAsync();
        return Redirect("/barriere-melden/angekommen");
    }

    [HttpGet("/barriere-melden/angekommen")]
    public IActionResult Angekommen() => View("Angekommen");

    private ViewResult Zeigen(Barriereform form) => View("Melden", form);
}
