using System.Globalization;
using Portal.Grundbegriffe;

namespace Portal.Vorschlaege;

/// <summary>Prüft, was jemand in eine Zelle der Matrix geschrieben hat, und setzt eine Zeile daraus zusammen.</summary>
public static class Zellenpruefung
{
    public const int HoechsteLaenge = 2000;

    /// <returns>Der Wert, wie <see cref="Matrixspalte.WertIn"/> ihn zeigt.</returns>
    /// <exception cref="RegelVerletzt">mit einem Satz, der sagt, was zu tun ist; sein Feld ist der Schlüssel der Spalte.</exception>
    public static string Geprueft(Matrixspalte spalte, string? eingabe)
    {
        var text = Steuerzeichen.OhneSeitenwechsel(eingabe ?? "").ReplaceLineEndings("\n");
        if (Steuerzeichen.Enthaelt(text))
            throw new RegelVerletzt(Steuerzeichen.Einwand(spalte.Name), spalte.Schluessel);
        if (text.Length > HoechsteLaenge)
            throw new RegelVerletzt($"„{spalte.Name}“ hat {Ortszeit.Anzahl(text.Length)} Zeichen; in einer Zelle erlaubt sind {Ortszeit.Anzahl(HoechsteLaenge)}.", spalte.Schluessel);
        return spalte.Art switch
        {
            Spaltenart.Datum => Tag(spalte, text.Trim()),
            Spaltenart.Wirkungsstufe => Stufe(spalte, text.Trim()),
            _ => text,
        };
    }

    /// <summary>Die Zeile mit einem anderen Wert in einer Spalte; der Wert ist geprüft.</summary>
    public static Matrixwerte Mit(this Matrixwerte werte, Matrixspalte spalte, string wert) => spalte.Schluessel switch
    {
        "ziel" => werte with { Ziel = wert },
        "kennzahl" => werte with { Kennzahl = wert },
        "ausgangswert" => werte with { Ausgangswert = wert },
        "zielwert" => werte with { Zielwert = wert },
        "bis-wann" => werte with { BisWann = Tage.Lesen(wert) },
        "verantwortlich" => werte with { Verantwortlich = wert },
        "wirkungsstufe" => werte with { Wirkungsstufe = wert.Length == 0 ? null : int.Parse(wert, CultureInfo.InvariantCulture) },
        _ => werte with { Weitere = new Dictionary<string, string>(werte.Weitere) { [spalte.Schluessel] = wert } },
    };

    private static string Tag(Matrixspalte spalte, string text) => text.Length == 0 ? "" : Tage.Lesen(text) is { } tag
        ? Ortszeit.Kurz(tag)
        : throw new RegelVerletzt($"„{spalte.Name}“: „{Gekuerzt(text)}“ ist kein Tag im Kalender. Schreiben Sie zum Beispiel 31.12.2028.", spalte.Schluessel);

    private static string Stufe(Matrixspalte spalte, string text) => text is "" or "1" or "2" or "3" or "4" or "5" or "6" or "7"
        ? text
        : throw new RegelVerletzt($"„{spalte.Name}“: Bitte wählen Sie eine Stufe von 1 bis 7.", spalte.Schluessel);

    private static string Gekuerzt(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
