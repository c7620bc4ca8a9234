using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege.Schreiben;

namespace Portal.Vorschlaege.Fassungen;

/// <summary>Eine Seite des Vergleichs: eine Fassung oder der jetzige Text.</summary>
public sealed record Vergleichsseite(string Wahl, string Name, Vorschlagsinhalt Inhalt);

public sealed record Vergleichsmodell(Vorschlag Vorschlag, IReadOnlyList<Fassungszeile> Fassungen, bool MitJetzigem, string Von, string Mit, Fassungsvergleich? Vergleich, string VonName, string MitName);

/// <summary>Zwei Fassungen nebeneinander; „jetzt“ steht für den Text, an dem gerade geschrieben wird.</summary>
public sealed class FassungsvergleichController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private const string Jetziger = "jetzt";

    [HttpGet("/vorschlaege/{kennung}/fassungen/vergleich")]
    public async Task<IActionResult> Vergleichen(string kennung, string? von, string? mit)
    {
        if (await Db.OhneTextAsync(kennung, Wer) is not { } vorschlag) return NotFound();
        var alle = Fassungsauswahl.LiestAlle(vorschlag, Wer);
        var fassungen = await Db.FassungszeilenAsync(vorschlag, Wer, null, 500);
        mit ??= alle ? Jetziger : fassungen.FirstOrDefault()?.Nummer.ToString(CultureInfo.InvariantCulture) ?? "";
        von ??= (mit == Jetziger ? fassungen.FirstOrDefault() : fassungen.Skip(1).FirstOrDefault())?.Nummer.ToString(CultureInfo.InvariantCulture) ?? "";
        if (fassungen.Count == 0) return View("Vergleich", new Vergleichsmodell(vorschlag, fassungen, alle, von, mit, null, "", ""));
        if (await SeiteAsync(vorschlag, von, alle) is not { } links || await SeiteAsync(vorschlag, mit, alle) is not { } rechts) return NotFound();
        var vergleich = Fassungsvergleich.Von(links.Inhalt, rechts.Inhalt, (await Db.FormularAsync()).Matrix, await Db.StammdatennamenAsync());
        return View("Vergleich", new Vergleichsmodell(vorschlag, fassungen, alle, von, mit, vergleich, links.Name, rechts.Name));
    }

    private async Task<Vergleichsseite?> SeiteAsync(Vorschlag vorschlag, string wahl, bool alle)
    {
        if (wahl == Jetziger)
            return alle && await Db.GanzAsync(vorschlag.Kennung, Wer) is { } ganz ? new(wahl, "Jetziger Text", Vorschlagsinhalt.Von(ganz)) : null;
        if (!int.TryParse(wahl, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer)) return null;
        return await Db.FassungAsync(vorschlag, nummer, Wer) is { } fassung
            ? new(wahl, $"Fassung {nummer} · {Ortszeit.Kurz(Ortszeit.Datum(fassung.FestgehaltenAm))}", fassung.Inhalt()) : null;
    }
}
