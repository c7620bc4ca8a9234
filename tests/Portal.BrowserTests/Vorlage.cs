namespace Portal.BrowserTests;

/// <summary>Ein Vorschlag aus Musterstadt als Stoff zum Abschreiben.</summary>
public sealed record Vorlage(string Titel, IReadOnlyList<string> Sozialraeume, IReadOnlyList<(string Zielfeld, string[] Zellen)> Zeilen, IReadOnlyDictionary<string, string> Texte)
{
    public string Text(string feld) => Texte[feld];

    public static Vorlage Lesen(string name)
    {
        using var strom = typeof(Program).Assembly.GetManifestResourceStream($"Portal.Musterstadt.Vorschlaege.{name}.md") ?? throw new InvalidOperationException($"Die Vorlage {name} fehlt.");
        using var leser = new StreamReader(strom);
        var teile = leser.ReadToEnd().ReplaceLineEndings("\n").Split("---\n", 3);
        var kopf = teile[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(z => z.Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(z => z[0], z => z[1], StringComparer.Ordinal);
        var abschnitte = ("\n" + teile[2]).Split("\n## ").Skip(1).Select(a => a.Split('\n', 2)).ToDictionary(a => a[0].Replace(" ", "", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal), a => a[1].Trim(), StringComparer.Ordinal);
        foreach (var (feld, wert) in kopf) abschnitte.TryAdd(feld, wert);
        return new(kopf["Titel"], kopf["Sozialraeume"].Split(", "), [.. Matrix(abschnitte["Zielfeldermatrix"])], abschnitte);
    }

    private static IEnumerable<(string Zielfeld, string[] Zellen)> Matrix(string text)
    {
        string[] zielfelder = ["ergebnisse", "programme", "prozesse", "ressourcen"];
        var teile = ("\n" + text).Split("\n### ").Skip(1).ToList();
        for (var i = 0; i < teile.Count; i++)
            foreach (var zeile in teile[i].Split('\n').Where(z => z.StartsWith('|')).Skip(2))
                yield return (zielfelder[i], [.. zeile.Trim('|').Split('|').Select(z => z.Trim())]);
    }
}
