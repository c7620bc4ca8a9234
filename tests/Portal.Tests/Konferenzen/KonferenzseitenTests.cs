using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Konferenzen;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Konferenzen;

public sealed class KonferenzseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Ordnung = "/konferenz/geschaeftsordnung";

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    private string Tag(int tage) => portal.Uhr.Heute.AddDays(tage).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task<string> PersonAsync(string email) => portal.Db(db => db.Personen.Where(p => p.EmailNormal == Person.Normal(email)).Select(p => p.Kennung).SingleAsync());

    [Fact]
    public async Task Alle_lesen_wer_heute_und_an_einem_frueheren_Tag_sitzt()
    {
        using var niemand = portal.Oeffentlichkeit();
        var heute = await niemand.Seite("/konferenz");
        Assert.Equal(HttpStatusCode.OK, heute.Status);
        Assert.Contains("Samira El-Khatib", heute.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gesine Harmsen", heute.Text, StringComparison.Ordinal);
        Assert.Equal(17, heute.Alle("tbody tr").Count);

        var damals = await niemand.Seite($"/konferenz?am={Tag(-400)}");
        Assert.Contains("Gesine Harmsen", damals.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("El-Khatib", damals.Text, StringComparison.Ordinal);
        Assert.Equal(16, damals.Alle("tbody tr").Count);

        var vorher = await niemand.Seite($"/konferenz?am={Tag(-900)}");
        Assert.Empty(vorher.Alle("tbody tr"));
        Assert.DoesNotContain("Harmsen", vorher.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gestern", "Diesen Tag gibt es nicht.")]
    [InlineData("2026-02-30", "Diesen Tag gibt es nicht.")]
    [InlineData("2199-01-01", "Dieser Tag liegt in der Zukunft.")]
    public async Task Ein_unmoeglicher_Tag_zeigt_heute_und_sagt_es(string am, string satz)
    {
        using var niemand = portal.Oeffentlichkeit();
        var seite = await niemand.Seite("/konferenz?am=" + am);
        Assert.Equal(HttpStatusCode.OK, seite.Status);
        Assert.Contains(satz, seite.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Ordnung)]
    [InlineData(Ordnung + "/1")]
    [InlineData(Ordnung + "/1/sitzverteilung")]
    [InlineData(Ordnung + "/vergleich?von=1&mit=2")]
    [InlineData("/konferenz/sitze/politik-1")]
    public async Task Geschaeftsordnung_und_Sitze_lesen_alle_Angemeldeten(string adresse)
    {
        using var niemand = portal.Oeffentlichkeit();
        Assert.Equal("/anmeldung", new Uri((await niemand.Seite(adresse, folgen: false)).Antwort.Headers.Location!.ToString()).AbsolutePath);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Equal(HttpStatusCode.OK, (await mitglied.Seite(adresse)).Status);
    }

    [Theory]
    [InlineData("/konferenz/sitze/politik-2/besetzungen/neu")]
    [InlineData("/konferenz/sitze/politik-1/nachbesetzung")]
    [InlineData(Ordnung + "/2/baenke")]
    [InlineData(Ordnung + "/2/inkraftsetzung")]
    public async Task Fuehren_kann_nur_die_Geschaeftsfuehrung(string adresse)
    {
        foreach (var email in (string[])[Gemeinde.Konferenzmitglied, Gemeinde.Administration, Gemeinde.Sprecherin])
        {
            using var jemand = await portal.AngemeldetAls(email);
            Assert.Equal(HttpStatusCode.Forbidden, (await jemand.Seite(adresse)).Status);
        }
    }

    [Theory]
    [InlineData("/konferenz/sitze/politik-2/besetzungen")]
    [InlineData("/konferenz/sitze/politik-1/nachbesetzung")]
    [InlineData("/konferenz/geschaeftsordnung/entwuerfe")]
    [InlineData("/konferenz/geschaeftsordnung/2/baenke")]
    [InlineData("/konferenz/geschaeftsordnung/2/fraktionen")]
    [InlineData("/konferenz/geschaeftsordnung/2/sitzverteilung")]
    [InlineData("/konferenz/geschaeftsordnung/2/verwerfung")]
    [InlineData("/konferenz/geschaeftsordnung/2/inkraftsetzung")]
    public async Task Wer_die_Adresse_kennt_darf_deshalb_noch_nichts(string adresse)
    {
        var vorher = await portal.Db(db => db.Ereignisse.CountAsync());
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        Assert.Equal(HttpStatusCode.Forbidden, (await konferenz.Senden(adresse)).Status);
        using var niemand = portal.Oeffentlichkeit();
        Assert.Equal(HttpStatusCode.Found, (await niemand.Senden(adresse)).Status);
        Assert.Equal(vorher, await portal.Db(db => db.Ereignisse.CountAsync()));
    }

    [Fact]
    public async Task Ein_Sitz_wird_besetzt_ruht_und_endet_und_die_Rolle_folgt_dem_Sitz()
    {
        await portal.Db(async db =>
        {
            var wer = new Akteur(1, "", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());
            db.Add(new Fachgruppe("Noch nicht beraten", Weg.Fachgruppe, wer, portal.Uhr.Jetzt, portal.Uhr.Heute, "Anregung"));
            await db.SaveChangesAsync();
        });
        const string geheim = "/fachgruppen/noch-nicht-beraten";
        const string email = "carola.vogelsang@musterstadt.example";
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var carola = await portal.AngemeldetAls(email);
        Assert.Equal(HttpStatusCode.NotFound, (await carola.Seite(geheim)).Status);

        var suche = await fuehrung.Seite("/konferenz/sitze/politik-2/besetzungen/neu?stellung=inhaber&suche=vogel");
        Assert.Equal(2, suche.Alle("select[name=Person] option").Count);
        var leer = await fuehrung.Abschicken(suche, Felder(("Person", ""), ("EntsandtVon", "")), "form.p-formular");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leer.Status);
        Assert.Contains("Bitte wählen Sie eine Person.", leer.Meldungen, StringComparison.Ordinal);

        var besetzt = await fuehrung.Abschicken(suche, Felder(("Person", await PersonAsync(email)), ("EntsandtVon", "Fraktion Stadt und Küste")), "form.p-formular");
        Assert.Contains("Der Sitz ist mit Carola Vogelsang besetzt.", besetzt.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await carola.Seite(geheim)).Status);

        var ruht = await fuehrung.Abschicken(besetzt.Finde("a[href$='ruhezeiten/neu']").GetAttribute("href")!, Felder(("Grund", "GEHEIMER GRUND")));
        Assert.Contains("ruht", ruht.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await carola.Seite(geheim)).Status);
        Assert.DoesNotContain("GEHEIMER GRUND", (await carola.Seite("/konferenz/sitze/politik-2")).Text, StringComparison.Ordinal);

        var ende = await fuehrung.Abschicken(ruht.Finde("a[href$='/ende']").GetAttribute("href")!, Felder(("Am", Tag(0)), ("Grund", "Umzug")));
        Assert.Equal(HttpStatusCode.OK, ende.Status);
        Assert.True(await portal.Db(db => db.Personen.AnyAsync(p => p.EmailNormal == Person.Normal(email) && p.Rollen.Contains(Rolle.Konferenzmitglied))));
    }

    [Fact]
    public async Task Eine_fruehere_Inhaberin_hat_die_Rechte_der_Konferenz_nicht_mehr() =>
        Assert.DoesNotContain(Rolle.Konferenzmitglied, await portal.Db(db => db.Personen.Where(p => p.Nachname == "Harmsen").Select(p => p.Rollen).SingleAsync()));

    [Fact]
    public async Task Zwanzig_besetzen_denselben_Sitz_zugleich_und_genau_einer_gelingt_es()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        await fuehrung.Seite("/konferenz/sitze/politik-6/besetzungen/neu");
        var personen = await portal.Db(db => db.Personen.Where(p => !db.Sitzbesetzungen.Any(b => b.PersonId == p.Id)).OrderBy(p => p.Id).Select(p => p.Kennung).Take(20).ToListAsync());
        Assert.True(personen.Count >= 15);

        var antworten = await Task.WhenAll(personen.Select(async person =>
        {
            using var client = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
            return await client.Senden("/konferenz/sitze/politik-6/besetzungen", Felder(("Person", person), ("Stellung", "Inhaber"), ("Von", Tag(0)), ("EntsandtVon", "Freie Liste Hafen")));
        }));

        Assert.Single(antworten, a => a.Status == HttpStatusCode.Found);
        Assert.All(antworten.Where(a => a.Status != HttpStatusCode.Found), a =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status);
            Assert.Contains("zwei Personen können ihn nicht zugleich innehaben", a.Text, StringComparison.Ordinal);
        });
        Assert.Equal(1, await portal.Db(db => db.Sitzbesetzungen.CountAsync(b => b.Sitz.Kennung == "politik-6" && b.Stellung == Sitzstellung.Inhaber)));
        var rollen = await portal.Db(db => db.Personen.CountAsync(p => personen.Contains(p.Kennung) && p.Rollen.Contains(Rolle.Konferenzmitglied)));
        Assert.Equal(1, rollen);
    }

    [Fact]
    public async Task Eine_Person_wird_zugleich_auf_vier_Sitze_gesetzt_und_erhaelt_einen()
    {
        var person = await PersonAsync("lukas.hoffmeister@musterstadt.example");
        var antworten = await Task.WhenAll(new[] { "verwaltung-3", "fachplanung-3", "fachplanung-4", "wissenschaft-und-praxis-3" }.Select(async sitz =>
        {
            using var client = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
            return await client.Senden($"/konferenz/sitze/{sitz}/besetzungen", Felder(("Person", person), ("Stellung", "Inhaber"), ("Von", Tag(0)), ("EntsandtVon", "Rathaus")));
        }));
        Assert.Single(antworten, a => a.Status == HttpStatusCode.Found);
        Assert.All(antworten.Where(a => a.Status != HttpStatusCode.Found), a => Assert.Contains("Niemand kann zwei Stimmen führen", a.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Auch_an_den_Regeln_vorbei_nimmt_die_Datenbank_keine_zweite_Inhaberin()
    {
        var fehler = await Assert.ThrowsAsync<DbUpdateException>(() => portal.Db(async db =>
        {
            var sitz = await db.Sitze.SingleAsync(s => s.Kennung == "politik-1");
            var andere = await db.Personen.SingleAsync(p => p.Nachname == "Möller");
            // Ohne geladene Besetzungen weiß die Regel nichts von der Inhaberin.
            sitz.Besetzen(andere, Sitzstellung.Inhaber, portal.Uhr.Heute, "Rathaus", [], 1, new Akteur(1, "", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>()), portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        }));
        Assert.NotNull(fehler.InnerException);
    }

    [Fact]
    public async Task Der_Wechsel_auf_einem_Sitz_steht_im_Verlauf_mit_Grund()
    {
        var ereignis = await portal.Db(db => db.Ereignisse.SingleAsync(e => e.Art == "sitz.beendet" && e.Kennung == "wissenschaft-und-praxis-1"));
        Assert.Contains("Gesine Harmsen", ereignis.Satz, StringComparison.Ordinal);
        Assert.Equal("Wissenschaft und Praxis 1", ereignis.Bezeichnung);
        Assert.Equal("Der Pflegestützpunkt hat seinen Sitz an die Hochschule abgegeben.", ereignis.Grund);
    }
}

/// <summary>Der Weg eines Entwurfs bis in Kraft, in einem eigenen Portal, weil er die Sitze aller ändert.</summary>
public sealed class GeschaeftsordnungsseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Ordnung = "/konferenz/geschaeftsordnung";

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    [Fact]
    public async Task Ein_Entwurf_wird_geschrieben_geprueft_und_in_Kraft_gesetzt()
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var niemand = portal.Oeffentlichkeit();

        // Musterstadt bringt einen Entwurf mit; erst wenn er verworfen ist, kann ein neuer beginnen.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fuehrung.Senden(Ordnung + "/entwuerfe")).Status);
        Assert.Equal(Ordnung, (await fuehrung.Abschicken(Ordnung + "/3/verwerfung", Felder(("Bestaetigt", "true")))).Adresse);
        var entwurf = await fuehrung.Abschicken(Ordnung, formular: $"form[action='{Ordnung}/entwuerfe']");
        Assert.Equal(Ordnung + "/3", entwurf.Adresse);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fuehrung.Senden(Ordnung + "/entwuerfe")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mitglied.Seite(Ordnung + "/3")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mitglied.Seite(Ordnung + "/vergleich?von=2&mit=3")).Status);
        Assert.DoesNotContain("Fassung 3", (await mitglied.Seite(Ordnung)).Text, StringComparison.Ordinal);

        // Eine Bank ohne Sitz: ein Satz, nichts gespeichert, alles noch da, was eingetragen war.
        var ohneSitz = await fuehrung.Abschicken(Ordnung + "/3/baenke", Felder(("Zeilen[1].Sitze", "0"), ("Zeilen[4].Name", "Jugend"), ("Zeilen[4].Sitze", "1"), ("Zeilen[4].Anteil", "20")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ohneSitz.Status);
        Assert.Contains("Die Bank „Verwaltung“ hat keinen Sitz.", ohneSitz.Meldungen, StringComparison.Ordinal);
        Assert.Equal("Jugend", ohneSitz.Finde("input[name='Zeilen[4].Name']").GetAttribute("value"));
        Assert.Equal(4, (await Inhalt(3)).Baenke.Count);

        var anteile = Felder(("Zeilen[0].Anteil", "20"), ("Zeilen[1].Anteil", "20"), ("Zeilen[2].Anteil", "20"), ("Zeilen[3].Anteil", "20"), ("Zeilen[3].Name", "Forschung und Praxis"), ("Zeilen[0].Sitze", "7"),
            ("Zeilen[1].Sitze", "1"), ("Zeilen[4].Name", "Jugend"), ("Zeilen[4].Sitze", "2"), ("Zeilen[4].Anteil", "20"));
        Assert.Equal(Ordnung + "/3", (await fuehrung.Abschicken(Ordnung + "/3/baenke", anteile)).Adresse);
        Assert.Equal(["politik", "verwaltung", "fachplanung", "wissenschaft-und-praxis", "jugend"], (await Inhalt(3)).Baenke.Select(b => b.Schluessel));

        var gewichte = await fuehrung.Abschicken(Ordnung + "/3/kriterien", Enumerable.Range(0, 5).ToDictionary(i => $"Zeilen[{i}].Gewicht", _ => "0"));
        Assert.Contains("Die Gewichte der Kriterien ergeben zusammen null", gewichte.Meldungen, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await fuehrung.Abschicken(Ordnung + "/3/kriterien", Felder(("Zeilen[0].Gewicht", "33,5")))).Status);
        Assert.Equal(33.5m, (await Inhalt(3)).Kriterien[0].Gewicht);
        Assert.Equal(HttpStatusCode.OK, (await fuehrung.Abschicken(Ordnung + "/3/verfahren", Felder(("Ladungsfrist", "21"), ("Quorum", "MindestensZweiDrittel")))).Status);

        // Gleichstand: 7 Sitze auf drei gleich starke Fraktionen; von Hand gelost.
        await fuehrung.Abschicken(Ordnung + "/3/sitzverteilung", Felder(("Zeilen[0].Staerke", "10"), ("Zeilen[1].Staerke", "10"), ("Zeilen[2].Staerke", "10"), ("Zeilen[3].Name", ""), ("Zeilen[3].Staerke", "")),
            $"form[action='{Ordnung}/3/fraktionen']");
        var gelost = await fuehrung.Senden(Ordnung + "/3/sitzverteilung", Felder(("Version", (await Version(3)).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Verfahren", "DHondt"),
            ("VonHand", "true"), ("Gezogene", "Lebendige Quartiere"), ("Vermerk", "Kugel aus der Urne, Stadtpräsident")));
        Assert.Equal(HttpStatusCode.Found, gelost.Status);
        Assert.Equal([2, 2, 3], (await Inhalt(3)).Verteilung!.Sitze.Select(s => s.Sitze));

        var gestern = portal.Uhr.Heute.AddDays(-2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var vergangen = await fuehrung.Abschicken(Ordnung + "/3/inkraftsetzung", Felder(("Form.Ab", gestern), ("Form.Grund", "Beschluss"), ("Form.Bestaetigt", "true")));
        Assert.Contains("Der Tag liegt in der Vergangenheit.", vergangen.Meldungen, StringComparison.Ordinal);
        var unbestaetigt = await fuehrung.Abschicken(Ordnung + "/3/inkraftsetzung", Felder(("Form.Grund", "Beschluss")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unbestaetigt.Status);
        Assert.Contains("Wiebke Lorenzen", unbestaetigt.Text, StringComparison.Ordinal);

        var inKraft = await fuehrung.Abschicken(Ordnung + "/3/inkraftsetzung", Felder(("Form.Grund", "Beschluss vom heutigen Tag"), ("Form.Bestaetigt", "true")));
        Assert.Contains("Fassung 3 ist in Kraft.", inKraft.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fuehrung.Seite(Ordnung + "/3/baenke")).Status);

        // Ein Sitz der Verwaltung bleibt, zwei fallen weg; gestern saß Wiebke Lorenzen noch dort.
        var sitze = await niemand.Seite("/konferenz");
        Assert.DoesNotContain("Wiebke Lorenzen", sitze.Text, StringComparison.Ordinal);
        Assert.Contains("Ulrich Groß", sitze.Text, StringComparison.Ordinal);
        Assert.Contains("Wiebke Lorenzen", (await niemand.Seite($"/konferenz?am={gestern}")).Text, StringComparison.Ordinal);
        Assert.Equal(7 + 1 + 4 + 4 + 2, sitze.Alle("tbody tr").Count);

        // Die umbenannte Bank heißt auch an ihren Sitzen so; ihre Adressen bleiben.
        Assert.Contains("Sitz Forschung und Praxis 2", (await mitglied.Seite("/konferenz/sitze/wissenschaft-und-praxis-2")).Text, StringComparison.Ordinal);

        var vergleich = await mitglied.Seite(Ordnung + "/vergleich?von=2&mit=3");
        Assert.Contains("Ladungsfrist", vergleich.Text, StringComparison.Ordinal);
        Assert.Contains("Jugend: Sitze", vergleich.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbietet_die_Geschaeftsordnung_Namen_sieht_die_Oeffentlichkeit_keine()
    {
        await using var eigenes = new EigenesPortal();
        await eigenes.InitializeAsync();
        await eigenes.Db(async db =>
        {
            foreach (var ordnung in await db.Geschaeftsordnungen.ToListAsync())
                db.Entry(ordnung).Property(o => o.Inhalt).CurrentValue = ordnung.Inhalt with { SitzeOeffentlich = false };
            await db.SaveChangesAsync();
        });
        using var niemand = eigenes.Oeffentlichkeit();
        using var mitglied = await eigenes.AngemeldetAls(Gemeinde.Mitglied);
        var seite = await niemand.Seite("/konferenz");
        Assert.Contains("Die Namen der Mitglieder sind nicht öffentlich.", seite.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thomsen", seite.Quelltext, StringComparison.Ordinal);
        Assert.DoesNotContain("Thomsen", (await niemand.Seite("/konferenz?am=2026-05-01")).Quelltext, StringComparison.Ordinal);
        Assert.Contains("Thomsen", (await mitglied.Seite("/konferenz")).Text, StringComparison.Ordinal);
        await ((IAsyncLifetime)eigenes).DisposeAsync();
    }

    private sealed class EigenesPortal : PortalFactory;

    private Task<Geschaeftsordnungsinhalt> Inhalt(int nummer) => portal.Db(db => db.Geschaeftsordnungen.Where(g => g.Nummer == nummer).Select(g => g.Inhalt).SingleAsync());

    private Task<int> Version(int nummer) => portal.Db(db => db.Geschaeftsordnungen.Where(g => g.Nummer == nummer).Select(g => g.Version).SingleAsync());
}
