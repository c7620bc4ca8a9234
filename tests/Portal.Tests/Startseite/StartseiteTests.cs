using Microsoft.EntityFrameworkCore;
using Portal.Startseite;
using Portal.Tests.Support;

namespace Portal.Tests.Startseite;

public class StartseiteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Besuch_sieht_Veroeffentlichtes_offene_Gruppen_und_kein_Formular()
    {
        using var jemand = portal.Oeffentlichkeit();

        var seite = await jemand.Seite("/");

        Assert.Equal(5, seite.Alle("main .p-listeneintrag").Count);
        Assert.Contains("Gut älter werden", seite.Text);
        Assert.DoesNotContain(Gemeinde.Sitzbaenke, seite.Text);
        Assert.Empty(seite.Alle("form"));
        Assert.False(seite.Antwort.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Eine_Sprecherin_liest_was_noch_fehlt_und_was_wartet()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        await jemand.Abschicken($"/fachgruppen/{Gemeinde.GutAelterWerden}/beitritt", new Dictionary<string, string> { ["Vorname"] = "Nora", ["Nachname"] = "Neu", ["Email"] = "nora@beispiel.example" });

        var seite = await sprecherin.Seite("/");

        Assert.Equal("Was steht an?", seite.Ueberschrift);
        Assert.Matches("Über (eine|[0-9]+) Beitrittsanfragen? entscheiden", seite.Text);
        Assert.Contains($"Fertigstellen: {Gemeinde.BesuchZum75}", seite.Text);
        Assert.DoesNotContain(Gemeinde.Ferienwochen, seite.Text);
        Assert.Contains("Einreichungsfrist", seite.Finde("aside").TextContent);
    }

    [Fact]
    public async Task Ein_Mitglied_entscheidet_nicht_und_erfaehrt_keine_Namen_von_Anfragenden()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        await jemand.Abschicken($"/fachgruppen/{Gemeinde.GutAelterWerden}/beitritt", new Dictionary<string, string> { ["Vorname"] = "Geheime", ["Nachname"] = "Anfrage", ["Email"] = "geheim@beispiel.example" });

        var seite = await mitglied.Seite("/");

        Assert.DoesNotContain("Beitrittsanfrage", seite.Text);
        Assert.DoesNotContain("Geheime Anfrage", seite.Text);
    }

    [Fact]
    public async Task Wer_nichts_zu_tun_hat_findet_zu_den_eigenen_Gruppen()
    {
        using var mitglied = await portal.AngemeldetAls("joachim.osswald@musterstadt.example");

        var seite = await mitglied.Seite("/");

        Assert.Equal("/fachgruppen/gipfel-wohnungslosigkeit", seite.Finde(".p-leer a").GetAttribute("href"));
    }

    [Fact]
    public async Task Die_Geschaeftsfuehrung_sichtet_und_antwortet_die_Administration_sieht_liegengebliebene_Post()
    {
        using var jemand = portal.Oeffentlichkeit();
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        await jemand.Abschicken("/barriere-melden", new Dictionary<string, string> { ["Beschreibung"] = "Etwas geht nicht." });
        await portal.Db(async db =>
        {
            var brief = await db.OutgoingMails.OrderBy(m => m.Id).FirstAsync();
            brief.State = Portal.Platform.Mail.MailState.Failed;
            await db.SaveChangesAsync();
        });

        var seite = await gf.Seite("/");
        Assert.Contains($"Sichten: {Gemeinde.Sitzbaenke}", seite.Text);
        Assert.Contains("gemeldete Barriere", seite.Text);
        Assert.DoesNotContain("kam nicht an", seite.Text);
        Assert.Contains("Eine E-Mail kam nicht an", (await admin.Seite("/")).Text);
    }

    [Fact]
    public async Task Wo_mehr_wartet_als_die_Seite_zeigt_steht_wie_viel_und_wo()
    {
        await portal.ZuruecksetzenAsync();
        var wartende = await portal.Db(db => db.Vorschlaege.ExecuteUpdateAsync(v => v.SetProperty(x => x.Zustand, Portal.Vorschlaege.Vorschlagszustand.Eingereicht)));
        Assert.True(wartende > 13);
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        var seite = await gf.Seite("/");

        Assert.Equal(12, seite.Alle(".p-aufgabe__titel").Count(t => t.TextContent.StartsWith("Sichten: ", StringComparison.Ordinal)));
        Assert.Equal("/sichtung", seite.Alle(".p-aufgabe__titel a").Single(a => a.TextContent == $"{wartende - 12} weitere Vorschläge zu sichten").GetAttribute("href"));
        await portal.ZuruecksetzenAsync();
    }

    [Fact]
    public async Task Was_sonst_noch_geschrieben_wird_steht_je_Stand_in_der_Liste()
    {
        await portal.ZuruecksetzenAsync();
        var alle = await portal.Db(async db =>
        {
            var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
            await db.Vorschlaege.ExecuteUpdateAsync(v => v.SetProperty(x => x.FachgruppeId, gruppe.Id).SetProperty(x => x.VeroeffentlichtAm, (DateTime?)null)
                .SetProperty(x => x.Zustand, x => x.Id % 2 == 0 ? Portal.Vorschlaege.Vorschlagszustand.Entwurf : Portal.Vorschlaege.Vorschlagszustand.InBeratung));
            return await db.Vorschlaege.CountAsync();
        });
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);

        var seite = await mitglied.Seite("/");

        var weitere = seite.Alle(".p-aufgabe__titel a").Where(a => a.TextContent.Contains("weiter", StringComparison.Ordinal) && a.TextContent.Contains("Vorsch", StringComparison.Ordinal)).ToList();
        Assert.Equal(["/vorschlaege?zustand=entwurf", "/vorschlaege?zustand=inberatung"], weitere.Select(a => a.GetAttribute("href")));
        Assert.Equal(alle - 12, weitere.Sum(a => int.Parse(a.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("im Entwurf", weitere[0].TextContent, StringComparison.Ordinal);
        await portal.ZuruecksetzenAsync();
    }

    [Fact]
    public async Task Von_vielem_Neuen_steht_das_Juengste_da_und_der_Rest_auf_Verlangen()
    {
        await portal.ZuruecksetzenAsync();
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        await portal.Db(async db =>
        {
            // In der Gruppe des Mitglieds geschieht auf einmal an jedem Vorschlag etwas.
            var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
            await db.Ereignisse.Where(e => e.Gegenstand == "Vorschlag").ExecuteUpdateAsync(e => e.SetProperty(x => x.FachgruppeId, gruppe.Id).SetProperty(x => x.PersonId, (int?)null).SetProperty(x => x.Zeitpunkt, portal.Uhr.Jetzt));
        });

        var kurz = await mitglied.Seite("/");
        var lang = await mitglied.Seite(kurz.Finde("[aria-labelledby=neu] p a").GetAttribute("href")!.Replace("#neu", "", StringComparison.Ordinal));

        var (gezeigt, alle) = (kurz.Alle("[aria-labelledby=neu] .p-listeneintrag").Count, lang.Alle("[aria-labelledby=neu] .p-listeneintrag").Count);
        Assert.Equal(12, gezeigt);
        Assert.True(alle > gezeigt);
        Assert.Contains($"{alle - gezeigt} weitere Neuigkeit", kurz.Text);
        Assert.DoesNotContain("weitere Neuigkeit", lang.Text);
        await portal.ZuruecksetzenAsync();
    }

    [Fact]
    public async Task Was_als_gelesen_gilt_ist_nicht_mehr_neu_was_danach_geschah_bleibt_es()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var gesehen = await mitglied.Seite("/");
        Assert.NotEmpty(gesehen.Alle("form[action='/gelesen']"));
        portal.Uhr.Vorstellen(TimeSpan.FromMinutes(5));
        await sprecherin.Abschicken($"/fachgruppen/{Gemeinde.GutAelterWerden}/angaben", new Dictionary<string, string> { ["Turnus"] = "jeden Montag" });
        portal.Uhr.Vorstellen(TimeSpan.FromMinutes(5));

        var danach = await mitglied.Abschicken(gesehen, formular: "form[action='/gelesen']");

        Assert.Contains("hat die Angaben zur Gruppe geändert", danach.Text);
        Assert.DoesNotContain(Gemeinde.Sitzbaenke, danach.Finde("[aria-labelledby=neu]").TextContent);
    }

    [Fact]
    public async Task Die_Seite_fragt_gleich_oft_wie_viel_auch_ansteht()
    {
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        await portal.ZuruecksetzenAsync();
        var vorher = await portal.Abfragen.FuerAsync(sprecherin, "/");
        await portal.Db(async db =>
        {
            var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
            for (var i = 0; i < 20; i++) db.Add(new Portal.Fachgruppen.Beitrittsanfrage(gruppe, "Viele", "Leute", $"viele{i}@beispiel.example", "", portal.Uhr.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
        });

        Assert.Equal(vorher.Count, (await portal.Abfragen.FuerAsync(sprecherin, "/")).Count);
    }

    [Fact]
    public void Jede_Quelle_steht_nur_einmal_in_der_Liste() => Assert.Equal(WasAnsteht.Quellen.Count, WasAnsteht.Quellen.Distinct().Count());
}
