using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

/// <summary>Wo bin ich? Jeder Weg nach oben beginnt an derselben Stelle.</summary>
public sealed partial class BrotkrumenTests
{
    [Fact]
    public void Alle_Brotkrumen_beginnen_bei_der_Startseite()
    {
        var seiten = Quelltext.Dateien("src/Portal", "*.cshtml").Select(d => (Datei: d, Text: Quelltext.Lesen(d))).Where(s => s.Text.Contains("aria-label=\"Brotkrumen\"", StringComparison.Ordinal)).ToList();

        Assert.True(seiten.Count > 40);
        Assert.All(seiten, s => Assert.True(Anfang().IsMatch(s.Text), s.Datei));
    }

    [GeneratedRegex("""aria-label="Brotkrumen">\s*<ol>\s*<li><a href="/">Startseite</a></li>""")]
    private static partial Regex Anfang();
}
