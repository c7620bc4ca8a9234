using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Tests.Support;

namespace Portal.Tests.Fachgruppen;

public class BeitrittTests(BeitrittTests.Geduldig portal) : IClassFixture<BeitrittTests.Geduldig>
{
    private const string Gruppe = $"/fachgruppen/{Gemeinde.GutAelterWerden}";

    [Fact]
    public async Task Bekannt_unbekannt_und_zum_zweiten_Mal_bekommen_dieselbe_Antwort()
    {
        using var jemand = portal.Oeffentlichkeit();
        var vorher = await AnDieSprecherin();

        var unbekannt = await Bitten(jemand, "unbekannt@beispiel.example");
        var nochmals = await Bitten(jemand, "Unbekannt@beispiel.example");
        var bekannt = await Bitten(jemand, Gemeinde.FremdesMitglied);

        Assert.Equal(unbekannt.Text, nochmals.Text);
        Assert.Equal(unbekannt.Text, bekannt.Text);
        Assert.Equal((unbekannt.Status, unbekannt.Adresse), (bekannt.Status, bekannt.Adresse));
        Assert.Equal(1, await portal.Db(db => db.Beitrittsanfragen.CountAsync(a => a.EmailNormal == "UNBEKANNT@BEISPIEL.EXAMPLE")));
        Assert.Equal(1, await portal.Db(db => db.OutgoingMails.CountAsync(m => m.ToAddress == "unbekannt@beispiel.example")));
        Assert.Equal(vorher + 2, await AnDieSprecherin());
    }

    [Fact]
    public async Task Was_in_die_Falle_schreibt_wird_nicht_gespeichert()
    {
        using var programm = portal.Oeffentlichkeit();

        var seite = await Bitten(programm, "programm@beispiel.example", ("Webseite", "https://werbung.example"));

        Assert.EndsWith("/angekommen", seite.Adresse);
        Assert.False(await portal.Db(db => db.Beitrittsanfragen.AnyAsync(a => a.Email == "programm@beispiel.example")));
    }

    [Theory]
    [InlineData("Email", "keine-adresse", "ist keine E-Mail-Adresse")]
    [InlineData("Email", "a@b.example\r\nBcc: x@y.example", "ist keine E-Mail-Adresse")]
    [InlineData("Vorname", "", "Bitte füllen Sie „Vorname“ aus.")]
    [InlineData("Nachricht", "böse\u0007", "unsichtbare Steuerzeichen")]
    public async Task Schlechte_Angaben_bekommen_einen_Satz_am_Feld(string feld, string wert, string satz)
    {
        using var jemand = portal.Oeffentlichkeit();

        var seite = await Bitten(jemand, "gut@beispiel.example", (feld, wert));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Contains(satz, seite.Finde($"#{feld}-fehler").TextContent);
        Assert.Equal("Nachname", seite.Finde("#Nachname").GetAttribute("value"));
    }

    [Fact]
    public async Task Wer_schon_einen_Zugang_hat_gehoert_sofort_dazu_andere_werden_eingeladen()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        await Bitten(jemand, Gemeinde.FremdeSprecherin);
        await Bitten(jemand, "neugierig@beispiel.example");

        await sprecherin.Senden($"{Gruppe}/beitrittsanfragen/{await Nummer(Gemeinde.FremdeSprecherin)}/annahme");
        await sprecherin.Senden($"{Gruppe}/beitrittsanfragen/{await Nummer("neugierig@beispiel.example")}/annahme");

        Assert.True(await portal.Db(db => db.Mitgliedschaften.AnyAsync(m => m.Person.Email == Gemeinde.FremdeSprecherin && m.Fachgruppe.Kennung == Gemeinde.GutAelterWerden && m.Bis == null)));
        Assert.True(await portal.Db(db => db.Einladungen.AnyAsync(e => e.Email == "neugierig@beispiel.example" && e.FachgruppeId != null)));
        Assert.False(await portal.Db(db => db.Personen.AnyAsync(p => p.Email == "neugierig@beispiel.example")));
    }

    [Fact]
    public async Task Eine_Ablehnung_braucht_einen_Grund_und_er_steht_in_der_Antwort()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        await Bitten(jemand, "abgelehnt@beispiel.example");
        var adresse = $"{Gruppe}/beitrittsanfragen/{await Nummer("abgelehnt@beispiel.example")}/ablehnung";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sprecherin.Abschicken(adresse)).Status);
        await sprecherin.Abschicken(adresse, new Dictionary<string, string> { ["Grund"] = "Die Gruppe ist zurzeit sehr groß." });

        Assert.Contains("Die Gruppe ist zurzeit sehr groß.", await portal.Db(db => db.OutgoingMails.Where(m => m.ToAddress == "abgelehnt@beispiel.example").OrderByDescending(m => m.Id).Select(m => m.TextBody).FirstAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sprecherin.Senden(adresse, new Dictionary<string, string> { ["Grund"] = "noch einmal" })).Status);
    }

    [Theory]
    [InlineData(Gemeinde.Mitglied)]
    [InlineData(Gemeinde.FremdesMitglied)]
    [InlineData(Gemeinde.Administration)]
    [InlineData(Gemeinde.Konferenzmitglied)]
    public async Task Ueber_Anfragen_entscheidet_sonst_niemand(string wer)
    {
        using var jemand = portal.Oeffentlichkeit();
        using var client = await portal.AngemeldetAls(wer);
        var email = $"von-{wer}";
        await Bitten(jemand, email);
        var nummer = await Nummer(email);

        Assert.Equal(HttpStatusCode.NotFound, (await client.Senden($"{Gruppe}/beitrittsanfragen/{nummer}/annahme")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Senden($"{Gruppe}/beitrittsanfragen/{nummer}/ablehnung", new Dictionary<string, string> { ["Grund"] = "x" })).Status);
        Assert.True(await portal.Db(db => db.Beitrittsanfragen.Where(a => a.Kennung == nummer).Select(a => a.EntschiedenAm == null).SingleAsync()));
    }

    [Fact]
    public async Task Eine_Fachsozialplanung_nimmt_keine_Anfragen_an()
    {
        using var jemand = portal.Oeffentlichkeit();

        Assert.Contains("wird von der Verwaltung besetzt", (await jemand.Seite($"/fachgruppen/{Gemeinde.Pflegebedarfsplanung}/beitritt")).Text);
        var antwort = await jemand.Senden($"/fachgruppen/{Gemeinde.Pflegebedarfsplanung}/beitritt", new Dictionary<string, string> { ["Vorname"] = "A", ["Nachname"] = "B", ["Email"] = "a@b.example" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, antwort.Status);
        Assert.False(await portal.Db(db => db.Beitrittsanfragen.AnyAsync(a => a.Fachgruppe.Kennung == Gemeinde.Pflegebedarfsplanung)));
    }

    /// <summary>Ein Portal, das viele Formulare in einer Minute annimmt.</summary>
    public sealed class Geduldig : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Einstellungen => [new("Begrenzung:FormularProMinute", "1000")];
    }

    private static Task<Seite> Bitten(PortalClient wer, string email, params (string Feld, string Wert)[] anders)
    {
        var felder = new Dictionary<string, string> { ["Vorname"] = "Vorname", ["Nachname"] = "Nachname", ["Email"] = email, ["Nachricht"] = "Ich möchte mitarbeiten." };
        foreach (var (feld, wert) in anders) felder[feld] = wert;
        return wer.Abschicken(Gruppe + "/beitritt", felder);
    }

    private Task<int> AnDieSprecherin() => portal.Db(db => db.OutgoingMails.CountAsync(m => m.ToAddress == Gemeinde.Sprecherin && m.Subject.StartsWith("Neue Anfrage")));

    private Task<string> Nummer(string email) => portal.Db(db => db.Beitrittsanfragen.Offen.Where(a => a.Email == email).Select(a => a.Kennung).SingleAsync());
}

public sealed class GebremstesPortal : PortalFactory
{
    protected override IEnumerable<KeyValuePair<string, string>> Einstellungen => [new("Begrenzung:FormularProMinute", "10")];
}

public class BeitrittsbegrenzungTests(GebremstesPortal portal) : IClassFixture<GebremstesPortal>
{
    [Fact]
    public async Task Wer_das_Formular_zu_oft_sendet_wird_gebremst()
    {
        using var programm = portal.Oeffentlichkeit();
        var felder = new Dictionary<string, string> { ["Vorname"] = "Viel", ["Nachname"] = "Zu", ["Email"] = "viel@beispiel.example" };

        var antworten = new List<HttpStatusCode>();
        for (var i = 0; i < 15; i++) antworten.Add((await programm.Senden($"/fachgruppen/{Gemeinde.GutAelterWerden}/beitritt", felder)).Status);

        Assert.Contains(HttpStatusCode.TooManyRequests, antworten);
    }
}
