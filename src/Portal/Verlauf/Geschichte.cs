using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Verlauf;

/// <summary>
/// Die Geschichte eines Gegenstands auf seiner Seite: <c>@await Component.InvokeAsync("Geschichte", new { gegenstand = "Vorschlag", kennung, oeffentlich = true })</c>.
/// Öffentlich nennt sie keine Namen von Personen, nur wer in der Sache handelte; sonst Namen und Gründe. Ob die Seite das Innere zeigen darf, entscheidet die Seite.
/// </summary>
public sealed class Geschichte(PortalDb db) : ViewComponent
{
    private const int Hoechstens = 100;

    public async Task<IViewComponentResult> InvokeAsync(string gegenstand, string kennung, bool oeffentlich)
    {
        var ereignisse = db.Ereignisse.AsNoTracking().Von(gegenstand, kennung).Where(e => e.Oeffentlich || !oeffentlich).OrderByDescending(e => e.Id).Take(Hoechstens);
        var zeilen = await ereignisse.Select(e => new
        {
            e.Zeitpunkt,
            e.Satz,
            e.Grund,
            Person = db.Personen.Where(p => p.Id == e.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault(),
            Gruppe = db.Fachgruppen.Where(g => g.Id == e.FachgruppeId).Select(g => g.Name).FirstOrDefault(),
            VonDerGeschaeftsfuehrung = db.Personen.Any(p => p.Id == e.PersonId && p.Rollen.Contains(Rolle.Geschaeftsfuehrung)),
        }).ToListAsync();
        return View("/Verlauf/Geschichte.cshtml", zeilen.Select(z => new Geschichtszeile(z.Zeitpunkt,
            !oeffentlich ? z.Person ?? "Das Portal" : z.VonDerGeschaeftsfuehrung ? "Die Geschäftsführung" : z.Gruppe is not null ? $"Die Gruppe „{z.Gruppe}“" : "Das Portal",
            z.Satz, oeffentlich ? null : z.Grund)).ToList());
    }
}

public sealed record Geschichtszeile(DateTime Zeitpunkt, string Wer, string Satz, string? Grund);
