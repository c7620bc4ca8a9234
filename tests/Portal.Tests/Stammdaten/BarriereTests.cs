using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Stammdaten;

public class BarriereTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Eine_Meldung_ohne_Namen_kommt_an_und_wird_beantwortet()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        var danach = await jemand.Abschicken("/barriere-melden", new Dictionary<string, string> { ["Beschreibung"] = "Der Filter liest sich nicht vor.", ["Email"] = "melderin@beispiel.example" });
        Assert.Equal("/barriere-melden/angekommen", danach.Adresse);
        Assert.True(await portal.Db(db => db.OutgoingMails.AnyAsync(m => m.ToAddress == Gemeinde.Geschaeftsfuehrung && m.Subject == "Eine Barriere wurde gemeldet")));

        var kennung = await portal.Db(db => db.Barrieremeldungen.Where(m => m.Email == "melderin@beispiel.example").Select(m => m.Kennung).SingleAsync());
        Assert.Contains("Der Filter liest sich nicht vor.", (await gf.Seite("/verwaltung/barrieren")).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await gf.Abschicken($"/verwaltung/barrieren/{kennung}")).Status);
        await gf.Abschicken($"/verwaltung/barrieren/{kennung}", new Dictionary<string, string> { ["Antwort"] = "Der Filter ist jetzt beschriftet." });

        Assert.Contains("Der Filter ist jetzt beschriftet.", await portal.Db(db => db.OutgoingMails.Where(m => m.ToAddress == "melderin@beispiel.example").Select(m => m.TextBody).SingleAsync()));
        Assert.Contains("Der Filter liest sich nicht vor.", (await gf.Seite("/verwaltung/barrieren?stand=erledigt")).Text);
        await gf.Abschicken($"/verwaltung/barrieren/{kennung}", formular: "form[action$=wiedereroeffnung]");
        Assert.Null(await portal.Db(db => db.Barrieremeldungen.Where(m => m.Kennung == kennung).Select(m => m.ErledigtAm).SingleAsync()));
    }

    [Theory]
    [InlineData("Beschreibung", "", "Bitte füllen Sie")]
    [InlineData("Email", "x y@z", "ist keine E-Mail-Adresse")]
    public async Task Schlechte_Angaben_bekommen_einen_Satz(string feld, string wert, string satz)
    {
        using var jemand = portal.Oeffentlichkeit();
        var felder = new Dictionary<string, string> { ["Beschreibung"] = "Etwas geht nicht.", [feld] = wert };

        var seite = await jemand.Abschicken("/barriere-melden", felder);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Contains(satz, seite.Meldungen);
    }

    [Fact]
    public async Task Meldungen_liest_nur_die_Geschaeftsfuehrung()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        await jemand.Abschicken("/barriere-melden", new Dictionary<string, string> { ["Beschreibung"] = "Nur für die Geschäftsführung" });
        var kennung = await portal.Db(db => db.Barrieremeldungen.Where(m => m.Beschreibung == "Nur für die Geschäftsführung").Select(m => m.Kennung).SingleAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Seite($"/verwaltung/barrieren/{kennung}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Senden($"/verwaltung/barrieren/{kennung}/antwort", new Dictionary<string, string> { ["Antwort"] = "x" })).Status);
    }
}
