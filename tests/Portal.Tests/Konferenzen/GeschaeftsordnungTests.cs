using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Zugang;

namespace Portal.Tests.Konferenzen;

public class GeschaeftsordnungTests
{
    private static readonly DateTime s_jetzt = new(2026, 5, 4, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly s_heute = new(2026, 5, 4);
    private static readonly Akteur s_fuehrung = new(1, "Katrin Sommer", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());
    private static readonly Akteur s_mitglied = new(2, "Friederike Thomsen", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>());

    private static Geschaeftsordnung Entwurf() => new(1, null, s_fuehrung, s_jetzt);

    private static Geschaeftsordnung InKraft(DateOnly? ab = null)
    {
        var ordnung = Entwurf();
        ordnung.FraktionenErfassen([new("A", 5), new("B", 3)], s_fuehrung);
        ordnung.SitzeVerteilen(Sitzverfahren.DHondt, [], "", s_fuehrung, s_jetzt);
        ordnung.InKraftSetzen(ab ?? s_heute, "Beschluss", null, s_fuehrung, s_jetzt);
        return ordnung;
    }

    private static Bank Bank(string name, int sitze, decimal anteil, bool fraktionen = false) => new(Kennungen.AusName(name), name, sitze, anteil, fraktionen);

    public static TheoryData<string, string> FalscheBaenke => new()
    {
        { "", "Die Konferenz braucht mindestens eine Bank." },
        { "A 0 100", "Die Bank „A“ hat keinen Sitz. Geben Sie ihr mindestens einen, oder entfernen Sie die Bank." },
        { "A 1 50;B 1 45", "Die Anteile der Bänke ergeben zusammen 95 %, nicht 100 %." },
        { "A 1 33,33;B 1 33,33;C 1 33,33", "Die Anteile der Bänke ergeben zusammen 99,99 %, nicht 100 %." },
        { "A 1 50;a 1 50", "Zwei Bänke heißen gleich. Geben Sie ihnen verschiedene Namen." },
        { "A 1 100;B 1 0", "Jede Bank braucht einen Anteil am Ergebnis, der größer als 0 % ist." },
        { "A 1 99,995;B 1 0,005", "Anteile haben höchstens zwei Stellen nach dem Komma." },
        { "A 301 100", "Die Konferenz kann höchstens 300 Sitze haben." },
        { "A! 1 50;B! 1 50", "Nur eine Bank kann nach Fraktionen besetzt werden." },
    };

    [Theory, MemberData(nameof(FalscheBaenke))]
    public void Sagt_was_an_den_Baenken_nicht_stimmt(string baenke, string satz)
    {
        var ordnung = Entwurf();
        var vorher = ordnung.Inhalt;

        var fehler = Assert.Throws<RegelVerletzt>(() => ordnung.BaenkeFestlegen(
            [.. baenke.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(b => b.Split(' ')).Select(b =>
                Bank(b[0].TrimEnd('!'), int.Parse(b[1], Ortszeit.Deutsch), decimal.Parse(b[2], Ortszeit.Deutsch), b[0].EndsWith('!')))], s_fuehrung));

        Assert.Equal(satz, fehler.Message);
        Assert.Same(vorher, ordnung.Inhalt);
    }

    [Fact]
    public void Drei_Baenke_teilen_sich_hundert_Prozent_auf_zwei_Stellen() =>
        Assert.True(Geschaeftsordnungsregeln.BaenkeStimmen([Bank("A", 1, 33.33m), Bank("B", 1, 33.33m), Bank("C", 1, 33.34m)]).Erlaubt);

    [Theory]
    [InlineData(0, 0, "Die Gewichte der Kriterien ergeben zusammen null; so lässt sich nichts auswerten. Geben Sie mindestens einem Kriterium ein Gewicht.")]
    [InlineData(-1, 2, "Ein Gewicht kann nicht unter null liegen.")]
    [InlineData(1001, 2, "Ein Gewicht ist höchstens 1.000 und hat höchstens zwei Stellen nach dem Komma.")]
    public void Sagt_was_an_den_Gewichten_nicht_stimmt(int eines, int anderes, string satz)
    {
        string[] anker = ["a", "b", "c", "d", "e"];
        var ordnung = Entwurf();
        var fehler = Assert.Throws<RegelVerletzt>(() => ordnung.KriterienFestlegen([new("x", "X", "", eines, anker), new("y", "Y", "", anderes, anker)], s_fuehrung));
        Assert.Equal(satz, fehler.Message);
        Assert.Equal(5, ordnung.Inhalt.Kriterien.Count);
    }

    [Fact]
    public void Jede_Punktzahl_braucht_ihren_Ankertext() =>
        Assert.Equal("Beim Kriterium „X“ fehlt der Text, der sagt, was 3 Punkte bedeuten.",
            Geschaeftsordnungsregeln.KriterienStimmen([new("x", "X", "", 1, ["a", "b", "c", " ", "e"])]).Einwand);

    [Theory]
    [InlineData(-1, "Der Tag liegt in der Vergangenheit. Eine Geschäftsordnung tritt frühestens heute in Kraft, damit kein Ergebnis nachträglich anders zu lesen ist.")]
    [InlineData(800, "Der Tag liegt mehr als zwei Jahre in der Zukunft.")]
    public void Tritt_weder_rueckwirkend_noch_in_ferner_Zukunft_in_Kraft(int tage, string satz) =>
        Assert.Equal(satz, Assert.Throws<RegelVerletzt>(() => InKraft(s_heute.AddDays(tage))).Message);

    [Fact]
    public void Unvollstaendig_tritt_sie_nicht_in_Kraft()
    {
        var ordnung = Entwurf();
        var fehler = Assert.Throws<RegelVerletzt>(() => ordnung.InKraftSetzen(s_heute, "Beschluss", null, s_fuehrung, s_jetzt));
        Assert.Equal("Die Sitze der Bank „Politik“ sind noch nicht auf die Fraktionen verteilt.", fehler.Message);
        Assert.True(ordnung.IstEntwurf);
    }

    [Fact]
    public void Was_in_Kraft_ist_oder_war_wird_nicht_mehr_geaendert()
    {
        const string satz = "Diese Fassung ist oder war in Kraft und wird nicht mehr geändert. Legen Sie für eine Änderung einen neuen Entwurf an.";
        var ordnung = InKraft(s_heute.AddDays(30));

        Assert.Equal(satz, Assert.Throws<RegelVerletzt>(() => ordnung.BaenkeFestlegen([Bank("A", 1, 100)], s_fuehrung)).Message);
        Assert.Equal(satz, Assert.Throws<RegelVerletzt>(() => ordnung.KriterienFestlegen(ordnung.Inhalt.Kriterien, s_fuehrung)).Message);
        Assert.Equal(satz, Assert.Throws<RegelVerletzt>(() => ordnung.VerfahrenRegeln(ordnung.Inhalt, s_fuehrung)).Message);
        Assert.Equal(satz, Assert.Throws<RegelVerletzt>(() => ordnung.SitzeVerteilen(Sitzverfahren.DHondt, [], "", s_fuehrung, s_jetzt)).Message);
        Assert.Equal(satz, Assert.Throws<RegelVerletzt>(() => ordnung.Verwerfen(s_fuehrung, s_jetzt)).Message);
    }

    [Fact]
    public void Ein_Entwurf_in_dem_gelost_wurde_laesst_sich_nicht_verwerfen_damit_niemand_noch_einmal_lost()
    {
        var ordnung = Entwurf();
        ordnung.BaenkeFestlegen([new("politik", "Politik", 1, 100, true)], s_fuehrung);
        ordnung.FraktionenErfassen([new("A", 10), new("B", 10)], s_fuehrung);
        Assert.True(Geschaeftsordnungsregeln.DarfVerwerfen(ordnung, s_fuehrung).Erlaubt);

        ordnung.SitzeVerteilen(Sitzverfahren.DHondt, [], "", s_fuehrung, s_jetzt);
        Assert.StartsWith("In diesem Entwurf ist ein Los gezogen.", Assert.Throws<RegelVerletzt>(() => ordnung.Verwerfen(s_fuehrung, s_jetzt)).Message, StringComparison.Ordinal);

        // Das mitgebrachte Los einer früheren Fassung hält einen Entwurf nicht fest.
        var naechste = new Geschaeftsordnung(2, ordnung, s_fuehrung, s_jetzt.AddDays(1));
        Assert.True(Geschaeftsordnungsregeln.DarfVerwerfen(naechste, s_fuehrung).Erlaubt);
    }

    [Fact]
    public void Nur_die_Geschaeftsfuehrung_schreibt() =>
        Assert.Equal("Die Geschäftsordnung bearbeitet die Geschäftsführung.", Assert.Throws<RegelVerletzt>(() => Entwurf().BaenkeFestlegen([Bank("A", 1, 100)], s_mitglied)).Message);

    [Fact]
    public void Die_neue_Fassung_loest_die_alte_am_Tag_davor_ab()
    {
        var alte = InKraft();
        var neue = new Geschaeftsordnung(2, alte, s_fuehrung, s_jetzt);
        Assert.Equal("Fassung 1 gilt ab dem 4. Mai 2026. Die neue Fassung muss an einem späteren Tag in Kraft treten.",
            Assert.Throws<RegelVerletzt>(() => neue.InKraftSetzen(s_heute, "Beschluss", alte, s_fuehrung, s_jetzt)).Message);

        neue.InKraftSetzen(s_heute.AddDays(10), "Beschluss", alte, s_fuehrung, s_jetzt);

        Assert.Equal(s_heute.AddDays(9), alte.GiltBis);
        Assert.Equal((Geltung.InKraft, Geltung.Kuenftig), (alte.GeltungAm(s_heute.AddDays(9)), neue.GeltungAm(s_heute.AddDays(9))));
        Assert.Equal((Geltung.AusserKraft, Geltung.InKraft), (alte.GeltungAm(s_heute.AddDays(10)), neue.GeltungAm(s_heute.AddDays(10))));
    }

    [Theory]
    [InlineData(Quorum.MehrAlsDieHaelfte, 18, 0, 10)]
    [InlineData(Quorum.MehrAlsDieHaelfte, 18, 1, 9)]
    [InlineData(Quorum.MehrAlsDieHaelfte, 17, 0, 9)]
    [InlineData(Quorum.MindestensEinDrittel, 18, 0, 6)]
    [InlineData(Quorum.MindestensEinDrittel, 17, 0, 6)]
    [InlineData(Quorum.MindestensZweiDrittel, 18, 0, 12)]
    [InlineData(Quorum.MindestensZweiDrittel, 17, 0, 12)]
    [InlineData(Quorum.MindestensZweiDrittel, 17, 2, 10)]
    public void Beschlussfaehig_ist_wer_genug_Sitze_hat_und_Befangene_mindern_die_Zahl(Quorum quorum, int sitze, int befangene, int mindestens)
    {
        var inhalt = new Geschaeftsordnungsinhalt { Baenke = [Bank("A", sitze, 100)], Quorum = quorum };
        Assert.Equal(mindestens, inhalt.Mindestzahl(befangene));
        Assert.True(inhalt.IstBeschlussfaehig(mindestens, befangene));
        Assert.False(inhalt.IstBeschlussfaehig(mindestens - 1, befangene));
    }

    [Fact]
    public void Bei_Gleichstand_lost_das_Portal_einmal_und_haelt_den_Startwert_fest()
    {
        var ordnung = Entwurf();
        ordnung.BaenkeFestlegen([Bank("Politik", 4, 100, fraktionen: true)], s_fuehrung);
        ordnung.FraktionenErfassen([new("A", 10), new("B", 10), new("C", 10)], s_fuehrung);

        ordnung.SitzeVerteilen(Sitzverfahren.DHondt, [], "", s_fuehrung, s_jetzt);
        var los = Assert.Single(ordnung.Inhalt.Lose);
        Assert.Equal(Losentscheid.Ziehen(los.Startwert, ["A", "B", "C"]), los.Reihenfolge);
        Assert.Equal(2, ordnung.Inhalt.Verteilung!.Sitze.Single(s => s.Fraktion == los.Reihenfolge[0]).Sitze);

        // Auch auf dem Umweg über ein anderes Verfahren oder andere Stärken wird für denselben Fall nicht neu gelost.
        ordnung.FraktionenErfassen([new("A", 30), new("B", 10), new("C", 10)], s_fuehrung);
        Assert.Null(ordnung.Inhalt.Verteilung);
        ordnung.FraktionenErfassen([new("A", 10), new("B", 10), new("C", 10)], s_fuehrung);
        ordnung.SitzeVerteilen(Sitzverfahren.DHondt, ["C"], "Münzwurf", s_fuehrung, s_jetzt);
        Assert.Equal(los, Assert.Single(ordnung.Inhalt.Lose));
    }

    [Fact]
    public void Ein_Los_von_Hand_braucht_die_richtige_Zahl_und_einen_Vermerk()
    {
        var ordnung = Entwurf();
        ordnung.BaenkeFestlegen([Bank("Politik", 4, 100, fraktionen: true)], s_fuehrung);
        ordnung.FraktionenErfassen([new("A", 10), new("B", 10), new("C", 10)], s_fuehrung);
        string Fehler(string[] gezogene, string vermerk) => Assert.Throws<RegelVerletzt>(() => ordnung.SitzeVerteilen(Sitzverfahren.HareNiemeyer, gezogene, vermerk, s_fuehrung, s_jetzt)).Message;

        Assert.Equal("Das Los vergibt einen Sitz. Kreuzen Sie genau eine Fraktion an.", Fehler(["A", "B"], "gelost"));
        Assert.Equal("Das Los entscheidet nur zwischen den Fraktionen mit gleichem Anspruch.", Fehler(["Z"], "gelost"));
        Assert.Equal("Bitte halten Sie fest, wer wann und wie gelost hat.", Fehler(["B"], " "));

        ordnung.SitzeVerteilen(Sitzverfahren.HareNiemeyer, ["B"], "Die Stadtpräsidentin am 4. Mai, Kugeln aus der Urne", s_fuehrung, s_jetzt);
        Assert.Equal([1, 2, 1], ordnung.Inhalt.Verteilung!.Sitze.Select(s => s.Sitze));
        Assert.True(ordnung.Inhalt.Lose[0].VonHand);
    }

    [Fact]
    public void Aendern_sich_die_Sitze_der_Fraktionsbank_muss_neu_verteilt_werden()
    {
        var ordnung = Entwurf();
        ordnung.FraktionenErfassen([new("A", 5), new("B", 3)], s_fuehrung);
        ordnung.SitzeVerteilen(Sitzverfahren.DHondt, [], "", s_fuehrung, s_jetzt);
        var baenke = ordnung.Inhalt.Baenke;

        ordnung.BaenkeFestlegen([.. baenke.Select(b => b with { Name = b.Name + " neu" })], s_fuehrung);
        Assert.NotNull(ordnung.Inhalt.Verteilung);
        ordnung.BaenkeFestlegen([.. baenke.Select(b => b.NachFraktionen ? b with { Sitze = 7 } : b)], s_fuehrung);
        Assert.Null(ordnung.Inhalt.Verteilung);
    }

    [Fact]
    public void Der_Vergleich_nennt_genau_was_anders_ist()
    {
        var alt = InKraft().Inhalt;
        var neu = alt with
        {
            Ladungsfrist = 21,
            Baenke = [.. alt.Baenke.Where(b => b.Schluessel != "fachplanung"), Bank("Jugend", 2, 25)],
        };

        Assert.Empty(Geschaeftsordnungsvergleich.Aenderungen(alt, alt with { }));
        var aenderungen = Geschaeftsordnungsvergleich.Aenderungen(alt, neu);
        Assert.Contains(new("Sitzung und Abstimmung", "Ladungsfrist", "14 Tage", "21 Tage"), aenderungen);
        Assert.Contains(new("Bänke", "Jugend: Sitze", null, "2"), aenderungen);
        Assert.Contains(new("Bänke", "Fachplanung: Sitze", "4", null), aenderungen);
        Assert.Equal(9, aenderungen.Count);
    }

    [Fact]
    public void Die_Vorgabe_stimmt_bis_auf_die_Fraktionen() =>
        Assert.Equal(["Die Sitze der Bank „Politik“ sind noch nicht auf die Fraktionen verteilt."], Geschaeftsordnungsregeln.IstVollstaendig(Geschaeftsordnungsinhalt.Vorgabe).Einwaende);
}
