using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Portal.Grundbegriffe;

namespace Portal.Konferenzen;

/// <summary>Wie die Sitze einer Bank auf die Fraktionen verteilt werden.</summary>
public enum Sitzverfahren
{
    /// <summary>Größte Reste (Hamilton): jede Fraktion erhält den ganzen Teil ihrer Quote, die übrigen Sitze gehen an die größten Reste.</summary>
    HareNiemeyer,

    /// <summary>Höchstzahlen mit den Teilern 1, 2, 3 … (Jefferson).</summary>
    DHondt,

    /// <summary>Höchstzahlen mit den Teilern 1, 3, 5 … (Webster, Schepers).</summary>
    SainteLague,
}

/// <summary>Eine Fraktion und ihre Stärke: Sitze im Rat oder Stimmen.</summary>
public sealed record Fraktionsstaerke(string Fraktion, long Staerke);

/// <summary>Ein genauer Bruch; nichts wird gerundet, bevor verglichen ist.</summary>
public readonly record struct Bruch(BigInteger Zaehler, BigInteger Nenner) : IComparable<Bruch>
{
    public int CompareTo(Bruch other) => (Zaehler * other.Nenner).CompareTo(other.Zaehler * Nenner);

    public double AlsZahl => (double)Zaehler / (double)Nenner;

    public static bool operator <(Bruch a, Bruch b) => a.CompareTo(b) < 0;
    public static bool operator >(Bruch a, Bruch b) => a.CompareTo(b) > 0;
    public static bool operator <=(Bruch a, Bruch b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Bruch a, Bruch b) => a.CompareTo(b) >= 0;
}

/// <summary>Was eine Fraktion erhält, mit den Zahlen, aus denen es folgt.</summary>
/// <param name="Quote">Stärke × Sitze ÷ Gesamtstärke: der genaue Anspruch, bei jedem Verfahren.</param>
/// <param name="Rest">Was von der Quote über die ganzen Sitze hinausgeht.</param>
/// <param name="LetzteHoechstzahl">Bei Höchstzahlverfahren die Höchstzahl des letzten eigenen Sitzes; sonst oder ohne Sitz leer.</param>
/// <param name="DurchLos">Wie viele ihrer Sitze durch das Los kamen.</param>
public sealed record Sitzzuteilung(string Fraktion, long Staerke, int Sitze, Bruch Quote, Bruch Rest, Bruch? LetzteHoechstzahl, int DurchLos);

/// <summary>Gleichstand: mehr Fraktionen haben denselben Anspruch, als Sitze übrig sind.</summary>
public sealed record Losfall(IReadOnlyList<string> Fraktionen, int Sitze);

/// <summary>Das Ergebnis eines Verfahrens. Ist <see cref="Losfall"/> gesetzt und kein Los gezogen, fehlen die Sitze darin noch.</summary>
public sealed record Sitzergebnis(Sitzverfahren Verfahren, int Sitze, IReadOnlyList<Sitzzuteilung> Zuteilungen, Losfall? Losfall)
{
    public bool IstVollstaendig => Zuteilungen.Sum(z => z.Sitze) == Sitze;
}

/// <summary>
/// Verteilt Sitze auf Fraktionen nach Hare-Niemeyer, d’Hondt oder Sainte-Laguë/Schepers, mit genauen Brüchen.
/// Verfahren wie in der Statistik des Deutschen Bundestags beschrieben; Gleichstände entscheidet das Los.
/// </summary>
public static class Sitzverteilung
{
    /// <param name="los">Reihenfolge, in der bei Gleichstand zugeteilt wird; leer, solange nicht gelost ist.</param>
    /// <exception cref="RegelVerletzt">ohne Fraktion, mit doppelten Namen, mit Stärken unter null oder wenn alle null sind.</exception>
    public static Sitzergebnis Berechnen(Sitzverfahren verfahren, IReadOnlyList<Fraktionsstaerke> staerken, int sitze, IReadOnlyList<string>? los = null)
    {
        Pruefen(staerken, sitze);
        var gesamt = staerken.Aggregate(BigInteger.Zero, (summe, s) => summe + s.Staerke);
        return verfahren == Sitzverfahren.HareNiemeyer
            ? NachResten(staerken, sitze, gesamt, los)
            : NachHoechstzahlen(verfahren, staerken, sitze, gesamt, los);
    }

    private static void Pruefen(IReadOnlyList<Fraktionsstaerke> staerken, int sitze)
    {
        Auskunft.Pruefe(
            (staerken.Count > 0, "Bitte tragen Sie mindestens eine Fraktion ein."),
            (sitze is >= 0 and <= 10_000, "Die Zahl der Sitze muss zwischen 0 und 10.000 liegen."),
            (staerken.All(s => s.Staerke >= 0), "Die Stärke einer Fraktion kann nicht unter null liegen."),
            (staerken.Any(s => s.Staerke > 0), "Alle Fraktionen haben die Stärke null; so lassen sich keine Sitze verteilen."),
            (staerken.Select(s => s.Fraktion).Distinct(StringComparer.Ordinal).Count() == staerken.Count, "Eine Fraktion steht zweimal in der Liste.")).Verlangen();
    }

    private static Sitzergebnis NachResten(IReadOnlyList<Fraktionsstaerke> staerken, int sitze, BigInteger gesamt, IReadOnlyList<string>? los)
    {
        var ganze = staerken.Select(s => (int)(s.Staerke * (BigInteger)sitze / gesamt)).ToArray();
        var reste = staerken.Select(s => s.Staerke * (BigInteger)sitze % gesamt).ToArray();
        var (zugeteilt, durchLos, losfall) = Vergeben(sitze - ganze.Sum(), staerken, i => new Bruch(reste[i], gesamt), los);
        var zuteilungen = staerken.Select((s, i) => new Sitzzuteilung(s.Fraktion, s.Staerke, ganze[i] + zugeteilt[i],
            new Bruch(s.Staerke * (BigInteger)sitze, gesamt), new Bruch(reste[i], gesamt), null, durchLos[i])).ToList();
        return new(Sitzverfahren.HareNiemeyer, sitze, zuteilungen, losfall);
    }

    private static Sitzergebnis NachHoechstzahlen(Sitzverfahren verfahren, IReadOnlyList<Fraktionsstaerke> staerken, int sitze, BigInteger gesamt, IReadOnlyList<string>? los)
    {
        var vergeben = new int[staerken.Count];
        var durchLos = new int[staerken.Count];
        Losfall? losfall = null;
        for (var uebrig = sitze; uebrig > 0;)
        {
            var hoechste = Enumerable.Range(0, staerken.Count).Max(i => Hoechstzahl(verfahren, staerken[i].Staerke, vergeben[i] + 1));
            var gleiche = Enumerable.Range(0, staerken.Count).Where(i => Hoechstzahl(verfahren, staerken[i].Staerke, vergeben[i] + 1).CompareTo(hoechste) == 0).ToList();
            if (gleiche.Count <= uebrig)
            {
                foreach (var i in gleiche) vergeben[i]++;
                uebrig -= gleiche.Count;
                continue;
            }
            losfall = new([.. gleiche.Select(i => staerken[i].Fraktion)], uebrig);
            foreach (var i in InLosfolge(gleiche, staerken, los).Take(uebrig))
            {
                vergeben[i]++;
                durchLos[i]++;
            }
            break;
        }
        var zuteilungen = staerken.Select((s, i) =>
        {
            var quote = new Bruch(s.Staerke * (BigInteger)sitze, gesamt);
            return new Sitzzuteilung(s.Fraktion, s.Staerke, vergeben[i], quote, new Bruch(s.Staerke * (BigInteger)sitze % gesamt, gesamt),
                vergeben[i] == 0 ? null : Hoechstzahl(verfahren, s.Staerke, vergeben[i]), durchLos[i]);
        }).ToList();
        return new(verfahren, sitze, zuteilungen, losfall);
    }

    /// <summary>Stärke durch den Teiler des n-ten Sitzes: n bei d’Hondt, 2n − 1 bei Sainte-Laguë.</summary>
    public static Bruch Hoechstzahl(Sitzverfahren verfahren, long staerke, int n) => new(staerke, verfahren == Sitzverfahren.DHondt ? n : 2 * n - 1);

    private static (int[] Zugeteilt, int[] DurchLos, Losfall? Losfall) Vergeben(int uebrig, IReadOnlyList<Fraktionsstaerke> staerken, Func<int, Bruch> anspruch, IReadOnlyList<string>? los)
    {
        var zugeteilt = new int[staerken.Count];
        var durchLos = new int[staerken.Count];
        foreach (var gruppe in Enumerable.Range(0, staerken.Count).GroupBy(anspruch, Bruchgleichheit.Instanz).OrderByDescending(g => g.Key))
        {
            var gleiche = gruppe.ToList();
            if (uebrig == 0) break;
            if (gleiche.Count <= uebrig)
            {
                foreach (var i in gleiche) zugeteilt[i]++;
                uebrig -= gleiche.Count;
                continue;
            }
            foreach (var i in InLosfolge(gleiche, staerken, los).Take(uebrig)) { zugeteilt[i]++; durchLos[i]++; }
            return (zugeteilt, durchLos, new([.. gleiche.Select(i => staerken[i].Fraktion)], uebrig));
        }
        return (zugeteilt, durchLos, null);
    }

    private static IEnumerable<int> InLosfolge(IReadOnlyList<int> gleiche, IReadOnlyList<Fraktionsstaerke> staerken, IReadOnlyList<string>? los) =>
        los is null ? [] : los.Select(name => gleiche.Where(i => staerken[i].Fraktion == name)).SelectMany(i => i);

    private sealed class Bruchgleichheit : IEqualityComparer<Bruch>
    {
        public static Bruchgleichheit Instanz { get; } = new();
        public bool Equals(Bruch x, Bruch y) => x.CompareTo(y) == 0;
        public int GetHashCode(Bruch obj) => HashCode.Combine(obj.Zaehler / BigInteger.GreatestCommonDivisor(obj.Zaehler, obj.Nenner), obj.Nenner / BigInteger.GreatestCommonDivisor(obj.Zaehler, obj.Nenner));
    }
}

/// <summary>Ein Los, das jede Person nachrechnen kann.</summary>
public static class Losentscheid
{
    /// <summary>Wofür ein Los gilt: „HareNiemeyer|6|Fraktion A=10|Fraktion B=10“. Ändert sich etwas davon, ist es ein anderer Fall.</summary>
    public static string Fall(Sitzverfahren verfahren, int sitze, IEnumerable<Fraktionsstaerke> staerken) =>
        string.Create(CultureInfo.InvariantCulture, $"{verfahren}|{sitze}|{string.Join('|', staerken.OrderBy(s => s.Fraktion, StringComparer.Ordinal).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Fraktion}={s.Staerke}")))}");

    /// <summary>Acht zufällige Bytes, hexadezimal; wird mit dem Ergebnis festgehalten.</summary>
    public static string NeuerStartwert() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>
    /// Die Fraktionen in der Reihenfolge ihrer Prüfsumme: SHA-256 über „Startwert:Fraktion“ (UTF-8), kleinste zuerst.
    /// Derselbe Startwert ergibt immer dieselbe Reihenfolge.
    /// </summary>
    public static IReadOnlyList<string> Ziehen(string startwert, IEnumerable<string> fraktionen) =>
        [.. fraktionen.OrderBy(f => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{startwert}:{f}")))), StringComparer.Ordinal)];
}
