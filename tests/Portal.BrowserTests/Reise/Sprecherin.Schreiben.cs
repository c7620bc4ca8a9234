using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.BrowserTests.Reise;

/// <content>Die Sprecherin schreibt: alle Felder, die Zielfeldermatrix, Lücken, Vorschau, Fassungen.</content>
public sealed partial class Sprecherin
{
    private static readonly string[] s_zellen = ["ziel", "kennzahl", "ausgangswert", "zielwert", "bis-wann", "verantwortlich", "wirkungsstufe"];

    private ILocator AlleZeilen => Seite.Locator("fieldset.p-matrix-zeile");

    public async Task AusfuellenAsync(string vorschlag, Vorlage vorlage)
    {
        await Hand.GehenAsync($"{vorschlag}/schreiben");
        // Zuerst die Zeilen der Matrix, denn ohne JavaScript lädt jede neue Zeile die Seite neu.
        var anzahl = 0;
        foreach (var zeile in vorlage.Zeilen)
            await Hand.AnstossenAsync(Seite.Locator($"button[name=Aktion][value=\"neu:{zeile.Zielfeld}\"]"), AlleZeilen.Nth(anzahl++));
        await SchreibenAsync(vorlage, "Kurzfassung");
        await Hand.WaehlenAsync(Stelle("Handlungsfeld"), "alter");
        await Hand.AnkreuzenAsync(Seite.Locator("#schreiben input[type=radio][value=Strategisch]"));
        await SchreibenAsync(vorlage, "Ausgangslage", "Bedarf", "Zielgruppe");
        foreach (var raum in vorlage.Sozialraeume) await Hand.AnkreuzenAsync(Seite.Locator($"#schreiben input[type=checkbox][value=\"{raum}\"]"));
        foreach (var zielfeld in vorlage.Zeilen.GroupBy(z => z.Zielfeld))
            foreach (var (zeile, nummer) in zielfeld.Select((z, i) => (z, i)))
                await ZeileAsync(Zeilen(zielfeld.Key).Nth(nummer), zeile.Zellen);
        await SchreibenAsync(vorlage, "Umsetzungsschritte", "Federfuehrung", "Beteiligte", "KostenEinmalig", "KostenLaufend", "Finanzierung",
            "ZeitrahmenVon", "ZeitrahmenBis", "QuerschnittAlter", "QuerschnittGeschlecht", "QuerschnittMigration", "Schnittstellen");
        await SpeichernAsync();
    }

    /// <summary>Eine Zeile zu viel, nach oben geschoben, wieder entfernt; mit Skript auch zurückgeholt.</summary>
    public async Task ZeilenOrdnenAsync(string vorschlag)
    {
        await Hand.GehenAsync($"{vorschlag}/schreiben");
        var zeilen = Zeilen("ressourcen");
        var vorher = await zeilen.CountAsync();
        await Hand.AnstossenAsync(Seite.Locator("button[name=Aktion][value=\"neu:ressourcen\"]"), zeilen.Nth(vorher));
        var neu = await zeilen.Nth(vorher).GetAttributeAsync("data-ort");
        await Hand.SchreibenAsync(zeilen.Nth(vorher).Locator("[data-stelle=ziel]"), "Räume sind angemietet");
        await Hand.AnstossenAsync(Seite.Locator($"button[value=\"hoch:{neu}\"]"), zeilen.Nth(vorher - 1).And(Seite.Locator($"[data-ort=\"{neu}\"]")));
        await Assertions.Expect(zeilen.Nth(vorher - 1).Locator("[data-stelle=ziel]")).ToHaveValueAsync("Räume sind angemietet");
        if (Hand.MitSkript)
        {
            await Hand.AnstossenAsync(Seite.Locator($"button[value=\"weg:{neu}\"]"), Seite.Locator(".p-zurueckholen"));
            await Hand.AnstossenAsync(Seite.Locator(".p-zurueckholen button"), Seite.Locator($"[data-ort=\"{neu}\"]"));
            await Assertions.Expect(Seite.Locator($"[data-ort=\"{neu}\"] [data-stelle=ziel]")).ToHaveValueAsync("Räume sind angemietet");
            await Hand.AnstossenAsync(Seite.Locator($"button[value=\"weg:{neu}\"]"), Seite.Locator(".p-zurueckholen"));
        }
        else
        {
            await Hand.DrueckenAsync(Seite.Locator($"button[value=\"weg:{neu}\"]"));
        }
        await Assertions.Expect(zeilen).ToHaveCountAsync(vorher);
    }

    /// <summary>Eine Pflichtangabe gelöscht: Das Portal speichert, mit Skript von selbst, sagt, was fehlt, und führt hin.</summary>
    public async Task LueckeSchliessenAsync(string vorschlag)
    {
        await Hand.GehenAsync($"{vorschlag}/schreiben");
        var feld = Stelle("Federfuehrung");
        var bisher = await feld.InputValueAsync();
        await Hand.SchreibenAsync(feld, "");
        if (Hand.MitSkript) await Assertions.Expect(Seite.Locator("[data-stand]")).ToContainTextAsync("Gespeichert um");
        else await SpeichernAsync();
        await Hand.SpringenAsync(Seite.Locator("[data-luecken] li a").First);
        await Assertions.Expect(feld).ToBeInViewportAsync();
        await Hand.SchreibenAsync(feld, bisher);
        if (!Hand.MitSkript) await SpeichernAsync();
        await Assertions.Expect(Seite.Locator("[data-luecken]")).ToContainTextAsync("Alle Pflichtangaben sind da");
        if (Hand.MitSkript) await SpeichernAsync();
        await Seite.ReloadAsync();
        Assert.Equal(bisher, await feld.InputValueAsync());
    }

    public async Task VorschauLesenAsync(string vorschlag, Vorlage vorlage)
    {
        await Hand.GehenAsync($"{vorschlag}/schreiben");
        await Hand.LinkAsync("Vorschau");
        await Hand.LesenAsync("So wird der Vorschlag gelesen");
        foreach (var zeile in vorlage.Zeilen) await Hand.LesenAsync(zeile.Zellen[0]);
    }

    /// <summary>Hält einen Stand fest, ändert die Kurzfassung, hält wieder fest und vergleicht beide.</summary>
    public async Task ZweiFassungenVergleichenAsync(string vorschlag, Vorlage vorlage)
    {
        await FesthaltenAsync(vorschlag, "vor der Kürzung");
        await Hand.GehenAsync($"{vorschlag}/schreiben");
        await Hand.SchreibenAsync(Stelle("Kurzfassung"), vorlage.Text("Kurzfassung").Replace("ältere Menschen", "Seniorinnen und Senioren", StringComparison.Ordinal));
        await SpeichernAsync();
        await FesthaltenAsync(vorschlag, "nach der Kürzung");
        await Hand.AnkreuzenAsync(Zeile("vor der Kürzung").Locator("input[name=von]"));
        await Hand.AnkreuzenAsync(Zeile("nach der Kürzung").Locator("input[name=mit]"));
        await Hand.KnopfAsync("Vergleichen");
        await Assertions.Expect(Seite.Locator(".p-vergleich del").First).ToContainTextAsync("ältere");
        await Assertions.Expect(Seite.Locator(".p-vergleich ins").First).ToContainTextAsync("Seniorinnen");
    }

    public async Task AeltereFassungWiederherstellenAsync(string vorschlag, Vorlage vorlage)
    {
        await Hand.GehenAsync($"{vorschlag}/fassungen");
        await Hand.DrueckenAsync(Zeile("vor der Kürzung").GetByRole(AriaRole.Link, new() { NameRegex = Fassung() }).First);
        await Hand.LinkAsync("Wiederherstellen");
        await Hand.DrueckenAsync(Seite.Locator("main form button[type=submit]", new() { HasText = "wiederherstellen" }));
        await Assertions.Expect(Stelle("Kurzfassung")).ToHaveValueAsync(vorlage.Text("Kurzfassung"));
    }

    private ILocator Zeile(string notiz) => Seite.Locator("tr", new() { HasText = notiz });

    private async Task FesthaltenAsync(string vorschlag, string notiz)
    {
        await Hand.GehenAsync($"{vorschlag}/fassungen");
        await Hand.SchreibenAsync("Notiz", notiz);
        await Hand.KnopfAsync("Fassung festhalten");
        await Hand.LesenAsync(notiz);
    }

    private async Task SpeichernAsync()
    {
        // Was da steht, kann von einem früheren Speichern sein.
        await Seite.Locator("[data-stand]").EvaluateAsync("stand => { stand.textContent = ''; }");
        await Hand.AnstossenAsync(Seite.Locator(".p-speicherleiste button[name=Aktion][value=speichern]"), Seite.Locator("[data-stand]"), Hand.MitSkript ? "Gespeichert um" : "espeichert");
    }

    private async Task SchreibenAsync(Vorlage vorlage, params string[] felder)
    {
        foreach (var feld in felder) await Hand.SchreibenAsync(Stelle(feld), vorlage.Text(feld));
    }

    private async Task ZeileAsync(ILocator zeile, string[] zellen)
    {
        foreach (var (stelle, inhalt) in s_zellen.Zip(zellen))
        {
            var zelle = zeile.Locator($"[data-stelle=\"{stelle}\"]");
            if (stelle == "wirkungsstufe") await Hand.WaehlenAsync(zelle, inhalt);
            else await Hand.SchreibenAsync(zelle, inhalt);
        }
    }

    private ILocator Zeilen(string zielfeld) => Seite.Locator($"fieldset.p-matrix-zeile[data-zielfeld=\"{zielfeld}\"]");

    private ILocator Stelle(string feld) => Seite.Locator($"form#schreiben [data-stelle=\"{feld}\"]").First;

    [GeneratedRegex("^Fassung")]
    private static partial Regex Fassung();
}
