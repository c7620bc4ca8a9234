using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Sondervoten;
using Portal.Tests.Priorisierungen;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;
using static Portal.Tests.Priorisierungen.Abstimmungsaufbau;

namespace Portal.Tests.Sondervoten;

/// <summary>
/// Führt Regelwerk/Sondervotum.md aus, dazu, was an einer Abstimmung stimmen muss. In der kleinen Konferenz stimmen Sitz 1 und 2 mit Ja,
/// Sitz 3 und 4 mit Nein, Sitz 5 enthält sich, Sitz 6 ist befangen; angenommen ist der Antrag, weil Sitz 7 auch Ja sagt.
/// </summary>
public sealed class SondervotumsregelwerkTests
{
    private static readonly (string Name, Akteur Wer)[] s_rollen =
    [
        .. Rollen.Alle.Where(r => r.Name is "Öffentlichkeit" or "Mitglied" or "Administration" or "Geschäftsführung"),
        ("wer es geschrieben hat", Inhaber(3)),
        ("überstimmter Sitz", Inhaber(4)),
        ("enthaltener Sitz", Inhaber(5)),
        ("Sitz der Mehrheit", Inhaber(1)),
        ("befangener Sitz", Inhaber(6)),
        ("Stellvertretung, die nicht handelte", Vertretung(4)),
    ];

    private static readonly Dictionary<string, Func<Sondervotum, Akteur, Auskunft>> s_taten = new()
    {
        ["Ein eigenes abgeben"] = (s, wer) => Sondervotumsregeln.DarfVerfassen(s.Abstimmung, null, s.MitzeichnungVon(wer) is not null, wer, Am(s)),
        ["Mitzeichnen"] = (s, wer) => Sondervotumsregeln.DarfMitzeichnen(s, false, wer, Am(s)),
        ["Den Text ändern"] = (s, wer) => Sondervotumsregeln.DarfAendern(s, wer, Am(s)),
        ["Den Namen zurücknehmen"] = (s, wer) => Sondervotumsregeln.DarfZuruecknehmen(s, wer, Am(s)),
    };

    [Fact]
    public void Jede_Zelle_der_Tabelle_Sondervotum_gilt() =>
        new Zustandstabelle<Sondervotum, Sondervotumszustand, Akteur>("Sondervotum.md", z => z.Anzeige(), s_rollen, s_taten, Im).Pruefen();

    [Fact]
    public void Vor_der_Schliessung_und_ohne_Beschlussfaehigkeit_gibt_es_kein_Sondervotum()
    {
        var (offen, _) = Offen(2, 2);
        Assert.Equal("Ein Sondervotum ist möglich, sobald die Abstimmung geschlossen ist.", Sondervotumsregeln.DarfVerfassen(offen, null, false, Inhaber(1), Jetzt).Einwand);
        offen.Schliessen(null, Rollen.Geschaeftsfuehrung, Jetzt);
        Assert.StartsWith("Die Konferenz war nicht beschlussfähig.", Sondervotumsregeln.DarfVerfassen(offen, null, false, Inhaber(1), Jetzt).Einwand, StringComparison.Ordinal);
    }

    [Fact]
    public void Nach_geheimer_Abstimmung_kann_jeder_Sitz_sich_erklaeren()
    {
        var (geheim, urne) = Offen(3, 3, Abstimmungsart.Geheim);
        foreach (var i in (int[])[1, 2, 3]) geheim.Abstimmen(i == 3 ? Stimme.Nein : Stimme.Ja, urne, Inhaber(i), Jetzt);
        geheim.Schliessen(urne, Rollen.Geschaeftsfuehrung, Jetzt);
        Assert.All((int[])[1, 2, 3], i => Assert.True(Sondervotumsregeln.DarfVerfassen(geheim, null, false, Inhaber(i), Jetzt).Erlaubt));
    }

    [Fact]
    public void Hat_die_Vertretung_gehandelt_unterschreibt_sie_und_nicht_die_Inhaberin()
    {
        var (abstimmung, _) = Offen(2, 2);
        abstimmung.Uebergeben(abstimmung.Stimmrechte[0], Person(201), "Krank", Inhaber(1), Jetzt);
        abstimmung.Abstimmen(Stimme.Nein, null, Vertretung(1), Jetzt);
        abstimmung.Abstimmen(Stimme.Nein, null, Inhaber(2), Jetzt);
        abstimmung.Schliessen(null, Rollen.Geschaeftsfuehrung, Jetzt);
        Assert.Equal(abstimmung.Stimmrechte[0], Sondervotumsregeln.RechtVon(abstimmung, Vertretung(1)));
        Assert.Null(Sondervotumsregeln.RechtVon(abstimmung, Inhaber(1)));
        Assert.StartsWith("Ein Sondervotum trägt,", Sondervotumsregeln.DarfVerfassen(abstimmung, null, false, Inhaber(1), Jetzt).Einwand, StringComparison.Ordinal);
    }

    [Fact]
    public void Vierzehn_Tage_auf_den_Tag_und_danach_aendert_sich_nichts_mehr()
    {
        var votum = Im(Sondervotumszustand.Offen);
        var letzter = Heute.AddDays(14);
        Assert.Equal(letzter, votum.LetzterTag);
        var ende = Ortszeit.Utc(letzter.AddDays(1), new TimeOnly(0, 0))!.Value;

        Assert.Equal(Sondervotumszustand.Offen, votum.ZustandAm(ende.AddTicks(-1)));
        Assert.Equal(Sondervotumszustand.Fest, votum.ZustandAm(ende));
        Assert.StartsWith("Das Sondervotum steht seit dem", Satz(() => votum.Aendern("Anders", Inhaber(3), ende)), StringComparison.Ordinal);
        Assert.StartsWith("Sondervoten zu dieser Abstimmung waren bis zum", Satz(() => votum.Mitzeichnen(false, Inhaber(4), ende)), StringComparison.Ordinal);
        Assert.StartsWith("Das Sondervotum steht seit dem", Satz(() => votum.Zuruecknehmen(Inhaber(3), ende)), StringComparison.Ordinal);
        Assert.Equal([103], votum.Mitzeichnungen.Select(m => m.PersonId));
    }

    [Fact]
    public void Wer_mitzeichnet_weiss_was_ueber_dem_Namen_steht()
    {
        var votum = Im(Sondervotumszustand.Offen);
        votum.Aendern("Wir sehen es anders, und zwar so.", Inhaber(3), Jetzt);
        votum.Mitzeichnen(false, Inhaber(4), Jetzt);
        Assert.Equal("Ihr Name steht schon unter diesem Sondervotum.", Satz(() => votum.Mitzeichnen(false, Inhaber(4), Jetzt)));
        Assert.StartsWith("Andere haben dieses Sondervotum mitgezeichnet.", Satz(() => votum.Aendern("Noch anders.", Inhaber(3), Jetzt)), StringComparison.Ordinal);

        // Geht, wer es schrieb, bleibt es bei den anderen; geht der letzte Name, ist es zurückgezogen.
        votum.Zuruecknehmen(Inhaber(3), Jetzt);
        Assert.Equal(([104], Sondervotumszustand.Offen), (votum.Mitzeichnungen.Select(m => m.PersonId).ToArray(), votum.ZustandAm(Jetzt)), new Gleich());
        votum.Zuruecknehmen(Inhaber(4), Jetzt);
        Assert.Equal((0, Sondervotumszustand.Zurueckgezogen), (votum.Unterschriften, votum.ZustandAm(Jetzt)));
        Assert.Equal("Das Sondervotum ist zurückgezogen.", Satz(() => votum.Mitzeichnen(false, Inhaber(5), Jetzt)));
    }

    [Theory]
    [InlineData("  ", "Bitte schreiben Sie, was die Minderheit anders sieht und warum.")]
    [InlineData("\u0007", "Der Text enthält unsichtbare Steuerzeichen. Schreiben Sie ihn bitte noch einmal.")]
    public void Ein_Text_muss_da_sein_und_lesbar(string text, string satz) => Assert.Equal(satz, Sondervotumsregeln.TextStimmt(text).Einwand);

    [Fact]
    public void Ein_Text_hat_hoechstens_5000_Zeichen()
    {
        Assert.True(Sondervotumsregeln.TextStimmt(new string('x', 5000)).Erlaubt);
        Assert.Equal("Ein Sondervotum hat höchstens 5.000 Zeichen.", Sondervotumsregeln.TextStimmt(new string('x', 5001)).Einwand);
    }

    [Fact]
    public void Ein_Sitz_steht_zu_einer_Empfehlung_unter_hoechstens_einem_Sondervotum()
    {
        var votum = Im(Sondervotumszustand.Offen);
        Assert.StartsWith("Ihr Sitz steht schon unter einem Sondervotum zu dieser Empfehlung.", Satz(() => votum.Mitzeichnen(true, Inhaber(4), Jetzt)), StringComparison.Ordinal);
        Assert.StartsWith("Ihr Sitz steht schon unter einem Sondervotum zu dieser Empfehlung.", Satz(() => _ = new Sondervotum("2026-2", votum.Abstimmung, null, "Text", true, Inhaber(4), Jetzt)), StringComparison.Ordinal);
    }

    private static string Satz(Action tat) => Assert.Throws<RegelVerletzt>(tat).Message;

    private static DateTime Am(Sondervotum votum) => votum.Kennung == "2026-fest" ? Jetzt.AddDays(20) : Jetzt;

    private static Sondervotum Im(Sondervotumszustand zustand)
    {
        var (abstimmung, _) = Offen(7, 7);
        abstimmung.BefangenMelden(abstimmung.Stimmrechte[5], "Verwandt", Rollen.Geschaeftsfuehrung, Jetzt);
        foreach (var (sitz, stimme) in ((int, Stimme)[])[(1, Stimme.Ja), (2, Stimme.Ja), (3, Stimme.Nein), (4, Stimme.Nein), (5, Stimme.Enthaltung), (7, Stimme.Ja)]) abstimmung.Abstimmen(stimme, null, Inhaber(sitz), Jetzt);
        abstimmung.Schliessen(null, Rollen.Geschaeftsfuehrung, Jetzt);
        Assert.Equal(Ausgang.Angenommen, abstimmung.Ergebnis!.Ausgang);
        var votum = new Sondervotum(zustand == Sondervotumszustand.Fest ? "2026-fest" : "2026-1", abstimmung, null, "Wir sehen es anders.", false, Inhaber(3), Jetzt);
        if (zustand == Sondervotumszustand.Zurueckgezogen) votum.Zuruecknehmen(Inhaber(3), Jetzt);
        Assert.Equal(zustand, votum.ZustandAm(Am(votum)));
        return votum;
    }

    private sealed class Gleich : IEqualityComparer<(int[], Sondervotumszustand)>
    {
        public bool Equals((int[], Sondervotumszustand) x, (int[], Sondervotumszustand) y) => x.Item1.SequenceEqual(y.Item1) && x.Item2 == y.Item2;
        public int GetHashCode((int[], Sondervotumszustand) paar) => paar.Item1.Length;
    }
}
