using Portal.Grundbegriffe;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Sondervoten;

/// <summary>Die Nachricht, dass ein Sondervotum zum Mitzeichnen offen ist.</summary>
internal static class Sondervotumsbriefe
{
    public static OutgoingMail Offen(MailWriter briefe, Sondervotum votum, Person an, Akteur von) => briefe.Write(
        an, $"Sondervotum zum Mitzeichnen (Abstimmung {votum.Abstimmung.Kennung})",
        [$"{von.Name} hat zur Abstimmung {votum.Abstimmung.Kennung} ein Sondervotum abgegeben{(votum.Vorschlag is { } v ? $", zum Vorschlag {v.Kennung}" : "")}.",
            $"Sehen Sie es auch so, können Sie es bis zum {Ortszeit.Lang(votum.LetzterTag)}, 24 Uhr, mit Ihrem Namen mitzeichnen. Sie müssen nichts tun; es kommt keine Erinnerung."],
        ($"/sondervoten/{votum.Kennung}", "Sondervotum lesen"), "Sie bekommen diese Nachricht, weil Sie in dieser Abstimmung für einen Sitz der Sozialplanungskonferenz handelten.", names: von);
}
