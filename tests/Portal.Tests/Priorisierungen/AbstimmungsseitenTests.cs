using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Tests.Support;

namespace Portal.Tests.Priorisierungen;

public sealed class AbstimmungsseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Liste = "/konferenz/abstimmungen";
    private const string ZweitesKonferenzmitglied = "henning.brodersen@musterstadt.example";
    private const string Vertretung = "annegret.jaeger@musterstadt.example";

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    private Task<string> AdresseAsync(string antrag) => portal.Db(async db => $"{Liste}/{await db.Abstimmungen.Where(a => a.Antrag.StartsWith(antrag)).Select(a => a.Kennung).SingleAsync()}");

    private async Task<string> EroeffneteAsync(PortalClient fuehrung, string antrag, string art)
    {
        var angelegt = await fuehrung.Abschicken(Liste + "/neu", Felder(("Antrag", antrag), ("Art", art)));
        Assert.Contains("ist vorbereitet", angelegt.Text, StringComparison.Ordinal);
        var adresse = angelegt.Adresse;
        Assert.Contains("Die Abstimmung ist eröffnet.", (await fuehrung.Abschicken(adresse + "/eroeffnung", Felder(("Bestaetigt", "true")))).Text, StringComparison.Ordinal);
        return adresse;
    }

    private static Task<Seite> StimmenAsync(PortalClient client, string adresse, string stimme) =>
        client.Abschicken(adresse + "/stimme", Felder(("Stimme", stimme), ("Bestaetigt", "true")));

    [Fact]
    public async Task Wer_was_sieht()
    {
        using var niemand = portal.Oeffentlichkeit();
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var vorbereitet = await AdresseAsync("Die Konferenz befürwortet");
        var offen = await AdresseAsync("Die Konferenz nimmt zum Haushalt");
        var geschlossen = await AdresseAsync("Die Konferenz tagt");

        Assert.Equal("/anmeldung", new Uri((await niemand.Seite(geschlossen, folgen: false)).Antwort.Headers.Location!.ToString()).AbsolutePath);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], [(await mitglied.Seite(vorbereitet)).Status, (await mitglied.Seite(offen)).Status, (await mitglied.Seite(geschlossen)).Status]);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK], [(await konferenz.Seite(vorbereitet)).Status, (await konferenz.Seite(offen)).Status, (await konferenz.Seite(geschlossen)).Status]);
        var liste = (await fuehrung.Seite(Liste)).Text;
        Assert.All((string[])[Gemeinde.OffeneAbstimmung, Gemeinde.VorbereiteteAbstimmung, Gemeinde.GeschlosseneAbstimmung, Gemeinde.GeheimeAbstimmung], a => Assert.Contains(a, liste, StringComparison.Ordinal));
        Assert.DoesNotContain(Gemeinde.VorbereiteteAbstimmung, (await konferenz.Seite(Liste)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Gemeinde.OffeneAbstimmung, (await mitglied.Seite(Liste)).Text, StringComparison.Ordinal);

        // Die Zahlen lesen alle Angemeldeten, die Namen nur die Konferenz.
        Assert.Contains("Ergebnis: angenommen", (await mitglied.Seite(geschlossen)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Brodersen", (await mitglied.Seite(geschlossen)).Text, StringComparison.Ordinal);
        Assert.Contains("Henning Brodersen Ja", (await konferenz.Seite(geschlossen)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Von_der_Vorbereitung_bis_zur_Niederschrift_mit_Vertretung_Befangenheit_und_Anwesenheit()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        using var zweites = await portal.AngemeldetAls(ZweitesKonferenzmitglied);
        using var vertretung = await portal.AngemeldetAls(Vertretung);
        using var gross = await portal.AngemeldetAls("ulrich.gross@musterstadt.example");
        var leer = await fuehrung.Abschicken(Liste + "/neu", Felder(("Antrag", ""), ("Vorschlag", "1999-1")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leer.Status);
        Assert.Contains("Bitte schreiben Sie, worüber abgestimmt wird.", leer.Meldungen, StringComparison.Ordinal);
        Assert.Contains("Einen Vorschlag mit dieser Nummer gibt es nicht.", (await fuehrung.Abschicken(Liste + "/neu", Felder(("Antrag", "X"), ("Vorschlag", "1999-1")))).Meldungen, StringComparison.Ordinal);

        var adresse = await EroeffneteAsync(fuehrung, "Soll die Konferenz öffentlich tagen?", "Offen");
        Assert.Contains("Soll die Konferenz öffentlich tagen?", (await konferenz.Seite("/")).Text, StringComparison.Ordinal);
        Assert.Contains(await portal.Db(db => db.OutgoingMails.Where(m => m.ToAddress == Gemeinde.Konferenzmitglied).Select(m => m.Subject).ToListAsync()), s => s.EndsWith("ist eröffnet", StringComparison.Ordinal));

        var ohne = await konferenz.Abschicken(adresse + "/stimme");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ohne.Status);
        Assert.Contains("Bitte wählen Sie Ja, Nein oder Enthaltung.", ohne.Meldungen, StringComparison.Ordinal);
        var unbestaetigt = await konferenz.Abschicken(adresse + "/stimme", Felder(("Stimme", "Nein")));
        Assert.Contains("Bitte bestätigen Sie, dass Sie diese Stimme abgeben.", unbestaetigt.Meldungen, StringComparison.Ordinal);
        Assert.True(unbestaetigt.Finde("#Stimme-Nein").HasAttribute("checked"));

        Assert.Contains("Ihre Stimme ist gezählt: Nein.", (await StimmenAsync(konferenz, adresse, "Nein")).Text, StringComparison.Ordinal);
        Assert.Contains("Für diesen Sitz ist die Stimme schon abgegeben.", (await konferenz.Seite(adresse + "/stimme")).Text, StringComparison.Ordinal);
        // Vor der Schließung liest niemand, wie gestimmt wurde, auch nicht die Geschäftsführung.
        Assert.Contains("Friederike Thomsen hat abgestimmt", (await fuehrung.Seite(adresse)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await StimmenAsync(vertretung, adresse, "Ja")).Status);

        // Henning Brodersen ist verhindert und hat keine Stellvertretung; ein anderer Sitz ist befangen.
        Assert.Contains("Dieser Sitz hat zurzeit keine Stellvertretung.", (await zweites.Seite(adresse + "/sitze/politik-3/uebergabe")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await zweites.Seite(adresse + "/sitze/politik-1/uebergabe")).Status);
        var befangen = await gross.Abschicken(adresse + "/sitze/verwaltung-1/befangenheit", Felder(("Grund", "GEHEIMER BEFANGENHEITSGRUND")));
        Assert.Contains("stimmt nicht mit", befangen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("GEHEIMER BEFANGENHEITSGRUND", (await zweites.Seite(adresse)).Text, StringComparison.Ordinal);
        Assert.Contains("GEHEIMER BEFANGENHEITSGRUND", (await fuehrung.Seite(adresse)).Text, StringComparison.Ordinal);

        var knapp = await fuehrung.Seite(adresse + "/schliessung");
        Assert.Contains("Es sind zu wenige da.", knapp.Text, StringComparison.Ordinal);
        var anwesend = await fuehrung.Seite(adresse + "/anwesenheit");
        var da = await fuehrung.Senden(adresse + "/anwesenheit", Felder(("Anwesende[0]", "politik-3"), ("Anwesende[1]", "verwaltung-2"), ("Anwesende[2]", "fachplanung-1"), ("Anwesende[3]", "fachplanung-2")), folgen: true);
        Assert.Equal(5, anwesend.Alle("input[name=Anwesende]").Count);
        Assert.Contains("Die Anwesenheit ist festgestellt: 6 Sitze.", da.Text, StringComparison.Ordinal);

        Assert.Contains("Bitte bestätigen Sie", (await fuehrung.Abschicken(adresse + "/schliessung")).Meldungen, StringComparison.Ordinal);
        var ergebnis = await fuehrung.Abschicken(adresse + "/schliessung", Felder(("Bestaetigt", "true")));
        // Gleichstand ist Ablehnung.
        Assert.Contains("Ergebnis: abgelehnt", ergebnis.Text, StringComparison.Ordinal);
        Assert.Equal(["17", "8", "1", "6", "6", "1", "1", "0", "4"], ergebnis.Alle("table caption").Single(c => c.TextContent == "Für die Niederschrift").ParentElement!.QuerySelectorAll("td").Select(t => t.TextContent));
        Assert.Contains("Annegret Jäger vertritt Joachim Oßwald", (await konferenz.Seite(adresse)).Text, StringComparison.Ordinal);
        Assert.Contains("Die Abstimmung ist geschlossen.", (await StimmenRohAsync(zweites, adresse)).Meldungen + (await zweites.Seite(adresse + "/stimme")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fuehrung.Senden(adresse + "/schliessung", Felder(("Bestaetigt", "true")))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fuehrung.Senden(adresse + "/eroeffnung", Felder(("Bestaetigt", "true"), ("Version", "1")))).Status);
    }

    [Fact]
    public async Task Ein_Mitglied_gibt_seine_Stimme_weiter_und_holt_sie_zurueck()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var mitglied = await portal.AngemeldetAls("agnieszka.wisniewska@musterstadt.example");
        using var kaya = await portal.AngemeldetAls("elif.kaya@musterstadt.example");
        var adresse = await EroeffneteAsync(fuehrung, "Soll es eine Sommerpause geben?", "Geheim");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kaya.Senden(adresse + "/stimme", Felder(("Stimme", "Ja"), ("Bestaetigt", "true")))).Status);

        var formular = await mitglied.Seite(adresse + $"/sitze/{Gemeinde.VertretbarerSitz}/uebergabe");
        var person = formular.Alle("select[name=Person] option").Single(o => o.TextContent == "Elif Kaya").GetAttribute("value")!;
        var uebergeben = await mitglied.Abschicken(formular, Felder(("Person", person), ("Grund", "verhindert")));
        Assert.Contains("stimmt jetzt Elif Kaya", uebergeben.Text, StringComparison.Ordinal);
        Assert.Contains("Für Ihren Sitz stimmt Elif Kaya.", (await mitglied.Seite(adresse + "/stimme")).Text, StringComparison.Ordinal);
        Assert.Contains("stimmt wieder Agnieszka Wiśniewska", (await mitglied.Abschicken(adresse, formular: "form[action$='/ruecknahme']")).Text, StringComparison.Ordinal);
        await mitglied.Abschicken(formular, Felder(("Person", person)));
        Assert.Equal("Ihr Beleg", (await StimmenAsync(kaya, adresse, "Ja")).Ueberschrift);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mitglied.Senden(adresse + $"/sitze/{Gemeinde.VertretbarerSitz}/ruecknahme")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mitglied.Senden(adresse + "/stimme", Felder(("Stimme", "Nein"), ("Bestaetigt", "true")))).Status);
        Assert.Equal(1, await portal.Db(db => db.Stimmrechte.CountAsync(r => r.Abstimmung.Antrag.StartsWith("Soll es eine Sommerpause") && r.HatGestimmt)));
    }

    [Fact]
    public async Task Mit_dem_Beleg_findet_man_den_eigenen_Stimmzettel_wieder()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        using var zweites = await portal.AngemeldetAls(ZweitesKonferenzmitglied);
        var adresse = await EroeffneteAsync(fuehrung, "Soll geheim gewählt werden?", "Geheim");
        var beleg = await StimmenAsync(konferenz, adresse, "Enthaltung");
        Assert.True(beleg.Antwort.Headers.CacheControl?.NoStore);
        var code = beleg.Finde("code").TextContent;
        var anderer = (await StimmenAsync(zweites, adresse, "Ja")).Finde("code").TextContent;
        Assert.DoesNotContain(code, (await fuehrung.Seite(adresse)).Quelltext, StringComparison.Ordinal);

        await fuehrung.Abschicken(adresse + "/schliessung", Felder(("Bestaetigt", "true")));
        var zeilen = (await konferenz.Seite(adresse)).Alle("[aria-labelledby=zettel] tbody tr").Select(z => (z.Children[0].TextContent, z.Children[1].TextContent)).ToList();
        Assert.Equal(new[] { (code, "Enthaltung"), (anderer, "Ja") }.OrderBy(z => z.Item1, StringComparer.Ordinal), zeilen);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.DoesNotContain(code, (await mitglied.Seite(adresse)).Quelltext, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Offen")]
    [InlineData("Geheim")]
    public async Task Fuenfzig_Stimmen_eines_Sitzes_zugleich_und_im_Augenblick_der_Schliessung_zaehlt_genau_eine(string art)
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var vorlauf = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var adresse = await EroeffneteAsync(fuehrung, $"Fünfzig Stimmen, {art}", art);
        var clients = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => portal.AngemeldetAls(Gemeinde.Konferenzmitglied)));

        var antworten = await Task.WhenAll(clients.Select((c, i) => StimmenRohAsync(c, adresse, (i % 2) == 0 ? "Ja" : "Nein")));

        var angenommen = art == "Offen" ? HttpStatusCode.Found : HttpStatusCode.OK;
        Assert.Single(antworten, a => a.Status == angenommen);
        Assert.All(antworten.Where(a => a.Status != angenommen), a =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status);
            Assert.Contains("Für diesen Sitz ist die Stimme schon abgegeben.", a.Text, StringComparison.Ordinal);
        });

        // Jetzt stimmen alle anderen, während geschlossen wird: Jede Antwort „gezählt“ steht im Ergebnis, jede andere sagt, warum nicht.
        string[] andere = [ZweitesKonferenzmitglied, "ulrich.gross@musterstadt.example", "wiebke.lorenzen@musterstadt.example", "agnieszka.wisniewska@musterstadt.example", "malte.juergensen@musterstadt.example", "samira.el-khatib@musterstadt.example"];
        var stimmende = await Task.WhenAll(andere.Select(portal.AngemeldetAls));
        var schliessen = fuehrung.Senden(adresse + "/schliessung", Felder(("Bestaetigt", "true")));
        var letzte = await Task.WhenAll(stimmende.Select(c => StimmenRohAsync(c, adresse)));
        Assert.Equal(HttpStatusCode.Found, (await schliessen).Status);

        Assert.All(letzte.Where(a => a.Status != angenommen), a => Assert.Contains("Die Abstimmung ist geschlossen.", a.Text, StringComparison.Ordinal));
        var ergebnis = await portal.Db(db => db.Abstimmungen.Where(a => a.Antrag.StartsWith("Fünfzig Stimmen, " + art)).Select(a => a.Ergebnis!).SingleAsync());
        Assert.Equal(1 + letzte.Count(a => a.Status == angenommen), ergebnis.Ja + ergebnis.Nein + ergebnis.Enthaltungen);
        foreach (var client in clients.Concat(stimmende)) client.Dispose();
    }

    [Fact]
    public async Task Auch_an_den_Regeln_vorbei_nimmt_die_Datenbank_keine_zweite_Stimme_eines_Sitzes()
    {
        var recht = await portal.Db(db => db.Stimmrechte.AsNoTracking().FirstAsync(r => r.HandelndePersonId != null));
        var anderes = await portal.Db(db => db.Stimmrechte.Where(r => r.AbstimmungId == recht.AbstimmungId && r.Id != recht.Id).Select(r => r.Id).FirstAsync());
        Assert.NotNull(await Record.ExceptionAsync(() => portal.Db(db => db.Stimmrechte.Where(r => r.Id == anderes).ExecuteUpdateAsync(s => s.SetProperty(r => r.SitzId, recht.SitzId)))));
        Assert.NotNull(await Record.ExceptionAsync(() => portal.Db(db => db.Stimmrechte.Where(r => r.Id == anderes).ExecuteUpdateAsync(s => s.SetProperty(r => r.HandelndePersonId, recht.HandelndePersonId)))));
        // Zwei haben dieselbe Zeile gelesen; wer als Zweite speichert, wird abgewiesen.
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => portal.Db(async db =>
        {
            var offen = await db.Stimmrechte.FirstAsync(r => r.Abstimmung.Zustand == Abstimmungszustand.Offen && !r.HatGestimmt);
            await portal.Db(andere => andere.Stimmrechte.Where(r => r.Id == offen.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Version, r => r.Version + 1)));
            db.Entry(offen).Property(r => r.HatGestimmt).CurrentValue = true;
            await db.SaveChangesAsync();
        }));
    }

    private static Task<Seite> StimmenRohAsync(PortalClient client, string adresse, string stimme = "Ja") => client.Senden(adresse + "/stimme", Felder(("Stimme", stimme), ("Bestaetigt", "true")));
}
