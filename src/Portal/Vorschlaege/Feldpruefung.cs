using System.Globalization;
using Portal.Grundbegriffe;

namespace Portal.Vorschlaege;

/// <summary>Prüft, was jemand in ein Feld geschrieben hat, und bringt es in die Form, in der es gespeichert wird.</summary>
public static class Feldpruefung
{
    /// <exception cref="RegelVerletzt">mit einem Satz, der sagt, was zu tun ist.</exception>
    public static string Geprueft(Vorschlagsfeld feld, string? eingabe)
    {
        var beschreibung = feld.Beschreibung();
        var text = Steuerzeichen.OhneSeitenwechsel(eingabe ?? "").ReplaceLineEndings("\n");
        if (Steuerzeichen.Enthaelt(text))
            throw new RegelVerletzt(Steuerzeichen.Einwand(beschreibung.Name), feld.ToString());
        if (text.Length > beschreibung.Laenge)
            throw new RegelVerletzt($"„{beschreibung.Name}“ hat {Ortszeit.Anzahl(text.Length)} Zeichen; erlaubt sind {Ortszeit.Anzahl(beschreibung.Laenge)}.", feld.ToString());
        if (feld == Vorschlagsfeld.Titel && string.IsNullOrWhiteSpace(text))
            throw new RegelVerletzt("Ein Vorschlag braucht einen Titel. Bis Sie einen neuen schreiben, gilt der bisherige.", feld.ToString());
        return beschreibung.Art switch
        {
            Feldart.Zeile => text.ReplaceLineEndings(" ").Trim(),
            Feldart.Euro => Euro(text, beschreibung),
            Feldart.Datum => Tag(text, beschreibung),
            Feldart.Auswahl or Feldart.Mehrfachauswahl => text.Trim(),
            _ => text,
        };
    }

    private static string Euro(string text, Feldbeschreibung feld)
    {
        var rein = text.Replace("€", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Trim();
        if (rein.EndsWith(",00", StringComparison.Ordinal)) rein = rein[..^3];
        if (rein.Length == 0) return "";
        return long.TryParse(rein, NumberStyles.None, CultureInfo.InvariantCulture, out var betrag) && betrag <= 999_999_999_999
            ? betrag.ToString(CultureInfo.InvariantCulture)
            : throw new RegelVerletzt($"„{feld.Name}“: Bitte geben Sie ganze Euro ein, zum Beispiel {feld.Beispiel}.", feld.Feld.ToString());
    }

    private static string Tag(string text, Feldbeschreibung feld)
    {
        var rein = text.Trim();
        if (rein.Length == 0) return "";
        return Tage.Lesen(rein) is { } tag
            ? tag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : throw new RegelVerletzt($"„{feld.Name}“: „{rein}“ ist kein Tag im Kalender. Schreiben Sie zum Beispiel {feld.Beispiel}.", feld.Feld.ToString());
    }
}
