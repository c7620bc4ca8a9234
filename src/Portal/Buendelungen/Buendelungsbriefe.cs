using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Buendelungen;

/// <summary>Die Briefe zu einer Bündelung; sie gehen an die Sprecher:innen, die für ihre Gruppe antworten.</summary>
internal static class Buendelungsbriefe
{
    private const string AlsSprecherin = "Sie bekommen diese Nachricht, weil Sie Sprecher:in einer Gruppe sind, von der ein Vorschlag zu dieser Bündelung gehört.";
    private const string AlsGeschaeftsfuehrung = "Sie bekommen diese Nachricht, weil Sie in der Geschäftsführung der Sozialplanung arbeiten und Bündelungen vorschlagen.";

    public static OutgoingMail Vorgeschlagen(MailWriter briefe, Buendelung b, Person an, Akteur von) => briefe.Write(
        an, $"Bitte antworten: Vorschläge bündeln ({b.Kennung})",
        [$"{von.Name} schlägt vor, diese Vorschläge gemeinsam zu bewerten:", string.Join("\n", b.Teile.Select(t => $"• {t.Vorschlag.Kennung} ({t.Vorschlag.Fachgruppe.Name})")),
            "Der Grund steht auf der Seite der Bündelung. Bitte sprechen Sie in Ihrer Gruppe darüber und antworten Sie für sie. Ohne die Zustimmung aller Gruppen bleibt jeder Vorschlag für sich."],
        ($"/buendelungen/{b.Kennung}", "Ansehen und antworten"), AlsSprecherin, names: von);

    public static OutgoingMail Vereinbart(MailWriter briefe, Buendelung b, Person an) => briefe.Write(
        an, $"Vereinbart: Bündelung {b.Kennung}",
        ["Alle Gruppen haben zugestimmt. Die Konferenz bewertet die gebündelten Vorschläge gemeinsam; jeder bleibt mit seinem Text und seiner Herkunft lesbar.",
            "Bis die Runde eröffnet wird, kann jede beteiligte Gruppe die Bündelung wieder auflösen."],
        ($"/buendelungen/{b.Kennung}", "Bündelung ansehen"), AlsSprecherin);

    public static OutgoingMail Abgelehnt(MailWriter briefe, Buendelung b, Person an, Akteur von, bool alsGeschaeftsfuehrung) => briefe.Write(
        an, $"Nicht gebündelt: {b.Kennung}",
        [$"{von.Name} hat für ihre Gruppe abgelehnt. Jeder Vorschlag bleibt für sich. Der Grund steht auf der Seite der Bündelung."],
        ($"/buendelungen/{b.Kennung}", "Bündelung ansehen"), alsGeschaeftsfuehrung ? AlsGeschaeftsfuehrung : AlsSprecherin, names: von);

    public static OutgoingMail Aufgeloest(MailWriter briefe, Buendelung b, Person an, Akteur von) => briefe.Write(
        an, $"Aufgelöst: Bündelung {b.Kennung}",
        [$"{von.Name} hat die Bündelung aufgelöst. Jeder Vorschlag steht wieder für sich. Der Grund steht auf der Seite der Bündelung."],
        ($"/buendelungen/{b.Kennung}", "Bündelung ansehen"), AlsSprecherin, names: von);
}
