using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Portal.Platform.Data;

namespace Portal.Platform.Backup;

/// <summary>The backup cannot be restored. The message is the German sentence the Administration reads.</summary>
public sealed class RestoreRefused : Exception
{
    public RestoreRefused() { }
    public RestoreRefused(string message) : base(message) { }
    public RestoreRefused(string message, Exception inner) : base(message, inner) { }
}

/// <summary>Brings a backup into a database of either kind, in one transaction: either all of it is there, proven by its checksums, or nothing changed.</summary>
public static class Restore
{
    /// <param name="replace">Whether what is there may be replaced.</param>
    /// <returns>The checksums recomputed from the restored database; they equal those of the manifest.</returns>
    /// <exception cref="RestoreRefused">with the reason; then nothing has changed.</exception>
    public static async Task<IReadOnlyList<BackupCount>> RunAsync(PortalDb db, Stream file, bool replace, CancellationToken cancel = default)
    {
        using var zip = Open(file);
        var manifest = await ManifestAsync(zip, cancel);
        var tables = BackupTable.All(db);
        await CheckAsync(db, zip, manifest, tables, cancel);
        return await db.WriteAsync(() => ReplaceAsync(db, zip, manifest, tables, replace, cancel), cancel);
    }

    /// <summary>Whether this is a backup at all.</summary>
    /// <exception cref="RestoreRefused">when it is none.</exception>
    public static async Task LookAsync(Stream file, CancellationToken cancel = default)
    {
        using (var zip = Open(file)) await ManifestAsync(zip, cancel);
        file.Position = 0;
    }

    private static ZipArchive Open(Stream file)
    {
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException e)
        {
            throw new RestoreRefused("Das ist keine Sicherung des Portals, oder die Datei ist beschädigt.", e);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, CancellationToken cancel)
    {
        var entry = zip.GetEntry(Backup.ManifestName) ?? throw new RestoreRefused("Das ist keine Sicherung des Portals: Das Verzeichnis manifest.json fehlt darin. Vielleicht wurde die Sicherung nicht zu Ende geschrieben.");
        await using var stream = await entry.OpenAsync(cancel);
        BackupManifest? manifest;
        try
        {
            manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Backup.Manifest, cancel);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new RestoreRefused("Die Sicherung ist beschädigt: Ihr Verzeichnis manifest.json lässt sich nicht lesen.", e);
        }
        return manifest is { Format: Backup.Format } ? manifest : throw new RestoreRefused("Diese Sicherung hat eine Form, die dieses Programm nicht kennt. Nehmen Sie das Programm, mit dem sie gemacht wurde.");
    }

    private static async Task CheckAsync(PortalDb db, ZipArchive zip, BackupManifest manifest, IReadOnlyList<BackupTable> tables, CancellationToken cancel)
    {
        if (!manifest.Migrations.SequenceEqual(await Backup.MigrationsAsync(db, cancel)))
            throw new RestoreRefused($"Die Sicherung stammt von einem anderen Stand des Programms ({manifest.Program}). Stellen Sie sie mit jenem Stand wieder her und bringen Sie die Datenbank danach mit „migrate“ auf den neuen.");
        foreach (var table in tables)
        {
            var expected = manifest.Tables.FirstOrDefault(t => t.Table == table.Name);
            var entry = zip.GetEntry(Backup.EntryName(table));
            if (expected is null || entry is null || !expected.Columns.SequenceEqual(table.Columns.Select(c => c.Name)))
                throw new RestoreRefused($"In der Sicherung fehlt die Tabelle {table.Name}, oder sie ist anders aufgebaut.");
            string found;
            try
            {
                await using var stream = await entry.OpenAsync(cancel);
                found = Convert.ToHexString(await SHA256.HashDataAsync(stream, cancel));
            }
            catch (InvalidDataException e)
            {
                throw new RestoreRefused($"Die Sicherung ist beschädigt: Die Tabelle {table.Name} lässt sich nicht lesen.", e);
            }
            if (found != expected.Sha256) throw new RestoreRefused($"Die Sicherung ist beschädigt: Die Prüfsumme der Tabelle {table.Name} stimmt nicht.");
        }
    }

    private static async Task<IReadOnlyList<BackupCount>> ReplaceAsync(PortalDb db, ZipArchive zip, BackupManifest manifest, IReadOnlyList<BackupTable> tables, bool replace, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!replace && await db.Personen.AnyAsync(cancel))
            throw new RestoreRefused("In der Datenbank arbeiten schon Menschen. Mit --ersetzen wird alles, was darin ist, durch die Sicherung ersetzt.");
        var postgres = db.Database.IsNpgsql();
        // A tree is taken apart before it is removed.
        foreach (var table in tables.Where(t => t.OwnParent is not null))
            await ExecuteAsync(db, $"UPDATE {BackupTable.Quote(table.Name)} SET {BackupTable.Quote(table.Columns[table.OwnParent!.Value].Name)} = NULL", cancel);
        foreach (var table in tables.Reverse()) await ExecuteAsync(db, $"DELETE FROM {BackupTable.Quote(table.Name)}", cancel);
        foreach (var table in tables)
        {
            await using var stream = await zip.GetEntry(Backup.EntryName(table))!.OpenAsync(cancel);
            var rows = Rows(stream, table, postgres, cancel);
            if (table.OwnParent is { } parent) rows = ParentsFirst(rows, table, parent);
            if (postgres) await CopyAsync(db, table, rows, cancel);
            else await InsertAsync(db, table, rows, cancel);
        }
        var restored = await Backup.CountAsync(db, cancel);
        var differing = restored.FirstOrDefault(r => manifest.Tables.Single(t => t.Table == r.Table) is var wanted && (wanted.Rows != r.Rows || wanted.Sha256 != r.Sha256));
        if (differing is not null) throw new RestoreRefused($"Nach dem Einspielen unterscheidet sich die Tabelle {differing.Table} von der Sicherung. Es wurde nichts geändert.");
        if (postgres) await ExecuteAsync(db, $"NOTIFY {PostgresListener.Channel}", cancel);
        await transaction.CommitAsync(cancel);
        return restored;
    }

    private static async IAsyncEnumerable<object?[]> Rows(Stream stream, BackupTable table, bool postgres, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var lines = new StreamReader(stream, Encoding.UTF8);
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = new object?[table.Columns.Count];
            var i = 0;
            foreach (var value in json.RootElement.EnumerateArray())
            {
                row[i] = BackupTable.Read(value, table.Columns[i], postgres);
                i++;
            }
            yield return row;
        }
    }

    /// <summary>For a tree (Sozialräume): whoever is referred to comes first.</summary>
    private static async IAsyncEnumerable<object?[]> ParentsFirst(IAsyncEnumerable<object?[]> rows, BackupTable table, int parent)
    {
        var key = table.Columns.ToList().FindIndex(c => c.Name == table.Key[0]);
        var waiting = await rows.ToListAsync();
        var done = new HashSet<object>();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(r => r[parent] is not { } p || done.Contains(p)).ToList();
            if (ready.Count == 0) throw new RestoreRefused($"In der Tabelle {table.Name} verweisen Zeilen im Kreis aufeinander.");
            foreach (var row in ready)
            {
                done.Add(row[key]!);
                yield return row;
            }
            waiting.RemoveAll(ready.Contains);
        }
    }

    private static async Task InsertAsync(PortalDb db, BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var command = Backup.Command(db, $"INSERT INTO {BackupTable.Quote(table.Name)} ({Names(table)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => "@p" + i))})");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            command.Parameters.Add(parameter);
        }
        await foreach (var row in rows.WithCancellation(cancel))
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static async Task CopyAsync(PortalDb db, BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY {BackupTable.Quote(table.Name)} ({Names(table)}) FROM STDIN (FORMAT BINARY)", cancel))
        {
            await foreach (var row in rows.WithCancellation(cancel))
            {
                await copy.StartRowAsync(cancel);
                for (var i = 0; i < row.Length; i++)
                {
                    if (row[i] is { } value) await copy.WriteAsync(value, Type(table.Columns[i]), cancel);
                    else await copy.WriteNullAsync(cancel);
                }
            }
            await copy.CompleteAsync(cancel);
        }
        // Numbers go on after the highest one that was restored.
        foreach (var column in table.Columns.Where(c => c.Kind == ColumnKind.Whole && table.Key is [var only] && only == c.Name))
            await ExecuteAsync(db, $"SELECT setval(s, (SELECT COALESCE(MAX({BackupTable.Quote(column.Name)}), 0) + 1 FROM {BackupTable.Quote(table.Name)}), false) FROM pg_get_serial_sequence('{BackupTable.Quote(table.Name)}', '{column.Name}') AS s WHERE s IS NOT NULL", cancel);
    }

    private static string Names(BackupTable table) => string.Join(", ", table.Columns.Select(c => BackupTable.Quote(c.Name)));

    private static NpgsqlDbType Type(BackupColumn column) => column.Kind switch
    {
        ColumnKind.Whole => column.IsInt ? NpgsqlDbType.Integer : NpgsqlDbType.Bigint,
        ColumnKind.Truth => NpgsqlDbType.Boolean,
        ColumnKind.Number => NpgsqlDbType.Double,
        ColumnKind.Instant or ColumnKind.Offset => NpgsqlDbType.TimestampTz,
        ColumnKind.Day => NpgsqlDbType.Date,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        ColumnKind.List => NpgsqlDbType.Array | NpgsqlDbType.Text,
        ColumnKind.Json => NpgsqlDbType.Jsonb,
        _ => NpgsqlDbType.Text,
    };

    private static async Task ExecuteAsync(PortalDb db, string sql, CancellationToken cancel)
    {
        await using var command = Backup.Command(db, sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
