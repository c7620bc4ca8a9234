using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

/// <summary>Was an einem Planungsobjekt etwas ändert, verlangt selbst seine Regel: Keine Tür daneben, kein Controller, kann sie vergessen.</summary>
public sealed partial class VerbenTests
{
    /// <summary>Was nach außen offen ist und keine Regel hat, mit dem Grund dafür.</summary>
    private static readonly Dictionary<string, string> s_ohneRegel = new()
    {
        ["Person.Aendern"] = "die eigenen Angaben, oder die aus einer Einladung, die schon geprüft ist",
        ["Person.EmailAendern"] = "der Link an die neue Adresse ist der Nachweis",
        ["Person.HatGelesen"] = "was die Person selbst gelesen hat",
        ["Person.Ausscheiden"] = "die Regel fragt, wer bleibt, und steht vor dem Löschen des Kontos",
        ["Sitz.Bleiben"] = "folgt aus der Inkraftsetzung einer Geschäftsordnung, die ihre Regel verlangt",
        ["Sitz.Wegfallen"] = "folgt aus der Inkraftsetzung einer Geschäftsordnung, die ihre Regel verlangt",
        ["Sitz.Freigeben"] = "folgt daraus, dass eine Person das Portal verlässt",
        ["Bewertungsbogen.VertretungEntfaellt"] = "folgt daraus, dass eine Person das Portal verlässt",
        ["Abstimmung.Nachruecken"] = "folgt daraus, dass eine Person das Portal verlässt",
        ["Vorschlag.FassungFesthalten"] = "hält nur fest, was dasteht, auch wenn das Portal es von selbst tut",
        ["Bewertungsbogen.PapierVermerken"] = "folgt aus dem Eintragen eines Papierbogens, das seine Regel verlangt",
        ["Priorisierungsrunde.Vollziehen"] = "folgt aus dem Schluss der Runde, den die Zeit oder eine Tat mit Regel bringt",
    };

    [Fact]
    public void Jede_Tat_verlangt_ihre_Regel()
    {
        var klassen = Quelltext.Dateien("src/Portal", "*.cs").Where(d => !d.Contains("/Migrations/", StringComparison.Ordinal) && !d.Contains("/CompiledModels/", StringComparison.Ordinal)).Select(Quelltext.Lesen)
            .SelectMany(text => Klasse().Matches(text).Select(m => (Name: m.Groups["name"].Value, Text: text))).GroupBy(k => k.Name, k => k.Text).ToList();
        var objekte = klassen.Where(k => k.Any(text => Regex.IsMatch(text, $@"class {k.Key}\b[^{{]*: Planungsobjekt", RegexOptions.None, TimeSpan.FromSeconds(1)))).ToList();
        Assert.True(objekte.Count > 10);

        var maengel = new List<string>();
        foreach (var objekt in objekte)
        {
            var methoden = objekt.SelectMany(text => Methode().Matches(text)).Where(m => m.Groups["name"].Value != objekt.Key).Select(m => (Name: m.Groups["name"].Value, Offen: m.Groups["sicht"].Value == "public", Rumpf: m.Groups["rumpf"].Value)).ToList();
            var verlangen = methoden.Where(m => m.Rumpf.Contains(".Verlangen(", StringComparison.Ordinal) || m.Rumpf.Contains("RegelVerletzt(", StringComparison.Ordinal)).Select(m => m.Name).ToHashSet();
            while (methoden.Where(m => !verlangen.Contains(m.Name) && verlangen.Any(v => Regex.IsMatch(m.Rumpf, $@"(?<![\w.]){v}\(", RegexOptions.None, TimeSpan.FromSeconds(1)))).Select(m => m.Name).ToList() is { Count: > 0 } weitere) verlangen.UnionWith(weitere);
            maengel.AddRange(methoden.Where(m => m.Offen && Aendert().IsMatch(m.Rumpf) && !verlangen.Contains(m.Name)).Select(m => $"{objekt.Key}.{m.Name}"));
        }
        Befund.Leer(maengel.Distinct().Except(s_ohneRegel.Keys));
    }

    [GeneratedRegex(@"^(public|internal)[\w ]* class (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Klasse();

    /// <summary>Eine Methode mit ihrem Rumpf: bis zur Klammer, die so weit eingerückt ist wie sie selbst, oder bis zum Semikolon.</summary>
    [GeneratedRegex(@"^    (?<sicht>public|internal|private)(?: static)? (?!override|abstract|sealed|readonly|const|class|record|new)[\w<>?,\[\] ]+? (?<name>\w+)\((?<werte>[^\r\n]*)\)(?<rumpf>\r?\n    \{.*?^    \}|\s*=>.*?;\s*$)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Methode();

    /// <summary>Weist einer Eigenschaft etwas zu, ändert eine Liste oder vermerkt, dass etwas geschah.</summary>
    [GeneratedRegex(@"^\s+[A-Z]\w* = |=> [A-Z]\w* = |_\w+\.(Add|Remove|Clear)|(?<![\w.])Vermerken\(", RegexOptions.Multiline, 1000)]
    private static partial Regex Aendert();
}
