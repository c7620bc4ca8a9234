using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

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
}

public static class DatabaseSetup
{
    private static readonly TellOnCommit s_onCommit = new();

    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new();
        services.AddSingleton(settings);
        services.AddSingleton<PublicState>();
        if (settings.IsPostgres) services.AddHostedService<PostgresListener>();
        else services.AddSingleton<SqliteWriter>();
        if (settings.IsPostgres)
            services.AddDbContextPool<PortalDb, PostgresPortalDb>(options => Configure(options, settings));
        else
            services.AddDbContextPool<PortalDb, SqlitePortalDb>(options => Configure(options, settings));
        services.AddDataProtection().SetApplicationName("Portal");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DataProtectionKeyRepository(provider.GetRequiredService<IServiceScopeFactory>())));
        return services;
    }

    public static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.IsPostgres) options.UseNpgsql(settings.Verbindung);
        else options.UseSqlite(settings.Verbindung);
        options.AddInterceptors(s_onCommit);
        options.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    /// <summary>Creates the database if there is none and brings it to this program's state.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Database.MigrateAsync(cancel);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
    }
}
