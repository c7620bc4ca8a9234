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
        var matrizen = await Db.MatrizenAsync(ids, abbruch);
        return View("Seite", new Deckungsansicht(name, filter, seite, [.. zeilen.Select(z => Deckung.Von(z, matrizen[z.Id], alles.Formular.Matrix))], alles.Formular.Matrix));
    }

    private static string? Name(Vorschlagsfilter filter, Verzeichnis alles) => filter.Fachgruppe is { Length: > 0 } gruppe
        ? alles.Fachgruppen.FirstOrDefault(g => g.Kennung == gruppe)?.Name
        : alles.Handlungsfelder.FirstOrDefault(h => h.Kennung == filter.Handlungsfeld)?.Name;
}

public sealed record Deckungsansicht(string Name, Vorschlagsfilter Filter, Listenseite Seite, IReadOnlyList<Deckung> Zeilen, Matrixlayout Layout)
{
    public bool IstGruppe => !string.IsNullOrEmpty(Filter.Fachgruppe);
    public string Adresse(string zusatz) => $"/deckung?{(IstGruppe ? "fachgruppe" : "handlungsfeld")}={Uri.EscapeDataString((IstGruppe ? Filter.Fachgruppe : Filter.Handlungsfeld)!)}&{zusatz}";
    public int Vollstaendige => Zeilen.Count(z => z.Felder.All(f => f.Zeilen > 0));
    public int LeereIn(string zielfeld) => Zeilen.Count(z => z.Felder.Any(f => f.Zielfeld == zielfeld && f.Zeilen == 0));
    public int OhneKennzahl => Zeilen.Sum(z => z.Felder.Sum(f => f.OhneKennzahl));
    public int OhneZielwert => Zeilen.Sum(z => z.Felder.Sum(f => f.OhneZielwert));
}
