using Portal.Grundbegriffe;
using Portal.Stammdaten;
using Portal.Stammdaten.Sozialraeume;

namespace Portal.Tests.Stammdaten;

public class SozialraumlisteTests
{
    private const string Kopf = "Kennung;Name;Ebene;Uebergeordnet\n";

    [Theory]
    [InlineData("altstadt;Altstadt;Stadtteil;", Zeilenart.Neu)]
    [InlineData(";Dom & Markt;Stadtteil;", Zeilenart.Neu)]
    [InlineData("altstadt;A;Stadtteil;", Zeilenart.Fehler)]
    [InlineData("altstadt;Altstadt;;", Zeilenart.Fehler)]
    [InlineData("Alt Stadt;Altstadt;Stadtteil;", Zeilenart.Fehler)]
    [InlineData("neu;Neu;Stadtteil;", Zeilenart.Fehler)]
    [InlineData("altstadt;Altstadt;Stadtteil;gibt-es-nicht", Zeilenart.Fehler)]
    [InlineData("altstadt;Altstadt;Stadtteil;altstadt", Zeilenart.Fehler)]
    public void Jede_Zeile_hat_ihr_Urteil(string zeile, Zeilenart art) => Assert.Equal(art, Sozialraumliste.Pruefen(Kopf + zeile, []).Single().Art);

    [Fact]
    public void Ein_Raum_darf_unter_einem_stehen_der_weiter_oben_in_der_Datei_ist() =>
        Assert.All(Sozialraumliste.Pruefen(Kopf + "nord;Nord;Stadtteil;\nhafen;Hafen;Bezirk;nord", []), z => Assert.Equal(Zeilenart.Neu, z.Art));

    [Fact]
    public void Doppelte_Kennungen_fallen_auf() =>
        Assert.Equal([Zeilenart.Neu, Zeilenart.Fehler], Sozialraumliste.Pruefen(Kopf + "nord;Nord;Stadtteil;\nnord;Norden;Stadtteil;", []).Select(z => z.Art));

    [Theory]
    [InlineData("")]
    [InlineData("Kennung;Name\na;b")]
    [InlineData("Kennung;Name;Ebene;Uebergeordnet\n")]
    public void Was_keine_Liste_ist_wird_mit_einem_Satz_abgewiesen(string text) => Assert.Throws<RegelVerletzt>(() => Sozialraumliste.Pruefen(text, []));

    [Fact]
    public void Ein_Raum_kann_nicht_unter_sich_selbst_stehen()
    {
        var raum = new Sozialraum("Nord", "Stadtteil", null, 1);

        Assert.False(Stammdatenregeln.DarfVerschieben(raum, raum, [raum]).Erlaubt);
        Assert.True(Stammdatenregeln.DarfVerschieben(raum, null, [raum]).Erlaubt);
    }
}
