using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Csv;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Verlauf;

/// <summary>Wer hat was wann getan, und warum.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
public sealed class VerlaufController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private const int Seitenlaenge = 50;
    private const int HoechstensInDerDatei = 50_000;

    [HttpGet("/verlauf")]
    public async Task<IActionResult> Liste(Verlaufsfilter filter)
    {
        var zeilen = await Db.Ereignisse.AsNoTracking().SichtbarFuer(Wer).Gefiltert(filter, Db).OhneWiederholung(Db).Zeilen(Db, Seitenlaenge + 1).ToListAsync();
        ViewData["Filter"] = filter;
        ViewData["Weiter"] = zeilen.Count > Seitenlaenge ? filter.Adresse("/verlauf", zeilen[Seitenlaenge - 1].Id) : null;
        return View("Verlauf", zeilen.Take(Seitenlaenge).ToList());
    }

    /// <summary>Dieselben Zeilen als CSV (UTF-8 mit Kennzeichen, Semikolon), höchstens 50.000; die Zeit ist die der Gemeinde.</summary>
    [HttpGet("/verlauf.csv")]
    public async Task Ausfuhr(Verlaufsfilter filter)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"verlauf-{Heute:yyyy-MM-dd}.csv\"";
        await using var datei = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await datei.WriteAsync(CsvText.Line("Zeit", "Person", "Was", "Gegenstand", "Kennung", "Bezeichnung", "Grund"));
        await foreach (var z in Db.Ereignisse.AsNoTracking().SichtbarFuer(Wer).Gefiltert(filter, Db).OhneWiederholung(Db).Zeilen(Db, HoechstensInDerDatei).AsAsyncEnumerable())
            await datei.WriteAsync(CsvText.Line(Ortszeit.Von(z.Zeitpunkt).ToString("yyyy-MM-dd HH:mm:ss"), z.Wer, z.Satz, z.Gegenstand, z.Kennung, z.Bezeichnung, z.Grund));
    }
}
