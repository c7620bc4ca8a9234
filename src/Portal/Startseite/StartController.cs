using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Stammdaten.Seiten;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Startseite;

/// <summary>Wer nicht angemeldet ist, sieht, worum es geht; wer angemeldet ist, was ansteht.</summary>
public sealed class StartController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    /// <param name="alles">Auch die Neuigkeiten, die sonst nur gezählt werden.</param>
    [HttpGet("/")]
    public async Task<IActionResult> Start(bool alles = false) => Wer.IstAngemeldet ? View("Anstehendes", await AnstehendesAsync(alles)) : View("Besuch", await BesuchAsync());

    /// <param name="bis">Was die Person beim Lesen vor Augen hatte; was danach geschah, bleibt neu.</param>
    [HttpPost("/gelesen")]
    [Authorize]
    public async Task<IActionResult> Gelesen(string? bis)
    {
        var person = await Db.Personen.FirstAsync(p => p.Id == Wer.PersonId);
        var stand = DateTime.TryParse(bis, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var gesehen) && gesehen <= Jetzt ? gesehen : Jetzt;
        person.HatGelesen(stand);
        await Db.SaveChangesAsync();
        Melden("Alles bis hierhin gilt als gelesen.");
        return Redirect("/");
    }

    private async Task<Anstehendes> AnstehendesAsync(bool alles)
    {
        var frist = await Db.Kommune.OrderBy(k => k.Id).Select(k => k.Einreichungsfrist).FirstOrDefaultAsync();
        var blick = new Blick(Db, Wer, Jetzt, Heute, frist);
        var offen = await WasAnsteht.OffenAsync(blick);
        var (neues, weitere) = await Neuigkeiten.SeitAsync(blick, alles);
        return new Anstehendes(offen, neues, weitere, await WasAnsteht.TermineAsync(blick), blick, offen.Count == 0 ? await EigeneGruppenAsync(blick) : []);
    }

    private async Task<IReadOnlyList<EigeneGruppe>> EigeneGruppenAsync(Blick blick)
    {
        if (blick.Gruppen.Count == 0) return [];
        var eigene = blick.Gruppen.ToArray();
        return await Db.Fachgruppen.Where(g => eigene.Contains(g.Id)).OrderBy(g => g.Name).Select(g => new EigeneGruppe(g.Kennung, g.Name)).ToListAsync();
    }

    private async Task<Besuch> BesuchAsync() => new(
        await Db.LesetextAsync(Portalseiten.Alle[0]),
        await Db.Vorschlaege.AsNoTracking().Where(v => v.VeroeffentlichtAm != null).OrderByDescending(v => v.VeroeffentlichtAm).ThenByDescending(v => v.Id).Take(5)
            .Select(v => new Neuveroeffentlicht(v.Kennung, v.Titel, v.Kurzfassung, v.Zustand, v.Fachgruppe.Name, v.VeroeffentlichtAm!.Value)).ToListAsync(),
        await Db.Fachgruppen.AsNoTracking().OffenFuerBeitritt.OrderBy(g => g.Name).Take(8).Select(g => new OffeneGruppe(g.Kennung, g.Name, g.Handlungsfeld!.Name ?? g.Querschnittsthema, g.Turnus)).ToListAsync(),
        await Db.Kommune.OrderBy(k => k.Id).Select(k => k.Einreichungsfrist).FirstOrDefaultAsync() is { } frist && frist >= Heute ? frist : null,
        await ZahlenAsync());

    private async Task<Besuchszahlen> ZahlenAsync()
    {
        var staende = await Db.Vorschlaege.Where(v => v.VeroeffentlichtAm != null).GroupBy(v => v.Zustand).Select(g => new { Zustand = g.Key, Zahl = g.Count() }).ToListAsync();
        return new(staende.Sum(s => s.Zahl), staende.Where(s => Vorschlagslauf.IstBeschlossen(s.Zustand)).Sum(s => s.Zahl), await Db.Fachgruppen.OffenFuerBeitritt.CountAsync());
    }
}

/// <summary>„Was steht an?“</summary>
/// <param name="WeiteresNeue">So vieles ist neu und steht nicht unter <paramref name="Neues"/>.</param>
/// <param name="EigeneGruppen">Wohin es weitergeht, wenn nichts wartet; sonst leer.</param>
public sealed record Anstehendes(IReadOnlyList<OffenerPunkt> Offen, IReadOnlyList<Neuigkeit> Neues, int WeiteresNeue, IReadOnlyList<Termin> Termine, Blick Blick, IReadOnlyList<EigeneGruppe> EigeneGruppen);

public sealed record EigeneGruppe(string Kennung, string Name);

/// <summary>Die Startseite für alle, die nicht angemeldet sind.</summary>
public sealed record Besuch(Lesetext Text, IReadOnlyList<Neuveroeffentlicht> Vorschlaege, IReadOnlyList<OffeneGruppe> Gruppen, DateOnly? Einreichungsfrist, Besuchszahlen Zahlen)
{
    private int Schnitt => Text.Html.IndexOf("<h2", StringComparison.Ordinal) is var stelle && stelle >= 0 ? stelle : Text.Html.Length;

    /// <summary>Der Text bis zur ersten Überschrift steht oben, der Rest unter den Vorschlägen.</summary>
    public string Einleitung => Text.Html[..Schnitt];

    public string Weiteres => Text.Html[Schnitt..];
}

/// <param name="Beschlossen">So viele der veröffentlichten haben einen Beschluss, auch einen geänderten.</param>
public sealed record Besuchszahlen(int Veroeffentlicht, int Beschlossen, int OffeneGruppen);

public sealed record Neuveroeffentlicht(string Kennung, string Titel, string Kurzfassung, Vorschlagszustand Zustand, string Gruppe, DateTime Am);

public sealed record OffeneGruppe(string Kennung, string Name, string Thema, string Turnus);
