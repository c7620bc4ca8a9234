using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Priorisierungen;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Ergebnis;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Priorisierungen;

/// <summary>Was wer vom Ergebnis der geschlossenen Runde liest, auf der Seite und in den Dateien.</summary>
public sealed class ErgebnisseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private Task<string> ErgebnisAsync(string titel = Gemeinde.GeschlosseneRunde) => portal.Db(db => db.Priorisierungsrunden.Where(r => r.Titel == titel).Select(r => $"/priorisierungen/{r.Kennung}/ergebnis").SingleAsync());

    private Task<List<Ergebniszeile>> ZeilenAsync() => portal.Db(async db => await db.ZeilenVon(await db.Priorisierungsrunden.Where(r => r.Titel == Gemeinde.GeschlosseneRunde).Select(r => r.Id).SingleAsync()).ToListAsync());

    [Fact]
    public async Task Die_Konferenz_liest_alles_und_die_Oeffentlichkeit_keine_Zahlen_einzelner_Baenke()
    {
        var adresse = await ErgebnisAsync();
        var erster = (await ZeilenAsync())[0];
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        using var niemand = portal.Oeffentlichkeit();

        var innen = await konferenz.Seite(adresse);
        Assert.Equal(HttpStatusCode.OK, innen.Status);
        Assert.Contains("7 von 17 Bögen", innen.Text, StringComparison.Ordinal);
        Assert.Contains(erster.Werte.Ausgewogen.Stellen(), innen.Text, StringComparison.Ordinal);
        Assert.NotEmpty(innen.Alle(".p-balken__spanne"));
        Assert.Contains("Krippendorff", innen.Text, StringComparison.Ordinal);
        var einzeln = await konferenz.Seite($"{adresse}/{erster.Werte.Kennung}");
        Assert.Contains("Nach Bänken", einzeln.Text, StringComparison.Ordinal);
        Assert.Contains("Das zeigen die Zahlen im Vorschlag deutlich.", einzeln.Text, StringComparison.Ordinal);

        var aussen = await niemand.Seite(adresse);
        Assert.Equal(HttpStatusCode.OK, aussen.Status);
        Assert.Contains(erster.Werte.Ausgewogen.Stellen(), aussen.Text, StringComparison.Ordinal);
        Assert.Empty(aussen.Alle(".p-balken__spanne"));
        Assert.Contains("weniger als drei Bögen", aussen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Weitere Runde vorbereiten", aussen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bank Politik", (await niemand.Seite(adresse + ".csv")).Quelltext, StringComparison.Ordinal);
        foreach (var zeile in await ZeilenAsync())
        {
            var oeffentlich = zeile.Rundenvorschlag.Vorschlag.VeroeffentlichtAm is not null;
            Assert.Equal(oeffentlich, aussen.Text.Contains(zeile.Rundenvorschlag.Vorschlag.Titel, StringComparison.Ordinal));
            var seite = await niemand.Seite($"{adresse}/{zeile.Werte.Kennung}");
            Assert.Equal(oeffentlich ? HttpStatusCode.OK : HttpStatusCode.NotFound, seite.Status);
            Assert.DoesNotContain("Nach Bänken", seite.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Das zeigen die Zahlen", seite.Text, StringComparison.Ordinal);
        }
        Assert.Contains(Gemeinde.GeschlosseneRunde, (await niemand.Seite("/priorisierungen/ergebnisse")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ein_Sondervotum_steht_auch_beim_Ergebnis()
    {
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var kennung = await portal.KennungAsync("Stromsperren bei Familien mit Kindern vermeiden");
        Assert.Contains("Eine Minderheit der Sozialplanungskonferenz", (await konferenz.Seite($"{await ErgebnisAsync()}/{kennung}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vor_dem_Schluss_gibt_es_fuer_niemanden_ein_Ergebnis()
    {
        var adresse = await ErgebnisAsync(Gemeinde.OffeneRunde);
        foreach (var email in (string[])["", Gemeinde.Konferenzmitglied, Gemeinde.Geschaeftsfuehrung])
        {
            using var client = await Rundgang.AlsAsync(portal, email);
            foreach (var endung in (string[])["", ".csv", ".xlsx", "/druck"]) Assert.Equal(HttpStatusCode.NotFound, (await client.Seite(adresse + endung)).Status);
        }
    }

    [Fact]
    public async Task Die_Excel_Mappe_rechnet_mit_Formeln_dieselben_Zahlen_aus()
    {
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var datei = await konferenz.Seite(await ErgebnisAsync() + ".xlsx");
        using var mappe = SpreadsheetDocument.Open(new MemoryStream(await datei.Antwort.Content.ReadAsByteArrayAsync()), false);
        var rechner = new Formelrechner(mappe.WorkbookPart!);
        foreach (var (stelle, zeile) in (await ZeilenAsync()).Index())
        {
            var r = stelle + 2;
            Assert.Equal(zeile.Werte.Kennung, rechner.Text("Rangliste", $"B{r}"));
            foreach (var (spalte, wert) in ((string, decimal?)[])[("D", zeile.Werte.Ausgewogen), ("E", zeile.Werte.Roh), ("G", zeile.Werte.Streuung), ("A", zeile.Werte.Rang), ("F", zeile.Werte.RohRang)])
            {
                Assert.NotEmpty(rechner.Formel("Rangliste", $"{spalte}{r}"));
                Assert.Equal((double)wert!.Value, rechner.Wert("Rangliste", $"{spalte}{r}"), 9);
                Assert.Equal((double)wert.Value, rechner.Gespeichert("Rangliste", $"{spalte}{r}"), 9);
            }
        }
    }

    [Fact]
    public async Task Die_CSV_Datei_hat_je_Vorschlag_eine_Zeile_mit_deutschen_Zahlen()
    {
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var text = (await konferenz.Seite(await ErgebnisAsync() + ".csv")).Quelltext;
        var zeilen = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var erwartet = await ZeilenAsync();
        Assert.Equal(erwartet.Count + 1, zeilen.Length);
        Assert.All(zeilen, z => Assert.Equal(zeilen[0].Split(';').Length, z.Split(';').Length));
        Assert.Equal(erwartet[0].Werte.Ausgewogen!.Value.ToString("0.##########", new CultureInfo("de-DE")), zeilen[1].Split(';')[3]);
        Assert.Contains("Bank Politik", zeilen[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nachrechnen_bestaetigt_jede_Zahl_und_findet_eine_veraenderte()
    {
        var kennung = (await ErgebnisAsync()).Split('/')[2];
        var vorher = await RundeNachrechnenAsync(kennung);
        Assert.True(vorher.Stimmt, string.Join("\n", vorher.Abweichungen));
        Assert.True(vorher.Zahlen > 100);
        Assert.All(await NachrechnenAsync(null), n => Assert.True(n.Stimmt, n.Gegenstand + ": " + string.Join("\n", n.Abweichungen)));

        // Jemand ändert in der Datenbank einen abgegebenen Bogen.
        var bewertung = await portal.Db(db => db.Bewertungen.Where(b => db.Bewertungsboegen.Any(x => x.Id == b.BogenId && x.Runde.Kennung == kennung && x.Sitz == "politik-1")).OrderBy(b => b.Id).FirstAsync());
        await portal.Db(db => db.Bewertungen.Where(b => b.Id == bewertung.Id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Punkte, "00000")));
        try
        {
            var danach = await RundeNachrechnenAsync(kennung);
            Assert.False(danach.Stimmt);
            Assert.Contains(danach.Abweichungen, s => s.Contains("Ausgewogen: gespeichert", StringComparison.Ordinal) && s.Contains("nachgerechnet", StringComparison.Ordinal));
        }
        finally
        {
            await portal.Db(db => db.Bewertungen.Where(b => b.Id == bewertung.Id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Punkte, bewertung.Punkte)));
        }
        Assert.True((await RundeNachrechnenAsync(kennung)).Stimmt);
    }

    [Fact]
    public async Task Nachrechnen_findet_auch_eine_veraenderte_Stimme()
    {
        var kennung = await portal.Db(db => db.Abstimmungen.Where(a => a.Antrag.StartsWith(Gemeinde.GeschlosseneAbstimmung)).Select(a => a.Kennung).SingleAsync());
        var nein = await portal.Db(db => db.Stimmrechte.Where(r => r.Abstimmung.Kennung == kennung && r.Stimme == Stimme.Nein).Select(r => r.Id).SingleAsync());
        await portal.Db(db => db.Stimmrechte.Where(r => r.Id == nein).ExecuteUpdateAsync(s => s.SetProperty(r => r.Stimme, Stimme.Ja)));
        var nachrechnung = (await NachrechnenAsync(kennung)).Single(n => n.Gegenstand.StartsWith("Abstimmung", StringComparison.Ordinal));
        await portal.Db(db => db.Stimmrechte.Where(r => r.Id == nein).ExecuteUpdateAsync(s => s.SetProperty(r => r.Stimme, Stimme.Nein)));
        Assert.Contains(nachrechnung.Abweichungen, s => s.Contains("Ja: gespeichert", StringComparison.Ordinal));
    }

    private async Task<Nachrechnung> RundeNachrechnenAsync(string kennung) => (await NachrechnenAsync(kennung)).Single(n => n.Gegenstand.StartsWith("Runde", StringComparison.Ordinal));

    private Task<List<Nachrechnung>> NachrechnenAsync(string? kennung) => portal.Db(async db => await db.NachrechnenAsync(kennung, portal.Uhr.Jetzt).ToListAsync());
}

/// <summary>Vom Schluss einer Runde bis zur beschlossenen Prioritätenliste, mit einer weiteren Runde dazwischen; in einem eigenen Portal.</summary>
public sealed class PrioritaetenwegTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    [Fact]
    public async Task Schliessen_zweite_Runde_abstimmen_priorisieren()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var konferenz = await portal.AngemeldetAls("henning.brodersen@musterstadt.example");
        var runde = await portal.Db(db => db.Priorisierungsrunden.Where(r => r.Titel == Gemeinde.OffeneRunde).Select(r => "/priorisierungen/" + r.Kennung).SingleAsync());
        var kennung = runde.Split('/')[2];
        Assert.Contains("Zu dieser Runde gibt es noch kein Ergebnis.", (await fuehrung.Abschicken("/konferenz/abstimmungen/neu", Felder(("Antrag", "Zu früh"), ("Runde", kennung)))).Text, StringComparison.Ordinal);

        var ergebnis = await fuehrung.Abschicken(runde + "/schliessung", Felder(("Grund", "Alle, die wollten, haben abgegeben."), ("Bestaetigt", "true")), "form.p-formular");
        Assert.EndsWith("/ergebnis", ergebnis.Adresse, StringComparison.Ordinal);
        Assert.Contains("3 von 17 Bögen", ergebnis.Text, StringComparison.Ordinal);
        Assert.Contains("Ergebnis liegt vor: " + Gemeinde.OffeneRunde, (await fuehrung.Seite("/")).Text, StringComparison.Ordinal);
        await NachzaehlenAsync(kennung);

        // Die weitere Runde beginnt mit den Vorschlägen, die am weitesten auseinanderliegen.
        var zuschnitt = await fuehrung.Abschicken(runde + "/folgerunde", Felder(("Titel", "Winter, zweiter Durchgang")));
        Assert.EndsWith("/zuschnitt", zuschnitt.Adresse, StringComparison.Ordinal);
        var empfohlen = await portal.Db(db => db.Rundenergebnisse.Where(e => e.Runde.Kennung == kennung).Select(e => e.Uebersicht).SingleAsync());
        Assert.NotEmpty(empfohlen.GroessteStreuungen);
        Assert.Equal(empfohlen.GroessteStreuungen.Count, zuschnitt.Alle("input[name=Vorschlaege][checked], input[name=Buendelungen][checked]").Count);
        var zweite = zuschnitt.Adresse.Replace("/zuschnitt", "", StringComparison.Ordinal);
        Assert.Contains("die noch nicht geschlossen ist", (await fuehrung.Abschicken("/konferenz/abstimmungen/neu", Felder(("Antrag", "Zu früh"), ("Runde", kennung)))).Text, StringComparison.Ordinal);
        var heute = portal.Uhr.Heute;
        await fuehrung.Abschicken(zuschnitt, Felder(("VonTag", Iso(heute)), ("VonUhr", "00:00"), ("BisTag", Iso(heute.AddDays(3)))), "form.p-formular");
        await fuehrung.Abschicken(zweite + "/eroeffnung", Felder(("Bestaetigt", "true")), "form.p-formular");
        var vorschlag = empfohlen.GroessteStreuungen[0];
        var blatt = await konferenz.Seite($"{zweite}/boegen/politik-3/{vorschlag}");
        Assert.Contains("Erste Runde: Sie 3 Punkte. Alle Sitze zusammen", blatt.Text, StringComparison.Ordinal);
        foreach (var zeile in empfohlen.GroessteStreuungen) await konferenz.Senden($"{zweite}/boegen/politik-3/{zeile}", Felder([("Stand", "0"), .. Kriterien.Select(k => ($"Punkte[{k}]", "3"))]));
        Assert.Contains("ist abgegeben", (await konferenz.Abschicken($"{zweite}/boegen/politik-3", formular: "form[action$='/abgabe']")).Text, StringComparison.Ordinal);
        await fuehrung.Abschicken(zweite + "/schliessung", Felder(("Grund", "Genügt."), ("Bestaetigt", "true")), "form.p-formular");
        var beide = await fuehrung.Seite(zweite + "/ergebnis");
        Assert.Contains("Prioritätenliste aus beiden Runden", beide.Text, StringComparison.Ordinal);

        // Abgestimmt wird über die Liste aus beiden; angenommen sind alle priorisiert.
        var neu = await fuehrung.Seite(beide.Finde("a[href^='/konferenz/abstimmungen/neu?runde=']").GetAttribute("href")!);
        var antrag = await fuehrung.Abschicken(neu, Felder(("Art", "Offen")), "form.p-formular");
        Assert.Contains("ist vorbereitet", antrag.Text, StringComparison.Ordinal);
        Assert.Contains("schon eine Abstimmung vorbereitet", (await fuehrung.Abschicken("/konferenz/abstimmungen/neu", Felder(("Antrag", "Noch einmal"), ("Runde", kennung)))).Text, StringComparison.Ordinal);
        await fuehrung.Abschicken(antrag.Adresse + "/eroeffnung", Felder(("Bestaetigt", "true")));
        foreach (var email in (string[])["henning.brodersen", "ulrich.gross", "wiebke.lorenzen", "agnieszka.wisniewska", "malte.juergensen", "samira.el-khatib"])
        {
            using var mitglied = await portal.AngemeldetAls(email + "@musterstadt.example");
            Assert.Contains("Die Prioritätenliste", (await mitglied.Seite(antrag.Adresse)).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await mitglied.Abschicken(antrag.Adresse + "/stimme", Felder(("Stimme", "Ja"), ("Bestaetigt", "true")))).Status);
        }
        Assert.Contains("angenommen", (await fuehrung.Abschicken(antrag.Adresse + "/schliessung", Felder(("Bestaetigt", "true")))).Text, StringComparison.Ordinal);
        Assert.All(await portal.Db(db => db.Rundenvorschlaege.Where(v => db.Priorisierungsrunden.Any(r => r.Id == v.RundeId && r.Kennung == kennung)).Select(v => v.Vorschlag.Zustand).ToListAsync()), z => Assert.Equal(Vorschlagszustand.Priorisiert, z));
        Assert.Contains("beschlossen", (await fuehrung.Seite(runde + "/ergebnis")).Finde(".p-seitenkopf").TextContent, StringComparison.Ordinal);
        using var niemand = portal.Oeffentlichkeit();
        Assert.Equal(HttpStatusCode.OK, (await niemand.Seite(runde + "/ergebnis")).Status);
        var folge = await fuehrung.Senden(runde + "/folgerunde", Felder(("Titel", "Noch eine")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, folge.Status);
    }

    private static string[] Kriterien => ["wirkung", "dringlichkeit", "umsetzbarkeit", "kosten-nutzen", "sozialraumbezug"];

    private static string Iso(DateOnly tag) => tag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Das ausgewogene Ergebnis noch einmal, naiv aus den Bögen: Mittel je Bank, nach Anteil, nach Gewicht.</summary>
    private async Task NachzaehlenAsync(string kennung)
    {
        var (runde, zeilen, werte) = await portal.Db(async db => (
            await db.Priorisierungsrunden.AsNoTracking().SingleAsync(r => r.Kennung == kennung),
            await db.Ergebniszeilen.AsNoTracking().Where(z => db.Priorisierungsrunden.Any(r => r.Id == z.RundeId && r.Kennung == kennung)).ToListAsync(),
            await db.Bewertungen.AsNoTracking().Join(db.Bewertungsboegen.Where(b => b.Runde.Kennung == kennung && b.AbgegebenAm != null), w => w.BogenId, b => b.Id, (w, b) => new { b.Bank, w.RundenvorschlagId, w.Befangen, w.Punkte }).ToListAsync()));
        Assert.NotEmpty(zeilen);
        foreach (var zeile in zeilen)
        {
            var (summe, gewichte) = (0m, 0m);
            foreach (var (stelle, kriterium) in runde.Grundlage!.Kriterien.Index())
            {
                var mittel = runde.Grundlage.Inhalt.Baenke.Select(bank => (bank.Anteil, Punkte: werte.Where(w => w.Bank == bank.Schluessel && w.RundenvorschlagId == zeile.RundenvorschlagId && !w.Befangen && char.IsAsciiDigit(w.Punkte[stelle])).Select(w => (decimal)(w.Punkte[stelle] - '0')).ToList()))
                    .Where(b => b.Punkte.Count > 0).Select(b => (b.Anteil, Mittel: b.Punkte.Average())).ToList();
                if (mittel.Count == 0) continue;
                summe += kriterium.Gewicht * mittel.Sum(b => b.Anteil * b.Mittel) / mittel.Sum(b => b.Anteil);
                gewichte += kriterium.Gewicht;
            }
            Assert.Equal((double)(summe / gewichte), (double)zeile.Werte.Ausgewogen!.Value, 9);
        }
    }
}
