using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Das Portal als eigener Prozess mit der Vorführung von Musterstadt, und ein wirkliches Chromium davor.</summary>
public sealed partial class Vorfuehrung : IAsyncLifetime
{
    public const string Kennwort = "musterstadt-demo-2026";

    /// <summary>So lange wartet ein Schritt höchstens auf das, was kommen soll.</summary>
    public static readonly TimeSpan Geduld = TimeSpan.FromSeconds(40);

    private Portalprozess? _portal;
    private IPlaywright? _playwright;
    private IPage? _administration;

    public string Adresse => _portal!.Adresse;
    public IBrowser Browser { get; private set; } = null!;
    public Rundgang Rundgang { get; }
    public NachEinerTat NachEinerTat { get; }

    public Vorfuehrung() => (Rundgang, NachEinerTat) = (new(this), new(this));

    public static string? Chromium { get; } =
        new[] { Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(p => p is { Length: > 0 } && File.Exists(p));

    public async Task InitializeAsync()
    {
        if (Chromium is null) return;
        _portal = await Portalprozess.VorfuehrungAsync();
        Assertions.SetDefaultExpectTimeout((float)Geduld.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            // Felder für Tage und Zeiten richten sich nach der Sprache der Oberfläche.
            Env = Umgebung().Append(new("LANGUAGE", "de")),
        });
    }

    private static IEnumerable<KeyValuePair<string, string>> Umgebung() => Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
        .Where(e => (string)e.Key != "LANGUAGE").Select(e => new KeyValuePair<string, string>((string)e.Key, (string?)e.Value ?? ""));

    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_portal is not null) await _portal.DisposeAsync();
    }

    /// <summary>Ein eigenes Fenster.</summary>
    /// <param name="adresse">Das Portal; ohne Angabe die Vorführung.</param>
    public async Task<IPage> FensterAsync(int breite = 1280, bool skript = true, string? adresse = null)
    {
        var fenster = await Browser.NewContextAsync(new()
        {
            BaseURL = adresse ?? Adresse,
            ViewportSize = new() { Width = breite, Height = 900 },
            JavaScriptEnabled = skript,
            ColorScheme = ColorScheme.Light,
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
        });
        fenster.SetDefaultTimeout((float)Geduld.TotalMilliseconds);
        if (skript) await Zugaenglichkeit.MitbringenAsync(fenster);
        return await fenster.NewPageAsync();
    }

    /// <summary>Meldet sich über die Anmeldeseite an.</summary>
    public static async Task AnmeldenAsync(IPage seite, string email, string kennwort = Kennwort)
    {
        await seite.GotoAsync("/anmeldung");
        await seite.Locator("input[name=Email]").FillAsync(email);
        await seite.Locator("input[name=Kennwort]").FillAsync(kennwort);
        await seite.Locator("input[name=Kennwort]").PressAsync("Enter");
        // WaitForURLAsync wartet, wenn die neue Adresse schon da ist, doch auf das Ende des Ladens, und verpasst es manchmal für immer.
        await Assertions.Expect(seite).Not.ToHaveURLAsync(Anmeldeseite());
    }

    [GeneratedRegex("/anmeldung")]
    private static partial Regex Anmeldeseite();

    /// <summary>Der Link der jüngsten Einladung an diese Adresse.</summary>
    public Task<string> EinladungslinkAsync(string email) => LinkAusMailAsync(email, "Einladung", "/einladung/");

    /// <summary>In der Vorführung liegt jede Mail im Postausgang; dort steht der Link aus der jüngsten an diese Adresse.</summary>
    /// <param name="pfad">Womit die Adresse des Links beginnt.</param>
    public async Task<string> LinkAusMailAsync(string email, string betreff, string pfad)
    {
        if (_administration is not { } administration)
        {
            administration = await FensterAsync();
            await AnmeldenAsync(administration, "administration@musterstadt.example");
            _administration = administration;
        }
        await administration.GotoAsync("/verwaltung/postausgang?q=" + Uri.EscapeDataString(email));
        await administration.GotoAsync(await ErsterAsync(administration, $"main th:has-text('{betreff}') a"));
        var link = await ErsterAsync(administration, $"main a[href*='{pfad}']");
        return new Uri(new Uri(Adresse), link).AbsolutePath;

        static async Task<string> ErsterAsync(IPage seite, string auswahl) => (await seite.Locator(auswahl).First.GetAttributeAsync("href"))!;
    }
}

/// <summary>Was Menschen nacheinander tun. Läuft neben der Besichtigung, mit einem eigenen Portal: So nutzen beide die Zeit, in der der andere wartet.</summary>
[CollectionDefinition(Name)]
public sealed class Reisegruppe : ICollectionFixture<Vorfuehrung>
{
    public const string Name = "Reisen";
}

/// <summary>Was jede Seite zeigt.</summary>
[CollectionDefinition(Name)]
public sealed class Besichtigung : ICollectionFixture<Vorfuehrung>
{
    public const string Name = "Besichtigung";
}

/// <summary>Eine Prüfung im Browser: ohne Chromium sichtbar übersprungen, in CI ein Fehler.</summary>
public sealed class ImBrowserFactAttribute : FactAttribute
{
    public ImBrowserFactAttribute()
    {
        if (Vorfuehrung.Chromium is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = "Chromium ist nicht installiert (Debian-Paket chromium-headless-shell).";
    }
}

/// <inheritdoc cref="ImBrowserFactAttribute"/>
public sealed class ImBrowserTheoryAttribute : TheoryAttribute
{
    public ImBrowserTheoryAttribute()
    {
        if (Vorfuehrung.Chromium is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = "Chromium ist nicht installiert (Debian-Paket chromium-headless-shell).";
    }
}
