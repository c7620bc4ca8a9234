using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Abstimmungen.Papier;
using Portal.Tests.Support;
using Portal.Zugang;
using static Portal.Tests.Priorisierungen.Abstimmungsaufbau;

namespace Portal.Tests.Priorisierungen;

/// <summary>Wer auf Papier stimmt, hat genau so viel Gewicht wie im Portal.</summary>
public sealed class PapierstimmenTests
{
    private static readonly Akteur s_zweite = new(8, "Zweite", [Rolle.Administration], new Dictionary<int, Mitgliedsrolle>());

    private static string Einwand(Action tat) => Assert.Throws<RegelVerletzt>(tat).Message;

    private static Papierstimmen MitNamen(params Stimme[] stimmen) => Papierstimmen.MitNamen(stimmen.Index().ToDictionary(s => $"praxis-{s.Index + 1}", s => s.Item));

    private static Papierstimmen Geheim(int sitze, int ja, int nein, int enthaltungen) => Papierstimmen.Geheim(Enumerable.Range(1, sitze).Select(i => $"praxis-{i}"), ja, nein, enthaltungen);

    [Theory]
    [InlineData(Abstimmungsart.Offen)]
    [InlineData(Abstimmungsart.Geheim)]
    public void Auf_Papier_und_im_Portal_kommt_dasselbe_Ergebnis_heraus(Abstimmungsart art)
    {
        Stimme[] stimmen = [Stimme.Ja, Stimme.Nein, Stimme.Ja, Stimme.Enthaltung, Stimme.Ja];
        var (imPortal, urne) = Offen(5, 6, art);
        for (var i = 0; i < 5; i++) imPortal.Abstimmen(stimmen[i], urne, Inhaber(i + 1), Jetzt);
        imPortal.Schliessen(urne, Rollen.Geschaeftsfuehrung, Jetzt);

        var (aufPapier, andere) = Offen(5, 6, art);
        var papier = aufPapier.PapierEintragen(art == Abstimmungsart.Offen ? MitNamen(stimmen[..4]) : Geheim(4, 2, 1, 1), Rollen.Geschaeftsfuehrung, Jetzt);
        aufPapier.Abstimmen(stimmen[4], andere, Inhaber(5), Jetzt);
        Assert.All(aufPapier.Stimmrechte.Take(4), r => Assert.False(r.HatGestimmt));
        aufPapier.PapierBestaetigen(papier, andere, s_zweite, Jetzt);
        aufPapier.Schliessen(andere, Rollen.Geschaeftsfuehrung, Jetzt);

        Assert.Equal(imPortal.Ergebnis, aufPapier.Ergebnis);
        Assert.Equal(imPortal.Stimmrechte.Select(r => (r.HatGestimmt, r.Stimme)), aufPapier.Stimmrechte.Select(r => (r.HatGestimmt, r.Stimme)));
        Assert.All(aufPapier.Stimmrechte, r => Assert.False(r.PapierWartet));
        if (andere is not null) Assert.Equal(5, andere.Zettel.Select(z => z.Beleg).Distinct().Count());
    }

    [Fact]
    public void Ein_Sitz_hat_auf_beiden_Wegen_zusammen_eine_Stimme()
    {
        var (abstimmung, _) = Offen(3, 3);
        abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(1), Jetzt);
        Assert.Equal("Für den Sitz Praxis 1 ist die Stimme schon abgegeben. Jeder Sitz hat eine Stimme, im Portal oder auf Papier.", Einwand(() => abstimmung.PapierEintragen(MitNamen(Stimme.Nein), Rollen.Geschaeftsfuehrung, Jetzt)));

        var papier = abstimmung.PapierEintragen(Papierstimmen.MitNamen(new Dictionary<string, Stimme> { ["praxis-2"] = Stimme.Nein }), Rollen.Geschaeftsfuehrung, Jetzt);
        Assert.StartsWith("Für Ihren Sitz ist eine Stimme auf Papier eingetragen.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(2), Jetzt)), StringComparison.Ordinal);
        Assert.StartsWith("In dieser Abstimmung sind schon Stimmen auf Papier eingetragen.", Einwand(() => abstimmung.PapierEintragen(MitNamen(Stimme.Ja), Rollen.Geschaeftsfuehrung, Jetzt)), StringComparison.Ordinal);
        Assert.StartsWith("Eingetragene Stimmen auf Papier warten", Einwand(() => abstimmung.Schliessen(null, Rollen.Geschaeftsfuehrung, Jetzt)), StringComparison.Ordinal);
        abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(3), Jetzt);

        Assert.Equal("Sie haben diese Stimmen eingetragen. Bestätigen muss sie eine zweite Person.", Einwand(() => abstimmung.PapierBestaetigen(papier, null, Rollen.Geschaeftsfuehrung, Jetzt)));
        abstimmung.PapierBestaetigen(papier, null, s_zweite, Jetzt);
        Assert.Equal("Für diesen Sitz ist die Stimme schon abgegeben. Es zählt die erste.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(2), Jetzt)));
        Assert.Equal("In dieser Abstimmung wartet keine Stimme auf Papier.", Einwand(() => abstimmung.PapierBestaetigen(papier, null, s_zweite, Jetzt)));
        Assert.Equal("In dieser Abstimmung wartet keine Stimme auf Papier.", Einwand(() => abstimmung.PapierVerwerfen(s_zweite, Jetzt)));
    }

    [Fact]
    public void Verworfen_ist_als_waere_nichts_gewesen()
    {
        var (abstimmung, _) = Offen(2, 2);
        var papier = abstimmung.PapierEintragen(MitNamen(Stimme.Nein, Stimme.Nein), Rollen.Geschaeftsfuehrung, Jetzt);
        abstimmung.PapierVerwerfen(Rollen.Geschaeftsfuehrung, Jetzt);
        abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(1), Jetzt);
        abstimmung.Schliessen(null, Rollen.Geschaeftsfuehrung, Jetzt);

        Assert.Equal((1, 0, 0), (abstimmung.Ergebnis!.Ja, abstimmung.Ergebnis.Nein, abstimmung.Ergebnis.Enthaltungen));
        Assert.Equal("Die Abstimmung ist nicht offen.", Einwand(() => abstimmung.PapierBestaetigen(papier, null, s_zweite, Jetzt)));
    }

    [Theory]
    [InlineData(0, 0, 0, 0, "Bitte wählen Sie die Sitze, von denen ein Stimmzettel da ist.")]
    [InlineData(2, 2, 0, 0, "Bei geheimer Abstimmung gehören mindestens drei Sitze zusammen.")]
    [InlineData(3, 2, 0, 0, "Gewählt sind 3 Sitze, gezählt 2 Stimmzettel.")]
    [InlineData(3, 2, 1, 1, "Gewählt sind 3 Sitze, gezählt 4 Stimmzettel.")]
    [InlineData(3, 4, -1, 0, "Eine Zahl von Stimmzetteln ist nie kleiner als null.")]
    [InlineData(9, 9, 0, 0, "Einer der gewählten Sitze ist in dieser Abstimmung nicht stimmberechtigt.")]
    public void Geheim_gehoeren_mindestens_drei_zusammen_und_jeder_hat_einen_Zettel(int sitze, int ja, int nein, int enthaltungen, string satz)
    {
        var (abstimmung, urne) = Offen(5, 5, Abstimmungsart.Geheim);
        Assert.StartsWith(satz, Einwand(() => abstimmung.PapierEintragen(Geheim(sitze, ja, nein, enthaltungen), Rollen.Geschaeftsfuehrung, Jetzt)), StringComparison.Ordinal);
        Assert.False(abstimmung.PapierWartet);
        Assert.Empty(urne!.Zettel);
    }

    [Fact]
    public void Derselbe_Sitz_dreimal_genannt_ist_einer()
    {
        var (abstimmung, _) = Offen(5, 5, Abstimmungsart.Geheim);
        Assert.StartsWith("Bei geheimer Abstimmung gehören mindestens drei Sitze zusammen.", Einwand(() => abstimmung.PapierEintragen(Papierstimmen.Geheim(["praxis-1", "praxis-1", "praxis-1"], 3, 0, 0), Rollen.Geschaeftsfuehrung, Jetzt)), StringComparison.Ordinal);
    }

    [Fact]
    public void Befangene_und_Sitze_fuer_die_niemand_da_ist_stimmen_auch_auf_Papier_nicht()
    {
        var abstimmung = Vorbereitet();
        var verwaist = Sitz(2, vertreten: false);
        verwaist.RuhenLassen(verwaist.InhaberAm(Heute)!, Heute, null, "krank", Rollen.Geschaeftsfuehrung, Jetzt);
        abstimmung.Eroeffnen(Ordnung(3), [Sitz(1), verwaist, Sitz(3)], Rollen.Geschaeftsfuehrung, Jetzt);
        abstimmung.BefangenMelden(abstimmung.Stimmrechte[0], "Angehörige", Rollen.Geschaeftsfuehrung, Jetzt);

        Assert.Equal("Der Sitz Praxis 1 ist befangen und stimmt in dieser Sache nicht mit.", Einwand(() => abstimmung.PapierEintragen(MitNamen(Stimme.Ja), Rollen.Geschaeftsfuehrung, Jetzt)));
        Assert.Equal("Für den Sitz Praxis 2 ist zurzeit niemand da, der stimmen kann.", Einwand(() => abstimmung.PapierEintragen(Papierstimmen.MitNamen(new Dictionary<string, Stimme> { ["praxis-2"] = Stimme.Ja }), Rollen.Geschaeftsfuehrung, Jetzt)));
    }

    [Fact]
    public void Eingetragen_wird_bis_zum_letzten_Tag_bestaetigt_bis_zur_Schliessung()
    {
        var (abstimmung, _) = Offen(2, 2, frist: Heute);
        var papier = abstimmung.PapierEintragen(MitNamen(Stimme.Ja), Rollen.Geschaeftsfuehrung, Jetzt);
        var (zuSpaet, _) = Offen(2, 2, frist: Heute);
        Assert.Equal("Die Abstimmung endete am 16. November 2026.", Einwand(() => zuSpaet.PapierEintragen(MitNamen(Stimme.Ja), Rollen.Geschaeftsfuehrung, Jetzt.AddDays(1))));
        abstimmung.PapierBestaetigen(papier, null, s_zweite, Jetzt.AddDays(1));
        Assert.True(abstimmung.Stimmrechte[0].HatGestimmt);
    }

    [Fact]
    public void Der_Verlauf_sagt_wer_und_wie_viele_aber_nicht_wie()
    {
        var (abstimmung, urne) = Offen(4, 4, Abstimmungsart.Geheim);
        var papier = abstimmung.PapierEintragen(Geheim(4, 3, 1, 0), Rollen.Geschaeftsfuehrung, Jetzt);
        abstimmung.PapierBestaetigen(papier, urne, s_zweite, Jetzt);
        var saetze = abstimmung.NeueEreignisse.Select(e => e.Satz).ToList();
        Assert.Contains("hat Stimmen auf Papier eingetragen (4 Sitze)", saetze);
        Assert.Contains("hat Stimmen auf Papier bestätigt (4 Sitze)", saetze);
        Assert.All(saetze, s => Assert.DoesNotContain("Ja", s, StringComparison.Ordinal));
    }
}
