using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege;

/// <summary>Die Liste der Vorschläge: für alle, was veröffentlicht ist; für Mitglieder dazu, woran ihre Gruppe arbeitet.</summary>
public sealed class ListeController(PortalDb db, TimeProvider uhr, Vorschlagsverzeichnis verzeichnis) : PortalController(db, uhr)
{
    private const int CsvPaket = 500;

    [HttpGet("/vorschlaege")]
    public async Task<IActionResult> Liste(Vorschlagsfilter filter, string? nach, string? vor, bool ende, CancellationToken abbruch)
    {
        var alles = await verzeichnis.LesenAsync(Db, abbruch);
        var treffer = await alles.FindenAsync(filter, Wer, Db, abbruch);
        var seite = Verzeichnis.Seite(treffer, filter.Ordnung, nach, vor, ende);
        var zeilen = await Db.Vorschlaege.SichtbarFuer(Wer).ListenzeilenAsync([.. seite.Eintraege.Select(e => e.Id)], abbruch);
        return View(new Listenansicht(filter, treffer.Filter, seite, zeilen, alles));
    }

    [HttpGet("/vorschlaege.csv")]
    public async Task Csv(Vorschlagsfilter filter, CancellationToken abbruch)
    {
        var alles = await verzeichnis.LesenAsync(Db, abbruch);
        var treffer = await alles.FindenAsync(filter, Wer, Db, abbruch);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"Vorschlaege-{Heute:yyyy-MM-dd}.csv\"";
        await using var csv = new Vorschlagsausfuhr(Response.Body, $"{Request.Scheme}://{Request.Host}");
        await csv.KopfAsync();
        foreach (var paket in treffer.Eintraege.Select(e => e.Id).Chunk(CsvPaket))
            await csv.ZeilenAsync(await Db.Vorschlaege.SichtbarFuer(Wer).ListenzeilenAsync(paket, abbruch), alles);
    }
}

/// <summary>Was die Seite der Liste zeigt.</summary>
public sealed record Listenansicht(Vorschlagsfilter Filter, IReadOnlyList<Filterauswahl> Auswahl, Listenseite Seite, IReadOnlyList<Listenzeile> Zeilen, Verzeichnis Verzeichnis)
{
    private string Auswahladresse => Filter.AlsAdresse();

    /// <summary>Dieselbe Auswahl mit einem Zusatz, z. B. einer anderen Seite.</summary>
    public string Adresse(string pfad, string zusatz = "") =>
        (Auswahladresse, zusatz) switch { ("", "") => pfad, ("", _) => $"{pfad}?{zusatz}", (_, "") => $"{pfad}?{Auswahladresse}", _ => $"{pfad}?{Auswahladresse}&{zusatz}" };

    /// <summary>Die Auswahl mit einem anderen Wert für einen Filter.</summary>
    public string AdresseMit(string filter, string wert)
    {
        var ohne = Filter.AlsAdresse(filter);
        var mit = wert.Length == 0 ? "" : $"{filter}={Uri.EscapeDataString(wert)}";
        return "/vorschlaege" + (ohne.Length + mit.Length == 0 ? "" : "?" + string.Join('&', new[] { ohne, mit }.Where(t => t.Length > 0)));
    }
}
