using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Platform.Backup;

/// <summary>What stands in <c>manifest.json</c>.</summary>
public sealed record BackupManifest(int Format, string Program, DateTime MadeAt, string Database, IReadOnlyList<string> Migrations, IReadOnlyList<BackupCount> Tables);

/// <param name="Sha256">Of the table's lines, hexadecimal.</param>
public sealed record BackupCount(string Table, IReadOnlyList<string> Columns, long Rows, string Sha256);

/// <summary>
/// One portable file for both databases: a zip with one JSON line per row and a manifest with counts and checksums, read from one
/// consistent snapshot while people work.
/// </summary>
public static class Backup
{
    public const int Format = 1;
    internal const string ManifestName = "manifest.json";

    private static readonly JsonWriterOptions s_lines = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    internal static readonly JsonSerializerOptions Manifest = new() { WriteIndented = true };

    public static string Program { get; } = typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    public static async Task<BackupManifest> WriteAsync(PortalDb db, Stream file, DateTime now, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var snapshot = await SnapshotAsync(db, cancel);
            // EF Core counts a transaction it is given as one more use of the connection until its own wrapper is disposed of; a context that
            // goes back to the pool „in use“ cannot save any more.
            await using var inUse = await db.Database.UseTransactionAsync(snapshot, cancel);
            return await WriteSnapshotAsync(db, file, now, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The checksums of what is in the database now.</summary>
    public static async Task<IReadOnlyList<BackupCount>> CountAsync(PortalDb db, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var counts = new List<BackupCount>();
            foreach (var table in BackupTable.All(db)) counts.Add(await CopyAsync(db, table, Stream.Null, cancel));
            return counts;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<BackupManifest> WriteSnapshotAsync(PortalDb db, Stream file, DateTime now, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        var counts = new List<BackupCount>();
        foreach (var table in BackupTable.All(db))
        {
            await using var entry = await zip.CreateEntry(EntryName(table), CompressionLevel.Fastest).OpenAsync(cancel);
            counts.Add(await CopyAsync(db, table, entry, cancel));
        }
        var manifest = new BackupManifest(Format, Program, now, db.Database.IsNpgsql() ? "PostgreSQL" : "SQLite", await MigrationsAsync(db, cancel), counts);
        await using var last = await zip.CreateEntry(ManifestName).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(last, manifest, Manifest, cancel);
        return manifest;
    }

    internal static string EntryName(BackupTable table) => $"daten/{table.Name}.jsonl";

    /// <summary>Names without their time stamps, which differ between the databases.</summary>
    internal static async Task<IReadOnlyList<string>> MigrationsAsync(PortalDb db, CancellationToken cancel) =>
        [.. (await db.Database.GetAppliedMigrationsAsync(cancel)).Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..])];

    /// <summary>
    /// One state, and nobody is kept from writing. SQLite: deferred. PostgreSQL: every table is locked against being emptied or rewritten
    /// before the snapshot is taken, since that would show in it.
    /// </summary>
    private static async Task<DbTransaction> SnapshotAsync(PortalDb db, CancellationToken cancel)
    {
        if (db.Database.GetDbConnection() is Microsoft.Data.Sqlite.SqliteConnection sqlite) return sqlite.BeginTransaction(deferred: true);
        var snapshot = await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await using var locks = Command(db, $"LOCK TABLE {string.Join(", ", BackupTable.All(db).Select(t => BackupTable.Quote(t.Name)))} IN ACCESS SHARE MODE");
        locks.Transaction = snapshot;
        await locks.ExecuteNonQueryAsync(cancel);
        return snapshot;
    }

    private static async Task<BackupCount> CopyAsync(PortalDb db, BackupTable table, Stream target, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var buffer = new MemoryStream();
        await using var json = new Utf8JsonWriter(buffer, s_lines);
        await using var command = Command(db, table.Select(db.Database.IsNpgsql()));
        await using var row = await command.ExecuteReaderAsync(cancel);
        long rows = 0;
        while (await row.ReadAsync(cancel))
        {
            buffer.SetLength(0);
            json.Reset();
            table.Write(json, row);
            await json.FlushAsync(cancel);
            buffer.WriteByte((byte)'\n');
            var line = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
            hash.AppendData(line.Span);
            await target.WriteAsync(line, cancel);
            rows++;
        }
        return new(table.Name, [.. table.Columns.Select(c => c.Name)], rows, Convert.ToHexString(hash.GetHashAndReset()));
    }

    internal static DbCommand Command(PortalDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names from the program's own model.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransactionOrNull();
        return command;
    }

    private static DbTransaction? GetDbTransactionOrNull(this Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction) =>
        Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction);
}
