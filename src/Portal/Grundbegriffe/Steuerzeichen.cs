namespace Portal.Grundbegriffe;

/// <summary>Unsichtbare Zeichen, die in keinem Text etwas zu suchen haben: Steuerzeichen außer Zeilenwechsel und Tabulator, und Zeichen, die die Leserichtung fälschen.</summary>
public static class Steuerzeichen
{
    /// <summary>Der Satz für ein Feld mit diesem Namen; überall derselbe.</summary>
    public static string Einwand(string name) => $"„{name}“ enthält unsichtbare Steuerzeichen. Fügen Sie den Text bitte noch einmal ohne Formatierung ein.";

    /// <summary>
    /// Was aus einer PDF-Datei oder einem Textprogramm eingefügt wird, trägt Seitenwechsel und senkrechte Tabulatoren: Sie werden Zeilenenden.
    /// </summary>
    public static string OhneSeitenwechsel(string text) => text.Replace('\f', '\n').Replace('\v', '\n');

    public static bool Enthaelt(string text)
    {
        foreach (var zeichen in text)
            if ((char.IsControl(zeichen) && zeichen is not ('\n' or '\r' or '\t')) || zeichen is '\u202A' or '\u202B' or '\u202D' or '\u202E' or '\uFFFE' or '\uFFFF')
                return true;
        return EnthaeltHalbePaare(text);
    }

    private static bool EnthaeltHalbePaare(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
