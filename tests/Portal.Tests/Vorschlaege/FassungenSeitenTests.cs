using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Vorschlaege;

public sealed class FassungenSeitenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<string> Neuer(string titel)
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        return (await mitglied.Abschicken("/vorschlaege/neu", new Dictionary<string, string> { ["Fachgruppe"] = Gemeinde.GutAelterWerden, ["Titel"] = titel })).Adresse.Split('/')[2];
    }

    [Fact]
    public async Task Festhalten_vergleichen_und_wiederherstellen()
    {
        var kennung = await Neuer("Drei Fassungen");
        using var wer = await Schreibende.AlsAsync(portal, Gemeinde.Mitglied, kennung);
        var fassungen = $"/vorschlaege/{kennung}/fassungen";
        await wer.FeldAsync(Vorschlagsfeld.Bedarf, "Es fehlen zwei Stellen.", 0, "");
        var zeile = await wer.ZeileAsync("programme");
        await wer.SpeichernAsync($"zeilen/{zeile}", 0, new() { ["ziel"] = "Besuche finden statt" }, []);
        var liste = await wer.Client.Abschicken(fassungen, new Dictionary<string, string> { ["Notiz"] = "nach der Sitzung" });
        Assert.Contains("„nach der Sitzung“", liste.Text, StringComparison.Ordinal);
        Assert.Contains("Seit der letzten Fassung hat niemand etwas geändert.", liste.Text, StringComparison.Ordinal);

        await wer.FeldAsync(Vorschlagsfeld.Bedarf, "Es fehlen vier Stellen.", 1, "Es fehlen zwei Stellen.");
        await wer.SpeichernAsync($"zeilen/{zeile}", 1, new() { ["ziel"] = "Besuche am Abend" }, new() { ["ziel"] = "Besuche finden statt" });
        var vergleich = await wer.Client.Seite($"{fassungen}/vergleich?von=1&mit=jetzt");
        Assert.Equal(["zwei"], vergleich.Alle("section[aria-labelledby=h-Bedarf] del").Select(d => d.TextContent));
        Assert.Equal(["vier"], vergleich.Alle("section[aria-labelledby=h-Bedarf] ins").Select(d => d.TextContent));
        Assert.Contains("Zeile 1: geändert", vergleich.Text, StringComparison.Ordinal);

        Assert.Contains("wiederherstellen?", (await wer.Client.Seite($"{fassungen}/1/wiederherstellung")).Ueberschrift, StringComparison.Ordinal);
        var zurueck = await wer.Client.Abschicken($"{fassungen}/1/wiederherstellung");
        Assert.Contains("steht jetzt als Fassung 3", zurueck.Meldungen, StringComparison.Ordinal);
        Assert.Equal("Es fehlen zwei Stellen.", zurueck.Finde("#feld-Bedarf").TextContent.Trim());
        Assert.Equal("Besuche finden statt", zurueck.Finde($"#zeile-{zeile}-ziel").TextContent.Trim());
        Assert.Contains("Es fehlen vier Stellen.", (await wer.Client.Seite($"{fassungen}/2")).Text, StringComparison.Ordinal);
        Assert.Contains("Diese beiden Fassungen sind gleich.", (await wer.Client.Seite($"{fassungen}/vergleich?von=1&mit=3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wer_nach_jemand_anderem_weiterschreibt_findet_dessen_Stand_als_Fassung()
    {
        var kennung = await Neuer("Übergabe");
        using var erste = await Schreibende.AlsAsync(portal, Gemeinde.Mitglied, kennung);
        using var zweite = await Schreibende.AlsAsync(portal, Gemeinde.ZweitesMitglied, kennung);
        await erste.FeldAsync(Vorschlagsfeld.Bedarf, "von der Ersten", 0, "");
        await zweite.FeldAsync(Vorschlagsfeld.Bedarf, "von der Zweiten", 1, "von der Ersten");
        await erste.FeldAsync(Vorschlagsfeld.Bedarf, "wieder von der Ersten", 2, "von der Zweiten");

        var fassung = await portal.Db(db => db.Fassungen.SingleAsync(f => db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)));

        Assert.Equal((1, Fassungsanlass.Uebergabe, "von der Ersten"), (fassung.Nummer, fassung.Anlass, fassung.Inhalt().Feld(Vorschlagsfeld.Bedarf)));
    }

    [Fact]
    public async Task Die_Oeffentlichkeit_liest_nur_die_eingereichte_Fassung_eines_veroeffentlichten_Vorschlags()
    {
        var kennung = await portal.KennungAsync(Gemeinde.Anlaufstellen);
        using var alle = portal.Oeffentlichkeit();
        var eingereicht = await portal.Db(db => db.Fassungen.Where(f => db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)).Select(f => new { f.Nummer, f.Anlass }).ToListAsync());

        var liste = await alle.Seite($"/vorschlaege/{kennung}/fassungen");

        Assert.Equal(HttpStatusCode.OK, liste.Status);
        foreach (var fassung in eingereicht)
            Assert.Equal(fassung.Anlass == Fassungsanlass.Eingereicht && fassung == eingereicht.Last(f => f.Anlass == Fassungsanlass.Eingereicht) ? HttpStatusCode.OK : HttpStatusCode.NotFound,
                (await alle.Seite($"/vorschlaege/{kennung}/fassungen/{fassung.Nummer}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await alle.Seite($"/vorschlaege/{kennung}/fassungen/vergleich?von={eingereicht[^1].Nummer}&mit=jetzt")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await alle.Seite($"/vorschlaege/{await portal.KennungAsync(Gemeinde.BesuchZum75)}/fassungen")).Status);
    }

    [Theory]
    [InlineData("von=abc&mit=jetzt")]
    [InlineData("von=1&mit=99999999999999")]
    [InlineData("von=-1&mit=1")]
    [InlineData("von=jetzt&mit=0")]
    public async Task Unsinnige_Adressen_sind_404(string suche)
    {
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);

        Assert.Equal(HttpStatusCode.NotFound, (await mitglied.Seite($"/vorschlaege/{kennung}/fassungen/vergleich?{suche}")).Status);
    }

    [Fact]
    public async Task Nach_dem_Einreichen_laesst_sich_nichts_wiederherstellen()
    {
        var kennung = await portal.KennungAsync(Gemeinde.Sitzbaenke);
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);

        var seite = await sprecherin.Senden($"/vorschlaege/{kennung}/fassungen/1/wiederherstellung");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Contains("sein Text ist festgehalten", seite.Text, StringComparison.Ordinal);
    }
}
