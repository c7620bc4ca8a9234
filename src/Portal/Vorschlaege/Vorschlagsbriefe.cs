using Portal.Grundbegriffe;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>Die Briefe, die ein Vorschlag auf seinem Weg auslöst; jeder sagt, warum er kommt.</summary>
internal static class Vorschlagsbriefe
{
    private const string AlsMitglied = "Sie bekommen diese Nachricht, weil Sie Mitglied der Gruppe sind, von der dieser Vorschlag stammt. Verlassen können Sie die Gruppe auf ihrer Seite „Mitglieder“.";
    private const string AlsGeschaeftsfuehrung = "Sie bekommen diese Nachricht, weil Sie in der Geschäftsführung der Sozialplanung arbeiten und Vorschläge sichten.";

    public static OutgoingMail ZurSichtung(MailWriter briefe, Vorschlag v, Person an, Akteur von) => briefe.Write(
        an, $"Zur Sichtung: Vorschlag {v.Kennung}",
        [$"{von.Name} hat für „{v.Fachgruppe.Name}“ den Vorschlag „{v.Titel}“ eingereicht.", "Bitte sichten Sie ihn: Sie können ihn annehmen oder der Gruppe mit Gründen zurückgeben."],
        ($"/vorschlaege/{v.Kennung}/sichtung", "Vorschlag sichten"), AlsGeschaeftsfuehrung);

    public static OutgoingMail Eingereicht(MailWriter briefe, Vorschlag v, Person an, Akteur von) => briefe.Write(
        an, $"Eingereicht: Vorschlag {v.Kennung}",
        [$"{von.Name} hat den Vorschlag „{v.Titel}“ eingereicht. Sein Text ist jetzt festgehalten.", "Die Geschäftsführung sichtet ihn. Sie hören wieder davon."],
        ($"/vorschlaege/{v.Kennung}", "Vorschlag lesen"), AlsMitglied);

    public static OutgoingMail Angenommen(MailWriter briefe, Vorschlag v, Person an, string notiz) => briefe.Write(
        an, $"Angenommen: Vorschlag {v.Kennung}",
        [$"Die Geschäftsführung hat den Vorschlag „{v.Titel}“ gesichtet und angenommen.", v.Zustand.Erklaerung(v.Weg), .. notiz.Length == 0 ? Array.Empty<string>() : ["Sie schreibt dazu:", notiz]],
        ($"/vorschlaege/{v.Kennung}", "Vorschlag lesen"), AlsMitglied);

    public static OutgoingMail Zurueckgegeben(MailWriter briefe, Vorschlag v, Person an, string grund) => briefe.Write(
        an, $"Zurückgegeben: Vorschlag {v.Kennung}",
        [$"Die Geschäftsführung hat den Vorschlag „{v.Titel}“ zurückgegeben. Sie schreibt:", grund, "Sie können den Text jetzt überarbeiten; danach reicht eine Sprecher:in ihn wieder ein."],
        ($"/vorschlaege/{v.Kennung}", "Vorschlag öffnen"), AlsMitglied);

    public static OutgoingMail Zurueckgezogen(MailWriter briefe, Vorschlag v, Person an, Akteur von, string grund) => briefe.Write(
        an, $"Zurückgezogen: Vorschlag {v.Kennung}",
        [$"{von.Name} hat für „{v.Fachgruppe.Name}“ den Vorschlag „{v.Titel}“ zurückgezogen. Der Grund:", grund, "Er muss nicht mehr gesichtet werden."],
        ($"/vorschlaege/{v.Kennung}", "Vorschlag lesen"), AlsGeschaeftsfuehrung);

    public static OutgoingMail Angesprochen(MailWriter briefe, Vorschlag v, Kommentar kommentar, Person an, Akteur von) => briefe.Write(
        an, $"{von.Name} hat Sie angesprochen (Vorschlag {v.Kennung})",
        [$"{von.Name} hat Sie in der Diskussion über „{v.Titel}“ angesprochen:", Texte.Anfang(kommentar.Text, 600)],
        ($"/vorschlaege/{v.Kennung}/diskussion#beitrag-{kommentar.Kennung}", "Beitrag lesen und antworten"),
        "Sie bekommen diese Nachricht, weil jemand Ihren Namen mit @ in einen Beitrag geschrieben hat. Angesprochen werden können nur Mitglieder der Gruppe und die Geschäftsführung.");
}
