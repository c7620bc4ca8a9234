using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Sicherheit;

/// <summary>Was die Türen verraten, und wie lange ein Schlüssel passt.</summary>
public sealed class ZugangTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Die_Anmeldung_verraet_nicht_wer_ein_Konto_hat()
    {
        using var erster = portal.Oeffentlichkeit();
        using var zweiter = portal.Oeffentlichkeit();
        var bekannt = await erster.Anmelden(Gemeinde.ZweitesMitglied, "ein falsches Kennwort");
        var unbekannt = await zweiter.Anmelden("gibt.es.nicht.wirklich@musterstadt.example", "ein falsches Kennwort");

        Assert.Equal(bekannt.Status, unbekannt.Status);
        Assert.Equal(OhneEingabe(bekannt), OhneEingabe(unbekannt));
        Assert.False(erster.HatKeks("portal"));
    }

    [Fact]
    public async Task Wer_sein_Kennwort_vergessen_hat_bekommt_immer_dieselbe_Antwort()
    {
        using var erster = portal.Oeffentlichkeit();
        using var zweiter = portal.Oeffentlichkeit();
        var bekannt = await erster.Abschicken("/kennwort-vergessen", new Dictionary<string, string> { ["Email"] = Gemeinde.ZweitesMitglied });
        var unbekannt = await zweiter.Abschicken("/kennwort-vergessen", new Dictionary<string, string> { ["Email"] = "gibt.es.nicht@musterstadt.example" });

        Assert.Equal(bekannt.Status, unbekannt.Status);
        Assert.Equal(OhneEingabe(bekannt), OhneEingabe(unbekannt));
    }

    [Fact]
    public async Task Mit_dem_richtigen_Kennwort_geht_die_Tuer_auf_und_mit_der_Abmeldung_wieder_zu()
    {
        using var client = portal.Oeffentlichkeit();
        var seite = await client.Anmelden(Gemeinde.Mitglied);
        Assert.Equal(HttpStatusCode.OK, seite.Status);
        Assert.Contains("Petersen", seite.Text, StringComparison.Ordinal);

        await client.Abschicken(seite, formular: "form[action='/abmeldung']");
        Assert.DoesNotContain("Petersen", (await client.Seite("/vorschlaege")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http:evil.example")]
    public async Task Nach_der_Anmeldung_geht_es_nie_zu_einer_fremden_Adresse(string ziel)
    {
        using var client = portal.Oeffentlichkeit();
        var antwort = await client.Abschicken("/anmeldung?zurueck=" + Uri.EscapeDataString(ziel), new Dictionary<string, string> { ["Email"] = Gemeinde.Mitglied, ["Kennwort"] = Portal.Musterstadt.Mustergemeinde.Kennwort }, folgen: false);

        Assert.Equal(HttpStatusCode.Redirect, antwort.Status);
        Assert.Matches("^/(?![/\\\\])", antwort.Antwort.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Eine_Einladung_gilt_einmal_und_nur_bis_zum_Ablauf()
    {
        await portal.ZuruecksetzenAsync();
        var (kennung, geheimnis) = await EinladenAsync("neu.eins@musterstadt.example");
        Assert.True(await GiltAsync(geheimnis));

        portal.Uhr.Vorstellen(Einladung.Gueltigkeit + TimeSpan.FromMinutes(1));
        Assert.False(await GiltAsync(geheimnis));
        portal.Uhr.Richtigstellen();
        Assert.True(await GiltAsync(geheimnis));

        await portal.Db(async db =>
        {
            var einladung = await db.Einladungen.SingleAsync(e => e.Kennung == kennung);
            einladung.Annehmen(1, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });
        Assert.False(await GiltAsync(geheimnis));
    }

    [Fact]
    public async Task Eine_widerrufene_oder_erneuerte_Einladung_gilt_nicht_mehr()
    {
        var (kennung, alt) = await EinladenAsync("neu.zwei@musterstadt.example");
        var neu = await portal.Db(async db =>
        {
            var einladung = await db.Einladungen.SingleAsync(e => e.Kennung == kennung);
            var geheimnis = einladung.Erneuern(1, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
            return geheimnis;
        });
        Assert.False(await GiltAsync(alt));
        Assert.True(await GiltAsync(neu));

        await portal.Db(async db =>
        {
            (await db.Einladungen.SingleAsync(e => e.Kennung == kennung)).Widerrufen(1, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });
        Assert.False(await GiltAsync(neu));
        Assert.False(await GiltAsync("0123456789abcdef0123456789abcdef0123456789abcdef"));
    }

    [Fact]
    public async Task Wer_gesperrt_wird_ist_sofort_draussen()
    {
        using var client = await portal.AngemeldetAls(Gemeinde.ZweitesMitglied);
        Assert.Contains("Weiß", (await client.Seite("/vorschlaege")).Text, StringComparison.Ordinal);
        await portal.Db(async db =>
        {
            (await db.Personen.SingleAsync(p => p.EmailNormal == Person.Normal(Gemeinde.ZweitesMitglied))).Sperren("Prüfung", new(1, 1), Support.Rollen.Geschaeftsfuehrung, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("Ingeborg Weiß", (await client.Seite("/vorschlaege")).Text, StringComparison.Ordinal);
        await portal.ZuruecksetzenAsync();
    }

    [NurAufPostgres]
    public async Task Wer_auf_einem_Knoten_gesperrt_wird_ist_im_selben_Augenblick_auch_auf_dem_anderen_draussen()
    {
        await using var anderer = portal.WithWebHostBuilder(_ => { });
        using var dort = await portal.AngemeldetAls(Gemeinde.ZweitesMitglied, anderer.Server.CreateHandler());
        for (var i = 0; i < 3; i++) Assert.Contains("Ingeborg Weiß", (await dort.Seite("/vorschlaege")).Text, StringComparison.Ordinal);

        await portal.Db(async db =>
        {
            (await db.Personen.SingleAsync(p => p.EmailNormal == Person.Normal(Gemeinde.ZweitesMitglied))).Sperren("Prüfung", new(1, 1), Support.Rollen.Geschaeftsfuehrung, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });

        await Geduld.BisAsync(async () => !(await dort.Seite("/vorschlaege")).Text.Contains("Ingeborg Weiß", StringComparison.Ordinal), "Der andere Knoten lässt sie noch herein.");
        await portal.ZuruecksetzenAsync();
    }

    [Fact]
    public async Task Ein_abgeschriebener_Link_nuetzt_nach_dem_Austritt_nichts_mehr()
    {
        var adresse = $"/vorschlaege/{await portal.KennungAsync(Gemeinde.BesuchZum75)}/schreiben";
        using var client = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Equal(HttpStatusCode.OK, (await client.Seite(adresse)).Status);
        await portal.Db(async db =>
        {
            foreach (var gruppe in await db.Fachgruppen.Include(g => g.Mitgliedschaften).ThenInclude(m => m.Person).Where(g => g.Mitgliedschaften.Any(m => m.Bis == null && m.Person.EmailNormal == Person.Normal(Gemeinde.Mitglied))).ToListAsync())
            {
                var meine = gruppe.Mitgliedschaften.Single(m => m.IstAktuell && m.Person.EmailNormal == Person.Normal(Gemeinde.Mitglied));
                gruppe.Beenden(meine, new Akteur(meine.PersonId, meine.Person.Name, [], new Dictionary<int, Mitgliedsrolle> { [gruppe.Id] = meine.Rolle }), portal.Uhr.Jetzt, "Umzug");
            }
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await client.Seite(adresse)).Status);
        await portal.ZuruecksetzenAsync();
    }

    [Fact]
    public async Task Was_eine_Angemeldete_sah_sieht_danach_kein_Besucher()
    {
        string[] adressen = ["/", "/vorschlaege", "/fachgruppen", $"/fachgruppen/{Gemeinde.GutAelterWerden}", $"/vorschlaege/{await portal.KennungAsync(Gemeinde.Anlaufstellen)}"];
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        using var besucher = portal.Oeffentlichkeit();
        foreach (var adresse in adressen)
        {
            var innen = await sprecherin.Seite(adresse);
            var aussen = await besucher.Seite(adresse);
            var wieder = await sprecherin.Seite(adresse);
            Assert.Contains("Demir-Hansen", innen.Quelltext, StringComparison.Ordinal);
            Assert.DoesNotContain("/abmeldung", aussen.Quelltext, StringComparison.Ordinal);
            Assert.DoesNotContain(Gemeinde.Sitzbaenke, aussen.Quelltext, StringComparison.Ordinal);
            Assert.Contains("Demir-Hansen", wieder.Quelltext, StringComparison.Ordinal);
        }
    }

    private Task<(string Kennung, string Geheimnis)> EinladenAsync(string email) => portal.Db(async db =>
    {
        var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
        var (einladung, geheimnis) = gruppe.Einladen(email, "Neu", "Hinzu", Mitgliedsrolle.Mitglied, Support.Rollen.Geschaeftsfuehrung, portal.Uhr.Jetzt);
        db.Add(einladung);
        await db.SaveChangesAsync();
        return (einladung.Kennung, geheimnis);
    });

    private async Task<bool> GiltAsync(string geheimnis)
    {
        using var client = portal.Oeffentlichkeit();
        var seite = await client.Seite($"/einladung/{geheimnis}");
        return seite.Status == HttpStatusCode.OK && seite.Alle("main form[method=post]").Count > 0;
    }

    private static string OhneEingabe(Seite seite) =>
        seite.Text.Replace(Gemeinde.ZweitesMitglied, "", StringComparison.Ordinal).Replace("gibt.es.nicht.wirklich@musterstadt.example", "", StringComparison.Ordinal).Replace("gibt.es.nicht@musterstadt.example", "", StringComparison.Ordinal);
}
