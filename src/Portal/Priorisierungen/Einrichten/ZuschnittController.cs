using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen.Einrichten;

/// <summary>Wann, wonach und worüber in dieser Runde bewertet wird.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/priorisierungen/{kennung}/zuschnitt")]
public sealed class ZuschnittController(PortalDb db, TimeProvider uhr) : Fuehrungscontroller(db, uhr)
{
    /// <summary>So viele Vorschläge, die nicht ausgewählt sind, stehen auf einmal zur Wahl.</summary>
    private const int Wahlbreite = 200;

    /// <param name="suche">Wort aus dem Titel oder Nummer.</param>
    [HttpGet]
    public async Task<IActionResult> Bearbeiten(string kennung, string? suche)
    {
        if (await MitVorschlaegenAsync(kennung) is not { } runde) return NotFound();
        var form = Zuschnittform.Von(runde, await OrdnungAsync(), await EmpfohleneAsync(runde), Jetzt);
        form.Suche = Texte.Anfang((suche ?? "").Trim(), 200);
        return await Zeigen(kennung, form);
    }

    [HttpPost, ZeigtWieder(nameof(Zeigen), Stand = nameof(Bearbeiten))]
    public async Task<IActionResult> Speichern(string kennung, Zuschnittform form)
    {
        if (await MitVorschlaegenAsync(kennung, form.Version) is not { } runde) return NotFound();
        var gewaehlt = await Db.RundenwahlAsync(form.Vorschlaege, form.Buendelungen);
        runde.Zuschneiden(form.Titel ?? "", form.Beginn, form.Schluss, form.Kriterien, gewaehlt, await OrdnungAsync(), Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden("Die Runde ist gespeichert.");
        return Redirect(form.Ziel == "suchen" ? $"{Adresse(kennung)}/zuschnitt?suche={Uri.EscapeDataString((form.Suche ?? "").Trim())}#Vorschlaege" : Adresse(kennung));
    }

    private async Task<IActionResult> Zeigen(string kennung, Zuschnittform form)
    {
        if (await LadenAsync(kennung) is not { } runde) return NotFound();
        Rundenregeln.DarfAendern(runde, Wer).Verlangen();
        var ordnung = await OrdnungAsync();
        var (einzelne, weitere) = await EinzelneAsync(runde, form);
        var buendelungen = await Db.BuendelungenZurWahl(runde).AsNoTracking().ToListAsync();
        var gesperrte = runde.Durchgang > 1 ? [] : buendelungen.Where(b => !Buendelungsregeln.IstBewertbar(b).Erlaubt).ToList();
        return View("Zuschnitt", new Zuschnittseite(runde, form, ordnung?.Inhalt.Kriterien ?? [], await NachStreuungAsync(runde, [.. buendelungen.Except(gesperrte).Select(Zeile), .. einzelne]), weitere,
            [.. gesperrte.Select(b => (b.Kennung, Buendelungsregeln.IstBewertbar(b).Einwand))], ordnung?.Nummer));
    }

    /// <summary>
    /// Die ausgewählten Vorschläge und, in einer ersten Runde, von den übrigen nur so viele, wie sich überblicken lassen; mehr findet die Suche. Zu einer weiteren
    /// Runde gehört die ganze erste.
    /// </summary>
    private async Task<(List<Wahlzeile> Zeilen, int Weitere)> EinzelneAsync(Priorisierungsrunde runde, Zuschnittform form)
    {
        var (alle, gewaehlte, suche) = (Db.ZurWahl(runde), form.Vorschlaege.ToArray(), (form.Suche ?? "").Trim());
        if (runde.ErsteRundeId is not null) return (await Zeilen(alle).ToListAsync(), 0);
        var uebrige = alle.Where(v => !gewaehlte.Contains(v.Kennung));
        var passende = uebrige.WithText(suche, v => v.Kennung, v => v.Titel);
        var zeilen = await Zeilen(passende).Take(Wahlbreite).ToListAsync();
        return ([.. await Zeilen(alle.Where(v => gewaehlte.Contains(v.Kennung))).ToListAsync(), .. zeilen], await uebrige.CountAsync() - zeilen.Count);

        static IQueryable<Wahlzeile> Zeilen(IQueryable<Vorschlag> vorschlaege) => vorschlaege.Select(v => new Wahlzeile(v.Kennung, v.Titel, v.Fachgruppe.Name, "", null, Array.Empty<string>()));
    }

    private static Wahlzeile Zeile(Buendelung buendelung)
    {
        var vorschlaege = Rundenposten.Von(buendelung).Vorschlaege;
        return new(vorschlaege[0].Kennung, buendelung.Titel, string.Join(", ", vorschlaege.Select(v => v.Fachgruppe.Name).Distinct()), "", buendelung.Kennung,
            [.. vorschlaege.Select(v => $"{v.Titel} ({v.Kennung}, {v.Fachgruppe.Name})")]);
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
    private async Task<IReadOnlyList<Rundenvorschlag>> EmpfohleneAsync(Priorisierungsrunde runde)
    {
        if (runde.ErsteRundeId is not { } erste || await Db.Rundenergebnisse.AsNoTracking().FirstOrDefaultAsync(e => e.RundeId == erste) is not { } ergebnis) return [];
        var kennungen = ergebnis.Uebersicht.GroessteStreuungen;
        return await Db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == erste && kennungen.Contains(v.Vorschlag.Kennung)).MitTeilen.ToListAsync();
    }

    private Task<Geschaeftsordnung?> OrdnungAsync() => Db.Geschaeftsordnungen.AsNoTracking().InKraftAm(Heute).FirstOrDefaultAsync();
}
