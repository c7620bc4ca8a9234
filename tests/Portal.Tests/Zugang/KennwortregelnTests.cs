using Portal.Zugang;

namespace Portal.Tests.Zugang;

public class KennwortregelnTests
{
    [Theory]
    [InlineData("kurz", "mindestens 12 Zeichen")]
    [InlineData("elf-zeichen", "mindestens 12 Zeichen")]
    [InlineData("passwort12345", "häufigsten")]
    [InlineData("Passwort2026!", "häufigsten")]
    [InlineData("123456789012", "häufigsten")]
    [InlineData("zyxwvutsrqponm", "häufigsten")]
    [InlineData("aaaaaaaaaaaaaaa", "häufigsten")]
    [InlineData("qwertzuiop123", "häufigsten")]
    [InlineData("ganz-geheim-Beispiel", "Ihren Namen")]
    [InlineData("kim.beispiel.kommt", "Ihren Namen")]
    [InlineData("haus-nachbarschaft-7", "Ihren Namen")]
    public void Lehnt_schwache_Kennwoerter_mit_Grund_ab(string kennwort, string grund)
    {
        var auskunft = Kennwortregeln.DarfVerwenden(kennwort, "Kim", "Beispiel", "kim@nachbarschaft.example");

        Assert.False(auskunft.Erlaubt);
        Assert.Contains(grund, string.Join(' ', auskunft.Einwaende), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blaue Giraffe tanzt")]
    [InlineData("Zug nach Süden 1987 – Fensterplatz")]
    [InlineData("kimono-lampe-wolke")]
    public void Nimmt_lange_eigene_Kennwoerter_an(string kennwort) =>
        Assert.True(Kennwortregeln.DarfVerwenden(kennwort, "Kim", "Beispiel", "kim@nachbarschaft.example").Erlaubt);
}
