using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Tests.Support;

/// <summary>Der Fingerabdruck jeder Tabelle zu einem Zeitpunkt.</summary>
public sealed record Stand(IReadOnlyDictionary<string, string> Tabellen)
{
    // Schlüssel und Zähler der Maschine sind keine Daten von Menschen.
    private static readonly string[] s_ausgenommen = ["DataProtectionKeys", "KennungCounters"];

    /// <summary>Die Tabellen, deren Inhalt sich unterscheidet.</summary>
    public IReadOnlyList<string> Unterschiede(Stand anderer) => [.. Tabellen.Where(t => anderer.Tabellen[t.Key] != t.Value).Select(t => t.Key)];

    public static async Task<Stand> VonAsync(PortalDb db)
    {
        var abdruecke = new Dictionary<string, string>();
        var tabellen = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Except(s_ausgenommen).Order(StringComparer.Ordinal).ToList();
        await db.Database.OpenConnectionAsync();
        await using var befehl = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Die Namen kommen aus dem Modell.
        befehl.CommandText = Datenbank.IstPostgres
            ? string.Join(" UNION ALL ", tabellen.Select(t => $"""SELECT '{t}', coalesce(md5(string_agg(z::text, chr(10) ORDER BY z::text)), '') FROM "{t}" z"""))
            : string.Join("; ", tabellen.Select(t => $"""SELECT * FROM "{t}" """));
#pragma warning restore CA2100
        await using var leser = await befehl.ExecuteReaderAsync();
        if (Datenbank.IstPostgres) while (await leser.ReadAsync()) abdruecke.Add(leser.GetString(0), leser.GetString(1));
        else foreach (var tabelle in tabellen) abdruecke.Add(tabelle, await AbdruckAsync(leser));
        await db.Database.CloseConnectionAsync();
        return new(abdruecke);
    }

    // SQLite kann es nicht selbst ausrechnen; dafür liest es immer in derselben Reihenfolge.
    private static async Task<string> AbdruckAsync(DbDataReader leser)
    {
        var zeilen = new StringBuilder();
        var werte = new object[leser.FieldCount];
        while (await leser.ReadAsync())
        {
            leser.GetValues(werte);
            zeilen.AppendJoin('|', werte.Select(w => w is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(w, CultureInfo.InvariantCulture))).Append('\n');
        }
        await leser.NextResultAsync();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(zeilen.ToString())));
    }
}
