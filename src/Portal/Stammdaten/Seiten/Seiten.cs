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
            - Es gibt zwei Cookies: eines hält Sie angemeldet, eines schützt Formulare. Beide sind technisch notwendig (§ 25 Absatz 2 Nummer 2 TDDDG).
            - Das Portal lädt nichts von fremden Servern. Es wertet Ihr Verhalten nicht aus.

            ## Anfragen und Meldungen
            Wenn Sie in einer Fachgruppe mitarbeiten möchten oder eine Barriere melden, verwenden wir Ihre Angaben nur, um zu entscheiden und zu antworten.

            ## Konto und Mitarbeit
            Wer mitarbeitet, hat ein Konto mit Namen und E-Mail-Adresse. Beiträge werden mit Namen und Zeit gespeichert; frühere Fassungen bleiben erhalten, damit nachvollziehbar ist, wie ein Vorschlag entstand.

            ## Wer verantwortlich ist und welche Rechte Sie haben
            Verantwortlich ist die oben genannte Gemeinde. Sie können Auskunft, Berichtigung und Löschung verlangen und sich bei der Datenschutzaufsicht Ihres Landes beschweren. Die vollständige Erklärung der Gemeinde wird gerade eingetragen.
            """),
        new("barrierefreiheit", "Erklärung zur Barrierefreiheit", "Stand der Vereinbarkeit mit der BITV 2.0, bekannte Mängel, Rückmeldung, Beschwerdestelle Ihres Landes, Datum.",
            """
            Wir möchten, dass alle Menschen dieses Portal nutzen können. Es ist nach den Anforderungen der BITV 2.0, der EN 301 549 und der WCAG 2.2 (Stufe AA) gebaut: Alle Seiten lassen sich mit der Tastatur, mit einem Vorleseprogramm, stark vergrößert und ohne JavaScript bedienen.

            Eine Prüfung dieser Installation steht noch aus. Ihr Ergebnis und die bekannten Mängel trägt die Gemeinde hier ein.

            ## Eine Barriere melden
            Etwas geht nicht oder ist schlecht lesbar? Sagen Sie es uns über das Formular [Barriere melden](/barriere-melden). Sie müssen keinen Namen angeben. Wenn Sie eine Adresse nennen, bekommen Sie spätestens nach vier Wochen eine Antwort.
            """),
    ];

    /// <summary>Was jede Gemeinde selbst schreiben muss: Die Vorgabe des Portals kennt ihre Angaben nicht.</summary>
    public static IEnumerable<Seitenvorgabe> Pflichtseiten => Alle.Where(s => !s.IstStartseite);

    public static Seitenvorgabe? Finden(string schluessel) => Alle.FirstOrDefault(s => s.Schluessel == schluessel);
}
