using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Tests.Support;

namespace Portal.Tests.Fachgruppen;

public class FachgruppenseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Gruppe = $"/fachgruppen/{Gemeinde.GutAelterWerden}";

    [Fact]
    public async Task Die_Liste_filtert_nach_Stand_Handlungsfeld_und_Arbeitsform()
    {
        using var jemand = portal.Oeffentlichkeit();

        Assert.Contains("Gut älter werden", (await jemand.Seite("/fachgruppen")).Text);
        Assert.Contains("Selbstbestimmt wohnen", (await jemand.Seite("/fachgruppen?zustand=ruhend")).Text);
        Assert.DoesNotContain("Gut älter werden", (await jemand.Seite("/fachgruppen?zustand=ruhend")).Finde("main").TextContent);
        Assert.DoesNotContain("Gut älter werden", (await jemand.Seite("/fachgruppen?handlungsfeld=armut")).Finde("main").TextContent);
        Assert.Contains("Pflegebedarfsplanung", (await jemand.Seite("/fachgruppen?weg=fachsozialplanung")).Text);
        Assert.Equal(HttpStatusCode.OK, (await jemand.Seite("/fachgruppen?weg=%27;--&zustand=99&nach=gibt-es-nicht")).Status);
    }

    [Fact]
    public async Task Namen_der_Mitglieder_liest_nur_wer_dazugehoert()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var fremd = await portal.AngemeldetAls(Gemeinde.FremdesMitglied);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var leitung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        var seite = await jemand.Seite(Gruppe);
        Assert.Contains("Ayşe Demir-Hansen", seite.Text);
        Assert.DoesNotContain("Ingeborg Weiß", seite.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await fremd.Seite(Gruppe + "/mitglieder")).Status);
        Assert.StartsWith("/anmeldung", (await jemand.Seite(Gruppe + "/mitglieder")).Adresse);
        Assert.Contains("Ingeborg Weiß", (await mitglied.Seite(Gruppe + "/mitglieder")).Text);
        Assert.Contains("Ingeborg Weiß", (await leitung.Seite(Gruppe + "/mitglieder")).Text);
        Assert.DoesNotContain(Gemeinde.ZweitesMitglied, (await mitglied.Seite(Gruppe + "/mitglieder")).Text);
    }

    [Fact]
    public async Task Die_Seite_zeigt_der_Oeffentlichkeit_nur_veroeffentlichte_Vorschlaege()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);

        var seite = await jemand.Seite(Gruppe);
        Assert.Contains(Gemeinde.Anlaufstellen, seite.Text);
        Assert.DoesNotContain(Gemeinde.BesuchZum75, seite.Text);
        Assert.Contains(Gemeinde.BesuchZum75, (await mitglied.Seite(Gruppe)).Text);
    }

    [Fact]
    public async Task Eine_neue_Gruppe_ist_erst_oeffentlich_wenn_ueber_sie_beraten_ist()
    {
        using var leitung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var jemand = portal.Oeffentlichkeit();

        var angelegt = await leitung.Abschicken("/fachgruppen/neu", new Dictionary<string, string> { ["Name"] = "Sprache und Verständigung", ["Querschnittsthema"] = "Diversity", ["Grund"] = "Wunsch aus drei Stadtteilen" });
        Assert.Equal("/fachgruppen/sprache-und-verstaendigung/mitglieder", angelegt.Adresse);
        Assert.Equal(HttpStatusCode.NotFound, (await jemand.Seite("/fachgruppen/sprache-und-verstaendigung")).Status);

        var schritt = await leitung.Abschicken("/fachgruppen/sprache-und-verstaendigung/schritte/neu?ziel=beraten", new Dictionary<string, string> { ["Grund"] = "Die Konferenz empfiehlt die Gründung" });
        Assert.Equal("/fachgruppen/sprache-und-verstaendigung", schritt.Adresse);
        Assert.Contains("Die Konferenz empfiehlt die Gründung", (await jemand.Seite("/fachgruppen/sprache-und-verstaendigung")).Text);
    }

    [Fact]
    public async Task Zwei_Gruppen_heissen_nicht_gleich_und_das_Getippte_bleibt()
    {
        using var leitung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        var seite = await leitung.Abschicken("/fachgruppen/neu", new Dictionary<string, string> { ["Name"] = "Gut älter werden", ["Grund"] = "Mein langer Grund" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Contains("Eine Gruppe mit diesem Namen gibt es schon.", seite.Meldungen);
        Assert.Equal("Mein langer Grund", seite.Finde("#Grund").TextContent.Trim());
    }

    [Fact]
    public async Task Aufgeloest_wird_nur_nach_Bestaetigung()
    {
        using var leitung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        const string adresse = $"/fachgruppen/{Gemeinde.SelbstbestimmtWohnen}/schritte/neu?ziel=aufgeloest";

        var ohne = await leitung.Abschicken(adresse, new Dictionary<string, string> { ["Grund"] = "Der Teilhabeplan übernimmt" });
        Assert.Contains("Bitte bestätigen Sie", ohne.Meldungen);
        Assert.Equal(Fachgruppenzustand.Ruhend, await portal.Db(db => db.Fachgruppen.Where(g => g.Kennung == Gemeinde.SelbstbestimmtWohnen).Select(g => g.Zustand).SingleAsync()));

        await leitung.Abschicken(adresse, new Dictionary<string, string> { ["Grund"] = "Der Teilhabeplan übernimmt", ["Bestaetigt"] = "true" });
        Assert.Equal(Fachgruppenzustand.Aufgeloest, await portal.Db(db => db.Fachgruppen.Where(g => g.Kennung == Gemeinde.SelbstbestimmtWohnen).Select(g => g.Zustand).SingleAsync()));
    }

    [Theory]
    [InlineData(Gemeinde.Sprecherin, "/schritte", HttpStatusCode.Forbidden)]
    [InlineData(Gemeinde.Mitglied, "/angaben", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Gemeinde.FremdeSprecherin, "/angaben", HttpStatusCode.NotFound)]
    [InlineData(Gemeinde.Mitglied, "/einladungen", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Gemeinde.FremdeSprecherin, "/einladungen", HttpStatusCode.NotFound)]
    [InlineData(Gemeinde.Administration, "/einladungen", HttpStatusCode.NotFound)]
    public async Task Wer_nicht_darf_aendert_nichts(string wer, string tat, HttpStatusCode erwartet)
    {
        using var client = await portal.AngemeldetAls(wer);
        var felder = new Dictionary<string, string>
        {
            ["Name"] = "Gekapert",
            ["Ziel"] = "Aufgeloest",
            ["Am"] = "2026-01-01",
            ["Grund"] = "x",
            ["Bestaetigt"] = "true",
            ["Email"] = "neu@musterstadt.example",
            ["Vorname"] = "Neu",
            ["Nachname"] = "Neu",
        };
        var vorher = await portal.Db(db => db.Einladungen.CountAsync());

        Assert.Equal(erwartet, (await client.Senden(Gruppe + tat, felder)).Status);

        var gruppe = await portal.Db(db => db.Fachgruppen.AsNoTracking().SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden));
        Assert.Equal(("Gut älter werden", Fachgruppenzustand.Aktiv), (gruppe.Name, gruppe.Zustand));
        Assert.Equal(vorher, await portal.Db(db => db.Einladungen.CountAsync()));
    }
}
