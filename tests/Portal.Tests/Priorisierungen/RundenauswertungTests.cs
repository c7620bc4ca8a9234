using System.Diagnostics;
using System.Numerics;
using Portal.Grundbegriffe;
using Portal.Priorisierungen.Auswertung;

namespace Portal.Tests.Priorisierungen;

public class RundenauswertungTests
{
    private const int Zufallsrunden = 200;

    /// <summary>Das Beispiel aus dem Handbuch, von Hand gerechnet.</summary>
    private static Zufallsrunde Handbuch()
    {
        Wertungsbank[] baenke = [new("politik", "Politik", 50), new("verwaltung", "Verwaltung", 30), new("praxis", "Wissenschaft und Praxis", 20)];
        Wertungskriterium[] kriterien = [new("wirkung", "Wirkung", 60), new("dringlichkeit", "Dringlichkeit", 40)];
        Wertungssitz[] sitze = [new("p1", "politik"), new("p2", "politik"), new("p3", "politik"), new("p4", "politik"), new("v1", "verwaltung"), new("v2", "verwaltung"), new("w1", "praxis")];
        IEnumerable<(string, string, string, int?)> Blatt(string vorschlag, string sitz, int? wirkung, int? dringlichkeit) =>
            [(vorschlag, sitz, "wirkung", wirkung), (vorschlag, sitz, "dringlichkeit", dringlichkeit)];
        return new(baenke, kriterien, sitze, ["A", "B", "C"],
        [
            .. Blatt("A", "p1", 4, 3), .. Blatt("A", "p2", 4, 3), .. Blatt("A", "p3", 3, 3), .. Blatt("A", "p4", 3, 3), .. Blatt("A", "v1", 2, 2), .. Blatt("A", "v2", 1, 2), .. Blatt("A", "w1", 1, 0),
            .. Blatt("B", "p1", 2, 2), .. Blatt("B", "v1", 4, 4), .. Blatt("B", "v2", 4, 2), .. Blatt("B", "w1", 4, null),
        ], [("B", "p2")]);
    }

    [Fact]
    public void Das_Beispiel_des_Handbuchs_stimmt_Zahl_fuer_Zahl()
    {
        var ergebnis = Handbuch().Auswerten();
        var (a, b, c) = (ergebnis.Vorschlaege[0], ergebnis.Vorschlaege[1], ergebnis.Vorschlaege[2]);

        // A, Wirkung: Politik 14/4 = 3,5, Verwaltung 3/2 = 1,5, Praxis 1; 0,5·3,5 + 0,3·1,5 + 0,2·1 = 2,4. Dringlichkeit: 3, 2, 0; 1,5 + 0,6 + 0 = 2,1.
        Assert.Equal([2.4m, 2.1m], a.Kriterien.Select(k => k.Ausgewogen!.Value));
        Assert.Equal(0.6m * 2.4m + 0.4m * 2.1m, a.Ausgewogen);
        // Roh: Wirkung 18/7, Dringlichkeit 16/7.
        Assert.Equal(Math.Round((0.6m * 18 + 0.4m * 16) / 7, 15), a.Roh);
        // B, Dringlichkeit: die Bank Praxis sagt nichts, 50 und 30 werden 62,5 und 37,5: 0,625·2 + 0,375·3 = 2,375. Wirkung: 1 + 1,2 + 0,8 = 3.
        Assert.Equal([3m, 2.375m], b.Kriterien.Select(k => k.Ausgewogen!.Value));
        Assert.Equal(0.6m * 3 + 0.4m * 2.375m, b.Ausgewogen);
        Assert.Equal((1, 4), (b.Befangen, b.Bewertet));
        Assert.Equal(1, b.Kriterien[1].Alle.NichtBeurteilt);
        Assert.Equal((1, 2, null), (b.Rang, a.Rang, c.Rang));
        Assert.Equal(["C"], ergebnis.NichtBewertet.Select(v => v.Kennung));
        Assert.Equal((3.5m, 1m), (a.Kriterien[0].JeBank[0].Mittel, a.Kriterien[0].JeBank[2].Median));
        Assert.Equal([0, 2, 1, 2, 2], a.Kriterien[0].Alle.Verteilung);
        Assert.Equal((1, 2), (b.Stabilitaet!.Bester, a.Stabilitaet!.Schlechtester));
        Assert.Equal(7, ergebnis.Abwandlungen.Count);
        Assert.Equal(["GewichtHoeher", "GewichtNiedriger", "GewichtHoeher", "GewichtNiedriger", "OhneBank", "OhneBank", "OhneBank"], ergebnis.Abwandlungen.Select(x => x.Art.ToString()));
        // Ohne die Politik bleibt B vorn. Ohne die Verwaltung nicht: A Wirkung (50·3,5 + 20·1)/70, Dringlichkeit 50·3/70, zusammen 177/70; B Wirkung (50·2 + 20·4)/70,
        // Dringlichkeit 2, zusammen 164/70. Ohne die Praxis auch nicht: A 0,6·2,75 + 0,4·2,625 = 2,7; B 0,6·2,75 + 0,4·2,375 = 2,6.
        Assert.Equal([2, 1, 0], ergebnis.Abwandlungen.Single(x => x.Worauf == "politik").Raenge);
        Assert.Equal([1, 2, 0], ergebnis.Abwandlungen.Single(x => x.Worauf == "verwaltung").Raenge);
        Assert.Equal([1, 2, 0], ergebnis.Abwandlungen.Single(x => x.Worauf == "praxis").Raenge);
        Assert.Equal((2, 2), (ergebnis.Paare.Male(0, 1), ergebnis.Paare.Male(1, 0)));
        Assert.Equal(1, a.Stabilitaet.Tauschpartner);
        Assert.Empty(ergebnis.StummeBaenke);
    }

    [Fact]
    public void Ein_schlichtes_Nachrechnen_mit_Bruechen_ergibt_dasselbe()
    {
        for (var startwert = 0; startwert < Zufallsrunden; startwert++)
        {
            var runde = Zufallsrunde.Neu(startwert);
            var ergebnis = runde.Auswerten();
            foreach (var v in ergebnis.Vorschlaege)
            {
                for (var k = 0; k < runde.Kriterien.Count; k++)
                {
                    var punkte = runde.Punkte(v.Kennung, runde.Kriterien[k].Schluessel).Order().ToList();
                    var gezaehlt = v.Kriterien[k].Alle;
                    Assert.Equal(punkte.Count, gezaehlt.N);
                    if (punkte.Count == 0)
                    {
                        Assert.Null(gezaehlt.Mittel);
                        continue;
                    }
                    Assert.Equal(punkte.Average(), (double)gezaehlt.Mittel!.Value, 12);
                    Assert.Equal(punkte.Count % 2 == 1 ? punkte[punkte.Count / 2] : (punkte[punkte.Count / 2 - 1] + punkte[punkte.Count / 2]) / 2.0, (double)gezaehlt.Median!.Value, 12);
                    Assert.Equal(Math.Sqrt(punkte.Average(p => Math.Pow(p - punkte.Average(), 2))), (double)gezaehlt.Streuung!.Value, 8);
                    Assert.Equal([.. Enumerable.Range(0, 5).Select(p => punkte.Count(x => x == p))], gezaehlt.Verteilung);
                    for (var b = 0; b < runde.Baenke.Count; b++)
                        Assert.Equal(runde.Punkte(v.Kennung, runde.Kriterien[k].Schluessel, runde.Baenke[b].Schluessel).Sum(), v.Kriterien[k].JeBank[b].Summe);
                }
                Assert.True(Vergleich(Ausgewogen(runde, v.Kennung, runde.Kriterien.Select(k => k.Gewicht), runde.Baenke.Select(b => b.Anteil))?.AlsZahl(), (double?)v.Ausgewogen));
            }
        }
    }

    [Fact]
    public void Raenge_und_Spannen_stimmen_mit_genauen_Bruechen()
    {
        for (var startwert = 0; startwert < Zufallsrunden; startwert++)
        {
            var runde = Zufallsrunde.Neu(startwert);
            var ergebnis = runde.Auswerten();
            decimal[] gewichte = [.. runde.Kriterien.Select(k => k.Gewicht)];
            decimal[] anteile = [.. runde.Baenke.Select(b => b.Anteil)];
            var grund = Raenge(runde, gewichte, anteile);
            var varianten = new List<int[]>();
            for (var k = 0; k < gewichte.Length; k++)
            {
                if (gewichte[k] == 0) continue;
                varianten.Add(Raenge(runde, [.. gewichte.Select((g, i) => i == k ? g * 1.5m : g)], anteile));
                varianten.Add(Raenge(runde, [.. gewichte.Select((g, i) => i == k ? g * 0.5m : g)], anteile));
            }
            for (var b = 0; b < anteile.Length && anteile.Length > 1; b++)
                varianten.Add(Raenge(runde, gewichte, [.. anteile.Select((a, i) => i == b ? 0 : a)]));

            Assert.Equal(grund, ergebnis.Vorschlaege.Select(v => v.Rang ?? 0));
            Assert.Equal(varianten.Count, ergebnis.Abwandlungen.Count);
            Assert.All(varianten.Zip(ergebnis.Abwandlungen), p => Assert.Equal(p.First, p.Second.Raenge));
            for (var a = 0; a < grund.Length; a++)
            {
                if (grund[a] == 0)
                {
                    Assert.Null(ergebnis.Vorschlaege[a].Stabilitaet);
                    continue;
                }
                var plaetze = varianten.Select(x => x[a]).Where(x => x > 0).Append(grund[a]).ToList();
                Assert.Equal((plaetze.Min(), plaetze.Max()), (ergebnis.Vorschlaege[a].Stabilitaet!.Bester, ergebnis.Vorschlaege[a].Stabilitaet!.Schlechtester));
                for (var b = 0; b < grund.Length; b++)
                    Assert.Equal(varianten.Count(x => x[a] > 0 && x[b] > 0 && grund[b] > 0 && Math.Sign(grund[a] - grund[b]) * Math.Sign(x[a] - x[b]) == -1), ergebnis.Paare.Male(a, b));
            }
        }
    }

    [Fact]
    public void Die_Reihenfolge_der_Boegen_spielt_keine_Rolle()
    {
        for (var startwert = 0; startwert < Zufallsrunden; startwert++)
        {
            var runde = Zufallsrunde.Neu(startwert);
            var gemischt = runde with { Angaben = Gemischt(runde.Angaben, startwert), Befangene = Gemischt(runde.Befangene, startwert), Sitze = Gemischt(runde.Sitze, startwert) };
            Gleich(runde.Auswerten(), gemischt.Auswerten(), genau: true);
        }
    }

    [Fact]
    public void Doppelte_Gewichte_und_halbe_Anteile_aendern_nichts()
    {
        for (var startwert = 0; startwert < Zufallsrunden; startwert++)
        {
            var runde = Zufallsrunde.Neu(startwert);
            Gleich(runde.Auswerten(), (runde with
            {
                Kriterien = [.. runde.Kriterien.Select(k => k with { Gewicht = k.Gewicht * 2 })],
                Baenke = [.. runde.Baenke.Select(b => b with { Anteil = b.Anteil / 2 })],
            }).Auswerten(), genau: false);
        }
    }

    [Fact]
    public void Ein_Vorschlag_den_niemand_bewertet_hat_laesst_sich_weglassen()
    {
        var gefunden = 0;
        for (var startwert = 0; startwert < Zufallsrunden; startwert++)
        {
            var runde = Zufallsrunde.Neu(startwert);
            var ergebnis = runde.Auswerten();
            var leer = ergebnis.NichtBewertet.Select(v => v.Kennung).ToHashSet();
            if (leer.Count == 0 || leer.Count == runde.Vorschlaege.Count) continue;
            gefunden++;
            var ohne = runde with
            {
                Vorschlaege = [.. runde.Vorschlaege.Where(v => !leer.Contains(v))],
                Angaben = [.. runde.Angaben.Where(a => !leer.Contains(a.Vorschlag))],
                Befangene = [.. runde.Befangene.Where(a => !leer.Contains(a.Vorschlag))],
            };
            Gleich(ergebnis, ohne.Auswerten(), genau: true);
        }
        Assert.True(gefunden > 20);
    }

    [Fact]
    public void Wie_viele_einer_Bank_bewerten_aendert_am_ausgewogenen_Ergebnis_nichts()
    {
        for (var startwert = 0; startwert < Zufallsrunden; startwert++)
        {
            var runde = Zufallsrunde.Neu(startwert);
            // Jeder Sitz bekommt vier Zwillinge, die genauso bewerten – aber nur in der ersten Bank.
            var erste = runde.Baenke[0].Schluessel;
            var zwillinge = runde.Sitze.Where(s => s.Bank == erste).SelectMany(s => Enumerable.Range(1, 4).Select(i => (Von: s.Kennung, Sitz: new Wertungssitz($"{s.Kennung}-{i}", erste)))).ToList();
            var mehr = runde with
            {
                Sitze = [.. runde.Sitze, .. zwillinge.Select(z => z.Sitz)],
                Angaben = [.. runde.Angaben, .. from z in zwillinge from a in runde.Angaben where a.Sitz == z.Von select a with { Sitz = z.Sitz.Kennung }],
                Befangene = [.. runde.Befangene, .. from z in zwillinge from b in runde.Befangene where b.Sitz == z.Von select b with { Sitz = z.Sitz.Kennung }],
            };
            var (vorher, nachher) = (runde.Auswerten(), mehr.Auswerten());
            Assert.Equal(vorher.Vorschlaege.Select(v => v.Ausgewogen), nachher.Vorschlaege.Select(v => v.Ausgewogen));
            Assert.Equal(vorher.Vorschlaege.Select(v => v.Stabilitaet), nachher.Vorschlaege.Select(v => v.Stabilitaet));
        }
    }

    [Fact]
    public void Eine_stumme_Bank_gibt_ihren_Anteil_an_die_anderen_und_wird_genannt()
    {
        Zufallsrunde Runde(params (string Sitz, int Punkte)[] blaetter) => new([new("a", "A", 50), new("b", "B", 30), new("c", "C", 20)], [new("k", "K", 1)],
            [new("a1", "a"), new("b1", "b"), new("c1", "c")], ["x"], [.. blaetter.Select(b => ("x", b.Sitz, "k", (int?)b.Punkte))], []);

        Assert.Equal(0.5m * 4 + 0.3m * 2 + 0.2m * 0, Runde(("a1", 4), ("b1", 2), ("c1", 0)).Auswerten().Vorschlaege[0].Ausgewogen);
        var ohneC = Runde(("a1", 4), ("b1", 2)).Auswerten();
        Assert.Equal(3.25m, ohneC.Vorschlaege[0].Ausgewogen); // 62,5 % · 4 + 37,5 % · 2
        Assert.Equal(["C"], ohneC.StummeBaenke.Select(b => b.Name));
        Assert.Equal(2m, Runde(("b1", 2)).Auswerten().Vorschlaege[0].Ausgewogen);
    }

    [Fact]
    public void Gleiche_Ergebnisse_teilen_sich_den_Platz_auch_wenn_sie_verschieden_zustande_kommen()
    {
        // Drittel und Siebtel: 1/3 lässt sich nicht genau schreiben, die Summe muss trotzdem gleich sein.
        var sitze = Enumerable.Range(1, 3).Select(i => new Wertungssitz($"a{i}", "a")).Concat(Enumerable.Range(1, 7).Select(i => new Wertungssitz($"b{i}", "b"))).ToList();
        var angaben = new List<(string, string, string, int?)>();
        for (var i = 1; i <= 3; i++) angaben.AddRange([("x", $"a{i}", "k", i == 1 ? 1 : 0), ("x", $"a{i}", "l", 0), ("y", $"a{i}", "k", 0), ("y", $"a{i}", "l", i == 2 ? 1 : 0)]);
        for (var i = 1; i <= 7; i++) angaben.AddRange([("x", $"b{i}", "k", i == 3 ? 2 : 0), ("x", $"b{i}", "l", 0), ("y", $"b{i}", "k", 0), ("y", $"b{i}", "l", i > 5 ? 1 : 0)]);
        angaben.AddRange([("z", "a1", "k", 0), ("z", "b1", "k", 0)]);
        var runde = new Zufallsrunde([new("a", "A", 33.33m), new("b", "B", 66.67m)], [new("k", "K", 7), new("l", "L", 7)], sitze, ["x", "y", "z"], angaben, []);

        Assert.Equal([1, 1, 3], runde.Auswerten().Vorschlaege.Select(v => v.Rang!.Value));
    }

    [Fact]
    public void Krippendorffs_Alpha_ergibt_den_veroeffentlichten_Wert()
    {
        // Krippendorff (2011), Abschnitt C: vier Beobachter, zwölf Einheiten, fehlende Werte; Intervallmaß: 0,849. Die Werte 1 bis 5 hier als 0 bis 4.
        string[] beobachter = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."];
        var angaben = beobachter.SelectMany((zeile, s) => zeile.Split(' ').Select((x, v) => (Vorschlag: $"{v}", Sitz: $"{s}", x))).Where(a => a.x != ".")
            .Select(a => (a.Vorschlag, a.Sitz, "k", (int?)(a.x[0] - '1'))).ToList();
        var runde = new Zufallsrunde([new("a", "A", 100)], [new("k", "K", 3)], [.. Enumerable.Range(0, 4).Select(s => new Wertungssitz($"{s}", "a"))], [.. Enumerable.Range(0, 12).Select(v => $"{v}")], angaben, []);

        var ergebnis = runde.Auswerten();
        Assert.Equal(0.849m, Math.Round(ergebnis.UebereinstimmungJeKriterium[0]!.Value, 3));
        Assert.Equal(ergebnis.UebereinstimmungJeKriterium[0]!.Value, ergebnis.Uebereinstimmung!.Value, 8);
    }

    [Fact]
    public void Sind_sich_alle_ueberall_einig_oder_gibt_es_nur_eine_Stimme_fehlt_das_Mass()
    {
        var einig = new Zufallsrunde([new("a", "A", 100)], [new("k", "K", 1)], [new("1", "a"), new("2", "a")], ["x", "y"],
            [("x", "1", "k", 3), ("x", "2", "k", 3), ("y", "1", "k", 3), ("y", "2", "k", 3)], []);
        Assert.Null(einig.Auswerten().Uebereinstimmung);
        Assert.Null((einig with { Angaben = [.. einig.Angaben.Where(a => a.Sitz == "1")] }).Auswerten().Uebereinstimmung);
        Assert.Equal(1m, (einig with { Angaben = [.. einig.Angaben.Select(a => a.Vorschlag == "x" ? a with { Punkte = 1 } : a)] }).Auswerten().Uebereinstimmung);
    }

    [Fact]
    public void Die_groessten_Streuungen_kommen_ohne_willkuerlichen_Schnitt()
    {
        (string, string, string, int?)[] Blatt(string vorschlag, int eins, int zwei) => [(vorschlag, "1", "k", eins), (vorschlag, "2", "k", zwei)];
        var runde = new Zufallsrunde([new("a", "A", 100)], [new("k", "K", 1)], [new("1", "a"), new("2", "a")], ["einig", "weit", "mittel1", "mittel2", "mittel3"],
            [.. Blatt("einig", 2, 2), .. Blatt("weit", 0, 4), .. Blatt("mittel1", 1, 3), .. Blatt("mittel2", 2, 4), .. Blatt("mittel3", 0, 2)], []);
        var ergebnis = runde.Auswerten();

        Assert.Equal(["weit"], ergebnis.GroessteStreuungen(3).Select(v => v.Kennung));
        Assert.Equal(4, ergebnis.GroessteStreuungen(4).Count);
        Assert.Equal((2m, 1m, 0m), (ergebnis.Vorschlaege[1].Streuung, ergebnis.Vorschlaege[2].Streuung, ergebnis.Vorschlaege[0].Streuung));
    }

    [Fact]
    public void Was_sich_nicht_auswerten_laesst_sagt_warum()
    {
        static string Fehler(Func<object> tat) => Assert.Throws<RegelVerletzt>(tat).Message;
        Wertungsbank[] baenke = [new("a", "A", 100)];
        Assert.Equal("Ohne Bank lässt sich nichts auswerten.", Fehler(() => new Auswertungsgrundlage([], [new("k", "K", 1)], [], [])));
        Assert.Equal("Die Gewichte der Kriterien ergeben zusammen null; so lässt sich nichts auswerten.", Fehler(() => new Auswertungsgrundlage(baenke, [new("k", "K", 0)], [], [])));
        Assert.Equal("Ein Sitz gehört zu keiner Bank der Runde.", Fehler(() => new Auswertungsgrundlage(baenke, [new("k", "K", 1)], [new("1", "b")], [])));
        var grundlage = new Auswertungsgrundlage(baenke, [new("k", "K", 1)], [new("1", "a")], ["x"]);
        Assert.Equal("Punkte liegen zwischen 0 und 4.", Assert.Throws<RegelVerletzt>(() => grundlage.Bewerten("x", "1", "k", 5)).Message);
        Assert.Null(Rundenauswertung.Auswerten(grundlage).Vorschlaege[0].Rang);
    }

    [Fact]
    public void Eine_sehr_grosse_Runde_wird_ganz_gezaehlt()
    {
        var wuerfel = new Random(7);
        var grundlage = new Auswertungsgrundlage([.. Enumerable.Range(0, 4).Select(b => new Wertungsbank($"b{b}", $"B{b}", 25))], [.. Enumerable.Range(0, 6).Select(k => new Wertungskriterium($"k{k}", $"K{k}", 10 + k))],
            [.. Enumerable.Range(0, 200).Select(s => new Wertungssitz($"s{s}", $"b{s % 4}"))], [.. Enumerable.Range(0, 1000).Select(v => $"v{v}")]);
        foreach (var v in grundlage.Vorschlaege)
            foreach (var s in grundlage.Sitze)
                foreach (var k in grundlage.Kriterien)
                    grundlage.Bewerten(v, s.Kennung, k.Schluessel, wuerfel.Next(5));

        var start = Stopwatch.GetTimestamp();
        var vorher = GC.GetAllocatedBytesForCurrentThread();
        var ergebnis = Rundenauswertung.Auswerten(grundlage);
        Console.WriteLine($"1,2 Millionen Angaben: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms, {(GC.GetAllocatedBytesForCurrentThread() - vorher) / 1048576.0:0.0} MB");

        Assert.Equal(1_200_000, ergebnis.Vorschlaege.Sum(v => v.Kriterien.Sum(k => k.Alle.N)));
        Assert.Equal(16, ergebnis.Abwandlungen.Count);
        Assert.Equal(1000, ergebnis.Rangliste.Count);
        Assert.Equal(Enumerable.Range(1, 999).Count(b => ergebnis.Paare.Male(0, b) > 0), ergebnis.Vorschlaege[0].Stabilitaet!.Tauschpartner);
        Assert.True(ergebnis.Paare.Male(998, 999) >= 0);
    }

    private static IReadOnlyList<T> Gemischt<T>(IReadOnlyList<T> liste, int startwert)
    {
        T[] neu = [.. liste];
        new Random(startwert).Shuffle(neu);
        return neu;
    }

    private static void Gleich(Auswertungsergebnis eines, Auswertungsergebnis anderes, bool genau)
    {
        var (x, y) = (eines.Vorschlaege.Where(v => v.IstBewertet).ToList(), anderes.Vorschlaege.Where(v => v.IstBewertet).ToList());
        Assert.Equal(x.Select(v => (v.Kennung, v.Rang, v.RohRang, v.Stabilitaet, v.Bewertet)), y.Select(v => (v.Kennung, v.Rang, v.RohRang, v.Stabilitaet, v.Bewertet)));
        Assert.All(x.Zip(y), p => Assert.Equal(p.First.Kriterien.Select(k => k.Alle), p.Second.Kriterien.Select(k => k.Alle)));
        if (genau) Assert.Equal(x.Select(v => (v.Ausgewogen, v.Roh, v.Streuung, v.Bankabstand)), y.Select(v => (v.Ausgewogen, v.Roh, v.Streuung, v.Bankabstand)));
        else Assert.All(x.Zip(y), p => Assert.Equal(p.First.Ausgewogen!.Value, p.Second.Ausgewogen!.Value, 13));
        Assert.Equal(eines.Uebereinstimmung ?? -9, anderes.Uebereinstimmung ?? -9, 8);
    }

    private static bool Vergleich(double? a, double? b) => a is null == b is null && Math.Abs((a ?? 0) - (b ?? 0)) < 1e-12;

    // Das Nachrechnen: genaue Brüche, ohne Rücksicht auf Zeit.

    private static int[] Raenge(Zufallsrunde runde, decimal[] gewichte, decimal[] anteile)
    {
        var werte = runde.Vorschlaege.Select(v => Ausgewogen(runde, v, gewichte, anteile)).ToList();
        return [.. werte.Select(w => w is null ? 0 : 1 + werte.Count(x => x is not null && x.Value.VergleichMit(w.Value) > 0))];
    }

    private static Genau? Ausgewogen(Zufallsrunde runde, string vorschlag, IEnumerable<decimal> gewichte, IEnumerable<decimal> anteile)
    {
        var (summe, teiler) = (Genau.Null, Genau.Null);
        foreach (var (k, gewicht) in runde.Kriterien.Zip(gewichte))
        {
            var (baenke, anteil) = (Genau.Null, Genau.Null);
            foreach (var (bank, a) in runde.Baenke.Zip(anteile))
            {
                var punkte = runde.Punkte(vorschlag, k.Schluessel, bank.Schluessel).ToList();
                if (punkte.Count == 0 || a == 0) continue;
                baenke = baenke.Plus(Genau.Von(a).Mal(new(punkte.Sum(), punkte.Count)));
                anteil = anteil.Plus(Genau.Von(a));
            }
            if (anteil.IstNull || gewicht == 0) continue;
            summe = summe.Plus(Genau.Von(gewicht).Mal(baenke.Durch(anteil)));
            teiler = teiler.Plus(Genau.Von(gewicht));
        }
        return teiler.IstNull ? null : summe.Durch(teiler);
    }

    private readonly record struct Genau(BigInteger Zaehler, BigInteger Nenner)
    {
        public static Genau Null => new(0, 1);
        public bool IstNull => Zaehler.IsZero;
        public static Genau Von(decimal wert) => new((BigInteger)(wert * 10_000), 10_000);
        public Genau Plus(Genau b) => Gekuerzt(Zaehler * b.Nenner + b.Zaehler * Nenner, Nenner * b.Nenner);
        public Genau Mal(Genau b) => Gekuerzt(Zaehler * b.Zaehler, Nenner * b.Nenner);
        public Genau Durch(Genau b) => Gekuerzt(Zaehler * b.Nenner, Nenner * b.Zaehler);
        public int VergleichMit(Genau b) => (Zaehler * b.Nenner).CompareTo(b.Zaehler * Nenner);
        public double AlsZahl() => (double)((decimal)(Zaehler * 1_000_000_000_000_000_000 / Nenner) / 1_000_000_000_000_000_000m);

        private static Genau Gekuerzt(BigInteger z, BigInteger n)
        {
            var t = BigInteger.GreatestCommonDivisor(z, n);
            return t.IsZero ? Null : new(z / t, n / t);
        }
    }
}
