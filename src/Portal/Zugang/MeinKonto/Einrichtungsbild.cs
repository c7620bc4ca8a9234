using Portal.Platform.Web;

namespace Portal.Zugang.MeinKonto;

/// <summary>Das Bild, das die App abliest, um den Schlüssel zu übernehmen.</summary>
internal static class Einrichtungsbild
{
    private const string Aussteller = "Sozialplanung";

    /// <returns>PNG als data-Adresse; so geht der Schlüssel an keine eigene Adresse und in keinen Zwischenspeicher.</returns>
    public static string Bild(string schluessel, string email)
    {
        var inhalt = $"otpauth://totp/{Aussteller}:{Uri.EscapeDataString(email)}?secret={schluessel}&issuer={Aussteller}&digits=6&period=30";
        return QrCode.AsDataUrl(inhalt);
    }
}

/// <summary>RFC 4648, ohne Füllzeichen: so wollen die Apps den Schlüssel.</summary>
internal static class Base32
{
    private const string Zeichen = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length * 8 + 4) / 5);
        int rest = 0, stand = 0;
        foreach (var b in bytes)
        {
            rest = (rest << 8) | b;
            for (stand += 8; stand >= 5; stand -= 5) text.Append(Zeichen[(rest >> (stand - 5)) & 31]);
            rest &= (1 << stand) - 1;
        }
        if (stand > 0) text.Append(Zeichen[(rest << (5 - stand)) & 31]);
        return text.ToString();
    }
}
