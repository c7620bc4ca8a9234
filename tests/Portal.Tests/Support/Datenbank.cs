using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Musterstadt;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Tests.Support;

/// <summary>
/// Eine Datenbank für eine Prüfklasse: eine Kopie der Vorlage, die einmal je Lauf entsteht (mit Musterstadt, und eine leere).
/// <c>PORTAL_TEST_DB=postgres</c> wählt PostgreSQL; die Verbindung zum Server steht dann in <c>PORTAL_TEST_POSTGRES</c>.
/// </summary>
public sealed class Datenbank : IAsyncDisposable
{
    private static readonly string s_ordner = Directory.CreateTempSubdirectory("portal-pruefung-").FullName;
    private static readonly Lazy<Task<string>> s_musterstadt = new(() => VorlageAsync("musterstadt", gefuellt: true));
    private static readonly Lazy<Task<string>> s_leer = new(() => VorlageAsync("leer", gefuellt: false));
    private static readonly SemaphoreSlim s_kopieren = new(1);
    private static int s_nummer;

    private readonly string _name;
    private SqliteConnection? _beobachter;

    private Datenbank(string name) => _name = name;

    public static bool IstPostgres => string.Equals(Environment.GetEnvironmentVariable("PORTAL_TEST_DB"), "postgres", StringComparison.OrdinalIgnoreCase);

    public string Verbindung => IstPostgres ? PostgresVerbindung(_name) : $"Data Source={_name}";

    /// <summary>Einstellungen, mit denen das Portal diese Datenbank verwendet.</summary>
    public IEnumerable<KeyValuePair<string, string>> Einstellungen =>
        [new("Datenbank:Art", IstPostgres ? "Postgres" : "Sqlite"), new("Datenbank:Verbindung", Verbindung)];

    /// <param name="leer">Ohne Musterstadt: nur die Tabellen.</param>
    public static async Task<Datenbank> NeuAsync(bool leer = false)
    {
        var vorlage = await (leer ? s_leer : s_musterstadt).Value;
        var nummer = Interlocked.Increment(ref s_nummer);
        if (!IstPostgres)
        {
            var datei = Path.Combine(s_ordner, $"{nummer}.db");
            File.Copy(vorlage, datei);
            return new(datei);
        }
        var name = $"pruefung_{Environment.ProcessId}_{nummer}";
        await s_kopieren.WaitAsync();
        try
        {
            await ServerAsync($"CREATE DATABASE {name} TEMPLATE {vorlage}");
        }
        finally
        {
            s_kopieren.Release();
        }
        return new(name);
    }

    /// <summary>Wieder wie am Anfang.</summary>
    public async Task ZuruecksetzenAsync(bool leer)
    {
        var vorlage = await (leer ? s_leer : s_musterstadt).Value;
        if (IstPostgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Verbindung));
            await ServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
            await ServerAsync($"CREATE DATABASE {_name} TEMPLATE {vorlage}");
            return;
        }
        await using var quelle = new SqliteConnection($"Data Source={vorlage};Mode=ReadOnly");
        await using var ziel = new SqliteConnection(Verbindung);
        await quelle.OpenAsync();
        await ziel.OpenAsync();
        quelle.BackupDatabase(ziel);
    }

    /// <summary>Gleich, solange niemand etwas geschrieben hat: SQLite weiß das ohne zu lesen (<c>PRAGMA data_version</c>). PostgreSQL nicht; dann nichts.</summary>
    public async Task<long?> FassungAsync()
    {
        if (IstPostgres) return null;
        if (_beobachter is null) await (_beobachter = new($"{Verbindung};Pooling=False")).OpenAsync();
        await using var befehl = _beobachter.CreateCommand();
        befehl.CommandText = "PRAGMA data_version";
        return (long)(await befehl.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_beobachter is not null) await _beobachter.DisposeAsync();
        if (IstPostgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Verbindung));
            await ServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
            return;
        }
        SqliteConnection.ClearPool(new SqliteConnection(Verbindung));
        foreach (var endung in (string[])["", "-wal", "-shm"]) File.Delete(_name + endung);
    }

    private static async Task<string> VorlageAsync(string name, bool gefuellt)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Aufraeumen();
        name = IstPostgres ? $"vorlage_{name}_{Environment.ProcessId}" : Path.Combine(s_ordner, $"vorlage-{name}.db");
        if (IstPostgres) await ServerAsync($"CREATE DATABASE {name}");
        var vorlage = new Datenbank(name);
        await using (var app = PortalApp.Build([.. vorlage.Einstellungen.Select(e => $"--{e.Key}={e.Value}"), "--Logging:LogLevel:Default=Warning"],
            builder => builder.Services.AddScoped<IPasswordHasher<Konto>, VorfuehrKennwort>()))
        {
            await DatabaseSetup.MigrateAsync(app.Services);
            using var scope = app.Services.CreateScope();
            // Ein Schlüssel in der Vorlage erspart jeder Prüfklasse, einen eigenen zu machen.
            app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("vorlage").Protect("");
            if (gefuellt) await Mustergemeinde.FuellenAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), DateTime.UtcNow);
        }
        if (IstPostgres)
        {
            NpgsqlConnection.ClearAllPools();
        }
        else
        {
            // Die Vorlage wird als eine Datei kopiert: nichts darf daneben im Schreibprotokoll stehen.
            await using (var verbindung = new SqliteConnection(vorlage.Verbindung))
            {
                await verbindung.OpenAsync();
                await using var befehl = verbindung.CreateCommand();
                befehl.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await befehl.ExecuteNonQueryAsync();
            }
            SqliteConnection.ClearAllPools();
        }
        return name;
    }

    private static void Aufraeumen()
    {
        try
        {
            Directory.Delete(s_ordner, recursive: true);
        }
        catch (IOException e)
        {
            Trace.WriteLine(e.Message);
        }
    }

    /// <summary>Wortgleich mit der, die das Portal verwendet: Daran hängt, welche offenen Verbindungen <see cref="ZuruecksetzenAsync"/> schließt.</summary>
    private static string PostgresVerbindung(string datenbank) => new DatabaseSettings
    {
        Verbindung = new NpgsqlConnectionStringBuilder(Server()) { Database = datenbank, MaxPoolSize = 12, Timeout = Geduld.Sekunden, CommandTimeout = Geduld.Sekunden, IncludeErrorDetail = true }.ConnectionString,
    }.PostgresConnection();

    private static string Server() => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES")
        ?? throw new InvalidOperationException("Für PORTAL_TEST_DB=postgres muss PORTAL_TEST_POSTGRES die Verbindung zum Server nennen.");

    private static async Task ServerAsync(string sql)
    {
        await using var verbindung = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server()) { Database = "postgres", Pooling = false, Timeout = Geduld.Sekunden, CommandTimeout = Geduld.Sekunden }.ConnectionString);
        await verbindung.OpenAsync();
        await using var befehl = verbindung.CreateCommand();
#pragma warning disable CA2100 // Die Namen bildet diese Klasse selbst.
        befehl.CommandText = sql;
#pragma warning restore CA2100
        await befehl.ExecuteNonQueryAsync();
    }
}
