using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Grundbegriffe;

/// <summary>Bildet öffentliche Kennungen.</summary>
public static class Kennungen
{
    private const string Zeichen = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Aus einem Namen wird ein Adressteil: „Gut älter werden“ → „gut-aelter-werden“. Höchstens 60 Zeichen.</summary>
    public static string AusName(string name)
    {
        var text = name.Trim().ToLowerInvariant()
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD);
        var ergebnis = new StringBuilder();
        foreach (var zeichen in text)
        {
            if (char.IsAsciiLetterOrDigit(zeichen)) ergebnis.Append(zeichen);
            else if (CharUnicodeInfo.GetUnicodeCategory(zeichen) != UnicodeCategory.NonSpacingMark && ergebnis.Length > 0 && ergebnis[^1] != '-')
                ergebnis.Append('-');
        }
        var kennung = ergebnis.ToString().Trim('-');
        if (kennung.Length > 60) kennung = kennung[..60].TrimEnd('-');
        return kennung.Length > 0 ? kennung : Zufaellig();
    }

    /// <summary>Zehn leicht lesbare Zeichen, nicht zu erraten und nicht zu verwechseln (ohne i, l, o, 0, 1).</summary>
    public static string Zufaellig() => RandomNumberGenerator.GetString(Zeichen, 10);

    /// <summary>„2026-14“ aus Jahr und laufender Nummer.</summary>
    public static string AusJahrUndNummer(int jahr, int nummer) => string.Create(CultureInfo.InvariantCulture, $"{jahr}-{nummer}");
}
