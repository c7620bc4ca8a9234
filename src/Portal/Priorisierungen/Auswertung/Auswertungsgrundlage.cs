using Portal.Grundbegriffe;

namespace Portal.Priorisierungen.Auswertung;

/// <summary>Eine Bank mit dem Anteil, der bei der Eröffnung der Runde galt.</summary>
/// <param name="Anteil">Prozent, größer als null.</param>
public sealed record Wertungsbank(string Schluessel, string Name, decimal Anteil);

/// <summary>Ein Kriterium mit dem Gewicht, das bei der Eröffnung der Runde galt.</summary>
/// <param name="Gewicht">Ab null; es zählt das Verhältnis der Gewichte.</param>
public sealed record Wertungskriterium(string Schluessel, string Name, decimal Gewicht);

/// <summary>Ein Sitz, der bewerten durfte, und seine Bank.</summary>
public sealed record Wertungssitz(string Kennung, string Bank);

/// <summary>
/// Womit gerechnet wird: die eingefrorenen Bänke und Kriterien, die Sitze, die Vorschläge und was jeder Sitz zu jedem Vorschlag und Kriterium
/// gesagt hat. Ein Byte je Angabe, damit auch eine sehr große Runde in den Speicher passt.
/// </summary>
public sealed class Auswertungsgrundlage
{
    private const sbyte KeineAngabe = -1;
    private const sbyte NichtZuBeurteilen = -2;

    private readonly sbyte[] _angaben;
    private readonly bool[] _befangen;
    private readonly Dictionary<string, int> _vorschlagsplatz;
    private readonly Dictionary<string, int> _sitzplatz;
    private readonly Dictionary<string, int> _kriteriumsplatz;

    /// <exception cref="RegelVerletzt">ohne Bank oder Kriterium, mit Gewichten, die zusammen null ergeben, oder mit einem Sitz ohne Bank.</exception>
    public Auswertungsgrundlage(IReadOnlyList<Wertungsbank> baenke, IReadOnlyList<Wertungskriterium> kriterien, IReadOnlyList<Wertungssitz> sitze, IReadOnlyList<string> vorschlaege)
    {
        var bankplatz = Plaetze(baenke.Select(b => b.Schluessel));
        Auskunft.Pruefe(
            (baenke.Count > 0, "Ohne Bank lässt sich nichts auswerten."),
            (baenke.All(b => b.Anteil > 0), "Jede Bank braucht einen Anteil, der größer als 0 % ist."),
            (kriterien.All(k => k.Gewicht >= 0) && kriterien.Sum(k => k.Gewicht) > 0, "Die Gewichte der Kriterien ergeben zusammen null; so lässt sich nichts auswerten."),
            (sitze.All(s => bankplatz.ContainsKey(s.Bank)), "Ein Sitz gehört zu keiner Bank der Runde.")).Verlangen();
        (Baenke, Kriterien, Sitze, Vorschlaege) = (baenke, kriterien, sitze, vorschlaege);
        BankDesSitzes = [.. sitze.Select(s => bankplatz[s.Bank])];
        _vorschlagsplatz = Plaetze(vorschlaege);
        _sitzplatz = Plaetze(sitze.Select(s => s.Kennung));
        _kriteriumsplatz = Plaetze(kriterien.Select(k => k.Schluessel));
        _befangen = new bool[vorschlaege.Count * sitze.Count];
        _angaben = new sbyte[vorschlaege.Count * sitze.Count * kriterien.Count];
        Array.Fill(_angaben, KeineAngabe);
    }

    public IReadOnlyList<Wertungsbank> Baenke { get; }
    public IReadOnlyList<Wertungskriterium> Kriterien { get; }
    public IReadOnlyList<Wertungssitz> Sitze { get; }

    /// <summary>Kennungen der Vorschläge, in der Reihenfolge, in der gleichrangige gezeigt werden.</summary>
    public IReadOnlyList<string> Vorschlaege { get; }

    internal int[] BankDesSitzes { get; }

    /// <param name="punkte">0 bis 4.</param>
    /// <exception cref="RegelVerletzt">wenn die Punkte außerhalb liegen.</exception>
    public void Bewerten(string vorschlag, string sitz, string kriterium, int punkte)
    {
        if (punkte is < 0 or > Kennzahlen.Hoechstpunkte) throw new RegelVerletzt($"Punkte liegen zwischen 0 und {Kennzahlen.Hoechstpunkte}.");
        _angaben[Stelle(vorschlag, sitz, kriterium)] = (sbyte)punkte;
    }

    /// <summary>„Kann ich nicht beurteilen“: eine Antwort, die gezählt wird, aber keine Punkte gibt.</summary>
    public void KannNichtBeurteilen(string vorschlag, string sitz, string kriterium) => _angaben[Stelle(vorschlag, sitz, kriterium)] = NichtZuBeurteilen;

    /// <summary>Der Sitz zählt bei diesem Vorschlag nicht, auch wenn schon Punkte eingetragen waren.</summary>
    public void Befangen(string vorschlag, string sitz) => _befangen[_vorschlagsplatz[vorschlag] * Sitze.Count + _sitzplatz[sitz]] = true;

    internal bool IstBefangen(int vorschlag, int sitz) => _befangen[vorschlag * Sitze.Count + sitz];

    /// <summary>Was ein Sitz zu allen Kriterien eines Vorschlags gesagt hat: 0 bis 4, −1 ohne Angabe, −2 „kann ich nicht beurteilen“.</summary>
    internal ReadOnlySpan<sbyte> Angaben(int vorschlag, int sitz) => _angaben.AsSpan((vorschlag * Sitze.Count + sitz) * Kriterien.Count, Kriterien.Count);

    internal static bool IstEnthaltung(sbyte angabe) => angabe == NichtZuBeurteilen;

    private int Stelle(string vorschlag, string sitz, string kriterium) =>
        (_vorschlagsplatz[vorschlag] * Sitze.Count + _sitzplatz[sitz]) * Kriterien.Count + _kriteriumsplatz[kriterium];

    private static Dictionary<string, int> Plaetze(IEnumerable<string> schluessel)
    {
        var plaetze = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var s in schluessel) plaetze.Add(s, plaetze.Count);
        return plaetze;
    }
}
