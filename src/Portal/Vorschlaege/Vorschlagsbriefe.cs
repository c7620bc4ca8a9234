using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>
/// Die Briefe, die ein Vorschlag auf seinem Weg auslöst; jeder sagt, warum er kommt. Was die Gruppe schreibt und was ihr geschrieben wird,
/// steht in keinem: nur, wo es zu lesen ist.
/// </summary>
internal static class Vorschlagsbriefe
{
    private const string AlsMitglied = "Sie bekommen diese Nachricht, weil Sie Mitglied der Gruppe sind, von der dieser Vorschlag stammt. Verlassen können Sie die Gruppe auf ihrer Seite „Mitglieder“.";
    private const string AlsGeschaeftsfuehrung = "Sie bekommen diese Nachricht, weil Sie in der Geschäftsführung der Sozialplanung arbeiten und Vorschläge sichten.";

    public static OutgoingMail ZurSichtung(MailWriter briefe, Vorschlag v, Person an, Akteur von) => briefe.Write(
        an, $"Zur Sichtung: Vorschlag {v.Kennung}",
        [$"{von.Name} hat für „{v.Fachgruppe.Name}“ den Vorschlag {v.Kennung} eingereicht.", "Bitte sichten Sie ihn: Sie können ihn annehmen oder der Gruppe mit Gründen zurückgeben."],
        ($"/vorschlaege/{v.Kennung}/sichtung", "Vorschlag sichten"), AlsGeschaeftsfuehrung, names: von);

    public static OutgoingMail Eingereicht(MailWriter briefe, Vorschlag v, Person an, Akteur von) => briefe.Write(
        an, $"Eingereicht: Vorschlag {v.Kennung}",
        [$"{von.Name} hat den Vorschlag {v.Kennung} eingereicht. Sein Text ist jetzt festgehalten.", "Die Geschäftsführung sichtet ihn. Sie hören wieder davon."],
        ($"/vorschlaege/{v.Kennung}", "Vorschlag lesen"), AlsMitglied, names: von);

    public static OutgoingMail Angenommen(MailWriter briefe, Vorschlag v, Person an, string notiz) => briefe.Write(
        an, $"Angenommen: Vorschlag {v.Kennung}",
        [$"Die Geschäftsführung hat den Vorschlag {v.Kennung} gesichtet und angenommen.", v.Zustand.Erklaerung(v.Weg), .. notiz.Length == 0 ? Array.Empty<string>() : ["Was sie dazu schreibt, lesen Sie auf der Seite des Vorschlags."]],
        ($"/vorschlaege/{v.Kennung}", "Vorschlag lesen"), AlsMitglied);

    public static OutgoingMail Zurueckgegeben(MailWriter briefe, Vorschlag v, Person an) => briefe.Write(
        an, $"Zurückgegeben: Vorschlag {v.Kennung}",
        [$"Die Geschäftsführung hat den Vorschlag {v.Kennung} zurückgegeben. Ihre Gründe stehen auf der Seite des Vorschlags.", "Sie können den Text jetzt überarbeiten; danach reicht eine Sprecher:in ihn wieder ein."],
        ($"/vorschlaege/{v.Kennung}", "Gründe lesen"), AlsMitglied);

    public static OutgoingMail Zurueckgezogen(MailWriter briefe, Vorschlag v, Person an, Akteur von) => briefe.Write(
        an, $"Zurückgezogen: Vorschlag {v.Kennung}",
        [$"{von.Name} hat für „{v.Fachgruppe.Name}“ den Vorschlag {v.Kennung} zurückgezogen. Der Grund steht auf der Seite des Vorschlags.", "Er muss nicht mehr gesichtet werden."],
        ($"/vorschlaege/{v.Kennung}", "Vorschlag lesen"), AlsGeschaeftsfuehrung, names: von);

    public static OutgoingMail NichtMehrOeffentlich(MailWriter briefe, Vorschlag v, Person an) => briefe.Write(
        an, $"Nicht mehr öffentlich: Vorschlag {v.Kennung}",
        [$"Die Geschäftsführung hat die Veröffentlichung des Vorschlags {v.Kennung} zurückgenommen. Der Grund steht auf der Seite des Vorschlags.", "Ihre Gruppe und die Geschäftsführung lesen ihn weiter; sein Stand hat sich nicht geändert."],
        ($"/vorschlaege/{v.Kennung}", "Grund lesen"), AlsMitglied);

    public static OutgoingMail BeitragEntfernt(MailWriter briefe, Kommentar kommentar, Person an, Akteur von) => briefe.Write(
        an, $"Ihr Beitrag wurde entfernt (Vorschlag {kommentar.Vorschlag.Kennung})",
        [$"{von.Name} hat Ihren Beitrag zur Diskussion über den Vorschlag {kommentar.Vorschlag.Kennung} entfernt. Der Grund steht an seiner Stelle."],
        ($"/vorschlaege/{kommentar.Vorschlag.Kennung}/diskussion?alle=true#beitrag-{kommentar.Kennung}", "Grund lesen"),
        "Sie bekommen diese Nachricht, weil Sie den Beitrag geschrieben haben.", names: von);

    public static OutgoingMail Angesprochen(MailWriter briefe, Vorschlag v, Kommentar kommentar, Person an, Akteur von) => briefe.Write(
        an, $"Sie wurden angesprochen (Vorschlag {v.Kennung})",
        [$"{von.Name} hat Sie in der Diskussion über den Vorschlag {v.Kennung} der Gruppe „{v.Fachgruppe.Name}“ angesprochen."],
        ($"/vorschlaege/{v.Kennung}/diskussion#beitrag-{kommentar.Kennung}", "Beitrag lesen und antworten"),
        "Sie bekommen diese Nachricht, weil jemand Ihren Namen mit @ in einen Beitrag geschrieben hat. Angesprochen werden können nur Mitglieder der Gruppe und die Geschäftsführung.", names: von);
}
