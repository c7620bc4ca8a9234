using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Vorschlaege;

/// <summary>Einreichen, sichten, zurückgeben, zurückziehen, veröffentlichen und das zurücknehmen, wie Menschen es im Browser tun.</summary>
public class WegTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static Dictionary<string, string> Grund(string text) => new() { ["Grund"] = text };

    [Fact]
    public async Task Eine_Sprecherin_sieht_vor_dem_Einreichen_jede_Luecke_mit_ihrem_Weg_dorthin()
    {
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        await portal.Db(async db =>
        {
            await db.Feldinhalte.Where(f => f.Feld == Vorschlagsfeld.Bedarf && db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)).ExecuteUpdateAsync(s => s.SetProperty(f => f.Wert, ""));
        });
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var seite = await sprecherin.Seite($"/vorschlaege/{kennung}/einreichung");
        Assert.Contains("„Bedarf“ ist noch leer.", seite.Finde($"a[href='/vorschlaege/{kennung}/schreiben#feld-Bedarf']").TextContent, StringComparison.Ordinal);

        var versuch = await sprecherin.Senden($"/vorschlaege/{kennung}/einreichung");
        Assert.Equal(422, (int)versuch.Status);
        Assert.Equal(Vorschlagszustand.InBeratung, await Zustand(kennung));
    }

    [Fact]
    public async Task Die_Geschaeftsfuehrung_nimmt_an_und_veroeffentlicht_erst_dann_liest_es_die_Oeffentlichkeit()
    {
        var kennung = await portal.KennungAsync(Gemeinde.Sitzbaenke);
        using var alle = portal.Oeffentlichkeit();
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        Assert.Contains(Gemeinde.Sitzbaenke, (await gf.Seite("/sichtung")).Text, StringComparison.Ordinal);

        await gf.Abschicken($"/vorschlaege/{kennung}/sichtung", Grund("Interne Notiz Zugvogel im Nebel"), $"form[action='/vorschlaege/{kennung}/sichtung']");
        Assert.Equal(Vorschlagszustand.Gesichtet, await Zustand(kennung));
        // Wer die Seite noch offen hatte, hat nichts falsch eingegeben.
        var nochmal = await gf.Senden($"/vorschlaege/{kennung}/sichtung", Grund(""));
        Assert.Equal((422, "Das ging nicht"), ((int)nochmal.Status, nochmal.Finde("#fehlerliste h2").TextContent));
        Assert.Equal(404, (int)(await alle.Seite($"/vorschlaege/{kennung}")).Status);
        // Im Brief steht, wo es zu lesen ist, nicht was.
        Assert.True(await portal.Db(db => db.OutgoingMails.AnyAsync(m => m.ToAddress == Gemeinde.Mitglied && m.Subject == $"Angenommen: Vorschlag {kennung}" && !m.TextBody.Contains("Zugvogel im Nebel") && !m.TextBody.Contains(Gemeinde.Sitzbaenke))));

        var fertig = await gf.Abschicken($"/vorschlaege/{kennung}/veroeffentlichung", formular: $"form[action='/vorschlaege/{kennung}/veroeffentlichung']");
        Assert.Equal(200, (int)fertig.Status);
        var oeffentlich = await alle.Seite($"/vorschlaege/{kennung}");
        Assert.Equal(200, (int)oeffentlich.Status);
        Assert.Equal(Gemeinde.Sitzbaenke, oeffentlich.Ueberschrift);
        Assert.DoesNotContain("Zugvogel im Nebel", oeffentlich.Quelltext, StringComparison.Ordinal);
        Assert.DoesNotContain("/diskussion", oeffentlich.Quelltext, StringComparison.Ordinal);
        var namen = await portal.Db(db => db.Personen.Select(p => p.Vorname + " " + p.Nachname).ToListAsync());
        Assert.DoesNotContain(namen, n => oeffentlich.Text.Contains(n, StringComparison.Ordinal));
        Assert.Contains(Gemeinde.Sitzbaenke, (await alle.Seite("/vorschlaege")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eine_zurueckgenommene_Veroeffentlichung_findet_niemand_mehr_bis_sie_wieder_kommt()
    {
        var kennung = await portal.KennungAsync(Gemeinde.Anlaufstellen);
        var vorher = await Zustand(kennung);
        using var alle = portal.Oeffentlichkeit();
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        // Zweimal: das zweite Mal käme die Seite aus dem Gemerkten.
        foreach (var _ in (int[])[1, 2]) Assert.Equal(200, (int)(await alle.Seite($"/vorschlaege/{kennung}")).Status);
        Assert.DoesNotContain("/ruecknahme", (await mitglied.Seite($"/vorschlaege/{kennung}")).Quelltext, StringComparison.Ordinal);

        var ohne = await gf.Abschicken($"/vorschlaege/{kennung}/ruecknahme", Grund(" "));
        Assert.Equal(422, (int)ohne.Status);
        Assert.Contains("Bitte schreiben Sie der Gruppe, warum", ohne.Finde("#Grund-fehler").TextContent, StringComparison.Ordinal);
        await gf.Abschicken($"/vorschlaege/{kennung}/ruecknahme", Grund("Im Bedarf ist eine Person zu erkennen Zugvogel am Tag."));

        Assert.Equal(404, (int)(await alle.Seite($"/vorschlaege/{kennung}")).Status);
        foreach (var liste in (string[])["/vorschlaege", "/", $"/deckung?fachgruppe={Gemeinde.GutAelterWerden}"])
            Assert.DoesNotContain(Gemeinde.Anlaufstellen, (await alle.Seite(liste)).Text, StringComparison.Ordinal);
        Assert.Equal(vorher, await Zustand(kennung));
        Assert.Contains("Zugvogel am Tag", (await mitglied.Seite($"/vorschlaege/{kennung}")).Text, StringComparison.Ordinal);
        Assert.True(await portal.Db(db => db.OutgoingMails.AnyAsync(m => m.ToAddress == Gemeinde.Mitglied && m.Subject == $"Nicht mehr öffentlich: Vorschlag {kennung}" && !m.TextBody.Contains("Zugvogel am Tag"))));

        await gf.Abschicken($"/vorschlaege/{kennung}/veroeffentlichung", formular: $"form[action='/vorschlaege/{kennung}/veroeffentlichung']");
        var wieder = await alle.Seite($"/vorschlaege/{kennung}");
        Assert.Equal(200, (int)wieder.Status);
        Assert.Contains("hat die Veröffentlichung zurückgenommen", wieder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zugvogel am Tag", wieder.Quelltext, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rueckgabe_braucht_Gruende_und_nennt_sie_der_Gruppe_und_danach_reicht_sie_wieder_ein()
    {
        var kennung = await Eingereichter("2032-1");
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var ohne = await gf.Abschicken($"/vorschlaege/{kennung}/sichtung", Grund("  "), $"form[action='/vorschlaege/{kennung}/rueckgabe']");
        Assert.Equal((422, "Bitte prüfen Sie Ihre Eingaben"), ((int)ohne.Status, ohne.Finde("#fehlerliste h2").TextContent));
        Assert.Contains("Bitte schreiben Sie der Gruppe, warum", ohne.Finde("#fehlerliste a[href='#Grund']").TextContent, StringComparison.Ordinal);
        Assert.Contains("Bitte schreiben Sie der Gruppe, warum", ohne.Finde("#Grund-fehler").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", ohne.Finde("#Grund").GetAttribute("aria-invalid"));

        await gf.Abschicken($"/vorschlaege/{kennung}/sichtung", Grund("Die Kosten fehlen."), $"form[action='/vorschlaege/{kennung}/rueckgabe']");
        Assert.Equal(Vorschlagszustand.Zurueckgegeben, await Zustand(kennung));
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Contains("Die Kosten fehlen.", (await mitglied.Seite($"/vorschlaege/{kennung}")).Text, StringComparison.Ordinal);

        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        await sprecherin.Abschicken($"/vorschlaege/{kennung}/einreichung", formular: $"form[action='/vorschlaege/{kennung}/einreichung']");
        Assert.Equal(Vorschlagszustand.Eingereicht, await Zustand(kennung));
    }

    [Fact]
    public async Task Nach_der_Frist_geht_es_nicht_auch_wenn_die_Seite_schon_offen_war()
    {
        var kennung = await Vollstaendiger("2032-2");
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var offen = await sprecherin.Seite($"/vorschlaege/{kennung}/einreichung");
        Assert.NotEmpty(offen.Alle($"form[action='/vorschlaege/{kennung}/einreichung']"));
        var bisher = (await portal.Db(db => db.EinreichungsfristAsync()))?.LetzterTag;
        try
        {
            await portal.Db(db => db.Kommune.ExecuteUpdateAsync(s => s.SetProperty(k => k.Einreichungsfrist, new DateOnly(2020, 1, 1))));
            var versuch = await sprecherin.Abschicken(offen, formular: $"form[action='/vorschlaege/{kennung}/einreichung']");
            Assert.Equal(422, (int)versuch.Status);
            Assert.Contains("Die Einreichungsfrist endete am 1. Januar 2020.", versuch.Text, StringComparison.Ordinal);
            Assert.Equal(Vorschlagszustand.Entwurf, await Zustand(kennung));
        }
        finally
        {
            await portal.Db(db => db.Kommune.ExecuteUpdateAsync(s => s.SetProperty(k => k.Einreichungsfrist, bisher)));
        }
    }

    [Fact]
    public async Task Eingereicht_heisst_eine_Fassung_und_Post_an_Geschaeftsfuehrung_und_Gruppe()
    {
        var kennung = await Vollstaendiger("2032-3");
        await OhneFrist();
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        await sprecherin.Abschicken($"/vorschlaege/{kennung}/einreichung", formular: $"form[action='/vorschlaege/{kennung}/einreichung']");

        Assert.Equal(Vorschlagszustand.Eingereicht, await Zustand(kennung));
        Assert.Equal(Fassungsanlass.Eingereicht, await portal.Db(db => db.Fassungen.Where(f => db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)).Select(f => f.Anlass).SingleAsync()));
        var empfaenger = await portal.Db(db => db.OutgoingMails.Where(m => m.Subject.Contains(kennung)).Select(m => m.ToAddress).ToListAsync());
        Assert.Contains(Gemeinde.Geschaeftsfuehrung, empfaenger);
        Assert.Contains(Gemeinde.Mitglied, empfaenger);
        Assert.DoesNotContain(Gemeinde.Sprecherin, empfaenger);
    }

    [Fact]
    public async Task Zurueckziehen_braucht_einen_Grund_und_die_Sprecherin()
    {
        var kennung = await Vollstaendiger("2032-4");
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Equal(422, (int)(await mitglied.Senden($"/vorschlaege/{kennung}/zurueckziehung", Grund("Weil ich will"))).Status);
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        Assert.Equal(422, (int)(await sprecherin.Abschicken($"/vorschlaege/{kennung}/zurueckziehung", Grund(""))).Status);
        await sprecherin.Abschicken($"/vorschlaege/{kennung}/zurueckziehung", Grund("Wird im Pflegebedarfsplan mitbehandelt."));
        Assert.Equal(Vorschlagszustand.Zurueckgezogen, await Zustand(kennung));
    }

    [Theory]
    [InlineData("beratung"), InlineData("entwurf"), InlineData("einreichung"), InlineData("zurueckziehung"), InlineData("sichtung"), InlineData("rueckgabe"), InlineData("veroeffentlichung"), InlineData("ruecknahme"), InlineData("diskussion")]
    public async Task Fremde_finden_keine_Tat_und_aendern_nichts(string tat)
    {
        var kennung = await portal.KennungAsync(Gemeinde.Sitzbaenke) is var k && tat.Length > 0 ? k : "";
        var vorher = await Zustand(kennung);
        using var fremde = await portal.AngemeldetAls(Gemeinde.FremdeSprecherin);
        Assert.Equal(404, (int)(await fremde.Senden($"/vorschlaege/{kennung}/{tat}", new Dictionary<string, string> { ["Grund"] = "x", ["Text"] = "x" })).Status);
        using var alle = portal.Oeffentlichkeit();
        Assert.Equal(302, (int)(await alle.Senden($"/vorschlaege/{kennung}/{tat}")).Status);
        Assert.Equal(vorher, await Zustand(kennung));
    }

    [Fact]
    public async Task Die_Seite_eines_Vorschlags_kostet_hoechstens_sieben_Abfragen()
    {
        var kennung = await portal.KennungAsync(Gemeinde.Anlaufstellen);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        await portal.Abfragen.HoechstensAsync(7, mitglied, $"/vorschlaege/{kennung}");
    }

    private Task<Vorschlagszustand> Zustand(string kennung) => portal.Db(db => db.Vorschlaege.Where(v => v.Kennung == kennung).Select(v => v.Zustand).SingleAsync());

    private Task OhneFrist() => portal.Db(db => db.Kommune.ExecuteUpdateAsync(s => s.SetProperty(k => k.Einreichungsfrist, (DateOnly?)null)));

    /// <summary>Ein Entwurf, dem nichts mehr fehlt: der Text der Anlaufstellen unter neuer Kennung.</summary>
    private async Task<string> Vollstaendiger(string kennung)
    {
        await OhneFrist();
        await portal.Db(async db =>
        {
            var quelle = await db.Vorschlaege.Include(v => v.Felder).Include(v => v.Zeilen).Include(v => v.Sozialraeume).Include(v => v.Handlungsfeld).Include(v => v.Fachgruppe).AsSplitQuery().SingleAsync(v => v.Titel == Gemeinde.Anlaufstellen);
            var person = await db.Personen.SingleAsync(p => p.Email == Gemeinde.Sprecherin);
            var wer = new Portal.Zugang.Akteur(person.Id, person.Name, [], new Dictionary<int, Portal.Zugang.Mitgliedsrolle> { [quelle.FachgruppeId] = Portal.Zugang.Mitgliedsrolle.Sprecher });
            var jetzt = portal.Uhr.Jetzt;
            var neu = new Vorschlag(kennung, quelle.Fachgruppe, "Probe " + kennung, wer, jetzt);
            foreach (var feld in quelle.Felder.Where(f => f.Feld is not (Vorschlagsfeld.Titel or Vorschlagsfeld.Handlungsfeld or Vorschlagsfeld.Sozialraeume))) neu.Schreiben(feld.Feld, feld.Wert, feld.Html, wer, jetzt);
            neu.HandlungsfeldWaehlen(quelle.Handlungsfeld, wer, jetzt);
            neu.SozialraeumeWaehlen([.. quelle.Sozialraeume], wer, jetzt);
            foreach (var zeile in quelle.Zeilen) neu.ZeileSchreiben(neu.ZeileHinzufuegen(zeile.Zielfeld, wer, jetzt), zeile.Werte, wer, jetzt);
            db.Add(neu);
            await db.SaveChangesAsync();
        });
        return kennung;
    }

    private async Task<string> Eingereichter(string kennung)
    {
        await Vollstaendiger(kennung);
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        await sprecherin.Abschicken($"/vorschlaege/{kennung}/einreichung", formular: $"form[action='/vorschlaege/{kennung}/einreichung']");
        return kennung;
    }
}
