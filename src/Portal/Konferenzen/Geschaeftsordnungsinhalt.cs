using Portal.Grundbegriffe;

namespace Portal.Konferenzen;

/// <summary>
/// Eine Bank der Sozialplanungskonferenz, z. B. Politik oder Verwaltung: wie viele Sitze sie hat und mit welchem festen Anteil sie im
/// ausgewogenen Ergebnis zählt, wie viele ihrer Mitglieder auch abgestimmt haben.
/// </summary>
/// <param name="Schluessel">Verbindet die Sitze mit der Bank; bleibt gleich, wenn die Bank umbenannt wird.</param>
/// <param name="Anteil">Prozent, höchstens zwei Nachkommastellen; alle Bänke zusammen ergeben 100.</param>
/// <param name="NachFraktionen">Ob ihre Sitze auf die Fraktionen verteilt werden; höchstens eine Bank.</param>
public sealed record Bank(string Schluessel, string Name, int Sitze, decimal Anteil, bool NachFraktionen);

/// <summary>Wonach ein Vorschlag bewertet wird, von 0 bis 4 Punkten.</summary>
/// <param name="Gewicht">Eine Zahl ab null; es zählt das Verhältnis der Gewichte, nicht ihre Summe.</param>
/// <param name="Anker">Was 0, 1, 2, 3 und 4 Punkte bedeuten, in dieser Reihenfolge.</param>
public sealed record Kriterium(string Schluessel, string Name, string Frage, decimal Gewicht, IReadOnlyList<string> Anker)
{
    public const int HoechstePunktzahl = 4;
}

/// <summary>Wie viele Sitze eine Fraktion erhält.</summary>
public sealed record Fraktionssitze(string Fraktion, int Sitze);

/// <summary>Ein gezogenes Los. Für denselben Fall wird nie ein zweites Mal gelost.</summary>
/// <param name="Fall">Verfahren, Sitzzahl und Stärken, für die es gilt (siehe <see cref="Losentscheid.Fall"/>).</param>
/// <param name="Reihenfolge">Die Fraktionen mit gleichem Anspruch; die ersten erhalten die Sitze.</param>
/// <param name="Startwert">Womit sich das Los nachrechnen lässt; leer, wenn außerhalb des Portals gelost wurde.</param>
/// <param name="Vermerk">Bei einem Los von Hand: wer wann wie gelost hat.</param>
/// <param name="GezogenAm">UTC.</param>
public sealed record Los(string Fall, IReadOnlyList<string> Reihenfolge, string Startwert, string Vermerk, DateTime GezogenAm)
{
    public bool VonHand => Startwert.Length == 0;
}

/// <summary>Die gewählte Verteilung der Sitze auf die Fraktionen.</summary>
public sealed record Sitzbeschluss(Sitzverfahren Verfahren, IReadOnlyList<Fraktionssitze> Sitze, bool DurchLos);

/// <summary>Wie viele Mitglieder da sein müssen, damit die Konferenz beschließen kann.</summary>
public enum Quorum
{
    MehrAlsDieHaelfte,
    MindestensEinDrittel,
    MindestensZweiDrittel,
}

/// <summary>Wann ein Antrag angenommen ist. Immer gilt: Gleichstand ist Ablehnung.</summary>
public enum Mehrheit
{
    /// <summary>Mehr Ja als Nein; Enthaltungen zählen nicht.</summary>
    Einfach,

    /// <summary>Mindestens zwei Drittel der Ja- und Nein-Stimmen sind Ja.</summary>
    ZweiDrittelDerStimmen,

    /// <summary>Mehr als die Hälfte aller Sitze stimmt mit Ja.</summary>
    MehrheitDerSitze,
}

public enum Abstimmungsart
{
    Offen,
    Geheim,
}

/// <summary>Ab wann jemand außerhalb der Konferenz die Ergebnisse der Bewertung liest.</summary>
public enum Einblick
{
    NachDerAuswertung,
    NachDemBeschluss,
    MitDemSozialkonzept,
    Nie,
}

/// <summary>Was in einer Geschäftsordnung steht. Ein Wert: Er wird ersetzt, nie geändert, und mit jedem Ergebnis festgehalten.</summary>
public sealed record Geschaeftsordnungsinhalt
{
    public IReadOnlyList<Bank> Baenke { get; init; } = [];

    /// <summary>Die Fraktionen mit ihrer Stärke (Sitze im Rat oder Stimmen).</summary>
    public IReadOnlyList<Fraktionsstaerke> Fraktionen { get; init; } = [];

    /// <summary>Leer, solange keine Verteilung gewählt ist oder Stärken und Sitze sich seitdem geändert haben.</summary>
    public Sitzbeschluss? Verteilung { get; init; }

    public IReadOnlyList<Los> Lose { get; init; } = [];

    /// <summary>Tage zwischen Einladung und Sitzung.</summary>
    public int Ladungsfrist { get; init; } = 14;

    public int StellvertretungenJeSitz { get; init; } = 1;
    public Quorum Quorum { get; init; }
    public Mehrheit Mehrheit { get; init; }
    public Abstimmungsart Abstimmung { get; init; }
    public IReadOnlyList<Kriterium> Kriterien { get; init; } = [];

    /// <summary>Ob 0 und 4 Punkte eine Begründung brauchen.</summary>
    public bool ExtremeBegruenden { get; init; } = true;

    /// <summary>Höchstzahl der Bewertungsrunden; eine zweite gilt den größten Streuungen der ersten.</summary>
    public int Runden { get; init; } = 2;

    /// <summary>Ob die Öffentlichkeit liest, wer auf welcher Bank sitzt.</summary>
    public bool SitzeOeffentlich { get; init; } = true;

    public Einblick FachgruppenSehenErgebnisse { get; init; } = Einblick.NachDerAuswertung;
    public Einblick OeffentlichkeitSiehtErgebnisse { get; init; } = Einblick.NachDemBeschluss;

    public int Sitzzahl => Baenke.Sum(b => b.Sitze);

    public Bank? Fraktionsbank => Baenke.FirstOrDefault(b => b.NachFraktionen);

    public Bank? Bank(string schluessel) => Baenke.FirstOrDefault(b => b.Schluessel == schluessel);

    /// <summary>Wie viele Mitglieder mindestens da sein müssen. Befangene mindern die Zahl, von der gerechnet wird.</summary>
    public int Mindestzahl(int befangene = 0)
    {
        var sitze = Math.Max(0, Sitzzahl - befangene);
        return Quorum switch
        {
            Quorum.MehrAlsDieHaelfte => sitze / 2 + 1,
            Quorum.MindestensEinDrittel => (sitze + 2) / 3,
            Quorum.MindestensZweiDrittel => (2 * sitze + 2) / 3,
            _ => throw new InvalidOperationException($"Das Quorum {Quorum} ist nicht geregelt."),
        };
    }

    public bool IstBeschlussfaehig(int anwesend, int befangene = 0) => anwesend >= Mindestzahl(befangene);

    /// <summary>Was die Fraktionsbank jetzt nach diesem Verfahren ergäbe, mit dem Los, wenn für diesen Fall schon eines gezogen ist.</summary>
    public Sitzergebnis Berechnen(Sitzverfahren verfahren)
    {
        var sitze = Fraktionsbank?.Sitze ?? 0;
        return Sitzverteilung.Berechnen(verfahren, Fraktionen, sitze, LosFuer(verfahren)?.Reihenfolge);
    }

    public Los? LosFuer(Sitzverfahren verfahren)
    {
        var fall = Losentscheid.Fall(verfahren, Fraktionsbank?.Sitze ?? 0, Fraktionen);
        return Lose.FirstOrDefault(l => l.Fall == fall);
    }

    /// <summary>Wie viele Sitze eine Bank je Fraktion hat; eine Bank ohne Fraktionen hat einen Eintrag mit leerem Namen.</summary>
    public IReadOnlyList<Fraktionssitze> SitzeJeFraktion(Bank bank) =>
        bank.NachFraktionen ? [.. (Verteilung?.Sitze ?? []).Where(f => f.Sitze > 0)] : [new("", bank.Sitze)];

    /// <summary>Womit die erste Geschäftsordnung beginnt: vier gleich starke Bänke, fünf Kriterien, Vorgaben der Regeln.</summary>
    public static Geschaeftsordnungsinhalt Vorgabe { get; } = new()
    {
        Baenke =
        [
            new("politik", "Politik", 6, 25, true),
            new("verwaltung", "Verwaltung", 4, 25, false),
            new("fachplanung", "Fachplanung", 4, 25, false),
            new("wissenschaft-und-praxis", "Wissenschaft und Praxis", 4, 25, false),
        ],
        Kriterien =
        [
            new("wirkung", "Wirkung", "Wie stark verbessert der Vorschlag die Lage der Zielgruppe?", 30,
                ["keine Wirkung erkennbar", "geringe Wirkung", "spürbare Wirkung für einen Teil der Zielgruppe", "deutliche Wirkung für die meisten", "grundlegende und dauerhafte Verbesserung"]),
            new("dringlichkeit", "Dringlichkeit", "Was geschieht, wenn die Gemeinde jetzt nichts tut?", 20,
                ["kann ohne Schaden warten", "wird erst in einigen Jahren drängend", "sollte in zwei bis drei Jahren beginnen", "sollte im nächsten Jahr beginnen", "duldet keinen Aufschub"]),
            new("umsetzbarkeit", "Umsetzbarkeit", "Lässt sich der Vorschlag mit den Mitteln und Zuständigkeiten der Gemeinde umsetzen?", 20,
                ["nicht umsetzbar", "nur mit großen Hindernissen", "mit Vorarbeiten umsetzbar", "gut umsetzbar", "sofort umsetzbar"]),
            new("kosten-nutzen", "Verhältnis Kosten–Nutzen", "Steht der Nutzen in einem guten Verhältnis zu den Kosten?", 15,
                ["Kosten weit über dem Nutzen", "Kosten höher als der Nutzen", "ausgeglichen", "Nutzen höher als die Kosten", "großer Nutzen bei geringen Kosten"]),
            new("sozialraumbezug", "Sozialraumbezug", "Setzt der Vorschlag dort an, wo der Bedarf am größten ist?", 15,
                ["kein Bezug zu einem Sozialraum", "Bezug nur genannt", "passt zu einzelnen Sozialräumen", "setzt in belasteten Sozialräumen an", "setzt gezielt im Sozialraum mit dem größten Bedarf an"]),
        ],
    };
}

public static class Konferenznamen
{
    public static string Anzeige(this Sitzverfahren verfahren) => verfahren switch
    {
        Sitzverfahren.HareNiemeyer => "Hare-Niemeyer",
        Sitzverfahren.DHondt => "d’Hondt",
        Sitzverfahren.SainteLague => "Sainte-Laguë/Schepers",
        _ => throw new ArgumentOutOfRangeException(nameof(verfahren), verfahren, "Dieses Verfahren hat keinen Namen."),
    };

    public static string Anzeige(this Quorum quorum) => quorum switch
    {
        Quorum.MehrAlsDieHaelfte => "mehr als die Hälfte der Sitze",
        Quorum.MindestensEinDrittel => "mindestens ein Drittel der Sitze",
        Quorum.MindestensZweiDrittel => "mindestens zwei Drittel der Sitze",
        _ => throw new ArgumentOutOfRangeException(nameof(quorum), quorum, "Dieses Quorum hat keinen Namen."),
    };

    public static string Anzeige(this Mehrheit mehrheit) => mehrheit switch
    {
        Mehrheit.Einfach => "mehr Ja als Nein; Enthaltungen zählen nicht",
        Mehrheit.ZweiDrittelDerStimmen => "zwei Drittel der Ja- und Nein-Stimmen",
        Mehrheit.MehrheitDerSitze => "mehr als die Hälfte aller Sitze",
        _ => throw new ArgumentOutOfRangeException(nameof(mehrheit), mehrheit, "Diese Mehrheit hat keinen Namen."),
    };

    public static string Anzeige(this Abstimmungsart art) => art == Abstimmungsart.Geheim ? "geheim" : "offen, mit Namen";

    public static string Anzeige(this Einblick einblick) => einblick switch
    {
        Einblick.NachDerAuswertung => "sobald die Runde geschlossen ist",
        Einblick.NachDemBeschluss => "sobald die Konferenz abgestimmt hat",
        Einblick.MitDemSozialkonzept => "mit der Veröffentlichung im Sozialkonzept",
        Einblick.Nie => "gar nicht",
        _ => throw new ArgumentOutOfRangeException(nameof(einblick), einblick, "Dieser Einblick hat keinen Namen."),
    };

    public static string Anzeige(this Sitzstellung stellung) => stellung == Sitzstellung.Inhaber ? "Mitglied" : "Stellvertretung";

    /// <summary>„33,33 %“, ohne überflüssige Nullen.</summary>
    public static string Prozent(this decimal anteil) => anteil.ToString("0.##", Ortszeit.Deutsch) + " %";

    public static string Zahl(this decimal zahl) => zahl.ToString("0.##", Ortszeit.Deutsch);
}
