using System.Net;
using System.Runtime.CompilerServices;
using Portal.Grundbegriffe;
using Portal.Tests.Support;
using Portal.Verlauf;

namespace Portal.Tests.Verlauf;

public class VerlaufTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Der_Verlauf_filtert_nach_Person_Gegenstand_Zeitraum_und_Text()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        var zeilen = (await gf.Seite("/verlauf?person=demir&gegenstand=Vorschlag&text=eingereicht")).Alle("tbody tr");
        Assert.NotEmpty(zeilen);
        Assert.All(zeilen, z => Assert.Contains("Ayşe Demir-Hansen hat den Vorschlag eingereicht", z.TextContent));
        Assert.Empty((await gf.Seite("/verlauf?von=2001-01-01&bis=2001-12-31")).Alle("tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await gf.Seite("/verlauf?von=quatsch&bis=9999-12-31&vor=x&text=%25_%27")).Status);
    }

    [Fact]
    public async Task Geblaettert_wird_ohne_Luecke_und_ohne_Wiederholung()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var alle = new List<string>();
        for (var adresse = "/verlauf"; adresse is not null;)
        {
            var seite = await gf.Seite(adresse);
            alle.AddRange(seite.Alle("tbody tr").Select(z => z.TextContent));
            adresse = seite.Dokument.QuerySelector("a[rel=next]")?.GetAttribute("href");
            Assert.True(alle.Count < 5000);
        }

        var datei = (await gf.Seite("/verlauf.csv")).Quelltext;
        Assert.Equal(Portal.Platform.Csv.CsvText.Read(datei).Count() - 1, alle.Count);
    }

    [Fact]
    public async Task Die_Administration_sieht_nur_was_Personen_und_Zugaenge_betrifft()
    {
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);

        Assert.DoesNotContain("Vorschlag:", (await admin.Seite("/verlauf")).Finde("main").TextContent);
        Assert.Empty((await admin.Seite("/verlauf?gegenstand=Vorschlag")).Alle("tbody tr"));
        Assert.DoesNotContain("Vorschlag", (await admin.Seite("/verlauf.csv")).Quelltext);
        Assert.Equal(HttpStatusCode.Forbidden, (await sprecherin.Seite("/verlauf.csv")).Status);
    }

    /// <summary>Wonach man filtern kann, ist das, wovon es Ereignisse gibt: Ein neuer Gegenstand gehört in die Auswahl, mit seinem Namen in ganzen Umlauten.</summary>
    [Fact]
    public void Der_Filter_nennt_jeden_Gegenstand()
    {
        var alle = typeof(Planungsobjekt).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Planungsobjekt)) && !t.IsAbstract)
            .Select(t => ((Planungsobjekt)RuntimeHelpers.GetUninitializedObject(t)).Gegenstand);

        Assert.Equal(alle.Order(StringComparer.Ordinal), Verlaufsauswahl.Gegenstaende.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Verlaufsauswahl.Gegenstaende, g => g.Contains("ae", StringComparison.Ordinal) && g != "Sozialraum");
    }

    [Fact]
    public async Task Wer_kein_Konto_hat_wird_genannt_und_was_zwei_Gruppen_angeht_steht_einmal_da()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        Assert.Contains("Hannelore Brüggemann hat um Aufnahme in die Gruppe gebeten", (await gf.Seite("/verlauf?gegenstand=Beitrittsanfrage")).Text);
        Assert.Contains("Jemand hat eine Barriere gemeldet", (await gf.Seite("/verlauf?gegenstand=Barrieremeldung")).Text);
        var vorschlaege = (await gf.Seite("/verlauf?gegenstand=B%C3%BCndelung&text=vorgeschlagen")).Alle("tbody tr").Select(z => z.TextContent).ToList();
        Assert.NotEmpty(vorschlaege);
        Assert.Equal(vorschlaege.Distinct(), vorschlaege);
    }

    [Fact]
    public async Task Gruende_und_Namen_rechnen_in_keiner_Tabelle()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        await gf.Abschicken("/fachgruppen/neu", new Dictionary<string, string> { ["Name"] = "=HYPERLINK(1)", ["Querschnittsthema"] = "Diversity", ["Grund"] = "+1;\"zitat\"" });

        var zeile = Portal.Platform.Csv.CsvText.Read((await gf.Seite("/verlauf.csv?text=hyperlink")).Quelltext).Last();

        Assert.Contains("'=HYPERLINK(1)", zeile.Fields);
        Assert.Contains("'+1;\"zitat\"", zeile.Fields);
    }
}
