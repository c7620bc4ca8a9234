namespace Portal.Priorisierungen.Auswertung;

/// <summary>
/// Wie viele Sitze 0, 1, 2, 3 und 4 Punkte gegeben haben und wie viele „kann ich nicht beurteilen“ sagten. Alles Weitere folgt daraus; gezählt
/// wird mit ganzen Zahlen, die Reihenfolge der Bögen spielt deshalb keine Rolle.
/// </summary>
public readonly record struct Kennzahlen(int Nullen, int Einsen, int Zweien, int Dreien, int Vieren, int NichtBeurteilt)
{
    public const int Hoechstpunkte = 4;

    /// <summary>Wie viele Sitze Punkte gegeben haben.</summary>
    public int N => Nullen + Einsen + Zweien + Dreien + Vieren;

    public int Summe => Einsen + 2 * Zweien + 3 * Dreien + 4 * Vieren;

    /// <summary>Wie oft 0, 1, 2, 3 und 4 Punkte vorkommen.</summary>
    public IReadOnlyList<int> Verteilung => [Nullen, Einsen, Zweien, Dreien, Vieren];

    /// <summary>Arithmetisches Mittel, 0 bis 4; leer, wenn niemand Punkte gegeben hat.</summary>
    public decimal? Mittel => N == 0 ? null : (decimal)Summe / N;

    /// <summary>Der mittlere Wert; bei gerader Zahl das Mittel der beiden mittleren. Leer, wenn niemand Punkte gegeben hat.</summary>
    public decimal? Median => N == 0 ? null : (AnStelle((N - 1) / 2) + AnStelle(N / 2)) / 2m;

    /// <summary>
    /// Standardabweichung, 0 (alle einig) bis 2 (die Hälfte 0, die Hälfte 4). Geteilt wird durch n, nicht durch n − 1: Die Sitze sind alle,
    /// um die es geht, keine Stichprobe. In Tabellenprogrammen STABW.N. Auf zehn Stellen gerundet; leer, wenn niemand Punkte gegeben hat.
    /// </summary>
    public decimal? Streuung
    {
        get
        {
            if (N == 0) return null;
            var quadrate = Einsen + 4L * Zweien + 9L * Dreien + 16L * Vieren;
            return Math.Round((decimal)Math.Sqrt(N * quadrate - (long)Summe * Summe) / N, 10);
        }
    }

    public static Kennzahlen operator +(Kennzahlen a, Kennzahlen b) => new(
        a.Nullen + b.Nullen, a.Einsen + b.Einsen, a.Zweien + b.Zweien, a.Dreien + b.Dreien, a.Vieren + b.Vieren, a.NichtBeurteilt + b.NichtBeurteilt);

    public static Kennzahlen Add(Kennzahlen left, Kennzahlen right) => left + right;

    private int AnStelle(int stelle) =>
        stelle < Nullen ? 0 : stelle < Nullen + Einsen ? 1 : stelle < Nullen + Einsen + Zweien ? 2 : stelle < N - Vieren ? 3 : 4;
}
