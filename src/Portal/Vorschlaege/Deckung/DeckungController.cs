using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege.Deckung;

/// <summary>Alle Matrizen einer Gruppe oder eines Handlungsfelds auf einer Seite: wo Ziele fehlen, wo Kennzahlen, welche Stufen der Wirkungstreppe erreicht werden.</summary>
public sealed class DeckungController(PortalDb db, TimeProvider uhr, Vorschlagsverzeichnis verzeichnis) : PortalController(db, uhr)
{
    [HttpGet("/deckung")]
    public async Task<IActionResult> Seite(string? fachgruppe, string? handlungsfeld, string? nach, string? vor, bool ende, CancellationToken abbruch)
    {
        var alles = await verzeichnis.LesenAsync(Db, abbruch);
        var filter = new Vorschlagsfilter { Fachgruppe = fachgruppe, Handlungsfeld = string.IsNullOrEmpty(fachgruppe) ? handlungsfeld : null, Sortierung = nameof(Listenordnung.Kennung) };
        var treffer = await alles.FindenAsync(filter, Wer, Db, abbruch);
        if (!filter.IstGesetzt) return View("Auswahl", treffer.Filter);
        if (Name(filter, alles) is not { } name) return NotFound();
        var seite = Verzeichnis.Seite(treffer, filter.Ordnung, nach, vor, ende);
        var ids = seite.Eintraege.Select(e => e.Id).ToArray();
        var zeilen = await Db.Vorschlaege.SichtbarFuer(Wer).ListenzeilenAsync(ids, abbruch);
        var layout = alles.Formular.Matrix;
        var matrizen = await Db.MatrizenAsync([.. treffer.Eintraege.Select(e => e.Id)], abbruch);
        var ueberblick = Deckungsueberblick.Von(treffer.Eintraege.Select(e => Felddeckung.Alle(matrizen[e.Id], layout)));
        return View("Seite", new Deckungsansicht(name, filter, seite, [.. zeilen.Select(z => Deckung.Von(z, matrizen[z.Id], layout))], ueberblick, layout));
    }

    private static string? Name(Vorschlagsfilter filter, Verzeichnis alles) => filter.Fachgruppe is { Length: > 0 } gruppe
        ? alles.Fachgruppen.FirstOrDefault(g => g.Kennung == gruppe)?.Name
        : alles.Handlungsfelder.FirstOrDefault(h => h.Kennung == filter.Handlungsfeld)?.Name;
}

public sealed record Deckungsansicht(string Name, Vorschlagsfilter Filter, Listenseite Seite, IReadOnlyList<Deckung> Zeilen, Deckungsueberblick Ueberblick, Matrixlayout Layout)
{
    public bool IstGruppe => !string.IsNullOrEmpty(Filter.Fachgruppe);
    public string Adresse(string zusatz) => $"/deckung?{(IstGruppe ? "fachgruppe" : "handlungsfeld")}={Uri.EscapeDataString((IstGruppe ? Filter.Fachgruppe : Filter.Handlungsfeld)!)}&{zusatz}";
}

/// <summary>Was für alle Vorschläge der Gruppe oder des Handlungsfelds gilt, nicht nur für die der gezeigten Seite.</summary>
/// <param name="Vollstaendige">In so vielen hat jedes Zielfeld so viele vollständige Ziele, wie zum Einreichen nötig sind.</param>
/// <param name="LeereIn">Je Zielfeld, in wie vielen Vorschlägen darin kein Ziel steht.</param>
public sealed record Deckungsueberblick(int Vorschlaege, int Vollstaendige, IReadOnlyDictionary<string, int> LeereIn, int OhneKennzahl, int OhneZielwert)
{
    public static Deckungsueberblick Von(IEnumerable<IReadOnlyList<Felddeckung>> matrizen)
    {
        var alle = matrizen.ToList();
        return new(alle.Count, alle.Count(felder => felder.All(f => f.Klasse == "voll")),
            alle.SelectMany(felder => felder).Where(f => f.Zeilen == 0).GroupBy(f => f.Zielfeld).ToDictionary(g => g.Key, g => g.Count()),
            alle.Sum(felder => felder.Sum(f => f.OhneKennzahl)), alle.Sum(felder => felder.Sum(f => f.OhneZielwert)));
    }
}
