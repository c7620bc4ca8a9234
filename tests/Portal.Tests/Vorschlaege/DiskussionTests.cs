using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Vorschlaege.Diskussion;
using Portal.Zugang;

namespace Portal.Tests.Vorschlaege;

public class DiskussionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static Person Mensch(string vorname, string nachname) => new(vorname, nachname, "x@example.example");

    [Fact]
    public void Der_laengere_Name_geht_vor_und_eine_Mailadresse_spricht_niemanden_an()
    {
        var kim = Mensch("Kim", "Beispiel");
        var meier = Mensch("Kim", "Beispiel-Meier");
        Assert.Equal([meier], Ansprache.In("Hallo @Kim Beispiel-Meier!", [kim, meier]));
        Assert.Equal([kim], Ansprache.In("@kim beispiel, was meinst du?", [kim, meier]));
        Assert.Empty(Ansprache.In("schreib an post@Kim Beispiele", [kim, meier]));
    }

    [Fact]
    public void Heissen_zwei_gleich_sind_beide_angesprochen()
    {
        var (eine, andere, dritte) = (Mensch("Kim", "Beispiel"), Mensch("Kim", "Beispiel"), Mensch("Kim", "Beispielhaft"));
        Assert.Equal([eine, andere], Ansprache.In("@Kim Beispiel, was meinst du?", [eine, andere, dritte]));
    }

    [Fact]
    public void Hervorgehoben_wird_nur_im_Text_nie_im_Tag() => Assert.Equal(
        "<p title=\"@Kim Beispiel\"><strong class=\"p-erwaehnung\">@Kim Beispiel</strong></p>",
        Ansprache.Hervorheben("<p title=\"@Kim Beispiel\">@Kim Beispiel</p>", [Mensch("Kim", "Beispiel")]));

    [Fact]
    public async Task Wer_angesprochen_wird_bekommt_eine_Mail_und_sieht_es_bis_er_antwortet()
    {
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        var name = await portal.Db(db => db.Personen.Where(p => p.Email == Gemeinde.ZweitesMitglied).Select(p => p.Vorname + " " + p.Nachname).SingleAsync());
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var seite = await mitglied.Abschicken($"/vorschlaege/{kennung}/diskussion?ort=Bedarf", new Dictionary<string, string> { ["Text"] = $"@{name} Woher kommt die <b>Zahl</b>?" });
        Assert.Contains("Woher kommt die <b>Zahl</b>?", seite.Text, StringComparison.Ordinal);
        Assert.Equal("Bedarf", await portal.Db(db => db.Kommentare.Where(k => k.Text.Contains("Woher kommt")).Select(k => k.Ort).SingleAsync()));
        Assert.True(await portal.Db(db => db.OutgoingMails.AnyAsync(m => m.ToAddress == Gemeinde.ZweitesMitglied && m.Subject.StartsWith("Sie wurden angesprochen"))));
        Assert.DoesNotContain(await portal.SpurenAsync("Woher kommt"), s => s.StartsWith("OutgoingMails", StringComparison.Ordinal));

        using var zweites = await portal.AngemeldetAls(Gemeinde.ZweitesMitglied);
        var gelesen = await zweites.Seite($"/vorschlaege/{kennung}/diskussion");
        Assert.Contains("spricht Sie an", gelesen.Text, StringComparison.Ordinal);
        var beitrag = await portal.Db(db => db.Kommentare.Where(k => k.Text.Contains("Woher kommt")).Select(k => k.Kennung).SingleAsync());
        var danach = await zweites.Abschicken($"/vorschlaege/{kennung}/diskussion?antwort={beitrag}", new Dictionary<string, string> { ["Text"] = "Aus dem Melderegister." });
        Assert.DoesNotContain("spricht Sie an", danach.Text, StringComparison.Ordinal);
        Assert.Contains("Aus dem Melderegister.", danach.Text, StringComparison.Ordinal);

        await mitglied.Abschicken($"/vorschlaege/{kennung}/diskussion", formular: $"form[action$='{beitrag}/erledigung']");
        Assert.DoesNotContain("Woher kommt", (await mitglied.Seite($"/vorschlaege/{kennung}/diskussion")).Text, StringComparison.Ordinal);
        var alle = await mitglied.Seite($"/vorschlaege/{kennung}/diskussion?alle=true");
        Assert.Contains("Woher kommt", alle.Text, StringComparison.Ordinal);
        await mitglied.Abschicken(alle, formular: $"form[action$='{beitrag}/wiederaufnahme']");
        Assert.Contains("Woher kommt", (await mitglied.Seite($"/vorschlaege/{kennung}/diskussion")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ein_unbekannter_Name_wird_nicht_stillschweigend_uebergangen_und_der_Text_bleibt_stehen()
    {
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var seite = await mitglied.Abschicken($"/vorschlaege/{kennung}/diskussion", new Dictionary<string, string> { ["Text"] = "Mein langer Beitrag", ["Ansprechen"] = "Niemand Da" });
        Assert.Equal(422, (int)seite.Status);
        Assert.Contains("„Niemand Da“ kann hier nicht angesprochen werden.", seite.Text, StringComparison.Ordinal);
        Assert.Equal("Mein langer Beitrag", seite.Finde("#Text").TextContent);
    }

    [Fact]
    public async Task Ein_Mitglied_entfernt_nur_eigene_Beitraege_und_danach_steht_ihr_Text_nirgends_mehr()
    {
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        var name = await portal.Db(db => db.Personen.Where(p => p.Email == Gemeinde.ZweitesMitglied).Select(p => p.Vorname + " " + p.Nachname).SingleAsync());
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        await mitglied.Abschicken($"/vorschlaege/{kennung}/diskussion", new Dictionary<string, string> { ["Text"] = $"@{name} Nur kurz da, Zugvogel im Nebel" });
        var beitrag = await portal.Db(db => db.Kommentare.Where(k => k.Text.EndsWith("Nur kurz da, Zugvogel im Nebel")).Select(k => k.Kennung).SingleAsync());
        using var zweites = await portal.AngemeldetAls(Gemeinde.ZweitesMitglied);
        Assert.Equal(422, (int)(await zweites.Senden($"/vorschlaege/{kennung}/diskussion/{beitrag}/entfernung")).Status);
        await mitglied.Abschicken($"/vorschlaege/{kennung}/diskussion/{beitrag}/entfernung");

        Befund.Leer(await portal.SpurenAsync("Zugvogel im Nebel"));
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        Assert.Contains("Beitrag zur Diskussion", (await gf.Seite("/verlauf?gegenstand=Kommentar")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Gemeinde.Sprecherin), InlineData(Gemeinde.Geschaeftsfuehrung)]
    public async Task Einen_fremden_Beitrag_entfernt_eine_Sprecherin_oder_die_Geschaeftsfuehrung_mit_einem_Grund_der_stehen_bleibt(string email)
    {
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        var wort = "Zugvogel " + email[..email.IndexOf('@', StringComparison.Ordinal)];
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        await mitglied.Abschicken($"/vorschlaege/{kennung}/diskussion", new Dictionary<string, string> { ["Text"] = $"Über die Nachbarin {wort}" });
        var beitrag = await portal.Db(db => db.Kommentare.Where(k => k.Text.EndsWith(wort)).Select(k => k.Kennung).SingleAsync());
        using var andere = await portal.AngemeldetAls(email);
        await andere.Abschicken($"/vorschlaege/{kennung}/diskussion?antwort={beitrag}", new Dictionary<string, string> { ["Text"] = $"Die Antwort auf {beitrag} bleibt." });

        var ohne = await andere.Abschicken($"/vorschlaege/{kennung}/diskussion/{beitrag}/entfernung", new Dictionary<string, string> { ["Grund"] = " " });
        Assert.Equal(422, (int)ohne.Status);
        Assert.Contains("Bitte nennen Sie den Grund", ohne.Text, StringComparison.Ordinal);
        await andere.Abschicken($"/vorschlaege/{kennung}/diskussion/{beitrag}/entfernung", new Dictionary<string, string> { ["Grund"] = $"Eine Person ist zu erkennen ({beitrag})." });

        var gelesen = await mitglied.Seite($"/vorschlaege/{kennung}/diskussion");
        var stelle = gelesen.Finde($"#beitrag-{beitrag}").TextContent;
        Assert.Contains($"Eine Person ist zu erkennen ({beitrag}).", stelle, StringComparison.Ordinal);
        Assert.Contains("entfernt. Der Grund:", stelle, StringComparison.Ordinal);
        Assert.Contains($"Die Antwort auf {beitrag} bleibt.", gelesen.Text, StringComparison.Ordinal);
        Befund.Leer(await portal.SpurenAsync(wort));
        Assert.True(await portal.Db(db => db.OutgoingMails.AnyAsync(m => m.ToAddress == Gemeinde.Mitglied && m.Subject == $"Ihr Beitrag wurde entfernt (Vorschlag {kennung})" && !m.TextBody.Contains("zu erkennen"))));
    }

    [Fact]
    public async Task Ist_die_Beratung_beendet_laedt_der_Vorschlag_nicht_mehr_zum_Kommentieren_ein()
    {
        var beendet = await portal.Db(db => db.Vorschlaege.Where(v => v.Zustand == Vorschlagszustand.Abgeschlossen).OrderBy(v => v.Id).Select(v => v.Kennung).FirstAsync());
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        Assert.DoesNotContain((await gf.Seite($"/vorschlaege/{beendet}")).Alle(".p-beitraege a"), a => a.TextContent.StartsWith("Kommentieren", StringComparison.Ordinal));
        var offen = await gf.Seite($"/vorschlaege/{await portal.KennungAsync(Gemeinde.BesuchZum75)}");
        Assert.Contains(offen.Alle(".p-beitraege a"), a => a.TextContent.StartsWith("Kommentieren", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Gemeinde.FremdesMitglied), InlineData(Gemeinde.Konferenzmitglied), InlineData(Gemeinde.Administration)]
    public async Task Ausserhalb_des_Kreises_gibt_es_keine_Diskussion_auch_bei_oeffentlichen_Vorschlaegen(string email)
    {
        var kennung = await portal.KennungAsync(Gemeinde.Anlaufstellen);
        using var andere = await portal.AngemeldetAls(email);
        Assert.Equal(404, (int)(await andere.Seite($"/vorschlaege/{kennung}/diskussion")).Status);
        Assert.Equal(404, (int)(await andere.Senden($"/vorschlaege/{kennung}/diskussion", new Dictionary<string, string> { ["Text"] = "x" })).Status);
        Assert.DoesNotContain("/diskussion", (await andere.Seite($"/vorschlaege/{kennung}")).Quelltext, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Die_Deckung_zeigt_der_Oeffentlichkeit_nur_Veroeffentlichtes()
    {
        using var alle = portal.Oeffentlichkeit();
        var seite = await alle.Seite($"/deckung?fachgruppe={Gemeinde.GutAelterWerden}");
        Assert.Contains(Gemeinde.Anlaufstellen, seite.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Gemeinde.BesuchZum75, seite.Text, StringComparison.Ordinal);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Contains(Gemeinde.BesuchZum75, (await mitglied.Seite($"/deckung?fachgruppe={Gemeinde.GutAelterWerden}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await alle.Seite("/deckung?handlungsfeld=gibtesnicht")).Status);
    }
}
