using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Priorisierungen;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Ergebnis;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Priorisierungen;

/// <summary>
/// Eine Runde, die länger ist als eine Seite: Jede Seite zeigt einen Abschnitt und fragt nur nach ihm, und wer allen „Weiter“ folgt, sieht alles genau einmal.
/// </summary>
public sealed partial class GrosseRundenTests(GrosseRunden grosse) : IClassFixture<GrosseRunden>
{
    private const string Zuschnittform = "form[action$='/zuschnitt']";
    private readonly PortalFactory _portal = grosse;

    [Fact]
    public async Task Die_Seite_der_Runde_zeigt_ihre_Vorschlaege_abschnittsweise_und_am_Ende_alle()
    {
        using var konferenz = await _portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var seiten = await DurchgehenAsync(konferenz, GrosseRunden.Offene, "Weitere Vorschläge");

        Assert.Equal(3, seiten.Count);
        Assert.Contains("120 Vorschläge; zu sehen: 51 bis 100", seiten[1].Text, StringComparison.Ordinal);
        Assert.Equal("51", seiten[1].Finde("section[aria-labelledby=h-vorschlaege] ol").GetAttribute("start"));
        Assert.Equal(await KennungenAsync(GrosseRunden.Offene), seiten.SelectMany(s => s.Alle("section[aria-labelledby=h-vorschlaege] > ol > li")).Select(li => Kennung().Match(li.TextContent).Value));
        Assert.Equal(50, seiten[0].Alle("section[aria-labelledby=h-vorschlaege] > ol > li").Count);
        Assert.Contains("Zum Anfang", seiten[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Die_Geschaeftsfuehrung_sieht_die_Sitze_abschnittsweise_und_auf_Wunsch_nur_die_ausstehenden()
    {
        using var gf = await _portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var seiten = await DurchgehenAsync(gf, GrosseRunden.Offene, "Weitere Sitze");
        var namen = await _portal.Db(db => db.Bewertungsboegen.Where(b => b.Runde.Kennung == GrosseRunden.OffeneKennung).OrderBy(b => b.Id).Select(b => b.Sitzname).ToListAsync());

        Assert.True(namen.Count > 50);
        Assert.Equal(namen, seiten.SelectMany(s => s.Alle("section[aria-labelledby=h-stand] tbody th")).Select(th => th.FirstChild!.TextContent.Trim()));
        Assert.Contains("0 von " + namen.Count, seiten[0].Text, StringComparison.Ordinal);
        var ausstehend = await gf.Seite(GrosseRunden.Offene + "?ausstehend=true");
        Assert.Contains("nur Sitze, deren Bogen noch fehlt", ausstehend.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("abgegeben", string.Join(' ', ausstehend.Alle("section[aria-labelledby=h-stand] td[data-label=Bogen]").Select(t => t.TextContent)), StringComparison.Ordinal);
        // Ein Sitz, den es nicht gibt, ist kein Fehler.
        Assert.Equal(HttpStatusCode.OK, (await gf.Seite(GrosseRunden.Offene + "?sitz=gibtesnicht&ab=-3")).Status);
    }

    [Fact]
    public async Task Der_Bogen_im_Ueberblick_zeigt_Abschnitte_und_auf_Wunsch_nur_was_noch_fehlt()
    {
        using var konferenz = await _portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var adresse = GrosseRunden.Offene + "/boegen/politik-1";
        var alle = await KennungenAsync(GrosseRunden.Offene);
        var seiten = await DurchgehenAsync(konferenz, adresse, "Weitere Vorschläge");
        Assert.Equal(alle, Zeilen(seiten));

        var offene = await DurchgehenAsync(konferenz, adresse + "?offen=true", "Weitere Vorschläge");
        // Die ersten 60 sind beantwortet; bei jedem zehnten davon fehlt die Begründung zu einem äußersten Punkt.
        Assert.Equal(alle.Where((_, i) => i >= 60 || i % 10 == 9), Zeilen(offene));
        Assert.Contains("54 von 120 Vorschlägen fertig bewertet", offene[0].Text, StringComparison.Ordinal);
        Assert.Contains("Bei 66 Vorschlägen fehlt noch etwas.", offene[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("/" + alle[9], offene[0].Alle("a.kern-btn--primary").Single(a => a.TextContent.Contains("Weiter bewerten", StringComparison.Ordinal)).GetAttribute("href"), StringComparison.Ordinal);
        // Gedruckt wird der ganze Bogen.
        Assert.Equal(120, (await konferenz.Seite(adresse + "/abschrift")).Alle("section[aria-labelledby^='v-']").Count);
    }

    [Fact]
    public async Task Ein_Blatt_kennt_seinen_Platz_seine_Nachbarn_und_den_Stand_des_ganzen_Bogens()
    {
        using var konferenz = await _portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var adresse = GrosseRunden.Offene + "/boegen/politik-1";
        var alle = await KennungenAsync(GrosseRunden.Offene);
        var blatt = await konferenz.Seite($"{adresse}/{alle[70]}");

        Assert.Contains("Vorschlag 71 von 120", blatt.Titel, StringComparison.Ordinal);
        Assert.Contains("54 von 120 Vorschlägen fertig bewertet", blatt.Text, StringComparison.Ordinal);
        var wege = blatt.Alle("nav[aria-label='Zwischen den Vorschlägen'] a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal([$"{adresse}/{alle[69]}", adresse, $"{adresse}/{alle[71]}"], wege);
        Assert.DoesNotContain("Vorheriger Vorschlag", (await konferenz.Seite($"{adresse}/{alle[0]}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nächster Vorschlag", (await konferenz.Seite($"{adresse}/{alle[119]}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Das_Ergebnis_zeigt_die_Rangliste_abschnittsweise_und_jeder_Vorschlag_hat_seine_Seite()
    {
        using var konferenz = await _portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var seiten = await DurchgehenAsync(konferenz, GrosseRunden.Geschlossene + "/ergebnis", "Weitere Vorschläge");
        var zeilen = await _portal.Db(async db => await db.ZeilenVon(await db.Priorisierungsrunden.Where(r => r.Kennung == GrosseRunden.GeschlosseneKennung).Select(r => r.Id).SingleAsync()).ToListAsync());

        Assert.Equal(3, seiten.Count);
        Assert.Contains("Vorschläge 51 bis 100 von 120", seiten[1].Text, StringComparison.Ordinal);
        Assert.Equal(zeilen.Select(z => z.Rundenvorschlag.Titel), seiten.SelectMany(s => s.Alle("table.p-balken tbody th")).Select(th => th.TextContent.Trim()));
        foreach (var zeile in (Ergebniszeile[])[zeilen[0], zeilen[77], zeilen[^1]])
        {
            var einzeln = await konferenz.Seite($"{GrosseRunden.Geschlossene}/ergebnis/{zeile.Werte.Kennung}");
            Assert.Equal(zeile.Rundenvorschlag.Titel, einzeln.Ueberschrift);
            Assert.Contains($"Platz {zeile.Werte.Rang} von 120", einzeln.Text, StringComparison.Ordinal);
            // Die Konferenz liest, was sie bewertet hat; die Seite des Vorschlags gibt es für sie erst mit der Veröffentlichung.
            Assert.Empty(einzeln.Alle($"main a[href='/vorschlaege/{zeile.Werte.Kennung}']"));
        }
        Assert.Equal(120, (await konferenz.Seite(GrosseRunden.Geschlossene + "/ergebnis/druck")).Alle("table.p-balken tbody tr").Count);
        Assert.Equal(121, (await konferenz.Seite(GrosseRunden.Geschlossene + "/ergebnis.csv")).Quelltext.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        // Nach der letzten Seite kommt eine leere, kein Fehler.
        Assert.Equal(HttpStatusCode.OK, (await konferenz.Seite($"{GrosseRunden.Geschlossene}/ergebnis?ab={int.MaxValue}")).Status);
    }

    [Fact]
    public async Task Wer_einen_Titel_nicht_lesen_darf_liest_ihn_auf_keiner_Seite()
    {
        using var niemand = _portal.Oeffentlichkeit();
        var seiten = await DurchgehenAsync(niemand, GrosseRunden.Geschlossene + "/ergebnis", "Weitere Vorschläge");
        Assert.Equal(120, seiten.Sum(s => s.Alle("table.p-balken tbody tr").Count));
        Assert.All(seiten, s => Assert.DoesNotContain(GrosseRunden.Titel, s.Text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await niemand.Seite($"{GrosseRunden.Geschlossene}/ergebnis/{(await KennungenAsync(GrosseRunden.Geschlossene))[0]}")).Status);
    }

    [Fact]
    public async Task Bei_der_Abstimmung_steht_die_Prioritaetenliste_abschnittsweise()
    {
        using var gf = await _portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var angelegt = await gf.Abschicken($"/konferenz/abstimmungen/neu?runde={GrosseRunden.GeschlosseneKennung}", formular: "form.p-formular");
        var seiten = await DurchgehenAsync(gf, angelegt.Adresse, "Weiter in der Liste");

        Assert.Equal(3, seiten.Count);
        Assert.Contains("Vorschläge 101 bis 120 von 120", seiten[2].Text, StringComparison.Ordinal);
        var raenge = seiten.SelectMany(s => s.Alle("section[aria-labelledby=h-liste] td[data-label=Platz]")).Select(td => int.Parse(td.TextContent, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(120, raenge.Count);
        Assert.Equal(raenge.Order(), raenge);
        await _portal.Db(db => db.Abstimmungen.Where(a => a.Runde!.Kennung == GrosseRunden.GeschlosseneKennung).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Beim_Zuschnitt_stehen_von_sehr_vielen_Vorschlaegen_die_ersten_und_was_man_sucht()
    {
        using var gf = await _portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        await _portal.Db(db => db.Vorschlaege.Where(v => v.Kennung.StartsWith("1998-")).ExecuteUpdateAsync(s => s.SetProperty(v => v.Zustand, Vorschlagszustand.Gesichtet)));
        try
        {
            var zuschnitt = await gf.Abschicken("/priorisierungen/neu", Felder(("Titel", "Eine Auswahl")), "form[action='/priorisierungen']");
            Assert.Equal(200, zuschnitt.Alle("input[name=Vorschlaege]").Count);
            Assert.Contains("weitere gesichtete Vorschläge stehen hier nicht", zuschnitt.Text, StringComparison.Ordinal);
            Assert.Empty(zuschnitt.Alle("#v-1998-240"));

            // Was angekreuzt ist, bleibt beim Suchen ausgewählt, und gefunden wird auch, was nicht dastand.
            var gefunden = await gf.Abschicken(zuschnitt, Felder(("Vorschlaege", "1998-7"), ("Suche", "NUMMER 240")), Zuschnittform, knopf: ("Ziel", "suchen"));
            Assert.Equal(["1998-7", "1998-240"], gefunden.Alle("input[name=Vorschlaege]").Select(i => i.GetAttribute("value")));
            Assert.NotNull(gefunden.Dokument.QuerySelector("#v-1998-7[checked]"));
            var runde = await gf.Abschicken(gefunden, formular: Zuschnittform);
            Assert.Contains("1 Vorschlag", runde.Text, StringComparison.Ordinal);
            Assert.Contains(Titel(7), runde.Text, StringComparison.Ordinal);
            await gf.Abschicken(runde.Adresse + "/verwerfung", Felder(("Bestaetigt", "true")), "form[action$='/verwerfung']");
        }
        finally
        {
            await _portal.Db(db => db.Vorschlaege.Where(v => v.Kennung.StartsWith("1998-")).ExecuteUpdateAsync(s => s.SetProperty(v => v.Zustand, Vorschlagszustand.InPriorisierung)));
        }
    }

    [Theory]
    [InlineData(Gemeinde.Konferenzmitglied, GrosseRunden.Offene, 14)]
    [InlineData(Gemeinde.Geschaeftsfuehrung, GrosseRunden.Offene, 16)]
    [InlineData(Gemeinde.Konferenzmitglied, GrosseRunden.Offene + "/boegen/politik-1", 15)]
    [InlineData(Gemeinde.Konferenzmitglied, GrosseRunden.Geschlossene + "/ergebnis", 16)]
    [InlineData("", GrosseRunden.Geschlossene + "/ergebnis", 16)]
    public async Task Eine_lange_Runde_braucht_nicht_mehr_Abfragen_als_eine_kurze(string email, string adresse, int hoechstens)
    {
        using var client = await Rundgang.AlsAsync(_portal, email);
        await _portal.Abfragen.HoechstensAsync(hoechstens, client, adresse);
    }

    [Fact]
    public async Task Ein_Papierbogen_ueber_sehr_viele_Vorschlaege_laesst_sich_eintragen()
    {
        using var gf = await _portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var kriterien = await _portal.Db(db => db.Priorisierungsrunden.Where(r => r.Kennung == GrosseRunden.OffeneKennung).Select(r => r.Grundlage).SingleAsync());
        var felder = (await KennungenAsync(GrosseRunden.Offene)).SelectMany(k => kriterien!.Kriterien.Select(x => ($"Zeilen[{k}].Punkte[{x.Schluessel}]", "2"))).ToDictionary(f => f.Item1, f => f.Item2);
        // So viele Felder sendet das Formular einer Runde mit 500 Vorschlägen.
        foreach (var i in Enumerable.Range(0, 6000)) felder[$"leer{i}"] = "";
        var eingetragen = await gf.Senden(GrosseRunden.Offene + "/papier/verwaltung-2", felder);
        Assert.Equal(HttpStatusCode.Found, eingetragen.Status);
        Assert.Equal(120, await _portal.Db(async db => (await db.Papierboegen.Where(p => db.Bewertungsboegen.Any(b => b.Id == p.BogenId && b.Runde.Kennung == GrosseRunden.OffeneKennung)).SingleAsync()).Antworten.Count));
    }

    private Task<List<string>> KennungenAsync(string runde) => _portal.Db(db => db.Rundenvorschlaege.Where(v => db.Priorisierungsrunden.Any(r => r.Id == v.RundeId && runde.EndsWith(r.Kennung))).OrderBy(v => v.Reihenfolge).Select(v => v.Vorschlag.Kennung).ToListAsync());

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    private static string Titel(int nummer) => string.Create(CultureInfo.InvariantCulture, $"{GrosseRunden.Titel} {nummer}");

    private static IEnumerable<string> Zeilen(IEnumerable<Seite> seiten) => seiten.SelectMany(s => s.Alle("section[aria-labelledby=h-vorschlaege] tbody th a")).Select(a => a.GetAttribute("href")!.Split('/')[^1]);

    /// <summary>Die Seite und alle, zu denen der Knopf mit diesem Namen weiterführt.</summary>
    private static async Task<List<Seite>> DurchgehenAsync(PortalClient client, string adresse, string knopf)
    {
        var seiten = new List<Seite>();
        for (var naechste = adresse; naechste is not null && seiten.Count < 10;)
        {
            seiten.Add(await client.Seite(naechste));
            Assert.Equal(HttpStatusCode.OK, seiten[^1].Status);
            naechste = seiten[^1].Alle("a").FirstOrDefault(a => a.TextContent.Trim() == knopf)?.GetAttribute("href")?.Split('#')[0];
        }
        return seiten;
    }

    [GeneratedRegex(@"1998-\d+")]
    private static partial Regex Kennung();
}

/// <summary>Musterstadt mit zwei Runden über je 120 Vorschläge, eine offen und eine geschlossen, und mit mehr als 50 Sitzen.</summary>
public sealed class GrosseRunden : PortalFactory
{
    public const string OffeneKennung = "1998-1";
    public const string GeschlosseneKennung = "1998-2";
    public const string Offene = "/priorisierungen/" + OffeneKennung;
    public const string Geschlossene = "/priorisierungen/" + GeschlosseneKennung;
    public const string Titel = "Vorschlag mit der Nummer";
    private const int Anzahl = 120;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Db(async db =>
        {
            var (jetzt, heute) = (Uhr.Jetzt, Uhr.Heute);
            var person = await db.Users.Where(k => k.Email == Gemeinde.Geschaeftsfuehrung).Select(k => k.PersonId).SingleAsync();
            var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
            var wer = new Akteur(person, "", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle> { [gruppe.Id] = Mitgliedsrolle.Mitglied });
            var entwurf = await db.Geschaeftsordnungen.SingleAsync(g => g.GiltAb == null);
            entwurf.BaenkeFestlegen([.. entwurf.Inhalt.Baenke.Select(b => b.NachFraktionen ? b : b with { Sitze = b.Sitze + 20 })], wer);
            await db.InKraftSetzenAsync(entwurf, heute, "Für die Prüfung.", wer, jetzt);
            await db.SaveChangesAsync();
            var vorschlaege = Enumerable.Range(1, 2 * Anzahl).Select(n => new Vorschlag(string.Create(CultureInfo.InvariantCulture, $"1998-{n}"), gruppe, string.Create(CultureInfo.InvariantCulture, $"{Titel} {n}"), wer, jetzt)).ToList();
            db.AddRange(vorschlaege);
            await db.SaveChangesAsync();
            foreach (var vorschlag in vorschlaege)
                db.Entry(db.Add(new Fassung(1, Vorschlagsinhalt.Von(vorschlag), Fassungsanlass.Eingereicht, "", person, jetzt)).Entity).Property(f => f.VorschlagId).CurrentValue = vorschlag.Id;
            await db.SaveChangesAsync();
            await db.Vorschlaege.Where(v => v.Kennung.StartsWith("1998-")).ExecuteUpdateAsync(s => s.SetProperty(v => v.Zustand, Vorschlagszustand.Gesichtet));
            db.ChangeTracker.Clear();
            await EroeffnenAsync(db, OffeneKennung, 0, wer, jetzt, heute, Beginnen);
            var runde = await EroeffnenAsync(db, GeschlosseneKennung, Anzahl, wer, jetzt, heute, Abgeben);
            runde.Schliessen("Für die Prüfung.", 2, wer, jetzt);
            runde.Vollziehen(await db.Bewertungsboegen.Where(b => b.RundeId == runde.Id).ToListAsync(), jetzt);
            await db.SaveChangesAsync();
            db.Add(Rundenergebnis.Feststellen(await db.RundendatenAsync(runde, jetzt), jetzt));
            await db.SaveChangesAsync();
            await db.Rundenergebnisse.Where(e => e.RundeId == runde.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.OeffentlichAb, jetzt));
        });
    }

    private static async Task<Priorisierungsrunde> EroeffnenAsync(PortalDb db, string kennung, int ab, Akteur wer, DateTime jetzt, DateOnly heute, Action<Bewertungsbogen, Priorisierungsrunde, DateTime> bewerten)
    {
        var (ordnung, sitze) = await db.KonferenzAmAsync(heute);
        var runde = db.Add(new Priorisierungsrunde(kennung, "Sehr lange Runde " + kennung, null, wer, jetzt)).Entity;
        var vorschlaege = await db.Vorschlaege.Where(v => v.Kennung.StartsWith("1998-")).OrderBy(v => v.Id).Skip(ab).Take(Anzahl).ToListAsync();
        runde.Zuschneiden(runde.Titel, jetzt, jetzt.AddDays(20), [.. ordnung!.Inhalt.Kriterien.Select(k => k.Schluessel)], Rundenwahl.Einzeln(vorschlaege), ordnung, wer, jetzt);
        var boegen = runde.Eroeffnen(ordnung, sitze, [], await db.EingereichteFassungenAsync([.. vorschlaege.Select(v => v.Id)]), wer, jetzt);
        db.AddRange(boegen);
        await db.SaveChangesAsync();
        foreach (var bogen in boegen) bewerten(bogen, runde, jetzt);
        await db.SaveChangesAsync();
        return runde;
    }

    /// <summary>Politik 1 hat die Hälfte beantwortet; bei jedem zehnten davon fehlt die Begründung zu einem äußersten Punkt.</summary>
    private static void Beginnen(Bewertungsbogen bogen, Priorisierungsrunde runde, DateTime jetzt)
    {
        if (bogen.Sitz != "politik-1") return;
        foreach (var (i, vorschlag) in runde.Vorschlaege.Take(Anzahl / 2).Index()) Bewerten(bogen, vorschlag, i % 10 == 9 ? "42222" : i % 10 == 8 ? "" : "23221", jetzt);
    }

    private static void Abgeben(Bewertungsbogen bogen, Priorisierungsrunde runde, DateTime jetzt)
    {
        if (bogen.Sitz is not ("politik-1" or "verwaltung-1")) return;
        foreach (var (i, vorschlag) in runde.Vorschlaege.Index())
            Bewerten(bogen, vorschlag, string.Concat(Enumerable.Range(0, runde.Grundlage!.Kriterien.Count).Select(k => (char)('1' + (i * (k + 2) + i / 7 + bogen.Sitz.Length) % 3))), jetzt);
        bogen.Abgeben(runde.Vorschlaege, new(bogen.InhaberId, ""), false, Inhaber(bogen), jetzt);
    }

    private static Akteur Inhaber(Bewertungsbogen bogen) => new(bogen.InhaberId!.Value, "", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>());

    /// <param name="punkte">Leer: befangen.</param>
    private static void Bewerten(Bewertungsbogen bogen, Rundenvorschlag vorschlag, string punkte, DateTime jetzt) =>
        bogen.Bewerten(vorschlag, new(punkte.Length == 0, punkte.Length == 0 ? "Ich sitze im Vorstand." : "", punkte, new Dictionary<string, string>()), 0, new(bogen.InhaberId, ""), false, Inhaber(bogen), jetzt);
}
