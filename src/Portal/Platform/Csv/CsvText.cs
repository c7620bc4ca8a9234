using System.Text;

namespace Portal.Platform.Csv;

/// <summary>Reads and writes CSV (RFC 4180): fields in quotes may hold separators, quotes and line breaks.</summary>
public static class CsvText
{
    /// <summary>One record and the line of the file it begins in, counted from 1.</summary>
    public sealed record Row(int Line, IReadOnlyList<string> Fields)
    {
        /// <summary>The trimmed field; empty when the row is shorter.</summary>
        public string this[int index] => index >= 0 && index < Fields.Count ? Fields[index].Trim() : "";
    }

    /// <summary>Semicolon, tab or comma: whichever the first line uses, in this order.</summary>
    public static char Separator(string text)
    {
        var (semicolon, tab, quoted) = (false, false, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\r' or '\n') break;
            semicolon |= c == ';';
            tab |= c == '\t';
        }
        return semicolon ? ';' : tab ? '\t' : ',';
    }

    /// <summary>All rows but the empty ones. A quote that is never closed reaches to the end of the text.</summary>
    public static IEnumerable<Row> Read(string text)
    {
        var (separator, field, fields) = (Separator(text), new StringBuilder(), new List<string>());
        var (line, start, quoted) = (1, 1, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '\n' && i < text.Length) line++;
            if (quoted && i < text.Length)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { field.Append('"'); i++; }
                else quoted = false;
            }
            else if (c == '"' && field.Length == 0) quoted = true;
            else if (c == separator) { fields.Add(field.ToString()); field.Clear(); }
            else if (c == '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (fields.Exists(f => f.Trim().Length > 0)) yield return new Row(start, [.. fields]);
                fields.Clear();
                start = line;
            }
            else if (c != '\r') field.Append(c);
        }
    }

    /// <summary>One line with its end. A field that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    public static string Line(params IEnumerable<string?> fields) => string.Join(';', fields.Select(Field)) + "\r\n";

    private static string Field(string? value)
    {
        var text = value ?? "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny([';', '"', '\n', '\r']) < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
