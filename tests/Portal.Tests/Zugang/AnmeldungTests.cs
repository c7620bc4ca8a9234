using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Musterstadt;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Zugang;

public sealed class AnmeldungTests(Zugangsportal portal) : IClassFixture<Zugangsportal>
{
    [Fact]
    public async Task Mit_richtigem_Kennwort_ist_man_drin_und_nach_der_Abmeldung_draussen()
    {
        using var wer = portal.Oeffentlichkeit();

        var seite = await wer.Anmelden(Gemeinde.Mitglied);
        Assert.Equal((HttpStatusCode.OK, "/"), (seite.Status, seite.Adresse));
        Assert.Equal("Mein Konto", (await wer.Seite("/konto")).Ueberschrift);
        Assert.NotNull(await portal.Db(db => db.Users.Where(k => k.Person.EmailNormal == Person.Normal(Gemeinde.Mitglied)).Select(k => k.ZuletztAngemeldet).SingleAsync()));

        await wer.Abschicken(seite, formular: "form[action='/abmeldung']");
        Assert.Equal("Anmelden", (await wer.Seite("/konto")).Ueberschrift);
    }

    [Fact]
    public async Task Bekannte_und_unbekannte_Adressen_bekommen_dieselbe_Antwort_nach_derselben_Rechnung()
    {
        using var wer = portal.Oeffentlichkeit();
        var vorher = portal.Nachgerechnet;
        var bekannt = await wer.Anmelden(Gemeinde.ZweitesMitglied, "nicht das richtige");
        var fuerBekannt = portal.Nachgerechnet - vorher;
        vorher = portal.Nachgerechnet;
        var unbekannt = await wer.Anmelden("niemand@musterstadt.example", "nicht das richtige");
        var fuerUnbekannt = portal.Nachgerechnet - vorher;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bekannt.Status);
        Assert.Equal(bekannt.Status, unbekannt.Status);
        Assert.Equal(bekannt.Meldungen, unbekannt.Meldungen);
        Assert.Contains("stimmt nicht", bekannt.Meldungen, StringComparison.Ordinal);
        Assert.Equal((1, 1), (fuerBekannt, fuerUnbekannt));
    }

    [Fact]
    public async Task Nach_acht_Fehlversuchen_geht_auch_das_richtige_Kennwort_nicht_und_die_Person_erfaehrt_es()
    {
        const string email = Gemeinde.FremdesMitglied;
        using var wer = portal.Oeffentlichkeit();
        Seite antwort = null!;
        for (var i = 0; i < 8; i++) antwort = await wer.Anmelden(email, "falsch " + i);

        Assert.Equal(antwort.Meldungen, (await wer.Anmelden(email)).Meldungen);
        Assert.Equal(1, await portal.BriefeAnAsync(email, "Anmeldung für 15 Minuten gesperrt"));

        await portal.Db(db => db.Users.Where(k => k.Person.EmailNormal == Person.Normal(email)).ExecuteUpdateAsync(s => s.SetProperty(k => k.LockoutEnd, DateTimeOffset.UtcNow.AddSeconds(-1))));
        Assert.Equal(HttpStatusCode.OK, (await wer.Anmelden(email)).Status);
    }

    [Fact]
    public async Task Wer_gesperrt_ist_erfaehrt_es_nur_mit_dem_richtigen_Kennwort_und_fliegt_sofort_hinaus()
    {
        const string email = Gemeinde.FremdeSprecherin;
        using var drinnen = portal.Oeffentlichkeit();
        await drinnen.Anmelden(email);
        await portal.Db(async db =>
        {
            (await db.Personen.SingleAsync(p => p.EmailNormal == Person.Normal(email))).Sperren("Probe", new(1, 1), Support.Rollen.Geschaeftsfuehrung, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });

        Assert.Equal("Anmelden", (await drinnen.Seite("/konto")).Ueberschrift);
        using var wer = portal.Oeffentlichkeit();
        Assert.Contains("Ihr Zugang ist gesperrt", (await wer.Anmelden(email)).Meldungen, StringComparison.Ordinal);
        Assert.DoesNotContain("Ihr Zugang ist gesperrt", (await wer.Anmelden(email, "falsch")).Meldungen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/konto", "/konto")]
    [InlineData("/vorschlaege?feld=alter", "/vorschlaege?feld=alter")]
    [InlineData("https://boese.example/", "/")]
    [InlineData("//boese.example/", "/")]
    [InlineData("/\\boese.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/boese.example", "/")]
    public async Task Nach_der_Anmeldung_geht_es_nur_zu_Seiten_des_Portals(string zurueck, string ziel)
    {
        using var wer = portal.Oeffentlichkeit();
        var antwort = await wer.Abschicken($"/anmeldung?zurueck={Uri.EscapeDataString(zurueck)}", Felder.Mit(("Email", Gemeinde.Sprecherin), ("Kennwort", Mustergemeinde.Kennwort)), folgen: false);

        Assert.Equal(HttpStatusCode.Redirect, antwort.Status);
        Assert.Equal(ziel, antwort.Antwort.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Ohne_Anmeldung_fuehrt_eine_innere_Seite_zur_Anmeldung_und_danach_zurueck()
    {
        using var wer = portal.Oeffentlichkeit();
        var anmeldung = await wer.Seite("/konto/daten");
        Assert.Equal("Anmelden", anmeldung.Ueberschrift);

        var danach = await wer.Abschicken(anmeldung, Felder.Mit(("Email", Gemeinde.Sprecherin), ("Kennwort", Mustergemeinde.Kennwort)));
        Assert.Equal("/konto/daten", danach.Adresse);
    }

    [Fact]
    public async Task Leere_Felder_haben_je_einen_Satz()
    {
        using var wer = portal.Oeffentlichkeit();
        var antwort = await wer.Abschicken("/anmeldung", Felder.Mit(("Email", ""), ("Kennwort", "")));

        Assert.Contains("„E-Mail-Adresse“", antwort.Meldungen, StringComparison.Ordinal);
        Assert.Contains("„Kennwort“", antwort.Meldungen, StringComparison.Ordinal);
    }
}

/// <summary>Hier gilt die Begrenzung, wie ein Betrieb sie einstellt.</summary>
public sealed class BegrenztesPortal : PortalFactory
{
    protected override IEnumerable<KeyValuePair<string, string>> Einstellungen => [new("Begrenzung:AnmeldungProMinute", "3"), new("Begrenzung:FormularProMinute", "2")];
}

public sealed class BegrenzungTests(BegrenztesPortal portal) : IClassFixture<BegrenztesPortal>
{
    [Fact]
    public async Task Zu_viele_Anmeldungen_in_einer_Minute_werden_abgewiesen_das_Ansehen_nicht()
    {
        using var wer = portal.Oeffentlichkeit();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Anmelden("niemand@x.example", "falsch")).Status);

        var zuViel = await wer.Anmelden("niemand@x.example", "falsch");
        Assert.Equal(HttpStatusCode.TooManyRequests, zuViel.Status);
        Assert.Contains("warten Sie eine Minute", zuViel.Text, StringComparison.Ordinal);
        Assert.True(zuViel.Antwort.Headers.RetryAfter is not null);
        Assert.Equal(HttpStatusCode.OK, (await wer.Seite("/anmeldung")).Status);
    }

    [Fact]
    public async Task Auch_das_Formular_fuer_vergessene_Kennwoerter_ist_begrenzt()
    {
        using var wer = portal.Oeffentlichkeit();
        for (var i = 0; i < 2; i++) await wer.Abschicken("/kennwort-vergessen", Felder.Mit(("Email", "niemand@x.example")));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await wer.Abschicken("/kennwort-vergessen", Felder.Mit(("Email", "niemand@x.example")))).Status);
    }
}
