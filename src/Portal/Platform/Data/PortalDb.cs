using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Portal.Grundbegriffe;
using Portal.Platform.Jobs;
using Portal.Platform.Mail;
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
        var detects = PrepareToSave();
        int saved;
        try
        {
            saved = await StoreAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
        if (Database.CurrentTransaction is null) TellCommitted();
        return saved;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var detects = PrepareToSave();
        int saved;
        try
        {
            saved = Store(acceptAllChangesOnSuccess);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
        if (Database.CurrentTransaction is null) TellCommitted();
        return saved;
    }

    /// <summary>Runs statements that write without <c>SaveChanges</c>; waits its turn where the database allows one writer only.</summary>
    public virtual Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancel = default) => write();

    /// <summary>
    /// Rewrites what the database still keeps of earlier versions of these rows, as far as this database can; for rows whose changes, one
    /// after the other, would tell more than the last one does.
    /// </summary>
    public abstract Task ForgetEarlierVersionsAsync<T>(CancellationToken cancel = default) where T : class;

    /// <summary>From here on, what this connection deletes is overwritten where it stood, as far as this database can; for rows that may not outlive their deletion.</summary>
    public virtual Task EraseWhatIsDeletedAsync(CancellationToken cancel = default) => Task.CompletedTask;

    /// <summary>How this database stores what has been prepared, in one transaction.</summary>
    protected virtual Task<int> StoreAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel) => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);

    /// <inheritdoc cref="StoreAsync"/>
    protected virtual int Store(bool acceptAllChangesOnSuccess) => base.SaveChanges(acceptAllChangesOnSuccess);

    /// <summary>Whether what is being saved concerns the public.</summary>
    protected bool ConcernsPublic { get; private set; }

    /// <summary>Whether what is being saved concerns who may act, without concerning the public.</summary>
    protected bool ConcernsAccounts { get; private set; }

    private bool _hasNewMail;
    private bool _concernsTitles;

    /// <summary>A service of the program this context belongs to; none at design time.</summary>
    protected T? FromProgram<T>() where T : class =>
        this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<T>();

    /// <summary>Called once the change is committed.</summary>
    internal void TellCommitted()
    {
        if (ConcernsPublic) FromProgram<PublicState>()?.Raise();
        if (_concernsTitles) FromProgram<PublicState>()?.RaiseTitles();
        if (ConcernsAccounts) FromProgram<PublicState>()?.RaiseAccounts();
        if (_hasNewMail) FromProgram<IJobEngine>()?.Wake(PortalJobs.Mail);
        ConcernsPublic = ConcernsAccounts = _concernsTitles = _hasNewMail = false;
    }

    /// <summary>
    /// Looks for changes once; until they are stored nothing looks again, because everything from here on says itself what it changes.
    /// </summary>
    /// <returns>Whether changes were detected automatically before.</returns>
    private bool PrepareToSave()
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        if (detects) ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        Conventions.CountVersions(ChangeTracker);
        foreach (var entry in ChangeTracker.Entries<Planungsobjekt>().ToList())
            AddRange(entry.Entity.EreignisseUebernehmen());
        var entries = ChangeTracker.Entries().ToList();
        ConcernsPublic |= PublicChange.IsAmong(entries);
        ConcernsAccounts |= PublicChange.IsAccountAmong(entries);
        _concernsTitles |= PublicChange.IsTitleAmong(entries);
        _hasNewMail |= entries.Exists(e => e is { Entity: OutgoingMail, State: EntityState.Added });
        return detects;
    }
}

/// <summary>The embedded database: one writer for all (see <see cref="SqliteWriter"/>).</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    private bool _hasTheWriter;

    /// <summary>None when the context stands alone, e.g. at design time: then it saves as EF Core does.</summary>
    private SqliteWriter? Writer => _hasTheWriter || Database.CurrentTransaction is not null ? null : FromProgram<SqliteWriter>();

    public override async Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancel = default)
    {
        if (Writer is not { } writer) return await write();
        return await writer.AloneAsync(async () =>
        {
            _hasTheWriter = true;
            try
            {
                return await write();
            }
            finally
            {
                _hasTheWriter = false;
            }
        }, cancel);
    }

    /// <summary>
    /// Rows are overwritten in place, so that earlier versions live on in the write-ahead log only: it is put into the file and emptied.
    /// Where somebody is reading just then, the next checkpoint overwrites it.
    /// </summary>
    public override Task ForgetEarlierVersionsAsync<T>(CancellationToken cancel = default) =>
        WriteAsync(() => Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel), cancel);

    /// <inheritdoc/>
    public override Task EraseWhatIsDeletedAsync(CancellationToken cancel = default) => Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancel);

    protected override Task<int> StoreAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        if (!ChangeTracker.HasChanges()) return Task.FromResult(0);
        if (Writer is not { } writer) return base.StoreAsync(acceptAllChangesOnSuccess, cancel);
        // A context that is still reading keeps its own connection.
        if (Database.GetDbConnection().State != System.Data.ConnectionState.Closed)
            return WriteAsync(() => base.StoreAsync(acceptAllChangesOnSuccess, cancel), cancel);
        return writer.SaveAsync(this, acceptAllChangesOnSuccess, cancel);
    }

    protected override int Store(bool acceptAllChangesOnSuccess) =>
        Writer is { } writer ? writer.Alone(() => base.Store(acceptAllChangesOnSuccess)) : base.Store(acceptAllChangesOnSuccess);

    /// <summary>Called by the writer, which has given this context its connection and transaction. What was saved counts only once the group is committed.</summary>
    internal Task<int> SaveInGroupAsync(CancellationToken cancel) => base.StoreAsync(acceptAllChangesOnSuccess: false, cancel);
}

/// <summary>The server database: several nodes, told of each other's changes in the transaction that makes them.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    /// <summary>
    /// Writes the table anew, into another file, with its rows as they are now. <c>VACUUM FULL</c> would keep every version that an older
    /// snapshot anywhere in this database can still see. What the write-ahead log holds is out of reach. Where a backup has the table just then,
    /// nobody waits for it: <see cref="ClearUp"/> does it later.
    /// </summary>
    public override async Task ForgetEarlierVersionsAsync<T>(CancellationToken cancel = default)
    {
        var table = Model.FindEntityType(typeof(T))!.GetTableName();
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        try
        {
#pragma warning disable EF1002 // The name comes from the model.
            await Database.ExecuteSqlRawAsync($"""
                SET LOCAL lock_timeout = '5s';
                LOCK TABLE "{table}" IN ACCESS EXCLUSIVE MODE;
                CREATE TEMP TABLE "AsItIsNow" ON COMMIT DROP AS SELECT * FROM "{table}";
                TRUNCATE "{table}";
                INSERT INTO "{table}" SELECT * FROM "AsItIsNow" ORDER BY 1;
                """, cancel);
#pragma warning restore EF1002
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return;
        }
        await transaction.CommitAsync(cancel);
    }

    protected override async Task<int> StoreAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        if (!ConcernsPublic && !ConcernsAccounts) return await StoreQuietlyAsync(acceptAllChangesOnSuccess, cancel);
        if (Database.CurrentTransaction is not null)
        {
            await NotifyAsync(cancel);
            return await base.StoreAsync(acceptAllChangesOnSuccess, cancel);
        }
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        var saved = await base.StoreAsync(acceptAllChangesOnSuccess: false, cancel);
        await NotifyAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (acceptAllChangesOnSuccess) ChangeTracker.AcceptAllChanges();
        return saved;
    }

    /// <summary>What no other node need hear of.</summary>
    private async Task<int> StoreQuietlyAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (Database.CurrentTransaction is not null || !PostgresStatement.Suits(changed)) return await base.StoreAsync(acceptAllChangesOnSuccess, cancel);
        await PostgresStatement.StoreAsync(this, changed, cancel);
        if (acceptAllChangesOnSuccess) ChangeTracker.AcceptAllChanges();
        return changed.Count;
    }

    private Task<int> NotifyAsync(CancellationToken cancel) =>
        Database.ExecuteSqlRawAsync(ConcernsPublic ? $"NOTIFY {PostgresListener.Channel}" : $"NOTIFY {PostgresListener.Channel}, '{PostgresListener.AccountsOnly}'", cancel);
}
