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
        foreach (var tabelle in tabellen)
        {
            await using var befehl = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Die Namen kommen aus dem Modell.
            befehl.CommandText = $"""SELECT * FROM "{tabelle}" """;
#pragma warning restore CA2100
            var zeilen = new List<string>();
            await using var leser = await befehl.ExecuteReaderAsync();
            while (await leser.ReadAsync())
                zeilen.Add(string.Join('|', Enumerable.Range(0, leser.FieldCount).Select(i => Convert.ToString(leser.GetValue(i), CultureInfo.InvariantCulture))));
            zeilen.Sort(StringComparer.Ordinal);
            abdruecke[tabelle] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', zeilen))));
        }
        await db.Database.CloseConnectionAsync();
        return new(abdruecke);
    }
}
