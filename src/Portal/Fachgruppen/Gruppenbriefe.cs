using Portal.Grundbegriffe;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Fachgruppen;

/// <summary>Die Briefe rund um eine Gruppe; jeder sagt, warum er kommt. Wer nicht (mehr) dazugehört, liest den Grund nur hier: Diese Briefe sind vertraulich.</summary>
internal static class Gruppenbriefe
{
    public static OutgoingMail BeitrittAngekommen(MailWriter briefe, Beitrittsanfrage anfrage, Fachgruppe gruppe) => briefe.Write(
        anfrage.Email, anfrage.Bezeichnung, $"Ihre Anfrage an die Gruppe „{gruppe.Name}“ ist angekommen",
        [$"Ihre Anfrage, in der Gruppe „{gruppe.Name}“ mitzuarbeiten, ist angekommen.", "Die Gruppe entscheidet selbst über neue Mitglieder. Sie bekommen eine Antwort an diese Adresse."],
        ($"/fachgruppen/{gruppe.Kennung}", "Seite der Gruppe öffnen"),
        "Sie bekommen diese Nachricht, weil jemand diese Adresse in das Formular „Mitarbeiten“ eingetragen hat. Waren Sie das nicht, müssen Sie nichts tun.");

    public static OutgoingMail BeitrittErbeten(MailWriter briefe, Fachgruppe gruppe, string email, string name) => briefe.Write(
        email, name, $"Neue Anfrage für die Gruppe „{gruppe.Name}“",
        [$"Jemand möchte in der Gruppe „{gruppe.Name}“ mitarbeiten. Wer und warum, lesen Sie auf der Seite der Gruppe.", "Bitte entscheiden Sie über die Anfrage. Eine Ablehnung braucht einen Grund; er steht in der Antwort."],
        ($"/fachgruppen/{gruppe.Kennung}/mitglieder", "Anfrage ansehen"),
        "Sie bekommen diese Nachricht, weil Sie für diese Gruppe über Beitritte entscheiden.");

    public static OutgoingMail BeitrittAbgelehnt(MailWriter briefe, Beitrittsanfrage anfrage) => briefe.Write(
        anfrage.Email, anfrage.Bezeichnung, $"Ihre Anfrage an die Gruppe „{anfrage.Fachgruppe.Name}“",
        [$"Die Gruppe „{anfrage.Fachgruppe.Name}“ kann Sie zurzeit nicht aufnehmen. Sie schreibt dazu:", anfrage.Ablehnungsgrund, "Vielleicht passt eine andere Gruppe zu Ihnen."],
        ("/fachgruppen", "Alle Gruppen ansehen"),
        $"Sie bekommen diese Nachricht, weil Sie am {Ortszeit.Lang(Ortszeit.Datum(anfrage.GestelltAm))} um Aufnahme gebeten haben.", confidential: true);

    public static OutgoingMail Aufgenommen(MailWriter briefe, Fachgruppe gruppe, Person person) => briefe.Write(
        person, $"Sie gehören jetzt zur Gruppe „{gruppe.Name}“",
        [$"Sie sind in die Gruppe „{gruppe.Name}“ aufgenommen. Melden Sie sich mit Ihrem bisherigen Zugang an: Sie können ihre Vorschläge lesen, daran schreiben und mitreden."],
        ($"/fachgruppen/{gruppe.Kennung}", "Zur Gruppe"),
        "Sie bekommen diese Nachricht, weil Ihre Adresse zu einem Zugang dieses Portals gehört. Möchten Sie nicht mitarbeiten, können Sie die Gruppe auf der Seite „Mitglieder“ jederzeit verlassen.");

    public static OutgoingMail StellungGeaendert(MailWriter briefe, Fachgruppe gruppe, Person person, Mitgliedsrolle rolle) => briefe.Write(
        person, $"Ihre Stellung in der Gruppe „{gruppe.Name}“",
        [rolle == Mitgliedsrolle.Sprecher
            ? $"Sie sind jetzt Sprecher:in der Gruppe „{gruppe.Name}“: Sie nehmen Mitglieder auf und reichen Vorschläge ein."
            : $"Sie sind in der Gruppe „{gruppe.Name}“ nicht mehr Sprecher:in. Mitglied bleiben Sie."],
        ($"/fachgruppen/{gruppe.Kennung}/mitglieder", "Zur Gruppe"),
        "Sie bekommen diese Nachricht, weil sich geändert hat, was Sie in dieser Gruppe tun dürfen.");

    public static OutgoingMail MitgliedschaftBeendet(MailWriter briefe, Fachgruppe gruppe, Person person, Akteur von, string grund) => briefe.Write(
        person, $"Ihre Mitgliedschaft in der Gruppe „{gruppe.Name}“ ist beendet",
        [$"{von.Name} hat Ihre Mitgliedschaft in der Gruppe „{gruppe.Name}“ beendet. Der Grund:", grund.Trim()],
        null, "Sie bekommen diese Nachricht, weil Sie bisher Mitglied dieser Gruppe waren. Ihre übrigen Zugänge bleiben bestehen.", confidential: true, names: von);
}
