using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Priorisierungen.Einrichten;

/// <summary>Wann, wonach und worüber in dieser Runde bewertet wird.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/priorisierungen/{kennung}/zuschnitt")]
public sealed class ZuschnittController(PortalDb db, TimeProvider uhr) : Fuehrungscontroller(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Bearbeiten(string kennung) =>
        await LadenAsync(kennung) is { } runde ? await Zeigen(kennung, Zuschnittform.Von(runde, await OrdnungAsync(), await EmpfohleneAsync(runde), Jetzt)) : NotFound();

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Speichern(string kennung, Zuschnittform form)
    {
        if (await LadenAsync(kennung, form.Version) is not { } runde) return NotFound();
        var gewaehlt = await Db.Vorschlaege.Where(v => form.Vorschlaege.Contains(v.Kennung)).OrderBy(v => v.Id).ToListAsync();
        runde.Zuschneiden(form.Titel ?? "", form.Beginn, form.Schluss, form.Kriterien, gewaehlt, await OrdnungAsync(), Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden("Die Runde ist gespeichert.");
        return Redirect(Adresse(kennung));
    }

    private async Task<IActionResult> Zeigen(string kennung, Zuschnittform form)
    {
        if (await LadenAsync(kennung) is not { } runde) return NotFound();
        Rundenregeln.DarfAendern(runde, Wer).Verlangen();
        var ordnung = await OrdnungAsync();
        var wahl = await Db.ZurWahl(runde).Take(Rundenregeln.HoechsteVorschlagszahl).Select(v => new Wahlzeile(v.Kennung, v.Titel, v.Fachgruppe.Name, "")).ToListAsync();
        return View("Zuschnitt", new Zuschnittseite(runde, form, ordnung?.Inhalt.Kriterien ?? [], await NachStreuungAsync(runde, wahl), ordnung?.Nummer));
    }

    /// <summary>In einer weiteren Runde stehen die Vorschläge zuerst, bei denen die Bewertungen der ersten am weitesten auseinanderlagen.</summary>
    private async Task<IReadOnlyList<Wahlzeile>> NachStreuungAsync(Priorisierungsrunde runde, IReadOnlyList<Wahlzeile> wahl)
    {
        if (runde.ErsteRundeId is not { } erste) return wahl;
        var streuung = (await Db.Ergebniszeilen.AsNoTracking().Where(z => z.RundeId == erste).ToListAsync()).ToDictionary(z => z.Werte.Kennung, z => z.Werte.Streuung);
        return [.. wahl.Select(w => w with { Hinweis = streuung.GetValueOrDefault(w.Kennung) is { } s ? $"Streuung {s.ToString("0.00", Ortszeit.Deutsch)}" : "in der ersten Runde nicht bewertet" })
            .OrderByDescending(w => streuung.GetValueOrDefault(w.Kennung) ?? -1)];
    }

    /// <summary>Womit der Entwurf einer weiteren Runde beginnt.</summary>
    private async Task<IReadOnlyList<string>> EmpfohleneAsync(Priorisierungsrunde runde) =>
        runde.ErsteRundeId is { } erste && await Db.Rundenergebnisse.AsNoTracking().FirstOrDefaultAsync(e => e.RundeId == erste) is { } ergebnis ? ergebnis.Uebersicht.GroessteStreuungen : [];

    private Task<Geschaeftsordnung?> OrdnungAsync() => Db.Geschaeftsordnungen.AsNoTracking().InKraftAm(Heute).FirstOrDefaultAsync();
}
