using Portal.Vorschlaege;

namespace Portal.Tests.Vorschlaege;

public class ZusammenfuehrungTests
{
    [Theory]
    // Nur eine Seite hat etwas geändert.
    [InlineData("Ein Ort für alle.", "Ein Ort für alle.", "Ein Ort für viele.", "Ein Ort für viele.")]
    [InlineData("Ein Ort für alle.", "Ein guter Ort für alle.", "Ein Ort für alle.", "Ein guter Ort für alle.")]
    // Verschiedene Wörter desselben Satzes.
    [InlineData("Ein Ort für alle Menschen.", "Ein guter Ort für alle Menschen.", "Ein Ort für viele Menschen.", "Ein guter Ort für viele Menschen.")]
    // Beide ändern dasselbe auf dieselbe Weise.
    [InlineData("drei Stellen", "vier Stellen", "vier Stellen", "vier Stellen")]
    // Verschiedene Absätze.
    [InlineData("eins\n\nzwei\n\ndrei", "eins A\n\nzwei\n\ndrei", "eins\n\nzwei\n\ndrei B", "eins A\n\nzwei\n\ndrei B")]
    // Beide hängen einen Absatz an: beide stehen da, der gespeicherte zuerst.
    [InlineData("Text", "Text\n\nmein Absatz", "Text\n\nihr Absatz", "Text\n\nihr Absatz\n\nmein Absatz")]
    // Einer hängt an, der andere ändert das letzte Wort.
    [InlineData("bis zum Ende", "bis zum Ende\n\nNeu", "bis zum Anfang", "bis zum Anfang\n\nNeu")]
    // Einer schreibt sein Wort weiter, während dahinter ein Absatz dazukam.
    [InlineData("Der Bed", "Der Bedarf", "Der Bed\n\nFerner", "Der Bedarf\n\nFerner")]
    // Einer streicht vorn, der andere ergänzt hinten.
    [InlineData("Erstens. Zweitens.", "Zweitens.", "Erstens. Zweitens. Drittens.", "Zweitens. Drittens.")]
    [InlineData("😀 und 👍", "😀 oder 👍", "😀 und 👎", "😀 oder 👎")]
    public void Beide_Aenderungen_stehen_im_Ergebnis(string grund, string meins, string anderes, string erwartet) =>
        Assert.Equal(erwartet, Zusammenfuehrung.Texte(grund, meins, anderes));

    [Theory]
    [InlineData("drei Stellen", "vier Stellen", "fünf Stellen")]
    [InlineData("", "Mein Anfang", "Ihr Anfang")]
    [InlineData("Ende", "Ende und mehr", "Ende oder weniger")]
    [InlineData("a b c d", "a X d", "a b Y d")]
    [InlineData("ein Satz", "", "ein anderer Satz")]
    public void Wo_beide_dieselbe_Stelle_verschieden_aendern_entscheidet_ein_Mensch(string grund, string meins, string anderes) =>
        Assert.Null(Zusammenfuehrung.Texte(grund, meins, anderes));

    [Fact]
    public void Eine_Auswahl_uebernimmt_was_jede_hinzufuegt_und_wegnimmt() =>
        Assert.Equal(["altstadt", "hafen"], Zusammenfuehrung.Mengen(["altstadt", "moor"], ["altstadt", "moor", "hafen"], ["altstadt"]));

    [Fact]
    public void Kein_Wort_geht_verloren_wenn_viele_je_einen_Absatz_einfuegen()
    {
        var grund = string.Join("\n\n", Enumerable.Range(0, 40).Select(i => $"Absatz {i} mit einigen Wörtern."));
        var stand = grund;
        for (var i = 0; i < 40; i++)
            stand = Zusammenfuehrung.Texte(grund, grund.Replace($"Absatz {i} mit", $"Absatz {i} neu{i} mit", StringComparison.Ordinal), stand) ?? throw new InvalidOperationException($"Absatz {i} überschnitt sich.");

        for (var i = 0; i < 40; i++) Assert.Contains($"Absatz {i} neu{i} mit", stand, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ein Satz, mit Komma;\tTabulator und  zwei Leerzeichen.\n\n- Liste\n- 😀 👩‍👩‍👧 שלום\n")]
    public void Zerlegen_laesst_sich_wieder_zusammensetzen(string text) => Assert.Equal(text, string.Concat(Wortvergleich.Zerlegen(text)));

    [Fact]
    public void Auch_ein_Megabyte_ganz_anderer_Text_ist_in_Sekunden_verglichen()
    {
        var zufall = new Random(7);
        string Text(int laenge) => string.Concat(Enumerable.Range(0, laenge / 8).Select(_ => $"w{zufall.Next(1_000_000)}" + (zufall.Next(12) == 0 ? "\n" : " ")));
        var (alt, neu) = (Text(1_000_000), Text(1_000_000));
        var uhr = System.Diagnostics.Stopwatch.StartNew();

        var vergleich = Textvergleich.Von(alt, neu);

        Assert.False(vergleich.IstGleich);
        Assert.True(uhr.Elapsed < TimeSpan.FromSeconds(30), $"{uhr.Elapsed}");
    }

    [Fact]
    public void Der_Vergleich_zeigt_beide_Texte_vollstaendig_wenn_nichts_ausgelassen_ist()
    {
        var vergleich = Textvergleich.Von("Feste Sprechstunden an zwei Orten.", "Feste Sprechstunden an vier guten Orten.");

        Assert.Equal("Feste Sprechstunden an zwei Orten.", string.Concat(vergleich.Alt.Select(t => t.Text)));
        Assert.Equal("Feste Sprechstunden an vier guten Orten.", string.Concat(vergleich.Neu.Select(t => t.Text)));
        Assert.Equal(["zwei"], vergleich.Alt.Where(t => t.Art == Textteilart.Gestrichen).Select(t => t.Text));
    }
}
