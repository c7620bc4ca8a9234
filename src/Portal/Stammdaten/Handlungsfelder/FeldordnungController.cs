using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Handlungsfelder;

/// <summary>In welcher Reihenfolge die Felder stehen, und welche noch zur Wahl stehen.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
public sealed class FeldordnungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    /// <param name="um">−1 eine Stelle nach oben, +1 eine nach unten.</param>
    [HttpPost("/verwaltung/handlungsfelder/{kennung}/verschiebung")]
    public async Task<IActionResult> Verschieben(string kennung, int um)
    {
        var reihe = await Db.Handlungsfelder.OrderBy(h => h.Reihenfolge).ThenBy(h => h.Name).ToListAsync();
        if (reihe.Find(h => h.Kennung == kennung) is not { } feld) return NotFound();
        feld.Verschieben(reihe, um, Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"„{feld.Name}“ steht jetzt an Stelle {feld.Reihenfolge} von {reihe.Count}.");
        return Redirect("/verwaltung/handlungsfelder");
    }

    [HttpPost("/verwaltung/handlungsfelder/{kennung}/stilllegung")]
    public async Task<IActionResult> Stilllegen(string kennung)
    {
        if (await Laden(kennung) is not { } feld) return NotFound();
        feld.Stilllegen(Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"„{feld.Name}“ ist stillgelegt. An alten Vorschlägen bleibt es lesbar, zur Wahl steht es nicht mehr.");
        return Redirect("/verwaltung/handlungsfelder");
    }

    [HttpPost("/verwaltung/handlungsfelder/{kennung}/wiederaufnahme")]
    public async Task<IActionResult> Wiederaufnehmen(string kennung)
    {
        if (await Laden(kennung) is not { } feld) return NotFound();
        feld.Wiederaufnehmen(Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"„{feld.Name}“ steht wieder zur Wahl.");
        return Redirect("/verwaltung/handlungsfelder");
    }

    private Task<Handlungsfeld?> Laden(string kennung) => Db.Handlungsfelder.FirstOrDefaultAsync(h => h.Kennung == kennung);
}
