using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Platform.Data;

namespace Portal.Platform.Backup;

/// <summary>What a column holds, the same on both databases.</summary>
internal enum ColumnKind
{
    Text,
    Whole,
    Truth,
    Number,

    /// <summary>UTC, to the microsecond (what both databases keep).</summary>
    Instant,
    Offset,
    Day,
    Bytes,

    /// <summary>A list of texts: an array in PostgreSQL, JSON in SQLite.</summary>
    List,
    Json,
}

internal sealed record BackupColumn(string Name, ColumnKind Kind, bool IsInt);

/// <summary>A table as it is written to and read from a backup: its columns in a fixed order, its rows in the order of its key.</summary>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<string> Key, IReadOnlyList<string> Parents, int? OwnParent)
{
    /// <summary>All tables of the model, each after those it refers to.</summary>
    public static IReadOnlyList<BackupTable> All(PortalDb db)
    {
        var tables = db.Model.GetRelationalModel().Tables.Select(Describe).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<BackupTable>();
        while (tables.Count > 0)
        {
            var next = tables.Find(t => t.Parents.All(p => p == t.Name || ordered.Exists(o => o.Name == p)))
                ?? throw new InvalidOperationException("Tables refer to each other in a circle: " + string.Join(", ", tables.Select(t => t.Name)));
            ordered.Add(next);
            tables.Remove(next);
        }
        return ordered;
    }

    public string Select(bool postgres)
    {
        // Texts in the order of their bytes, on both databases.
        var order = Key.Select(k => Quote(k) + (postgres && Columns.First(c => c.Name == k).Kind == ColumnKind.Text ? " COLLATE \"C\"" : ""));
        return $"SELECT {string.Join(", ", Columns.Select(c => Quote(c.Name)))} FROM {Quote(Name)} ORDER BY {string.Join(", ", order)}";
    }

    public static string Quote(string name) => $"\"{name}\"";

    /// <summary>One row as JSON, byte for byte the same wherever it is stored.</summary>
    public void Write(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartArray();
        for (var i = 0; i < Columns.Count; i++)
        {
            if (row.IsDBNull(i)) json.WriteNullValue();
            else WriteValue(json, row, i, Columns[i].Kind);
        }
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, DbDataReader row, int i, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Whole: json.WriteNumberValue(row.GetInt64(i)); break;
            case ColumnKind.Truth: json.WriteBooleanValue(row.GetBoolean(i)); break;
            case ColumnKind.Number: json.WriteNumberValue(row.GetDouble(i)); break;
            case ColumnKind.Instant: json.WriteStringValue(Microseconds(row.GetFieldValue<DateTime>(i))); break;
            case ColumnKind.Offset: json.WriteStringValue(Microseconds(row.GetFieldValue<DateTimeOffset>(i).UtcDateTime)); break;
            case ColumnKind.Day: json.WriteStringValue(row.GetFieldValue<DateOnly>(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case ColumnKind.Bytes: json.WriteBase64StringValue(row.GetFieldValue<byte[]>(i)); break;
            case ColumnKind.List:
                json.WriteStartArray();
                foreach (var item in row.GetValue(i) is string text ? JsonSerializer.Deserialize<string[]>(text) ?? [] : row.GetFieldValue<string[]>(i)) json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            case ColumnKind.Json: Sorted(JsonNode.Parse(row.GetString(i)))?.WriteTo(json); break;
            default: json.WriteStringValue(row.GetString(i)); break;
        }
    }

    /// <summary>The value as a parameter for this database.</summary>
    public static object? Read(JsonElement value, BackupColumn column, bool postgres) => value.ValueKind == JsonValueKind.Null ? null : column.Kind switch
    {
        ColumnKind.Whole when column.IsInt => value.GetInt32(),
        ColumnKind.Whole => value.GetInt64(),
        ColumnKind.Truth => value.GetBoolean(),
        ColumnKind.Number => value.GetDouble(),
        ColumnKind.Instant => postgres ? Instant(value) : DateTime.SpecifyKind(Instant(value), DateTimeKind.Unspecified),
        ColumnKind.Offset => new DateTimeOffset(Instant(value)),
        ColumnKind.Day => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnKind.Bytes => value.GetBytesFromBase64(),
        ColumnKind.List => postgres ? value.EnumerateArray().Select(v => v.GetString()!).ToArray() : value.GetRawText(),
        ColumnKind.Json => value.GetRawText(),
        _ => value.GetString(),
    };

    private static string Microseconds(DateTime value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static DateTime Instant(JsonElement value) =>
        DateTime.SpecifyKind(DateTime.ParseExact(value.GetString()!, "yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static BackupTable Describe(ITable table)
    {
        var key = table.PrimaryKey?.Columns.Select(c => c.Name).ToList() ?? throw new InvalidOperationException($"Table {table.Name} has no key.");
        var columns = table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new BackupColumn(c.Name, Kind(c), ProviderType(c) == typeof(int))).ToList();
        var parents = table.ForeignKeyConstraints.Select(f => f.PrincipalTable.Name).Distinct().ToList();
        var own = table.ForeignKeyConstraints.FirstOrDefault(f => f.PrincipalTable == table)?.Columns[0].Name;
        return new(table.Name, columns, key, parents, own is null ? null : columns.FindIndex(c => c.Name == own));
    }

    private static Type ProviderType(IColumn column)
    {
        var mapping = column.PropertyMappings.Count > 0 ? column.PropertyMappings[0].TypeMapping : null;
        var type = mapping?.Converter?.ProviderClrType ?? mapping?.ClrType ?? typeof(string);
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static ColumnKind Kind(IColumn column)
    {
        if (column.PropertyMappings.Count == 0) return ColumnKind.Json;
        if (column.PropertyMappings[0].TypeMapping.ElementTypeMapping is not null) return ColumnKind.List;
        var type = ProviderType(column);
        return type == typeof(string) ? ColumnKind.Text
            : type == typeof(int) || type == typeof(long) ? ColumnKind.Whole
            : type == typeof(bool) ? ColumnKind.Truth
            : type == typeof(double) ? ColumnKind.Number
            : type == typeof(DateTime) ? ColumnKind.Instant
            : type == typeof(DateTimeOffset) ? ColumnKind.Offset
            : type == typeof(DateOnly) ? ColumnKind.Day
            : type == typeof(byte[]) ? ColumnKind.Bytes
            : throw new InvalidOperationException($"A backup does not know columns of type {type.Name} ({column.Table.Name}.{column.Name}).");
    }
}
