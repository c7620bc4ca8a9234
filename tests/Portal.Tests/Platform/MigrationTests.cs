using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Backup;
using Portal.Platform.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Eine neue Fassung des Programms übernimmt, was in der Datenbank einer früheren steht.</summary>
public class MigrationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Der_Bestand_der_ersten_Fassung_kommt_vollstaendig_auf_die_jetzige()
    {
        var vorher = await portal.Db(db => Backup.CountAsync(db));
        Assert.True(vorher.Sum(t => t.Rows) > 300);
        // SQLite nimmt eine Spalte nur weg, indem es die Tabelle neu schreibt; das tut das Portal nie, und EF Core warnt davor.
        await using (var db = Zusammenhang.Mit(portal.Services.GetRequiredService<DatabaseSettings>(), o => o.ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning))))
        {
            await db.GetService<IMigrator>().MigrateAsync("Anfang");
            Assert.Single(await db.Database.GetAppliedMigrationsAsync());
            await Assert.ThrowsAnyAsync<Exception>(() => db.Kommentare.Select(k => k.Entfernungsgrund).ToListAsync());
        }

        await DatabaseSetup.MigrateAsync(portal.Services);

        Assert.Empty(await portal.Db(db => db.Database.GetPendingMigrationsAsync()));
        Assert.Equal(vorher.Select(t => (t.Table, t.Rows, t.Sha256)), (await portal.Db(db => Backup.CountAsync(db))).Select(t => (t.Table, t.Rows, t.Sha256)));
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        Assert.Equal(200, (int)(await gf.Seite($"/vorschlaege/{await portal.KennungAsync(Gemeinde.BesuchZum75)}/diskussion")).Status);
    }
}
