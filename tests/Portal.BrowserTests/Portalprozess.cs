using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Portal.BrowserTests;

/// <summary>Das Portal als eigener Prozess mit einem Ordner für seine Dateien, der am Ende verschwindet.</summary>
public sealed class Portalprozess : IAsyncDisposable
{
    private static readonly SemaphoreSlim s_anlegen = new(1, 1);
    private static byte[]? s_musterstadt;

    private readonly string _ordner = Directory.CreateTempSubdirectory("portal-reise-").FullName;
    private readonly StringBuilder _ausgabe = new();
    private readonly Process _prozess;

    private Portalprozess(Func<string, string, string[]> befehl)
    {
        Adresse = $"http://localhost:{FreierPort()}";
        _prozess = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), .. befehl(Adresse, _ordner), "--Begrenzung:AnmeldungProMinute=10000", "--Begrenzung:FormularProMinute=10000"])
            {
                UseShellExecute = false,
                WorkingDirectory = _ordner,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _prozess.OutputDataReceived += Merken;
        _prozess.ErrorDataReceived += Merken;
        _prozess.Start();
        _prozess.BeginOutputReadLine();
        _prozess.BeginErrorReadLine();
    }

    public string Adresse { get; }

    /// <summary>Was das Programm bisher auf die Konsole geschrieben hat.</summary>
    public string Ausgabe
    {
        get { lock (_ausgabe) return _ausgabe.ToString(); }
    }

    /// <summary>Die Vorführung mit Musterstadt. Angelegt wird Musterstadt nur vom ersten Portal, denn das dauert; die anderen beginnen mit seiner Datei.</summary>
    public static async Task<Portalprozess> VorfuehrungAsync()
    {
        await s_anlegen.WaitAsync();
        try
        {
            if (s_musterstadt is null)
            {
                var erstes = await StartenAsync(Vorfuehren);
                s_musterstadt = await erstes.AbschriftAsync();
                return erstes;
            }
        }
        finally
        {
            s_anlegen.Release();
        }
        return await StartenAsync((adresse, ordner) =>
        {
            File.WriteAllBytes(Datenbank(ordner), s_musterstadt);
            return Vorfuehren(adresse, ordner);
        });
    }

    /// <summary>Ein Portal, in dem noch niemand ist.</summary>
    public static Task<Portalprozess> LeerAsync() =>
        StartenAsync((adresse, ordner) => [$"--Urls={adresse}", $"--Datenbank:Verbindung=Data Source={Path.Combine(ordner, "portal.db")}", $"--Mail:Portaladresse={adresse}", "--Mail:Weg=Postausgang"]);

    private static string Datenbank(string ordner) => Path.Combine(ordner, "demo.db");

    private static string[] Vorfuehren(string adresse, string ordner) => ["demo", $"--Demo:Datenbank={Datenbank(ordner)}", $"--Demo:Port={new Uri(adresse).Port}"];

    // Die Datei allein genügte nicht: Was zuletzt geschrieben wurde, steht noch daneben.
    private async Task<byte[]> AbschriftAsync()
    {
        var ziel = Path.Combine(_ordner, "abschrift.db");
        await using (var datenbank = new SqliteConnection($"Data Source={Datenbank(_ordner)};Pooling=False;Default Timeout=60"))
        {
            await datenbank.OpenAsync();
            await using var befehl = datenbank.CreateCommand();
            befehl.CommandText = "VACUUM INTO $ziel";
            befehl.Parameters.AddWithValue("$ziel", ziel);
            await befehl.ExecuteNonQueryAsync();
        }
        return await File.ReadAllBytesAsync(ziel);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_prozess.HasExited) _prozess.Kill(entireProcessTree: true);
        await _prozess.WaitForExitAsync();
        _prozess.Dispose();
        Directory.Delete(_ordner, recursive: true);
    }

    /// <returns>Ein Portal, das antwortet. Nimmt ein anderes Programm inzwischen den Port, kommt ein neuer an die Reihe.</returns>
    private static async Task<Portalprozess> StartenAsync(Func<string, string, string[]> befehl)
    {
        for (var versuch = 1; ; versuch++)
        {
            var portal = new Portalprozess(befehl);
            try
            {
                await portal.AntwortetAsync();
                return portal;
            }
            catch (InvalidOperationException) when (versuch < 4)
            {
                await portal.DisposeAsync();
            }
        }
    }

    private async Task AntwortetAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
        for (var uhr = Stopwatch.StartNew(); uhr.Elapsed < TimeSpan.FromMinutes(5); await Task.Delay(100))
        {
            if (_prozess.HasExited) throw new InvalidOperationException($"Das Portal hat sich beendet ({_prozess.ExitCode}): {Ausgabe}");
            try
            {
                using var antwort = await http.GetAsync(Adresse + "/health/live");
                if (antwort.IsSuccessStatusCode) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Es lauscht noch nicht.
            }
        }
        await DisposeAsync();
        throw new TimeoutException("Das Portal antwortet nicht: " + Ausgabe);
    }

    private static int FreierPort()
    {
        using var lauscher = new TcpListener(IPAddress.Loopback, 0);
        lauscher.Start();
        return ((IPEndPoint)lauscher.LocalEndpoint).Port;
    }

    private void Merken(object _, DataReceivedEventArgs zeile)
    {
        lock (_ausgabe) _ausgabe.AppendLine(zeile.Data);
    }
}
