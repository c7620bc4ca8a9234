using Portal.Grundbegriffe;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Stammdaten.Barrieren;

internal static class Barrierebriefe
{
    public static OutgoingMail Gemeldet(MailWriter briefe, Barrieremeldung meldung, Person an) => briefe.Write(
        an, "Eine Barriere wurde gemeldet",
        [$"Jemand ist im Portal auf eine Barriere gestoßen{(meldung.Seite.Length > 0 ? $" (Seite: {meldung.Seite})" : "")}.",
            meldung.WillAntwort ? $"Bitte antworten Sie bis zum {Ortszeit.Lang(meldung.AntwortBis)}." : "Eine Adresse für die Antwort ist nicht angegeben."],
        ($"/verwaltung/barrieren/{meldung.Kennung}", "Meldung lesen"),
        "Sie bekommen diese Nachricht, weil Sie zur Geschäftsführung gehören.");

    public static OutgoingMail Beantwortet(MailWriter briefe, Barrieremeldung meldung) => briefe.Write(
        meldung.Email, meldung.Name.Length > 0 ? meldung.Name : meldung.Email, "Antwort auf Ihre Meldung einer Barriere",
        [$"Sie haben uns am {Ortszeit.Lang(Ortszeit.Datum(meldung.GemeldetAm))} eine Barriere gemeldet. Vielen Dank dafür. Unsere Antwort:", meldung.Antwort],
        ("/seiten/barrierefreiheit", "Erklärung zur Barrierefreiheit"),
        "Sie bekommen diese Nachricht, weil bei der Meldung diese Adresse für die Antwort angegeben wurde.", confidential: true);
}
