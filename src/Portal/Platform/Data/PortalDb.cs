using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Platform.Data;

/// <summary>
/// The one database type that anyone injects. Each topic adds its sets in its own <c>…tabellen.cs</c>.
/// Saving counts versions, and writes the events that entities noted, in the same transaction.
/// </summary>
public abstract partial class PortalDb(DbContextOptions options) : IdentityUserContext<Konto, int>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        Conventions.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Configure(configurationBuilder);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PrepareToSave();
        var saved = await StoreAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is null) TellPublicState();
        return saved;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        PrepareToSave();
        var saved = base.SaveChanges(acceptAllChangesOnSuccess);
        if (Database.CurrentTransaction is null) TellPublicState();
        return saved;
    }

    /// <summary>How this database stores what has been prepared, in one transaction.</summary>
    protected virtual Task<int> StoreAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel) => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);

    /// <summary>Whether what is being saved concerns the public.</summary>
    protected bool ConcernsPublic { get; private set; }

    /// <summary>A service of the program this context belongs to; none at design time.</summary>
    protected T? FromProgram<T>() where T : class =>
        this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<T>();

    /// <summary>Called once the change is committed.</summary>
    internal void TellPublicState()
    {
        if (!ConcernsPublic) return;
        ConcernsPublic = false;
        FromProgram<PublicState>()?.Raise();
    }

    private void PrepareToSave()
    {
        ChangeTracker.DetectChanges();
        Conventions.CountVersions(ChangeTracker);
        foreach (var entry in ChangeTracker.Entries<Planungsobjekt>().ToList())
            AddRange(entry.Entity.EreignisseUebernehmen());
        ConcernsPublic |= PublicChange.IsAmong(ChangeTracker.Entries());
    }
}

public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options);

public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options);
