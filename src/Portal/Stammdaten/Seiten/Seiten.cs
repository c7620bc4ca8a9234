namespace Portal.Stammdaten.Seiten;

/// <summary>Eine Seite, deren Text die Gemeinde pflegt, mit dem Text, der gilt, solange sie keinen eigenen geschrieben hat.</summary>
/// <param name="Schluessel">Adressteil, z. B. „impressum“.</param>
/// <param name="Hinweis">Was auf diese Seite gehört, für die Person, die sie schreibt.</param>
public sealed record Seitenvorgabe(string Schluessel, string Titel, string Hinweis, string Markdown)
{
    /// <summary>Die Startseite hat die Adresse „/“.</summary>
    public bool IstStartseite => Schluessel == Portalseiten.Startseite;

    public string Adresse => IstStartseite ? "/" : $"/seiten/{Schluessel}";
}

/// <summary>Die Seiten, die jede Gemeinde hat.</summary>
public static class Portalseiten
{
    public const string Startseite = "startseite";

    public static IReadOnlyList<Seitenvorgabe> Alle { get; } =
    [
        new(Startseite, "Gemeinsam planen, was hilft", "Zwei, drei Sätze, die Besucherinnen und Besucher zuerst lesen: Was geschieht hier, und wer kann mitmachen? Was nach der ersten Überschrift (##) kommt, steht weiter unten, hinter den neuesten Vorschlägen.",
            """
            Hier plant die Gemeinde ihre soziale Zukunft – öffentlich und gemeinsam mit den Menschen, die es angeht.
            In Fachgruppen entstehen Vorschläge. Sie werden geprüft, beraten und beschlossen. Was daraus wird, können alle nachlesen.
            """),
        new("impressum", "Impressum", "Angaben nach § 5 DDG: Name und Anschrift der Gemeinde, Vertretung, Telefon, E-Mail-Adresse, Aufsicht, verantwortliche Person.",
            """
            Dieses Portal gehört der oben genannten Gemeinde. Ihre vollständigen Angaben nach § 5 DDG werden gerade eingetragen.

            Bis dahin erreichen Sie die Verantwortlichen über die Anschrift am Ende jeder Seite und über das Formular [Barriere melden](/barriere-melden).
            """),
        new("datenschutz", "Datenschutz", "Die Erklärung nach Artikel 13 DSGVO: wer verantwortlich ist, welche Daten wofür, wie lange, welche Rechte. Die Vorgabe beschreibt, was das Portal von sich aus tut.",
            """
            ## Was das Portal von sich aus tut
            - Zum Lesen der öffentlichen Seiten brauchen Sie kein Konto.
            - Das Portal lädt nichts von fremden Servern. Es wertet Ihr Verhalten nicht aus.
            - Ihre IP-Adresse schreibt das Portal nicht auf. Es vergleicht sie nur im Arbeitsspeicher, wenn von einer Stelle sehr viele Anmeldungen oder Formulare kommen.

            ## Cookies
            Sie sind technisch notwendig (§ 25 Absatz 2 Nummer 2 TDDDG). Deshalb fragen wir nicht nach einer Zustimmung.

            - `portal` hält Sie angemeldet: bis Sie sich abmelden oder den Browser schließen, spätestens bis 14 Tage nach Ihrem letzten Besuch. Haben Sie „Auf diesem Gerät angemeldet bleiben“ gewählt, überdauert es auch das Schließen des Browsers.
            - `portal-formular` verhindert, dass andere Seiten in Ihrem Namen Formulare absenden: bis Sie den Browser schließen.
            - `portal-meldung` trägt einen Satz wie „Gespeichert“ auf die nächste Seite: bis diese gezeigt ist.
            - `Identity.TwoFactorUserId` merkt sich zwischen den Schritten einer Anmeldung mit zweitem Faktor oder Passkey, wer sich gerade anmeldet, und beim Einrichten eines Passkeys die Aufgabe dafür: höchstens fünf Minuten.

            ## Was Ihr Browser auf Ihrem Gerät behält
            Der Server liest das nicht.

            - `portal-thema` merkt sich, ob Sie die helle oder die dunkle Ansicht gewählt haben: bis Sie die Websitedaten in Ihrem Browser löschen.
            - `schreiben:` mit einer Prüfsumme bewahrt, was Sie in einem Vorschlag getippt haben, damit bei einer unterbrochenen Verbindung nichts verloren geht: bis der Server es gespeichert hat.

            ## Anfragen und Meldungen
            Wenn Sie in einer Fachgruppe mitarbeiten möchten oder eine Barriere melden, verwenden wir Ihre Angaben nur, um zu entscheiden und zu antworten.

            ## Konto und Mitarbeit
            Wer mitarbeitet, hat ein Konto mit Namen und E-Mail-Adresse und, wenn sie angegeben ist, der Organisation. Wir speichern auch, wann Sie sich zuletzt angemeldet haben. Das Kennwort selbst kennt das Portal nicht.

            Beiträge werden mit Namen und Zeit gespeichert; frühere Fassungen bleiben erhalten, damit nachvollziehbar ist, wie ein Vorschlag entstand. Wer einen Vorschlag geschrieben hat, ist nicht öffentlich. Die Namen der Sprecherinnen und Sprecher stehen auf der öffentlichen Seite ihrer Gruppe. Ob die Namen der Konferenzmitglieder öffentlich sind, regelt die Geschäftsordnung.

            E-Mails kommen nur, wenn sie Ihr Konto oder Ihre Mitarbeit betreffen. Jede sagt, warum sie kommt.

            ## Wie lange wir speichern
            So ist das Portal eingestellt, solange die Gemeinde nichts anderes festlegt:

            | Was | Wie lange |
            |---|---|
            | Konto | bis Sie es löschen oder löschen lassen |
            | Vorschläge, Fassungen, Beiträge, Bewertungen, Abstimmungen und Verlauf | dauerhaft; nach dem Löschen des Kontos ohne Ihren Namen |
            | Einladungen, die angenommen, widerrufen oder abgelaufen sind | 6 Monate danach |
            | Beitrittsanfragen, über die entschieden ist | 6 Monate nach der Entscheidung |
            | beantwortete Meldungen von Barrieren | 12 Monate nach der Antwort |
            | E-Mails, die das Portal verschickt hat oder nicht zustellen konnte | 90 Tage |
            | Links für ein neues Kennwort (eine Stunde gültig) oder eine neue E-Mail-Adresse (24 Stunden gültig) | verbrauchte und abgelaufene werden beim nächsten Aufräumen gelöscht |
            | hochgeladene Listen mit Personen, die eingeladen werden sollen | ein Tag |

            ## Wer verantwortlich ist und welche Rechte Sie haben
            Verantwortlich ist die oben genannte Gemeinde. Sie können Auskunft, Berichtigung und Löschung verlangen und sich bei der Datenschutzaufsicht Ihres Landes beschweren. Was über Sie gespeichert ist, sehen Sie unter „Mein Konto“; dort können Sie es herunterladen und Ihr Konto löschen. Die vollständige Erklärung der Gemeinde wird gerade eingetragen.
            """),
        new("barrierefreiheit", "Erklärung zur Barrierefreiheit", "Stand der Vereinbarkeit mit der BITV 2.0, bekannte Mängel, Rückmeldung, Beschwerdestelle Ihres Landes, Datum.",
            """
            Wir möchten, dass alle Menschen dieses Portal nutzen können. Es ist nach den Anforderungen der BITV 2.0, der EN 301 549 und der WCAG 2.2 (Stufe AA) gebaut: Alle Seiten lassen sich mit der Tastatur, mit einem Vorleseprogramm, stark vergrößert und ohne JavaScript bedienen. Nur ein Passkey braucht JavaScript; das Kennwort geht ohne.

            Eine Prüfung dieser Installation steht noch aus. Ihr Ergebnis und die bekannten Mängel trägt die Gemeinde hier ein.

            ## Eine Barriere melden
            Etwas geht nicht oder ist schlecht lesbar? Sagen Sie es uns über das Formular [Barriere melden](/barriere-melden). Sie müssen keinen Namen angeben. Wenn Sie eine Adresse nennen, bekommen Sie spätestens nach vier Wochen eine Antwort.
            """),
    ];

    /// <summary>Was jede Gemeinde selbst schreiben muss: Die Vorgabe des Portals kennt ihre Angaben nicht.</summary>
    public static IEnumerable<Seitenvorgabe> Pflichtseiten => Alle.Where(s => !s.IstStartseite);

    public static Seitenvorgabe? Finden(string schluessel) => Alle.FirstOrDefault(s => s.Schluessel == schluessel);
}
