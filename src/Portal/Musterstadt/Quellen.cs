using System.Reflection;

namespace Portal.Musterstadt;

/// <summary>Liest die Dateien der Mustergemeinde, die im Programm eingebettet sind.</summary>
internal static class Quellen
{
    private const string Wurzel = "Portal.Musterstadt.";
    private static readonly Assembly s_programm = typeof(Quellen).Assembly;

    /// <summary>Die Zeilen einer unserer CSV-Dateien (Semikolon, keine Anführungszeichen), je Zeile Spaltenname und Wert.</summary>
    public static List<Dictionary<string, string>> Tabelle(string datei)
    {
        var zeilen = Text(Wurzel + datei).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(z => z.Split(';', StringSplitOptions.TrimEntries)).ToList();
        return [.. zeilen.Skip(1).Select(z => zeilen[0].Zip(z).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    /// <summary>Name ohne Endung und Inhalt jeder Markdown-Datei eines Ordners, nach Namen geordnet.</summary>
    public static IEnumerable<(string Name, string Markdown)> Ordner(string ordner) =>
        s_programm.GetManifestResourceNames()
            .Where(n => n.StartsWith($"{Wurzel}{ordner}.", StringComparison.Ordinal) && n.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (n[(Wurzel.Length + ordner.Length + 1)..^3], Text(n)));

    private static string Text(string name)
    {
        using var strom = s_programm.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Die eingebettete Datei {name} fehlt.");
        using var leser = new StreamReader(strom);
        return leser.ReadToEnd().ReplaceLineEndings("\n");
    }
}
