namespace Portal.Vorschlaege;

/// <summary>Die Felder eines Vorschlags in der Reihenfolge, in der sie gelesen werden.</summary>
public enum Vorschlagsfeld
{
    Titel,
    Kurzfassung,
    Handlungsfeld,
    Art,
    Ausgangslage,
    Bedarf,
    Zielgruppe,
    Sozialraeume,
    Umsetzungsschritte,
    Federfuehrung,
    Beteiligte,
    KostenEinmalig,
    KostenLaufend,
    Finanzierung,
    ZeitrahmenVon,
    ZeitrahmenBis,
    QuerschnittAlter,
    QuerschnittGeschlecht,
    QuerschnittMigration,
    Schnittstellen,
}

/// <summary>Wie ein Feld ausgefüllt wird.</summary>
public enum Feldart
{
    /// <summary>Eine Zeile ohne Auszeichnung.</summary>
    Zeile,

    /// <summary>Ein kurzer Absatz ohne Auszeichnung.</summary>
    Absatz,

    /// <summary>Langer Text in Markdown.</summary>
    Markdown,

    /// <summary>Ganze Euro.</summary>
    Euro,

    Datum,
    Auswahl,
    Mehrfachauswahl,
}

/// <summary>Was eine Schreibende neben dem Feld liest: worum es geht, wie ein guter Eintrag aussieht.</summary>
/// <param name="Laenge">Höchste Zahl der Zeichen.</param>
public sealed record Feldbeschreibung(Vorschlagsfeld Feld, string Name, Feldart Art, int Laenge, string Hilfe, string Beispiel);

public static class Vorschlagsfelder
{
    /// <summary>Alle Felder in der Reihenfolge des Formulars.</summary>
    public static IReadOnlyList<Feldbeschreibung> Alle { get; } =
    [
        new(Vorschlagsfeld.Titel, "Titel", Feldart.Zeile, 200,
            "Ein Satz, der sagt, was geschehen soll. Wer nur den Titel liest, weiß, worum es geht.",
            "Eine Lotsin für pflegende Angehörige in jedem Stadtteil"),
        new(Vorschlagsfeld.Kurzfassung, "Kurzfassung", Feldart.Absatz, 1200,
            "Zwei bis vier Sätze: Was ist das Problem, was schlagen Sie vor, was ändert sich dadurch?",
            "Viele pflegende Angehörige kennen die Hilfen nicht, die ihnen zustehen. Wir schlagen vor, in jedem Stadtteil eine Lotsin einzusetzen. Nach zwei Jahren soll die Hälfte der Befragten sagen: Ich weiß, an wen ich mich wenden kann."),
        new(Vorschlagsfeld.Handlungsfeld, "Handlungsfeld", Feldart.Auswahl, 100, "Das Thema, zu dem der Vorschlag vor allem gehört.", "Pflege"),
        new(Vorschlagsfeld.Art, "Art", Feldart.Auswahl, 20,
            "Strategisch: Es geht um Richtung und Strukturen. Operativ: Es geht um eine abgegrenzte Maßnahme.", "operativ"),
        new(Vorschlagsfeld.Ausgangslage, "Ausgangslage", Feldart.Markdown, 1_000_000,
            "Was ist heute der Fall? Nennen Sie Zahlen mit ihrer Quelle und ihrem Stand, gern auch, was Betroffene berichten.",
            "2025 lebten 4.310 Menschen mit Pflegegrad zu Hause, 61 % von ihnen wurden allein von Angehörigen gepflegt (Pflegestatistik, Stand Dezember 2025)."),
        new(Vorschlagsfeld.Bedarf, "Bedarf", Feldart.Markdown, 1_000_000,
            "Was fehlt? Woran zeigt sich, dass das Vorhandene nicht reicht?",
            "Der Pflegestützpunkt berät an einem Ort in der Innenstadt. Aus den äußeren Stadtteilen kommen nur 12 % der Ratsuchenden, obwohl dort 44 % der Pflegebedürftigen leben."),
        new(Vorschlagsfeld.Zielgruppe, "Zielgruppe", Feldart.Markdown, 100_000,
            "Wem soll es besser gehen? Wie viele Menschen sind das, wie sind sie zu erreichen?",
            "Rund 2.600 pflegende Angehörige, darunter viele Berufstätige und Menschen, die wenig Deutsch sprechen."),
        new(Vorschlagsfeld.Sozialraeume, "Sozialräume", Feldart.Mehrfachauswahl, 4000,
            "Wo soll es wirken? Wählen Sie die ganze Stadt oder einzelne Räume.", "Hafenvorstadt, Moorwiese"),
        new(Vorschlagsfeld.Umsetzungsschritte, "Umsetzungsschritte", Feldart.Markdown, 1_000_000,
            "Was geschieht zuerst, was danach? Eine nummerierte Liste mit Terminen genügt.",
            "1. Aufgabenprofil abstimmen (bis März)  2. Stellen ausschreiben (April)  3. Start in zwei Stadtteilen (September)"),
        new(Vorschlagsfeld.Federfuehrung, "Federführung", Feldart.Zeile, 300,
            "Wer sorgt dafür, dass es vorangeht? Eine Stelle, kein Name.", "Bereich Soziale Sicherung, Abteilung Steuerung"),
        new(Vorschlagsfeld.Beteiligte, "Beteiligte", Feldart.Markdown, 100_000,
            "Wer macht mit, wer muss gefragt werden?", "Pflegestützpunkt, Wohlfahrtsverbände, Quartiersbüros, Seniorenbeirat"),
        new(Vorschlagsfeld.KostenEinmalig, "Kosten einmalig (Euro)", Feldart.Euro, 20,
            "Geschätzte Ausgaben zu Beginn, in ganzen Euro. Null ist eine Angabe.", "45.000"),
        new(Vorschlagsfeld.KostenLaufend, "Kosten laufend (Euro im Jahr)", Feldart.Euro, 20,
            "Geschätzte Ausgaben in jedem weiteren Jahr, in ganzen Euro.", "120.000"),
        new(Vorschlagsfeld.Finanzierung, "Finanzierung", Feldart.Markdown, 100_000,
            "Woher kann das Geld kommen? Haushalt, Förderprogramm, Pflegekasse, Stiftung …",
            "Zwei Jahre Landesförderung, danach Haushalt der Stadt; Anteil der Pflegekassen nach § 7c SGB XI."),
        new(Vorschlagsfeld.ZeitrahmenVon, "Beginn", Feldart.Datum, 10, "Wann soll es losgehen?", "01.04.2027"),
        new(Vorschlagsfeld.ZeitrahmenBis, "Ende", Feldart.Datum, 10, "Wann soll es fertig oder überprüft sein?", "31.12.2029"),
        new(Vorschlagsfeld.QuerschnittAlter, "Querschnitt: Alter", Feldart.Markdown, 20_000,
            "Was bedeutet der Vorschlag für jüngere und für ältere Menschen?", "Auch pflegende Jugendliche werden angesprochen."),
        new(Vorschlagsfeld.QuerschnittGeschlecht, "Querschnitt: Geschlecht", Feldart.Markdown, 20_000,
            "Was bedeutet der Vorschlag für Frauen, Männer und alle anderen?", "Zwei Drittel der Pflegenden sind Frauen; die Sprechzeiten liegen auch am Abend."),
        new(Vorschlagsfeld.QuerschnittMigration, "Querschnitt: Migration", Feldart.Markdown, 20_000,
            "Was bedeutet der Vorschlag für Menschen mit Einwanderungsgeschichte?", "Beratung mit Sprachmittlung in sechs Sprachen."),
        new(Vorschlagsfeld.Schnittstellen, "Schnittstellen zu anderen Planungen", Feldart.Markdown, 100_000,
            "Welche Pläne berührt der Vorschlag? Mit wem ist er abgestimmt?", "Pflegebedarfsplan 2026, Integrationskonzept, Stadtentwicklungskonzept"),
    ];

    /// <returns>Das Feld mit diesem Namen, wie er in Adressen steht; nichts, wenn es keines gibt.</returns>
    public static Vorschlagsfeld? Lesen(string name) =>
        Enum.TryParse<Vorschlagsfeld>(name, ignoreCase: false, out var feld) && feld.ToString() == name ? feld : null;

    public static Feldbeschreibung Beschreibung(this Vorschlagsfeld feld) => Alle[(int)feld];

    public static string Anzeige(this Vorschlagsfeld feld) => Alle[(int)feld].Name;
}
