using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Das Portal als eigener Prozess mit der Vorführung von Musterstadt, und ein wirkliches Chromium davor.</summary>
public sealed class Vorfuehrung : IAsyncLifetime
{
    public const string Kennwort = "musterstadt-demo-2026";

    /// <summary>So lange wartet ein Schritt höchstens auf das, was kommen soll.</summary>
    public static readonly TimeSpan Geduld = TimeSpan.FromSeconds(40);

    private readonly string _ordner = Directory.CreateTempSubdirectory("portal-reise-").FullName;
    private Process? _portal;
    private IPlaywright? _playwright;

    public string Adresse { get; private set; } = "";
    public IBrowser Browser { get; private set; } = null!;
    public Rundgang Rundgang { get; }

    public Vorfuehrung() => Rundgang = new(this);

    public static string? Chromium { get; } =
        new[] { Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(p => p is { Length: > 0 } && File.Exists(p));

    public async Task InitializeAsync()
    {
        if (Chromium is null) return;
        Adresse = $"http://localhost:{FreierPort()}";
        _portal = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), "demo", $"--Demo:Datenbank={Path.Combine(_ordner, "demo.db")}", $"--Demo:Port={new Uri(Adresse).Port}",
                "--Begrenzung:AnmeldungProMinute=10000", "--Begrenzung:FormularProMinute=10000"])
        { UseShellExecute = false, WorkingDirectory = _ordner, RedirectStandardOutput = true, RedirectStandardError = true });
        _portal!.OutputDataReceived += (_, _) => { };
        _portal.ErrorDataReceived += (_, _) => { };
        _portal.BeginOutputReadLine();
        _portal.BeginErrorReadLine();
        await WartenAsync();
        Assertions.SetDefaultExpectTimeout((float)Geduld.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=de-DE"],
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_portal is not null)
        {
            _portal.Kill(entireProcessTree: true);
            await _portal.WaitForExitAsync();
            _portal.Dispose();
        }
        Directory.Delete(_ordner, recursive: true);
    }

    /// <summary>Ein eigenes Fenster.</summary>
    public async Task<IPage> FensterAsync(int breite = 1280, bool skript = true, ColorScheme farben = ColorScheme.Light)
    {
        var fenster = await Browser.NewContextAsync(new()
        {
            BaseURL = Adresse,
            ViewportSize = new() { Width = breite, Height = 900 },
            JavaScriptEnabled = skript,
            ColorScheme = farben,
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
        });
        fenster.SetDefaultTimeout((float)Geduld.TotalMilliseconds);
        return await fenster.NewPageAsync();
    }

    /// <summary>Meldet sich über die Anmeldeseite an.</summary>
    public static async Task AnmeldenAsync(IPage seite, string email, string kennwort = Kennwort)
    {
        await seite.GotoAsync("/anmeldung");
        await seite.Locator("input[name=Email]").FillAsync(email);
        await seite.Locator("input[name=Kennwort]").FillAsync(kennwort);
        await seite.Locator("input[name=Kennwort]").PressAsync("Enter");
        await seite.WaitForURLAsync(u => !u.Contains("/anmeldung", StringComparison.Ordinal));
    }

    /// <summary>In der Vorführung liegt jede Mail im Postausgang; dort steht der Link der jüngsten Einladung an diese Adresse.</summary>
    public async Task<string> EinladungslinkAsync(string email)
    {
        var administration = await FensterAsync();
        await AnmeldenAsync(administration, "administration@musterstadt.example");
        await administration.GotoAsync("/verwaltung/postausgang?q=" + Uri.EscapeDataString(email));
        await administration.GotoAsync(await ErsterAsync(administration, "main th:has-text('Einladung') a"));
        var link = await ErsterAsync(administration, "main a[href*='/einladung/']");
        await administration.Context.CloseAsync();
        return new Uri(new Uri(Adresse), link).AbsolutePath;

        static async Task<string> ErsterAsync(IPage seite, string auswahl) => (await seite.Locator(auswahl).First.GetAttributeAsync("href"))!;
    }

    private static int FreierPort()
    {
        using var lauscher = new TcpListener(IPAddress.Loopback, 0);
        lauscher.Start();
        return ((IPEndPoint)lauscher.LocalEndpoint).Port;
    }

    private async Task WartenAsync()
    {
        using var http = new HttpClient();
        for (var versuch = 0; versuch < 240; versuch++)
        {
            try
            {
                using var antwort = await http.GetAsync(Adresse + "/health/live");
                return;
            }
            catch (HttpRequestException)
            {
                if (_portal!.HasExited) throw new InvalidOperationException($"Das Portal hat sich beendet ({_portal.ExitCode}).");
                await Task.Delay(500);
            }
        }
        throw new TimeoutException("Das Portal antwortet nicht.");
    }
}

[CollectionDefinition(Name)]
public sealed class Reisegruppe : ICollectionFixture<Vorfuehrung>
{
    public const string Name = "Vorführung";
}

/// <summary>Eine Prüfung im Browser: ohne Chromium sichtbar übersprungen, in CI ein Fehler.</summary>
public sealed class ImBrowserFactAttribute : FactAttribute
{
    public ImBrowserFactAttribute()
    {
        if (Vorfuehrung.Chromium is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = "Chromium ist nicht installiert (Debian-Paket chromium).";
    }
}

/// <inheritdoc cref="ImBrowserFactAttribute"/>
public sealed class ImBrowserTheoryAttribute : TheoryAttribute
{
    public ImBrowserTheoryAttribute()
    {
        if (Vorfuehrung.Chromium is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = "Chromium ist nicht installiert (Debian-Paket chromium).";
    }
}
