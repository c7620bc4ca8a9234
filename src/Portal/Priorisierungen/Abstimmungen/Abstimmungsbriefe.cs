using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Die Briefe, die eine Abstimmung auslöst. Keiner sagt, wie oder wann jemand gestimmt hat.</summary>
internal static class Abstimmungsbriefe
{
    private const string AlsStimmberechtigte = "Sie bekommen diese Nachricht, weil Sie einen Sitz der Sozialplanungskonferenz innehaben oder vertreten. Ihre Sitze führt die Geschäftsführung.";

    public static OutgoingMail Eroeffnet(MailWriter briefe, Abstimmung a, Person an) => briefe.Write(
        an, $"Abstimmung {a.Kennung} ist eröffnet",
        [$"Die Konferenz stimmt ab ({a.Art.Anzeige()}). Worüber, lesen Sie auf der Seite der Abstimmung.", a.Frist is { } tag ? $"Sie können bis zum {Ortszeit.Lang(tag)}, 24 Uhr, abstimmen." : "Sie können abstimmen, bis die Geschäftsführung die Abstimmung schließt.",
            "Sind Sie verhindert, geben Sie die Stimme bitte rechtzeitig an Ihre Stellvertretung."],
        ($"/konferenz/abstimmungen/{a.Kennung}", "Zur Abstimmung"), AlsStimmberechtigte);

    public static OutgoingMail Uebergeben(MailWriter briefe, Abstimmung a, Stimmrecht recht, Person an) => briefe.Write(
        an, $"Sie stimmen für den Sitz {recht.Sitzname} (Abstimmung {a.Kennung})",
        [$"In der Abstimmung {a.Kennung} vertreten Sie den Sitz {recht.Sitzname}.", a.Frist is { } tag ? $"Sie können bis zum {Ortszeit.Lang(tag)}, 24 Uhr, abstimmen." : "Sie können abstimmen, bis die Geschäftsführung die Abstimmung schließt."],
        ($"/konferenz/abstimmungen/{a.Kennung}", "Zur Abstimmung"), AlsStimmberechtigte);

    /// <summary>Damit niemand unbemerkt für einen Sitz stimmt; wie der Stimmzettel lautet, steht nicht darin.</summary>
    public static OutgoingMail AufPapier(MailWriter briefe, Abstimmung a, Stimmrecht recht, Person an) => briefe.Write(
        an, $"Stimme auf Papier eingetragen (Abstimmung {a.Kennung})",
        [$"In der Abstimmung {a.Kennung} ist für den Sitz {recht.Sitzname} eine Stimme auf Papier eingetragen. Sie zählt, sobald eine zweite Person die Eintragung bestätigt.",
            "Haben Sie keinen Stimmzettel abgegeben? Dann sagen Sie es bitte gleich der Geschäftsführung."],
        ($"/konferenz/abstimmungen/{a.Kennung}", "Zur Abstimmung"), AlsStimmberechtigte);

    public static OutgoingMail Geschlossen(MailWriter briefe, Abstimmung a, Person an) => briefe.Write(
        an, $"Ergebnis der Abstimmung {a.Kennung}",
        [$"Die Abstimmung „{a.Antrag}“ ist geschlossen: {a.Ergebnis!.Ausgang.Anzeige()}.", $"{a.Ergebnis.Ja} Ja, {a.Ergebnis.Nein} Nein, {Texte.Anzahl(a.Ergebnis.Enthaltungen, "Enthaltung", "Enthaltungen")}.",
            .. a.IstGeheim ? (IEnumerable<string>)["Auf der Seite steht die Liste der Stimmzettel; mit Ihrem Beleg finden Sie Ihren wieder."] : []],
        ($"/konferenz/abstimmungen/{a.Kennung}", "Ergebnis lesen"), AlsStimmberechtigte);
}
