using Portal.Buendelungen.Ueberschneidung;

namespace Portal.Tests.Buendelungen;

/// <summary>Wortstämme, geteilte Wörter und was sich überschneidet.</summary>
public sealed class UeberschneidungTests
{
    // Was PostgreSQL 15 mit seinem Wörterbuch german_stem (Snowball) aus Wörtern der Vorschläge von Musterstadt macht.
    private const string Staemme = """
        abgeben=abgeb alleinleben=alleinleb anerkannte=anerkannt anlaufstelle=anlaufstell ansprüche=anspruch aufnehmen=aufnehm
        aussehen=ausseh bearbeitung=bearbeit beide=beid bereitgestellte=bereitgestellt besprochen=besproch betriebe=betrieb
        binden=bind bänken=bank datenschutzbeauftragter=datenschutzbeauftragt dokumentiertem=dokumentiert einbezogen=einbezog einsetzen=einsetz
        energiesprechstunde=energiesprechstund ergänzen=erganz erschien=erschi essen=ess groß=gross flächen=flach
        fristlose=fristlos fülle=full gehbehinderung=gehbehinder geprüftem=gepruft gesetzliche=gesetz gewünschter=gewunscht
        grundschulung=grundschul handgeschrieben=handgeschrieb helfen=helf hochschule=hochschul höhere=hoh jemandem=jemand
        karte=kart kleine=klein kostenlaufend=kostenlauf kurzfassung=kurzfass legen=leg leseschwierigkeiten=leseschwier
        mappe=mapp miete=miet mittlere=mittl müssen=muss neben=neb nutzbaren=nutzbar
        oster=ost pflegebedürftigen=pflegebedurft pläne=plan prüfung=prufung registrierten=registriert räumungen=raumung
        schade=schad schuldner=schuldn schämen=scham seniorinnen=seniorinn sollen=soll sparkasse=sparkass
        stadtgrün=stadtgrun statistisches=statist städtebauförderung=stadtebauforder teilhabe=teilhab trauen=trau umsetzungsschritte=umsetzungsschritt
        unterrichtsstunden=unterrichtsstund vereine=verein vermieter=vermiet verständliche=verstand vollzogenen=vollzog wahrgenommen=wahrgenomm
        """;

    [Fact]
    public void Staemme_sind_die_des_Verfahrens_Snowball()
    {
        var paare = Staemme.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToList();

        Assert.True(paare.Count > 60);
        Assert.All(paare, p => Assert.Equal(p[1], Wortstamm.Von(p[0])));
    }

    [Theory]
    [InlineData("Anlaufstellen", "anlaufstelle")]
    [InlineData("Straße", "strassen")]
    [InlineData("Häuser", "haus")]
    [InlineData("Verständnissen", "verstaendnis", false)]
    public void Gebeugte_Woerter_haben_denselben_Stamm(string eines, string anderes, bool gleich = true) =>
        Assert.Equal(gleich, Wortstamm.Von(eines) == Wortstamm.Von(anderes));

    [Theory]
    [InlineData("a")]
    [InlineData("s")]
    [InlineData("st")]
    [InlineData("")]
    [InlineData("ig")]
    public void Auch_ein_winziges_Wort_hat_einen_Stamm(string wort) => Assert.Equal(wort, Wortstamm.Von(wort));

    [Theory]
    [InlineData("wohnungsbörse", "wohnung börse")]
    [InlineData("selbsthilfegruppe", "selbsthilfegruppe")]
    [InlineData("wohnungen", "wohnungen")]
    [InlineData("börse", "börse")]
    public void Ein_zusammengesetztes_Wort_wird_geteilt_wenn_seine_Teile_vorkommen(string wort, string teile) =>
        Assert.Equal(teile, string.Join(' ', new Wortschatz(["Wohnungen fehlen. Eine Wohnung kostet viel; die Wohnungsbörse hilft. Die Börse vermittelt. Die Selbsthilfegruppe trifft sich."]).Teile(wort)));

    [Fact]
    public void Was_dasselbe_will_steht_vorn_mit_seinen_Gruenden()
    {
        var funde = Ueberschneidungssuche.Suchen(
        [
            Text(1, "Städtische Börse für barrierefreie Wohnungen. Wer im Rollstuhl sitzt, findet keine Wohnung.", "Menschen mit Rollstuhl", ["Zahl der vermittelten Wohnungen"], "Altstadt"),
            Text(2, "Eine Wohnungsbörse für Menschen im Rollstuhl: barrierefreie Wohnungen vermitteln.", "Menschen, die einen Rollstuhl brauchen", ["Zahl vermittelter Wohnungen"], "Altstadt"),
            Text(3, "Ferienwochen mit Mittagessen für Kinder im Sommer.", "Kinder von sechs bis zwölf Jahren", ["Plätze je Ferienwoche"], "Altstadt"),
            Text(4, "Sitzbänke und Schatten auf Alltagswegen älterer Menschen.", "Ältere Menschen", ["Neue Sitzbänke"], "Moorwiese"),
        ], hoechstens: 5);

        var fund = Assert.Single(funde);
        Assert.Equal((1, 2), (fund.ErsterId, fund.ZweiterId));
        Assert.InRange(fund.Aehnlichkeit, 0.15, 1);
        Assert.Equal(["Zahl der vermittelten Wohnungen"], fund.GemeinsameKennzahlen);
        Assert.Equal(["Altstadt"], fund.GemeinsameSozialraeume);
        Assert.Contains(fund.GemeinsameWoerter, w => w.StartsWith("barrierefrei", StringComparison.Ordinal));
        Assert.Contains(fund.GemeinsameWoerter, w => w.StartsWith("Wohnung", StringComparison.Ordinal));
    }

    [Fact]
    public void Die_Reihenfolge_der_Vorschlaege_aendert_nichts()
    {
        Vergleichstext[] texte = [.. Enumerable.Range(1, 30).Select(i => Text(i, $"Beratung für Familien {(i % 3 == 0 ? "Schulden Miete Wohnung" : "Ferien Kinder Schule")} Stadtteil{(char)('a' + i % 7)}", "Familien", [$"Kennzahl {(char)('a' + i % 5)}xyz"], $"R{i % 4}"))];
        var vorwaerts = Ueberschneidungssuche.Suchen(texte, 10).Select(f => (Math.Min(f.ErsterId, f.ZweiterId), Math.Max(f.ErsterId, f.ZweiterId))).ToList();

        Assert.NotEmpty(vorwaerts);
        Assert.All(Ueberschneidungssuche.Suchen([.. texte.Reverse()], 400), f => Assert.NotEqual(f.ErsterId, f.ZweiterId));
        Assert.Equal(
            Ueberschneidungssuche.Suchen(texte, 400).Select(f => (Math.Min(f.ErsterId, f.ZweiterId), Math.Max(f.ErsterId, f.ZweiterId))).Order(),
            Ueberschneidungssuche.Suchen([.. texte.Reverse()], 400).Select(f => (Math.Min(f.ErsterId, f.ZweiterId), Math.Max(f.ErsterId, f.ZweiterId))).Order());
    }

    [Fact]
    public void Aus_leeren_Texten_wird_kein_Fund() =>
        Assert.Empty(Ueberschneidungssuche.Suchen([Text(1, "", "", [], "Altstadt"), Text(2, "", "", [""], "Altstadt")], 5));

    private static Vergleichstext Text(int id, string text, string zielgruppe, string[] kennzahlen, string raum) => new(id, text, zielgruppe, kennzahlen, new HashSet<string> { raum });
}
