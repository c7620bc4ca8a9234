using System.Globalization;
using Portal.Grundbegriffe;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Liest Zahlen, wie Menschen sie schreiben: „33,33“ oder „33.33“.</summary>
internal static class Zahleneingabe
{
    public static decimal Lesen(string? text, string was, string feld) =>
        decimal.TryParse((text ?? "").Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zahl) && Math.Abs(zahl) < 1_000_000
            ? zahl : throw new RegelVerletzt($"{was}: Bitte geben Sie eine Zahl ein, zum Beispiel 25 oder 33,33.", feld);

    public static long Ganze(string? text, string was, string feld) =>
        long.TryParse((text ?? "").Trim().Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zahl) && Math.Abs(zahl) < 1_000_000_000
            ? zahl : throw new RegelVerletzt($"{was}: Bitte geben Sie eine ganze Zahl ein.", feld);
}
