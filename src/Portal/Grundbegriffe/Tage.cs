using System.Globalization;

namespace Portal.Grundbegriffe;

/// <summary>Liest Tage, wie Menschen und Browser sie schreiben: „31.12.2028“ oder „2028-12-31“.</summary>
public static class Tage
{
    private static readonly string[] s_formen = ["yyyy-MM-dd", "d.M.yyyy", "dd.MM.yyyy"];

    /// <returns>Der Tag, oder nichts, wenn es ihn nicht gibt oder er nicht zwischen 1900 und 2200 liegt.</returns>
    public static DateOnly? Lesen(string text) =>
        DateOnly.TryParseExact(text.Trim(), s_formen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var tag) && tag.Year is >= 1900 and <= 2200 ? tag : null;
}
