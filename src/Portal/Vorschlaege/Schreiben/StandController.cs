using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Die Versionen aller Felder und Zeilen: so erfährt eine offene Schreibseite, was andere gerade schreiben.</summary>
[Authorize]
public sealed class StandController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    /// <param name="seit">Der Stand, den die Seite kennt; hat sich nichts getan, ist die Antwort leer (204).</param>
    [HttpGet("/vorschlaege/{kennung}/schreiben/stand")]
    public async Task<IActionResult> Stand(string kennung, string? seit)
    {
        var vorschlag = await Db.Vorschlaege.SichtbarFuer(Wer).MitKennung(kennung).AsNoTracking().SingleOrDefaultAsync();
        if (vorschlag is null) return NotFound();
        var darf = Vorschlagsregeln.DarfSchreiben(vorschlag, Wer);
        // Als Text: JavaScript rechnet mit so großen Zahlen ungenau.
        var stand = $"{vorschlag.Schreibmarke}-{vorschlag.Version}";
        if (stand == seit && darf.Erlaubt) return NoContent();
        if (!darf.Erlaubt) return Json(new { stand, gesperrt = darf.Einwand });
        var felder = await Db.Feldinhalte.Where(f => f.VorschlagId == vorschlag.Id).Select(f => new { f.Feld, f.Version, Von = f.GeaendertVonId, Am = f.GeaendertAm }).ToListAsync();
        var zeilen = await Db.Matrixzeilen.Where(z => z.VorschlagId == vorschlag.Id).OrderBy(z => z.Zielfeld).ThenBy(z => z.Reihenfolge).ThenBy(z => z.Id)
            .Select(z => new { z.Kennung, z.Zielfeld, z.Version, Von = z.GeaendertVonId, Am = z.GeaendertAm }).ToListAsync();
        var namen = await Db.NamenAsync(felder.Select(f => f.Von).Concat(zeilen.Select(z => z.Von)));
        string Name(int? von) => von is { } id ? namen.GetValueOrDefault(id, "") : "";
        return Json(new
        {
            stand,
            felder = felder.Select(f => new { ort = f.Feld.ToString(), f.Version, von = Name(f.Von), um = Schreibanzeige.Uhrzeit(f.Am) }),
            zeilen = zeilen.Select(z => new { ort = z.Kennung, z.Zielfeld, z.Version, von = Name(z.Von), um = Schreibanzeige.Uhrzeit(z.Am) }),
        });
    }
}
