using Portal.Platform.Mail;

namespace Portal.Zugang;

/// <summary>Die Briefe rund um das Konto. Jeder wird zusammen mit seinem Anlass gespeichert.</summary>
internal static class Zugangsbriefe
{
    private const string Sicherheit = "Sie bekommen diese Nachricht, weil sie die Sicherheit Ihres Kontos betrifft. Solche Nachrichten lassen sich nicht abbestellen.";

    public static OutgoingMail Fehlversuche(MailWriter briefe, Person person) => briefe.Write(
        person,
        "Anmeldung für 15 Minuten gesperrt",
        ["Bei Ihrem Konto wurde mehrmals ein falsches Kennwort oder ein falscher Code eingegeben. Die Anmeldung ist deshalb für 15 Minuten gesperrt.",
            "Waren Sie das selbst, warten Sie bitte kurz oder setzen Sie ein neues Kennwort. Waren Sie es nicht, müssen Sie nichts tun; Ihr Konto ist geschützt."],
        ("/kennwort-vergessen", "Neues Kennwort setzen"),
        Sicherheit);
}
