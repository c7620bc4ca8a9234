using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Zugang.Personen;

/// <summary>Die Menschen im Portal: Liste mit Suche, Seite einer Person.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
[Route("/verwaltung/personen")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PersonenController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private const int Seitengroesse = 50;

    [HttpGet, Einsicht("Personenliste")]
    public async Task<IActionResult> Liste(string? suche, Rolle? rolle, Personenstand? stand, string? nach)
    {
        var personen = Db.Personen.AsNoTracking().Anwesende.MitWorten(suche).MitRolle(rolle);
        personen = stand switch
        {
            Personenstand.Gesperrt => personen.Where(p => p.Gesperrt),
            Personenstand.MitKonto => personen.Where(p => Db.Users.Any(k => k.PersonId == p.Id)),
            Personenstand.OhneKonto => personen.Where(p => !Db.Users.Any(k => k.PersonId == p.Id)),
            _ => personen,
        };
        var zeilen = await personen.GeordnetNach(nach).Take(Seitengroesse + 1)
            .Select(p => new Personenzeile(p.Kennung, p.Vorname, p.Nachname, p.Organisation, p.Email, p.Rollen, p.Gesperrt, Db.Users.Any(k => k.PersonId == p.Id))).ToListAsync();
        var weiter = zeilen.Count > Seitengroesse ? Url.Action(nameof(Liste), new { suche, rolle, stand, nach = zeilen[Seitengroesse - 1].Kennung }) : null;
        return View("Liste", new Personenlistenseite([.. zeilen.Take(Seitengroesse)], new(suche, rolle, stand), weiter));
    }

    [HttpGet("{kennung}"), Einsicht("Angaben zu einer Person")]
    public async Task<IActionResult> Zeigen(string kennung) =>
        await Db.PersonenseiteAsync(kennung, Wer, Jetzt) is { } seite ? View("Person", seite) : NotFound();
}
