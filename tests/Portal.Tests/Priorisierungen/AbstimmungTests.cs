using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Tests.Konferenzen;
using Portal.Tests.Support;
using static Portal.Tests.Priorisierungen.Abstimmungsaufbau;

namespace Portal.Tests.Priorisierungen;

public class AbstimmungTests
{
    private static string Einwand(Action tat) => Assert.Throws<RegelVerletzt>(tat).Message;

    [Theory]
    // Einfache Mehrheit: Nur Ja und Nein zählen, Gleichstand ist Ablehnung.
    [InlineData(Mehrheit.Einfach, 2, 1, 7, 0, true)]
    [InlineData(Mehrheit.Einfach, 2, 2, 0, 0, false)]
    [InlineData(Mehrheit.Einfach, 0, 0, 9, 0, false)]
    // Zwei Drittel der Ja- und Nein-Stimmen, genau gerechnet.
    [InlineData(Mehrheit.ZweiDrittelDerStimmen, 4, 2, 0, 0, true)]
    [InlineData(Mehrheit.ZweiDrittelDerStimmen, 5, 3, 0, 0, false)]
    [InlineData(Mehrheit.ZweiDrittelDerStimmen, 0, 0, 3, 0, false)]
    // Mehr als die Hälfte aller zehn Sitze; Befangene mindern die Zahl.
    [InlineData(Mehrheit.MehrheitDerSitze, 6, 1, 0, 0, true)]
    [InlineData(Mehrheit.MehrheitDerSitze, 5, 0, 5, 0, false)]
    [InlineData(Mehrheit.MehrheitDerSitze, 5, 0, 4, 1, true)]
    public void Die_Mehrheit_folgt_der_Geschaeftsordnung(Mehrheit mehrheit, int ja, int nein, int enthaltungen, int befangene, bool angenommen)
    {
        var inhalt = new Geschaeftsordnungsinhalt { Baenke = [new("a", "A", 10, 100, false)], Mehrheit = mehrheit };
        Assert.Equal(angenommen, Abstimmungsergebnis.IstAngenommen(inhalt, ja, nein, befangene));
        Assert.True(enthaltungen >= 0);
    }

    [Theory]
    [InlineData(Abstimmungsart.Offen)]
    [InlineData(Abstimmungsart.Geheim)]
    public void Das_Ergebnis_nennt_jede_Zahl_der_Niederschrift(Abstimmungsart art)
    {
        // Zehn Sitze, acht besetzt: einer befangen, einer nur anwesend, einer fort; drei Ja, ein Nein, eine Enthaltung.
        var (abstimmung, urne) = Offen(8, 10, art);
        abstimmung.BefangenMelden(abstimmung.Stimmrechte[0], "Angehörige", Rollen.Geschaeftsfuehrung, Jetzt);
        Stimme[] stimmen = [Stimme.Ja, Stimme.Ja, Stimme.Nein, Stimme.Ja, Stimme.Enthaltung];
        for (var i = 0; i < stimmen.Length; i++) abstimmung.Abstimmen(stimmen[i], urne, Inhaber(2 + i), Jetzt);
        abstimmung.AnwesenheitFeststellen(["praxis-1", "praxis-7"], Rollen.Geschaeftsfuehrung, Jetzt);

        abstimmung.Schliessen(urne, Rollen.Geschaeftsfuehrung, Jetzt);

        // Mehr als die Hälfte von neun: fünf; da sind sechs.
        Assert.Equal(new Abstimmungsergebnis(10, 8, 6, 1, 5, 3, 1, 1, Ausgang.Angenommen), abstimmung.Ergebnis);
        Assert.Equal(1, abstimmung.Ergebnis!.NichtAbgegeben);
        Assert.Equal(abstimmung.Ergebnis, abstimmung.Auszaehlen(urne));
    }

    [Fact]
    public void Sind_zu_wenige_da_kommt_kein_Beschluss_zustande()
    {
        var (abstimmung, _) = Offen(8, 10);
        for (var i = 1; i <= 5; i++) abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(i), Jetzt);
        abstimmung.Schliessen(null, Rollen.Geschaeftsfuehrung, Jetzt);
        Assert.Equal((Ausgang.NichtBeschlussfaehig, 5, 6), (abstimmung.Ergebnis!.Ausgang, abstimmung.Ergebnis.Anwesende, abstimmung.Ergebnis.Mindestzahl));
    }

    [Fact]
    public void Fuer_einen_Sitz_stimmt_das_Mitglied_oder_die_Stellvertretung_nie_beide()
    {
        var (abstimmung, _) = Offen(3, 3);
        var recht = abstimmung.Stimmrechte[0];
        Assert.Equal("Stimmen kann, wer einen Sitz der Konferenz innehat oder ihn in dieser Abstimmung vertritt.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Vertretung(1), Jetzt)));

        abstimmung.Uebergeben(recht, Person(201), "verhindert", Inhaber(1), Jetzt);
        Assert.Equal("Für Ihren Sitz stimmt Vertretung 1.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(1), Jetzt)));
        abstimmung.Zuruecknehmen(recht, Inhaber(1), Jetzt);
        Assert.Equal("Stimmen kann, wer einen Sitz der Konferenz innehat oder ihn in dieser Abstimmung vertritt.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Vertretung(1), Jetzt)));
        abstimmung.Uebergeben(recht, Person(201), "verhindert", Rollen.Geschaeftsfuehrung, Jetzt);
        abstimmung.Abstimmen(Stimme.Nein, null, Vertretung(1), Jetzt);

        Assert.Equal("Für diesen Sitz ist die Stimme schon abgegeben.", Einwand(() => abstimmung.Zuruecknehmen(recht, Inhaber(1), Jetzt)));
        Assert.Equal("Für diesen Sitz ist die Stimme schon abgegeben. Es zählt die erste.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Vertretung(1), Jetzt)));
        Assert.Equal(Stimme.Nein, recht.Stimme);
    }

    [Fact]
    public void Vertreten_kann_nur_wer_den_Sitz_vertritt_und_nicht_schon_fuer_einen_anderen_stimmt()
    {
        var abstimmung = Vorbereitet();
        var (erster, zweiter) = (Sitz(1), Sitz(2, vertreten: false));
        zweiter.Besetzen(Person(201), Sitzstellung.Stellvertretung, new(2026, 1, 1), "Verband", [], 1, Rollen.Geschaeftsfuehrung, Jetzt);
        abstimmung.Eroeffnen(Ordnung(2), [erster, zweiter], Rollen.Geschaeftsfuehrung, Jetzt);

        Assert.Equal("Inhaber 3 vertritt diesen Sitz nicht.", Einwand(() => abstimmung.Uebergeben(abstimmung.Stimmrechte[0], Person(103), "", Inhaber(1), Jetzt)));
        abstimmung.Uebergeben(abstimmung.Stimmrechte[0], Person(201), "", Inhaber(1), Jetzt);
        Assert.Equal("Vertretung 1 stimmt in dieser Abstimmung schon für einen anderen Sitz. Niemand kann zwei Stimmen führen.", Einwand(() => abstimmung.Uebergeben(abstimmung.Stimmrechte[1], Person(201), "", Inhaber(2), Jetzt)));
        Assert.Equal("Die Stimme übergibt, wer den Sitz innehat; ist die Person verhindert, vermerkt es die Geschäftsführung.", Einwand(() => abstimmung.Uebergeben(abstimmung.Stimmrechte[1], Person(201), "", Inhaber(1), Jetzt)));
    }

    [Fact]
    public void Ruht_das_Mitglied_stimmt_von_Anfang_an_die_Stellvertretung()
    {
        var abstimmung = Vorbereitet();
        var (ruhend, verwaist) = (Sitz(1), Sitz(2, vertreten: false));
        foreach (var sitz in (Sitz[])[ruhend, verwaist]) sitz.RuhenLassen(sitz.InhaberAm(Heute)!, Heute, null, "krank", Rollen.Geschaeftsfuehrung, Jetzt);
        abstimmung.Eroeffnen(Ordnung(3), [ruhend, verwaist, new Sitz(Baenke.Bank("praxis"), 3, "", new(2026, 1, 1))], Rollen.Geschaeftsfuehrung, Jetzt);

        Assert.Equal(["Vertretung 1", null], abstimmung.Stimmrechte.Select(r => r.Handelnde?.Name));
        Assert.Equal("Für Ihren Sitz stimmt Vertretung 1.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(1), Jetzt)));
        Assert.Equal("Für Ihren Sitz stimmt zurzeit niemand.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(2), Jetzt)));
        abstimmung.Abstimmen(Stimme.Ja, null, Vertretung(1), Jetzt);
    }

    [Fact]
    public void Die_Frist_gilt_bis_24_Uhr_Ortszeit_im_Augenblick_der_Tat()
    {
        var (abstimmung, _) = Offen(2, 2, frist: Heute);
        var letzteSekunde = new DateTime(2026, 11, 16, 22, 59, 59, DateTimeKind.Utc);
        abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(1), letzteSekunde);
        Assert.Equal("Die Abstimmung endete am 16. November 2026.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(2), letzteSekunde.AddSeconds(1))));
    }

    [Fact]
    public void Befangene_stimmen_nicht_und_wer_gestimmt_hat_ist_es_nicht_mehr()
    {
        var (abstimmung, _) = Offen(2, 2);
        abstimmung.BefangenMelden(abstimmung.Stimmrechte[0], "Arbeitgeber", Inhaber(1), Jetzt);
        Assert.Equal("Der Sitz ist befangen und stimmt in dieser Sache nicht mit.", Einwand(() => abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(1), Jetzt)));
        Assert.Equal("Eine gemeldete Befangenheit hebt die Geschäftsführung auf.", Einwand(() => abstimmung.BefangenheitAufheben(abstimmung.Stimmrechte[0], Inhaber(1), Jetzt)));
        abstimmung.Abstimmen(Stimme.Ja, null, Inhaber(2), Jetzt);
        Assert.Equal("Für diesen Sitz ist die Stimme schon abgegeben.", Einwand(() => abstimmung.BefangenMelden(abstimmung.Stimmrechte[1], "spät", Inhaber(2), Jetzt)));
        var andere = Offen(1, 1).Abstimmung;
        Assert.Equal("Bitte nennen Sie den Grund. Ihn liest nur die Geschäftsführung.", Einwand(() => andere.BefangenMelden(andere.Stimmrechte[0], " ", Inhaber(1), Jetzt)));
    }

    [Fact]
    public void Die_Urne_ordnet_nach_dem_Beleg_und_behaelt_ihre_Laenge()
    {
        var (abstimmung, urne) = Offen(40, 40, Abstimmungsart.Geheim);
        var laenge = urne!.Inhalt.Length;
        var belege = Enumerable.Range(1, 40).Select(i => (Beleg: abstimmung.Abstimmen((Stimme)(i % 3), urne, Inhaber(i), Jetzt), Stimme: (Stimme)(i % 3))).ToList();

        Assert.Equal(laenge, urne.Inhalt.Length);
        Assert.Equal(belege.OrderBy(b => b.Beleg, StringComparer.Ordinal), urne.Zettel.Select(z => (z.Beleg, z.Stimme)));
        Assert.All(abstimmung.Stimmrechte, r => Assert.Null(r.Stimme));
        Assert.DoesNotContain(abstimmung.NeueEreignisse, e => e.Art.Contains("stimme", StringComparison.Ordinal));
        Assert.Equal("abcde-fghij", Urne.Lesbar("abcdefghij"));
    }

    [Fact]
    public void Fehlt_ein_Zettel_in_der_Urne_wird_kein_Ergebnis_festgestellt()
    {
        var (abstimmung, _) = Offen(3, 3, Abstimmungsart.Geheim);
        abstimmung.Abstimmen(Stimme.Ja, Offen(3, 3, Abstimmungsart.Geheim).Urne, Inhaber(1), Jetzt);
        Assert.Throws<InvalidOperationException>(() => abstimmung.Schliessen(Offen(3, 3, Abstimmungsart.Geheim).Urne, Rollen.Geschaeftsfuehrung, Jetzt));
        Assert.Equal(Abstimmungszustand.Offen, abstimmung.Zustand);
    }

    [Fact]
    public void Was_am_Antrag_nicht_stimmt_wird_gesagt()
    {
        static Auskunft Auskunft(string antrag, DateOnly? frist) => Abstimmungsregeln.AntragStimmt(new(antrag, "", Abstimmungsart.Offen, frist, null), Heute);
        Assert.Equal("Bitte schreiben Sie, worüber abgestimmt wird.", Auskunft("  ", null).Einwand);
        Assert.Equal("Der letzte Tag liegt in der Vergangenheit.", Auskunft("Ja?", Heute.AddDays(-1)).Einwand);
        Assert.Equal("Der letzte Tag liegt mehr als ein Jahr in der Zukunft.", Auskunft("Ja?", Heute.AddYears(2)).Einwand);
        Assert.True(Auskunft("Ja?", Heute).Erlaubt);
        Assert.Equal("Heute ist keine Geschäftsordnung in Kraft; ohne sie steht nicht fest, wer stimmen darf.", Einwand(() => Vorbereitet().Eroeffnen(null, [], Rollen.Geschaeftsfuehrung, Jetzt)));
        Assert.Equal("Kein Sitz der Konferenz ist besetzt; niemand könnte stimmen.", Einwand(() => Vorbereitet().Eroeffnen(Ordnung(2), [], Rollen.Geschaeftsfuehrung, Jetzt)));
    }
}
