using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Die Briefe, die eine Runde auslöst; jeder sagt, warum er kommt.</summary>
internal static class Priorisierungsbriefe
{
    private const string FuerDenSitz = "Sie bekommen diese Nachricht, weil Sie für einen Sitz der Sozialplanungskonferenz handeln. Übergeben können Sie ihn auf der Seite Ihres Bogens.";

    public static OutgoingMail Eroeffnet(MailWriter briefe, Priorisierungsrunde r, Sitz sitz, Person an) => briefe.Write(
        an, $"Bitte bewerten: {r.Titel}",
        [$"Die Runde „{r.Titel}“ ist eröffnet. Für Ihren Sitz liegt ein Bogen mit {r.Vorschlaege.Umfang("Vorschlägen")} bereit.",
            $"Bewerten können Sie vom {Ortszeit.KurzMitUhrzeit(r.Von!.Value)} bis zum {Ortszeit.KurzMitUhrzeit(r.Bis!.Value)}. Nur abgegebene Bögen zählen."],
        ($"/priorisierungen/{r.Kennung}/boegen/{sitz.Kennung}", "Zum Bogen"), FuerDenSitz);

    public static OutgoingMail Erinnert(MailWriter briefe, Priorisierungsrunde r, IReadOnlyList<string> sitze, Person an) => briefe.Write(
        an, $"Ihr Bogen fehlt noch: {r.Titel}",
        [$"In der Runde „{r.Titel}“ ist der Bogen für {(sitze.Count == 1 ? "den Sitz" : "die Sitze")} {string.Join(", ", sitze)} noch nicht abgegeben.",
            $"Schluss ist am {Ortszeit.KurzMitUhrzeit(r.Bis!.Value)}. Nur abgegebene Bögen zählen."],
        ($"/priorisierungen/{r.Kennung}", "Weiter bewerten"), FuerDenSitz);

    public static OutgoingMail Uebergeben(MailWriter briefe, Bewertungsbogen bogen, Person an, Akteur von) => briefe.Write(
        an, $"Sie bewerten in Vertretung: {bogen.Runde.Titel}",
        [$"{von.Name} hat Ihnen den Sitz {bogen.Sitzname} für die Runde „{bogen.Runde.Titel}“ übergeben. Von jetzt an bewerten Sie für diesen Sitz.",
            $"Schluss ist am {Ortszeit.KurzMitUhrzeit(bogen.Runde.Bis!.Value)}. Nur abgegebene Bögen zählen."],
        ($"/priorisierungen/{bogen.Runde.Kennung}/boegen/{bogen.Sitz}", "Zum Bogen"), FuerDenSitz, names: von);

    public static OutgoingMail Geschlossen(MailWriter briefe, Priorisierungsrunde r, int boegen, int abgegeben, Person an) => briefe.Write(
        an, $"Geschlossen: {r.Titel}",
        [$"Die Runde „{r.Titel}“ ist seit dem {Ortszeit.KurzMitUhrzeit(r.Schluss!.Value)} geschlossen. Abgegeben sind {abgegeben} von {boegen} Bögen.",
            .. r.GeschlossenAm is null ? Array.Empty<string>() : ["Die Geschäftsführung hat vor der Zeit geschlossen. Den Grund nennt die Seite der Runde."]],
        ($"/priorisierungen/{r.Kennung}/ergebnis", "Ergebnis ansehen"), "Sie bekommen diese Nachricht, weil Sie für einen Sitz der Sozialplanungskonferenz handeln oder zur Geschäftsführung gehören.");
}
