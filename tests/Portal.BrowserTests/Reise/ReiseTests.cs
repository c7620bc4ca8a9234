using Microsoft.Playwright;

namespace Portal.BrowserTests.Reise;

/// <summary>
/// Von der Gründung einer Gruppe und der Einladung bis zum veröffentlichten Vorschlag: mit der Maus, nur mit der Tastatur, auf 390 Pixeln,
/// und ohne JavaScript. Der Vorschlag ist so lang wie ein wirklicher (1.500 Wörter mit Überschriften, Tabellen; neun Matrixzeilen).
/// </summary>
[Collection(Reisegruppe.Name)]
public sealed class ReiseTests(Vorfuehrung vorfuehrung) : IAsyncLifetime
{
    private static readonly Vorlage s_vorlage = Vorlage.Lesen("07-anlaufstellen-aelterwerden");
    private readonly List<IPage> _fenster = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var fenster in _fenster) await fenster.Context.CloseAsync();
    }

    [ImBrowserFact]
    public Task Mit_der_Maus_von_der_Gruendung_bis_zur_oeffentlichen_Seite() => ReisenAsync("Maus", new(1280));

    [ImBrowserFact]
    public Task Nur_mit_der_Tastatur_von_der_Gruendung_bis_zur_oeffentlichen_Seite() => ReisenAsync("Tastatur", new(1280, NurTastatur: true));

    [ImBrowserFact]
    public Task Auf_dem_Telefon_von_der_Gruendung_bis_zur_oeffentlichen_Seite() => ReisenAsync("Telefon", new(390));

    [ImBrowserFact]
    public Task Ohne_JavaScript_von_der_Gruendung_bis_zur_oeffentlichen_Seite() => ReisenAsync("ohne Skript", new(1280, Skript: false));

    /// <summary>Wie jemand unterwegs ist.</summary>
    private sealed record Umstand(int Breite, bool NurTastatur = false, bool Skript = true);

    private async Task ReisenAsync(string art, Umstand umstand)
    {
        var (geschaeftsfuehrung, sprecherin) = await GruendenUndEinladenAsync(art, umstand);
        await sprecherin.ZweitenFaktorEinschaltenAsync();
        await sprecherin.MitCodeAnmeldenAsync();
        var mitglied = await MenschAsync("Mirko", "Mutig", art, umstand);
        await sprecherin.EinladenAsync(mitglied);
        await mitglied.EinladungAnnehmenAsync(await vorfuehrung.EinladungslinkAsync(mitglied.Email));
        var buergerin = await MenschAsync("Berta", "Bürger", art, umstand);
        await buergerin.UmAufnahmeBittenAsync(sprecherin.Gruppe);
        await sprecherin.AufnehmenAsync(buergerin);
        await buergerin.EinladungAnnehmenAsync(await vorfuehrung.EinladungslinkAsync(buergerin.Email));

        var titel = $"{s_vorlage.Titel} ({art})";
        var vorschlag = await sprecherin.VorschlagBeginnenAsync(titel);
        await sprecherin.AusfuellenAsync(vorschlag, s_vorlage);
        await sprecherin.ZeilenOrdnenAsync(vorschlag);
        await sprecherin.LueckeSchliessenAsync(vorschlag);
        await sprecherin.VorschauLesenAsync(vorschlag, s_vorlage);

        await mitglied.ZeileKommentierenAsync(vorschlag, "Ist die Befragung 2026 schon ausgewertet?");
        await sprecherin.AntwortenUndErledigenAsync(vorschlag, "Ja, der Bericht liegt seit Mai vor.");
        await sprecherin.ZweiFassungenVergleichenAsync(vorschlag, s_vorlage);
        await sprecherin.AeltereFassungWiederherstellenAsync(vorschlag, s_vorlage);

        await sprecherin.EinreichenAsync(vorschlag);
        await geschaeftsfuehrung.ZurueckgebenAsync(vorschlag, "Bitte nennen Sie die Quelle der Zahlen zu Süderfeld.");
        await sprecherin.GruendeLesenUndWiederEinreichenAsync(vorschlag, "Bitte nennen Sie die Quelle der Zahlen zu Süderfeld.");
        await geschaeftsfuehrung.AnnehmenAsync(vorschlag);
        await geschaeftsfuehrung.VeroeffentlichenAsync(vorschlag);

        var oeffentlichkeit = new Oeffentlichkeit(await HandAsync(umstand));
        await oeffentlichkeit.FindenAsync(titel);
        await oeffentlichkeit.LesenAsync(titel, s_vorlage);
        await oeffentlichkeit.DruckansichtAsync();
    }

    private async Task<(Geschaeftsfuehrung, Sprecherin)> GruendenUndEinladenAsync(string art, Umstand umstand)
    {
        var geschaeftsfuehrung = new Geschaeftsfuehrung(await HandAsync(umstand));
        await geschaeftsfuehrung.AnmeldenAsync();
        var gruppe = await geschaeftsfuehrung.GruppeGruendenAsync($"Reisegruppe {art}");
        var sprecherin = new Sprecherin(await HandAsync(umstand), "Hedwig", "Neumann", Adresse("hedwig", art), gruppe);
        await geschaeftsfuehrung.SprecherinEinladenAsync(gruppe, sprecherin);
        await sprecherin.EinladungAnnehmenAsync(await vorfuehrung.EinladungslinkAsync(sprecherin.Email));
        return (geschaeftsfuehrung, sprecherin);
    }

    private async Task<Mitglied> MenschAsync(string vorname, string nachname, string art, Umstand umstand) => new(await HandAsync(umstand), vorname, nachname, Adresse(vorname, art));

    private static string Adresse(string vorname, string art) => $"{vorname}.{art.Replace(' ', '-')}@musterstadt.example".ToLowerInvariant();

    private async Task<Hand> HandAsync(Umstand umstand)
    {
        var fenster = await vorfuehrung.FensterAsync(umstand.Breite, umstand.Skript);
        _fenster.Add(fenster);
        return new(fenster, umstand.NurTastatur, umstand.Skript);
    }
}
