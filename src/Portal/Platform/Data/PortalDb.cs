using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Platform.Data;

/// <summary>
/// The one database type that anyone injects. Each topic adds its sets in its own <c>…tabellen.cs</c>.
/// Saving counts versions, and writes the events that entities noted, in the same transaction.
/// </summary>
public abstract partial class PortalDb(DbContextOptions options) : IdentityUserContext<Konto, int>(options)
{
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        Conventions.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Configure(configurationBuilder);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PrepareToSave();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        PrepareToSave();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    private void PrepareToSave()
    {
        ChangeTracker.DetectChanges();
        Conventions.CountVersions(ChangeTracker);
        foreach (var entry in ChangeTracker.Entries<Planungsobjekt>().ToList())
            AddRange(entry.Entity.EreignisseUebernehmen());
    }
}

public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options);

public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options);
