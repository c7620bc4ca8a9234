using System.Text;
using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

/// <summary>Glossar und Fachregeln sind der Vertrag zwischen Planung und Programm.</summary>
public sealed partial class WortschatzTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Jedes_Ding_steht_im_Glossar()
    {
        var begriffe = Begriff().Matches(Quelltext.Lesen("docs/glossar.md")).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var dinge = await portal.Db(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType)
            .Where(t => t.Namespace is { } n && n.StartsWith("Portal.", StringComparison.Ordinal) && !n.StartsWith("Portal.Platform", StringComparison.Ordinal))
            .Select(t => t.Name).Distinct().Order(StringComparer.Ordinal).ToList()));

        Befund.Leer(dinge.Except(begriffe));
    }

    /// <summary>Mit PORTAL_SCHREIBE_REGELN=1 wird die Liste neu geschrieben statt geprüft.</summary>
    [Fact]
    public void Jeder_Satz_der_Regeln_steht_in_den_Fachregeln()
    {
        var regeln = Quelltext.Dateien("src/Portal", "*regeln.cs").Order(StringComparer.Ordinal)
            .Select(d => (Datei: d, Saetze: Saetze(Quelltext.Lesen(d)).Distinct().ToList())).Where(d => d.Saetze.Count > 0).ToList();
        if (Environment.GetEnvironmentVariable("PORTAL_SCHREIBE_REGELN") == "1")
            File.WriteAllText(Quelltext.Pfad("docs/fachregeln.md"), Liste(regeln));
        var liste = Quelltext.Lesen("docs/fachregeln.md");

        Assert.True(regeln.Sum(d => d.Saetze.Count) > 30);
        Befund.Leer(regeln.SelectMany(d => d.Saetze).Where(s => !liste.Contains(s, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Saetze(string quelltext) =>
        from treffer in Zeichenkette().Matches(quelltext)
        let satz = Luecke().Replace(treffer.Groups[2].Value, "…").Replace("\\\"", "\"", StringComparison.Ordinal)
        where satz.Contains(' ', StringComparison.Ordinal) && satz.EndsWith('.')
        select satz;

    private static string Liste(List<(string Datei, List<string> Saetze)> regeln)
    {
        // Was über der Liste steht, schreibt ein Mensch.
        var bisher = Quelltext.Lesen("docs/fachregeln.md");
        var text = new StringBuilder(bisher[..(bisher.IndexOf("\n## ", StringComparison.Ordinal) is >= 0 and var anfang ? anfang : bisher.Length)]);
        foreach (var (datei, saetze) in regeln)
        {
            var name = Path.GetFileNameWithoutExtension(datei);
            text.Append($"\n## {name}\n\n");
            foreach (var satz in saetze) text.Append($"- {satz}\n");
        }
        return text.ToString();
    }

    [GeneratedRegex(@"^\| \*\*([A-Za-z]+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Begriff();

    [GeneratedRegex("(\\$?)\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Zeichenkette();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Luecke();
}
