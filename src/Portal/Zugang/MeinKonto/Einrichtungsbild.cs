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
