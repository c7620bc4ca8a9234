using Portal.Grundbegriffe;

namespace Portal.Vorschlaege;

/// <summary>Prüft kurze Texte ohne Auszeichnung: Gründe, Notizen, Beiträge.</summary>
internal static class Freitext
{
    /// <exception cref="RegelVerletzt">bei unsichtbaren Steuerzeichen, mit dem Feld.</exception>
    public static string Geprueft(string? eingabe, string name, string feld)
    {
        var text = (eingabe ?? "").ReplaceLineEndings("\n").Trim();
        return Steuerzeichen.Enthaelt(text)
            ? throw new RegelVerletzt(Steuerzeichen.Einwand(name), feld)
            : text;
    }
}
