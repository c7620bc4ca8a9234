using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Gemerkte Seiten: nie für Angemeldete, nie von Angemeldeten, und nach jeder Änderung sofort vergessen.</summary>
public sealed class OeffentlicherSpeicherTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/vorschlaege")]
    [InlineData("/fachgruppen")]
    [InlineData("/seiten/impressum")]
    public async Task Erst_die_Angemeldete_dann_die_Besucherin(string adresse)
    {
        // Gemerkt wird höchstens bis zum Ende der Minute.
        portal.Uhr.Stellen(portal.Uhr.Jetzt.AddSeconds(61 - portal.Uhr.Jetzt.Second));
        using var geschaeftsfuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var besucherin = portal.Oeffentlichkeit();
        using var zweite = portal.Oeffentlichkeit();

        var innen = await geschaeftsfuehrung.Seite(adresse);
        var aussen = await besucherin.Seite(adresse);
        var gemerkt = aussen;
        // Auf PostgreSQL kann gerade noch ankommen, was eine Prüfung davor geändert hat, und wer noch nicht hört, merkt sich nichts; dann merkt sich das Portal die Seite von da an.
        await Geduld.BisAsync(async () => (gemerkt = await zweite.Seite(adresse)).Antwort.Headers.Contains("Age"), "Die zweite Besucherin bekommt keine gemerkte Seite.");
        var wiederInnen = await geschaeftsfuehrung.Seite(adresse);

        Assert.Equal(HttpStatusCode.OK, aussen.Status);
        Assert.Contains("/abmeldung", innen.Quelltext, StringComparison.Ordinal);
        Assert.DoesNotContain("/abmeldung", aussen.Quelltext, StringComparison.Ordinal);
        Assert.Equal(aussen.Quelltext, gemerkt.Quelltext);
        Assert.False(gemerkt.Antwort.Headers.Contains("Set-Cookie"));
        Assert.Contains("/abmeldung", wiederInnen.Quelltext, StringComparison.Ordinal);
        Assert.False(wiederInnen.Antwort.Headers.Contains("Age"));
    }

    [Fact]
    public async Task Nach_einer_Aenderung_sieht_die_naechste_Besucherin_das_Neue()
    {
        using var besucherin = portal.Oeffentlichkeit();
        for (var i = 0; i < 3; i++)
        {
            var name = "Musterstadt " + i;
            await portal.Db(async db => { (await db.Kommune.SingleAsync()).Name = name; await db.SaveChangesAsync(); });
            Assert.Contains(name, (await besucherin.Seite("/seiten/impressum")).Quelltext, StringComparison.Ordinal);
        }
    }

    [NurAufPostgres]
    public async Task Ein_anderer_Knoten_erfaehrt_es()
    {
        await using var anderer = portal.WithWebHostBuilder(_ => { });
        using var dort = new HttpClient(anderer.Server.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        await Geduld.BisAsync(async () => (await dort.GetAsync("/seiten/datenschutz")).Headers.Contains("Age"), "Der andere Knoten merkt sich nichts.");

        await portal.Db(async db => { (await db.Seitentexte.SingleAsync(s => s.Seite == "datenschutz")).Schreiben("Datenschutz", "Neu", "<p>Neuer Wortlaut</p>", Portal.Tests.Support.Rollen.Geschaeftsfuehrung); await db.SaveChangesAsync(); });

        await Geduld.BisAsync(async () => (await dort.GetStringAsync("/seiten/datenschutz")).Contains("Neuer Wortlaut", StringComparison.Ordinal), "Der andere Knoten zeigt noch den alten Wortlaut.");
    }
}
