using Portal.Vorschlaege;

namespace Portal.Tests.Vorschlaege;

public class AbgleichTests
{
    [Theory]
    // jetzt gespeichert, geschickt, gleiche Version?, wovon ausgegangen wurde (null: unbekannt) → was gilt
    [InlineData("alt", "neu", true, null, Abgleichsart.Gilt, "neu")]
    [InlineData("alt", "alt", false, null, Abgleichsart.Unveraendert, "alt")]
    [InlineData("ihres", "alt", false, "alt", Abgleichsart.Unveraendert, "ihres")]
    [InlineData("alt", "neu", false, "alt", Abgleichsart.Gilt, "neu")]
    [InlineData("ihres", "meins", false, null, Abgleichsart.Konflikt, "ihres")]
    [InlineData("ihres", "meins", false, "alt", Abgleichsart.Konflikt, "ihres")]
    [InlineData("a b c X", "Y a b c", false, "a b c", Abgleichsart.Zusammengefuehrt, "Y a b c X")]
    public void Ein_Text(string jetzt, string meins, bool gleicheVersion, string? grund, Abgleichsart art, string wert) =>
        Assert.Equal(new(art, wert), Abgleich.Stelle(Feldart.Markdown, jetzt, meins, gleicheVersion, grund is null ? Grundlage.Unbekannt : Grundlage.AusText(grund)));

    [Theory]
    [InlineData("ihres", "alt", Abgleichsart.Unveraendert, "ihres")]
    [InlineData("ihres", "meins", Abgleichsart.Konflikt, "ihres")]
    [InlineData("alt", "meins", Abgleichsart.Gilt, "meins")]
    public void Mit_einem_Abdruck_ist_bekannt_ob_jemand_die_Stelle_angefasst_hat(string jetzt, string meins, Abgleichsart art, string wert) =>
        Assert.Equal(new(art, wert), Abgleich.Stelle(Feldart.Markdown, jetzt, meins, false, new(null, Grundlage.Von("alt"))));

    [Fact]
    public void Ein_Betrag_oder_Tag_wird_nie_aus_zweien_gemischt()
    {
        Assert.Equal(Abgleichsart.Konflikt, Abgleich.Stelle(Feldart.Euro, "2000", "3000", false, Grundlage.AusText("1000")).Art);
        Assert.Equal(Abgleichsart.Konflikt, Abgleich.Stelle(Feldart.Datum, "2027-01-02", "2027-02-01", false, Grundlage.AusText("2027-01-01")).Art);
    }

    [Fact]
    public void Sozialraeume_werden_als_Mengen_zusammengefuehrt() =>
        Assert.Equal(new(Abgleichsart.Zusammengefuehrt, "a,b,c"), Abgleich.Stelle(Feldart.Mehrfachauswahl, "a,b", "a,c", false, Grundlage.AusText("a")));
}
