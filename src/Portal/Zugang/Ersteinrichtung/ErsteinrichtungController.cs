using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Stammdaten;

namespace Portal.Zugang.Ersteinrichtung;

/// <summary>Richtet ein leeres Portal ein: Gemeinde, Vorgaben, das erste Konto der Geschäftsführung.</summary>
[Route("/ersteinrichtung/{geheimnis}")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErsteinrichtungController(PortalDb db, TimeProvider uhr, Kontoanlage kontoanlage) : PortalController(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Zeigen(string geheimnis) => await FormularAsync(geheimnis, new());

    [HttpPost, EnableRateLimiting(RateLimits.PublicForm), ZeigtWieder(nameof(FormularAsync))]
    public async Task<IActionResult> Einrichten(string geheimnis, ErsteinrichtungForm form, [FromServices] PageFrame rahmen)
    {
        if (await Db.ZugangslinkAsync(Linkzweck.Ersteinrichtung, geheimnis) is not { } link || !link.IstGueltig(Jetzt).Erlaubt || await Db.IstEingerichtetAsync())
            return await FormularAsync(geheimnis, form);
        Namensregeln.TaugtAlsName(form.Vorname, form.Nachname).Verlangen(nameof(form.Vorname));
        Namensregeln.TaugtAlsAdresse(form.Email).Verlangen(nameof(form.Email));
        Kennwortregeln.DarfVerwenden(form.Kennwort, form.Vorname, form.Nachname, form.Email, form.Gemeinde).Verlangen(nameof(form.Kennwort));
        var jetzt = Jetzt;
        link.Benutzen(jetzt);
        await VorgabenAsync(form.Gemeinde);
        var konto = Konto.Fuer(new Person(form.Vorname, form.Nachname, form.Email));
        konto.ZuletztAngemeldet = jetzt;
        await kontoanlage.AnlegenAsync(konto, form.Kennwort, null, person =>
        {
            person.RollenMitbringen([Rolle.Geschaeftsfuehrung, Rolle.Administration], person.Id, jetzt);
            return Task.CompletedTask;
        });
        rahmen.Forget();
        await kontoanlage.AnmeldenAsync(konto);
        Melden("Ihr Konto ist da, und Sie sind angemeldet. Was noch fehlt, bis andere mitarbeiten können, steht hier.");
        return Redirect("/");
    }

    /// <summary>Was jede Gemeinde braucht und später ändern kann.</summary>
    private async Task VorgabenAsync(string gemeinde)
    {
        var kommune = await Db.Kommune.OrderBy(k => k.Id).FirstOrDefaultAsync() ?? Db.Kommune.Add(new()).Entity;
        kommune.Name = gemeinde.Trim();
        if (!await Db.Vorschlagsformular.AnyAsync()) Db.Vorschlagsformular.Add(new());
        if (await Db.Handlungsfelder.AnyAsync()) return;
        Db.Handlungsfelder.AddRange(
            new Handlungsfeld("Armut", "Lebenslagen von Menschen mit wenig Geld, mit Schulden oder ohne eigene Wohnung.", "", 1),
            new Handlungsfeld("Alter", "Leben, Wohnen und Teilhabe im Alter.", "", 2),
            new Handlungsfeld("Pflege", "Versorgung pflegebedürftiger Menschen und Entlastung ihrer Angehörigen.", "", 3),
            new Handlungsfeld("Eingliederungshilfe", "Selbstbestimmte Teilhabe von Menschen mit Behinderungen.", "", 4));
    }

    private async Task<IActionResult> FormularAsync(string geheimnis, ErsteinrichtungForm form)
    {
        var ungueltig = new LinkUngueltig("Der Link gilt nicht", "Diesen Link gibt es nicht. Ein neuer steht nach jedem Start in der Ausgabe des Programms.", "/", "Zur Startseite");
        if (await Db.ZugangslinkAsync(Linkzweck.Ersteinrichtung, geheimnis) is not { } link) return ungueltig.Zeigen(this, StatusCodes.Status404NotFound);
        if (await Db.IstEingerichtetAsync()) return (ungueltig with { Satz = "Das Portal ist schon eingerichtet." }).Zeigen(this, StatusCodes.Status410Gone);
        if (link.IstGueltig(Jetzt) is { Erlaubt: false } nein)
            return (ungueltig with { Satz = nein.Einwand + " Starten Sie das Programm neu, um einen neuen zu erhalten." }).Zeigen(this, StatusCodes.Status410Gone);
        return View("Ersteinrichtung", form);
    }
}

public sealed class ErsteinrichtungForm
{
    [Display(Name = "Name der Gemeinde"), Required, StringLength(100), SauberesFeld]
    public string Gemeinde { get; set; } = "";

    [Display(Name = "Vorname"), Required, StringLength(Namensregeln.HoechstlaengeName)]
    public string Vorname { get; set; } = "";

    [Display(Name = "Nachname"), Required, StringLength(Namensregeln.HoechstlaengeName)]
    public string Nachname { get; set; } = "";

    [Display(Name = "E-Mail-Adresse"), Required, StringLength(Namensregeln.HoechstlaengeEmail)]
    public string Email { get; set; } = "";

    [Display(Name = "Kennwort"), Required, StringLength(Kennwortregeln.Hoechstlaenge, MinimumLength = Kennwortregeln.Mindestlaenge), DataType(DataType.Password)]
    public string Kennwort { get; set; } = "";
}
