using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

/// <summary>Ein Formular, das seine Adresse selbst nennt, bekommt den Formularschutz nicht von allein.</summary>
public sealed partial class FormularTests
{
    [Fact]
    public void Jedes_Formular_mit_eigener_Adresse_traegt_den_Formularschutz()
    {
        var formulare = Directory.EnumerateFiles(Quelltext.Pfad("src/Portal"), "*.cshtml", SearchOption.AllDirectories)
            .Where(datei => !datei.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(datei => Formular().Matches(File.ReadAllText(datei)).Select(m => (Datei: Path.GetFileName(datei), Text: m.Value))).ToList();
        var sendende = formulare.Where(f => f.Text.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.NotEmpty(sendende);
        Befund.Leer(sendende.Where(f => Adresse().IsMatch(f.Text) && !f.Text.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)).Select(f => $"{f.Datei}: {f.Text}"));
        // Wer etwas sucht oder filtert, verrät seinen Schutz nicht in der Adresse.
        Befund.Leer(formulare.Except(sendende).Where(f => f.Text.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)).Select(f => $"{f.Datei}: {f.Text}"));
    }

    [GeneratedRegex(@"<form\b[^>]*>")]
    private static partial Regex Formular();

    [GeneratedRegex(@"\saction=""[^""]+""")]
    private static partial Regex Adresse();
}
