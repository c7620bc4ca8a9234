using Microsoft.Playwright;

namespace Portal.BrowserTests.Reise;

/// <summary>
/// Eine Priorisierungsrunde von der Einrichtung bis zur beschlossenen Liste: acht Menschen auf vier Bänken, einer befangen, eine Stellvertretung,
/// ein Bogen auf Papier. Einmal mit der Maus, einmal nur mit der Tastatur; jede in einem eigenen Portal, weil danach alles priorisiert ist.
/// </summary>
public sealed class RundenreiseTests : IAsyncLifetime
{
    private const string Familienpass = "Der Familienpass kommt ohne Antrag";
    private const string Sitzbaenke = "Sitzbänke, Toiletten und Schatten auf Alltagswegen";

    private readonly Vorfuehrung _vorfuehrung = new();

    public Task InitializeAsync() => _vorfuehrung.InitializeAsync();

    public Task DisposeAsync() => _vorfuehrung.DisposeAsync();

    [ImBrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Von_der_Einrichtung_bis_zur_beschlossenen_Prioritaetenliste(bool nurTastatur)
    {
        var fuehrungshand = await HandAsync(nurTastatur);
        await new Geschaeftsfuehrung(fuehrungshand).AnmeldenAsync();
        await SichtenAsync(fuehrungshand, Sitzbaenke);
        var fuehrung = new Rundenfuehrung(fuehrungshand);
        var runde = await fuehrung.EinrichtenUndEroeffnenAsync("Runde der acht", [Familienpass, Sitzbaenke]);

        var vertretene = await MitgliedAsync("agnieszka.wisniewska", "fachplanung-1", nurTastatur);
        await vertretene.UebergebenAsync(runde);
        Konferenzmitglied[] mitglieder =
        [
            await BewertetAsync(runde, "konferenz", "politik-1", nurTastatur, "3", "2"),
            await BewertetAsync(runde, "henning.brodersen", "politik-3", nurTastatur, "3", "1"),
            await BewertetAsync(runde, "ulrich.gross", "verwaltung-1", nurTastatur, "2", "2"),
            await BewertetAsync(runde, "elif.kaya", "fachplanung-1", nurTastatur, "4", "2"),
            await BewertetAsync(runde, "malte.juergensen", "fachplanung-2", nurTastatur, "", "3"),
            await BewertetAsync(runde, "samira.el-khatib", "wissenschaft-und-praxis-1", nurTastatur, "3", "3"),
            await BewertetAsync(runde, "annegret.jaeger", "wissenschaft-und-praxis-2", nurTastatur, "2", "1"),
        ];
        await fuehrung.PapierEintragenAsync(runde, "verwaltung-2", "3");
        var zweite = await HandAsync(nurTastatur);
        await zweite.AnmeldenAsync("administration@musterstadt.example");
        await zweite.GehenAsync($"{runde}/papier/verwaltung-2");
        await zweite.KnopfAsync("Stimmt mit dem Papier überein: bestätigen");
        await zweite.LesenAsync("zählt");

        await fuehrung.SchliessenAsync(runde);
        await ErgebnisLesenAsync(fuehrungshand, runde);

        var abstimmung = await fuehrung.AbstimmungEroeffnenAsync(runde);
        foreach (var mitglied in mitglieder.Where(m => m.Sitz != "fachplanung-1")) await mitglied.StimmenAsync(abstimmung, mitglied.Sitz == "politik-3" ? "Nein" : "Ja");
        await fuehrung.AbstimmungSchliessenAsync(abstimmung);

        await fuehrungshand.GehenAsync($"{runde}/ergebnis");
        await fuehrungshand.LesenAsync("Die Konferenz hat die Prioritätenliste");
        await fuehrungshand.LinkAsync(Familienpass);
        await fuehrungshand.LinkAsync(Familienpass);
        await fuehrungshand.LesenAsync("priorisiert");
    }

    /// <summary>
    /// Familienpass: Politik 3, Verwaltung 2,5, Fachplanung 4 (die andere befangen), Wissenschaft und Praxis 2,5; vier gleiche Anteile: 3,00.
    /// Sitzbänke: 1,5, 2,5, 2,5, 2: 2,13.
    /// </summary>
    private static async Task ErgebnisLesenAsync(Hand hand, string runde)
    {
        await hand.GehenAsync($"{runde}/ergebnis");
        await hand.LesenAsync("8 von 17 Bögen");
        var zeilen = hand.Seite.Locator("table.p-balken tbody tr");
        await Assertions.Expect(zeilen.Nth(0)).ToContainTextAsync(Familienpass);
        await Assertions.Expect(zeilen.Nth(0)).ToContainTextAsync("3,00");
        await Assertions.Expect(zeilen.Nth(1)).ToContainTextAsync("2,13");
        await hand.LinkAsync(Familienpass);
        await hand.LesenAsync("1 befangen und nicht mitgezählt");
    }

    private static async Task SichtenAsync(Hand hand, string titel)
    {
        await hand.GehenAsync("/vorschlaege?Zustand=Eingereicht");
        await hand.LinkAsync(titel);
        await new Geschaeftsfuehrung(hand).AnnehmenAsync(new Uri(hand.Seite.Url).AbsolutePath);
    }

    private async Task<Konferenzmitglied> BewertetAsync(string runde, string email, string sitz, bool nurTastatur, params string[] punkte)
    {
        var mitglied = await MitgliedAsync(email, sitz, nurTastatur);
        await mitglied.BewertenUndAbgebenAsync(runde, punkte);
        return mitglied;
    }

    private async Task<Konferenzmitglied> MitgliedAsync(string email, string sitz, bool nurTastatur)
    {
        var mitglied = new Konferenzmitglied(await HandAsync(nurTastatur), email, sitz);
        await mitglied.AnmeldenAsync();
        return mitglied;
    }

    private async Task<Hand> HandAsync(bool nurTastatur) => new(await _vorfuehrung.FensterAsync(), nurTastatur, mitSkript: true);
}
