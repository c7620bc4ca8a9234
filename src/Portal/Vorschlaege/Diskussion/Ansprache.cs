using System.Text;
using System.Text.Encodings.Web;
using Portal.Zugang;

namespace Portal.Vorschlaege.Diskussion;

/// <summary>Findet im Text, wer mit @Vorname Nachname angesprochen ist, und hebt es im gesetzten Text hervor.</summary>
public static class Ansprache
{
    /// <summary>
    /// Wer von den Ansprechbaren im Text steht; der längere Name geht vor („@Kim Beispiel-Meier“ meint nicht Kim Beispiel). Heißen mehrere
    /// gleich, sind alle gemeint: Besser liest es jemand zu viel aus demselben Kreis, als dass es die Gemeinte nicht erfährt.
    /// </summary>
    public static IReadOnlyList<Person> In(string text, IEnumerable<Person> ansprechbare)
    {
        var rest = text;
        var gefunden = new List<Person>();
        foreach (var gleichnamige in ansprechbare.Where(p => p.Name.Length > 0).GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Key.Length))
        {
            var stellen = Stellen(rest, gleichnamige.Key);
            if (stellen.Count == 0) continue;
            gefunden.AddRange(gleichnamige);
            foreach (var stelle in stellen) rest = rest.Remove(stelle, 1).Insert(stelle, "\0");
        }
        return gefunden;
    }

    /// <summary>Umgibt jede Anrede im HTML mit einer Auszeichnung, nie innerhalb eines Tags.</summary>
    public static string Hervorheben(string html, IReadOnlyList<Person> angesprochene)
    {
        foreach (var name in angesprochene.Select(p => HtmlEncoder.Default.Encode(p.Name)).Concat(angesprochene.Select(p => p.Name)).Distinct().OrderByDescending(n => n.Length))
            html = NurImText(html, teil => Ersetzen(teil, name));
        return html.Replace('\u0001', '@');
    }

    // Das @ bleibt bis zum Schluss verdeckt, damit ein kürzerer Name nicht noch einmal trifft.
    private static string Ersetzen(string text, string name)
    {
        foreach (var stelle in Enumerable.Reverse(Stellen(text, name)))
            text = text[..stelle] + "<strong class=\"p-erwaehnung\">\u0001" + text.Substring(stelle + 1, name.Length) + "</strong>" + text[(stelle + 1 + name.Length)..];
        return text;
    }

    private static List<int> Stellen(string text, string name)
    {
        var stellen = new List<int>();
        for (var i = text.IndexOf("@" + name, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf("@" + name, i + 1, StringComparison.OrdinalIgnoreCase))
        {
            var danach = i + 1 + name.Length;
            var endetHier = danach >= text.Length || !(char.IsLetterOrDigit(text[danach]) || (text[danach] == '-' && danach + 1 < text.Length && char.IsLetter(text[danach + 1])));
            var beginntHier = i == 0 || !char.IsLetterOrDigit(text[i - 1]);
            if (endetHier && beginntHier) stellen.Add(i);
        }
        return stellen;
    }

    private static string NurImText(string html, Func<string, string> aendern)
    {
        var ergebnis = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<')
            {
                var ende = html.IndexOf('>', i);
                if (ende < 0) ende = html.Length - 1;
                ergebnis.Append(html, i, ende - i + 1);
                i = ende + 1;
                continue;
            }
            var naechster = html.IndexOf('<', i);
            if (naechster < 0) naechster = html.Length;
            ergebnis.Append(aendern(html[i..naechster]));
            i = naechster;
        }
        return ergebnis.ToString();
    }
}
