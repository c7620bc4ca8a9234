using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Grundbegriffe;
using Portal.Priorisierungen;
using Portal.Priorisierungen.Ergebnis;
using Portal.Tests.Buendelungen;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Priorisierungen;

/// <summary>Eine Bündelung in einer Runde, als Regel: ganz oder gar nicht, und nach der Eröffnung fest.</summary>
public sealed class GebuendelteRundenregelnTests
{
    private readonly Rundenbau _bau = new();

    private static string Satz(Action tat) => Assert.Throws<RegelVerletzt>(tat).Message;

    [Fact]
    public void Eine_vereinbarte_Buendelung_ist_eines_und_alle_ihre_Vorschlaege_gehen_mit()
    {
        var buendelung = Buendelung(vereinbart: true);
        Zuschneiden(new([Rundenposten.Von(buendelung)], []));
        var boegen = _bau.Runde.Eroeffnen(_bau.Ordnung, _bau.Sitze, [buendelung], new Dictionary<int, int> { [11] = 3, [12] = 5 }, Rundenbau.Fuehrung, Rundenbau.Jetzt);

        var zeile = Assert.Single(_bau.Runde.Vorschlaege);
        Assert.Equal("Gemeinsam", zeile.Titel);
        Assert.Equal([(11, 3), (12, 5)], zeile.Teile.Select(t => (t.Vorschlag.Id, t.Fassung)));
        Assert.All(_bau.Vorschlaege, v => Assert.Equal(Vorschlagszustand.InPriorisierung, v.Zustand));
        Assert.Equal("Die Runde mit dieser Bündelung ist eröffnet; jetzt lässt sie sich nicht mehr auflösen.", Satz(() => buendelung.Aufloesen("Doch nicht.", Rundenbau.Fuehrung, Rundenbau.Jetzt)));
        // Befangen bei einem heißt befangen beim Ganzen: Es gibt je Sitz nur die eine Bewertung.
        boegen[0].Bewerten(zeile, new(true, "Verwandt", "", new Dictionary<string, string>()), 0, _bau.Zustaendig, false, _bau.AlsInhaberin, Rundenbau.Jetzt);
        boegen[0].Abgeben(_bau.Runde.Vorschlaege, _bau.Zustaendig, false, _bau.AlsInhaberin, Rundenbau.Jetzt);
        Assert.True(Assert.Single(boegen[0].Bewertungen).Befangen);
    }

    [Fact]
    public void Ein_Vorschlag_aus_einer_Buendelung_wird_nie_allein_bewertet()
    {
        var vereinbart = Buendelung(vereinbart: true);
        Assert.Equal(2, Rundenregeln.DarfZuschneiden(_bau.Runde, "Runde", Rundenbau.Jetzt, Rundenbau.Jetzt.AddDays(3), ["wirkung"], Einzeln(vereinbart), _bau.Ordnung, Rundenbau.Fuehrung, Rundenbau.Jetzt).Einwaende.Count);
        Assert.StartsWith("„Erster Vorschlag“ gehört zur Bündelung „Gemeinsam“ und wird nur mit ihr zusammen bewertet. Wählen Sie die Bündelung.", Satz(() => Zuschneiden(Einzeln(vereinbart))), StringComparison.Ordinal);
        Assert.StartsWith("„Erster Vorschlag“ gehört zur Bündelung „Gemeinsam“, über die noch nicht alle Gruppen entschieden haben.", Satz(() => Zuschneiden(Einzeln(Buendelung(vereinbart: false)))), StringComparison.Ordinal);
        Assert.Empty(_bau.Runde.Vorschlaege);
    }

    [Fact]
    public void Was_nach_der_Auswahl_gebuendelt_oder_aufgeloest_wird_steht_vor_der_Eroeffnung_da()
    {
        _bau.Zugeschnitten();
        var buendelung = Buendelung(vereinbart: false);
        Assert.Contains("über die noch nicht alle Gruppen entschieden haben", Satz(() => _bau.Eroeffnet(laufende: [buendelung])), StringComparison.Ordinal);
        Zustimmen(buendelung);
        Assert.Contains("wird nur mit ihr zusammen bewertet", Satz(() => _bau.Eroeffnet(laufende: [buendelung])), StringComparison.Ordinal);

        Zuschneiden(new([Rundenposten.Von(buendelung)], []));
        buendelung.Aufloesen("Doch verschieden.", Rundenbau.Fuehrung, Rundenbau.Jetzt);
        Assert.Equal("Die Bündelung „Gemeinsam“ ist aufgelöst. Wählen Sie ihre Vorschläge einzeln.", Satz(() => _bau.Eroeffnet()));
        Assert.Null(_bau.Runde.EroeffnetAm);
        Assert.All(_bau.Vorschlaege, v => Assert.Equal(Vorschlagszustand.Gesichtet, v.Zustand));
    }

    [Fact]
    public void Zieht_eine_Gruppe_zurueck_bleibt_der_Rest_zu_bewerten_bis_alle_zurueckgezogen_sind()
    {
        var buendelung = Buendelung(vereinbart: true);
        Zuschneiden(new([Rundenposten.Von(buendelung)], []));
        _bau.Runde.Eroeffnen(_bau.Ordnung, _bau.Sitze, [buendelung], new Dictionary<int, int> { [11] = 1, [12] = 1 }, Rundenbau.Fuehrung, Rundenbau.Jetzt);
        var zeile = _bau.Runde.Vorschlaege[0];

        Zurueckziehen(0);
        Assert.False(zeile.IstZurueckgezogen);
        Zurueckziehen(1);
        Assert.True(zeile.IstZurueckgezogen);
    }

    [Theory]
    [InlineData(2, 0, "2 Vorschläge")]
    [InlineData(1, 1, "1 Vorschlag und 1 Bündelung")]
    [InlineData(0, 1, "1 Bündelung")]
    public void Der_Umfang_nennt_Vorschlaege_und_Buendelungen(int einzelne, int gebuendelt, string umfang)
    {
        var posten = Enumerable.Range(0, einzelne).Select(i => new Rundenposten(Rundenbau.NeuerVorschlag(20 + i, $"Einzelner {i}")));
        Zuschneiden(new([.. posten, .. gebuendelt == 0 ? Array.Empty<Rundenposten>() : [Rundenposten.Von(Buendelung(vereinbart: true))]], []));
        Assert.Equal(umfang, _bau.Runde.Vorschlaege.Umfang());
    }

    private void Zuschneiden(Rundenwahl wahl) => _bau.Runde.Zuschneiden("Runde", Rundenbau.Jetzt, Rundenbau.Jetzt.AddDays(3), ["wirkung"], wahl, _bau.Ordnung, Rundenbau.Fuehrung, Rundenbau.Jetzt);

    private Rundenwahl Einzeln(Buendelung laufende) => Rundenwahl.Einzeln(_bau.Vorschlaege) with { Laufende = [laufende] };

    private void Zurueckziehen(int nummer) => typeof(Vorschlag).GetProperty(nameof(Vorschlag.Zustand))!.SetValue(_bau.Vorschlaege[nummer], Vorschlagszustand.Zurueckgezogen);

    private Buendelung Buendelung(bool vereinbart)
    {
        var buendelung = new Buendelung("2026-1", "Gemeinsam", "Sie wollen dasselbe.", _bau.Vorschlaege, new HashSet<int>(), Rundenbau.Fuehrung, Rundenbau.Jetzt);
        if (vereinbart) Zustimmen(buendelung);
        return buendelung;
    }

    // Beide Vorschläge gehören zur Gruppe 0, deren Sprecherin zustimmt.
    private static void Zustimmen(Buendelung buendelung) => buendelung.Zustimmen(0, Rollen.Sprecherin, Rundenbau.Jetzt);
}

/// <summary>Dasselbe im Browser: vom Zuschnitt über die Eröffnung bis zum Blatt.</summary>
public sealed class GebuendelteRundenseitenTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private const string Titel = "Hilfe aus einer Hand";
    private const string Zuschnitt = "form[action$='/zuschnitt']";
    private string _erster = "";
    private string _zweiter = "";

    public async Task InitializeAsync()
    {
        await portal.ZuruecksetzenAsync();
        _erster = await portal.KennungAsync(Gemeinde.Anlaufstellen);
        _zweiter = await portal.KennungAsync(Gemeinde.Ferienwochen);
        await portal.Db(async db =>
        {
            await db.Vorschlaege.Where(v => v.Kennung == _zweiter).ExecuteUpdateAsync(s => s.SetProperty(v => v.Zustand, Vorschlagszustand.Gesichtet));
        });
        await portal.AusBuendelungNehmenAsync(_erster);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Vom_Zuschnitt_bis_zur_Eroeffnung_ist_die_Buendelung_eines()
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var buendelung = await VorgeschlageneAsync(gf);
        var runde = (await gf.Abschicken("/priorisierungen/neu", Felder(("Titel", "Runde mit Bündelung")), "form[action='/priorisierungen']")).Adresse.Replace("/zuschnitt", "", StringComparison.Ordinal);
        var zuschnitt = await gf.Seite(runde + "/zuschnitt");
        Assert.Contains("haben noch nicht alle Gruppen entschieden", zuschnitt.Text, StringComparison.Ordinal);
        Assert.Empty(zuschnitt.Alle($"#v-{_erster}, #v-{_zweiter}, #b-{buendelung}"));

        // Von Hand gesendet, was die Seite nicht anbietet: ein Satz, nichts gespeichert.
        var allein = await gf.Abschicken(zuschnitt, Felder(("Vorschlaege", _erster)), Zuschnitt);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, allein.Status);
        Assert.Contains("über die noch nicht alle Gruppen entschieden haben. Warten Sie ihre Antworten ab", allein.Text, StringComparison.Ordinal);
        var offen = await gf.Abschicken(zuschnitt, Felder(("Buendelungen", buendelung)), Zuschnitt);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, offen.Status);
        Assert.Equal(0, await portal.Db(db => db.Rundenvorschlaege.CountAsync(v => db.Priorisierungsrunden.Any(r => r.Id == v.RundeId && r.Titel == "Runde mit Bündelung"))));

        await ZustimmenAsync(buendelung);
        zuschnitt = await gf.Seite(runde + "/zuschnitt");
        Assert.Contains("wird als eines bewertet", zuschnitt.Finde($"label[for=b-{buendelung}]").TextContent, StringComparison.Ordinal);
        Assert.Contains(_zweiter, zuschnitt.Finde($"#b-{buendelung}-teile").TextContent, StringComparison.Ordinal);
        var nurEiner = await gf.Abschicken(zuschnitt, Felder(("Vorschlaege", _zweiter)), Zuschnitt);
        Assert.Contains("wird nur mit ihr zusammen bewertet. Wählen Sie die Bündelung.", nurEiner.Text, StringComparison.Ordinal);
        var gespeichert = await gf.Abschicken(zuschnitt, Felder(("Buendelungen", buendelung), ("VonTag", Heute()), ("VonUhr", "00:00")), Zuschnitt);
        Assert.Equal(HttpStatusCode.OK, gespeichert.Status);
        Assert.Contains("1 Bündelung", gespeichert.Text, StringComparison.Ordinal);
        Assert.Contains(Gemeinde.Ferienwochen, gespeichert.Text, StringComparison.Ordinal);
        Assert.NotNull((await gf.Seite(runde + "/zuschnitt")).Dokument.QuerySelector($"#b-{buendelung}[checked]"));

        // Bis zur Eröffnung lässt sie sich auflösen; die Prüfliste der Runde sagt, was dann zu tun ist.
        await gf.Abschicken($"/buendelungen/{buendelung}/aufloesung", Felder(("Grund", "Die Ziele sind doch verschieden.")));
        Assert.Contains($"Die Bündelung „{Titel}“ ist aufgelöst. Wählen Sie ihre Vorschläge einzeln.", (await gf.Seite(runde)).Text, StringComparison.Ordinal);
        var zweite = await VorgeschlageneAsync(gf);
        await ZustimmenAsync(zweite);
        await gf.Abschicken(runde + "/zuschnitt", Felder(("Buendelungen", zweite)), Zuschnitt);

        var eroeffnet = await gf.Abschicken(runde + "/eroeffnung", Felder(("Bestaetigt", "true")), "form[action$='/eroeffnung']");
        Assert.Contains("Die Runde ist eröffnet.", eroeffnet.Text, StringComparison.Ordinal);
        Assert.Equal(2, await portal.Db(db => db.Vorschlaege.CountAsync(v => (v.Kennung == _erster || v.Kennung == _zweiter) && v.Zustand == Vorschlagszustand.InPriorisierung)));
        var zuSpaet = await gf.Senden($"/buendelungen/{zweite}/aufloesung", Felder(("Grund", "Zu spät")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, zuSpaet.Status);
        Assert.Contains("Die Runde mit dieser Bündelung ist eröffnet", zuSpaet.Text, StringComparison.Ordinal);

        // Ausgewertet wird sie als eines; die Quellen stehen mit ihrer Gruppe und Fassung dabei.
        var zeile = Assert.Single(await portal.Db(async db =>
        {
            await db.Priorisierungsrunden.Where(r => r.Titel == "Runde mit Bündelung").ExecuteUpdateAsync(s => s.SetProperty(r => r.GeschlossenAm, r => r.EroeffnetAm));
            var geschlossene = await db.Priorisierungsrunden.SingleAsync(r => r.Titel == "Runde mit Bündelung");
            db.Add(Rundenergebnis.Feststellen(await db.RundendatenAsync(geschlossene, portal.Uhr.Jetzt), portal.Uhr.Jetzt));
            await db.SaveChangesAsync();
            return await db.ZeilenVon(geschlossene.Id).ToListAsync();
        }));
        Assert.Equal((Titel, zweite), (zeile.Rundenvorschlag.Titel, zeile.Rundenvorschlag.Buendelung!.Kennung));
        Assert.Equal(new[] { _erster, _zweiter }.Order(), zeile.Rundenvorschlag.Teile.Select(t => t.Vorschlag.Kennung).Order());
        Assert.All(zeile.Rundenvorschlag.Teile, t => Assert.True(t.Fassung > 0));
        Assert.Equal(2, zeile.Rundenvorschlag.Teile.Select(t => t.Vorschlag.Fachgruppe.Name).Distinct().Count());
    }

    [Fact]
    public async Task Auf_dem_Blatt_stehen_alle_Texte_mit_ihrer_Herkunft_neben_einem_Bogen()
    {
        using var konferenz = await portal.AngemeldetAls(Gemeinde.Konferenzmitglied);
        var (runde, leitend, kennung) = await portal.Db(db => db.Rundenvorschlaege.Where(v => v.BuendelungId != null)
            .Select(v => new ValueTuple<string, string, string>(db.Priorisierungsrunden.First(r => r.Id == v.RundeId).Kennung, v.Vorschlag.Kennung, v.Buendelung!.Kennung)).SingleAsync());
        var quellen = await portal.Db(db => db.Buendelungsteile.Where(t => db.Buendelungen.Any(b => b.Id == t.BuendelungId && b.Kennung == kennung))
            .Select(t => new { t.Vorschlag.Kennung, t.Vorschlag.Titel, Gruppe = t.Vorschlag.Fachgruppe.Name, Ziele = t.Vorschlag.Zeilen.Select(z => z.Werte).ToList() }).ToListAsync());
        var blatt = await konferenz.Seite($"/priorisierungen/{runde}/boegen/politik-1/{leitend}");

        Assert.Equal(HttpStatusCode.OK, blatt.Status);
        Assert.Equal(await portal.Db(db => db.Buendelungen.Where(b => b.Kennung == kennung).Select(b => b.Titel).SingleAsync()), blatt.Ueberschrift);
        Assert.Single(blatt.Alle("form#bogen"));
        Assert.Equal(2, quellen.Count);
        foreach (var quelle in quellen)
        {
            var teil = blatt.Alle("section").Single(s => s.QuerySelector("h2[id^=teil-]")?.TextContent.Contains(quelle.Titel, StringComparison.Ordinal) == true);
            Assert.Contains($"Vorschlag {quelle.Kennung} · {quelle.Gruppe}", teil.TextContent, StringComparison.Ordinal);
            // Jede Zeile der Matrix bleibt zu sehen, in einer Tabelle, die ihre Herkunft nennt.
            var matrix = teil.QuerySelector("table.p-matrix")!;
            Assert.Contains(quelle.Gruppe, matrix.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
            foreach (var werte in quelle.Ziele) Assert.Contains(werte.Ziel, matrix.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(["Zielfeldermatrix (Teil 1)", "Zielfeldermatrix (Teil 2)"], blatt.Alle("h2").Select(h => h.TextContent).Where(h => h.StartsWith("Zielfeldermatrix", StringComparison.Ordinal)));
        Assert.Empty(blatt.Alle("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Contains("befangen ist, ist es bei der ganzen Bündelung", blatt.Text, StringComparison.Ordinal);

        var druck = await konferenz.Seite($"/priorisierungen/{runde}/boegen/politik-1/druck");
        foreach (var quelle in quellen) Assert.Contains($"{quelle.Titel} ({quelle.Kennung}, {quelle.Gruppe})", druck.Text, StringComparison.Ordinal);
        // Der zweite Vorschlag hat kein eigenes Blatt.
        Assert.Equal(HttpStatusCode.NotFound, (await konferenz.Seite($"/priorisierungen/{runde}/boegen/politik-1/{quellen.Single(q => q.Kennung != leitend).Kennung}")).Status);
    }

    private string Heute() => Ortszeit.Datum(portal.Uhr.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> VorgeschlageneAsync(PortalClient gf)
    {
        var seite = await gf.Abschicken(await gf.Seite($"/buendelungen/neu?vorschlag={_erster}&vorschlag={_zweiter}"), Felder(("Titel", Titel), ("Begruendung", "Beide wollen eine Stelle für alle Anliegen.")));
        return seite.Adresse.Split('/')[^1];
    }

    private async Task ZustimmenAsync(string buendelung)
    {
        foreach (var email in (string[])[Gemeinde.Sprecherin, Gemeinde.FremdeSprecherin])
        {
            using var sprecherin = await portal.AngemeldetAls(email);
            await sprecherin.Abschicken("/buendelungen/" + buendelung, formular: "form[action$='/zustimmung']");
        }
        Assert.Equal(Buendelungszustand.Vereinbart, await portal.Db(db => db.Buendelungen.Where(b => b.Kennung == buendelung).Select(b => b.Zustand).SingleAsync()));
    }

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);
}
