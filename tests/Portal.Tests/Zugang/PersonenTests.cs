using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Zugang;

public sealed class PersonenTests(Zugangsportal portal) : IClassFixture<Zugangsportal>
{
    public static TheoryData<string, int> Einblicke => new()
    {
        { "", 302 },
        { Gemeinde.Mitglied, 403 },
        { Gemeinde.Sprecherin, 403 },
        { Gemeinde.Konferenzmitglied, 403 },
        { Gemeinde.Datenverantwortliche, 403 },
        { Gemeinde.Administration, 200 },
        { Gemeinde.Geschaeftsfuehrung, 200 },
    };

    [Theory, MemberData(nameof(Einblicke))]
    public async Task Personen_verwalten_nur_Geschaeftsfuehrung_und_Administration(string email, int status)
    {
        using var wer = email.Length == 0 ? portal.Oeffentlichkeit() : await portal.AngemeldetAls(email);
        var person = await portal.PersonAsync(Gemeinde.Mitglied);
        foreach (var adresse in (string[])["", $"/{person.Kennung}", $"/{person.Kennung}/sperre", "/import"])
            Assert.Equal(status, (int)(await wer.Seite("/verwaltung/personen" + adresse, folgen: false)).Status);
        Assert.Equal(status, (int)(await wer.Seite("/verwaltung/einladungen", folgen: false)).Status);
        if (status == 200) return;
        foreach (var tat in (string[])[$"personen/{person.Kennung}/rollen", $"personen/{person.Kennung}/sperre", $"personen/{person.Kennung}/entsperrung", $"personen/{person.Kennung}/zweiter-faktor-entfernung", "einladungen/neu", "personen/import"])
            Assert.Equal(status, (int)(await wer.Senden("/verwaltung/" + tat, Felder.Mit(("Rollen", "Administration"), ("Grund", "x"), ("Email", "x@y.example")))).Status);
        var nachher = await portal.PersonAsync(Gemeinde.Mitglied);
        Assert.Equal((person.Version, person.Gesperrt, person.Rollen.Count), (nachher.Version, nachher.Gesperrt, nachher.Rollen.Count));
    }

    [Theory]
    [InlineData("thomsen", "Friederike Thomsen")]
    [InlineData("OSSWALD@", "Joachim Oßwald")]
    [InlineData("wiśniewska agnieszka", "Agnieszka Wiśniewska")]
    [InlineData("hafenvorstadt demir", "Ayşe Demir-Hansen")]
    public async Task Findet_Personen_nach_Name_Organisation_und_Adresse(string suche, string name)
    {
        using var wer = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var seite = await wer.Seite("/verwaltung/personen?suche=" + Uri.EscapeDataString(suche));

        Assert.Equal(name, Assert.Single(seite.Alle(".p-listeneintrag__titel")).TextContent.Trim());
    }

    [Fact]
    public async Task Rollen_stehen_danach_im_Verlauf()
    {
        var person = await portal.PersonAsync(Gemeinde.ZweitesMitglied);
        using var wer = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        await wer.Senden($"/verwaltung/personen/{person.Kennung}/rollen", Felder.Mit(("Rollen", "Konferenzmitglied")));

        Assert.Equal([Rolle.Konferenzmitglied], (await portal.PersonAsync(Gemeinde.ZweitesMitglied)).Rollen);
        Assert.Contains("hat die Rollen festgelegt: Konferenzmitglied", (await wer.Seite($"/verwaltung/personen/{person.Kennung}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Gemeinde.Administration, "Administration,Geschaeftsfuehrung", "nur die Geschäftsführung selbst")]
    [InlineData(Gemeinde.Geschaeftsfuehrung, "", "nur die Geschäftsführung selbst")]
    public async Task Die_Administration_gibt_und_nimmt_die_Geschaeftsfuehrung_nicht(string email, string rollen, string satz)
    {
        var person = await portal.PersonAsync(email);
        using var wer = await portal.AngemeldetAls(Gemeinde.Administration);
        var felder = rollen.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((r, i) => ($"Rollen[{i}]", r)).ToArray();
        var antwort = await wer.Senden($"/verwaltung/personen/{person.Kennung}/rollen", Felder.Mit(felder));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, antwort.Status);
        Assert.Contains(satz, antwort.Meldungen, StringComparison.Ordinal);
        Assert.Equal(person.Rollen, (await portal.PersonAsync(email)).Rollen);
    }

    [Fact]
    public async Task Die_letzte_Geschaeftsfuehrung_bleibt_es_und_sperrt_sich_nicht_aus()
    {
        var person = await portal.PersonAsync(Gemeinde.Geschaeftsfuehrung);
        using var wer = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        Assert.Contains("mindestens eine Geschäftsführung", (await wer.Senden($"/verwaltung/personen/{person.Kennung}/rollen")).Meldungen, StringComparison.Ordinal);
        Assert.Contains("Den eigenen Zugang", (await wer.Senden($"/verwaltung/personen/{person.Kennung}/sperre", Felder.Mit(("Grund", "Probe")))).Text, StringComparison.Ordinal);
        Assert.False((await portal.PersonAsync(Gemeinde.Geschaeftsfuehrung)).Gesperrt);
    }

    [Fact]
    public async Task Sperren_braucht_einen_Grund_und_laesst_sich_zuruecknehmen()
    {
        const string email = Gemeinde.FremdesMitglied;
        var adresse = $"/verwaltung/personen/{(await portal.PersonAsync(email)).Kennung}";
        using var wer = await portal.AngemeldetAls(Gemeinde.Administration);
        using var betroffen = await portal.AngemeldetAls(email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Abschicken(adresse + "/sperre", Felder.Mit(("Grund", "")))).Status);
        await wer.Abschicken(adresse + "/sperre", Felder.Mit(("Grund", "Gerät gestohlen")));

        Assert.Equal("Anmelden", (await betroffen.Seite("/konto")).Ueberschrift);
        Assert.Contains("Gerät gestohlen", (await wer.Seite(adresse)).Text, StringComparison.Ordinal);
        await wer.Abschicken(adresse, formular: "form[action$='/entsperrung']");
        Assert.False((await portal.PersonAsync(email)).Gesperrt);
    }

    [Fact]
    public async Task Sperren_Oeffnen_und_andere_Rollen_erfaehrt_die_Person_den_Grund_nicht()
    {
        const string email = "piotr.nowak@musterstadt.example";
        var adresse = $"/verwaltung/personen/{(await portal.PersonAsync(email)).Kennung}";
        using var wer = await portal.AngemeldetAls(Gemeinde.Administration);
        await wer.Senden(adresse + "/rollen", Felder.Mit(("Rollen", "Datenverantwortliche")));
        await wer.Senden(adresse + "/rollen", Felder.Mit(("Rollen", "Datenverantwortliche")));
        await wer.Senden(adresse + "/sperre", Felder.Mit(("Grund", "Gerät verloren QX8")));
        await wer.Senden(adresse + "/entsperrung");

        var briefe = await portal.Db(db => db.OutgoingMails.Where(m => m.ToAddress == email).OrderBy(m => m.Id).Select(m => new { m.Subject, m.TextBody }).ToListAsync());
        Assert.Equal(["Ihre Rollen im Portal haben sich geändert", "Ihr Zugang ist gesperrt", "Ihr Zugang ist wieder offen"], briefe.Select(b => b.Subject));
        Assert.DoesNotContain(briefe, b => b.TextBody.Contains("QX8"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Eine_Person_loeschen_mit_und_ohne_Konto(bool mitKonto)
    {
        var (email, name) = ($"geht{mitKonto}@musterstadt.example", $"Gerda Gegangen{mitKonto}");
        await portal.Db(async db =>
        {
            var person = new Person("Gerda", $"Gegangen{mitKonto}", email, "Verein");
            if (mitKonto) db.Add(Konto.Eingerichtet(person, null));
            else db.Add(person);
            await db.SaveChangesAsync();
        });
        var adresse = $"/verwaltung/personen/{(await portal.PersonAsync(email)).Kennung}";
        using var wer = await portal.AngemeldetAls(Gemeinde.Administration);
        Assert.Contains($"{adresse}/loeschung", (await wer.Seite(adresse)).Quelltext, StringComparison.Ordinal);
        Assert.Contains("Was bleibt", (await wer.Seite(adresse + "/loeschung")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await wer.Abschicken(adresse + "/loeschung", Felder.Mit(("Grund", "hat darum gebeten")))).Status);
        Assert.Equal(422, (int)(await wer.Abschicken(adresse + "/loeschung", Felder.Mit(("Bestaetigt", "true"), ("Grund", "")))).Status);
        Assert.Equal("/verwaltung/personen", (await wer.Abschicken(adresse + "/loeschung", Felder.Mit(("Bestaetigt", "true"), ("Grund", $"Frau Gegangen{mitKonto} hat schriftlich darum gebeten")))).Adresse);

        Befund.Leer((await portal.SpurenAsync(name, $"Gegangen{mitKonto}", email)).Where(s => !s.StartsWith("OutgoingMails.", StringComparison.Ordinal)));
        Assert.Equal(mitKonto ? 1 : 0, await portal.Db(db => db.OutgoingMails.CountAsync(m => m.ToAddress == email && m.ForgetOnceSent)));
        Assert.Contains("hat die Person gelöscht", (await wer.Seite("/verlauf?gegenstand=Person")).Text, StringComparison.Ordinal);
        Assert.Contains("ehemaliges Mitglied hat schriftlich darum gebeten", (await wer.Seite("/verlauf?gegenstand=Person")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await wer.Senden(adresse + "/loeschung", Felder.Mit(("Bestaetigt", "true"), ("Grund", "noch einmal")))).Status);
    }

    [Fact]
    public async Task Die_Geschaeftsfuehrung_loescht_niemand_sonst_und_niemand_loescht_die_letzte_oder_sich_selbst()
    {
        var (gf, admin) = ((await portal.PersonAsync(Gemeinde.Geschaeftsfuehrung)).Kennung, (await portal.PersonAsync(Gemeinde.Administration)).Kennung);
        using var alsAdmin = await portal.AngemeldetAls(Gemeinde.Administration);
        using var alsGf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var ja = Felder.Mit(("Bestaetigt", "true"), ("Grund", "Probe"));

        Assert.Contains("nur die Geschäftsführung selbst", (await alsAdmin.Senden($"/verwaltung/personen/{gf}/loeschung", ja)).Meldungen, StringComparison.Ordinal);
        Assert.Equal("Das Portal braucht mindestens eine Geschäftsführung. Geben Sie die Rolle zuerst jemand anderem, der ein Konto hat.",
            Personenregeln.DarfPersonLoeschen(await portal.PersonAsync(Gemeinde.Geschaeftsfuehrung), new Akteur(9999, "", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>()), new(0, 1)).Einwand);
        Assert.Empty((await alsGf.Seite($"/verwaltung/personen/{gf}/loeschung")).Alle("main form"));
        Assert.Contains("unter „Mein Konto“", (await alsGf.Senden($"/verwaltung/personen/{gf}/loeschung", ja)).Meldungen, StringComparison.Ordinal);
        Assert.Contains("unter „Mein Konto“", (await alsAdmin.Senden($"/verwaltung/personen/{admin}/loeschung", ja)).Meldungen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ins_Portal_einladen_mit_Rolle()
    {
        using var wer = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var felder = Felder.Mit(("Email", "statistik@verein.example"), ("Vorname", "Sina"), ("Nachname", "Statistik"), ("Rollen", "Datenverantwortliche"));
        Assert.Equal("/verwaltung/einladungen", (await wer.Abschicken("/verwaltung/einladungen/neu", felder)).Adresse);
        Assert.Contains("schon eine Einladung", (await wer.Abschicken("/verwaltung/einladungen/neu", felder)).Meldungen, StringComparison.Ordinal);
        felder["Email"] = Gemeinde.Mitglied;
        Assert.Contains("schon ein Konto", (await wer.Abschicken("/verwaltung/einladungen/neu", felder)).Meldungen, StringComparison.Ordinal);

        using var neu = portal.Oeffentlichkeit();
        await neu.Abschicken(await portal.LinkAnAsync("statistik@verein.example", "/einladung/"), Felder.Mit(("Kennwort", "grüne Lampe am Kanal")));
        Assert.Equal([Rolle.Datenverantwortliche], (await portal.PersonAsync("statistik@verein.example")).Rollen);
    }

    [Fact]
    public async Task Eine_Liste_wird_erst_gezeigt_dann_ganz_uebernommen()
    {
        using var wer = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var vorher = await portal.Db(db => db.Personen.CountAsync());
        var vorschau = await HochladenAsync(wer, """
            Vorname;Nachname;E-Mail;Organisation;Rollen;Fachgruppen
            Lea;Liste;lea.liste@verein.example;=1+1;;*gut-aelter-werden
            Ole;Liste;ole.liste@verein.example;Verein;Konferenzmitglied;
            ;Fehler;fehler@verein.example;;;
            Kim;Doppelt;sprecherin@musterstadt.example;;;
            """);
        Assert.Contains("2 Personen können übernommen werden, 2 Zeilen nicht", vorschau.Text, StringComparison.Ordinal);
        Assert.Equal(vorher, await portal.Db(db => db.Personen.CountAsync()));

        var bericht = await wer.Abschicken(vorschau, formular: "form[action$='/uebernahme']");
        Assert.Contains("2 Personen sind übernommen", bericht.Text, StringComparison.Ordinal);
        Assert.Equal(vorher + 2, await portal.Db(db => db.Personen.CountAsync()));
        Assert.Equal(1, await portal.BriefeAnAsync("lea.liste@verein.example", "Einladung zum Online-Portal Sozialplanung"));
        Assert.Equal(Mitgliedsrolle.Sprecher, await portal.Db(db => db.Mitgliedschaften.Where(m => m.Person.EmailNormal == "LEA.LISTE@VEREIN.EXAMPLE").Select(m => m.Rolle).SingleAsync()));
        var datei = await wer.Seite(bericht.Adresse + "/bericht");
        Assert.Contains("4;", datei.Quelltext, StringComparison.Ordinal);
        Assert.Contains("nicht übernommen: Es fehlt der Vorname.", datei.Quelltext, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Senden(vorschau.Adresse + "/uebernahme")).Status);

        using var neu = portal.Oeffentlichkeit();
        await neu.Abschicken(await portal.LinkAnAsync("ole.liste@verein.example", "/einladung/"), Felder.Mit(("Kennwort", "grüne Lampe am Kanal")));
        Assert.Equal("Mein Konto", (await neu.Seite("/konto")).Ueberschrift);
    }

    [Fact]
    public async Task Eine_fremde_oder_unlesbare_Liste_wird_nicht_uebernommen()
    {
        using var wer = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var andere = await portal.AngemeldetAls(Gemeinde.Administration);
        var vorschau = await HochladenAsync(wer, "Vorname;Nachname;E-Mail\nA;B;fremd@verein.example\n");
        Assert.Equal(HttpStatusCode.NotFound, (await andere.Seite(vorschau.Adresse)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await andere.Senden(vorschau.Adresse + "/uebernahme")).Status);

        var unlesbar = await HochladenAsync(wer, "Straße;Ort\nA;B\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unlesbar.Status);
        Assert.Contains("„Straße“ ist unbekannt", unlesbar.Meldungen, StringComparison.Ordinal);
    }

    private static async Task<Seite> HochladenAsync(PortalClient wer, string csv)
    {
        var seite = await wer.Seite("/verwaltung/personen/import");
        using var inhalt = new MultipartFormDataContent
        {
            { new StringContent(seite.Finde("main input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "datei", "liste.csv" },
        };
        var antwort = await wer.Roh(new HttpRequestMessage(HttpMethod.Post, "/verwaltung/personen/import") { Content = inhalt });
        return antwort.Status == HttpStatusCode.Redirect ? await wer.Seite(antwort.Antwort.Headers.Location!.OriginalString) : antwort;
    }
}
