using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Zugang;

/// <summary>Wer das Portal verlässt, dessen Name und Adresse stehen danach in keiner Tabelle; wer genauso heißt, behält seinen Namen.</summary>
public sealed class AusscheidenTests(Zugangsportal portal) : IClassFixture<Zugangsportal>, IAsyncLifetime
{
    private const string Kennwort = Portal.Musterstadt.Mustergemeinde.Kennwort;

    public Task InitializeAsync() => portal.ZuruecksetzenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Gemeinde.Konferenzmitglied)]
    [InlineData(Gemeinde.Sprecherin)]
    [InlineData("agnieszka.wisniewska@musterstadt.example")]
    [InlineData("amir.rahimi@musterstadt.example")]
    [InlineData("annegret.jaeger@musterstadt.example")]
    public async Task Danach_steht_der_Name_in_keiner_Tabelle(string email)
    {
        var (frueher, heute, neueAdresse) = (await NameAsync(email), "Dörthe Übergang", "Doerthe@beispiel.example");
        await SpurenLegenAsync(email, frueher);
        await UmbenennenAsync(email, heute, neueAdresse);
        await SpurenLegenAsync(neueAdresse, heute);
        Assert.NotEmpty(await portal.SpurenAsync(frueher));

        await GehenAsync(neueAdresse);

        var nachname = frueher[(frueher.LastIndexOf(' ') + 1)..];
        var reste = (await portal.SpurenAsync(frueher, heute, email, neueAdresse, "Frau " + nachname)).Where(s => !s.StartsWith("OutgoingMails.", StringComparison.Ordinal));
        Befund.Leer(reste);
        // Nur der letzte Brief trägt noch die Adresse; er vergeht mit dem Senden.
        Assert.Equal("Ihr Konto ist gelöscht", await portal.Db(db => db.OutgoingMails.Where(m => m.ToAddress == neueAdresse || m.ToAddress == email || m.TextBody.Contains(heute) || m.TextBody.Contains(frueher)).Select(m => m.Subject).SingleAsync()));
    }

    [Fact]
    public async Task Wer_genauso_heisst_behaelt_seinen_Namen()
    {
        const string zwilling = "zwilling@musterstadt.example";
        var name = await NameAsync(Gemeinde.ZweitesMitglied);
        await portal.Db(async db =>
        {
            var person = new Person(name.Split(' ')[0], name.Split(' ')[1], zwilling);
            db.Add(Konto.Eingerichtet(person, (await db.Users.SingleAsync(k => k.Person.Email == Gemeinde.ZweitesMitglied)).PasswordHash));
            await db.SaveChangesAsync();
            (await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden)).Aufnehmen(person, Mitgliedsrolle.Mitglied, null, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });
        // Angesprochen sind beide: Wer von ihnen gemeint ist, weiß das Portal nicht.
        await AnsprechenAsync(name);
        Assert.Equal(2, await portal.Db(db => db.Erwaehnungen.CountAsync(e => e.Kommentar.Text.EndsWith("schau bitte"))));

        await GehenAsync(Gemeinde.ZweitesMitglied);

        Assert.Equal(name, await NameAsync(zwilling));
        var saetze = await portal.Db(db => db.Ereignisse.Where(e => e.Art == "fachgruppe.mitglied" && e.Satz.Contains(name)).ToListAsync());
        Assert.Equal([await portal.Db(db => db.Personen.Where(p => p.Email == zwilling).Select(p => (int?)p.Id).SingleAsync())], saetze.Select(s => s.BetrifftPersonId));
        Assert.True(await portal.Db(db => db.Kommentare.AnyAsync(k => k.Text.Contains("@" + name))));
    }

    [Fact]
    public async Task Ihr_Sitz_wird_frei_und_die_Stellvertretung_handelt_von_da_an()
    {
        const string email = "agnieszka.wisniewska@musterstadt.example";
        var id = (await portal.PersonAsync(email)).Id;
        var vertretung = (await portal.PersonAsync("elif.kaya@musterstadt.example")).Id;
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var abstimmung = (await fuehrung.Abschicken("/konferenz/abstimmungen/neu", Felder.Mit(("Antrag", "Soll die Konferenz wandern?"), ("Art", "Offen")))).Adresse;
        await fuehrung.Abschicken(abstimmung + "/eroeffnung", Felder.Mit(("Bestaetigt", "true")));

        await GehenAsync(email);

        await portal.Db(async db =>
        {
            var sitz = await db.Sitze.MitBesetzungen.SingleAsync(s => s.Kennung == Gemeinde.VertretbarerSitz);
            Assert.Equal(portal.Uhr.Heute, sitz.Besetzungen.Single(b => b.PersonId == id).Bis);
            Assert.Equal([vertretung], await db.Sitzbesetzungen.HandelndAm(portal.Uhr.Heute).Where(b => b.SitzId == sitz.Id).Select(b => b.PersonId).ToListAsync());
            Assert.Equal(vertretung, await db.Stimmrechte.Where(r => r.SitzId == sitz.Id && r.Abstimmung.Antrag == "Soll die Konferenz wandern?").Select(r => r.HandelndePersonId).SingleAsync());
            Assert.True(await db.OutgoingMails.AnyAsync(m => m.ToAddress == Gemeinde.Geschaeftsfuehrung && m.Subject.Contains("Sitz der Konferenz ist frei")));
        });
        using var nachgerueckt = await portal.AngemeldetAls("elif.kaya@musterstadt.example");
        Assert.Contains("Ihre Stimme ist gezählt: Ja.", (await nachgerueckt.Abschicken(abstimmung + "/stimme", Felder.Mit(("Stimme", "Ja"), ("Bestaetigt", "true")))).Text, StringComparison.Ordinal);
    }

    private async Task<string> NameAsync(string email) => (await portal.PersonAsync(email)).Name;

    /// <summary>Alles, wo ein Name hingeraten kann: Anrede, Brief, Meldung, Anfrage, Einladung, Grund.</summary>
    private async Task SpurenLegenAsync(string email, string name)
    {
        using var alle = portal.Oeffentlichkeit();
        await alle.Senden("/barriere-melden", Felder.Mit(("Beschreibung", "Der Filter hat keine Beschriftung."), ("Name", name), ("Email", email.ToUpperInvariant())));
        await alle.Senden($"/fachgruppen/{Gemeinde.SelbstbestimmtWohnen}/beitritt", Felder.Mit(("Vorname", name.Split(' ')[0]), ("Nachname", name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]), ("Email", email), ("Nachricht", $"{name} möchte helfen.")));
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var kennung = (await portal.PersonAsync(email)).Kennung;
        await gf.Senden($"/verwaltung/personen/{kennung}/sperre", Felder.Mit(("Grund", $"Frau {name[(name.LastIndexOf(' ') + 1)..]} hat ihr Telefon verloren.")));
        await gf.Senden($"/verwaltung/personen/{kennung}/entsperrung");
        if (await portal.Db(db => db.Mitgliedschaften.AnyAsync(m => m.Fachgruppe.Kennung == Gemeinde.GutAelterWerden && m.Bis == null && m.Person.Kennung == kennung)))
        {
            await AnsprechenAsync(name);
            using var sie = await AlsAsync(email);
            var zweite = await NameAsync(Gemeinde.ZweitesMitglied);
            await sie.Abschicken($"/vorschlaege/{await portal.KennungAsync(Gemeinde.BesuchZum75)}/diskussion", Felder.Mit(("Text", $"@{zweite} danke")));
        }
    }

    private async Task AnsprechenAsync(string name)
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        await mitglied.Abschicken($"/vorschlaege/{await portal.KennungAsync(Gemeinde.BesuchZum75)}/diskussion", Felder.Mit(("Text", $"@{name} schau bitte")));
    }

    private async Task UmbenennenAsync(string email, string name, string neueAdresse)
    {
        using var sie = await AlsAsync(email);
        await sie.Abschicken("/konto/angaben", Felder.Mit(("Vorname", name.Split(' ')[0]), ("Nachname", name.Split(' ')[1])));
        await sie.Abschicken("/konto/email", Felder.Mit(("Email", neueAdresse), ("Kennwort", Kennwort)));
        await sie.Abschicken(await portal.LinkAnAsync(neueAdresse, "/konto/email/"));
    }

    private async Task GehenAsync(string email)
    {
        using var sie = await AlsAsync(email);
        Assert.Equal("/", (await sie.Abschicken("/konto/loeschung", Felder.Mit(("Kennwort", Kennwort), ("Bestaetigt", "true")))).Adresse);
    }

    private async Task<PortalClient> AlsAsync(string email)
    {
        var client = portal.Oeffentlichkeit();
        await client.Anmelden(email);
        return client;
    }
}
