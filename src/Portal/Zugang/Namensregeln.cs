using System.Net.Mail;
using Portal.Grundbegriffe;

namespace Portal.Zugang;

/// <summary>Was als Name und als E-Mail-Adresse taugt; in Formularen und beim Einlesen von Listen gleich.</summary>
public static class Namensregeln
{
    public const int HoechstlaengeName = 100;
    public const int HoechstlaengeOrganisation = 200;
    public const int HoechstlaengeEmail = 254;

    public static Auskunft TaugtAlsName(string vorname, string nachname, string organisation = "") => Auskunft.Pruefe(
        (!string.IsNullOrWhiteSpace(vorname), "Es fehlt der Vorname."),
        (!string.IsNullOrWhiteSpace(nachname), "Es fehlt der Nachname."),
        (vorname.Length <= HoechstlaengeName && nachname.Length <= HoechstlaengeName, $"Vor- und Nachname dürfen je höchstens {HoechstlaengeName} Zeichen haben."),
        (organisation.Length <= HoechstlaengeOrganisation, $"Die Organisation darf höchstens {HoechstlaengeOrganisation} Zeichen haben."),
        (IstEinzeilig(vorname) && IstEinzeilig(nachname) && IstEinzeilig(organisation), "Name und Organisation dürfen keine unsichtbaren Steuerzeichen und Zeilenwechsel enthalten."));

    public static Auskunft TaugtAlsAdresse(string email) => Auskunft.Pruefe(
        (!string.IsNullOrWhiteSpace(email), "Es fehlt die E-Mail-Adresse."),
        (email.Trim().Length <= HoechstlaengeEmail, $"Eine E-Mail-Adresse hat höchstens {HoechstlaengeEmail} Zeichen."),
        (string.IsNullOrWhiteSpace(email) || IstAdresse(email.Trim()), $"„{email.Trim()}“ ist keine E-Mail-Adresse. Sie hat die Form name@beispiel.de."));

    private static bool IstAdresse(string email)
    {
        var klammer = email.LastIndexOf('@');
        return klammer > 0 && klammer < email.Length - 1 && email.IndexOf('@', StringComparison.Ordinal) == klammer
            && !email.Any(z => char.IsWhiteSpace(z) || char.IsControl(z) || z is '<' or '>' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '"' or '\\')
            && !Steuerzeichen.Enthaelt(email)
            && email[(klammer + 1)..].Split('.') is { Length: >= 2 } teile && Array.TrueForAll(teile, t => t.Length > 0 && t[0] != '-' && t[^1] != '-')
            && MailAddress.TryCreate(email, out var gelesen) && gelesen.Address == email;
    }

    private static bool IstEinzeilig(string text) => !text.Contains('\n', StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal) && !Steuerzeichen.Enthaelt(text);
}
