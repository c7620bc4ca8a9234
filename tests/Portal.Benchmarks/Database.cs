using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Portal.Benchmarks;

/// <summary>A database of the portal, and what the tool must know of what is in it.</summary>
public sealed record Database(bool IsPostgres, string Connection)
{
    public IEnumerable<string> Settings => [$"--Datenbank:Art={(IsPostgres ? "Postgres" : "Sqlite")}", $"--Datenbank:Verbindung={Connection}"];

    public static Database OfFile(string file) => new(false, "Data Source=" + file);

    /// <summary>Rows as texts; null is empty.</summary>
    public async Task<List<string[]>> RowsAsync(string sql)
    {
        await using DbConnection connection = IsPostgres ? new NpgsqlConnection(Connection) : new SqliteConnection(Connection + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tool's own queries.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var row = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await row.ReadAsync())
            rows.Add([.. Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
        return rows;
    }

    public async Task<int[]> NumbersAsync(string sql) => [.. (await RowsAsync(sql)).Select(r => int.Parse(r[0], CultureInfo.InvariantCulture))];

    /// <summary>The keys of these numbers („2026-14“), in their order.</summary>
    public async Task<int[]> IdsAsync(IReadOnlyList<string> numbers)
    {
        if (numbers.Count == 0) return [];
        var found = (await RowsAsync($"SELECT \"Kennung\", \"Id\" FROM \"Vorschlaege\" WHERE \"Kennung\" IN ({string.Join(',', numbers.Select(n => $"'{n}'"))})")).ToDictionary(r => r[0], r => int.Parse(r[1], CultureInfo.InvariantCulture));
        return [.. numbers.Select(n => found[n])];
    }
}
