using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Tests.Support;

namespace Portal.Tests.Priorisierungen;

public sealed class PapierstimmenseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Henning = "henning.brodersen@musterstadt.example";
    private const string Bestaetigen = "form[action$='/papier/bestaetigung']";
    private const string Verwerfen = "form[action$='/papier/verwerfung']";

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    private static Dictionary<string, string> Geheim(int ja, int nein, int enthaltungen, params string[] sitze) =>
        Felder([("Ja", $"{ja}"), ("Nein", $"{nein}"), ("Enthaltungen", $"{enthaltungen}"), .. sitze.Select((s, i) => ($"Sitze[{i}]", s))]);

    private static async Task<string> EroeffneteAsync(PortalClient fuehrung, string antrag, string art)
    {
        var adresse = (await fuehrung.Abschicken("/konferenz/abstimmungen/neu", Felder(("Antrag", antrag), ("Art", art)))).Adresse;
        Assert.Contains("Die Abstimmung ist eröffnet.", (await fuehrung.Abschicken(adresse + "/eroeffnung", Felder(("Bestaetigt", "true")))).Text, StringComparison.Ordinal);
        return adresse;
    }

    private static Task<Seite> StimmenRohAsync(PortalClient client, string adresse, string stimme = "Ja") => client.Senden(adresse + "/stimme", Felder(("Stimme", stimme), ("Bestaetigt", "true")));

    private Task<Abstimmung> AbstimmungAsync(string adresse) => portal.Db(db => db.Abstimmungen.AsNoTracking().MitKennung(adresse.Split('/')[^1]).MitStimmrechten.SingleAsync());

    private Task<int> WartendeAsync(string adresse)
    {
        var kennung = adresse.Split('/')[^1];
        return portal.Db(db => db.Papierabgaben.CountAsync(p => p.Abstimmung.Kennung == kennung));
    }

    [Fact]
    public async Task Mit_Namen_vom_Stimmzettel_bis_zum_Ergebnis()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        using var henning = await portal.AngemeldetAls(Henning);
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var adresse = await EroeffneteAsync(fuehrung, "Soll der Bericht gedruckt werden?", "Offen");

        Assert.Contains("Auf Papier abstimmen", (await henning.Seite(adresse)).Text, StringComparison.Ordinal);
        var zettel = await henning.Seite(adresse + "/sitze/politik-3/stimmzettel");
        Assert.Equal("Stimmzettel für den Sitz Politik 3", zettel.Ueberschrift);
        Assert.Contains("Henning Brodersen", zettel.Finde("main").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("data:image/png", zettel.Finde("main img").GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains(adresse + "/papier", zettel.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await konferenz.Seite(adresse + "/sitze/politik-3/stimmzettel")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await konferenz.Seite(adresse + "/stimmzettel")).Status);

        var eintragen = await fuehrung.Seite(adresse + "/papier");
        var leer = await fuehrung.Abschicken(eintragen);
        Assert.Contains("Bitte wählen Sie die Sitze, von denen ein Stimmzettel da ist.", leer.Meldungen, StringComparison.Ordinal);
        var eingetragen = await fuehrung.Abschicken(eintragen, Felder(("Stimmen[politik-3]", "Nein"), ("Stimmen[verwaltung-1]", "Ja")));
        Assert.Contains("Sie zählen, sobald eine zweite Person sie bestätigt.", eingetragen.Text, StringComparison.Ordinal);
        Assert.Contains("Henning Brodersen Stimme auf Papier eingetragen, noch nicht bestätigt", eingetragen.Text, StringComparison.Ordinal);
        Assert.Contains(await portal.Db(db => db.OutgoingMails.Where(m => m.ToAddress == Henning).Select(m => m.Subject).ToListAsync()), s => s.StartsWith("Stimme auf Papier eingetragen", StringComparison.Ordinal));

        // Bis zur Bestätigung: nicht im Portal, nicht übergeben, nicht schließen, nicht noch einmal.
        Assert.Contains("Für Ihren Sitz ist eine Stimme auf Papier eingetragen.", (await henning.Seite(adresse)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Soll der Bericht gedruckt werden?", (await henning.Seite("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StimmenRohAsync(henning, adresse)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fuehrung.Senden(adresse + "/sitze/politik-3/befangenheit", Felder(("Grund", "X")))).Status);
        var schliessen = await fuehrung.Senden(adresse + "/schliessung", Felder(("Bestaetigt", "true")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, schliessen.Status);
        Assert.Contains("bestätigen oder verwerfen Sie sie zuerst.", schliessen.Text, StringComparison.Ordinal);
        Assert.Contains("schon Stimmen auf Papier eingetragen", (await fuehrung.Senden(adresse + "/papier", Felder(("Stimmen[politik-1]", "Ja")))).Text, StringComparison.Ordinal);

        // Wer eingetragen hat, bestätigt nicht; die zweite Person liest es in „Was steht an?“.
        var selbst = await fuehrung.Seite(adresse + "/papier");
        Assert.Contains("Bestätigen muss sie eine zweite Person.", selbst.Text, StringComparison.Ordinal);
        var abgabe = selbst.Finde("input[name=Abgabe]").GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fuehrung.Senden(adresse + "/papier/bestaetigung", Felder(("Abgabe", abgabe), ("Bestaetigt", "true")))).Status);
        Assert.DoesNotContain("Stimmen auf Papier bestätigen: Soll der Bericht", (await fuehrung.Seite("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Stimmen auf Papier bestätigen: Soll der Bericht", (await admin.Seite("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Seite(adresse)).Status);
        var vergleich = await admin.Seite(adresse + "/papier");
        Assert.Equal(["Politik 3 Henning Brodersen Nein", "Verwaltung 1 Ulrich Groß Ja"], vergleich.Alle("tbody tr").Select(z => string.Join(' ', z.Children.Select(c => c.TextContent.Trim()))));
        Assert.Contains("Bitte bestätigen Sie, dass Sie alles verglichen haben.", (await admin.Abschicken(vergleich, formular: Bestaetigen)).Meldungen, StringComparison.Ordinal);
        Assert.Contains("Inzwischen ist etwas anderes eingetragen.", (await admin.Senden(adresse + "/papier/bestaetigung", Felder(("Abgabe", "etwasanderes"), ("Bestaetigt", "true")))).Meldungen, StringComparison.Ordinal);
        Assert.Equal(1, await WartendeAsync(adresse));
        Assert.Contains("sind bestätigt und zählen", (await admin.Abschicken(adresse + "/papier", Felder(("Bestaetigt", "true")), Bestaetigen)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await WartendeAsync(adresse));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Seite(adresse + "/papier")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Senden(adresse + "/papier/bestaetigung", Felder(("Abgabe", abgabe), ("Bestaetigt", "true")))).Status);

        // Danach gilt sie wie jede Stimme: Es zählt die erste.
        Assert.Contains("Für diesen Sitz ist die Stimme schon abgegeben.", (await StimmenRohAsync(henning, adresse)).Text, StringComparison.Ordinal);
        Assert.Contains("Für den Sitz Politik 3 ist die Stimme schon abgegeben.", (await fuehrung.Senden(adresse + "/papier", Felder(("Stimmen[politik-3]", "Ja")))).Text, StringComparison.Ordinal);
        Assert.Contains("Henning Brodersen hat abgestimmt", (await fuehrung.Seite(adresse)).Text, StringComparison.Ordinal);
        await fuehrung.Abschicken(adresse + "/schliessung", Felder(("Bestaetigt", "true")));
        Assert.Contains("Henning Brodersen Nein", (await konferenz.Seite(adresse)).Text, StringComparison.Ordinal);
        Assert.Contains("Die Abstimmung ist nicht offen.", (await fuehrung.Seite(adresse + "/papier")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Geheim_kommen_die_Stimmzettel_in_die_Urne_und_die_Zahlen_verschwinden()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        using var henning = await portal.AngemeldetAls(Henning);
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var adresse = await EroeffneteAsync(fuehrung, "Soll der Vorsitz wechseln?", "Geheim");
        await StimmenRohAsync(konferenz, adresse);

        // Der Schein nennt den Sitz, der Stimmzettel nichts; auch seine Adresse nicht.
        var schein = await henning.Seite(adresse + "/sitze/politik-3/stimmzettel");
        Assert.Equal("Stimmschein für den Sitz Politik 3", schein.Ueberschrift);
        Assert.DoesNotContain("☐", schein.Text, StringComparison.Ordinal);
        var zettel = await henning.Seite(schein.Alle("main a").Single(a => a.TextContent == "Stimmzettel ohne Namen drucken").GetAttribute("href")!);
        Assert.Equal(adresse + "/stimmzettel", zettel.Adresse);
        Assert.DoesNotContain("Brodersen", zettel.Finde("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Politik", zettel.Finde("main").TextContent, StringComparison.Ordinal);
        Assert.Empty(zettel.Alle("main img"));
        Assert.Equal(zettel.Finde("main").OuterHtml, (await konferenz.Seite(adresse + "/stimmzettel")).Finde("main").OuterHtml);

        var papier = adresse + "/papier";
        foreach (var (eingabe, satz) in new[]
        {
            (Geheim(2, 0, 0, "politik-3", "verwaltung-1"), "Bei geheimer Abstimmung gehören mindestens drei Sitze zusammen."),
            (Geheim(3, 0, 0, "politik-3", "politik-3", "politik-3"), "Bei geheimer Abstimmung gehören mindestens drei Sitze zusammen."),
            (Geheim(1, 1, 0, "politik-3", "verwaltung-1", "verwaltung-2"), "Gewählt sind 3 Sitze, gezählt 2 Stimmzettel."),
            (Geheim(3, 0, 0, "politik-3", "verwaltung-1", "politik-1"), "Für den Sitz Politik 1 ist die Stimme schon abgegeben."),
            (Geheim(3, 0, 0, "politik-3", "verwaltung-1", "politik-99"), "Einer der gewählten Sitze ist in dieser Abstimmung nicht stimmberechtigt."),
            (Geheim(4, -1, 0, "politik-3", "verwaltung-1", "verwaltung-2"), "Bitte zählen Sie die Stimmzettel und tragen Sie eine Zahl ein."),
        })
        {
            var seite = await fuehrung.Senden(papier, eingabe);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
            Assert.Contains(satz, seite.Meldungen, StringComparison.Ordinal);
            Assert.True(seite.Finde("#da-politik-3").HasAttribute("checked"));
        }
        Assert.Equal(0, await WartendeAsync(adresse));

        Assert.Equal(HttpStatusCode.Found, (await fuehrung.Senden(papier, Geheim(1, 2, 1, "politik-3", "verwaltung-1", "verwaltung-2", "fachplanung-1"))).Status);
        var kennung = await portal.Db(db => db.Papierabgaben.Where(p => p.Abstimmung.Antrag == "Soll der Vorsitz wechseln?").Select(p => p.Kennung).SingleAsync());
        var vergleich = await admin.Seite(papier);
        Assert.Equal(["1", "2", "1"], vergleich.Alle(".p-meta dd").Select(d => d.TextContent));
        await admin.Abschicken(vergleich, Felder(("Bestaetigt", "true")), Bestaetigen);

        Assert.Equal(0, await WartendeAsync(adresse));
        Assert.All((await AbstimmungAsync(adresse)).Stimmrechte, r => Assert.Null(r.Stimme));
        await BleibtNichtsAsync(kennung);
        await fuehrung.Abschicken(adresse + "/schliessung", Felder(("Bestaetigt", "true")));
        var ergebnis = (await AbstimmungAsync(adresse)).Ergebnis!;
        Assert.Equal((2, 2, 1, 5), (ergebnis.Ja, ergebnis.Nein, ergebnis.Enthaltungen, ergebnis.Anwesende));
        Assert.Equal(5, (await henning.Seite(adresse)).Alle("[aria-labelledby=zettel] tbody tr").Count);
    }

    [Fact]
    public async Task Verworfen_wird_neu_eingetragen_und_niemand_bestaetigt_was_er_nicht_gesehen_hat()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        using var henning = await portal.AngemeldetAls(Henning);
        var adresse = await EroeffneteAsync(fuehrung, "Soll es Kaffee geben?", "Offen");
        await fuehrung.Senden(adresse + "/papier", Felder(("Stimmen[politik-3]", "Ja")));
        var alt = await admin.Seite(adresse + "/papier");

        var verworfen = await fuehrung.Abschicken(adresse + "/papier", formular: Verwerfen);
        Assert.Contains("Die Sitze können wieder stimmen.", verworfen.Text, StringComparison.Ordinal);
        await fuehrung.Senden(adresse + "/papier", Felder(("Stimmen[politik-3]", "Nein")));
        var zuSpaet = await admin.Abschicken(alt, Felder(("Bestaetigt", "true")), Bestaetigen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, zuSpaet.Status);
        Assert.Contains("Bitte vergleichen Sie noch einmal.", zuSpaet.Meldungen, StringComparison.Ordinal);
        Assert.False(zuSpaet.Finde("#Bestaetigt").HasAttribute("checked"));
        Assert.DoesNotContain((await AbstimmungAsync(adresse)).Stimmrechte, r => r.HatGestimmt);

        await admin.Abschicken(adresse + "/papier", formular: Verwerfen);
        Assert.Equal(HttpStatusCode.Found, (await StimmenRohAsync(henning, adresse)).Status);
        var recht = (await AbstimmungAsync(adresse)).Stimmrechte.Single(r => r.Sitz.Kennung == "politik-3");
        Assert.Equal((true, false, Stimme.Ja), (recht.HatGestimmt, recht.PapierWartet, recht.Stimme!.Value));
    }

    [Theory]
    [InlineData("Offen")]
    [InlineData("Geheim")]
    public async Task Fuenfzig_Anfragen_auf_beiden_Wegen_zugleich_zaehlt_genau_eine_Stimme_je_Sitz(string art)
    {
        string[] sitze = ["politik-1", "politik-3", "verwaltung-1"];
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var adresse = await EroeffneteAsync(fuehrung, $"Fünfzig auf beiden Wegen, {art}", art);
        var online = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => portal.AngemeldetAls(Gemeinde.Konferenzmitglied)));
        var bueros = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung)));
        var admins = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => portal.AngemeldetAls(Gemeinde.Administration)));
        var eintragung = art == "Offen" ? Felder([.. sitze.Select(s => ($"Stimmen[{s}]", "Nein"))]) : Geheim(0, 3, 0, sitze);
        var gezaehlt = art == "Offen" ? HttpStatusCode.Found : HttpStatusCode.OK;

        // Eintragen gegen Abstimmen: Entweder stimmt der Sitz im Portal, dann wird nichts eingetragen, oder umgekehrt.
        var (stimmen, eintragungen) = (online.Select(c => StimmenRohAsync(c, adresse)).ToList(), bueros.Select(c => c.Senden(adresse + "/papier", eintragung)).ToList());
        await Task.WhenAll([.. stimmen, .. eintragungen]);
        var erfolge = stimmen.Count(s => s.Result.Status == gezaehlt) + eintragungen.Count(e => e.Result.Status == HttpStatusCode.Found);
        Assert.Equal(1, erfolge);
        Assert.All([.. stimmen.Where(s => s.Result.Status != gezaehlt), .. eintragungen.Where(e => e.Result.Status != HttpStatusCode.Found)], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Result.Status));

        // Bestätigen gegen Abstimmen: Eingetragen ist jetzt in jedem Fall, wenn nötig ohne den Sitz, der schon gestimmt hat.
        var imPortal = stimmen.Exists(s => s.Result.Status == gezaehlt);
        string[] aufPapier = imPortal ? ["politik-3", "verwaltung-1", "verwaltung-2"] : sitze;
        if (imPortal) Assert.Equal(HttpStatusCode.Found, (await fuehrung.Senden(adresse + "/papier", art == "Offen" ? Felder([.. aufPapier.Select(s => ($"Stimmen[{s}]", "Nein"))]) : Geheim(0, 3, 0, aufPapier))).Status);
        var abgabe = (await fuehrung.Seite(adresse + "/papier")).Finde("input[name=Abgabe]").GetAttribute("value")!;
        var betroffene = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => portal.AngemeldetAls(Henning)));
        var (versuche, bestaetigungen) = (betroffene.Select(c => StimmenRohAsync(c, adresse)).ToList(), admins.Select(c => c.Senden(adresse + "/papier/bestaetigung", Felder(("Abgabe", abgabe), ("Bestaetigt", "true")))).ToList());
        await Task.WhenAll([.. versuche, .. bestaetigungen]);
        Assert.All(versuche, v => Assert.Equal(HttpStatusCode.UnprocessableEntity, v.Result.Status));
        Assert.Single(bestaetigungen.Select(b => b.Result), b => b.Status == HttpStatusCode.Found);
        Assert.All(bestaetigungen.Where(b => b.Result.Status != HttpStatusCode.Found), b => Assert.Equal(HttpStatusCode.NotFound, b.Result.Status));

        Assert.Equal(HttpStatusCode.Found, (await fuehrung.Senden(adresse + "/schliessung", Felder(("Bestaetigt", "true")))).Status);
        var ergebnis = (await AbstimmungAsync(adresse)).Ergebnis!;
        Assert.Equal((imPortal ? 1 : 0, 3, 0), (ergebnis.Ja, ergebnis.Nein, ergebnis.Enthaltungen));
        foreach (var client in online.Concat(bueros).Concat(admins).Concat(betroffene)) client.Dispose();
    }

    [Fact]
    public async Task Auch_an_den_Regeln_vorbei_wartet_in_einer_Abstimmung_nur_eine_Papierabgabe()
    {
        var vorhandene = await portal.Db(db => db.Papierabgaben.AsNoTracking().FirstAsync(p => p.Abstimmung.Antrag.StartsWith(Gemeinde.AbstimmungMitPapier)));
        await Assert.ThrowsAsync<DbUpdateException>(() => portal.Db(async db =>
        {
            db.Entry(vorhandene).State = EntityState.Added;
            await db.SaveChangesAsync();
        }));
    }

    /// <summary>Die Kennung stand in derselben Zeile wie die Zahlen: Findet man sie nirgends mehr, sind auch die Zahlen fort.</summary>
    private async Task BleibtNichtsAsync(string kennung)
    {
        var datei = await portal.Db(db => Task.FromResult(db.Database.IsSqlite() ? db.Database.GetDbConnection().DataSource : null));
        if (datei is null)
        {
            // PostgreSQL hat die Tabelle neu geschrieben: Die übrigen Zeilen liegen ohne Lücke.
            var stellen = await portal.Db(db => db.Database.SqlQuery<string>($"""SELECT ctid::text AS "Value" FROM "Papierabgaben" """).ToListAsync());
            Assert.Equal(Enumerable.Range(1, stellen.Count).Select(i => $"(0,{i})"), stellen.OrderBy(s => s.Length).ThenBy(s => s, StringComparer.Ordinal));
            return;
        }
        foreach (var teil in (string[])[datei, datei + "-wal"])
        {
            if (!File.Exists(teil)) continue;
            await using var strom = new FileStream(teil, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var inhalt = new MemoryStream();
            await strom.CopyToAsync(inhalt);
            Assert.DoesNotContain(kennung, System.Text.Encoding.Latin1.GetString(inhalt.ToArray()), StringComparison.Ordinal);
        }
    }
}
