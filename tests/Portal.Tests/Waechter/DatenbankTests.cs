using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

public sealed class DatenbankTests
{
    private static readonly PortalDb[] s_beide =
    [
        new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options),
        new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=localhost").Options),
    ];

    [Fact]
    public void Keine_der_beiden_Datenbanken_wartet_auf_eine_Migration() =>
        Befund.Leer(s_beide.Where(db => db.Database.HasPendingModelChanges()).Select(db => db.GetType().Name));

    [Fact]
    public void Beide_Datenbanken_haben_dieselben_Migrationen()
    {
        var namen = s_beide.Select(db => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]).ToList()).ToList();
        Assert.NotEmpty(namen[0]);
        Assert.Equal(namen[0], namen[1]);
    }
}
