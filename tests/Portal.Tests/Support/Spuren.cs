using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Support;

/// <summary>Wo ein Wort in der Datenbank noch steht: in jeder Tabelle, jeder Spalte, auch in Anlagen und in Namen mit umschriebenen Zeichen.</summary>
public static class Spuren
{
    /// <param name="worte">Mit einem Leerzeichen oder lang: Drei Buchstaben stehen auch zufällig in einer Kennung.</param>
    /// <returns>„Tabelle.Spalte: Wert“ für jede Fundstelle; Groß- und Kleinschreibung zählt nicht.</returns>
    public static Task<IReadOnlyList<string>> SpurenAsync(this PortalFactory portal, params string[] worte) => portal.Db(async db =>
    {
        var funde = new List<string>();
        var gesucht = worte.Concat(worte.Select(System.Text.Encodings.Web.HtmlEncoder.Default.Encode)).Distinct().ToList();
        await db.Database.OpenConnectionAsync();
        foreach (var tabelle in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var befehl = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Der Name kommt aus dem Modell.
            befehl.CommandText = $"""SELECT * FROM "{tabelle}" """;
#pragma warning restore CA2100
            await using var leser = await befehl.ExecuteReaderAsync();
            while (await leser.ReadAsync())
                funde.AddRange(from spalte in Enumerable.Range(0, leser.FieldCount)
                               let wert = Wert(leser, spalte)
                               where gesucht.Exists(w => wert.Contains(w, StringComparison.OrdinalIgnoreCase))
                               select $"{tabelle}.{leser.GetName(spalte)}: {wert[..Math.Min(160, wert.Length)]}");
        }
        await db.Database.CloseConnectionAsync();
        return (IReadOnlyList<string>)funde;
    });

    private static string Wert(DbDataReader leser, int spalte) => leser.GetValue(spalte) switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        string[] liste => string.Join('\n', liste),
        var wert => Convert.ToString(wert, CultureInfo.InvariantCulture) ?? "",
    };
}
