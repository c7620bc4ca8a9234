using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Musterstadt;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Zugang;

public sealed class KennwortVergessenTests(Zugangsportal portal) : IClassFixture<Zugangsportal>
{
    private const string Neu = "grüne Lampe am Kanal";

    [Fact]
    public async Task Der_Link_setzt_ein_neues_Kennwort_genau_einmal_und_meldet_ueberall_ab()
    {
        const string email = Gemeinde.Mitglied;
        using var drinnen = portal.Oeffentlichkeit();
        await drinnen.Anmelden(email);
        var link = await AnfordernAsync(email);
        using var wer = portal.Oeffentlichkeit();

        Assert.Equal(HttpStatusCode.OK, (await wer.Seite(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await wer.Seite(link)).Status);
        var schwach = await wer.Abschicken(link, Felder.Mit(("Kennwort", "passwort12345")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, schwach.Status);
        Assert.Equal("/anmeldung", (await wer.Abschicken(link, Felder.Mit(("Kennwort", Neu)))).Adresse);

        Assert.Equal("Anmelden", (await drinnen.Seite("/konto")).Ueberschrift);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Anmelden(email)).Status);
        Assert.Equal("/", (await wer.Anmelden(email, Neu)).Adresse);
        using var nochmal = portal.Oeffentlichkeit();
        var benutzt = await nochmal.Seite(link);
        Assert.Equal(HttpStatusCode.Gone, benutzt.Status);
        Assert.Contains("schon benutzt", benutzt.Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.BriefeAnAsync(email, "Ihr Kennwort wurde geändert"));
    }

    [Fact]
    public async Task Wem_im_Portal_niemand_helfen_kann_dem_hilft_der_Befehl_am_Server()
    {
        const string email = Gemeinde.Geschaeftsfuehrung;
        await portal.Db(async db =>
        {
            var konto = await db.Users.Include(k => k.Person).SingleAsync(k => k.NormalizedEmail == Person.Normal(email));
            konto.TwoFactorEnabled = true;
            await db.SaveChangesAsync();
            await db.Personen.Where(p => p.Id == konto.PersonId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Gesperrt, true));
        });
        var ordner = Directory.CreateTempSubdirectory("portal-zugang-").FullName;
        try
        {
            var niemand = await Programm.RufenAsync(ordner, ["zugang", "niemand@musterstadt.example", .. portal.Datenbankangaben]);
            Assert.Equal((1, true), (niemand.Code, niemand.Text.Contains("Zu niemand@musterstadt.example gibt es kein Konto.", StringComparison.Ordinal)));
            var (code, text) = await Programm.RufenAsync(ordner, ["zugang", email.ToUpperInvariant(), .. portal.Datenbankangaben]);
            Assert.Equal(0, code);

            // Der Befehl geht nach der wirklichen Uhr.
            portal.Uhr.Stellen(DateTime.UtcNow);
            using var wer = portal.Oeffentlichkeit();
            Assert.Equal("/anmeldung", (await wer.Abschicken(Regex.Match(text, "/kennwort-neu/[0-9a-f]{20,}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, Felder.Mit(("Kennwort", Neu)))).Adresse);
            Assert.Equal("/", (await wer.Anmelden(email, Neu)).Adresse);
            Assert.Equal(1, await portal.BriefeAnAsync(email, "Zweiter Faktor ausgeschaltet"));
            Assert.Contains("hat am Server einen Link für ein neues Kennwort ausgegeben", (await wer.Seite("/verlauf")).Text, StringComparison.Ordinal);
        }
        finally
        {
            portal.Uhr.Richtigstellen();
            Directory.Delete(ordner, recursive: true);
        }
    }

    [Fact]
    public async Task Nach_einer_Stunde_gilt_der_Link_nicht_mehr()
    {
        var link = await AnfordernAsync(Gemeinde.Sprecherin);
        portal.Uhr.Vorstellen(TimeSpan.FromMinutes(61));
        try
        {
            using var wer = portal.Oeffentlichkeit();
            var abgelaufen = await wer.Seite(link);
            Assert.Equal(HttpStatusCode.Gone, abgelaufen.Status);
            Assert.Contains("abgelaufen", abgelaufen.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Gone, (await wer.Senden(link, Felder.Mit(("Kennwort", Neu)))).Status);
        }
        finally
        {
            portal.Uhr.Richtigstellen();
        }
    }

    [Fact]
    public async Task Wenn_sich_das_Konto_aendert_gelten_alte_Links_nicht_mehr()
    {
        const string email = Gemeinde.ZweitesMitglied;
        var link = await AnfordernAsync(email);
        using var wer = portal.Oeffentlichkeit();
        await wer.Anmelden(email);
        await wer.Abschicken("/konto", formular: "form[action='/konto/abmeldung-ueberall']");

        Assert.Equal(HttpStatusCode.Gone, (await wer.Seite(link)).Status);
    }

    [Fact]
    public async Task Unbekannte_Adressen_bekommen_dieselbe_Seite_aber_keinen_Brief()
    {
        using var wer = portal.Oeffentlichkeit();
        var bekannt = await wer.Abschicken("/kennwort-vergessen", Felder.Mit(("Email", Gemeinde.Konferenzmitglied)));
        var unbekannt = await wer.Abschicken("/kennwort-vergessen", Felder.Mit(("Email", "niemand@musterstadt.example")));

        Assert.Equal((bekannt.Status, bekannt.Adresse, bekannt.Text), (unbekannt.Status, unbekannt.Adresse, unbekannt.Text));
        Assert.Equal(0, await portal.Db(db => db.OutgoingMails.CountAsync(m => m.ToAddress == "niemand@musterstadt.example")));
    }

    [Fact]
    public async Task Mehr_als_drei_Links_in_einer_Stunde_gibt_es_nicht()
    {
        const string email = Gemeinde.Datenverantwortliche;
        for (var i = 0; i < 5; i++) await AnfordernAsync(email);

        Assert.Equal(3, await portal.BriefeAnAsync(email, "Neues Kennwort setzen"));
    }

    [Theory]
    [InlineData("/kennwort-neu/0123456789abcdef0123456789abcdef")]
    [InlineData("/konto/email/0123456789abcdef0123456789abcdef")]
    [InlineData("/einladung/0123456789abcdef0123456789abcdef")]
    [InlineData("/ersteinrichtung/0123456789abcdef0123456789abcdef")]
    public async Task Erfundene_Links_gibt_es_nicht(string link)
    {
        using var wer = portal.Oeffentlichkeit();
        Assert.Equal(HttpStatusCode.NotFound, (await wer.Seite(link)).Status);
    }

    private async Task<string> AnfordernAsync(string email)
    {
        using var wer = portal.Oeffentlichkeit();
        await wer.Abschicken("/kennwort-vergessen", Felder.Mit(("Email", email)));
        return await portal.LinkAnAsync(email, "/kennwort-neu/");
    }
}
