using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Portal.Platform.Data;

/// <summary>
/// Stores a few changed rows as one statement, which by itself is all or nothing. EF Core would put BEGIN and COMMIT around their statements: two more for the
/// server to read, a second answer to wait for, and until then the rows are locked. Whoever writes saves every few seconds, so it counts (see docs/entscheidungen).
/// </summary>
public static class PostgresStatement
{
    private const int MostRows = 8;

    /// <summary>What fails the statement when a row is no longer as it was loaded; the server keeps it in its log.</summary>
    private const string Overtaken = "Jemand hat zugleich gespeichert; das Portal versucht es noch einmal.";

    private static readonly ConcurrentDictionary<IEntityType, Table?> s_tables = new();

    /// <summary>
    /// Whether it comes to the same as what EF Core would do: several rows, each only changed, none of them in a column that must not occur twice
    /// (there the order of the changes matters).
    /// </summary>
    public static bool Suits(IReadOnlyCollection<EntityEntry> changed) => changed.Count is > 1 and <= MostRows && changed.All(entry =>
        entry.State == EntityState.Modified && TableOf(entry) is { } table && !Array.Exists(table.Fixed, p => entry.Property(p).IsModified));

    /// <exception cref="DbUpdateConcurrencyException">when a row is no longer as it was loaded; then none is stored.</exception>
    /// <exception cref="DbUpdateException">when the database refuses.</exception>
    public static async Task StoreAsync(DbContext db, IReadOnlyList<EntityEntry> changed, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            Write(command, changed);
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidTextRepresentation && e.MessageText.Contains(Overtaken, StringComparison.Ordinal))
        {
            throw new DbUpdateConcurrencyException("A row is no longer as it was loaded.", e);
        }
        catch (DbException e)
        {
            throw new DbUpdateException("The database did not take the changes.", e);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Each row in a part of its own, and at the end the question whether all were there. The answer no is no number: it fails the whole.</summary>
    private static void Write(DbCommand command, IReadOnlyList<EntityEntry> changed)
    {
        // The order of everybody else who stores, so that nobody waits for somebody who waits for him.
        var rows = changed.OrderBy(e => StoreOrder.RankOf(e.Metadata)).ThenBy(e => TableOf(e)!.Name, StringComparer.Ordinal).ThenBy(e => e.Property(TableOf(e)!.Key.Property).CurrentValue);
        var (parts, all) = (new List<string>(), new List<string>());
        foreach (var row in rows)
        {
            var table = TableOf(row)!;
            var name = $"r{parts.Count}";
            var set = table.Columns.Where(c => row.Property(c.Property).IsModified).Select(c => Assigned(c, row.Property(c.Property).CurrentValue));
            var where = table.Conditions.Select(c => Equal(c, row.Property(c.Property).OriginalValue));
            parts.Add($"{name} AS (UPDATE {table.Name} SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)} RETURNING 1)");
            all.Add($"EXISTS (SELECT FROM {name})");
        }
        command.CommandText = $"WITH {string.Join(", ", parts)} SELECT CAST(CASE WHEN {string.Join(" AND ", all)} THEN '1' ELSE '{Overtaken}' END AS integer)";

        string Equal(Column column, object? value) => value is null ? $"{column.Name} IS NULL" : Assigned(column, value);

        string Assigned(Column column, object? value)
        {
            command.Parameters.Add(column.Mapping.CreateParameter(command, "", value, column.Property.IsNullable));
            return $"{column.Name} = ${command.Parameters.Count}";
        }
    }

    private static Table? TableOf(EntityEntry entry) => s_tables.GetOrAdd(entry.Metadata, static type =>
    {
        if (type.IsOwned() || type.GetTableMappings().Count() != 1 || type.GetComplexProperties().Any() || type.FindPrimaryKey() is not { } key) return null;
        var columns = type.GetProperties().Select(p => new Column(p, $"\"{p.GetColumnName()}\"", p.GetRelationalTypeMapping())).ToArray();
        // What the database makes anew with every change would have to be read back.
        if (Array.Exists(columns, c => c.Property.ValueGenerated is not (ValueGenerated.Never or ValueGenerated.OnAdd))) return null;
        return new Table($"\"{type.GetTableName()}\"", columns, Array.Find(columns, c => c.Property == key.Properties[0])!, [.. columns.Where(c => c.Property.IsPrimaryKey() || c.Property.IsConcurrencyToken)],
            [.. type.GetProperties().Where(p => p.GetAfterSaveBehavior() != PropertySaveBehavior.Save || p.GetContainingIndexes().Any(i => i.IsUnique))]);
    });

    /// <param name="Key">The first column of the key.</param>
    /// <param name="Conditions">What must still be as it was loaded: the key, and what counts the versions.</param>
    /// <param name="Fixed">What never changes, or must not occur twice.</param>
    private sealed record Table(string Name, Column[] Columns, Column Key, Column[] Conditions, IProperty[] Fixed);

    private sealed record Column(IProperty Property, string Name, RelationalTypeMapping Mapping);
}
