using Portal.Vorschlaege;
using Portal.Vorschlaege.Fassungen;

namespace Portal.Tests.Vorschlaege;

public class FassungsvergleichTests
{
    private static readonly Stammdatennamen s_namen = new(new Dictionary<string, string> { ["pflege"] = "Pflege" }, new Dictionary<string, string>());

    private static Zeileninhalt Zeile(string kennung, string ziel) => new(kennung, "programme", Matrixwerte.Leer with { Ziel = ziel });

    private static Vorschlagsinhalt Inhalt(string bedarf, params Zeileninhalt[] zeilen) =>
        new(new Dictionary<Vorschlagsfeld, string> { [Vorschlagsfeld.Bedarf] = bedarf, [Vorschlagsfeld.Handlungsfeld] = "pflege" }, zeilen);

    private static IReadOnlyList<Zeilenvergleich> Zeilen(Vorschlagsinhalt alt, Vorschlagsinhalt neu) =>
        Fassungsvergleich.Von(alt, neu, Matrixlayout.Vorgabe, s_namen).Zielfelder.Single(z => z.Name == "Programme und Produkte").Zeilen;

    [Fact]
    public void Zeilen_werden_an_ihrer_Kennung_erkannt_und_Zelle_fuer_Zelle_verglichen()
    {
        var zeilen = Zeilen(Inhalt("", Zeile("a", "Besuche"), Zeile("b", "Kurse")), Inhalt("", Zeile("a", "Besuche am Abend"), Zeile("c", "Feste")));

        Assert.Equal(["Zeile 1: geändert", "Zeile 2: neu", "Zeile 2: entfernt"], zeilen.Select(z => z.Anzeige));
        Assert.Equal(["Ziel"], zeilen[0].Zellen.Where(z => !z.Text.IstGleich).Select(z => z.Spalte));
        Assert.Equal([" am Abend"], zeilen[0].Zellen[0].Text.Neu.Where(t => t.Art == Textteilart.Neu).Select(t => t.Text));
    }

    [Fact]
    public void Nur_die_Zeile_die_ihren_Platz_wechselt_gilt_als_verschoben()
    {
        var zeilen = Zeilen(Inhalt("", Zeile("a", "1"), Zeile("b", "2"), Zeile("c", "3")), Inhalt("", Zeile("c", "3"), Zeile("a", "1"), Zeile("b", "2")));

        Assert.Equal(["Zeile 1: verschoben von Platz 3", "Zeile 2", "Zeile 3"], zeilen.Select(z => z.Anzeige));
    }

    [Fact]
    public void Eine_neue_Zeile_davor_verschiebt_die_anderen_nicht() =>
        Assert.Equal([true, false], Zeilen(Inhalt("", Zeile("a", "1")), Inhalt("", Zeile("n", "0"), Zeile("a", "1"))).Select(z => z.Aenderung == Zeilenaenderung.Neu || z.Verschoben));

    [Fact]
    public void Gleiche_Fassungen_sind_gleich() =>
        Assert.True(Fassungsvergleich.Von(Inhalt("x", Zeile("a", "1")), Inhalt("x", Zeile("a", "1")), Matrixlayout.Vorgabe, s_namen).IstGleich);

    [Fact]
    public void Felder_nennen_Namen_statt_Kennungen()
    {
        var vergleich = Fassungsvergleich.Von(Inhalt("Es fehlt Zeit."), Inhalt("Es fehlt viel Zeit."), Matrixlayout.Vorgabe, s_namen);

        Assert.Equal("Pflege", vergleich.Felder.Single(f => f.Feld == Vorschlagsfeld.Handlungsfeld).Text.Neu.Single().Text);
        Assert.False(vergleich.Felder.Single(f => f.Feld == Vorschlagsfeld.Bedarf).Text.IstGleich);
    }
}
