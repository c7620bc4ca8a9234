using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Stammdaten;

public class StammdatenseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/verwaltung", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("/verwaltung/handlungsfelder", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("/verwaltung/handlungsfelder/neu", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("/verwaltung/sozialraeume", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("/verwaltung/sozialraeume/import", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("/verwaltung/gemeinde", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("/verwaltung/texte/impressum", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("/verwaltung/einreichungsfrist", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("/verwaltung/barrieren", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("/verlauf", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task Die_Verwaltung_ist_fuer_Geschaeftsfuehrung_und_Administration(string adresse, HttpStatusCode leitung, HttpStatusCode administration)
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        using var jemand = portal.Oeffentlichkeit();

        Assert.Equal(leitung, (await gf.Seite(adresse)).Status);
        Assert.Equal(administration, (await admin.Seite(adresse)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sprecherin.Seite(adresse)).Status);
        Assert.StartsWith("/anmeldung", (await jemand.Seite(adresse)).Adresse);
    }

    [Fact]
    public async Task Ein_verwendetes_Handlungsfeld_bleibt_ein_unbenutztes_laesst_sich_loeschen()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await gf.Senden("/verwaltung/handlungsfelder/armut/loeschung")).Status);
        Assert.Contains("kann nicht gelöscht werden", (await gf.Seite("/verwaltung/handlungsfelder/armut/loeschung")).Text);
        Assert.True(await portal.Db(db => db.Handlungsfelder.AnyAsync(h => h.Kennung == "armut")));

        await gf.Abschicken("/verwaltung/handlungsfelder/neu", new Dictionary<string, string> { ["Name"] = "Wohnen" });
        Assert.Contains("gibt es schon", (await gf.Abschicken("/verwaltung/handlungsfelder/neu", new Dictionary<string, string> { ["Name"] = "WOHNEN" })).Meldungen);
        await gf.Abschicken("/verwaltung/handlungsfelder/wohnen/loeschung", formular: "main form");
        Assert.False(await portal.Db(db => db.Handlungsfelder.AnyAsync(h => h.Kennung == "wohnen")));
    }

    [Fact]
    public async Task Wer_mit_altem_Stand_speichert_ueberschreibt_niemanden()
    {
        using var eine = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var andere = await portal.AngemeldetAls(Gemeinde.Administration);
        var offen = await eine.Seite("/verwaltung/handlungsfelder/pflege");
        await andere.Abschicken("/verwaltung/handlungsfelder/pflege", new Dictionary<string, string> { ["Beschreibung"] = "Von der anderen" });

        Assert.Equal(HttpStatusCode.Conflict, (await eine.Abschicken(offen, new Dictionary<string, string> { ["Beschreibung"] = "Von der einen" })).Status);
        Assert.Equal("Von der anderen", await portal.Db(db => db.Handlungsfelder.Where(h => h.Kennung == "pflege").Select(h => h.Beschreibung).SingleAsync()));
    }

    [Fact]
    public async Task Sozialraeume_lassen_sich_nicht_im_Kreis_verschieben_und_verwendete_nicht_loeschen()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        var kreis = await gf.Senden("/verwaltung/sozialraeume/altstadt", new Dictionary<string, string> { ["Name"] = "Altstadt", ["Ebene"] = "Stadtteil", ["Uebergeordnet"] = "domviertel", ["Version"] = "0" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kreis.Status);
        Assert.Contains("nicht unter sich selbst", kreis.Meldungen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await gf.Senden("/verwaltung/sozialraeume/altstadt/loeschung")).Status);
    }

    [Fact]
    public async Task Eine_Liste_mit_einem_Fehler_wird_gar_nicht_uebernommen()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        const string gut = "Kennung;Name;Ebene;Uebergeordnet\nostufer;Ostufer;Stadtteil;musterstadt\n";

        var mitFehler = await gf.Senden("/verwaltung/sozialraeume/import/uebernahme", new Dictionary<string, string> { ["Liste"] = gut + "westufer;Westufer;Bezirk;gibt-es-nicht\n" });
        Assert.Contains("gibt es nicht", mitFehler.Text);
        Assert.False(await portal.Db(db => db.Sozialraeume.AnyAsync(r => r.Kennung == "ostufer")));

        await gf.Senden("/verwaltung/sozialraeume/import/uebernahme", new Dictionary<string, string> { ["Liste"] = gut });
        Assert.Equal("musterstadt", await portal.Db(db => db.Sozialraeume.Where(r => r.Kennung == "ostufer").Select(r => r.Uebergeordnet!.Kennung).SingleAsync()));
    }

    [Fact]
    public async Task Farbe_und_Name_stehen_sofort_auf_jeder_Seite()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var jemand = portal.Oeffentlichkeit();

        Assert.Contains("hebt sich in der hellen Ansicht zu wenig ab", (await gf.Abschicken("/verwaltung/gemeinde", new Dictionary<string, string> { ["Name"] = "Musterstadt", ["Akzentfarbe"] = "#ffee00" })).Meldungen);
        await gf.Abschicken("/verwaltung/gemeinde", new Dictionary<string, string> { ["Name"] = "Musterstadt am Wasser", ["Akzentfarbe"] = "#1F6FB2" });

        Assert.Contains("Musterstadt am Wasser", (await jemand.Seite("/fachgruppen")).Text);
        var farbe = await jemand.Seite("/darstellung.css");
        Assert.Equal(":root{--p-akzent:#1f6fb2}", farbe.Quelltext);
        Assert.Equal("text/css", farbe.Antwort.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "logo.png")]
    [InlineData("GIF89a", "logo.png")]
    [InlineData("", "logo.png")]
    public async Task Ein_Logo_erkennt_man_am_Inhalt_nicht_am_Namen(string inhalt, string name)
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Hochladen(gf, System.Text.Encoding.UTF8.GetBytes(inhalt), name)).Status);
    }

    [Fact]
    public async Task Ein_PNG_wird_das_Logo_ein_zu_grosses_nicht()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var jemand = portal.Oeffentlichkeit();
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Hochladen(gf, [.. png, .. new byte[210 * 1024]], "gross.png")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Hochladen(gf, png, "logo.svg")).Status);
        var logo = await jemand.Seite("/logo");
        Assert.Equal("image/png", logo.Antwort.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", logo.Antwort.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Texte_werden_ohne_fremdes_HTML_gesetzt_und_die_Vorschau_speichert_nichts()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var jemand = portal.Oeffentlichkeit();
        var felder = new Dictionary<string, string> { ["Titel"] = "Impressum", ["Text"] = "## Neu\n<script>alert(1)</script> [x](javascript:alert(1)) **fett**" };

        var vorschau = await gf.Senden("/verwaltung/texte/impressum/vorschau", felder);
        Assert.Contains("noch nicht gespeichert", vorschau.Text);
        Assert.DoesNotContain("fett", (await jemand.Seite("/seiten/impressum")).Finde("main").TextContent);

        await gf.Abschicken("/verwaltung/texte/impressum", felder);
        var seite = await jemand.Seite("/seiten/impressum");
        Assert.Equal("fett", seite.Finde(".p-markdown strong").TextContent);
        Assert.Empty(seite.Alle("main script"));
        Assert.DoesNotContain("href=\"javascript:", seite.Quelltext);
    }

    [Fact]
    public async Task Die_Frist_setzt_nur_die_Geschaeftsfuehrung_und_einen_Tag_der_nicht_existiert_gibt_es_nicht()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        var vorher = await Frist();

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Senden("/verwaltung/einreichungsfrist", new Dictionary<string, string> { ["Einreichungsfrist"] = "2030-01-01" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await gf.Abschicken("/verwaltung/einreichungsfrist", new Dictionary<string, string> { ["Einreichungsfrist"] = "2027-02-30" })).Status);
        Assert.Equal(vorher, await Frist());

        await gf.Abschicken("/verwaltung/einreichungsfrist", new Dictionary<string, string> { ["Einreichungsfrist"] = "2027-02-28" });
        Assert.Equal(new DateOnly(2027, 2, 28), await Frist());
    }

    private Task<DateOnly?> Frist() => portal.Db(db => db.Kommune.AsNoTracking().Select(k => k.Einreichungsfrist).SingleAsync());

    private static async Task<Seite> Hochladen(PortalClient wer, byte[] inhalt, string name)
    {
        var seite = await wer.Seite("/verwaltung/gemeinde");
        var form = new MultipartFormDataContent
        {
            { new StringContent(seite.Finde("form[enctype] input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(inhalt), "Logo", name },
        };
        return await wer.Roh(new HttpRequestMessage(HttpMethod.Post, "/verwaltung/gemeinde/logo") { Content = form });
    }
}

public class LeereStammdatenTests(LeeresPortal portal) : IClassFixture<LeeresPortal>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/fachgruppen")]
    [InlineData("/seiten/impressum")]
    [InlineData("/seiten/datenschutz")]
    [InlineData("/seiten/barrierefreiheit")]
    public async Task Ein_neues_Portal_hat_keine_leere_Seite(string adresse)
    {
        using var jemand = portal.Oeffentlichkeit();

        var seite = await jemand.Seite(adresse);

        Assert.Equal(HttpStatusCode.OK, seite.Status);
        Assert.True(seite.Finde("main").TextContent.Trim().Length > 100);
    }
}
