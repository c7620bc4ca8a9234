using System.Globalization;
using Npgsql;

namespace Portal.Benchmarks;

/// <summary>A throw-away PostgreSQL from Debian's binaries, with the settings it has in operation (every commit reaches the disk).</summary>
public sealed class Postgres : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _binaries;
    private readonly int _port;

    private Postgres(string folder, string binaries, int port) => (_folder, _binaries, _port) = (folder, binaries, port);

    public static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(b => File.Exists(Path.Combine(b, "initdb"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault() : null;

    public static async Task<Postgres> StartAsync(string work)
    {
        var folder = Path.Combine(work, "postgres");
        Directory.CreateDirectory(folder);
        if (IsRoot)
        {
            await Shell.RunAsync("chmod", ["711", work], "/", TimeSpan.FromMinutes(1));
            await Shell.RunAsync("chown", ["postgres", folder], "/", TimeSpan.FromMinutes(1));
        }
        var postgres = new Postgres(folder, Binaries!, Places.FreePort());
        await postgres.AsServerAsync("initdb", "-D", postgres.Data, "-U", "portal", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await postgres.AsServerAsync("pg_ctl", "-D", postgres.Data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o",
            string.Create(CultureInfo.InvariantCulture, $"-p {postgres._port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=300"), "start");
        return postgres;
    }

    public Database Database(string name) => new(true, new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = _port, Username = "portal", Database = name }.ConnectionString);

    public async Task CreateAsync(string name, string template = "template1") => await Database("postgres").RowsAsync($"CREATE DATABASE {name} TEMPLATE {template}");

    public async ValueTask DisposeAsync() => await AsServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    private static bool IsRoot => string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The server refuses to run as root.</summary>
    private async Task AsServerAsync(string program, params string[] args)
    {
        string[] whole = IsRoot ? ["runuser", "-u", "postgres", "--", Path.Combine(_binaries, program), .. args] : [Path.Combine(_binaries, program), .. args];
        // The server keeps its parent's output open.
        await Shell.RunOpenlyAsync(whole[0], whole[1..], "/", TimeSpan.FromMinutes(2));
    }
}
