using System.Numerics;
using Portal.Grundbegriffe;
using Portal.Konferenzen;

namespace Portal.Tests.Konferenzen;

public class SitzverteilungTests
{
    private static int[] Sitze(Sitzverfahren verfahren, int sitze, params long[] staerken) =>
        [.. Sitzverteilung.Berechnen(verfahren, [.. staerken.Select((s, i) => new Fraktionsstaerke($"F{i}", s))], sitze).Zuteilungen.Select(z => z.Sitze)];

    /// <summary>
    /// Drei Bundestagswahlen, jede nach dem Verfahren, das damals galt: 1983 und 1987 SPD, CDU, CSU, FDP, GRÜNE (496 Sitze ohne Berliner Abgeordnete),
    /// 2009 CDU, SPD, FDP, DIE LINKE, GRÜNE, CSU (598 Sitze). Zweitstimmen und Sitze ohne Überhangmandate: Die Bundeswahlleiterin, Ergebnisse früherer Bundestagswahlen.
    /// </summary>
    [Theory]
    [InlineData(1983, Sitzverfahren.DHondt, 496, new long[] { 14_865_807, 14_857_680, 4_140_865, 2_706_942, 2_167_431 }, new[] { 191, 191, 53, 34, 27 })]
    [InlineData(1987, Sitzverfahren.HareNiemeyer, 496, new long[] { 14_025_763, 13_045_745, 3_715_827, 3_440_911, 3_126_256 }, new[] { 186, 173, 49, 46, 42 })]
    [InlineData(2009, Sitzverfahren.SainteLague, 598, new long[] { 11_828_277, 9_990_488, 6_316_080, 5_155_933, 4_643_272, 2_830_238 }, new[] { 173, 146, 93, 76, 68, 42 })]
    public void Verteilt_wie_der_Bundestag(int jahr, Sitzverfahren verfahren, int sitze, long[] zweitstimmen, int[] erwartet)
    {
        Assert.Equal(sitze, erwartet.Sum());
        Assert.True(erwartet.SequenceEqual(Sitze(verfahren, sitze, zweitstimmen)), $"Bundestagswahl {jahr}: {string.Join(", ", Sitze(verfahren, sitze, zweitstimmen))}");
    }

    [Fact]
    public void Hare_Niemeyer_zeigt_das_Alabama_Paradoxon()
    {
        // Mehr Sitze im Ganzen, ein Sitz weniger für die kleinste Fraktion: bekannt von der Volkszählung 1880 der USA.
        Assert.Equal([4, 4, 2], Sitze(Sitzverfahren.HareNiemeyer, 10, 6, 6, 2));
        Assert.Equal([5, 5, 1], Sitze(Sitzverfahren.HareNiemeyer, 11, 6, 6, 2));
    }

    [Theory]
    [InlineData(Sitzverfahren.DHondt, new[] { 4, 4, 2 })]
    [InlineData(Sitzverfahren.SainteLague, new[] { 4, 3, 3 })]
    [InlineData(Sitzverfahren.HareNiemeyer, new[] { 4, 3, 3 })]
    public void Verteilt_zehn_Sitze_wie_im_Lehrbuchbeispiel(Sitzverfahren verfahren, int[] erwartet) =>
        Assert.Equal(erwartet, Sitze(verfahren, 10, 416, 338, 246));

    /// <summary>Die Beispiele, mit denen die Verfahren in den Nachschlagewerken erklärt werden: Largest remainder, d’Hondt, Sainte-Laguë.</summary>
    [Theory]
    [InlineData(Sitzverfahren.HareNiemeyer, 10, new long[] { 47_000, 16_000, 15_900, 12_000, 6_000, 3_100 }, new[] { 5, 2, 1, 1, 1, 0 })]
    [InlineData(Sitzverfahren.DHondt, 10, new long[] { 47_000, 16_000, 15_900, 12_000, 6_000, 3_100 }, new[] { 5, 2, 2, 1, 0, 0 })]
    [InlineData(Sitzverfahren.SainteLague, 10, new long[] { 47_000, 16_000, 15_900, 12_000, 6_000, 3_100 }, new[] { 4, 2, 2, 1, 1, 0 })]
    [InlineData(Sitzverfahren.HareNiemeyer, 8, new long[] { 100_000, 80_000, 30_000, 20_000 }, new[] { 3, 3, 1, 1 })]
    [InlineData(Sitzverfahren.DHondt, 8, new long[] { 100_000, 80_000, 30_000, 20_000 }, new[] { 4, 3, 1, 0 })]
    [InlineData(Sitzverfahren.SainteLague, 8, new long[] { 100_000, 80_000, 30_000, 20_000 }, new[] { 3, 3, 1, 1 })]
    public void Verteilt_wie_die_bekannten_Beispiele(Sitzverfahren verfahren, int sitze, long[] staerken, int[] erwartet) =>
        Assert.Equal(erwartet, Sitze(verfahren, sitze, staerken));

    [Fact]
    public void Die_Reihenfolge_der_Liste_und_das_Mass_der_Staerke_sind_gleichgueltig()
    {
        var zufall = new Random(7);
        for (var fall = 0; fall < 2_000; fall++)
        {
            var staerken = Enumerable.Range(0, zufall.Next(1, 8)).Select(i => new Fraktionsstaerke($"F{i}", zufall.Next(1, 400))).ToList();
            var sitze = zufall.Next(1, 40);
            foreach (var verfahren in Enum.GetValues<Sitzverfahren>())
            {
                var ergebnis = Sitzverteilung.Berechnen(verfahren, staerken, sitze).Zuteilungen.ToDictionary(z => z.Fraktion, z => z.Sitze);
                var umgekehrt = Sitzverteilung.Berechnen(verfahren, [.. Enumerable.Reverse(staerken)], sitze).Zuteilungen;
                Assert.All(umgekehrt, z => Assert.Equal(ergebnis[z.Fraktion], z.Sitze));
                var verdoppelt = Sitzverteilung.Berechnen(verfahren, [.. staerken.Select(s => s with { Staerke = 2 * s.Staerke })], sitze).Zuteilungen;
                Assert.All(verdoppelt, z => Assert.Equal(ergebnis[z.Fraktion], z.Sitze));
            }
        }
    }

    [Fact]
    public void Ein_Gleichstand_verlangt_das_Los_und_das_Los_ist_nachrechenbar()
    {
        Fraktionsstaerke[] staerken = [new("Rot", 10), new("Blau", 10), new("Grün", 10)];
        var ohne = Sitzverteilung.Berechnen(Sitzverfahren.DHondt, staerken, 4);
        Assert.False(ohne.IstVollstaendig);
        Assert.Equal(1, ohne.Losfall!.Sitze);

        var folge = Losentscheid.Ziehen("0123456789abcdef", ohne.Losfall.Fraktionen);
        Assert.Equal(folge, Losentscheid.Ziehen("0123456789abcdef", ohne.Losfall.Fraktionen.Reverse()));
        var mit = Sitzverteilung.Berechnen(Sitzverfahren.DHondt, staerken, 4, folge);
        Assert.True(mit.IstVollstaendig);
        Assert.Equal(folge[0], mit.Zuteilungen.Single(z => z.DurchLos == 1).Fraktion);
    }

    [Fact]
    public void Hare_Niemeyer_haelt_die_Quote_und_Hoechstzahlen_sind_hausmonoton()
    {
        var zufall = new Random(20261121);
        for (var fall = 0; fall < 10_000; fall++)
        {
            var staerken = Enumerable.Range(0, zufall.Next(1, 9)).Select(i => new Fraktionsstaerke($"F{i}", zufall.Next(0, 5000))).ToList();
            if (staerken.All(s => s.Staerke == 0)) continue;
            var sitze = zufall.Next(0, 60);
            string[] los = [.. staerken.Select(s => s.Fraktion)];

            foreach (var z in Sitzverteilung.Berechnen(Sitzverfahren.HareNiemeyer, staerken, sitze, los).Zuteilungen)
            {
                var unten = z.Quote.Zaehler / z.Quote.Nenner;
                Assert.True(z.Sitze == unten || (z.Sitze == unten + 1 && z.Quote.Zaehler % z.Quote.Nenner != BigInteger.Zero));
            }
            foreach (var verfahren in new[] { Sitzverfahren.DHondt, Sitzverfahren.SainteLague })
            {
                var kleiner = Sitzverteilung.Berechnen(verfahren, staerken, sitze, los);
                var groesser = Sitzverteilung.Berechnen(verfahren, staerken, sitze + 1, los);
                Assert.True(kleiner.IstVollstaendig);
                Assert.All(kleiner.Zuteilungen.Zip(groesser.Zuteilungen), paar => Assert.True(paar.Second.Sitze >= paar.First.Sitze));
            }
        }
    }

    [Fact]
    public void Nennt_was_an_der_Eingabe_nicht_stimmt()
    {
        Assert.Throws<RegelVerletzt>(() => Sitzverteilung.Berechnen(Sitzverfahren.DHondt, [], 5));
        Assert.Throws<RegelVerletzt>(() => Sitzverteilung.Berechnen(Sitzverfahren.DHondt, [new("A", 0)], 5));
        Assert.Throws<RegelVerletzt>(() => Sitzverteilung.Berechnen(Sitzverfahren.DHondt, [new("A", 3), new("A", 2)], 5));
    }
}
