using Portal.Fachgruppen;

namespace Portal.Vorschlaege;

/// <summary>Wie die Liste geordnet ist.</summary>
public enum Listenordnung
{
    /// <summary>Wer zuletzt einen Schritt weiterkam, steht oben.</summary>
    Stand,

    Titel,

    /// <summary>Die jüngste Kennung zuerst.</summary>
    Kennung,
}

/// <summary>Was in der Adresse der Liste steht. Leere Angaben filtern nicht; unbekannte Werte treffen nichts.</summary>
public sealed record Vorschlagsfilter
{
    /// <summary>Kennung eines Handlungsfelds.</summary>
    public string? Handlungsfeld { get; init; }

    /// <summary>Kennung eines Sozialraums; was in ihm liegt, zählt mit.</summary>
    public string? Sozialraum { get; init; }

    public string? Zustand { get; init; }
    public string? Weg { get; init; }

    /// <summary>Kennung einer Fachgruppe.</summary>
    public string? Fachgruppe { get; init; }

    public string? Art { get; init; }

    /// <summary>Suchwörter; jedes muss in Titel oder Kurzfassung stehen.</summary>
    public string? Suche { get; init; }

    public string? Sortierung { get; init; }

    public Listenordnung Ordnung => Enum.TryParse<Listenordnung>(Sortierung, ignoreCase: true, out var ordnung) && Enum.IsDefined(ordnung) ? ordnung : Listenordnung.Stand;

    public bool IstGesetzt => Angaben.Any();

    /// <summary>Die gesetzten Angaben als Teil einer Adresse, ohne Fragezeichen; <paramref name="ohne"/> lässt eine weg.</summary>
    public string AlsAdresse(string? ohne = null) => string.Join('&',
        Angaben.Append(("sortierung", Ordnung == Listenordnung.Stand ? "" : Ordnung.ToString().ToLowerInvariant()))
            .Where(a => a.Item2.Length > 0 && a.Item1 != ohne)
            .Select(a => $"{a.Item1}={Uri.EscapeDataString(a.Item2)}"));

    /// <summary>Gleiche Auswahl, gleicher Schlüssel; Sonderzeichen können ihn nicht fälschen.</summary>
    internal string Schluessel => AlsAdresse();

    private IEnumerable<(string Name, string Wert)> Angaben => new (string Name, string? Wert)[]
    {
        ("suche", Suche), ("handlungsfeld", Handlungsfeld), ("sozialraum", Sozialraum), ("zustand", Zustand), ("weg", Weg), ("fachgruppe", Fachgruppe), ("art", Art),
    }.Where(a => !string.IsNullOrWhiteSpace(a.Wert)).Select(a => (a.Name, a.Wert!.Trim()));
}

/// <summary>Ein Wert, nach dem sich filtern lässt, und wie viele Vorschläge er unter der übrigen Auswahl träfe.</summary>
/// <param name="Tiefe">0 für oberste Werte; Sozialräume sind ein Baum.</param>
public sealed record Filterwert(string Wert, string Name, int Anzahl, bool Gewaehlt, int Tiefe = 0);

/// <summary>Ein Filter mit seinen Werten. <paramref name="Alle"/>: wie viele es ohne diesen Filter wären.</summary>
public sealed record Filterauswahl(string Schluessel, string Name, int Alle, IReadOnlyList<Filterwert> Werte);

/// <summary>Ein Ausschnitt der Liste: welche Vorschläge, wo er liegt, und die Schlüssel der Nachbarn.</summary>
/// <param name="Erster">Stelle des ersten Eintrags, von 1 an; 0, wenn nichts zu zeigen ist.</param>
/// <param name="Vor">Schlüssel für die Seite davor; leer am Anfang.</param>
/// <param name="Nach">Schlüssel für die Seite danach; leer am Ende.</param>
public sealed record Listenseite(IReadOnlyList<Verzeichniseintrag> Eintraege, int Erster, int Gesamt, string Vor, string Nach)
{
    /// <summary>So viele stehen höchstens auf einer Seite.</summary>
    public const int Groesse = 50;
}

/// <summary>Was das Verzeichnis von einem Vorschlag weiß.</summary>
public sealed class Verzeichniseintrag
{
    public required int Id { get; init; }
    public required string Kennung { get; init { field = value; Rang = RangVon(value); } }
    public required string Titel { get; init; }
    public required int FachgruppeId { get; init; }
    public required Weg Weg { get; init; }
    public required int? HandlungsfeldId { get; init; }
    public required Vorschlagszustand Zustand { get; init; }
    public required Vorschlagsart? Art { get; init; }
    public required DateTime StandSeit { get; init; }
    public required bool IstOeffentlich { get; init; }

    /// <summary>Die Sozialräume und alles, worin sie liegen.</summary>
    public IReadOnlyCollection<int> RaumIds { get; set; } = [];

    /// <summary>Jahr und Nummer als eine Zahl, damit 2026-9 vor 2026-14 steht.</summary>
    internal long Rang { get; private set; }

    internal static long RangVon(string kennung)
    {
        var strich = kennung.IndexOf('-', StringComparison.Ordinal);
        return strich > 0 && int.TryParse(kennung.AsSpan(0, strich), out var jahr) && int.TryParse(kennung.AsSpan(strich + 1), out var nummer) && nummer >= 0
            ? ((long)jahr << 32) | (uint)nummer : 0;
    }
}
