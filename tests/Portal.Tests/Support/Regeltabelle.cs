namespace Portal.Tests.Support;

/// <summary>Liest die Tabellen aus Regelwerk/*.md, die eine Prüfung ausführt.</summary>
public static class Regeltabelle
{
    /// <summary>Die Spaltenköpfe der ersten Tabelle.</summary>
    public static IReadOnlyList<string> Spalten(string datei) => Zellen(Zeilen(datei).First(IstTabelle));

    /// <summary>Alle Zeilen aller Tabellen mit gleichen Spalten, je Zeile Spaltenname und Zelle.</summary>
    public static List<Dictionary<string, string>> Lesen(string datei)
    {
        var spalten = Spalten(datei);
        return [.. Zeilen(datei).Where(IstTabelle).Select(Zellen)
            .Where(z => !z.SequenceEqual(spalten) && !z.All(c => c.Trim('-', ':').Length == 0))
            .Select(z => spalten.Zip(z).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    /// <summary>Die Tabellen je Überschrift „## …“.</summary>
    public static IEnumerable<(string Ueberschrift, List<Dictionary<string, string>> Zeilen)> Abschnitte(string datei)
    {
        var spalten = Spalten(datei);
        foreach (var abschnitt in string.Join('\n', Zeilen(datei)).Split("\n## ").Skip(1))
        {
            var zeilen = abschnitt.Split('\n').Where(IstTabelle).Select(Zellen).Where(z => !z.SequenceEqual(spalten) && !z.All(c => c.Trim('-', ':').Length == 0));
            yield return (abschnitt.Split('\n')[0].Trim(), [.. zeilen.Select(z => spalten.Zip(z).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))]);
        }
    }

    private static string[] Zeilen(string datei) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Regelwerk", datei));
    private static bool IstTabelle(string zeile) => zeile.StartsWith('|');
    private static string[] Zellen(string zeile) => [.. zeile.Trim().Trim('|').Split('|').Select(z => z.Trim())];
}
