using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Tests.Support;

namespace Portal.Tests.Stoerungen;

/// <summary>Das Portal als eigener Prozess mit eigener Datenbank, wie im Betrieb: man kann ihm mitten in der Arbeit den Strom abstellen.</summary>
internal sealed class Portalprozess : IAsyncDisposable
{
    private readonly Process _prozess;
    private bool _istVorbei;
    private readonly StringBuilder _ausgabe = new();

    private Portalprozess(IEnumerable<string> einstellungen, int port)
    {
        Adresse = new Uri($"http://127.0.0.1:{port}");
        _prozess = Starten(["serve", $"--Urls={Adresse}", "--Mail:Weg=Postausgang", "--Begrenzung:AnmeldungProMinute=100000", .. einstellungen], _ausgabe);
    }

    public Uri Adresse { get; }

    public string Ausgabe
    {
        get { lock (_ausgabe) return _ausgabe.ToString(); }
    }

    /// <returns>Ein Portal, das antwortet.</returns>
    public static Task<Portalprozess> StartenAsync(Datenbank datenbank) => StartenAsync(Einstellungen(datenbank));

    /// <param name="sqlite">Verbindung zu einer SQLite-Datei.</param>
    /// <returns>Ein Portal, das antwortet.</returns>
    public static Task<Portalprozess> StartenAsync(string sqlite) => StartenAsync([$"--Datenbank:Verbindung={sqlite}"]);

    // Nimmt ein anderes Programm inzwischen den Port, kommt ein neuer an die Reihe.
    private static async Task<Portalprozess> StartenAsync(IEnumerable<string> einstellungen)
    {
        for (var versuch = 1; ; versuch++)
        {
            var portal = new Portalprozess(einstellungen, FreierPort());
            try
            {
                using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = portal.Adresse, Timeout = Geduld.Grenze };
                await Geduld.BisAsync(() => portal.AntwortetAsync(http), () => "Das Portal antwortet nicht: " + portal.Ausgabe);
                return portal;
            }
            catch (InvalidOperationException) when (versuch < 4 && portal.Ausgabe.Contains("schon vergeben", StringComparison.Ordinal))
            {
                await portal.DisposeAsync();
            }
        }
    }

    private async Task<bool> AntwortetAsync(HttpClient http)
    {
        if (_prozess.HasExited) throw new InvalidOperationException($"Das Portal hat sich beendet ({_prozess.ExitCode}): {Ausgabe}");
        try
        {
            using var antwort = await http.GetAsync("/health/ready");
            return antwort.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Es lauscht noch nicht.
        }
    }

    /// <summary>Ein Befehl des Programms, bis er endet, z. B. „backup“.</summary>
    public static async Task<(int Code, string Ausgabe)> BefehlAsync(Datenbank datenbank, params string[] befehl)
    {
        var ausgabe = new StringBuilder();
        using var prozess = Starten([.. befehl, .. Einstellungen(datenbank)], ausgabe);
        using var frist = new CancellationTokenSource(Geduld.Grenze);
        try
        {
            await prozess.WaitForExitAsync(frist.Token);
        }
        catch (OperationCanceledException)
        {
            prozess.Kill();
            throw new TimeoutException($"„{befehl[0]}“ endet nicht: {ausgabe}");
        }
        lock (ausgabe) return (prozess.ExitCode, ausgabe.ToString());
    }

    /// <summary><c>kill -9</c>: der Prozess erfährt nichts davon und räumt nichts auf.</summary>
    public async Task ToetenAsync()
    {
        if (_istVorbei) return;
        _istVorbei = true;
        _prozess.Kill();
        await _prozess.WaitForExitAsync();
        _prozess.Dispose();
    }

    public async ValueTask DisposeAsync() => await ToetenAsync();

    private static IEnumerable<string> Einstellungen(Datenbank datenbank) => datenbank.Einstellungen.Select(e => $"--{e.Key}={e.Value}");

    private static Process Starten(IEnumerable<string> befehl, StringBuilder ausgabe)
    {
        void Merken(object _, DataReceivedEventArgs zeile)
        {
            lock (ausgabe) ausgabe.AppendLine(zeile.Data);
        }
        var prozess = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), .. befehl])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            },
        };
        prozess.OutputDataReceived += Merken;
        prozess.ErrorDataReceived += Merken;
        prozess.Start();
        prozess.BeginOutputReadLine();
        prozess.BeginErrorReadLine();
        return prozess;
    }

    internal static int FreierPort()
    {
        using var lauscher = new TcpListener(IPAddress.Loopback, 0);
        lauscher.Start();
        return ((IPEndPoint)lauscher.LocalEndpoint).Port;
    }
}
