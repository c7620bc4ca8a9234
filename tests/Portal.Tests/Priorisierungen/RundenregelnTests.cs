using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Priorisierungen;

/// <summary>Was an einer Runde falsch sein kann: je ein Satz, und nichts ist geändert.</summary>
public sealed class RundenregelnTests
{
    private static string Satz(Action tat) => Assert.Throws<RegelVerletzt>(tat).Message;

    [Fact]
    public void Ein_Zeitraum_in_der_Vergangenheit_wird_nicht_gespeichert()
    {
        var bau = new Rundenbau();
        Assert.StartsWith("Der Beginn liegt in der Vergangenheit.", Satz(() => bau.Zugeschnitten(von: Rundenbau.Jetzt.AddDays(-2))), StringComparison.Ordinal);
        Assert.StartsWith("Der Schluss liegt in der Vergangenheit.", Satz(() => bau.Zugeschnitten(bis: Rundenbau.Jetzt.AddHours(-1))), StringComparison.Ordinal);
        Assert.Equal("Der Schluss liegt vor dem Beginn.", Satz(() => bau.Zugeschnitten(von: Rundenbau.Jetzt.AddDays(5), bis: Rundenbau.Jetzt.AddDays(4))));
        Assert.Equal("Der Zeitraum ist länger als ein Jahr.", Satz(() => bau.Zugeschnitten(bis: Rundenbau.Jetzt.AddDays(400))));
        Assert.Null(bau.Runde.Von);
        Assert.Empty(bau.Runde.Vorschlaege);
    }

    [Fact]
    public void Gewichte_die_zusammen_null_ergeben_werden_nicht_gespeichert()
    {
        var bau = new Rundenbau();
        Assert.StartsWith("Die gewählten Kriterien haben zusammen das Gewicht null;", Satz(() => bau.Zugeschnitten(kriterien: ["probe"])), StringComparison.Ordinal);
        Assert.Equal("Es ist kein Kriterium ausgewählt.", Satz(() => bau.Zugeschnitten(kriterien: ["gibt es nicht"])));
        Assert.Empty(bau.Runde.Kriterien);
    }

    [Fact]
    public void Nur_gesichtete_Vorschlaege_und_nie_die_einer_Fachsozialplanung()
    {
        var bau = new Rundenbau();
        Assert.Equal("„Noch nicht“ ist eingereicht. Bewertet werden nur gesichtete Vorschläge.",
            Satz(() => bau.Zugeschnitten(vorschlaege: [Rundenbau.NeuerVorschlag(13, "Noch nicht", Vorschlagszustand.Eingereicht)])));
        Assert.Equal("„Fachplan“ kommt aus einer Fachsozialplanung und wird von der Konferenz nicht bewertet.",
            Satz(() => bau.Zugeschnitten(vorschlaege: [Rundenbau.NeuerVorschlag(14, "Fachplan", weg: Weg.Fachsozialplanung)])));
        Assert.Empty(bau.Runde.Vorschlaege);
    }

    [Fact]
    public void Wer_nach_der_Auswahl_zurueckgegeben_wird_verhindert_die_Eroeffnung()
    {
        var bau = new Rundenbau().Zugeschnitten();
        typeof(Vorschlag).GetProperty(nameof(Vorschlag.Zustand))!.SetValue(bau.Vorschlaege[1], Vorschlagszustand.Zurueckgegeben);
        Assert.Equal("„Zweiter Vorschlag“ ist zurückgegeben. Bewertet werden nur gesichtete Vorschläge.", Satz(() => bau.Eroeffnet()));
        Assert.Null(bau.Runde.EroeffnetAm);
        Assert.Equal(Vorschlagszustand.Gesichtet, bau.Vorschlaege[0].Zustand);
    }

    [Fact]
    public void Eine_Bank_ohne_Sitz_oder_ohne_Menschen_verhindert_die_Eroeffnung()
    {
        var bau = new Rundenbau().Zugeschnitten();
        Assert.Equal("Die Bank „Verwaltung“ hat keinen Sitz. So könnte sie nicht mitbewerten.", Satz(() => bau.Runde.Eroeffnen(bau.Ordnung, [bau.Sitze[0]], [], new Dictionary<int, int>(), Rundenbau.Fuehrung, Rundenbau.Jetzt)));
        bau.Sitze[1].RuhenLassen(bau.Sitze[1].Besetzungen[0], Rundenbau.Heute, null, "Krank", Rundenbau.Fuehrung, Rundenbau.Jetzt);
        Assert.StartsWith("Auf der Bank „Verwaltung“ sitzt niemand, der bewerten kann.", Satz(() => bau.Eroeffnet()), StringComparison.Ordinal);
        Assert.Null(bau.Runde.Grundlage);
    }

    [Fact]
    public void Ohne_Geschaeftsordnung_ohne_Vorschlag_und_ohne_Zeitraum_geht_nichts_auf_und_alles_steht_zugleich_da()
    {
        var bau = new Rundenbau();
        var auskunft = Rundenregeln.DarfEroeffnen(bau.Runde, null, [], [], Rundenbau.Fuehrung, Rundenbau.Jetzt);
        Assert.Equal(["Es fehlt noch, von wann bis wann bewertet wird.", "Es ist noch kein Vorschlag ausgewählt.", "Heute ist keine Geschäftsordnung in Kraft. Ohne sie gibt es weder Sitze noch Kriterien."], auskunft.Einwaende);
    }

    [Fact]
    public void Mit_der_Eroeffnung_steht_alles_fest()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();

        Assert.Equal(["wirkung", "kosten"], bau.Runde.Grundlage!.Kriterien.Select(k => k.Schluessel));
        Assert.Equal(["politik-1", "verwaltung-1"], bau.Boegen.Select(b => b.Sitz));
        Assert.Equal(bau.Inhaberin.Id, bau.Bogen.InhaberId);
        Assert.Equal([bau.Vertreter.Id], bau.Bogen.StellvertretungIds);
        Assert.All(bau.Vorschlaege, v => Assert.Equal(Vorschlagszustand.InPriorisierung, v.Zustand));
        Assert.StartsWith("Die Runde ist eröffnet.", Satz(() => bau.Zugeschnitten()), StringComparison.Ordinal);
    }

    [Fact]
    public void Eine_leere_Runde_schliesst_nicht_vor_der_Zeit()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();
        Assert.StartsWith("Noch ist kein Bogen abgegeben.", Satz(() => bau.Runde.Schliessen("Eilig", 0, Rundenbau.Fuehrung, Rundenbau.Jetzt)), StringComparison.Ordinal);
        Assert.Equal(Rundenzustand.Offen, bau.Runde.ZustandAm(Rundenbau.Jetzt));
    }

    [Fact]
    public void Der_Schluss_kommt_von_selbst_in_dem_Augenblick_in_dem_die_Uhr_ihn_zeigt()
    {
        var bau = new Rundenbau().Zugeschnitten(von: Rundenbau.Jetzt.AddHours(1)).Eroeffnet();
        var bis = bau.Runde.Bis!.Value;

        Assert.Equal(Rundenzustand.Angesetzt, bau.Runde.ZustandAm(Rundenbau.Jetzt));
        Assert.Equal(Rundenzustand.Offen, bau.Runde.ZustandAm(bis.AddTicks(-1)));
        Assert.Equal(Rundenzustand.Geschlossen, bau.Runde.ZustandAm(bis));
        Assert.StartsWith("Die Runde beginnt erst am 16.11.2026, 11:00 Uhr.", Satz(() => bau.Bogen.Bewerten(bau.Runde.Vorschlaege[0], Rundenbau.Antwort("22"), 0, bau.Zustaendig, false, bau.AlsInhaberin, Rundenbau.Jetzt)), StringComparison.Ordinal);
        Assert.EndsWith("Was danach kam, ist nicht gespeichert.", Satz(() => bau.Bogen.Bewerten(bau.Runde.Vorschlaege[0], Rundenbau.Antwort("22"), 0, bau.Zustaendig, false, bau.AlsInhaberin, bis)), StringComparison.Ordinal);
        Assert.Empty(bau.Bogen.Bewertungen);
    }

    [Fact]
    public void Eine_weitere_Runde_folgt_nur_auf_eine_geschlossene_und_nur_so_oft_wie_die_Geschaeftsordnung_erlaubt()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();
        Assert.Equal("Eine weitere Runde ist erst möglich, wenn diese geschlossen ist.", Satz(() => _ = new Priorisierungsrunde("2026-2", "Zweite", bau.Runde, Rundenbau.Fuehrung, Rundenbau.Jetzt)));
        var zweite = new Priorisierungsrunde("2026-2", "Zweite", bau.Runde, Rundenbau.Fuehrung, bau.Runde.Bis!.Value);
        Assert.Equal(2, zweite.Durchgang);
        typeof(Priorisierungsrunde).GetProperty(nameof(Priorisierungsrunde.Durchgang))!.SetValue(bau.Runde, 2);
        Assert.Equal("Die Geschäftsordnung sieht höchstens 2 Bewertungsrunden vor.", Satz(() => _ = new Priorisierungsrunde("2026-3", "Dritte", bau.Runde, Rundenbau.Fuehrung, bau.Runde.Bis!.Value)));
    }
}

/// <summary>Was auf einem Bogen stehen kann, wer ihn ausfüllt und wann er zählt.</summary>
public sealed class BewertungsregelnTests
{
    private static string Satz(Action tat) => Assert.Throws<RegelVerletzt>(tat).Message;

    private static readonly Rundenbau s_offen = new Rundenbau().Zugeschnitten().Eroeffnet();

    private static void Bewerten(Rundenbau bau, int nummer, Bewertungsantwort antwort, int stand = 0) =>
        bau.Bogen.Bewerten(bau.Runde.Vorschlaege[nummer], antwort, stand, bau.Zustaendig, false, bau.AlsInhaberin, Rundenbau.Jetzt);

    [Theory]
    [InlineData("5 ", "Möglich sind 0 bis 4 Punkte oder „Das kann ich nicht beurteilen“.")]
    [InlineData("x2", "Möglich sind 0 bis 4 Punkte oder „Das kann ich nicht beurteilen“.")]
    [InlineData("222", "Die Bewertung passt nicht zu den Kriterien der Runde. Laden Sie die Seite neu.")]
    public void Punkte_ausserhalb_der_Skala_werden_nicht_gespeichert(string punkte, string satz)
    {
        Assert.Equal(satz, Satz(() => Bewerten(s_offen, 0, Rundenbau.Antwort(punkte))));
        Assert.Empty(s_offen.Bogen.Bewertungen);
    }

    [Fact]
    public void Extreme_brauchen_eine_Begruendung_erst_bei_der_Abgabe()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();
        Bewerten(bau, 0, Rundenbau.Antwort("40"));
        Assert.Equal(["„Wirkung“: 4 Punkte brauchen eine Begründung.", "„Kosten“: 0 Punkte brauchen eine Begründung."], Bewertungsregeln.IstVollstaendig(bau.Runde.Grundlage!, bau.Bogen.Bewertungen[0].Antwort).Einwaende);
        Bewerten(bau, 0, Rundenbau.Antwort("40", "Weil es so ist."), 1);
        Assert.True(Bewertungsregeln.IstVollstaendig(bau.Runde.Grundlage!, bau.Bogen.Bewertungen[0].Antwort).Erlaubt);
        Assert.Equal("Bei einem Vorschlag fehlt noch etwas.", Satz(() => bau.Bogen.Abgeben(bau.Runde.Vorschlaege, bau.Zustaendig, false, bau.AlsInhaberin, Rundenbau.Jetzt)));
    }

    [Fact]
    public void Befangen_braucht_einen_Grund_und_hinterlaesst_keine_Punkte()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();
        Assert.Equal("Bitte nennen Sie, warum Sie befangen sind.", Satz(() => Bewerten(bau, 0, Rundenbau.Antwort("22") with { Befangen = true })));
        Bewerten(bau, 0, Rundenbau.Antwort("44", "Grund"));
        Bewerten(bau, 0, Rundenbau.Antwort("44", "Grund") with { Befangen = true, Befangenheitsgrund = "Verwandt" }, 1);
        var bewertung = Assert.Single(bau.Bogen.Bewertungen);
        Assert.Equal(("", "Verwandt", 0), (bewertung.Punkte, bewertung.Befangenheitsgrund, bewertung.Begruendungen.Count));
    }

    [Fact]
    public void Nach_der_Abgabe_laesst_sich_aendern_aber_nur_vollstaendig()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();
        Bewerten(bau, 0, Rundenbau.Antwort("22"));
        Bewerten(bau, 1, Rundenbau.Antwort("-3"));
        bau.Bogen.Abgeben(bau.Runde.Vorschlaege, bau.Zustaendig, false, bau.AlsInhaberin, Rundenbau.Jetzt);

        Assert.Equal("„Kosten“ ist noch nicht bewertet.", Satz(() => Bewerten(bau, 0, Rundenbau.Antwort("2 "), 1)));
        Bewerten(bau, 0, Rundenbau.Antwort("33"), 1);
        Assert.Equal("33", bau.Bogen.Bewertungen[0].Punkte);
        Assert.StartsWith("Der Bogen dieses Sitzes ist schon abgegeben,", Satz(() => bau.Bogen.Abgeben(bau.Runde.Vorschlaege, bau.Zustaendig, false, bau.AlsInhaberin, Rundenbau.Jetzt)), StringComparison.Ordinal);
    }

    [Fact]
    public void Wer_mit_altem_Stand_speichert_ueberschreibt_nichts()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();
        Bewerten(bau, 0, Rundenbau.Antwort("22"));
        Assert.StartsWith("Dieser Bogen wurde inzwischen an anderer Stelle geändert.", Satz(() => Bewerten(bau, 0, Rundenbau.Antwort("11"))), StringComparison.Ordinal);
        Assert.Equal("22", bau.Bogen.Bewertungen[0].Punkte);
    }

    [Fact]
    public void Die_Stellvertretung_handelt_nur_statt_der_Inhaberin_nie_neben_ihr()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();
        Assert.Contains("bewertet zurzeit Inge Inhaberin. Für einen Sitz handelt immer nur eine Person.", Satz(() => bau.Bogen.Bewerten(bau.Runde.Vorschlaege[0], Rundenbau.Antwort("22"), 0, bau.Zustaendig, false, bau.AlsVertreter, Rundenbau.Jetzt)), StringComparison.Ordinal);
        Assert.Equal("Einen Sitz übergibt, wer für ihn handelt; die Geschäftsführung vermerkt, wenn jemand verhindert ist.",
            Satz(() => bau.Bogen.Uebergeben(bau.Vertreter, [bau.Vertreter.Id], "", bau.Zustaendig, bau.AlsVertreter, Rundenbau.Jetzt)));
        Assert.Equal("Bitte nennen Sie, warum die Inhaberin oder der Inhaber verhindert ist.", Satz(() => bau.Bogen.Uebergeben(bau.Vertreter, [bau.Vertreter.Id], " ", bau.Zustaendig, Rundenbau.Fuehrung, Rundenbau.Jetzt)));
        bau.Bogen.Uebergeben(bau.Vertreter, [bau.Vertreter.Id], "", bau.Zustaendig, bau.AlsInhaberin, Rundenbau.Jetzt);
        Assert.Equal((bau.Vertreter.Id, Rundenbau.Jetzt), (bau.Bogen.VertretungDurchId, bau.Bogen.VertretungSeit));
        bau.Bogen.Zuruecknehmen(bau.Inhaberin.Id, bau.AlsInhaberin, Rundenbau.Jetzt);
        Assert.Null(bau.Bogen.VertretungDurchId);
    }

    [Fact]
    public void Ein_Papierbogen_braucht_zwei_Menschen_und_zaehlt_einmal()
    {
        var bau = new Rundenbau().Zugeschnitten().Eroeffnet();
        var antworten = bau.Runde.Vorschlaege.ToDictionary(v => v.Id, _ => Rundenbau.Antwort("23"));
        Assert.StartsWith("Vorschlag 1, „Erster Vorschlag“: „Wirkung“ ist noch nicht bewertet.", Satz(() => _ = new Papierbogen(bau.Bogen, new Dictionary<int, Bewertungsantwort>(), bau.Runde.Vorschlaege, false, Rundenbau.Fuehrung, Rundenbau.Jetzt)), StringComparison.Ordinal);
        var papier = new Papierbogen(bau.Bogen, antworten, bau.Runde.Vorschlaege, false, Rundenbau.Fuehrung, Rundenbau.Jetzt);
        Assert.StartsWith("Sie haben diesen Papierbogen eingetragen.", Satz(() => bau.Bogen.PapierUebernehmen(papier, bau.Runde.Vorschlaege, Rundenbau.Fuehrung, Rundenbau.Jetzt)), StringComparison.Ordinal);
        Assert.StartsWith("Für diesen Sitz ist ein Papierbogen eingetragen.", Satz(() => bau.Bogen.Bewerten(bau.Runde.Vorschlaege[0], Rundenbau.Antwort("22"), 0, bau.Zustaendig, true, bau.AlsInhaberin, Rundenbau.Jetzt)), StringComparison.Ordinal);
        var zweite = new Akteur(77, "Zweite", [Rolle.Administration], new Dictionary<int, Mitgliedsrolle>());
        bau.Bogen.PapierUebernehmen(papier, bau.Runde.Vorschlaege, zweite, Rundenbau.Jetzt);
        Assert.Equal((Bogenweg.Papier, 2), (bau.Bogen.Weg, bau.Bogen.Bewertungen.Count));
        Assert.StartsWith("Der Bogen dieses Sitzes ist schon abgegeben.", Satz(() => _ = new Papierbogen(bau.Bogen, antworten, bau.Runde.Vorschlaege, false, Rundenbau.Fuehrung, Rundenbau.Jetzt)), StringComparison.Ordinal);
    }
}
