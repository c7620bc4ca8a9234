using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Vorschlaege;

public class FassungTests
{
    private static readonly DateTime s_beginn = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Akteur s_anna = new(1, "Anna", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Sprecher });
    private static readonly Akteur s_ben = new(2, "Ben", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Mitglied });

    private static Vorschlag Entwurf()
    {
        var leitung = new Akteur(9, "Leitung", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());
        var gruppe = new Fachgruppe("Pflege", Weg.Fachgruppe, leitung, s_beginn, Ortszeit.Datum(s_beginn), "Bedarf");
        foreach (var zustand in new[] { Fachgruppenzustand.Beraten, Fachgruppenzustand.InGruendung, Fachgruppenzustand.Aktiv })
            gruppe.Weiterfuehren(zustand, leitung, s_beginn, Ortszeit.Datum(s_beginn), "Schritt");
        return new("2026-1", gruppe, "Ein Titel", s_anna, s_beginn);
    }

    private static void Schreibt(Vorschlag v, Akteur wer, string text, int minuten) => v.Schreiben(Vorschlagsfeld.Bedarf, text, "", wer, s_beginn.AddMinutes(minuten));

    [Theory]
    // Ben will schreiben, nachdem Anna zuletzt schrieb; nach wie vielen Minuten, und wann wurde zuletzt festgehalten (−1: nie)?
    [InlineData(true, 1, -1, true)]
    [InlineData(true, 1, 0, false)]
    [InlineData(true, 12, 0, true)]
    [InlineData(false, 1, -1, false)]
    [InlineData(false, 29, -1, false)]
    [InlineData(false, 31, -1, true)]
    [InlineData(false, 31, 0, true)]
    public void Wann_der_Stand_von_selbst_festgehalten_wird(bool jemandAnderes, int minutenDanach, int festgehaltenNach, bool erwartet)
    {
        var v = Entwurf();
        if (festgehaltenNach >= 0) v.FassungFesthalten(Fassungsanlass.Gespeichert, "", 1, s_beginn.AddMinutes(festgehaltenNach));
        Schreibt(v, s_anna, "von Anna", festgehaltenNach >= 0 ? festgehaltenNach : 0);

        Assert.Equal(erwartet, v.BrauchtUebergabe(jemandAnderes ? s_ben : s_anna, v.GeaendertAm.AddMinutes(minutenDanach)));
    }

    [Fact]
    public void Ohne_Aenderung_gibt_es_keine_Uebergabe_und_nichts_festzuhalten()
    {
        var v = Entwurf();
        Schreibt(v, s_anna, "von Anna", 1);
        v.FassungFesthalten(Fassungsanlass.Gespeichert, "", 1, s_beginn.AddMinutes(2));

        Assert.False(v.BrauchtUebergabe(s_ben, s_beginn.AddDays(3)));
        Assert.Equal("Seit der letzten Fassung hat niemand etwas geändert.", Vorschlagsregeln.DarfFassungFesthalten(v, s_ben).Einwand);
    }

    [Fact]
    public void Wiederherstellen_holt_Felder_und_Zeilen_zurueck_und_verliert_den_Stand_von_vorher_nicht()
    {
        var v = Entwurf();
        Schreibt(v, s_anna, "alter Bedarf", 1);
        var bleibt = v.ZeileHinzufuegen("programme", s_anna, s_beginn);
        v.ZeileSchreiben(bleibt, Matrixwerte.Leer with { Ziel = "altes Ziel" }, s_anna, s_beginn);
        var geht = v.ZeileHinzufuegen("programme", s_anna, s_beginn);
        v.ZeileSchreiben(geht, Matrixwerte.Leer with { Ziel = "zweites Ziel" }, s_anna, s_beginn);
        var alte = v.FassungFesthalten(Fassungsanlass.Gespeichert, "", 1, s_beginn.AddMinutes(2));
        Schreibt(v, s_ben, "neuer Bedarf", 3);
        v.ZeileSchreiben(bleibt, Matrixwerte.Leer with { Ziel = "neues Ziel" }, s_ben, s_beginn.AddMinutes(3));
        v.ZeileEntfernen(geht, s_ben, s_beginn.AddMinutes(3));
        v.ZeileHinzufuegen("ressourcen", s_ben, s_beginn.AddMinutes(3));

        var neue = v.Wiederherstellen(alte, text => $"<p>{text}</p>", null, [], s_anna, s_beginn.AddMinutes(4));

        Assert.Equal("alter Bedarf", v.Feld(Vorschlagsfeld.Bedarf).Wert);
        Assert.Equal("<p>alter Bedarf</p>", v.Feld(Vorschlagsfeld.Bedarf).Html);
        Assert.Equal([(bleibt.Kennung, "altes Ziel"), (geht.Kennung, "zweites Ziel")], v.ZeilenIn("programme").Select(z => (z.Kennung, z.Werte.Ziel)));
        Assert.Empty(v.ZeilenIn("ressourcen"));
        Assert.Equal([Fassungsanlass.Gespeichert, Fassungsanlass.Uebergabe, Fassungsanlass.Wiederhergestellt], v.Fassungen.Select(f => f.Anlass));
        Assert.Equal("neuer Bedarf", v.Fassungen[1].Inhalt().Feld(Vorschlagsfeld.Bedarf));
        Assert.Equal(alte.Inhalt().AlsJson(), neue.Inhalt().AlsJson());
    }

    [Fact]
    public void Eine_entfernte_Zeile_kommt_mit_ihrer_Kennung_an_ihren_Platz_zurueck()
    {
        var v = Entwurf();
        var zeilen = Enumerable.Range(1, 3).Select(_ => v.ZeileHinzufuegen("programme", s_anna, s_beginn)).ToList();
        v.ZeileEntfernen(zeilen[1], s_anna, s_beginn);

        v.ZeileWiederEinfuegen(new(zeilen[1].Kennung, "programme", Matrixwerte.Leer with { Ziel = "wieder da" }), 2, s_ben, s_beginn);

        Assert.Equal([zeilen[0].Kennung, zeilen[1].Kennung, zeilen[2].Kennung], v.ZeilenIn("programme").Select(z => z.Kennung));
        Assert.True(v.ZeilenIn("programme").ElementAt(1).Version > 1_000_000, "Wer noch die Zeile von vorher vor sich hat, muss den Unterschied bemerken.");
        Assert.Equal("Die Zeile steht schon wieder in der Matrix.",
            Assert.Throws<RegelVerletzt>(() => v.ZeileWiederEinfuegen(new(zeilen[1].Kennung, "programme", Matrixwerte.Leer), 1, s_ben, s_beginn)).Message);
    }

    [Fact]
    public void Die_201_Zeile_wird_mit_ihrem_Satz_abgelehnt()
    {
        var v = Entwurf();
        for (var i = 0; i < Vorschlagsregeln.HoechsteZeilenzahl; i++) v.ZeileHinzufuegen("programme", s_anna, s_beginn);

        Assert.StartsWith("Die Matrix hat schon 200 Zeilen.", Assert.Throws<RegelVerletzt>(() => v.ZeileHinzufuegen("programme", s_anna, s_beginn)).Message, StringComparison.Ordinal);
    }
}
