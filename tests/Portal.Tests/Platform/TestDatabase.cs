using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Platform.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>A database of its own for one test, with the program's data services and nothing else.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static int s_number;
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-daten-").FullName;
    private readonly bool _postgres;

    private TestDatabase(bool postgres)
    {
        _postgres = postgres;
        Connection = postgres
            ? new NpgsqlConnectionStringBuilder(PostgresServer) { Database = $"daten_{Environment.ProcessId}_{Interlocked.Increment(ref s_number)}", MaxPoolSize = 10, Timeout = Geduld.Sekunden, CommandTimeout = Geduld.Sekunden }.ConnectionString
            : $"Data Source={File}";
        Services = new ServiceCollection()
            .AddLogging()
            .AddPortalDatabase(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Datenbank:Art"] = postgres ? "Postgres" : "Sqlite",
                ["Datenbank:Verbindung"] = Connection,
            }).Build())
            .BuildServiceProvider();
    }

    /// <summary>Connection to the server of the PostgreSQL run; null without one.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES");

    public string Connection { get; }
    public string File => Path.Combine(_folder, "portal.db");
    public ServiceProvider Services { get; }
    public PublicState PublicState => Services.GetRequiredService<PublicState>();

    public static async Task<TestDatabase> CreateAsync(bool postgres = false)
    {
        var database = new TestDatabase(postgres);
        await DatabaseSetup.MigrateAsync(database.Services);
        return database;
    }

    public async Task<T> WithAsync<T>(Func<PortalDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    public Task WithAsync(Func<PortalDb, Task> work) => WithAsync(async db =>
    {
        await work(db);
        return 0;
    });

    public async ValueTask DisposeAsync()
    {
        if (_postgres) await WithAsync(db => db.Database.EnsureDeletedAsync());
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(_postgres ? "" : Connection));
        Directory.Delete(_folder, recursive: true);
    }
}
