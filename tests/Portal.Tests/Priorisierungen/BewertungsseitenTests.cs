using Portal.Grundbegriffe;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Konferenzen;
using Portal.Priorisierungen;
using Portal.Priorisierungen.Ergebnis;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Priorisierungen;

/// <summary>Die Seiten einer offenen Runde, wie Konferenz, Stellvertretung, Büro und alle anderen sie sehen.</summary>
public sealed class BewertungsseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Vertreterin = "annegret.jaeger@musterstadt.example";

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    private static Dictionary<string, string> Blatt(string punkte, int stand = 0, params (string Name, string Wert)[] weitere) =>
        new[] { "wirkung", "dringlichkeit", "umsetzbarkeit", "kosten-nutzen", "sozialraumbezug" }.Zip(punkte).Where(p => p.Second != ' ').Select(p => ($"Punkte[{p.First}]", p.Second == '-' ? "kb" : p.Second.ToString()))
            .Append(("Stand", stand.ToString(System.Globalization.CultureInfo.InvariantCulture))).Concat(weitere).ToDictionary(f => f.Item1, f => f.Item2);

    private Task<string> RundeAsync(string titel) => portal.Db(db => db.Priorisierungsrunden.Where(r => r.Titel == titel).Select(r => "/priorisierungen/" + r.Kennung).SingleAsync());

    private Task<List<string>> VorschlaegeAsync(string titel) => portal.Db(db => db.Rundenvorschlaege.Where(v => db.Priorisierungsrunden.Any(r => r.Id == v.RundeId && r.Titel == titel)).OrderBy(v => v.Reihenfolge).Select(v => v.Vorschlag.Kennung).ToListAsync());

    private Task<Bewertungsbogen> BogenAsync(string sitz) => portal.Db(db => db.Bewertungsboegen.AsNoTracking().Include(b => b.Bewertungen).SingleAsync(b => b.Sitz == sitz && b.Runde.Titel == Gemeinde.OffeneRunde));

    [Fact]
    public async Task Runden_sehen_nur_Konferenz_und_Geschaeftsfuehrung()
    {
        var runde = await RundeAsync(Gemeinde.OffeneRunde);
        using var niemand = portal.Oeffentlichkeit();
        Assert.Equal(HttpStatusCode.Found, (await niemand.Seite(runde, folgen: false)).Status);
        foreach (var email in (string[])[Gemeinde.Mitglied, Gemeinde.Sprecherin, Gemeinde.Administration])
        {
            using var jemand = await portal.AngemeldetAls(email);
            Assert.Equal(HttpStatusCode.Forbidden, (await jemand.Seite(runde)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await jemand.Seite(runde + "/boegen/politik-1")).Status);
        }
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var seite = await konferenz.Seite(runde);
        Assert.Equal(HttpStatusCode.OK, seite.Status);
        Assert.DoesNotContain("Alle erinnern", seite.Text, StringComparison.Ordinal);
        // Fremde Bögen gibt es für niemanden, auch nicht für die Geschäftsführung.
        Assert.Equal(HttpStatusCode.NotFound, (await konferenz.Seite(runde + "/boegen/verwaltung-1")).Status);
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        Assert.Equal(HttpStatusCode.NotFound, (await fuehrung.Seite(runde + "/boegen/politik-1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await fuehrung.Seite($"{runde}/boegen/politik-1/{(await VorschlaegeAsync(Gemeinde.OffeneRunde))[0]}")).Status);
    }

    [Fact]
    public async Task Bewerten_speichern_abgeben_und_aendern()
    {
        var runde = await RundeAsync(Gemeinde.OffeneRunde);
        var vorschlaege = await VorschlaegeAsync(Gemeinde.OffeneRunde);
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var erstes = await konferenz.Seite($"{runde}/boegen/politik-1/{vorschlaege[0]}");
        Assert.Contains("In der Fraktion nachfragen", erstes.Text, StringComparison.Ordinal);
        Assert.Contains("Ausgangslage", erstes.Text, StringComparison.Ordinal);
        Assert.Equal(4, erstes.Alle("input[type=radio][checked]").Count);

        // Von Hand gesendet: außerhalb der Skala, mit altem Stand, ohne Grund befangen. Je ein Satz, nichts gespeichert.
        foreach (var (felder, satz) in ((Dictionary<string, string>, string)[])[
            (Blatt("72222", 1), "Möglich sind 0 bis 4 Punkte"), (Blatt("22222", 0), "inzwischen an anderer Stelle geändert"), (Blatt("22222", 1, ("Befangen", "true")), "Bitte nennen Sie, warum Sie befangen sind.")])
        {
            var falsch = await konferenz.Senden($"{runde}/boegen/politik-1/{vorschlaege[0]}", felder);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, falsch.Status);
            Assert.Contains(satz, falsch.Text, StringComparison.Ordinal);
            Assert.Equal("3322 ", (await BogenAsync("politik-1")).Bewertungen.Single().Punkte);
        }

        var weiter = await konferenz.Abschicken(erstes.Adresse, Felder(("Punkte[sozialraumbezug]", "4")), "#bogen", knopf: ("Ziel", "weiter"));
        Assert.EndsWith("/" + vorschlaege[1], weiter.Adresse, StringComparison.Ordinal);
        var zu_frueh = await konferenz.Senden($"{runde}/boegen/politik-1/abgabe");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, zu_frueh.Status);
        Assert.Contains("Bei 3 Vorschlägen fehlt noch etwas.", zu_frueh.Text, StringComparison.Ordinal);

        var gruende = await konferenz.Abschicken($"{runde}/boegen/politik-1/{vorschlaege[0]}", Felder(("Gruende[sozialraumbezug]", "Genau dort wohnen die Familien.")), "#bogen");
        Assert.Equal(HttpStatusCode.OK, gruende.Status);
        var json = await konferenz.Senden($"{runde}/boegen/politik-1/{vorschlaege[1]}/zwischenstand", Blatt("22-3 "), accept: "application/json");
        Assert.Equal(HttpStatusCode.OK, json.Status);
        Assert.Contains("\"stand\":1", json.Quelltext, StringComparison.Ordinal);
        await konferenz.Senden($"{runde}/boegen/politik-1/{vorschlaege[1]}", Blatt("22-32", 1));
        await konferenz.Senden($"{runde}/boegen/politik-1/{vorschlaege[2]}", Blatt("", 0, ("Befangen", "true"), ("Befangenheitsgrund", "Ich sitze im Vorstand des Trägers.")));

        var abgegeben = await konferenz.Abschicken($"{runde}/boegen/politik-1", formular: "form[action$='/abgabe']");
        Assert.Contains("ist abgegeben", abgegeben.Text, StringComparison.Ordinal);
        Assert.NotNull((await BogenAsync("politik-1")).AbgegebenAm);
        var lueckenhaft = await konferenz.Senden($"{runde}/boegen/politik-1/{vorschlaege[1]}", Blatt("22-3 ", 2));
        Assert.Contains("„Sozialraumbezug“ ist noch nicht bewertet.", lueckenhaft.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await konferenz.Senden($"{runde}/boegen/politik-1/{vorschlaege[1]}", Blatt("33333", 2))).Status);
        Assert.Equal("33333", (await BogenAsync("politik-1")).Bewertungen.Single(b => b.Punkte.StartsWith("333", StringComparison.Ordinal)).Punkte);
        Assert.DoesNotContain("Bewerten: " + Gemeinde.OffeneRunde, (await konferenz.Seite("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ruht_die_Inhaberin_handelt_die_Stellvertretung_und_liest_keine_fremde_Notiz()
    {
        var runde = await RundeAsync(Gemeinde.OffeneRunde);
        using var vertreterin = await portal.AngemeldetAls(Vertreterin);
        Assert.Contains("Bewerten: " + Gemeinde.OffeneRunde, (await vertreterin.Seite("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await vertreterin.Seite($"{runde}/boegen/{Gemeinde.RuhenderSitz}/{(await VorschlaegeAsync(Gemeinde.OffeneRunde))[0]}")).Status);
        using var ruhende = await portal.AngemeldetAls("joachim.osswald@musterstadt.example");
        Assert.Equal(HttpStatusCode.NotFound, (await ruhende.Seite($"{runde}/boegen/{Gemeinde.RuhenderSitz}")).Status);
    }

    [Fact]
    public async Task Ein_Papierbogen_zaehlt_erst_wenn_eine_zweite_Person_ihn_bestaetigt()
    {
        var adresse = await RundeAsync(Gemeinde.OffeneRunde) + "/papier/verwaltung-2";
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        using var inhaberin = await portal.AngemeldetAls("wiebke.lorenzen@musterstadt.example");
        var selbst = await fuehrung.Senden(adresse + "/bestaetigung");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, selbst.Status);
        Assert.Contains("Bestätigen muss ihn eine zweite Person.", selbst.Text, StringComparison.Ordinal);
        Assert.Null((await BogenAsync("verwaltung-2")).AbgegebenAm);
        var online = await inhaberin.Senden($"{await RundeAsync(Gemeinde.OffeneRunde)}/boegen/verwaltung-2/{(await VorschlaegeAsync(Gemeinde.OffeneRunde))[0]}", Blatt("22222"));
        Assert.Contains("Für diesen Sitz ist ein Papierbogen eingetragen.", online.Text, StringComparison.Ordinal);

        Assert.Contains("Papierbogen bestätigen", (await admin.Seite("/")).Text, StringComparison.Ordinal);
        var bestaetigt = await admin.Abschicken(adresse, formular: $"form[action='{adresse}/bestaetigung']");
        Assert.Contains("ist bestätigt und zählt", bestaetigt.Text, StringComparison.Ordinal);
        var bogen = await BogenAsync("verwaltung-2");
        Assert.Equal((Bogenweg.Papier, 3), (bogen.Weg, bogen.Bewertungen.Count));
        Assert.Contains("Dieser Papierbogen ist schon bestätigt.", (await admin.Seite(adresse)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fuehrung.Senden(adresse)).Status);
    }

    [Fact]
    public async Task Erinnert_wird_wer_noch_schuldet_und_niemand_zweimal_am_Tag()
    {
        var runde = await RundeAsync(Gemeinde.OffeneRunde);
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var schuldner = await portal.Db(db => db.AusstehendeBoegen(portal.Uhr.Jetzt).Where(b => b.PersonId != null).Select(b => b.PersonId).Distinct().CountAsync());
        Task<int> Briefe() => portal.Db(db => db.OutgoingMails.CountAsync(m => m.Subject.StartsWith("Ihr Bogen fehlt noch")));

        var antworten = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
            return await gf.Senden(runde + "/erinnerungen");
        }));

        Assert.True(schuldner >= 2);
        Assert.Single(antworten, a => a.Status == HttpStatusCode.Found);
        Assert.All(antworten.Where(a => a.Status != HttpStatusCode.Found), a => Assert.Contains("Heute sind schon alle erinnert", a.Text, StringComparison.Ordinal));
        Assert.Equal(schuldner, await Briefe());
        Assert.Contains("Heute sind schon alle erinnert", (await fuehrung.Seite(runde)).Text, StringComparison.Ordinal);
    }
}

/// <summary>Der Weg einer Runde vom Entwurf bis zum Schluss, in einem eigenen Portal, weil er die Uhr stellt.</summary>
public sealed class RundenwegTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    [Fact]
    public async Task Von_der_Anlage_bis_zum_Schluss_durch_die_Uhr()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var konferenz = await portal.AngemeldetAls("henning.brodersen@musterstadt.example");
        var zuschnitt = await fuehrung.Abschicken("/priorisierungen/neu", Felder(("Titel", "Frühjahr")));
        var runde = zuschnitt.Adresse.Replace("/zuschnitt", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await konferenz.Seite(runde)).Status);
        Assert.Contains("Es ist noch kein Vorschlag ausgewählt.", (await fuehrung.Seite(runde)).Text, StringComparison.Ordinal);

        var gestern = portal.Uhr.Heute.AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var vergangen = await fuehrung.Abschicken(zuschnitt, Felder(("VonTag", gestern)), "form.p-formular");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vergangen.Status);
        Assert.Contains("Der Beginn liegt in der Vergangenheit.", vergangen.Meldungen, StringComparison.Ordinal);
        var kennung = await portal.KennungAsync(Gemeinde.Familienpass);
        var morgen = portal.Uhr.Heute.AddDays(1);
        var gespeichert = await fuehrung.Abschicken(zuschnitt, Felder(("Vorschlaege", kennung), ("BisTag", morgen.AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("VonTag", morgen.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("VonUhr", "00:00")), "form.p-formular");
        Assert.Equal(runde, gespeichert.Adresse);

        var unbestaetigt = await fuehrung.Abschicken(runde + "/eroeffnung", formular: "form.p-formular");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unbestaetigt.Status);
        Assert.Equal(0, await portal.Db(db => db.Bewertungsboegen.CountAsync(b => b.Runde.Titel == "Frühjahr")));
        var offen = await fuehrung.Abschicken(runde + "/eroeffnung", Felder(("Bestaetigt", "true")), "form.p-formular");
        Assert.Contains("Die Runde ist eröffnet.", offen.Text, StringComparison.Ordinal);
        Assert.Equal(17, await portal.Db(db => db.Bewertungsboegen.CountAsync(b => b.Runde.Titel == "Frühjahr")));
        Assert.Equal(8, await portal.Db(db => db.OutgoingMails.CountAsync(m => m.Subject == "Bitte bewerten: Frühjahr")));
        Assert.Equal(Vorschlagszustand.InPriorisierung, await portal.Db(db => db.Vorschlaege.Where(v => v.Kennung == kennung).Select(v => v.Zustand).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await konferenz.Seite(runde)).Status);

        var leer = await fuehrung.Senden(runde + "/schliessung", Felder(("Grund", "Eilig"), ("Bestaetigt", "true")));
        Assert.Contains("Noch ist kein Bogen abgegeben.", leer.Text, StringComparison.Ordinal);
        var druck = await konferenz.Seite(runde + "/boegen/politik-3/druck");
        Assert.StartsWith("data:image/png;base64,", druck.Finde("main img").GetAttribute("src"), StringComparison.Ordinal);

        portal.Uhr.Vorstellen(TimeSpan.FromDays(4));
        try
        {
            // Vier Tage später sind beide neu angemeldet.
            using var spaeter = await portal.AngemeldetAls("henning.brodersen@musterstadt.example");
            using var fuehrungSpaeter = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
            var zuSpaet = await spaeter.Senden($"{runde}/boegen/politik-3/{kennung}", Felder(("Punkte[wirkung]", "2"), ("Stand", "0")));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, zuSpaet.Status);
            Assert.Contains("Was danach kam, ist nicht gespeichert.", zuSpaet.Text, StringComparison.Ordinal);
            Assert.Equal(0, await portal.Db(db => db.Bewertungen.CountAsync(b => db.Bewertungsboegen.Any(x => x.Id == b.BogenId && x.Runde.Titel == "Frühjahr"))));
            Assert.Contains("geschlossen", (await fuehrungSpaeter.Seite(runde)).Text, StringComparison.Ordinal);
            for (var mal = 0; mal < 2; mal++) await SchlussMitteilen();
            Assert.Equal(9, await portal.Db(db => db.OutgoingMails.CountAsync(m => m.Subject == "Geschlossen: Frühjahr")));
        }
        finally
        {
            portal.Uhr.Richtigstellen();
        }
    }

    private async Task SchlussMitteilen()
    {
        using var scope = portal.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Rundenschluss>().VollziehenAsync();
    }
}

/// <summary>Viele zugleich an einem Sitz: Es zählt genau ein Bogen, und alle anderen erfahren, warum ihrer nicht.</summary>
public sealed class BogenwettlaufTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Sitz = "wissenschaft-und-praxis-1";
    private const string Inhaberin = "samira.el-khatib@musterstadt.example";
    private const string Vertreterin = "dieter.moeller@musterstadt.example";

    [Fact]
    public async Task Fuenfzig_geben_einen_Bogen_zugleich_ab_Inhaberin_und_Vertreterin_zusammen_und_genau_einmal_zaehlt_es()
    {
        var runde = await VorbereitenAsync();
        var antworten = await Task.WhenAll(Enumerable.Range(0, 50).Select(async nummer =>
        {
            using var client = await portal.AngemeldetAls(nummer % 2 == 0 ? Inhaberin : Vertreterin);
            return await client.Senden($"{runde}/boegen/{Sitz}/abgabe");
        }));

        Assert.Single(antworten, a => a.Status == HttpStatusCode.Found);
        Assert.All(antworten.Where(a => a.Status != HttpStatusCode.Found), a =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status);
            Assert.True(a.Text.Contains("ist schon abgegeben", StringComparison.Ordinal) || a.Text.Contains("Für einen Sitz handelt immer nur eine Person", StringComparison.Ordinal), a.Text);
        });
        Assert.Equal(1, await portal.Db(db => db.Ereignisse.CountAsync(e => e.Art == "bogen.abgegeben" && e.Kennung.EndsWith(Sitz) && e.Zeitpunkt > portal.Uhr.Jetzt.AddHours(-1))));
    }

    [Fact]
    public async Task Uebergeben_und_zugleich_abgeben_gelingt_nie_beiden()
    {
        var runde = await VorbereitenAsync("fachplanung-2", "malte.juergensen@musterstadt.example", "amir.rahimi@musterstadt.example");
        var person = await portal.Db(db => db.Personen.Where(p => p.Email == "amir.rahimi@musterstadt.example").Select(p => p.Kennung).SingleAsync());
        var antworten = await Task.WhenAll(Enumerable.Range(0, 20).Select(async nummer =>
        {
            using var client = await portal.AngemeldetAls(nummer % 4 == 1 ? "amir.rahimi@musterstadt.example" : "malte.juergensen@musterstadt.example");
            return nummer % 2 == 0
                ? (Abgabe: false, Seite: await client.Senden($"{runde}/boegen/fachplanung-2/vertretung", new Dictionary<string, string> { ["Person"] = person }))
                : (Abgabe: true, Seite: await client.Senden($"{runde}/boegen/fachplanung-2/abgabe"));
        }));

        var abgegeben = antworten.Count(a => a.Abgabe && a.Seite.Status == HttpStatusCode.Found);
        Assert.True(abgegeben <= 1, $"{abgegeben} Abgaben gelangen.");
        Assert.All(antworten, a => Assert.Contains(a.Seite.Status, (HttpStatusCode[])[HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity]));
        Assert.Equal(abgegeben, await portal.Db(db => db.Ereignisse.CountAsync(e => e.Art == "bogen.abgegeben" && e.Kennung.EndsWith("fachplanung-2") && e.Zeitpunkt > portal.Uhr.Jetzt.AddHours(-1))));
    }

    [Fact]
    public async Task Im_Augenblick_des_Schlusses_zaehlt_jede_Abgabe_davor_und_keine_danach()
    {
        var runde = await VorbereitenAsync("politik-1", Gemeinde.Konferenzmitglied, "mareike.stoever@musterstadt.example");
        var bis = await portal.Db(db => db.Priorisierungsrunden.Where(r => "/priorisierungen/" + r.Kennung == runde).Select(r => r.Bis).SingleAsync());
        portal.Uhr.Stellen(bis!.Value.AddMilliseconds(-400));
        try
        {
            var antworten = await Task.WhenAll(Enumerable.Range(0, 50).Select(async nummer =>
            {
                await Task.Delay(nummer * 25);
                using var client = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
                return await client.Senden($"{runde}/boegen/politik-1/abgabe");
            }));
            Assert.True(antworten.Count(a => a.Status == HttpStatusCode.Found) <= 1);
            Assert.Contains(antworten, a => a.Text.Contains("Was danach kam, ist nicht gespeichert.", StringComparison.Ordinal));
            var abgegeben = await portal.Db(db => db.Bewertungsboegen.Where(b => b.Sitz == "politik-1" && b.Runde.Titel == Gemeinde.OffeneRunde).Select(b => b.AbgegebenAm).SingleAsync());
            Assert.Equal(antworten.Any(a => a.Status == HttpStatusCode.Found), abgegeben is not null);
            Assert.True(abgegeben is null || abgegeben < bis);
        }
        finally
        {
            portal.Uhr.Richtigstellen();
        }
    }

    [Fact]
    public async Task Fuenfzig_speichern_dasselbe_Blatt_zugleich_und_genau_eines_bleibt()
    {
        var runde = await VorbereitenAsync("verwaltung-1", "ulrich.gross@musterstadt.example", "fatima.al-hassan@musterstadt.example", leeren: true);
        var vorschlag = await portal.Db(db => db.Rundenvorschlaege.Where(v => db.Priorisierungsrunden.Any(r => r.Id == v.RundeId && r.Titel == Gemeinde.OffeneRunde)).OrderBy(v => v.Reihenfolge).Select(v => v.Vorschlag.Kennung).FirstAsync());
        var antworten = await Task.WhenAll(Enumerable.Range(0, 50).Select(async nummer =>
        {
            using var client = await portal.AngemeldetAls("ulrich.gross@musterstadt.example");
            return await client.Senden($"{runde}/boegen/verwaltung-1/{vorschlag}", new Dictionary<string, string> { ["Punkte[wirkung]"] = "1", ["Stand"] = "0" });
        }));
        Assert.Single(antworten, a => a.Status == HttpStatusCode.Found);
        Assert.All(antworten.Where(a => a.Status != HttpStatusCode.Found), a => Assert.Contains("inzwischen an anderer Stelle geändert", a.Text, StringComparison.Ordinal));
    }

    /// <summary>Ein vollständig ausgefüllter, nicht abgegebener Bogen und eine Stellvertretung dazu.</summary>
    private async Task<string> VorbereitenAsync(string sitz = Sitz, string inhaberin = Inhaberin, string vertreterin = Vertreterin, bool leeren = false)
    {
        await portal.Db(async db =>
        {
            var fuehrung = Rollen.Geschaeftsfuehrung;
            var platz = await db.Sitze.MitBesetzungen.SingleAsync(s => s.Kennung == sitz);
            var person = await db.Personen.SingleAsync(p => p.Email == vertreterin);
            if (!platz.StellvertretungenAm(Grundbegriffe.Ortszeit.Datum(portal.Uhr.Jetzt)).Any())
                platz.Besetzen(person, Sitzstellung.Stellvertretung, Grundbegriffe.Ortszeit.Datum(portal.Uhr.Jetzt), "Amt", [], 1, new Akteur(1, "", fuehrung.Rollen, fuehrung.Fachgruppen), portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
            var wer = await db.Personen.Where(p => p.Email == inhaberin).Select(p => p.Id).SingleAsync();
            var bogen = await db.Bewertungsboegen.Include(b => b.Bewertungen).Include(b => b.Runde).ThenInclude(r => r.Vorschlaege).AsSplitQuery().SingleAsync(b => b.Sitz == sitz && b.Runde.Titel == Gemeinde.OffeneRunde);
            if (leeren)
            {
                db.RemoveRange(bogen.Bewertungen);
                db.Entry(bogen).Property(b => b.AbgegebenAm).CurrentValue = null;
            }
            else
            {
                var handelt = new Akteur(wer, "", [Rolle.Konferenzmitglied], fuehrung.Fachgruppen);
                foreach (var vorschlag in bogen.Runde.Vorschlaege)
                    bogen.Bewerten(vorschlag, new(false, "", "22222", new Dictionary<string, string>()), bogen.BewertungVon(vorschlag)?.Stand ?? 0, new(wer, ""), false, handelt, portal.Uhr.Jetzt);
            }
            await db.SaveChangesAsync();
        });
        return await portal.Db(db => db.Priorisierungsrunden.Where(r => r.Titel == Gemeinde.OffeneRunde).Select(r => "/priorisierungen/" + r.Kennung).SingleAsync());
    }
}
