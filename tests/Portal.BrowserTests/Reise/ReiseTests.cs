using Microsoft.Playwright;

namespace Portal.BrowserTests.Reise;

/// <summary>
/// Von der Gründung einer Gruppe und der Einladung bis zum veröffentlichten Vorschlag: mit der Maus, nur mit der Tastatur, auf 390 Pixeln,
/// und ohne JavaScript. Der Vorschlag ist so lang wie ein wirklicher (1.500 Wörter mit Überschriften, Tabellen; neun Matrixzeilen).
/// </summary>
[Collection(Reisegruppe.Name)]
public sealed class ReiseTests(Vorfuehrung vorfuehrung)
{
    private static readonly Vorlage s_vorlage = Vorlage.Lesen("07-anlaufstellen-aelterwerden");

    [ImBrowserFact]
    public async Task Mit_der_Maus_von_der_Gruendung_bis_zum_veroeffentlichten_Vorschlag()
    {
        var (geschaeftsfuehrung, sprecherin) = await GruendenUndEinladenAsync("Maus", new(1280));
        await sprecherin.ZweitenFaktorEinschaltenAsync();
        await sprecherin.MitCodeAnmeldenAsync();

        var mitglied = new Mitglied(await HandAsync(new(1280)), "Mirko", "Mutig", "mirko.mutig@musterstadt.example");
        await sprecherin.EinladenAsync(mitglied);
        await mitglied.EinladungAnnehmenAsync(await vorfuehrung.EinladungslinkAsync(mitglied.Email));
        var buergerin = new Mitglied(await HandAsync(new(1280)), "Berta", "Bürger", "berta.buerger@musterstadt.example");
        await buergerin.UmAufnahmeBittenAsync(sprecherin.Gruppe);
        await sprecherin.AufnehmenAsync(buergerin);
        await buergerin.EinladungAnnehmenAsync(await vorfuehrung.EinladungslinkAsync(buergerin.Email));

        var vorschlag = await sprecherin.VorschlagBeginnenAsync(Titel("Maus"));
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
        await VeroeffentlichenUndLesenAsync(geschaeftsfuehrung, vorschlag, Titel("Maus"), new(1280));
    }

    [ImBrowserFact]
    public Task Nur_mit_der_Tastatur_von_der_Gruendung_bis_zur_oeffentlichen_Seite() => KurzAsync("Tastatur", new(1280, NurTastatur: true));

    [ImBrowserFact]
    public Task Auf_dem_Telefon_von_der_Gruendung_bis_zur_oeffentlichen_Seite() => KurzAsync("Telefon", new(390));

    [ImBrowserFact]
    public Task Ohne_JavaScript_von_der_Gruendung_bis_zur_oeffentlichen_Seite() => KurzAsync("ohne Skript", new(1280, Skript: false));

    /// <summary>Wie jemand unterwegs ist.</summary>
    private sealed record Umstand(int Breite, bool NurTastatur = false, bool Skript = true);

    private static string Titel(string art) => $"{s_vorlage.Titel} ({art})";

    private async Task KurzAsync(string art, Umstand umstand)
    {
        var (geschaeftsfuehrung, sprecherin) = await GruendenUndEinladenAsync(art, umstand);
        var vorschlag = await sprecherin.VorschlagBeginnenAsync(Titel(art));
        await sprecherin.AusfuellenAsync(vorschlag, s_vorlage);
        await sprecherin.ZeilenOrdnenAsync(vorschlag);
        await sprecherin.ZeileKommentierenAsync(vorschlag, "Ist die Befragung 2026 schon ausgewertet?");
        await sprecherin.AntwortenUndErledigenAsync(vorschlag, "Ja, der Bericht liegt seit Mai vor.");
        await sprecherin.ZweiFassungenVergleichenAsync(vorschlag, s_vorlage);
        await sprecherin.AeltereFassungWiederherstellenAsync(vorschlag, s_vorlage);
        await sprecherin.EinreichenAsync(vorschlag);
        await VeroeffentlichenUndLesenAsync(geschaeftsfuehrung, vorschlag, Titel(art), umstand);
    }

    private async Task<(Geschaeftsfuehrung, Sprecherin)> GruendenUndEinladenAsync(string art, Umstand umstand)
    {
        var geschaeftsfuehrung = new Geschaeftsfuehrung(await HandAsync(umstand));
        await geschaeftsfuehrung.AnmeldenAsync();
        var gruppe = await geschaeftsfuehrung.GruppeGruendenAsync($"Reisegruppe {art}");
        var sprecherin = new Sprecherin(await HandAsync(umstand), "Hedwig", "Neumann", $"hedwig.{art.Replace(' ', '-').ToLowerInvariant()}@musterstadt.example", gruppe);
        await geschaeftsfuehrung.SprecherinEinladenAsync(gruppe, sprecherin);
        await sprecherin.EinladungAnnehmenAsync(await vorfuehrung.EinladungslinkAsync(sprecherin.Email));
        return (geschaeftsfuehrung, sprecherin);
    }

    private async Task VeroeffentlichenUndLesenAsync(Geschaeftsfuehrung geschaeftsfuehrung, string vorschlag, string titel, Umstand umstand)
    {
        await geschaeftsfuehrung.AnnehmenAsync(vorschlag);
        await geschaeftsfuehrung.VeroeffentlichenAsync(vorschlag);
        var oeffentlichkeit = new Oeffentlichkeit(await HandAsync(umstand));
        await oeffentlichkeit.FindenAsync(titel);
        await oeffentlichkeit.LesenAsync(titel, s_vorlage);
        await oeffentlichkeit.DruckansichtAsync();
    }

    private async Task<Hand> HandAsync(Umstand umstand) => new(await vorfuehrung.FensterAsync(umstand.Breite, umstand.Skript), umstand.NurTastatur, umstand.Skript);
}
