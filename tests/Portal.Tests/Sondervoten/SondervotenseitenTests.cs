using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Konferenzen;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Sondervoten;
using Portal.Tests.Support;

namespace Portal.Tests.Sondervoten;

/// <summary>Von der überstimmten Stimme bis zur Seite des Vorschlags, wie es die Beteiligten im Browser tun.</summary>
public sealed class SondervotenseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private const string Verfasser = "samira.el-khatib@musterstadt.example";
    private const string Mitzeichner = Gemeinde.Konferenzmitglied;
    private const string Mehrheit = "ulrich.gross@musterstadt.example";

    public Task InitializeAsync() => portal.ZuruecksetzenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Eine_Minderheit_schreibt_zeichnet_mit_und_nach_der_Frist_lesen_es_alle()
    {
        var abstimmung = await AbstimmungAsync(Gemeinde.AbstimmungMitOffenemSondervotum);
        var (vorschlag, hier) = await portal.Db(db => db.Sondervoten.Where(s => s.Abstimmung.Antrag.StartsWith(Gemeinde.AbstimmungMitOffenemSondervotum))
            .Select(s => new ValueTuple<string, string>("/vorschlaege/" + s.Vorschlag!.Kennung, "/sondervoten/" + s.Kennung)).SingleAsync());
        using var niemand = portal.Oeffentlichkeit();
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var mitzeichner = await portal.AngemeldetAls(Mitzeichner);
        using var mehrheit = await portal.AngemeldetAls(Mehrheit);

        // Offen: nur die Konferenz liest es, auf der Seite, beim Vorschlag und bei der Abstimmung.
        foreach (var (wer, liest) in ((PortalClient, bool)[])[(niemand, false), (mitglied, false), (mitzeichner, true), (mehrheit, true)])
        {
            Assert.Equal(liest ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await wer.Seite(hier)).Status);
            Assert.Equal(liest, (await wer.Seite(vorschlag)).Text.Contains("Eine Minderheit der Sozialplanungskonferenz", StringComparison.Ordinal));
        }
        Assert.DoesNotContain("El-Khatib", (await mitglied.Seite(abstimmung)).Text, StringComparison.Ordinal);

        // Wer mit der Mehrheit stimmte, liest, warum er nicht mitzeichnen kann; auch von Hand gesendet geschieht nichts.
        Assert.Contains("Ein Sondervotum gibt die Minderheit ab.", (await mehrheit.Seite(hier)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mehrheit.Senden(hier + "/mitzeichnung")).Status);
        Assert.DoesNotContain("Sondervotum", (await mehrheit.Seite("/")).Text, StringComparison.Ordinal);

        Assert.Contains("Sondervotum mitzeichnen?", (await mitzeichner.Seite("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Ihr Name steht unter dem Sondervotum.", (await mitzeichner.Abschicken(hier, formular: "form[action$='/mitzeichnung']")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sondervotum mitzeichnen?", (await mitzeichner.Seite("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mitzeichner.Senden(hier + "/mitzeichnung")).Status);
        using var verfasser = await portal.AngemeldetAls(Verfasser);
        Assert.Contains("Andere haben dieses Sondervotum mitgezeichnet.", (await verfasser.Seite(hier)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await verfasser.Senden(hier + "/text", Felder(("Text", "Anders"), ("Version", "1")))).Status);

        await VerstreichenAsync();
        foreach (var wer in (PortalClient[])[niemand, mitglied])
        {
            Assert.Contains("Samira El-Khatib (Wissenschaft und Praxis), Friederike Thomsen (Politik)", (await wer.Seite(vorschlag)).Text, StringComparison.Ordinal);
            Assert.Contains("Friederike Thomsen", (await wer.Seite(hier)).Text, StringComparison.Ordinal);
        }
        Assert.Contains("El-Khatib", (await mitglied.Seite(abstimmung)).Text, StringComparison.Ordinal);
        foreach (var tat in (string[])["mitzeichnung", "ruecknahme"]) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mitzeichner.Senden($"{hier}/{tat}", Felder(("Bestaetigt", "true")))).Status);
        Assert.Equal(2, await portal.Db(db => db.Sondervoten.Where(s => s.Abstimmung.Antrag.StartsWith(Gemeinde.AbstimmungMitOffenemSondervotum)).Select(s => s.Mitzeichnungen.Count).SingleAsync()));
    }

    [Fact]
    public async Task Namen_liest_die_Oeffentlichkeit_nur_wenn_die_Geschaeftsordnung_es_erlaubt()
    {
        await VerstreichenAsync();
        var vorschlag = await portal.Db(db => db.Sondervoten.Where(s => s.Abstimmung.Antrag.StartsWith(Gemeinde.AbstimmungMitOffenemSondervotum)).Select(s => "/vorschlaege/" + s.Vorschlag!.Kennung).SingleAsync());
        foreach (var ordnung in await portal.Db(db => db.Geschaeftsordnungen.AsNoTracking().ToListAsync()))
        {
            var verdeckt = ordnung.Inhalt with { SitzeOeffentlich = false };
            await portal.Db(db => db.Geschaeftsordnungen.Where(g => g.Id == ordnung.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.Inhalt, verdeckt)));
        }
        using var niemand = portal.Oeffentlichkeit();
        var seite = await niemand.Seite(vorschlag);
        Assert.Contains("1 Sitz der Bank Wissenschaft und Praxis", seite.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("El-Khatib", seite.Text, StringComparison.Ordinal);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Assert.Contains("Samira El-Khatib", (await mitglied.Seite(vorschlag)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abgeben_aendern_und_zuruecknehmen()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var abstimmung = await GeschlosseneAsync(gf, "Soll die Prioritätenliste so gelten?", (Mehrheit, Stimme.Ja), (Verfasser, Stimme.Nein));
        using var verfasserin = await portal.AngemeldetAls(Verfasser);
        using var mehrheit = await portal.AngemeldetAls(Mehrheit);
        Assert.Contains("Ein Sondervotum gibt die Minderheit ab.", (await mehrheit.Seite(abstimmung)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mehrheit.Senden(abstimmung + "/sondervoten", Felder(("Text", "Doch anders")))).Status);

        var formular = await verfasserin.Seite((await verfasserin.Seite(abstimmung)).Finde("a[href$='/sondervoten/neu']").GetAttribute("href")!);
        var leer = await verfasserin.Abschicken(formular, Felder(("Text", " ")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leer.Status);
        Assert.Contains("Bitte schreiben Sie, was die Minderheit anders sieht und warum.", leer.Meldungen, StringComparison.Ordinal);
        var fremder = await verfasserin.Senden(abstimmung + "/sondervoten", Felder(("Text", "Anders"), ("Vorschlag", "1999-1")));
        Assert.Contains("Zu diesem Vorschlag gibt es keine Empfehlung der Konferenz.", fremder.Text, StringComparison.Ordinal);

        var vorschlag = formular.Alle("select[name=Vorschlag] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        var seite = await verfasserin.Abschicken(formular.Adresse, Felder(("Text", "Erst die **Beratung**, dann die Liste."), ("Vorschlag", vorschlag)));
        Assert.Contains("Ihr Sondervotum ist abgegeben.", seite.Text, StringComparison.Ordinal);
        Assert.Equal("Beratung", seite.Finde(".p-markdown strong").TextContent);
        Assert.Contains("Erst die Beratung", (await verfasserin.Seite("/vorschlaege/" + vorschlag)).Text, StringComparison.Ordinal);
        // Nachricht bekommt, wer es mitzeichnen kann: nicht die Mehrheit, nicht wer es schrieb.
        var post = await portal.Db(db => db.OutgoingMails.Where(m => m.Subject.StartsWith("Sondervotum zum Mitzeichnen")).Select(m => m.ToAddress).ToListAsync());
        Assert.Contains(Gemeinde.Konferenzmitglied, post);
        Assert.DoesNotContain(Mehrheit, post);
        Assert.DoesNotContain(Verfasser, post);
        Assert.Equal(post.Distinct().Count(), post.Count);

        var geaendert = await verfasserin.Abschicken(seite.Adresse + "/text", Felder(("Text", "Erst beraten, dann priorisieren.")));
        Assert.Contains("Erst beraten, dann priorisieren.", geaendert.Text, StringComparison.Ordinal);
        var zweites = await verfasserin.Senden(abstimmung + "/sondervoten", Felder(("Text", "Noch eines"), ("Vorschlag", vorschlag)));
        Assert.Contains("Ihr Sitz steht schon unter einem Sondervotum zu dieser Empfehlung.", zweites.Text, StringComparison.Ordinal);

        var unbestaetigt = await verfasserin.Abschicken(seite.Adresse + "/ruecknahme");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unbestaetigt.Status);
        Assert.Contains("Das Sondervotum ist zurückgezogen.", (await verfasserin.Abschicken(seite.Adresse + "/ruecknahme", Felder(("Bestaetigt", "true")))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await gf.Seite(seite.Adresse)).Status);
        Assert.Contains("hat das Sondervotum zurückgezogen", (await gf.Seite("/verlauf?gegenstand=Sondervotum")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aendern_und_mitzeichnen_im_selben_Augenblick_lassen_niemanden_unter_fremdem_Text_stehen()
    {
        for (var versuch = 0; versuch < 4; versuch++)
        {
            await portal.ZuruecksetzenAsync();
            using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
            var abstimmung = await GeschlosseneAsync(gf, $"Antrag {versuch}?", (Mehrheit, Stimme.Ja), (Verfasser, Stimme.Nein), (Gemeinde.Konferenzmitglied, Stimme.Nein));
            using var eine = await portal.AngemeldetAls(Verfasser);
            using var andere = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
            var hier = (await eine.Abschicken(abstimmung + "/sondervoten/neu", Felder(("Text", "Alter Text")))).Adresse;
            var version = (await eine.Seite(hier + "/text")).Finde("input[name=Version]").GetAttribute("value")!;

            var antworten = await Task.WhenAll(
                Task.Run(() => eine.Senden(hier + "/text", Felder(("Text", "Neuer Text"), ("Version", version)))),
                Task.Run(() => andere.Senden(hier + "/mitzeichnung")));

            var (text, namen) = await portal.Db(db => db.Sondervoten.Where(s => "/sondervoten/" + s.Kennung == hier).Select(s => new ValueTuple<string, int>(s.Text, s.Mitzeichnungen.Count)).SingleAsync());
            Assert.Equal(HttpStatusCode.Redirect, antworten[1].Status);
            Assert.Equal(2, namen);
            // Entweder wurde vorher geändert, oder der Text blieb, und es steht da, warum.
            Assert.Equal(antworten[0].Status == HttpStatusCode.Redirect ? "Neuer Text" : "Alter Text", text);
            Assert.Contains(antworten[0].Status, (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict]);
        }
    }

    private async Task<string> AbstimmungAsync(string antrag) => "/konferenz/abstimmungen/" + await portal.Db(db => db.Abstimmungen.Where(a => a.Antrag.StartsWith(antrag)).Select(a => a.Kennung).SingleAsync());

    /// <summary>Stellt die Frist jedes Sondervotums auf gestern: Es zählt die Uhr, nicht, ob etwas gelaufen ist.</summary>
    private Task VerstreichenAsync() => portal.Db(db =>
    {
        var gestern = Grundbegriffe.Ortszeit.Datum(portal.Uhr.Jetzt).AddDays(-1);
        return db.Sondervoten.ExecuteUpdateAsync(s => s.SetProperty(v => v.LetzterTag, gestern));
    });

    /// <summary>Angenommen: Zu den genannten Stimmen kommen zwei Ja.</summary>
    private static async Task<string> GeschlosseneAsync(PortalClient gf, string antrag, params (string Email, Stimme Stimme)[] stimmen)
    {
        var adresse = (await gf.Abschicken("/konferenz/abstimmungen/neu", Felder(("Antrag", antrag), ("Art", nameof(Abstimmungsart.Offen))))).Adresse;
        await gf.Abschicken(adresse + "/eroeffnung", Felder(("Bestaetigt", "true")));
        return await SchliessenAsync(gf, adresse, stimmen);
    }

    private static async Task<string> SchliessenAsync(PortalClient gf, string adresse, (string Email, Stimme Stimme)[] stimmen)
    {
        var portal = gf.Portal;
        foreach (var (email, stimme) in stimmen.Append(("wiebke.lorenzen@musterstadt.example", Stimme.Ja)).Append(("malte.juergensen@musterstadt.example", Stimme.Ja)))
        {
            using var wer = await portal.AngemeldetAls(email);
            await wer.Abschicken(adresse + "/stimme", Felder(("Stimme", stimme.ToString()), ("Bestaetigt", "true")));
        }
        // Alle sind da: beschlussfähig, auch wenn nur wenige stimmen.
        var kennung = adresse.Split('/')[^1];
        await portal.Db(db => db.Stimmrechte.Where(r => r.Abstimmung.Kennung == kennung).ExecuteUpdateAsync(s => s.SetProperty(r => r.Anwesend, true)));
        await gf.Abschicken(adresse + "/schliessung", Felder(("Bestaetigt", "true")));
        return adresse;
    }

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);
}
