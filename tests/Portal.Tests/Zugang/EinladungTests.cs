using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Zugang;

public sealed class EinladungTests(Zugangsportal portal) : IClassFixture<Zugangsportal>
{
    private const string Kennwort = "grüne Lampe am Kanal";

    [Fact]
    public async Task Wer_annimmt_hat_Konto_und_Mitgliedschaft_und_ist_angemeldet()
    {
        var (link, _) = await EinladenAsync("neu1@verein.example");
        using var wer = portal.Oeffentlichkeit();

        var seite = await wer.Seite(link);
        Assert.Contains("Gut älter werden", seite.Ueberschrift, StringComparison.Ordinal);
        Assert.Contains("Katrin Sommer lädt Sie ein", seite.Text, StringComparison.Ordinal);
        await wer.Seite(link);
        var danach = await wer.Abschicken(link, Felder.Mit(("Vorname", "Nele"), ("Nachname", "Neu"), ("Organisation", "Verein"), ("Kennwort", Kennwort)));

        Assert.Equal((HttpStatusCode.OK, "/"), (danach.Status, danach.Adresse));
        Assert.Contains("Willkommen, Nele Neu", danach.Text, StringComparison.Ordinal);
        var rolle = await portal.Db(db => db.Mitgliedschaften.Where(m => m.Person.EmailNormal == "NEU1@VEREIN.EXAMPLE" && m.Fachgruppe.Kennung == Gemeinde.GutAelterWerden && m.Bis == null).Select(m => m.Rolle).SingleAsync());
        Assert.Equal(Mitgliedsrolle.Mitglied, rolle);
        var person = await portal.PersonAsync("neu1@verein.example");
        Assert.True(await portal.Db(db => db.Ereignisse.AnyAsync(e => e.Art == "einladung.angenommen" && e.PersonId == person.Id)));
        using var spaeter = portal.Oeffentlichkeit();
        Assert.Equal("/", (await spaeter.Anmelden("NEU1@verein.example", Kennwort)).Adresse);
        Assert.Equal(HttpStatusCode.Gone, (await spaeter.Seite(link)).Status);
    }

    [Theory]
    [InlineData("Kennwort", "kurz", "mindestens 12 Zeichen")]
    [InlineData("Kennwort", "passwort12345", "häufigsten")]
    [InlineData("Kennwort", "immer-wieder-Nele", "Ihren Namen")]
    [InlineData("Vorname", "", "Vorname")]
    public async Task Was_nicht_taugt_verbraucht_die_Einladung_nicht_und_bleibt_stehen(string feld, string wert, string satz)
    {
        var email = $"schlecht{Random.Shared.Next()}@verein.example";
        var (link, _) = await EinladenAsync(email);
        using var wer = portal.Oeffentlichkeit();
        var felder = Felder.Mit(("Vorname", "Nele"), ("Nachname", "Neu"), ("Organisation", "Verein <b>"), ("Kennwort", Kennwort));
        felder[feld] = wert;

        var antwort = await wer.Abschicken(link, felder);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, antwort.Status);
        Assert.Contains(satz, antwort.Meldungen, StringComparison.Ordinal);
        Assert.Equal("Verein <b>", antwort.Finde("#Organisation").GetAttribute("value"));
        Assert.False(await portal.Db(db => db.Personen.AnyAsync(p => p.EmailNormal == Person.Normal(email))));
        Assert.Equal(HttpStatusCode.OK, (await wer.Seite(link)).Status);
    }

    [Fact]
    public async Task Abgelaufene_und_widerrufene_Einladungen_sagen_es_und_nehmen_niemanden_auf()
    {
        var (link, kennung) = await EinladenAsync("spaet@verein.example");
        using var wer = portal.Oeffentlichkeit();
        portal.Uhr.Vorstellen(TimeSpan.FromDays(15));
        try
        {
            var abgelaufen = await wer.Seite(link);
            Assert.Equal(HttpStatusCode.Gone, abgelaufen.Status);
            Assert.Contains("abgelaufen", abgelaufen.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Gone, (await wer.Senden(link, Felder.Mit(("Vorname", "N"), ("Nachname", "N"), ("Kennwort", Kennwort)))).Status);
        }
        finally
        {
            portal.Uhr.Richtigstellen();
        }
        using var verwaltung = await portal.AngemeldetAls(Gemeinde.Administration);
        await verwaltung.Abschicken($"/verwaltung/einladungen/{kennung}/widerruf");
        var widerrufen = await wer.Seite(link);
        Assert.Equal(HttpStatusCode.Gone, widerrufen.Status);
        Assert.Contains("zurückgezogen", widerrufen.Text, StringComparison.Ordinal);
        Assert.False(await portal.Db(db => db.Personen.AnyAsync(p => p.EmailNormal == "SPAET@VEREIN.EXAMPLE")));
    }

    [Fact]
    public async Task Noch_einmal_senden_macht_den_frueheren_Link_ungueltig()
    {
        var (alt, kennung) = await EinladenAsync("nochmal@verein.example");
        using var verwaltung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        await verwaltung.Abschicken("/verwaltung/einladungen?suche=nochmal", formular: $"form[action$='{kennung}/erneuerung']");
        var neu = await portal.LinkAnAsync("nochmal@verein.example", "/einladung/");
        using var wer = portal.Oeffentlichkeit();

        Assert.NotEqual(alt, neu);
        Assert.Equal(HttpStatusCode.NotFound, (await wer.Seite(alt)).Status);
        Assert.Equal(HttpStatusCode.OK, (await wer.Seite(neu)).Status);
    }

    [Fact]
    public async Task Wer_schon_ein_Konto_hat_meldet_sich_an_und_nimmt_an()
    {
        var (link, _) = await EinladenAsync(Gemeinde.FremdesMitglied, Gemeinde.DigitaleTeilhabe, Mitgliedsrolle.Mitglied);
        using var wer = portal.Oeffentlichkeit();
        var seite = await wer.Seite(link);
        Assert.Empty(seite.Alle("input[name=Kennwort]"));
        var anmeldung = await wer.Seite(seite.Finde("main a[href^='/anmeldung']").GetAttribute("href")!);
        var zurueck = await wer.Abschicken(anmeldung, Felder.Mit(("Email", Gemeinde.FremdesMitglied), ("Kennwort", Portal.Musterstadt.Mustergemeinde.Kennwort)));
        Assert.Equal(link, zurueck.Adresse);
        await wer.Abschicken(zurueck, formular: "form[action$='/annahme']");

        Assert.True(await portal.Db(db => db.Mitgliedschaften.AnyAsync(m => m.Person.EmailNormal == Person.Normal(Gemeinde.FremdesMitglied) && m.Fachgruppe.Kennung == Gemeinde.DigitaleTeilhabe && m.Bis == null)));
    }

    [Fact]
    public async Task Mit_fremdem_Konto_kann_man_nicht_annehmen()
    {
        var (link, _) = await EinladenAsync(Gemeinde.Konferenzmitglied);
        using var fremd = await portal.AngemeldetAls(Gemeinde.Mitglied);

        Assert.Contains("andere E-Mail-Adresse", (await fremd.Seite(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fremd.Senden(link + "/annahme")).Status);
        using var niemand = portal.Oeffentlichkeit();
        Assert.Equal(HttpStatusCode.Redirect, (await niemand.Senden(link + "/annahme")).Status);
    }

    [Fact]
    public async Task Mit_einem_Passkey_statt_Kennwort()
    {
        const string email = "passkey@verein.example";
        var (link, _) = await EinladenAsync(email);
        using var wer = portal.Oeffentlichkeit();
        using var geraet = new Testpasskey();
        var name = Felder.Mit(("Vorname", "Pia"), ("Nachname", "Passkey"));

        var ohneName = await wer.Senden(link + "/passkey-aufgabe", Felder.Mit(("Vorname", ""), ("Nachname", "")), accept: "application/json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ohneName.Status);
        var aufgabe = await wer.Senden(link + "/passkey-aufgabe", name, accept: "application/json");
        Assert.Equal(HttpStatusCode.OK, aufgabe.Status);
        var antwort = await wer.Senden(link, new Dictionary<string, string>(name) { ["Nachweis"] = geraet.Einrichten(aufgabe.Quelltext) });
        Assert.True(antwort.Status == HttpStatusCode.Redirect, antwort.Meldungen);
        Assert.Equal("Mein Konto", (await wer.Seite("/konto")).Ueberschrift);

        using var spaeter = portal.Oeffentlichkeit();
        var ratsel = await spaeter.Senden("/anmeldung/passkey/aufgabe", accept: "application/json");
        var drin = await spaeter.Senden("/anmeldung/passkey", Felder.Mit(("Nachweis", geraet.Anmelden(ratsel.Quelltext)), ("Zurueck", "/konto")));
        Assert.True(drin.Status == HttpStatusCode.Redirect, drin.Meldungen);
        Assert.Contains("Pia Passkey", (await spaeter.Seite("/konto")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gefaelschte_Passkeys_kommen_nicht_hinein()
    {
        const string email = "faelschung@verein.example";
        var (link, _) = await EinladenAsync(email);
        var name = Felder.Mit(("Vorname", "Fee"), ("Nachname", "Falsch"));
        using var wer = portal.Oeffentlichkeit();
        using var geraet = new Testpasskey();
        var aufgabe = await wer.Senden(link + "/passkey-aufgabe", name, accept: "application/json");

        var fremderUrsprung = geraet.Einrichten(aufgabe.Quelltext, "https://boese.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Senden(link, new Dictionary<string, string>(name) { ["Nachweis"] = fremderUrsprung })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Senden(link, new Dictionary<string, string>(name) { ["Nachweis"] = "{\"kein\":\"Nachweis\"}" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Senden(link, new Dictionary<string, string>(name) { ["Nachweis"] = "kein JSON" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Senden("/anmeldung/passkey", Felder.Mit(("Nachweis", "kein JSON")))).Status);
        var ratsel = await wer.Senden("/anmeldung/passkey/aufgabe", accept: "application/json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Senden("/anmeldung/passkey", Felder.Mit(("Nachweis", geraet.Anmelden(ratsel.Quelltext))))).Status);
        Assert.False(await portal.Db(db => db.Personen.AnyAsync(p => p.EmailNormal == Person.Normal(email))));
    }

    private async Task<(string Link, string Kennung)> EinladenAsync(string email, string gruppe = Gemeinde.GutAelterWerden, Mitgliedsrolle rolle = Mitgliedsrolle.Mitglied) =>
        await portal.Db(async db =>
        {
            var ziel = await db.Fachgruppen.SingleAsync(g => g.Kennung == gruppe);
            var von = new Akteur(await db.Personen.Where(p => p.EmailNormal == Person.Normal(Gemeinde.Geschaeftsfuehrung)).Select(p => p.Id).SingleAsync(), "", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());
            var (einladung, geheimnis) = ziel.Einladen(email, "", "", rolle, von, portal.Uhr.Jetzt);
            db.Einladungen.Add(einladung);
            await db.SaveChangesAsync();
            return ($"/einladung/{geheimnis}", einladung.Kennung);
        });
}
