using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Portal.Platform.Data;

/// <summary>What to do when somebody else was faster and the deed can simply be done again on what is there now.</summary>
public static class LostRace
{
    private const int Attempts = 60;

    /// <summary>
    /// Does the deed again, from loading on, until it is not overtaken by another one. It must load afresh each time and save once.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">when it was overtaken sixty times.</exception>
    public static async Task<T> RetryAsync<T>(this PortalDb db, Func<Task<T>> deed, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await deed();
            }
            catch (Exception exception) when (attempt < Attempts && IsLostRace(exception))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(1, 4 * Math.Min(attempt, 10)), cancel);
            }
        }
    }

    /// <summary>
    /// Like <see cref="RetryAsync"/>, but loading and saving happen in one transaction, so that the deed may lock rows before it reads them.
    /// Whatever the deed throws undoes it.
    /// </summary>
    public static Task<T> RetryInTransactionAsync<T>(this PortalDb db, Func<Task<T>> deed, CancellationToken cancel = default) =>
        db.RetryAsync(() => db.WriteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var result = await deed();
            await transaction.CommitAsync(cancel);
            return result;
        }, cancel).ContinueOnCommit(db), cancel);

    private static async Task<T> ContinueOnCommit<T>(this Task<T> committed, PortalDb db)
    {
        var result = await committed;
        db.TellCommitted();
        return result;
    }

    private static bool IsLostRace(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => IsLostRace(inner),
        // Npgsql wraps what it calls transient, a deadlock among it.
        InvalidOperationException { InnerException: DbUpdateException wrapped } => IsLostRace(wrapped),
        // Unique index, serialization failure, deadlock.
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        // SQLITE_CONSTRAINT_UNIQUE and _PRIMARYKEY; SQLITE_BUSY_SNAPSHOT.
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 or 517 } => true,
        _ => false,
    };
}
