using Portal.Konferenzen;
using Portal.Priorisierungen;
using Portal.Priorisierungen.Ergebnis;
using Portal.Vorschlaege;

namespace Portal.Tests.Priorisierungen;

/// <summary>Die Prioritätenliste aus einer oder zwei Runden, ohne Datenbank.</summary>
public sealed class PrioritaetenlisteTests
{
    private readonly Rundenbau _bau = new Rundenbau().Zugeschnitten().Eroeffnet();

    [Fact]
    public void Aus_einer_Runde_ist_sie_deren_Rangliste()
    {
        var liste = Prioritaetenliste.Aus([Ergebnis(_bau, ("11", "11"), ("33", "33"))]);

        Assert.Equal([(1, "2026-12"), (2, "2026-11")], liste.Plaetze.Select(p => (p.Rang, p.Zeile.Werte.Kennung)));
        Assert.False(liste.IstAusZweiRunden);
        Assert.Empty(liste.Ohne);
    }

    [Fact]
    public void Gleiche_teilen_sich_den_Platz()
    {
        var liste = Prioritaetenliste.Aus([Ergebnis(_bau, ("22", "22"), ("22", "22"))]);
        Assert.Equal([1, 1], liste.Plaetze.Select(p => p.Rang));
    }

    [Fact]
    public void Was_noch_einmal_bewertet_wurde_zaehlt_mit_dem_juengeren_Ergebnis()
    {
        var erste = Ergebnis(_bau, ("11", "11"), ("33", "33"));
        var zweite = Ergebnis(new Rundenbau().Zugeschnitten().Eroeffnet(), ("44", "44"), null);

        var liste = Prioritaetenliste.Aus([erste, zweite]);

        Assert.Equal([(1, "2026-11", 4.0m), (2, "2026-12", 3.0m)], liste.Plaetze.Select(p => (p.Rang, p.Zeile.Werte.Kennung, p.Zeile.Werte.Ausgewogen!.Value)));
        Assert.True(liste.IstAusZweiRunden);
    }

    [Fact]
    public void Mit_dem_Beschluss_ist_priorisiert_was_einen_Platz_hat_und_der_Rest_wieder_gesichtet()
    {
        var liste = Prioritaetenliste.Aus([Ergebnis(_bau, ("11", "11"), null)]);
        Assert.Equal("2026-12", Assert.Single(liste.Ohne).Werte.Kennung);

        liste.Beschliessen(Rundenbau.Fuehrung, Rundenbau.Jetzt);

        Assert.Equal([Vorschlagszustand.Priorisiert, Vorschlagszustand.Gesichtet], _bau.Vorschlaege.Select(v => v.Zustand));
        Assert.NotNull(liste.Ergebnisse[0].BeschlossenAm);
        Assert.NotNull(liste.Ergebnisse[0].OeffentlichAb);
    }

    [Fact]
    public void Was_inzwischen_zurueckgezogen_ist_bleibt_es()
    {
        var liste = Prioritaetenliste.Aus([Ergebnis(_bau, ("11", "11"), ("22", "22"))]);
        typeof(Vorschlag).GetProperty(nameof(Vorschlag.Zustand))!.SetValue(_bau.Vorschlaege[0], Vorschlagszustand.Zurueckgezogen);

        liste.Beschliessen(Rundenbau.Fuehrung, Rundenbau.Jetzt);

        Assert.Equal([Vorschlagszustand.Zurueckgezogen, Vorschlagszustand.Priorisiert], _bau.Vorschlaege.Select(v => v.Zustand));
    }

    [Theory]
    [InlineData(Einblick.NachDerAuswertung, true, true)]
    [InlineData(Einblick.NachDemBeschluss, false, true)]
    [InlineData(Einblick.MitDemSozialkonzept, false, false)]
    [InlineData(Einblick.Nie, false, false)]
    public void Wann_die_Oeffentlichkeit_liest_sagt_die_Geschaeftsordnung(Einblick einblick, bool gleich, bool nachBeschluss)
    {
        var grundlage = _bau.Runde.Grundlage!;
        typeof(Priorisierungsrunde).GetProperty(nameof(Priorisierungsrunde.Grundlage))!.SetValue(_bau.Runde, grundlage with { Inhalt = grundlage.Inhalt with { OeffentlichkeitSiehtErgebnisse = einblick } });
        var ergebnis = Ergebnis(_bau, ("11", "11"), ("22", "22"));

        Assert.Equal(gleich, ergebnis.OeffentlichAb is not null);
        Prioritaetenliste.Aus([ergebnis]).Beschliessen(Rundenbau.Fuehrung, Rundenbau.Jetzt);
        Assert.Equal(nachBeschluss, ergebnis.OeffentlichAb is not null);
    }

    /// <param name="punkte">Je Vorschlag, was der Sitz der Politik und der der Verwaltung geben; leer: niemand bewertet ihn.</param>
    private static Rundenergebnis Ergebnis(Rundenbau bau, params (string Politik, string Verwaltung)?[] punkte)
    {
        List<Rundendatenwert> werte = [];
        foreach (var (zeile, gegeben) in bau.Runde.Vorschlaege.Zip(punkte))
        {
            if (gegeben is not { } g) continue;
            werte.Add(new(1, zeile.Id, false, g.Politik));
            werte.Add(new(2, zeile.Id, false, g.Verwaltung));
        }
        var ergebnis = Rundenergebnis.Feststellen(new(bau.Runde, bau.Runde.Grundlage!, [.. bau.Runde.Vorschlaege.Select(v => new Rundendatenvorschlag(v.Id, v.Vorschlag.Kennung))],
            [new(1, "politik-1", "Politik 1", "politik", true), new(2, "verwaltung-1", "Verwaltung 1", "verwaltung", true)], werte), Rundenbau.Jetzt);
        foreach (var zeile in ergebnis.Zeilen) typeof(Ergebniszeile).GetProperty(nameof(Ergebniszeile.Rundenvorschlag))!.SetValue(zeile, bau.Runde.Vorschlaege.Single(v => v.Id == zeile.RundenvorschlagId));
        return ergebnis;
    }
}
