namespace Portal.Priorisierungen.Auswertung;

/// <summary>Was ein Kriterium bei einem Vorschlag ergab.</summary>
/// <param name="Alle">Alle Sitze zusammen.</param>
/// <param name="JeBank">Dasselbe je Bank, in der Reihenfolge der Bänke.</param>
/// <param name="Ausgewogen">Mittel der Bänke, jede mit ihrem festen Anteil; leer, wenn niemand Punkte gegeben hat.</param>
public sealed record Kriteriumsergebnis(Kennzahlen Alle, IReadOnlyList<Kennzahlen> JeBank, decimal? Ausgewogen);

/// <summary>Was die Runde über einen Vorschlag ergab.</summary>
/// <param name="Befangen">Sitze, die bei diesem Vorschlag nicht zählen.</param>
/// <param name="Bewertet">Sitze, die zu mindestens einem Kriterium Punkte gegeben haben.</param>
/// <param name="Ausgewogen">Jede Bank mit ihrem festen Anteil, die Kriterien nach Gewicht: 0 bis 4. Leer, wenn niemand Punkte gegeben hat.</param>
/// <param name="Roh">Alle Sitze gleich, die Kriterien nach Gewicht.</param>
/// <param name="Rang">Platz nach dem ausgewogenen Ergebnis; gleiche teilen sich den Platz, danach bleibt einer frei (1, 2, 2, 4).</param>
/// <param name="JeBank">Gewichtetes Mittel je Bank, in der Reihenfolge der Bänke; leer bei einer Bank ohne Punkte.</param>
/// <param name="Streuung">Mittel der Standardabweichungen der Kriterien, nach Gewicht; 0 bis 2.</param>
/// <param name="Bankabstand">Unterschied zwischen der Bank mit den meisten und der mit den wenigsten Punkten; 0 bis 4.</param>
/// <param name="Tausche">Mit wem er am häufigsten die Reihenfolge tauscht, höchstens <see cref="GenannteTausche"/>; wie viele es insgesamt sind, sagt <see cref="Rangspanne.Tauschpartner"/>.</param>
public sealed record Vorschlagsergebnis(string Kennung, int Befangen, int Bewertet, IReadOnlyList<Kriteriumsergebnis> Kriterien, IReadOnlyList<decimal?> JeBank,
    decimal? Ausgewogen, decimal? Roh, int? Rang, int? RohRang, decimal? Streuung, decimal? Bankabstand, Rangspanne? Stabilitaet, IReadOnlyList<Rangtausch> Tausche)
{
    public const int GenannteTausche = 20;

    public bool IstBewertet => Ausgewogen is not null;

    /// <summary>Ob ein Kriterium von niemandem bewertet wurde; es zählt dann bei diesem Vorschlag nicht mit.</summary>
    public bool IstLueckenhaft => IstBewertet && Kriterien.Any(k => k.Alle.N == 0);
}

/// <summary>Auf welchen Plätzen ein Vorschlag landet, wenn sich Gewichte verschieben oder eine Bank fehlt.</summary>
/// <param name="Bester">Kleinste Platznummer, das Grundergebnis eingeschlossen.</param>
/// <param name="Schlechtester">Größte Platznummer, das Grundergebnis eingeschlossen.</param>
/// <param name="Tauschpartner">Mit wie vielen anderen Vorschlägen er in mindestens einer Abwandlung die Reihenfolge tauscht.</param>
public sealed record Rangspanne(int Bester, int Schlechtester, int Tauschpartner)
{
    /// <summary>Ob der Platz in jeder Abwandlung derselbe ist.</summary>
    public bool IstFest => Bester == Schlechtester;
}

/// <param name="Kennung">Der andere Vorschlag.</param>
/// <param name="Male">In wie vielen Abwandlungen die beiden umgekehrt stehen wie im Ergebnis.</param>
public sealed record Rangtausch(string Kennung, int Male);

public enum Abwandlungsart
{
    GewichtHoeher,
    GewichtNiedriger,
    OhneBank,
}

/// <summary>Eine Veränderung, an der sich zeigt, wie fest die Rangliste ist.</summary>
/// <param name="Worauf">Schlüssel des Kriteriums oder der Bank.</param>
/// <param name="Raenge">Platz je Vorschlag in der Reihenfolge der Grundlage; 0, wenn er darin ohne Punkte bleibt.</param>
public sealed record Abwandlung(Abwandlungsart Art, string Worauf, string Bezeichnung, IReadOnlyList<int> Raenge);

/// <summary>Das Ergebnis einer Runde. Dieselbe Grundlage ergibt immer dasselbe.</summary>
/// <param name="Vorschlaege">In der Reihenfolge der Grundlage.</param>
/// <param name="Uebereinstimmung">Krippendorffs Alpha über die gewichteten Punkte der Sitze; leer, wenn es sich nicht bestimmen lässt.</param>
/// <param name="UebereinstimmungJeKriterium">Dasselbe je Kriterium.</param>
public sealed record Auswertungsergebnis(Auswertungsgrundlage Grundlage, IReadOnlyList<Vorschlagsergebnis> Vorschlaege, IReadOnlyList<Abwandlung> Abwandlungen, Paartausch Paare,
    decimal? Uebereinstimmung, IReadOnlyList<decimal?> UebereinstimmungJeKriterium)
{
    /// <summary>Die bewerteten Vorschläge, der erste Platz zuerst; gleichrangige in der Reihenfolge der Grundlage.</summary>
    public IReadOnlyList<Vorschlagsergebnis> Rangliste { get; } = [.. Vorschlaege.Where(v => v.IstBewertet).OrderBy(v => v.Rang)];

    /// <summary>Vorschläge, zu denen niemand Punkte gegeben hat: Sie haben keinen Platz.</summary>
    public IReadOnlyList<Vorschlagsergebnis> NichtBewertet { get; } = [.. Vorschlaege.Where(v => !v.IstBewertet)];

    /// <summary>Bänke, von denen niemand Punkte gegeben hat; ihr Anteil verteilt sich auf die anderen.</summary>
    public IReadOnlyList<Wertungsbank> StummeBaenke =>
        [.. Grundlage.Baenke.Where((_, b) => Vorschlaege.All(v => v.Kriterien.All(k => k.JeBank[b].N == 0)))];

    /// <summary>Worüber eine zweite Runde reden sollte: die größten Streuungen zuerst, gleich große alle oder keine.</summary>
    /// <param name="hoechstens">Wie viele Vorschläge höchstens.</param>
    public IReadOnlyList<Vorschlagsergebnis> GroessteStreuungen(int hoechstens)
    {
        var folge = Vorschlaege.Where(v => v.Streuung > 0).OrderByDescending(v => v.Streuung).ToList();
        if (folge.Count <= hoechstens) return folge;
        var erster = folge[hoechstens].Streuung;
        var klar = folge.TakeWhile(v => v.Streuung > erster).ToList();
        return klar.Count > 0 ? klar : [.. folge.TakeWhile(v => v.Streuung == erster)];
    }
}

/// <summary>Wie oft zwei Vorschläge ihre Reihenfolge tauschen. Ein Byte je Paar.</summary>
public sealed class Paartausch
{
    private readonly int _anzahl;
    private readonly byte[] _male;

    internal Paartausch(int anzahl)
    {
        _anzahl = anzahl;
        _male = new byte[(long)anzahl * (anzahl - 1) / 2 is var paare && paare > 0 ? paare : 0];
    }

    /// <summary>
    /// In wie vielen Abwandlungen die beiden umgekehrt stehen wie im Grundergebnis. Wer dort gleichauf liegt, tauscht nicht; wer in einer
    /// Abwandlung gleichauf liegt, auch nicht.
    /// </summary>
    /// <param name="a">Stelle des einen Vorschlags in der Grundlage.</param>
    /// <param name="b">Stelle des anderen.</param>
    public int Male(int a, int b) => a == b ? 0 : a < b ? _male[Zeile(a) + b] : _male[Zeile(b) + a];

    internal Span<byte> Spaeter(int a) => a + 1 >= _anzahl ? [] : _male.AsSpan((int)(Zeile(a) + a + 1), _anzahl - a - 1);

    private long Zeile(int a) => (long)a * (2L * _anzahl - a - 1) / 2 - a - 1;
}
