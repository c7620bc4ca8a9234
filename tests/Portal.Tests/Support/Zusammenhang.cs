using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Tests.Support;

/// <summary>Die Datenbank so, wie das Portal sie sich einrichtet, aber ohne das Portal.</summary>
public static class Zusammenhang
{
    /// <param name="dazu">Was anders sein soll.</param>
    public static PortalDb Mit(DatabaseSettings settings, Action<DbContextOptionsBuilder>? dazu = null)
    {
        return settings.IsPostgres ? new PostgresPortalDb(Optionen<PostgresPortalDb>()) : new SqlitePortalDb(Optionen<SqlitePortalDb>());

        DbContextOptions<T> Optionen<T>() where T : PortalDb
        {
            var options = new DbContextOptionsBuilder<T>();
            DatabaseSetup.Configure(options, settings);
            dazu?.Invoke(options);
            return options.Options;
        }
    }
}
