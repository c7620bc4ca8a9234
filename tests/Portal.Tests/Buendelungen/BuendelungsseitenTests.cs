using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Buendelungen;

/// <summary>Von der gefundenen Überschneidung bis zur aufgelösten Bündelung, wie es die Beteiligten im Browser tun.</summary>
public sealed class BuendelungsseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private string _erster = "";
    private string _zweiter = "";

    public async Task InitializeAsync()
    {
        await portal.ZuruecksetzenAsync();
        _erster = await portal.KennungAsync(Gemeinde.Anlaufstellen);
        _zweiter = await portal.KennungAsync(Gemeinde.Ferienwochen);
        await portal.Db(db => db.Vorschlaege.Where(v => v.Kennung == _zweiter).ExecuteUpdateAsync(s => s.SetProperty(v => v.Zustand, Vorschlagszustand.Gesichtet)));
        await portal.AusBuendelungNehmenAsync(_erster);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Mit_der_letzten_Zustimmung_ist_sie_vereinbart_und_bis_zur_Runde_laesst_sie_sich_aufloesen()
    {
        var hier = await VorgeschlageneAsync();
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        Assert.Contains("Ihre Gruppe ist gefragt", (await sprecherin.Seite("/")).Text, StringComparison.Ordinal);
        var seite = await sprecherin.Seite(hier);
        foreach (var kennung in (string[])[_erster, _zweiter]) Assert.Contains(seite.Alle("td").Select(z => z.TextContent), z => z.StartsWith(kennung, StringComparison.Ordinal));
        Assert.Single(seite.Alle("form[action$='/zustimmung']"));

        await sprecherin.Abschicken(hier, formular: "form[action$='/zustimmung']");
        Assert.Equal(Buendelungszustand.Vorgeschlagen, await ZustandAsync());
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        Assert.Equal(HttpStatusCode.NotFound, (await konferenz.Seite(hier)).Status);
        using var andere = await portal.AngemeldetAls(Gemeinde.FremdeSprecherin);
        Assert.Contains("vereinbart", (await andere.Abschicken(hier, formular: "form[action$='/zustimmung']")).Text, StringComparison.Ordinal);
        Assert.Equal(Buendelungszustand.Vereinbart, await ZustandAsync());
        Assert.Equal(HttpStatusCode.OK, (await konferenz.Seite(hier)).Status);
        Assert.Equal(1, await BriefeAsync(Gemeinde.Sprecherin, "Vereinbart: "));

        var ohneGrund = await sprecherin.Abschicken(hier + "/aufloesung", Grund("  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ohneGrund.Status);
        await sprecherin.Abschicken(hier + "/aufloesung", Grund("Die Ziele sind doch verschieden."));
        Assert.Equal(Buendelungszustand.Aufgeloest, await ZustandAsync());
        Assert.Equal(1, await BriefeAsync(Gemeinde.FremdeSprecherin, "Aufgelöst: "));
        Assert.Equal(2, await portal.Db(db => db.Vorschlaege.CountAsync(v => (v.Kennung == _erster || v.Kennung == _zweiter) && v.Zustand == Vorschlagszustand.Gesichtet)));
        // Getrennt lassen sie sich wieder bündeln.
        await VorgeschlageneAsync();
    }

    [Fact]
    public async Task Eine_Ablehnung_braucht_einen_Grund_und_alle_erfahren_ihn()
    {
        var hier = await VorgeschlageneAsync();
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var ohne = await sprecherin.Abschicken(hier, Grund(""), "form[action$='/ablehnung']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ohne.Status);
        Assert.Contains("warum Ihre Gruppe nicht bündeln möchte", ohne.Text, StringComparison.Ordinal);
        Assert.Equal(Buendelungszustand.Vorgeschlagen, await ZustandAsync());

        var danach = await sprecherin.Abschicken(hier, Grund("Wir wollen Menschen über 65 erreichen."), "form[action$='/ablehnung']");

        Assert.Contains("Wir wollen Menschen über 65 erreichen.", danach.Text, StringComparison.Ordinal);
        Assert.Equal(Buendelungszustand.Abgelehnt, await ZustandAsync());
        Assert.Equal(1, await BriefeAsync(Gemeinde.FremdeSprecherin, "Nicht gebündelt: "));
        Assert.Equal(1, await BriefeAsync(Gemeinde.Geschaeftsfuehrung, "Nicht gebündelt: "));
    }

    [Fact]
    public async Task Wer_nicht_beteiligt_ist_findet_sie_nicht()
    {
        var hier = await VorgeschlageneAsync();
        foreach (var email in (string[])[Gemeinde.Administration, Gemeinde.Konferenzmitglied, Gemeinde.Datenverantwortliche])
        {
            using var wer = await portal.AngemeldetAls(email);
            Assert.Equal(HttpStatusCode.NotFound, (await wer.Seite(hier)).Status);
            Assert.DoesNotContain("Hilfe aus einer Hand", (await wer.Seite("/buendelungen")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await wer.Senden(hier + "/zustimmung", new Dictionary<string, string> { ["Gruppe"] = Gemeinde.GutAelterWerden })).Status);
        }
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Empty((await mitglied.Seite(hier)).Alle("main form"));
    }

    [Fact]
    public async Task Antworten_alle_Gruppen_im_selben_Augenblick_ist_sie_vereinbart()
    {
        for (var versuch = 0; versuch < 5; versuch++)
        {
            await InitializeAsync();
            var hier = await VorgeschlageneAsync();
            using var eine = await portal.AngemeldetAls(Gemeinde.Sprecherin);
            using var andere = await portal.AngemeldetAls(Gemeinde.FremdeSprecherin);

            var antworten = await Task.WhenAll(
                Task.Run(() => eine.Senden(hier + "/zustimmung", new Dictionary<string, string> { ["Gruppe"] = Gemeinde.GutAelterWerden })),
                Task.Run(() => andere.Senden(hier + "/zustimmung", new Dictionary<string, string> { ["Gruppe"] = Gemeinde.Kinderarmut })));

            Assert.All(antworten, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
            Assert.Equal(Buendelungszustand.Vereinbart, await ZustandAsync());
        }
    }

    [Fact]
    public async Task Ein_Vorschlag_kommt_auch_bei_Gleichzeitigkeit_nur_in_eine_Buendelung()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var schutz = gf.Schutz();
        var antworten = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => gf.Roh(new HttpRequestMessage(HttpMethod.Post, "/buendelungen")
        {
            Content = new FormUrlEncodedContent([new("Titel", "Zugleich"), new("Begruendung", "Weil."), new("Vorschlag", _erster), new("Vorschlag", _zweiter)]),
            Headers = { { "X-Formular", schutz } },
        }))));

        Assert.Single(antworten, a => a.Status == HttpStatusCode.Redirect);
        Assert.All(antworten.Where(a => a.Status != HttpStatusCode.Redirect), a => Assert.Contains("gehört schon zu einer anderen Bündelung", a.Text, StringComparison.Ordinal));
        Assert.Equal(1, await portal.Db(db => db.Buendelungen.CountAsync(b => b.Titel == "Zugleich")));
    }

    [Fact]
    public async Task Eine_gleiche_Kennzahl_wird_gefunden_und_fuehrt_zum_ausgefuellten_Formular()
    {
        await portal.Db(async db =>
        {
            foreach (var titel in (string[])[Gemeinde.Anlaufstellen, Gemeinde.Ferienwochen])
            {
                var zeile = await db.Vorschlaege.Where(v => v.Titel == titel).SelectMany(v => v.Zeilen).OrderBy(z => z.Id).FirstAsync();
                var werte = zeile.Werte with { Kennzahl = titel == Gemeinde.Anlaufstellen ? "Anteil der erreichten Haushalte" : "Anteil erreichter Haushalte" };
                await db.Matrixzeilen.Where(z => z.Id == zeile.Id).ExecuteUpdateAsync(s => s.SetProperty(z => z.Werte, werte));
            }
        });
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var liste = await gf.Seite("/buendelungen");
        Assert.Contains("Gleiche Kennzahl: Anteil", liste.Text, StringComparison.Ordinal);

        var formular = await gf.Seite(liste.Finde($"a[href^='/buendelungen/neu?'][href*='{_erster}'][href*='{_zweiter}']").GetAttribute("href")!);
        Assert.Equal(new[] { _erster, _zweiter }.Order(), formular.Alle("input[name=Vorschlag][checked]").Select(k => k.GetAttribute("value")!).Order());
        var leer = await gf.Abschicken(formular, new Dictionary<string, string> { ["Titel"] = "", ["Begruendung"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leer.Status);
        Assert.Equal(2, leer.Alle("input[name=Vorschlag][checked]").Count);
    }

    private async Task<string> VorgeschlageneAsync()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var seite = await gf.Abschicken(await gf.Seite($"/buendelungen/neu?vorschlag={_erster}&vorschlag={_zweiter}"), new Dictionary<string, string> { ["Titel"] = "Hilfe aus einer Hand", ["Begruendung"] = "Beide wollen eine Stelle für alle Anliegen." });
        Assert.Equal(HttpStatusCode.OK, seite.Status);
        Assert.Equal("Hilfe aus einer Hand", seite.Ueberschrift);
        Assert.True(await BriefeAsync(Gemeinde.Sprecherin, "Bitte antworten: Vorschläge bündeln") > 0);
        return seite.Adresse;
    }

    private Task<Buendelungszustand> ZustandAsync() => portal.Db(db => db.Buendelungen.OrderByDescending(b => b.Id).Select(b => b.Zustand).FirstAsync());

    private Task<int> BriefeAsync(string an, string betreff) => portal.Db(db => db.OutgoingMails.CountAsync(m => m.ToAddress == an && m.Subject.StartsWith(betreff)));

    private static Dictionary<string, string> Grund(string grund) => new() { ["Grund"] = grund };
}
