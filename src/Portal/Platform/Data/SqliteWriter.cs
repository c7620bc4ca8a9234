using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Portal.Platform.Data;

/// <summary>
/// SQLite has room for one writer. Instead of letting them collide and wait in busy retries, contexts queue up here: one writer takes
/// all that wait, puts each through one connection in one transaction (each behind its own savepoint, so that one that fails fails
/// alone) and commits them together – one flush to disk for all. Nobody is told „saved“ before that commit. Reading goes on beside it.
/// </summary>
public sealed class SqliteWriter(DatabaseSettings settings) : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly Channel<Entry> _queue = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _start = new();
    private SqliteConnection? _connection;
    private Task? _loop;

    /// <summary>Saves the context's changes together with others that wait.</summary>
    /// <exception cref="DbUpdateException">this context's own fault; others are not touched by it.</exception>
    public async Task<int> SaveAsync(SqlitePortalDb db, bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        lock (_start) _loop ??= Task.Run(LoopAsync, CancellationToken.None);
        var entry = new Entry(db, cancel);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(entry), this);
        // Not cancelled from here: until the writer lets go of the context, nobody else may touch it.
        var saved = await entry.Done.Task;
        if (acceptAllChangesOnSuccess) db.ChangeTracker.AcceptAllChanges();
        return saved;
    }

    /// <summary>Runs something that writes by itself while no group is being written.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> write, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            return await write();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc cref="AloneAsync"/>
    public T Alone<T>(Func<T> write)
    {
        _gate.Wait();
        try
        {
            return write();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_loop is { } loop) await loop;
        if (_connection is { } connection) await connection.DisposeAsync();
        _gate.Dispose();
    }

    private async Task LoopAsync()
    {
        var group = new List<Entry>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            await _gate.WaitAsync();
            try
            {
                while (group.Count < LargestGroup && _queue.Reader.TryRead(out var entry)) group.Add(entry);
                await WriteAsync(group);
            }
            catch (Exception e)
            {
                // Nothing of the group is committed, and nobody may wait for ever.
                foreach (var entry in group) entry.Fail(e);
            }
            finally
            {
                group.Clear();
                _gate.Release();
            }
        }
    }

    private async Task WriteAsync(List<Entry> group)
    {
        foreach (var entry in group)
            if (entry.Cancel.IsCancellationRequested) entry.Done.TrySetCanceled(entry.Cancel);
        group.RemoveAll(e => e.Done.Task.IsCompleted);
        if (group.Count == 0) return;

        var connection = _connection ??= Open();
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var entry in group) await PutAsync(entry, connection, transaction);
            if (group.Exists(e => e.Error is null)) transaction.Commit();
        }
        catch
        {
            // A connection that failed to begin or to commit is not used again.
            _connection = null;
            connection.Dispose();
            throw;
        }
        foreach (var entry in group) entry.Complete();
    }

    private static async Task PutAsync(Entry entry, SqliteConnection connection, SqliteTransaction transaction)
    {
        var database = entry.Db.Database;
        var own = database.GetDbConnection();
        try
        {
            database.SetDbConnection(connection, contextOwnsConnection: false);
            database.UseTransaction(transaction);
            // Whose turn has come goes through: cancelled in between, EF would roll back to its savepoint with the cancelled token, that is, not at all.
            entry.Saved = await entry.Db.SaveInGroupAsync(CancellationToken.None);
        }
        catch (Exception e) when (!IsLost(connection))
        {
            entry.Error = e;
        }
        finally
        {
            database.UseTransaction(null);
            database.SetDbConnection(own, contextOwnsConnection: true);
        }
        if (IsLost(connection)) throw entry.Error ?? new InvalidOperationException("SQLite ended the transaction by itself.");
    }

    /// <summary>Some faults (disk full, input/output) make SQLite end the whole transaction by itself.</summary>
    private static bool IsLost(SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) != 0;

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(settings.Verbindung);
        connection.Open();
        return connection;
    }

    private sealed class Entry(SqlitePortalDb db, CancellationToken cancel)
    {
        public SqlitePortalDb Db { get; } = db;
        public CancellationToken Cancel { get; } = cancel;
        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Saved { get; set; }
        public Exception? Error { get; set; }

        public void Complete()
        {
            if (Error is { } error) Fail(error);
            else Done.TrySetResult(Saved);
        }

        public void Fail(Exception error)
        {
            if (error is OperationCanceledException cancelled) Done.TrySetCanceled(cancelled.CancellationToken);
            else Done.TrySetException(error);
        }
    }
}
