using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Platform.Data;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Vorschlaege;

/// <summary>Viele schreiben zugleich: kein bestätigtes Wort geht verloren.</summary>
public sealed class ZugleichSchreibenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int Viele = 30;
    private static readonly string[] s_gruppe = [Gemeinde.Sprecherin, Gemeinde.Mitglied, Gemeinde.ZweitesMitglied];

    private async Task<(string Kennung, List<Schreibende> Alle)> Gruppe(int anzahl = 3)
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var seite = await mitglied.Abschicken("/vorschlaege/neu", new Dictionary<string, string> { ["Fachgruppe"] = Gemeinde.GutAelterWerden, ["Titel"] = "Zugleich" });
        var kennung = seite.Adresse.Split('/')[2];
        var alle = new List<Schreibende>();
        for (var i = 0; i < anzahl; i++) alle.Add(await Schreibende.AlsAsync(portal, s_gruppe[i % s_gruppe.Length], kennung));
        return (kennung, alle);
    }

    [Fact]
    public async Task Dreissig_schreiben_je_einen_Absatz_in_dasselbe_Feld()
    {
        var (_, alle) = await Gruppe(Viele);
        var grund = string.Join("\n\n", Enumerable.Range(0, Viele).Select(i => $"Absatz {i}."));
        var erste = await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, grund, 0);

        var antworten = await Task.WhenAll(alle.Select((wer, i) =>
            wer.FeldAsync(Vorschlagsfeld.Bedarf, grund.Replace($"Absatz {i}.", $"Absatz {i} mit Wort{i}.", StringComparison.Ordinal), erste.Version, grund)));

        Assert.All(antworten, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var (_, text) = await alle[0].LesenAsync(Vorschlagsfeld.Bedarf);
        for (var i = 0; i < Viele; i++) Assert.Contains($"mit Wort{i}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dreissig_haengen_an_dasselbe_Feld_an()
    {
        var (_, alle) = await Gruppe(Viele);
        var erste = await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, "Anfang", 0);

        var antworten = await Task.WhenAll(alle.Select((wer, i) => wer.FeldAsync(Vorschlagsfeld.Bedarf, $"Anfang\n\nAbsatz von {i}", erste.Version, "Anfang")));

        Assert.All(antworten, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var (_, text) = await alle[0].LesenAsync(Vorschlagsfeld.Bedarf);
        Assert.Equal(Enumerable.Range(0, Viele).Select(i => $"Absatz von {i}").Order(StringComparer.Ordinal), text.Split("\n\n").Skip(1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Wer_dieselben_Worte_aendert_wird_gefragt_und_nur_bestaetigte_gelten()
    {
        var (_, alle) = await Gruppe(Viele);
        var erste = await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, "Es fehlen drei Stellen.", 0);

        var antworten = await Task.WhenAll(alle.Select((wer, i) => wer.FeldAsync(Vorschlagsfeld.Bedarf, $"Es fehlen z{i} Stellen.", erste.Version, "Es fehlen drei Stellen.")));

        var bestaetigt = Assert.Single(antworten, a => a.Status == HttpStatusCode.OK);
        Assert.All(antworten.Where(a => a != bestaetigt), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
        var (_, text) = await alle[0].LesenAsync(Vorschlagsfeld.Bedarf);
        Assert.Equal($"Es fehlen z{Array.IndexOf(antworten, bestaetigt)} Stellen.", text);
        var konflikt = antworten.First(a => a != bestaetigt).Konflikt;
        Assert.Equal(text, konflikt.GetProperty("anderes").GetString());
        Assert.Equal(bestaetigt.Version, konflikt.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Dreissig_schreiben_an_verschiedenen_Feldern_und_Zeilen()
    {
        var (kennung, alle) = await Gruppe(Viele);
        var felder = Vorschlagsfelder.Alle.Where(f => f.Art == Feldart.Markdown).Select(f => f.Feld).ToList();
        var zeilen = new List<string>();
        for (var i = felder.Count; i < Viele; i++) zeilen.Add(await alle[0].ZeileAsync("programme"));

        var antworten = await Task.WhenAll(alle.Select((wer, i) => i < felder.Count
            ? wer.FeldAsync(felder[i], $"Text von {i}", 0, "")
            : wer.SpeichernAsync($"zeilen/{zeilen[i - felder.Count]}", 0, new() { ["ziel"] = $"Ziel von {i}" }, new() { ["ziel"] = "" })));

        Assert.All(antworten, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var vorschlag = await portal.Db(db => db.Vorschlaege.Where(v => v.Kennung == kennung).Select(v => v.Id).SingleAsync());
        var texte = await portal.Db(db => db.Feldinhalte.Where(f => f.VorschlagId == vorschlag).ToDictionaryAsync(f => f.Feld, f => f.Wert));
        var ziele = await portal.Db(db => db.Matrixzeilen.Where(z => z.VorschlagId == vorschlag).ToDictionaryAsync(z => z.Kennung, z => z.Werte.Ziel));
        for (var i = 0; i < felder.Count; i++) Assert.Equal($"Text von {i}", texte[felder[i]]);
        for (var i = felder.Count; i < Viele; i++) Assert.Equal($"Ziel von {i}", ziele[zeilen[i - felder.Count]]);
    }

    [Fact]
    public async Task Verschiedene_Zellen_derselben_Zeile_stoeren_einander_nicht()
    {
        var (kennung, alle) = await Gruppe();
        var zeile = await alle[0].ZeileAsync("ergebnisse");

        var antworten = await Task.WhenAll(
            alle[0].SpeichernAsync($"zeilen/{zeile}", 0, new() { ["ziel"] = "Ein Ziel" }, new() { ["ziel"] = "" }),
            alle[1].SpeichernAsync($"zeilen/{zeile}", 0, new() { ["bis-wann"] = "31.12.2028" }, new() { ["bis-wann"] = "" }),
            alle[2].SpeichernAsync($"zeilen/{zeile}", 0, new() { ["wirkungsstufe"] = "5" }, new() { ["wirkungsstufe"] = "" }));

        Assert.All(antworten, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var werte = await portal.Db(db => db.Matrixzeilen.Where(z => z.Kennung == zeile).Select(z => z.Werte).SingleAsync());
        Assert.Equal(("Ein Ziel", new DateOnly(2028, 12, 31), 5), (werte.Ziel, werte.BisWann, werte.Wirkungsstufe));
        Assert.Equal(1, await portal.Db(db => db.Matrixzeilen.CountAsync(z => db.Vorschlaege.Any(v => v.Kennung == kennung && v.Id == z.VorschlagId))));
    }

    [Fact]
    public async Task Die_Matrix_bekommt_nie_mehr_als_200_Zeilen_auch_wenn_dreissig_zugleich_hinzufuegen()
    {
        var (kennung, alle) = await Gruppe(Viele);
        await portal.Db(async db =>
        {
            var v = await db.Vorschlaege.SingleAsync(v => v.Kennung == kennung);
            for (var i = 1; i <= 190; i++) db.Add(new Matrixzeile("programme", i, 1, portal.Uhr.Jetzt) is var z ? Mit(db, z, v.Id) : z);
            await db.SaveChangesAsync();
        });

        var antworten = await Task.WhenAll(alle.Select(wer => wer.FormularAsync("zeilen", new() { ["Zielfeld"] = "programme" })));

        Assert.Equal(10, antworten.Count(a => a.Status == HttpStatusCode.OK));
        Assert.All(antworten.Where(a => a.Status != HttpStatusCode.OK), a =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status);
            Assert.Contains("Die Matrix hat schon 200 Zeilen.", a.Quelltext, StringComparison.Ordinal);
        });
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var seite = await mitglied.Abschicken($"/vorschlaege/{kennung}/schreiben", new Dictionary<string, string> { ["Felder[Bedarf].Wert"] = "trotzdem da" }, "#schreiben", knopf: ("Aktion", "neu:programme"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Contains("Die Matrix hat schon 200 Zeilen.", seite.Text, StringComparison.Ordinal);
        Assert.Equal("trotzdem da", seite.Finde("#feld-Bedarf").TextContent.Trim());
        Assert.Equal(200, seite.Alle(".p-matrix-zeile").Count);

        static Matrixzeile Mit(DbContext db, Matrixzeile zeile, int vorschlagId)
        {
            db.Entry(zeile).Property(nameof(Matrixzeile.VorschlagId)).CurrentValue = vorschlagId;
            return zeile;
        }
    }

    [Fact]
    public async Task Wer_speichert_waehrend_eingereicht_wird_schreibt_entweder_davor_oder_gar_nicht()
    {
        for (var runde = 0; runde < 5; runde++)
        {
            var (kennung, alle) = await Gruppe(12);
            var einreichen = Task.Run(() => Einreichen(kennung));
            var antworten = await Task.WhenAll(alle.Select((wer, i) => wer.FeldAsync(Vorschlagsfelder.Alle.Where(f => f.Art == Feldart.Markdown).ElementAt(i % 8).Feld, $"Wort{i}", 0, "")));
            await einreichen;

            var fassung = await portal.Db(db => db.Fassungen.Where(f => f.Anlass == Fassungsanlass.Eingereicht && db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)).SingleAsync());
            var felder = await portal.Db(db => db.Feldinhalte.Where(f => db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)).ToDictionaryAsync(f => f.Feld, f => f.Wert));
            Assert.Equal(felder.OrderBy(f => f.Key), fassung.Inhalt().Felder.OrderBy(f => f.Key));
            foreach (var (antwort, i) in antworten.Select((a, i) => (a, i)))
                if (antwort.Status == HttpStatusCode.OK) Assert.Contains(felder.Values, w => w.Contains($"Wort{i}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Ein_Speichern_das_vor_dem_Einreichen_geladen_hat_wird_abgelehnt()
    {
        var (kennung, alle) = await Gruppe(1);
        await Einreichen(kennung);

        var antwort = await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, "zu spät", 0, "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, antwort.Status);
        Assert.Contains("sein Text ist festgehalten", antwort.Inhalt.GetProperty("einwand").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schreiben_zwei_im_selben_Augenblick_liest_danach_niemand_den_Stand_von_dazwischen()
    {
        var (kennung, _) = await Gruppe(0);
        var vorschlag = await portal.Db(db => db.Vorschlaege.AsNoTracking().SingleAsync(v => v.Kennung == kennung));
        var wer = new Akteur(vorschlag.UrheberId, "", [], new Dictionary<int, Mitgliedsrolle> { [vorschlag.FachgruppeId] = Mitgliedsrolle.Mitglied });
        var jetzt = portal.Uhr.Jetzt;
        using var texte = new Textspeicher();
        Task<Vorschlag> LadenAsync(PortalDb db) => db.Vorschlaege.Include(v => v.Felder).SingleAsync(v => v.Kennung == kennung);
        Task<Gelesenes> LesenAsync() => portal.Db(async db => await texte.LesenAsync(db, (await db.LesbarAsync(kennung, wer))!));

        await portal.Db(async einer =>
        {
            var bisher = await LadenAsync(einer);
            await portal.Db(async andere =>
            {
                (await LadenAsync(andere)).Schreiben(Vorschlagsfeld.Bedarf, "zuerst", "<p>zuerst</p>", wer, jetzt);
                await andere.SaveChangesAsync();
            });
            await LesenAsync();
            bisher.Schreiben(Vorschlagsfeld.Ausgangslage, "zuletzt", "<p>zuletzt</p>", wer, jetzt);
            await einer.SaveChangesAsync();
        });

        Assert.Equal(["<p>zuerst</p>", "<p>zuletzt</p>"], (await LesenAsync()).Felder.Select(f => f.Html).Where(h => h?.Contains("zu", StringComparison.Ordinal) == true).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Speichern_kommt_mit_wenigen_Abfragen_aus()
    {
        var (_, alle) = await Gruppe(1);
        await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, "eins", 0, "");
        portal.Abfragen.Nullen();

        await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, "zwei", 1, "eins");

        // Konto, Mitgliedschaften, Vorschlag mit Feld; dann zwei Änderungen in einem Zug.
        Assert.True(portal.Abfragen.Befehle.Count <= 6, string.Join("\n---\n", portal.Abfragen.Befehle));
    }

    [Fact]
    public async Task Lange_Texte_kommen_ohne_Ausgangstext_und_die_Antwort_fragt_danach()
    {
        var (_, alle) = await Gruppe(2);
        await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, "Grund eins zwei", 0, "");
        var erste = await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, "Grund eins zwei drei", 1, "Grund eins zwei");

        var ohne = await alle[1].FeldAsync(Vorschlagsfeld.Bedarf, "Anders eins zwei", 1);
        Assert.True(ohne.Konflikt.GetProperty("brauchtGrund").GetBoolean());
        var mit = await alle[1].FeldAsync(Vorschlagsfeld.Bedarf, "Anders eins zwei", 1, "Grund eins zwei");

        Assert.Equal(HttpStatusCode.OK, mit.Status);
        Assert.Equal("Anders eins zwei drei", mit.Wert("Bedarf"));
        Assert.Equal(erste.Version + 1, mit.Version);
    }

    [Theory]
    [InlineData("31.02.2028", "kein Tag im Kalender")]
    [InlineData("gestern", "kein Tag im Kalender")]
    public async Task Eine_falsche_Zelle_nennt_ihren_Satz_und_die_andere_ist_gespeichert(string tag, string satz)
    {
        var (_, alle) = await Gruppe(1);
        var zeile = await alle[0].ZeileAsync("prozesse");

        var antwort = await alle[0].SpeichernAsync($"zeilen/{zeile}", 0, new() { ["ziel"] = "bleibt", ["bis-wann"] = tag }, []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, antwort.Status);
        Assert.Contains(satz, antwort.Fehler, StringComparison.Ordinal);
        Assert.Equal("bleibt", await portal.Db(db => db.Matrixzeilen.Where(z => z.Kennung == zeile).Select(z => z.Werte.Ziel).SingleAsync()));
    }

    [Fact]
    public async Task Der_Stand_nennt_was_andere_geschrieben_haben_und_schweigt_sonst()
    {
        var (_, alle) = await Gruppe(2);
        await alle[0].FeldAsync(Vorschlagsfeld.Bedarf, "von der Sprecherin", 0, "");

        var stand = System.Text.Json.JsonDocument.Parse((await alle[1].JsonAsync(HttpMethod.Get, "schreiben/stand", null)).Quelltext).RootElement;
        var bedarf = stand.GetProperty("felder").EnumerateArray().Single(f => f.GetProperty("ort").GetString() == "Bedarf");

        Assert.Equal(1, bedarf.GetProperty("version").GetInt32());
        Assert.NotEqual("", bedarf.GetProperty("von").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await alle[1].JsonAsync(HttpMethod.Get, $"schreiben/stand?seit={stand.GetProperty("stand").GetString()}", null)).Status);
    }

    [Fact]
    public async Task Eine_entfernte_Zeile_antwortet_mit_410_und_laesst_sich_zurueckholen()
    {
        var (_, alle) = await Gruppe(2);
        var zeile = await alle[0].ZeileAsync("prozesse");
        await alle[0].JsonAsync(HttpMethod.Delete, $"zeilen/{zeile}", null);

        var antwort = await alle[1].SpeichernAsync($"zeilen/{zeile}", 0, new() { ["ziel"] = "mein Text" }, new() { ["ziel"] = "" });
        Assert.Equal(HttpStatusCode.Gone, antwort.Status);
        Assert.Equal(zeile, await alle[1].ZeileAsync("prozesse", new() { ["Zeilenkennung"] = zeile, ["Platz"] = "1", ["Werte[ziel]"] = "mein Text" }));
        Assert.Equal("mein Text", await portal.Db(db => db.Matrixzeilen.Where(z => z.Kennung == zeile).Select(z => z.Werte.Ziel).SingleAsync()));
    }

    /// <summary>Reicht ein, wie es eine Sprecherin täte, ohne Pflichtangaben zu verlangen.</summary>
    private Task Einreichen(string kennung) => portal.Db(db => Portal.Platform.Data.LostRace.RetryInTransactionAsync(db, async () =>
    {
        var sprecherin = await db.Personen.Where(p => p.Email == Gemeinde.Sprecherin).Select(p => p.Id).SingleAsync();
        var gruppe = await db.Fachgruppen.Where(g => g.Kennung == Gemeinde.GutAelterWerden).Select(g => g.Id).SingleAsync();
        var wer = new Portal.Zugang.Akteur(sprecherin, "Sprecherin", [], new Dictionary<int, Portal.Zugang.Mitgliedsrolle> { [gruppe] = Portal.Zugang.Mitgliedsrolle.Sprecher });
        var vorschlag = await Portal.Vorschlaege.Schreiben.Schreibauswahl.GanzGesperrtAsync(db, kennung, wer);
        vorschlag!.Einreichen([], null, wer, portal.Uhr.Jetzt);
        return await db.SaveChangesAsync();
    }));
}
