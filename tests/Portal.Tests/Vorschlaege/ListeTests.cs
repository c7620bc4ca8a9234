using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Vorschlaege;

public class ListeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly SemaphoreSlim s_einer = new(1, 1);

    /// <summary>Was die Datenbank auswählt und was an einem geladenen Vorschlag geprüft wird, ist dasselbe.</summary>
    [Fact]
    public async Task Wer_was_sieht_sagen_Auswahl_und_Seite_gleich()
    {
        await portal.Db(async db =>
        {
            var gruppen = await db.Fachgruppen.Select(g => g.Id).ToListAsync();
            var kennungen = await db.Vorschlaege.Select(v => v.Kennung).ToListAsync();
            Akteur[] alle =
            [
                Akteur.Oeffentlichkeit, new(1, "G", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>()), new(1, "K", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>()),
                .. gruppen.Select(g => new Akteur(1, "M", [], new Dictionary<int, Mitgliedsrolle> { [g] = Mitgliedsrolle.Mitglied })),
            ];
            foreach (var wer in alle)
            {
                var ausgewaehlt = await db.Vorschlaege.SichtbarFuer(wer).Select(v => v.Kennung).ToHashSetAsync();
                foreach (var kennung in kennungen) Assert.Equal(ausgewaehlt.Contains(kennung), await db.LesbarAsync(kennung, wer) is not null);
            }
        });
    }

    [Fact]
    public async Task Die_Oeffentlichkeit_liest_genau_was_veroeffentlicht_ist()
    {
        using var alle = portal.Oeffentlichkeit();
        var seite = await alle.Seite("/vorschlaege");
        Assert.Contains(Gemeinde.Anlaufstellen, seite.Text, StringComparison.Ordinal);
        foreach (var titel in new[] { Gemeinde.BesuchZum75, Gemeinde.Sitzbaenke, Gemeinde.Digitallotsen, Gemeinde.Ferienwochen, Gemeinde.Kurzzeitpflege, Gemeinde.Wohnungsboerse })
        {
            Assert.DoesNotContain(titel, seite.Quelltext, StringComparison.Ordinal);
            Assert.DoesNotContain(titel, (await alle.Seite("/vorschlaege.csv")).Quelltext, StringComparison.Ordinal);
            Assert.Empty((await alle.Seite("/vorschlaege?suche=" + Uri.EscapeDataString(titel))).Alle(".p-listeneintrag"));
            Assert.Equal(404, (int)(await alle.Seite("/vorschlaege/" + await portal.KennungAsync(titel))).Status);
        }
    }

    [Theory]
    [InlineData(Gemeinde.Datenverantwortliche)]
    [InlineData(Gemeinde.Konferenzmitglied)]
    [InlineData(Gemeinde.Mitglied)]
    [InlineData(Gemeinde.Geschaeftsfuehrung)]
    public async Task Wer_angemeldet_ist_findet_von_hier_die_Deckung_der_Zielfelder(string email)
    {
        using var wer = await portal.AngemeldetAls(email);
        using var niemand = portal.Oeffentlichkeit();

        Assert.NotEmpty((await wer.Seite("/vorschlaege")).Alle("main a[href='/deckung']"));
        Assert.Empty((await niemand.Seite("/vorschlaege")).Alle("main a[href='/deckung']"));
    }

    [Fact]
    public async Task Mitglieder_sehen_dazu_ihre_Gruppe_und_keine_fremde()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Contains(Gemeinde.BesuchZum75, (await mitglied.Seite("/vorschlaege?suche=Geburtstag")).Text, StringComparison.Ordinal);
        Assert.Empty((await mitglied.Seite("/vorschlaege?suche=Ferienwochen")).Alle(".p-listeneintrag"));
        Assert.Equal(404, (int)(await mitglied.Seite("/vorschlaege/" + await portal.KennungAsync(Gemeinde.Ferienwochen))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("titel")]
    [InlineData("kennung")]
    public async Task Blaettern_zeigt_jeden_genau_einmal_vorwaerts_und_rueckwaerts_auch_bei_Gleichstand(string ordnung)
    {
        await Viele();
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var erwartet = await portal.Db(db => db.Vorschlaege.CountAsync());
        var vorwaerts = new List<string>();
        var seite = await gf.Seite($"/vorschlaege?sortierung={ordnung}");
        var seiten = 1;
        for (; ; seiten++)
        {
            vorwaerts.AddRange(Kennungen(seite));
            if (seite.Alle("a[rel=next]") is not [var weiter]) break;
            seite = await gf.Seite(weiter.GetAttribute("href")!);
        }
        Assert.Equal(erwartet, vorwaerts.Count);
        Assert.Equal(erwartet, vorwaerts.Distinct().Count());
        Assert.True(seiten >= 3);

        var letzte = Kennungen(seite);
        Assert.Equal(letzte, Kennungen(await gf.Seite($"/vorschlaege?sortierung={ordnung}&ende=true")));
        var rueckwaerts = new List<string>();
        while (true)
        {
            rueckwaerts.InsertRange(0, Kennungen(seite));
            if (seite.Alle("a[rel=prev]") is not [var zurueck]) break;
            seite = await gf.Seite(zurueck.GetAttribute("href")!);
        }
        Assert.Equal(vorwaerts, rueckwaerts);
    }

    [Fact]
    public async Task Die_Zahl_neben_jedem_Filterwert_stimmt_mit_einfachem_Zaehlen_ueberein()
    {
        await Viele();
        foreach (var email in new[] { "", Gemeinde.Mitglied, Gemeinde.Geschaeftsfuehrung })
        {
            using var client = email.Length == 0 ? portal.Oeffentlichkeit() : await portal.AngemeldetAls(email);
            foreach (var auswahl in new[] { "", "weg=fachgruppe", "art=operativ&handlungsfeld=alter", "suche=Probe&zustand=entwurf" })
            {
                var seite = await client.Seite("/vorschlaege?" + auswahl);
                foreach (var feld in seite.Alle("form[role=search] select").Where(s => s.Id != "sortierung"))
                    foreach (var wert in feld.QuerySelectorAll("option").Where(o => o.GetAttribute("value") is { Length: > 0 }))
                    {
                        var rest = string.Join('&', auswahl.Split('&').Where(a => a.Length > 0 && !a.StartsWith(feld.Id + "=", StringComparison.Ordinal)));
                        var gefiltert = await client.Seite($"/vorschlaege?{rest}&{feld.Id}={wert.GetAttribute("value")}");
                        var zahl = int.Parse(wert.TextContent[(wert.TextContent.LastIndexOf('(') + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);
                        Assert.Equal(zahl, Gesamt(gefiltert));
                    }
            }
        }
    }

    [Fact]
    public async Task Ein_Stadtteil_schliesst_seine_Bezirke_ein()
    {
        var (darueber, drin) = await portal.Db(async db =>
        {
            var raum = await db.Vorschlaege.Where(v => v.VeroeffentlichtAm != null).SelectMany(v => v.Sozialraeume).Where(s => s.Uebergeordnet != null).Include(s => s.Uebergeordnet).OrderBy(s => s.Id).FirstAsync();
            var kennung = await db.Vorschlaege.Where(v => v.VeroeffentlichtAm != null && v.Sozialraeume.Any(s => s.Id == raum.Id)).Select(v => v.Kennung).FirstAsync();
            return (raum.Uebergeordnet!.Kennung, kennung);
        });
        using var alle = portal.Oeffentlichkeit();
        Assert.Contains(drin, Kennungen(await alle.Seite("/vorschlaege?sozialraum=" + darueber)));
    }

    [Theory]
    [InlineData("nach=~~~&sortierung=titel")]
    [InlineData("nach=99999999999999999999~x")]
    [InlineData("vor=%00%ff&ende=quatsch")]
    [InlineData("suche=%27%20OR%201=1--&zustand=3")]
    [InlineData("art=xx&weg=yy&fachgruppe=%F0%9F%98%80&sozialraum=..")]
    [InlineData("sortierung=99&handlungsfeld=%E2%80%AE")]
    public async Task Unsinn_in_der_Adresse_ist_kein_Fehler(string anfrage)
    {
        using var alle = portal.Oeffentlichkeit();
        Assert.True((int)(await alle.Seite("/vorschlaege?" + anfrage)).Status is 200 or 400);
        Assert.True((int)(await alle.Seite("/vorschlaege.csv?" + anfrage)).Status is 200 or 400);
    }

    [Fact]
    public async Task Suche_findet_ohne_Ruecksicht_auf_Umlaute_und_Grossschreibung()
    {
        using var alle = portal.Oeffentlichkeit();
        Assert.Contains(Gemeinde.Anlaufstellen, (await alle.Seite("/vorschlaege?suche=ALTERWERDEN+anlauf")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ein_neuer_Titel_steht_sofort_in_der_eigenen_Liste()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        await mitglied.Seite("/vorschlaege?suche=Regenbogenfisch");
        await portal.Db(async db =>
        {
            var vorschlag = await db.Vorschlaege.Include(v => v.Felder).SingleAsync(v => v.Titel == Gemeinde.BesuchZum75);
            vorschlag.Schreiben(Vorschlagsfeld.Kurzfassung, "Regenbogenfisch", null, await Mitglied(db), portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });
        Assert.Single((await mitglied.Seite("/vorschlaege?suche=Regenbogenfisch")).Alle(".p-listeneintrag"));
    }

    [Fact]
    public async Task Formeln_in_der_Tabelle_sind_entschaerft()
    {
        await portal.Db(async db =>
        {
            var wer = await Mitglied(db);
            var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
            db.Add(new Vorschlag("2041-1", gruppe, "=1+1;\"böse\"", wer, portal.Uhr.Jetzt));
            await db.SaveChangesAsync();
        });
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Contains("2041-1;\"'=1+1;\"\"böse\"\"\"", (await mitglied.Seite("/vorschlaege.csv")).Quelltext, StringComparison.Ordinal);
    }

    private static List<string> Kennungen(Seite seite) => [.. seite.Alle(".p-listeneintrag__titel a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];

    private static int Gesamt(Seite seite) => seite.Alle(".p-ergebniszahl") is [var zahl]
        ? int.Parse(zahl.TextContent.Split(' ')[0].Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static async Task<Akteur> Mitglied(PortalDb db)
    {
        var person = await db.Personen.SingleAsync(p => p.Email == Gemeinde.Mitglied);
        var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
        return new(person.Id, person.Name, [], new Dictionary<int, Mitgliedsrolle> { [gruppe.Id] = Mitgliedsrolle.Sprecher });
    }

    /// <summary>Hundertdreißig Vorschläge, je zehn mit gleichem Titel und alle aus demselben Augenblick.</summary>
    private async Task Viele()
    {
        await s_einer.WaitAsync();
        try
        {
            await portal.Db(async db =>
            {
                if (await db.Vorschlaege.AnyAsync(v => v.Kennung == "2031-1")) return;
                var wer = await Mitglied(db);
                var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
                var felder = await db.Handlungsfelder.OrderBy(h => h.Id).ToListAsync();
                var jetzt = new DateTime(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);
                for (var i = 1; i <= 130; i++)
                {
                    var vorschlag = new Vorschlag($"2031-{i}", gruppe, $"Probe {i % 13}", wer, jetzt);
                    vorschlag.HandlungsfeldWaehlen(felder[i % felder.Count], wer, jetzt);
                    vorschlag.Schreiben(Vorschlagsfeld.Art, i % 3 == 0 ? "Strategisch" : "Operativ", null, wer, jetzt);
                    if (i % 4 == 0) vorschlag.InBeratungGeben(wer, jetzt);
                    db.Add(vorschlag);
                }
                await db.SaveChangesAsync();
            });
        }
        finally
        {
            s_einer.Release();
        }
    }
}
