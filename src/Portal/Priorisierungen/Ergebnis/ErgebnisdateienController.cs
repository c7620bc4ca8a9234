using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Csv;
using Portal.Platform.Data;
using Portal.Platform.Xlsx;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>Ein Ergebnis als Datei: zum Weiterrechnen und zum Aufbewahren.</summary>
[Route("/priorisierungen/{kennung}")]
public sealed class ErgebnisdateienController(PortalDb db, TimeProvider uhr) : Ergebnisseitencontroller(db, uhr)
{
    /// <summary>Excel-Mappe mit Formeln, die aus den Punkten bis zur Rangliste rechnen.</summary>
    [HttpGet("ergebnis.xlsx")]
    public async Task<IActionResult> Mappe(string kennung, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, abbruch) is not { } ergebnis) return NotFound();
        var zeilen = await Db.ZeilenVon(ergebnis.RundeId).ToListAsync(abbruch);
        return File(Workbook.Write(new Ergebnismappe(await Db.ErgebnisblickAsync(ergebnis, zeilen, Wer, abbruch), zeilen).Blaetter()), Workbook.ContentType, $"ergebnis-{kennung}.xlsx");
    }

    /// <summary>UTF-8 mit Kennzeichen, Semikolon, Komma in Zahlen: So öffnet es sich in deutschen Tabellenprogrammen.</summary>
    [HttpGet("ergebnis.csv")]
    public async Task<IActionResult> Tabelle(string kennung, CancellationToken abbruch)
    {
        if (await LadenAsync(kennung, abbruch) is not { } ergebnis) return NotFound();
        var zeilen = await Db.ZeilenVon(ergebnis.RundeId).ToListAsync(abbruch);
        var blick = await Db.ErgebnisblickAsync(ergebnis, zeilen, Wer, abbruch);
        var text = new StringBuilder(CsvText.Line(Ergebnistext.Kopf(blick)));
        foreach (var zeile in zeilen) text.Append(CsvText.Line(Ergebnistext.Zeile(blick, zeile)));
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", $"ergebnis-{kennung}.csv");
    }
}
