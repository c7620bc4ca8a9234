using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Tests.Fachgruppen;

public class FachgruppenregelnTests
{
    private static readonly DateTime s_jetzt = new(2026, 11, 21, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly s_heute = new(2026, 11, 21);
    private static readonly Akteur s_geschaeftsfuehrung = new(1, "Katrin Sommer", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());
    private static readonly Akteur s_mitglied = new(2, "Jonas Petersen", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Mitglied });
    private static readonly Akteur s_sprecherin = new(3, "Ayşe Demir-Hansen", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Sprecher });

    private static Fachgruppe Gruppe(Fachgruppenzustand zustand = Fachgruppenzustand.Vorgeschlagen, Weg weg = Weg.Fachgruppe)
    {
        var gruppe = new Fachgruppe("Gut älter werden", weg, s_geschaeftsfuehrung, s_jetzt, s_heute.AddDays(-30), "Vorschlag des Beirats");
        foreach (var schritt in Enum.GetValues<Fachgruppenzustand>().Where(z => z > Fachgruppenzustand.Vorgeschlagen && z <= zustand && z != Fachgruppenzustand.Ruhend || z == zustand && z != Fachgruppenzustand.Vorgeschlagen))
            gruppe.Weiterfuehren(schritt, s_geschaeftsfuehrung, s_jetzt, s_heute.AddDays(-20), "beschlossen");
        return gruppe;
    }

    [Theory]
    [InlineData(Fachgruppenzustand.Vorgeschlagen, "Beraten Aufgeloest")]
    [InlineData(Fachgruppenzustand.Beraten, "InGruendung Aufgeloest")]
    [InlineData(Fachgruppenzustand.InGruendung, "Aktiv Aufgeloest")]
    [InlineData(Fachgruppenzustand.Aktiv, "Ruhend Aufgeloest")]
    [InlineData(Fachgruppenzustand.Ruhend, "Aktiv Aufgeloest")]
    [InlineData(Fachgruppenzustand.Aufgeloest, "")]
    public void Der_Lebenslauf_kennt_nur_diese_Schritte(Fachgruppenzustand von, string ziele)
    {
        var gruppe = Gruppe(von);

        var erlaubte = Enum.GetValues<Fachgruppenzustand>().Where(z => Fachgruppenregeln.DarfWeiterfuehren(gruppe, z, s_geschaeftsfuehrung, s_heute, "Grund", s_heute).Erlaubt);

        Assert.Equal(ziele, string.Join(' ', erlaubte));
    }

    [Theory]
    [InlineData(0, "Grund", "")]
    [InlineData(1, "Grund", "Der Tag dieses Schritts liegt in der Zukunft.")]
    [InlineData(-31, "Grund", "Der Tag liegt vor dem vorigen Schritt der Gruppe.")]
    [InlineData(0, "  ", "Bitte nennen Sie den Grund für diesen Schritt.")]
    public void Ein_Schritt_hat_einen_Tag_und_einen_Grund(int tage, string grund, string einwand) =>
        Assert.Equal(einwand, Fachgruppenregeln.DarfWeiterfuehren(Gruppe(), Fachgruppenzustand.Beraten, s_geschaeftsfuehrung, s_heute.AddDays(tage), grund, s_heute).Einwand);

    [Fact]
    public void Nur_die_Geschaeftsfuehrung_fuehrt_den_Lebenslauf()
    {
        var gruppe = Gruppe();

        Assert.Throws<RegelVerletzt>(() => gruppe.Weiterfuehren(Fachgruppenzustand.Beraten, s_sprecherin, s_jetzt, s_heute, "Grund"));
        Assert.Equal(Fachgruppenzustand.Vorgeschlagen, gruppe.Zustand);
    }

    [Theory]
    [InlineData(1, "", "")]
    [InlineData(null, "Digitalisierung", "")]
    [InlineData(null, " ", "Wählen Sie ein Handlungsfeld, oder nennen Sie ein Querschnittsthema.")]
    [InlineData(1, "Digitalisierung", "Eine Gruppe hat ein Handlungsfeld oder ein Querschnittsthema, nicht beides. Leeren Sie eines davon.")]
    public void Eine_Gruppe_hat_genau_ein_Thema(int? handlungsfeld, string querschnitt, string einwand)
    {
        Assert.Equal(einwand, Fachgruppenregeln.ThemaStimmt(handlungsfeld, querschnitt).Einwand);
        var gruppe = Gruppe(Fachgruppenzustand.Aktiv);
        var verletzt = Record.Exception(() => gruppe.AngabenAendern("Gut älter werden", handlungsfeld, querschnitt, "", "", s_sprecherin, s_jetzt));
        Assert.Equal(einwand, verletzt?.Message ?? "");
        if (verletzt is RegelVerletzt regel) Assert.Equal("Handlungsfeld", regel.Feld);
    }

    [Fact]
    public void Ueber_einen_Beitritt_entscheidet_die_Gruppe_die_Geschaeftsfuehrung_nur_solange_sie_keine_Sprecherin_hat()
    {
        var gruppe = Gruppe(Fachgruppenzustand.Aktiv);
        Assert.True(Fachgruppenregeln.DarfUeberBeitrittEntscheiden(gruppe, s_geschaeftsfuehrung).Erlaubt);

        gruppe.Aufnehmen(new Person("Ayşe", "Demir-Hansen", "a@musterstadt.example"), Mitgliedsrolle.Sprecher, 1, s_jetzt);

        Assert.Equal("Über Beitritte entscheidet die Gruppe durch ihre Sprecher:innen; die Geschäftsführung nur, solange die Gruppe keine hat.", Fachgruppenregeln.DarfUeberBeitrittEntscheiden(gruppe, s_geschaeftsfuehrung).Einwand);
        Assert.True(Fachgruppenregeln.DarfUeberBeitrittEntscheiden(gruppe, s_sprecherin).Erlaubt);
        Assert.False(Fachgruppenregeln.DarfUeberBeitrittEntscheiden(gruppe, s_mitglied).Erlaubt);
    }

    [Theory]
    [InlineData(Weg.Fachgruppe, Fachgruppenzustand.Aktiv, true)]
    [InlineData(Weg.Fachgruppe, Fachgruppenzustand.InGruendung, true)]
    [InlineData(Weg.ErgaenzendeArbeitsstruktur, Fachgruppenzustand.Aktiv, true)]
    [InlineData(Weg.Fachsozialplanung, Fachgruppenzustand.Aktiv, false)]
    [InlineData(Weg.Fachgruppe, Fachgruppenzustand.Vorgeschlagen, false)]
    [InlineData(Weg.Fachgruppe, Fachgruppenzustand.Beraten, false)]
    [InlineData(Weg.Fachgruppe, Fachgruppenzustand.Ruhend, false)]
    [InlineData(Weg.Fachgruppe, Fachgruppenzustand.Aufgeloest, false)]
    public void Um_Aufnahme_bittet_man_offene_Gruppen(Weg weg, Fachgruppenzustand zustand, bool erlaubt) =>
        Assert.Equal(erlaubt, Fachgruppenregeln.DarfBeitrittErbitten(Gruppe(zustand, weg)).Erlaubt);

    [Fact]
    public void Die_letzte_Sprecherin_bleibt_bis_eine_Nachfolge_da_ist()
    {
        var gruppe = Gruppe(Fachgruppenzustand.Aktiv);
        var erste = gruppe.Aufnehmen(new Person("Ayşe", "Demir-Hansen", "a@musterstadt.example"), Mitgliedsrolle.Sprecher, 1, s_jetzt);

        Assert.Throws<RegelVerletzt>(() => gruppe.Beenden(erste, s_geschaeftsfuehrung, s_jetzt, "Umzug"));
        Assert.Throws<RegelVerletzt>(() => gruppe.StellungAendern(erste, Mitgliedsrolle.Mitglied, s_geschaeftsfuehrung, s_jetzt));
        Assert.True(erste.IstAktuell);

        gruppe.Aufnehmen(new Person("Jonas", "Petersen", "j@musterstadt.example"), Mitgliedsrolle.Sprecher, 1, s_jetzt);
        gruppe.Beenden(erste, s_geschaeftsfuehrung, s_jetzt, "Umzug");
        Assert.Equal(s_heute, erste.Bis);
    }

    [Fact]
    public void Wer_andere_ausschliesst_nennt_den_Grund_wer_selbst_geht_muss_es_nicht()
    {
        var gruppe = Gruppe(Fachgruppenzustand.Aktiv);
        var mitglied = gruppe.Aufnehmen(new Person("Jonas", "Petersen", "j@musterstadt.example"), Mitgliedsrolle.Mitglied, 1, s_jetzt);

        Assert.Equal("Bitte nennen Sie den Grund. Die Person erfährt ihn.", Fachgruppenregeln.DarfBeenden(gruppe, mitglied, s_sprecherin, " ").Einwand);
        Assert.True(Fachgruppenregeln.DarfBeenden(gruppe, mitglied, new Akteur(0, "", [], new Dictionary<int, Mitgliedsrolle>()), "").Erlaubt);
        Assert.False(Fachgruppenregeln.DarfBeenden(gruppe, mitglied, s_mitglied, "Grund").Erlaubt);
    }
}
