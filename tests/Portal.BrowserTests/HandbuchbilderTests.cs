using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>
/// Die Bilder des Handbuchs, aufgenommen in der Vorführung. Aufgenommen wird bei jedem Lauf, damit keines veraltet, ohne dass es auffällt;
/// geschrieben nur, wenn <c>PORTAL_BILDER</c> den Ordner nennt (docs/handbuch/bilder/aufnehmen).
/// </summary>
[Collection(Besichtigung.Name)]
public sealed class HandbuchbilderTests(Vorfuehrung vorfuehrung)
{
    private static readonly string s_handbuch = Path.Combine(Wurzel(), "docs", "handbuch");

    /// <summary>
    /// Ein Bild. <paramref name="Seite"/>: eine Adresse, „Titel des Vorschlags › was dahinter kommt“, oder „/ › Wort › Wort“ für die Links, die man von der
    /// Startseite aus nacheinander wählt. <paramref name="Stelle"/>: was davon zu sehen ist, höchstens <paramref name="Hoehe"/> Pixel hoch.
    /// </summary>
    private sealed record Bild(string Name, string Seite, string Stelle = "main", int Hoehe = 760);

    private static readonly (string Wer, Bild[] Bilder)[] s_bilder =
    [
        ("",
        [
            new("vorschlaege-liste", "/vorschlaege"),
            new("vorschlag-lesen", "Anlaufstellen für das Älterwerden › ", Hoehe: 770),
            new("vorschlag-matrix", "Anlaufstellen für das Älterwerden › ", ".p-matrix", 930),
            new("anmelden", "/anmeldung", Hoehe: 580),
        ]),
        ("sprecherin",
        [
            new("was-steht-an", "/", "body"),
            new("gruppe-mitglieder", "/fachgruppen/gut-aelter-werden/mitglieder"),
            new("schreiben", "Besuch zum 75. Geburtstag › /schreiben", Hoehe: 690),
            new("schreiben-matrix", "Besuch zum 75. Geburtstag › /schreiben", "#zielfeld-ergebnisse"),
            new("einreichen", "Besuch zum 75. Geburtstag › /einreichung", Hoehe: 600),
            new("diskussion", "Besuch zum 75. Geburtstag › /diskussion", Hoehe: 760),
            new("fassungen", "Besuch zum 75. Geburtstag › /fassungen"),
            new("konto", "/konto", Hoehe: 960),
        ]),
        ("geschaeftsfuehrung",
        [
            new("geschaeftsfuehrung-was-steht-an", "/", "body"),
            new("gruppe-weg", "/fachgruppen/gut-aelter-werden", Hoehe: 704),
            new("sichtung", "/sichtung", Hoehe: 382),
            new("deckung", "/deckung?fachgruppe=gut-aelter-werden", Hoehe: 820),
            new("verlauf", "/verlauf", Hoehe: 712),
        ]),
        ("mitglied", [new("mitglied-was-steht-an", "/", "body")]),
        ("konferenz",
        [
            new("konferenz-was-steht-an", "/", "body"),
            new("bewerten", "/ › Bewerten › Weiter bewerten", Hoehe: 900),
            new("abstimmen", "/ › Abstimmen › Abstimmen", Hoehe: 760),
        ]),
        ("datenverantwortliche", [new("deckung-kennzahlen", "/deckung?handlungsfeld=armut", Hoehe: 760)]),
        ("administration",
        [
            new("administration-was-steht-an", "/", "body"),
            new("verwaltung", "/verwaltung"),
            new("personen", "/verwaltung/personen"),
            new("postausgang", "/verwaltung/postausgang", Hoehe: 700),
            new("formular", "/verwaltung/formular", Hoehe: 900),
        ]),
    ];

    [ImBrowserFact]
    public async Task Das_Handbuch_zeigt_die_Bilder_der_Vorfuehrung_und_beschreibt_jedes()
    {
        var ziel = Environment.GetEnvironmentVariable("PORTAL_BILDER");
        await PostSchreibenAsync();
        foreach (var (wer, bilder) in s_bilder)
        {
            var seite = await vorfuehrung.FensterAsync();
            if (wer.Length > 0) await Vorfuehrung.AnmeldenAsync(seite, $"{wer}@musterstadt.example");
            foreach (var bild in bilder)
            {
                var aufnahme = await AufnehmenAsync(seite, bild);
                if (!string.IsNullOrEmpty(ziel)) await File.WriteAllBytesAsync(Path.Combine(ziel, bild.Name + ".png"), aufnahme);
                Assert.InRange(aufnahme.Length, 10_000, 400_000);
            }
            await seite.Context.CloseAsync();
        }

        var texte = string.Join('\n', Directory.EnumerateFiles(s_handbuch, "*.md").Select(File.ReadAllText));
        foreach (var name in s_bilder.SelectMany(b => b.Bilder).Select(b => b.Name))
        {
            Assert.True(File.Exists(Path.Combine(s_handbuch, "bilder", name + ".png")), $"Es fehlt bilder/{name}.png (docs/handbuch/bilder/aufnehmen).");
            Assert.Matches($@"!\[[^\]]{{20,}}\]\(bilder/{name}\.png\)", texte);
        }
        Assert.Equal(s_bilder.Sum(b => b.Bilder.Length), Directory.EnumerateFiles(Path.Combine(s_handbuch, "bilder"), "*.png").Count());
    }

    /// <summary>Damit im Postausgang etwas liegt: Zwei Menschen haben ihr Kennwort vergessen. Sonst ändert sich dadurch nichts.</summary>
    private async Task PostSchreibenAsync()
    {
        var seite = await vorfuehrung.FensterAsync();
        foreach (var wer in (string[])["ingeborg.weiss", "karl-heinz.boettcher"])
        {
            await seite.GotoAsync("/kennwort-vergessen");
            await seite.Locator("main input[type=email]").FillAsync($"{wer}@musterstadt.example");
            await seite.Locator("main form button[type=submit]").First.ClickAsync();
            await Assertions.Expect(seite).ToHaveURLAsync(new Regex("/gesendet$"));
        }
        await seite.Context.CloseAsync();
    }

    private static async Task<byte[]> AufnehmenAsync(IPage seite, Bild bild)
    {
        await seite.SetViewportSizeAsync(1280, 900);
        var teile = bild.Seite.Split(" › ");
        if (teile[0] == "/")
        {
            await seite.GotoAsync("/");
            foreach (var wort in teile.Skip(1))
            {
                var adresse = await seite.Locator("main a", new() { HasText = wort }).First.GetAttributeAsync("href");
                await seite.GotoAsync(adresse!);
            }
        }
        else if (teile.Length == 2)
        {
            await seite.GotoAsync("/vorschlaege?suche=" + Uri.EscapeDataString(teile[0]));
            var adresse = await seite.Locator(".p-listeneintrag__titel a", new() { HasText = teile[0] }).First.GetAttributeAsync("href");
            await seite.GotoAsync(adresse + teile[1].Trim());
        }
        else
        {
            await seite.GotoAsync(bild.Seite);
        }
        await seite.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        // Die feste Speicherleiste soll die Stelle nicht verdecken: Das Fenster wird so hoch wie die Seite.
        var hoehe = await seite.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await seite.SetViewportSizeAsync(1280, hoehe);
        var kasten = await seite.Locator(bild.Stelle).First.BoundingBoxAsync() ?? throw new InvalidOperationException($"{bild.Stelle} ist auf {seite.Url} nicht zu sehen.");
        var oben = bild.Stelle == "main" ? kasten.Y : Math.Max(0, kasten.Y - 16);
        return await seite.ScreenshotAsync(new() { Clip = new() { X = 0, Y = oben, Width = 1280, Height = Math.Min(Math.Min(kasten.Height + 32, bild.Hoehe), hoehe - oben) } });
    }

    private static string Wurzel()
    {
        var ordner = new DirectoryInfo(AppContext.BaseDirectory);
        while (ordner is not null && !File.Exists(Path.Combine(ordner.FullName, "Portal.sln"))) ordner = ordner.Parent;
        return ordner?.FullName ?? throw new InvalidOperationException("Portal.sln ist nicht zu finden.");
    }
}
