using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Musterstadt;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Zugang;

public sealed class MeinKontoTests(Zugangsportal portal) : IClassFixture<Zugangsportal>
{
    private const string Kennwort = Mustergemeinde.Kennwort;

    [Fact]
    public async Task Zweiter_Faktor_von_der_Einrichtung_bis_zum_Ausschalten()
    {
        const string email = Gemeinde.Sprecherin;
        using var wer = portal.Oeffentlichkeit();
        await wer.Anmelden(email);
        using var anderswo = portal.Oeffentlichkeit();
        await anderswo.Anmelden(email);

        var einrichtung = await wer.Abschicken("/konto/zweiter-faktor");
        Assert.StartsWith("data:image/png;base64,", einrichtung.Finde(".p-qr img").GetAttribute("src"), StringComparison.Ordinal);
        var schluessel = einrichtung.Finde("main code").TextContent;
        var gueltige = Enumerable.Range(-3, 7).Select(takt => portal.Einmalcode(schluessel, takt)).ToList();
        var falsch = await wer.Abschicken(einrichtung, Felder.Mit(("Code", new[] { "000000", "111111" }.First(c => !gueltige.Contains(c)))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, falsch.Status);
        Assert.Equal(schluessel, falsch.Finde("main code").TextContent);
        var codes = (await wer.Abschicken(einrichtung, Felder.Mit(("Code", portal.Einmalcode(schluessel)), ("Kennwort", Kennwort)))).Alle(".p-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(1, await portal.BriefeAnAsync(email, "Zweiter Faktor eingeschaltet"));
        Assert.Equal("Anmelden", (await anderswo.Seite("/konto")).Ueberschrift);
        Assert.DoesNotContain(codes[0], (await wer.Seite("/konto/zweiter-faktor")).Quelltext, StringComparison.Ordinal);

        using var spaeter = portal.Oeffentlichkeit();
        var zweiterSchritt = await spaeter.Anmelden(email);
        Assert.Equal("Zweiter Schritt der Anmeldung", zweiterSchritt.Ueberschrift);
        Assert.Equal("Anmelden", (await spaeter.Seite("/konto")).Ueberschrift);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await spaeter.Abschicken(zweiterSchritt, Felder.Mit(("Code", "12")))).Status);
        await spaeter.Abschicken(zweiterSchritt, Felder.Mit(("Code", portal.Einmalcode(schluessel, takt: 1))));
        Assert.Equal("Mein Konto", (await spaeter.Seite("/konto")).Ueberschrift);

        using var imNotfall = portal.Oeffentlichkeit();
        await imNotfall.Anmelden(email);
        var notfall = await imNotfall.Abschicken("/anmeldung/wiederherstellungscode", Felder.Mit(("Code", codes[3].ToLowerInvariant())));
        Assert.Contains("noch 9 Wiederherstellungscodes", notfall.Text, StringComparison.Ordinal);
        using var wieder = portal.Oeffentlichkeit();
        await wieder.Anmelden(email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wieder.Abschicken("/anmeldung/wiederherstellungscode", Felder.Mit(("Code", codes[3])))).Status);

        const string aus = "form[action$='/ausschaltung']";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Abschicken("/konto/zweiter-faktor", Felder.Mit(("Kennwort", "falsch")), aus)).Status);
        Assert.Equal("/konto", (await wer.Abschicken("/konto/zweiter-faktor", Felder.Mit(("Kennwort", Kennwort)), aus)).Adresse);
        using var zuletzt = portal.Oeffentlichkeit();
        Assert.Equal("/", (await zuletzt.Anmelden(email)).Adresse);
    }

    [Fact]
    public async Task Ein_Einmalcode_gilt_nur_einmal_und_danach_kein_frueherer()
    {
        const string email = "gesine.harmsen@musterstadt.example";
        // „Derselbe“ Code bleibt bis zum Ende derselbe.
        portal.Uhr.Anhalten();
        var schluessel = await ZweitenFaktorEinschaltenAsync(email, takt: 0);

        Assert.Contains("schon benutzt", (await MitCodeAsync(email, portal.Einmalcode(schluessel))).Meldungen, StringComparison.Ordinal);
        Assert.Equal("/", (await MitCodeAsync(email, portal.Einmalcode(schluessel, takt: 2))).Adresse);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MitCodeAsync(email, portal.Einmalcode(schluessel, takt: 2))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MitCodeAsync(email, portal.Einmalcode(schluessel, takt: 1))).Status);

        portal.Uhr.Vorstellen(TimeSpan.FromMinutes(2));
        Assert.Equal("/", (await MitCodeAsync(email, portal.Einmalcode(schluessel))).Adresse);
        portal.Uhr.Richtigstellen();
    }

    [Fact]
    public async Task Von_sechs_die_denselben_Einmalcode_zugleich_eingeben_kommt_einer_hinein()
    {
        const string email = "dieter.moeller@musterstadt.example";
        var schluessel = await ZweitenFaktorEinschaltenAsync(email, takt: -1);
        var clients = Enumerable.Range(0, 6).Select(_ => portal.Oeffentlichkeit()).ToList();
        var seiten = new List<Seite>();
        foreach (var client in clients) seiten.Add(await client.Anmelden(email));

        var code = portal.Einmalcode(schluessel, takt: 1);
        await Task.WhenAll(clients.Zip(seiten, (client, seite) => client.Abschicken(seite, Felder.Mit(("Code", code)))));

        var drin = new List<string>();
        foreach (var client in clients)
        {
            drin.Add((await client.Seite("/konto")).Ueberschrift);
            client.Dispose();
        }
        Assert.Equal(1, drin.Count(u => u == "Mein Konto"));
        Assert.Equal(5, drin.Count(u => u == "Anmelden"));
    }

    [Fact]
    public async Task Der_zweite_Schritt_geht_nicht_ohne_den_ersten()
    {
        using var wer = portal.Oeffentlichkeit();
        Assert.Equal("/anmeldung", (await wer.Seite("/anmeldung/zweiter-faktor")).Adresse);
        Assert.Equal("/anmeldung", (await wer.Seite("/anmeldung/wiederherstellungscode")).Adresse);
        Assert.Equal(HttpStatusCode.Redirect, (await wer.Senden("/anmeldung/zweiter-faktor", Felder.Mit(("Code", "123456")))).Status);
    }

    [Fact]
    public async Task Passkey_hinzufuegen_benennen_und_entfernen()
    {
        const string email = Gemeinde.Mitglied;
        using var wer = portal.Oeffentlichkeit();
        using var geraet = new Testpasskey();
        await wer.Anmelden(email);
        wer.Wer = (await portal.AngemeldetAls(email)).Wer;
        var ohne = await wer.Senden("/konto/passkeys/aufgabe", Felder.Mit(("Name", "Mein Telefon")), accept: "application/json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ohne.Status);
        Assert.Contains("Bitte geben Sie Ihr bisheriges Kennwort ein.", ohne.Quelltext, StringComparison.Ordinal);
        var aufgabe = await wer.Senden("/konto/passkeys/aufgabe", Felder.Mit(("Name", "Mein Telefon"), ("Kennwort", Kennwort)), accept: "application/json");
        var antwort = await wer.Senden("/konto/passkeys", Felder.Mit(("Name", "Mein Telefon"), ("Kennwort", Kennwort), ("Nachweis", geraet.Einrichten(aufgabe.Quelltext))));
        Assert.True(antwort.Status == HttpStatusCode.Redirect, antwort.Meldungen);

        var liste = await wer.Seite("/konto/passkeys");
        Assert.Contains("Mein Telefon", liste.Text, StringComparison.Ordinal);
        await wer.Abschicken(liste.Finde("a[href$='/name']").GetAttribute("href")!, Felder.Mit(("Name", "Altes Telefon <b>")));
        liste = await wer.Seite("/konto/passkeys");
        Assert.Contains("Altes Telefon <b>", liste.Text, StringComparison.Ordinal);
        var entfernung = liste.Finde("a[href$='/entfernung']").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Abschicken(entfernung, Felder.Mit(("Kennwort", "falsch")))).Status);
        await wer.Abschicken(entfernung, Felder.Mit(("Kennwort", Kennwort)));
        Assert.Contains("Noch kein Passkey", (await wer.Seite("/konto/passkeys")).Text, StringComparison.Ordinal);

        using var spaeter = portal.Oeffentlichkeit();
        var ratsel = await spaeter.Senden("/anmeldung/passkey/aufgabe", accept: "application/json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await spaeter.Senden("/anmeldung/passkey", Felder.Mit(("Nachweis", geraet.Anmelden(ratsel.Quelltext))))).Status);
    }

    [Fact]
    public async Task Eine_neue_Adresse_gilt_erst_wenn_sie_bestaetigt_ist()
    {
        const string alt = Gemeinde.FremdeSprecherin;
        const string neu = "olivia.neu@verein.example";
        using var wer = portal.Oeffentlichkeit();
        await wer.Anmelden(alt);
        Assert.Contains("stimmt nicht", (await wer.Abschicken("/konto/email", Felder.Mit(("Email", neu), ("Kennwort", "falsch")))).Meldungen, StringComparison.Ordinal);
        Assert.Contains("keine E-Mail-Adresse", (await wer.Abschicken("/konto/email", Felder.Mit(("Email", "a b@c"), ("Kennwort", Kennwort)))).Meldungen, StringComparison.Ordinal);
        await wer.Abschicken("/konto/email", Felder.Mit(("Email", neu), ("Kennwort", Kennwort)));

        Assert.Equal(alt, (await portal.PersonAsync(alt)).Email);
        Assert.Equal(1, await portal.BriefeAnAsync(alt, "Ihre E-Mail-Adresse soll geändert werden"));
        var link = await portal.LinkAnAsync(neu, "/konto/email/");
        using var postfach = portal.Oeffentlichkeit();
        await postfach.Abschicken("/kennwort-vergessen", Felder.Mit(("Email", alt)));
        var kennwortlink = await portal.LinkAnAsync(alt, "/kennwort-neu/");
        Assert.Equal(HttpStatusCode.OK, (await postfach.Seite(kennwortlink)).Status);
        await postfach.Seite(link);
        Assert.Equal(alt, (await portal.PersonAsync(alt)).Email);
        await postfach.Abschicken(link);

        Assert.Equal(neu, (await portal.PersonAsync(neu)).Email);
        Assert.Equal(1, await portal.BriefeAnAsync(alt, "Ihre E-Mail-Adresse wurde geändert"));
        Assert.Equal("Anmelden", (await wer.Seite("/konto")).Ueberschrift);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Anmelden(alt)).Status);
        Assert.Equal("/", (await wer.Anmelden(neu)).Adresse);
        Assert.Equal(HttpStatusCode.Gone, (await postfach.Seite(link)).Status);
        // Was noch im alten Postfach liegt, öffnet nichts mehr.
        Assert.Equal(HttpStatusCode.Gone, (await postfach.Seite(kennwortlink)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await postfach.Senden(kennwortlink, Felder.Mit(("Kennwort", "ein ganz neues Kennwort")))).Status);
    }

    [Fact]
    public async Task Eine_vergebene_Adresse_bekommt_dieselbe_Antwort_und_laesst_sich_nicht_uebernehmen()
    {
        using var wer = portal.Oeffentlichkeit();
        await wer.Anmelden(Gemeinde.Datenverantwortliche);
        var antwort = await wer.Abschicken("/konto/email", Felder.Mit(("Email", Gemeinde.Administration), ("Kennwort", Kennwort)));
        Assert.Contains("Wir haben einen Brief", antwort.Text, StringComparison.Ordinal);
        var link = await portal.LinkAnAsync(Gemeinde.Administration, "/konto/email/");

        Assert.Equal(HttpStatusCode.Gone, (await wer.Abschicken(link)).Status);
        Assert.Equal(Gemeinde.Datenverantwortliche, (await portal.PersonAsync(Gemeinde.Datenverantwortliche)).Email);
    }

    [Fact]
    public async Task Ein_neues_Kennwort_meldet_andere_Geraete_ab()
    {
        const string email = Gemeinde.FremdesMitglied;
        using var hier = portal.Oeffentlichkeit();
        using var dort = portal.Oeffentlichkeit();
        await hier.Anmelden(email);
        await dort.Anmelden(email);

        Assert.Contains("stimmt nicht", (await hier.Abschicken("/konto/kennwort", Felder.Mit(("Bisheriges", "falsch"), ("Neues", "grüne Lampe am Kanal")))).Meldungen, StringComparison.Ordinal);
        Assert.Contains("häufigsten", (await hier.Abschicken("/konto/kennwort", Felder.Mit(("Bisheriges", Kennwort), ("Neues", "passwort12345")))).Meldungen, StringComparison.Ordinal);
        Assert.Equal("/konto", (await hier.Abschicken("/konto/kennwort", Felder.Mit(("Bisheriges", Kennwort), ("Neues", "grüne Lampe am Kanal")))).Adresse);

        Assert.Equal("Mein Konto", (await hier.Seite("/konto")).Ueberschrift);
        Assert.Equal("Anmelden", (await dort.Seite("/konto")).Ueberschrift);
    }

    [Fact]
    public async Task Meine_Daten_enthalten_alles_Eigene_aber_keine_Geheimnisse_und_nichts_von_anderen()
    {
        using var wer = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var uebersicht = (await wer.Seite("/konto/daten")).Finde("main").TextContent;
        Assert.Contains("Angaben zur Person", uebersicht, StringComparison.Ordinal);
        Assert.Contains("Eingetragene Bögen auf Papier", uebersicht, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)boegen|schlaege|buendel|geschaeft(?!sfuehrung@)", uebersicht);
        var datei = await (await wer.Seite("/konto/daten/datei")).Antwort.Content.ReadAsByteArrayAsync();
        using var archiv = new ZipArchive(new MemoryStream(datei));
        var texte = archiv.Entries.ToDictionary(e => e.Name, Text);

        Assert.Contains("Katrin", texte["Personen.json"], StringComparison.Ordinal);
        Assert.Contains("Konten.json", texte.Keys);
        Assert.Contains("Ereignisse.json", texte.Keys);
        var alles = string.Join('\n', texte.Values);
        var konto = await portal.Db(db => db.Users.SingleAsync(k => k.Person.EmailNormal == Person.Normal(Gemeinde.Geschaeftsfuehrung)));
        Assert.DoesNotContain(konto.PasswordHash!, alles, StringComparison.Ordinal);
        Assert.DoesNotContain(konto.SecurityStamp!, alles, StringComparison.Ordinal);
        Assert.DoesNotContain("Ayşe", texte["Personen.json"], StringComparison.Ordinal);
        Assert.Single(archiv.Entries, e => e.Name == "LIESMICH.txt");
    }

    [Fact]
    public async Task Jede_Tabelle_unter_Meine_Daten_hat_einen_deutschen_Namen()
    {
        var (tabellen, namen) = (await portal.Db(db => Task.FromResult(new Portal.Platform.Data.PersonalData(db).Tables())), Portal.Zugang.MeinKonto.Datenseite.Namen.Keys);
        Befund.Leer(tabellen.Except(namen).Select(t => "ohne Namen: " + t).Concat(namen.Except(tabellen).Select(t => "gibt es nicht: " + t)));
    }

    [Fact]
    public async Task Auch_eine_gemeldete_Barriere_gehoert_zu_meinen_Daten()
    {
        using var alle = portal.Oeffentlichkeit();
        await alle.Senden("/barriere-melden", Felder.Mit(("Beschreibung", "Der Filter hat keine Beschriftung."), ("Email", "Piotr.Nowak@Musterstadt.example")));
        using var wer = await portal.AngemeldetAls("piotr.nowak@musterstadt.example");

        Assert.Contains("Gemeldete Barrieren", (await wer.Seite("/konto/daten")).Text, StringComparison.Ordinal);
        using var archiv = new ZipArchive(new MemoryStream(await (await wer.Seite("/konto/daten/datei")).Antwort.Content.ReadAsByteArrayAsync()));
        Assert.Contains("keine Beschriftung", Text(archiv.GetEntry("Barrieremeldungen.json")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Falsche_Codes_sperren_die_Anmeldung_und_die_Person_erfaehrt_es_einmal()
    {
        const string email = "elif.kaya@musterstadt.example";
        var schluessel = await ZweitenFaktorEinschaltenAsync(email, takt: 0);
        using var wer = portal.Oeffentlichkeit();
        var seite = await wer.Anmelden(email);
        for (var i = 0; i < 9; i++) await wer.Abschicken(seite, Felder.Mit(("Code", "000000")));

        Assert.Equal(1, await portal.BriefeAnAsync(email, "Anmeldung für 15 Minuten gesperrt"));
        Assert.Contains("gesperrt", (await wer.Abschicken(seite, Felder.Mit(("Code", portal.Einmalcode(schluessel, 1))))).Meldungen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wer_geht_hinterlaesst_Beitraege_aber_keinen_Namen()
    {
        const string email = Gemeinde.ZweitesMitglied;
        var vorher = await portal.PersonAsync(email);
        var fassungen = await portal.Db(db => db.Fassungen.CountAsync(f => f.PersonId == vorher.Id));
        using var wer = portal.Oeffentlichkeit();
        await wer.Anmelden(email);
        Assert.Contains("bestätigen", (await wer.Abschicken("/konto/loeschung", Felder.Mit(("Kennwort", Kennwort)))).Meldungen, StringComparison.Ordinal);
        Assert.Contains("stimmt nicht", (await wer.Abschicken("/konto/loeschung", Felder.Mit(("Kennwort", "falsch"), ("Bestaetigt", "true")))).Meldungen, StringComparison.Ordinal);
        Assert.Equal("/", (await wer.Abschicken("/konto/loeschung", Felder.Mit(("Kennwort", Kennwort), ("Bestaetigt", "true")))).Adresse);

        var nachher = await portal.Db(db => db.Personen.AsNoTracking().SingleAsync(p => p.Id == vorher.Id));
        Assert.Equal(("ehemaliges Mitglied", "", true), (nachher.Name, nachher.Organisation, nachher.Gesperrt));
        Assert.Equal(fassungen, await portal.Db(db => db.Fassungen.CountAsync(f => f.PersonId == vorher.Id)));
        Assert.False(await portal.Db(db => db.Users.AnyAsync(k => k.PersonId == vorher.Id)));
        Assert.False(await portal.Db(db => db.Mitgliedschaften.AnyAsync(m => m.PersonId == vorher.Id && m.Bis == null)));
        Assert.False(await portal.Db(db => db.Ereignisse.AnyAsync(e => e.Satz.Contains(vorher.Name) || e.Bezeichnung == vorher.Name || e.Satz.Contains(email))));
        Assert.Equal(1, await portal.Db(db => db.OutgoingMails.CountAsync(m => m.ToAddress == email)));
        Assert.Equal("Anmelden", (await wer.Seite("/konto")).Ueberschrift);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Anmelden(email)).Status);
    }

    [Fact]
    public async Task Die_letzte_Geschaeftsfuehrung_kann_nicht_gehen()
    {
        using var wer = portal.Oeffentlichkeit();
        await wer.Anmelden(Gemeinde.Geschaeftsfuehrung);
        var seite = await wer.Seite("/konto/loeschung");
        Assert.Contains("mindestens eine Geschäftsführung", seite.Text, StringComparison.Ordinal);
        wer.Wer = (await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung)).Wer;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Senden("/konto/loeschung", Felder.Mit(("Kennwort", Kennwort), ("Bestaetigt", "true")))).Status);
        Assert.True(await portal.Db(db => db.Users.AnyAsync(k => k.Person.EmailNormal == Person.Normal(Gemeinde.Geschaeftsfuehrung))));
    }

    private static string Text(ZipArchiveEntry eintrag)
    {
        using var leser = new StreamReader(eintrag.Open());
        return leser.ReadToEnd();
    }

    /// <returns>Der Schlüssel, den die App übernimmt.</returns>
    private async Task<string> ZweitenFaktorEinschaltenAsync(string email, int takt)
    {
        using var wer = portal.Oeffentlichkeit();
        await wer.Anmelden(email);
        var einrichtung = await wer.Abschicken("/konto/zweiter-faktor");
        var schluessel = einrichtung.Finde("main code").TextContent;
        var danach = await wer.Abschicken(einrichtung, Felder.Mit(("Code", portal.Einmalcode(schluessel, takt)), ("Kennwort", Kennwort)));
        Assert.Equal("Der zweite Faktor ist eingeschaltet", danach.Ueberschrift);
        return schluessel;
    }

    /// <summary>Meldet sich auf einem anderen Gerät mit Kennwort und diesem Code an.</summary>
    private async Task<Seite> MitCodeAsync(string email, string code)
    {
        using var wer = portal.Oeffentlichkeit();
        return await wer.Abschicken(await wer.Anmelden(email), Felder.Mit(("Code", code)));
    }
}
