using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Portal.Platform.Data;

/// <summary>Settings under <c>Datenbank</c>.</summary>
public sealed class DatabaseSettings
{
    public const string Section = "Datenbank";

    /// <summary><c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string Art { get; set; } = "Sqlite";

    /// <summary>Connection string of the chosen database.</summary>
    public string Verbindung { get; set; } = "Data Source=portal.db";

    /// <summary>Whether „serve“ brings the database to this program's state. Off where that is a step of its own („migrate“).</summary>
    public bool BeimStartMigrieren { get; set; } = true;

    public bool IsPostgres => Art.Equals("Postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// <see cref="Verbindung"/> with what suits this program where it says nothing else: statements stay prepared on their connection, and a connection that
    /// goes back to the pool is not reset, because nothing here changes its session.
    /// </summary>
    /// <exception cref="ArgumentException">when <see cref="Verbindung"/> cannot be understood.</exception>
    public string PostgresConnection()
    {
        var connection = new NpgsqlConnectionStringBuilder(Verbindung);
        if (!connection.ShouldSerialize("Max Auto Prepare")) connection.MaxAutoPrepare = 200;
        if (!connection.ShouldSerialize("No Reset On Close")) connection.NoResetOnClose = true;
        return connection.ConnectionString;
    }

    /// <summary>Where the embedded database lies.</summary>
    /// <exception cref="ArgumentException">when <see cref="Verbindung"/> cannot be understood.</exception>
    public string SqliteFile() => Path.GetFullPath(new SqliteConnectionStringBuilder(Verbindung).DataSource);
}

public static class DatabaseSetup
{
    private const string OfAnotherVersion =
        "Die Datenbank ist mit einer Fassung des Portals angelegt oder weitergeführt, die diese nicht kennt. Starten Sie die Fassung, mit der zuletzt gearbeitet wurde, oder nennen Sie mit Datenbank:Verbindung eine andere Datenbank.";

    private static readonly TellOnCommit s_onCommit = new();

    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new();
        if (!settings.IsPostgres && !settings.Art.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            throw new CannotRun($"Datenbank:Art ist „{settings.Art}“. Möglich sind Sqlite und Postgres.");
        services.AddSingleton(settings);
        services.AddSingleton<PublicState>();
        if (settings.IsPostgres) services.AddHostedService<PostgresListener>();
        else services.AddSingleton<SqliteWriter>();
        if (settings.IsPostgres)
            services.AddDbContextPool<PortalDb, PostgresPortalDb>(options => Configure(options, settings));
        else
            services.AddDbContextPool<PortalDb, SqlitePortalDb>(options => Configure(options, settings));
        // Every signed-in page opens a cookie and seals a form: the algorithm that does both in one pass.
        services.AddDataProtection().SetApplicationName("Portal")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DataProtectionKeyRepository(provider.GetRequiredService<IServiceScopeFactory>())));
        return services;
    }

    public static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        // A list is one parameter. As a parameter per value, EF Core would write the statement anew at every call.
        if (settings.IsPostgres) UsePostgres(options, settings);
        else UseSqlite(options, settings);
        options.AddInterceptors(s_onCommit);
        options.ReplaceService<IComparer<IReadOnlyModificationCommand>, StoreOrder>();
        options.ReplaceService<IMigrationsAssembly, PublicMigrations>();
    }

    // Each on its own: a method loads what it names, and only one of the two databases is needed.

    private static void UsePostgres(DbContextOptionsBuilder options, DatabaseSettings settings) =>
        options.UseNpgsql(settings.PostgresConnection(), postgres => postgres.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));

    private static void UseSqlite(DbContextOptionsBuilder options, DatabaseSettings settings) =>
        options.UseSqlite(settings.Verbindung, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));

    /// <summary>
    /// Has EF Core build its model on another core while this one puts the rest together: it takes as long as everything else at a start.
    /// Whatever goes wrong goes wrong again, visibly, where the model is first needed.
    /// </summary>
    public static void BeginModel(IServiceProvider services) => _ = Task.Run(() =>
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PortalDb>().Model;
    });

    /// <summary>Creates the database if there is none and brings it to this program's state.</summary>
    /// <exception cref="CannotRun">when the database cannot be reached or written, or belongs to another version of the program.</exception>
    public static Task MigrateAsync(IServiceProvider services, CancellationToken cancel = default) => WithDatabaseAsync(services, async db =>
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var known = db.Database.GetMigrations().ToList();
        if (!applied.IsSubsetOf(known)) throw new CannotRun(OfAnotherVersion);
        // Migrating compares the whole model with its last snapshot and takes a lock: not at every start, where there is nothing to do.
        if (known.Count > applied.Count) await db.Database.MigrateAsync(cancel);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        return true;
    });

    /// <summary>Whether the database has gone through a migration that this program does not know.</summary>
    public static Task<bool> IsOfAnotherVersionAsync(IServiceProvider services) => WithDatabaseAsync(services, async db =>
        (await db.Database.GetAppliedMigrationsAsync()).Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any());

    /// <summary>Does something for which the database must be there and at this program's state.</summary>
    /// <exception cref="CannotRun">when it is not.</exception>
    public static Task<T> WithReadyAsync<T>(IServiceProvider services, Func<PortalDb, Task<T>> work) => WithDatabaseAsync(services, async db =>
    {
        if (await NotReadyAsync(db, services.GetRequiredService<DatabaseSettings>()) is { } sentence) throw new CannotRun(sentence);
        return await work(db);
    });

    /// <summary>Why the database cannot be used as it is; asks without creating one.</summary>
    public static async Task<string?> NotReadyAsync(PortalDb db, DatabaseSettings settings)
    {
        try
        {
            if (!settings.IsPostgres && !File.Exists(settings.SqliteFile()))
                return $"Die Datenbank {settings.SqliteFile()} gibt es noch nicht. „migrate“ legt sie an; der Ordner muss beschreibbar sein. Liegt sie anderswo, nennen Sie sie mit Datenbank:Verbindung.";
            await db.Database.OpenConnectionAsync();
            await db.Database.CloseConnectionAsync();
            var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
            var pending = db.Database.GetMigrations().Except(applied, StringComparer.Ordinal).Count();
            if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any()) return OfAnotherVersion;
            return pending == 0 ? null
                : $"Die Datenbank ist {(pending == 1 ? "einen Schritt" : $"{pending} Schritte")} älter als das Programm. Sichern Sie sie mit dem bisherigen Programm und rufen Sie dann „migrate“.";
        }
        catch (Exception e) when (DatabaseFault.Sentence(e, settings) is { } sentence)
        {
            return sentence;
        }
    }

    private static async Task<T> WithDatabaseAsync<T>(IServiceProvider services, Func<PortalDb, Task<T>> work)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<PortalDb>());
        }
        catch (Exception e) when (e is not CannotRun && DatabaseFault.Sentence(e, services.GetRequiredService<DatabaseSettings>()) is { } sentence)
        {
            throw new CannotRun(sentence, e);
        }
    }
}
