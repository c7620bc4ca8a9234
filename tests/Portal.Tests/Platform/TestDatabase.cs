using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;

namespace Portal.Tests.Platform;

/// <summary>A database of its own for one test, with the program's data services and nothing else.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-daten-").FullName;

    private TestDatabase() => Services = new ServiceCollection()
        .AddLogging()
        .AddPortalDatabase(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Datenbank:Art"] = "Sqlite",
            ["Datenbank:Verbindung"] = $"Data Source={File}",
        }).Build())
        .BuildServiceProvider();

    public string File => Path.Combine(_folder, "portal.db");
    public ServiceProvider Services { get; }
    public PublicState PublicState => Services.GetRequiredService<PublicState>();

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
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
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
