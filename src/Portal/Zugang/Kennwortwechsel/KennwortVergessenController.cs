using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.Kennwortwechsel;

/// <summary>Wer sein Kennwort vergessen hat, bekommt einen Link. Die Antwort ist immer dieselbe und kommt nach derselben Zeit.</summary>
[Route("/kennwort-vergessen")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class KennwortVergessenController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    private const int LinksJeStunde = 3;
    private static readonly TimeSpan s_antwortzeit = TimeSpan.FromMilliseconds(250);

    [HttpGet]
    public IActionResult Zeigen() => Formular(new());

    [HttpPost, EnableRateLimiting(RateLimits.PublicForm), ZeigtWieder(nameof(Formular))]
    public async Task<IActionResult> Anfordern(KennwortVergessenForm form)
    {
        var beginn = Stopwatch.GetTimestamp();
        if (await Db.KontoZuAdresseAsync(form.Email) is { } konto && !konto.Person.Gesperrt) await LinkSendenAsync(konto);
        if (s_antwortzeit - Stopwatch.GetElapsedTime(beginn) is { Ticks: > 0 } rest) await Task.Delay(rest);
        return RedirectToAction(nameof(Gesendet));
    }

    [HttpGet("gesendet")]
    public IActionResult Gesendet() => View("KennwortVergessenGesendet");

    private async Task LinkSendenAsync(Konto konto)
    {
        var jetzt = Jetzt;
        var seit = jetzt.AddHours(-1);
        if (await Db.Zugangslinks.CountAsync(l => l.KontoId == konto.Id && l.Zweck == Linkzweck.KennwortNeu && l.ErstelltAm > seit) >= LinksJeStunde) return;
        var (link, geheimnis) = Zugangslink.FuerNeuesKennwort(konto, jetzt);
        Db.Zugangslinks.Add(link);
        Db.OutgoingMails.Add(Zugangsbriefe.KennwortNeu(briefe, konto.Person, geheimnis));
        await Db.SaveChangesAsync();
    }

    private ViewResult Formular(KennwortVergessenForm form) => View("KennwortVergessen", form);
}

public sealed class KennwortVergessenForm
{
    [Display(Name = "E-Mail-Adresse"), Required, EmailAddress, StringLength(254)]
    public string Email { get; set; } = "";
}
