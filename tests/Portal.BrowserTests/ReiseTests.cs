using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>
/// Von der Gründung einer Gruppe und der Einladung bis zum veröffentlichten Vorschlag: mit der Maus, nur mit der Tastatur, auf 390 Pixeln,
/// und ohne JavaScript. Der Vorschlag ist so lang wie ein wirklicher (1.500 Wörter mit Überschriften, Tabelle, Fußnoten; neun Matrixzeilen).
/// </summary>
[Collection(Reisegruppe.Name)]
public sealed partial class ReiseTests(Vorfuehrung vorfuehrung)
{
    private const string NeuesKennwort = "ein-langes-neues-kennwort";

    [ImBrowserTheory]
    [InlineData("maus", 1280, false, true)]
    [InlineData("tastatur", 1280, true, true)]
    [InlineData("telefon", 390, false, true)]
    [InlineData("ohne-skript", 1280, false, false)]
    public async Task Von_der_Einladung_bis_zum_veroeffentlichten_Vorschlag(string art, int breite, bool nurTastatur, bool mitSkript)
    {
        var vorlage = Vorlage.Lesen("07-anlaufstellen-aelterwerden");
        var titel = $"{vorlage.Titel} ({art})";
        var email = $"neue.{art}@musterstadt.example";
        var fuehrung = new Hand(await vorfuehrung.FensterAsync(breite, mitSkript), nurTastatur, mitSkript);
        await fuehrung.AnmeldenAsync("geschaeftsfuehrung@musterstadt.example");

        var gruppe = await GruendenAsync(fuehrung, $"Reisegruppe {art}");
        await EinladenAsync(fuehrung, gruppe, email);
        var sprecherin = new Hand(await vorfuehrung.FensterAsync(breite, mitSkript), nurTastatur, mitSkript);
        await AnnehmenAsync(sprecherin, await EinladungslinkAsync(email));
        var vorschlag = await BeginnenAsync(sprecherin, gruppe, titel);
        await AusfuellenAsync(sprecherin, vorlage);
        await sprecherin.GehenAsync($"{vorschlag}/einreichung");
        await sprecherin.KnopfAsync("Jetzt einreichen");
        await Assertions.Expect(sprecherin.Seite.Locator("main")).ToContainTextAsync("eingereicht");

        await fuehrung.GehenAsync($"{vorschlag}/sichtung");
        await fuehrung.KnopfAsync("Annehmen");
        await fuehrung.GehenAsync($"{vorschlag}/veroeffentlichung");
        await fuehrung.KnopfAsync("Jetzt veröffentlichen");

        var besucher = new Hand(await vorfuehrung.FensterAsync(breite, mitSkript), nurTastatur, mitSkript);
        await besucher.GehenAsync("/vorschlaege");
        await besucher.LinkAsync(titel);
        await Assertions.Expect(besucher.Seite.Locator("h1")).ToContainTextAsync(titel);
        foreach (var zeile in vorlage.Zeilen) await Assertions.Expect(besucher.Seite.Locator("main")).ToContainTextAsync(zeile.Zellen[0]);
        foreach (var fenster in (Hand[])[fuehrung, sprecherin, besucher]) await fenster.Seite.Context.CloseAsync();
    }

    private static async Task<string> GruendenAsync(Hand fuehrung, string name)
    {
        await fuehrung.GehenAsync("/fachgruppen/neu");
        await fuehrung.SchreibenAsync("Name", name);
        await fuehrung.WaehlenAsync(fuehrung.Seite.Locator("select[name=Weg]"), "Fachgruppe");
        await fuehrung.WaehlenAsync(fuehrung.Seite.Locator("select[name=Handlungsfeld]"), "alter");
        await fuehrung.SchreibenAsync("Auftrag", "Die Gruppe begleitet ältere Menschen in drei Stadtteilen.");
        await fuehrung.TagAsync("Am", new DateOnly(2026, 1, 15));
        await fuehrung.SchreibenAsync("Grund", "Anregung aus der Sozialplanungskonferenz");
        await fuehrung.KnopfAsync("Gruppe anlegen");
        await fuehrung.Seite.WaitForURLAsync(GruppenAdresse());
        var gruppe = new Uri(fuehrung.Seite.Url).AbsolutePath;
        foreach (var ziel in (string[])["Beraten", "InGruendung", "Aktiv"])
        {
            await fuehrung.GehenAsync($"{gruppe}/schritte/neu?ziel={ziel}");
            await fuehrung.TagAsync("Am", new DateOnly(2026, 2, 16));
            await fuehrung.SchreibenAsync("Grund", "Die Konferenz hat es empfohlen.");
            await fuehrung.KnopfAsync("Schritt festhalten");
            await fuehrung.Seite.WaitForURLAsync(u => !u.Contains("/schritte", StringComparison.Ordinal));
        }
        return gruppe;
    }

    private static async Task EinladenAsync(Hand fuehrung, string gruppe, string email)
    {
        await fuehrung.GehenAsync($"{gruppe}/einladungen/neu");
        await fuehrung.SchreibenAsync("Vorname", "Hedwig");
        await fuehrung.SchreibenAsync("Nachname", "Neumann");
        await fuehrung.SchreibenAsync("Email", email);
        await fuehrung.WaehlenAsync(fuehrung.Seite.Locator("select[name=Rolle]"), "Sprecher");
        await fuehrung.KnopfAsync("Einladung senden");
        await fuehrung.Seite.WaitForURLAsync(u => !u.EndsWith("/neu", StringComparison.Ordinal) && !u.EndsWith("/einladungen", StringComparison.Ordinal));
    }

    /// <summary>In der Vorführung liegt die Mail im Postausgang; dort steht der Link.</summary>
    private async Task<string> EinladungslinkAsync(string email)
    {
        var administration = await vorfuehrung.FensterAsync();
        await Vorfuehrung.AnmeldenAsync(administration, "administration@musterstadt.example");
        await administration.GotoAsync("/verwaltung/postausgang?q=" + Uri.EscapeDataString(email));
        await administration.Locator("main a[href^='/verwaltung/postausgang/']").First.ClickAsync();
        var link = await administration.Locator("main a[href*='/einladung/']").First.GetAttributeAsync("href");
        await administration.Context.CloseAsync();
        return new Uri(new Uri(vorfuehrung.Adresse), link!).AbsolutePath;
    }

    private static async Task AnnehmenAsync(Hand sprecherin, string link)
    {
        await sprecherin.GehenAsync(link);
        await sprecherin.SchreibenAsync("Vorname", "Hedwig");
        await sprecherin.SchreibenAsync("Nachname", "Neumann");
        await sprecherin.SchreibenAsync("Kennwort", NeuesKennwort);
        await sprecherin.KnopfAsync("Mit Kennwort annehmen");
        await sprecherin.Seite.WaitForURLAsync(u => !u.Contains("/einladung/", StringComparison.Ordinal));
    }

    private static async Task<string> BeginnenAsync(Hand sprecherin, string gruppe, string titel)
    {
        await sprecherin.GehenAsync("/vorschlaege/neu?fachgruppe=" + gruppe.Split('/')[^1]);
        await sprecherin.AnkreuzenAsync(sprecherin.Seite.Locator($"input[name=Fachgruppe][value=\"{gruppe.Split('/')[^1]}\"]"));
        await sprecherin.SchreibenAsync("Titel", titel);
        await sprecherin.DrueckenAsync(sprecherin.Seite.Locator("main form button[type=submit]").First);
        await sprecherin.Seite.WaitForURLAsync(VorschlagsAdresse());
        return VorschlagsAdresse().Match(new Uri(sprecherin.Seite.Url).AbsolutePath).Groups[1].Value;
    }

    private static async Task AusfuellenAsync(Hand hand, Vorlage vorlage)
    {
        var seite = hand.Seite;
        if (!seite.Url.EndsWith("/schreiben", StringComparison.Ordinal)) await hand.GehenAsync(VorschlagsAdresse().Match(new Uri(seite.Url).AbsolutePath).Groups[1].Value + "/schreiben");
        // Zuerst die Zeilen der Matrix, denn ohne JavaScript lädt jede neue Zeile die Seite neu.
        var anzahl = 0;
        foreach (var zeile in vorlage.Zeilen)
        {
            await hand.DrueckenAsync(seite.Locator($"button[name=Aktion][value=\"neu:{zeile.Zielfeld}\"]"));
            await Assertions.Expect(seite.Locator("fieldset.p-matrix-zeile")).ToHaveCountAsync(++anzahl);
        }
        await hand.SchreibenAsync(Stelle(seite, "Kurzfassung"), vorlage.Text("Kurzfassung"));
        await hand.WaehlenAsync(Stelle(seite, "Handlungsfeld"), "alter");
        await hand.AnkreuzenAsync(seite.Locator("input[type=radio][value=Strategisch]"));
        foreach (var feld in (string[])["Ausgangslage", "Bedarf", "Zielgruppe"]) await hand.SchreibenAsync(Stelle(seite, feld), vorlage.Text(feld));
        foreach (var raum in vorlage.Sozialraeume) await hand.AnkreuzenAsync(seite.Locator($"input[type=checkbox][value=\"{raum}\"]"));
        foreach (var gruppe in vorlage.Zeilen.GroupBy(z => z.Zielfeld))
            foreach (var (zeile, nummer) in gruppe.Select((z, i) => (z, i)))
                await ZeileAsync(hand, seite.Locator($"fieldset.p-matrix-zeile[data-zielfeld=\"{gruppe.Key}\"]").Nth(nummer), zeile.Zellen);
        foreach (var feld in (string[])["Umsetzungsschritte", "Federfuehrung", "Beteiligte", "KostenEinmalig", "KostenLaufend", "Finanzierung", "ZeitrahmenVon", "ZeitrahmenBis"])
            await hand.SchreibenAsync(Stelle(seite, feld), vorlage.Text(feld));
        await hand.DrueckenAsync(seite.Locator(".p-speicherleiste button[name=Aktion][value=speichern]"));
        await Assertions.Expect(seite.Locator("[data-stand]")).ToContainTextAsync("espeichert");
    }

    private static async Task ZeileAsync(Hand hand, ILocator zeile, string[] zellen)
    {
        string[] stellen = ["ziel", "kennzahl", "ausgangswert", "zielwert", "bis-wann", "verantwortlich", "wirkungsstufe"];
        foreach (var (stelle, nummer) in stellen.Select((s, i) => (s, i)).Take(zellen.Length))
        {
            var zelle = zeile.Locator($"[data-stelle=\"{stelle}\"]");
            if (stelle == "wirkungsstufe") await hand.WaehlenAsync(zelle, zellen[nummer]);
            else await hand.SchreibenAsync(zelle, zellen[nummer]);
        }
    }

    private static ILocator Stelle(IPage seite, string feld) => seite.Locator($"form#schreiben [data-stelle=\"{feld}\"]").First;

    [GeneratedRegex("/fachgruppen/(?!neu)[a-z0-9-]+$")]
    private static partial Regex GruppenAdresse();

    [GeneratedRegex(@"(/vorschlaege/\d{4}-\d+)")]
    private static partial Regex VorschlagsAdresse();
}
