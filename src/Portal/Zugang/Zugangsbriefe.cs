using Portal.Grundbegriffe;
using Portal.Platform.Mail;

namespace Portal.Zugang;

/// <summary>Die Briefe rund um das Konto. Jeder wird zusammen mit seinem Anlass gespeichert.</summary>
internal static class Zugangsbriefe
{
    private const string Sicherheit = "Sie bekommen diese Nachricht, weil sie die Sicherheit Ihres Kontos betrifft. Solche Nachrichten lassen sich nicht abbestellen.";
    private const string NichtSelbst = "Waren Sie das nicht selbst? Dann setzen Sie bitte gleich ein neues Kennwort und sagen Sie der Geschäftsführung Bescheid.";
    private const string Zugang = "Sie bekommen diese Nachricht, weil sie Ihren Zugang zum Portal betrifft. Solche Nachrichten lassen sich nicht abbestellen.";
    private static readonly (string, string) s_neuesKennwort = ("/kennwort-vergessen", "Neues Kennwort setzen");

    public static OutgoingMail Fehlversuche(MailWriter briefe, Person person) => briefe.Write(
        person,
        "Anmeldung für 15 Minuten gesperrt",
        ["Bei Ihrem Konto wurde mehrmals ein falsches Kennwort oder ein falscher Code eingegeben. Die Anmeldung ist deshalb für 15 Minuten gesperrt.",
            "Waren Sie das selbst, warten Sie bitte kurz oder setzen Sie ein neues Kennwort. Waren Sie es nicht, müssen Sie nichts tun; Ihr Konto ist geschützt."],
        s_neuesKennwort,
        Sicherheit);

    public static OutgoingMail KennwortNeu(MailWriter briefe, Person person, string geheimnis) => briefe.Write(
        person,
        "Neues Kennwort setzen",
        ["Für Ihr Konto wurde ein neues Kennwort angefordert. Öffnen Sie dazu innerhalb einer Stunde den Link. Er gilt nur einmal.",
            "Haben Sie das nicht angefordert, müssen Sie nichts tun. Ihr bisheriges Kennwort gilt weiter."],
        ($"/kennwort-neu/{geheimnis}", "Neues Kennwort setzen"),
        Sicherheit,
        confidential: true);

    public static OutgoingMail KennwortGeaendert(MailWriter briefe, Person person) => briefe.Write(
        person, "Ihr Kennwort wurde geändert", ["Das Kennwort Ihres Kontos wurde gerade geändert.", NichtSelbst], s_neuesKennwort, Sicherheit);

    /// <summary>An die neue Adresse: erst dieser Link macht sie gültig.</summary>
    public static OutgoingMail EmailBestaetigen(MailWriter briefe, Person person, string neueEmail, string geheimnis) => briefe.Write(
        neueEmail,
        person.Name,
        "Neue E-Mail-Adresse bestätigen",
        ["Diese Adresse soll künftig für Ihre Anmeldung und Ihre Nachrichten gelten. Bitte bestätigen Sie das innerhalb von 24 Stunden mit dem Link. Bis dahin gilt die bisherige Adresse.",
            "Haben Sie das nicht veranlasst, müssen Sie nichts tun."],
        ($"/konto/email/{geheimnis}", "Adresse bestätigen"),
        "Sie bekommen diese Nachricht, weil jemand diese Adresse im Online-Portal Sozialplanung angegeben hat.",
        confidential: true);

    /// <summary>An die bisherige Adresse, damit eine Übernahme des Kontos auffällt.</summary>
    public static OutgoingMail EmailWirdGeaendert(MailWriter briefe, Person person, string neueEmail) => briefe.Write(
        person,
        "Ihre E-Mail-Adresse soll geändert werden",
        [$"Für Ihr Konto wurde die neue Adresse {neueEmail} angegeben. Sie gilt, sobald sie von dort bestätigt ist.", NichtSelbst],
        s_neuesKennwort,
        Sicherheit);

    /// <summary>An die bisherige Adresse, wenn die neue gilt.</summary>
    public static OutgoingMail EmailGeaendert(MailWriter briefe, string bisherigeEmail, string name) => briefe.Write(
        bisherigeEmail,
        name,
        "Ihre E-Mail-Adresse wurde geändert",
        ["Für Ihr Konto gilt ab jetzt eine andere E-Mail-Adresse. An diese hier schreiben wir nicht mehr.",
            "Waren Sie das nicht selbst? Dann wenden Sie sich bitte sofort an die Geschäftsführung der Sozialplanung."],
        null,
        Sicherheit);

    public static OutgoingMail ZweiterFaktor(MailWriter briefe, Person person, bool eingeschaltet) => briefe.Write(
        person,
        eingeschaltet ? "Zweiter Faktor eingeschaltet" : "Zweiter Faktor ausgeschaltet",
        [eingeschaltet ? "Ihr Konto ist jetzt zusätzlich mit einem Code aus einer App geschützt." : "Ihr Konto ist nicht mehr mit einem Code aus einer App geschützt.", NichtSelbst],
        s_neuesKennwort,
        Sicherheit);

    public static OutgoingMail PasskeyHinzugefuegt(MailWriter briefe, Person person, string name) => briefe.Write(
        person, "Neuer Passkey für Ihr Konto", [$"Mit dem Passkey „{name}“ kann man sich ab jetzt bei Ihrem Konto anmelden.", NichtSelbst], s_neuesKennwort, Sicherheit);

    public static OutgoingMail Geloescht(MailWriter briefe, string email, string name, bool selbst) => briefe.Write(
        email,
        name,
        "Ihr Konto ist gelöscht",
        [$"Ihr Konto im Online-Portal Sozialplanung ist gelöscht{(selbst ? "" : "; das hat die Verwaltung des Portals getan")}. Ihre Beiträge bleiben ohne Ihren Namen lesbar. Danke, dass Sie mitgewirkt haben."],
        null,
        "Das ist die letzte Nachricht, die wir an diese Adresse senden. Im Portal bleibt von ihr nichts.",
        confidential: true);

    public static OutgoingMail RollenGeaendert(MailWriter briefe, Person person) => briefe.Write(
        person,
        "Ihre Rollen im Portal haben sich geändert",
        [person.Rollen.Count == 0 ? "Sie haben im Portal keine Rolle mehr. Ihre Mitgliedschaften in Gruppen bleiben." : $"Sie haben im Portal jetzt diese Rollen: {Texte.Aufzaehlung([.. person.Rollen.Select(r => r.Anzeige())])}.",
            "Stimmt das nicht, sagen Sie bitte der Geschäftsführung der Sozialplanung Bescheid."],
        ("/konto", "Mein Konto öffnen"),
        Zugang);

    /// <summary>Ohne den Grund: Den liest nur die Verwaltung.</summary>
    public static OutgoingMail ZugangGesperrt(MailWriter briefe, Person person) => briefe.Write(
        person,
        "Ihr Zugang ist gesperrt",
        ["Die Verwaltung des Portals hat Ihren Zugang gesperrt. Sie können sich zurzeit nicht anmelden; Ihre Beiträge und Mitgliedschaften bleiben.",
            "Haben Sie Fragen dazu, wenden Sie sich bitte an die Geschäftsführung der Sozialplanung."],
        null,
        Zugang);

    public static OutgoingMail ZugangGeoeffnet(MailWriter briefe, Person person) => briefe.Write(
        person, "Ihr Zugang ist wieder offen", ["Die Sperre ist aufgehoben. Sie können sich wieder anmelden wie bisher."], ("/anmeldung", "Anmelden"), Zugang);
}
