using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Was jemand schreibt, überlebt eine verlorene Anmeldung und ein zu altes Formular; abgesendet wird es nie von selbst.</summary>
public sealed class EingabenBehaltenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string s_langes = string.Join("\r\n", Enumerable.Range(1, 180).Select(i => $"Satz {i}: Der Weg zur Bäckerei ist zu weit, sagen die Älteren."));

    [Theory]
    [InlineData(Gemeinde.Sprecherin, "/vorschlaege/{0}/diskussion", "Text")]
    [InlineData(Gemeinde.Geschaeftsfuehrung, "/verwaltung/texte/impressum", "Text")]
    [InlineData(Gemeinde.Geschaeftsfuehrung, "/fachgruppen/neu", "Auftrag")]
    public async Task Nach_der_Anmeldung_steht_alles_wieder_im_Formular(string email, string adresse, string feld)
    {
        adresse = await AdresseAsync(adresse);
        using var client = await portal.AngemeldetAls(email);
        var offen = await client.Seite(adresse);
        client.Keks("portal", "");
        var text = feld == "Auftrag" ? s_langes[..3000] : s_langes[..9000];
        var vorher = await portal.StandAsync();

        var anmeldung = await client.Abschicken(offen, new Dictionary<string, string> { [feld] = text });

        Assert.Equal(HttpStatusCode.Unauthorized, anmeldung.Status);
        Assert.Contains("Was Sie geschrieben haben, ist noch da", anmeldung.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bäckerei", anmeldung.Quelltext, StringComparison.Ordinal);
        var falsch = await client.Abschicken(anmeldung, new Dictionary<string, string> { ["Email"] = email, ["Kennwort"] = "ganz und gar falsch" });
        var behalten = await client.Abschicken(falsch, new Dictionary<string, string> { ["Email"] = email, ["Kennwort"] = Portal.Musterstadt.Mustergemeinde.Kennwort });
        Assert.Equal("Ihre Eingaben sind noch da", behalten.Ueberschrift);
        var formular = await client.Abschicken(behalten);
        Assert.Equal(HttpStatusCode.OK, formular.Status);
        Assert.Contains("noch nicht gespeichert", formular.Meldungen, StringComparison.Ordinal);
        Assert.Equal(text.ReplaceLineEndings("\n"), formular.Finde($"main textarea[name='{feld}']").TextContent.Trim('\n').ReplaceLineEndings("\n"));
        Befund.Leer(vorher.Unterschiede(await portal.StandAsync()).Where(u => !u.Contains("Konten", StringComparison.Ordinal)));
        if (feld == "Text") Assert.Equal(HttpStatusCode.Redirect, (await client.Abschicken(formular, new Dictionary<string, string> { [feld] = text }, folgen: false)).Status);
    }

    [Fact]
    public async Task Wer_sich_als_jemand_anderes_anmeldet_bekommt_nichts_zu_sehen()
    {
        using var client = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var offen = await client.Seite(await AdresseAsync("/vorschlaege/{0}/diskussion"));
        client.Keks("portal", "");
        var anmeldung = await client.Abschicken(offen, new Dictionary<string, string> { ["Text"] = "Nur für mich: Bäckerei" });

        var andere = await client.Abschicken(anmeldung, new Dictionary<string, string> { ["Email"] = Gemeinde.Mitglied, ["Kennwort"] = Portal.Musterstadt.Mustergemeinde.Kennwort });

        Assert.Equal(HttpStatusCode.OK, andere.Status);
        Assert.DoesNotContain("Bäckerei", andere.Quelltext, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ein_zu_altes_Formular_wird_mit_allem_wieder_gezeigt()
    {
        var adresse = await AdresseAsync("/vorschlaege/{0}/diskussion");
        using var client = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var offen = await client.Seite(adresse);
        client.Keks(portal.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!, "");

        var behalten = await client.Abschicken(offen, new Dictionary<string, string> { ["Text"] = s_langes });

        Assert.Equal(HttpStatusCode.BadRequest, behalten.Status);
        Assert.Equal("Ihre Eingaben sind noch da", behalten.Ueberschrift);
        var formular = await client.Abschicken(behalten);
        Assert.Equal(s_langes.ReplaceLineEndings("\n"), formular.Finde("main textarea[name='Text']").TextContent.Trim('\n').ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Die_Schreibseite_ohne_Skript_behaelt_jeden_Text()
    {
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        using var client = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var offen = await client.Seite($"/vorschlaege/{kennung}/schreiben");
        client.Keks("portal", "");
        var anmeldung = await client.Abschicken(offen, new Dictionary<string, string> { ["Felder[Bedarf].Wert"] = s_langes }, formular: "#schreiben", knopf: ("Aktion", "speichern"));
        var behalten = await client.Abschicken(anmeldung, new Dictionary<string, string> { ["Email"] = Gemeinde.Sprecherin, ["Kennwort"] = Portal.Musterstadt.Mustergemeinde.Kennwort });

        Assert.Contains("Satz 180", behalten.Text, StringComparison.Ordinal);
        await client.Abschicken(behalten);
        Assert.Contains("Satz 180", await portal.Db(db => db.Feldinhalte.Where(f => f.Feld == Portal.Vorschlaege.Vorschlagsfeld.Bedarf && db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)).Select(f => f.Wert).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://boese.example")]
    [InlineData(null)]
    public async Task Was_von_einer_fremden_Seite_kommt_wird_nicht_behalten(string? herkunft)
    {
        var adresse = await AdresseAsync("/vorschlaege/{0}/diskussion");
        foreach (var angemeldet in (bool[])[true, false])
        {
            using var client = angemeldet ? await portal.AngemeldetAls(Gemeinde.Sprecherin) : portal.Oeffentlichkeit();
            using var anfrage = new HttpRequestMessage(HttpMethod.Post, adresse) { Content = new FormUrlEncodedContent([new("Text", "Untergeschoben")]) };
            anfrage.Headers.Add("Origin", herkunft ?? "null");
            var seite = await client.Roh(anfrage);
            Assert.Equal(angemeldet ? HttpStatusCode.BadRequest : HttpStatusCode.Redirect, seite.Status);
            Assert.DoesNotContain("Untergeschoben", seite.Quelltext, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Kennwoerter_und_Codes_werden_nie_behalten()
    {
        using var client = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var offen = await client.Seite("/konto/kennwort");
        client.Keks(portal.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!, "");

        var seite = await client.Abschicken(offen, offen.Alle("main input[type=password]").ToDictionary(e => e.GetAttribute("name")!, _ => "Mein geheimes Kennwort"));

        Assert.Equal(HttpStatusCode.BadRequest, seite.Status);
        Assert.DoesNotContain("Mein geheimes Kennwort", seite.Quelltext, StringComparison.Ordinal);
    }

    private async Task<string> AdresseAsync(string vorlage) => string.Format(System.Globalization.CultureInfo.InvariantCulture, vorlage, await portal.KennungAsync(Gemeinde.BesuchZum75));
}
