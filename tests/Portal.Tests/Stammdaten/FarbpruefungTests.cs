using Portal.Stammdaten;

namespace Portal.Tests.Stammdaten;

public class FarbpruefungTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("#b3261e", true)]
    [InlineData("#1F6FB2", true)]
    [InlineData("#ffffff", false)]
    [InlineData("#ffee00", false)]
    [InlineData("#0a0a1a", false)]
    [InlineData("rot", false)]
    [InlineData("#12345", false)]
    [InlineData("#12345g", false)]
    [InlineData("#fff;}", false)]
    public void Nur_Farben_die_sich_auf_hellem_und_dunklem_Grund_abheben(string farbe, bool erlaubt) =>
        Assert.Equal(erlaubt, Farbpruefung.Pruefe(farbe).Erlaubt);

    [Fact]
    public void Der_Kontrast_ist_der_der_WCAG()
    {
        Assert.Equal(21, Farbpruefung.Kontrast("#000000", "#ffffff"), 3);
        Assert.Equal(4.54, Farbpruefung.Kontrast("#767676", "#ffffff"), 2);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000", "image/png")]
    [InlineData("FFD8FFE000104A46", "image/jpeg")]
    [InlineData("524946460000000057454250 5650", "image/webp")]
    [InlineData("3C737667", null)]
    [InlineData("474946383961", null)]
    [InlineData("", null)]
    public void Bilder_erkennt_man_an_ihrem_Inhalt(string hex, string? typ) =>
        Assert.Equal(typ, Bildpruefung.Typ(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));
}
