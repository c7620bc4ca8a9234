using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Identity;
using Portal.Musterstadt;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Platform.Commands;

/// <summary>
/// Shows the portal with the fictional Musterstadt: an SQLite file of its own, reachable from this computer only, mail stays in the
/// portal's own Postausgang. Settings: <c>Demo:Datenbank</c> (file), <c>Demo:Port</c>. <c>--neu</c> begins afresh.
/// </summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var afresh = args.Contains("--neu");
        var rest = args.Where(a => a != "--neu").ToArray();
        var settings = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).AddEnvironmentVariables().AddCommandLine(rest).Build();
        var file = Path.GetFullPath(settings["Demo:Datenbank"] is { Length: > 0 } named ? named : DefaultFile());
        if (!ushort.TryParse(settings["Demo:Port"] ?? "5080", NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
            throw new CannotRun($"Demo:Port ist „{settings["Demo:Port"]}“. Nötig ist eine Zahl von 1 bis 65535.");
        var address = $"http://localhost:{port}";
        if (IsTaken(port)) throw new CannotRun($"{address} ist schon vergeben: Dort lauscht ein anderes Programm, oder die Vorführung läuft bereits. Nehmen Sie einen anderen Port: --Demo:Port=5081.");
        Prepare(file, afresh);

        await using var app = PortalApp.Build(
            ["--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Warning", "--Logging:LogLevel:Microsoft.AspNetCore=Warning", .. rest,
                "--Datenbank:Art=Sqlite", $"--Datenbank:Verbindung=Data Source={file}", "--Mail:Weg=Postausgang", $"--Mail:Portaladresse={address}", $"--Urls={address}"],
            builder => builder.Services.AddScoped<IPasswordHasher<Konto>, VorfuehrKennwort>());
        if (await DatabaseSetup.IsOfAnotherVersionAsync(app.Services))
            throw new CannotRun($"Die Vorführung {file} stammt von einer anderen Fassung des Portals. „demo --neu“ legt sie neu an; was dort eingetragen wurde, geht dabei verloren.");
        await DatabaseSetup.MigrateAsync(app.Services);
        using (var scope = app.Services.CreateScope())
            await Mustergemeinde.FuellenAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Greeting(address, file)));
        await app.RunAsync();
        return 0;
    }

    private static string DefaultFile()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return data.Length > 0 ? Path.Combine(data, "Sozialplanung", "demo.db") : "demo.db";
    }

    /// <summary>Asked before anything is deleted or filled, which would be in vain.</summary>
    private static bool IsTaken(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }

    private static void Prepare(string file, bool afresh)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (!afresh) return;
            foreach (var ending in (string[])["", "-wal", "-shm"]) File.Delete(file + ending);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotRun($"Die Datenbank der Vorführung {file} lässt sich dort nicht anlegen ({e.Message}). Nennen Sie einen anderen Ort: --Demo:Datenbank=/tmp/demo.db.", e);
        }
    }

    private static string Greeting(string address, string file) =>
        $"""

        Die Vorführung mit der erfundenen Hansestadt Musterstadt läuft: {address}
        Sie ist nur von diesem Rechner aus zu erreichen. Datenbank: {file}
        Mails verlassen das Portal nicht; die Administration liest sie im Postausgang.

        Anmelden (alle mit dem Kennwort {Mustergemeinde.Kennwort}):
          Geschäftsführung      geschaeftsfuehrung@musterstadt.example
          Sprecherin            sprecherin@musterstadt.example
          Mitglied              mitglied@musterstadt.example
          Konferenzmitglied     konferenz@musterstadt.example
          Datenverantwortliche  datenverantwortliche@musterstadt.example
          Administration        administration@musterstadt.example

        Neu beginnen: demo --neu      Beenden: Strg+C
        """;
}
