using System.Globalization;
using Portal.Grundbegriffe;

namespace Portal.Stammdaten;

/// <summary>
/// Ob sich eine Akzentfarbe vom Grund der Seite abhebt. Sie färbt Linien, Balken und Ringe, nie Schrift; dafür verlangt
/// WCAG 2.2 (1.4.11) ein Kontrastverhältnis von 3:1.
/// </summary>
public static class Farbpruefung
{
    public const double Mindestkontrast = 3;

    /// <summary>Grund der hellen und der dunklen Ansicht, wie ihn das Designsystem malt.</summary>
    private static readonly (string Farbe, string Ansicht)[] s_gruende = [("#ffffff", "hellen"), ("#000000", "dunklen")];

    /// <param name="farbe">Leer ist erlaubt und heißt: Farbe des Designsystems.</param>
    public static Auskunft Pruefe(string farbe)
    {
        var rein = farbe.Trim();
        if (rein.Length == 0) return Auskunft.Ja;
        if (Lesen(rein) is null) return Auskunft.Nein("Bitte geben Sie die Farbe als # mit sechs Ziffern oder Buchstaben von a bis f an, zum Beispiel #b3261e.");
        foreach (var (grund, ansicht) in s_gruende)
            if (Kontrast(rein, grund) is var kontrast && kontrast < Mindestkontrast)
                return Auskunft.Nein($"Die Farbe hebt sich in der {ansicht} Ansicht zu wenig ab: Der Kontrast ist {kontrast.ToString("0.0", Ortszeit.Deutsch)} : 1, nötig sind 3 : 1. Nehmen Sie eine {(ansicht == "hellen" ? "dunklere" : "hellere")} Farbe.");
        return Auskunft.Ja;
    }

    public static bool IstFarbe(string farbe) => Lesen(farbe) is not null;

    /// <summary>Kontrastverhältnis nach WCAG, von 1 bis 21; beide Farben als „#rrggbb“.</summary>
    public static double Kontrast(string eine, string andere)
    {
        var (a, b) = (Helligkeit(Lesen(eine) ?? default), Helligkeit(Lesen(andere) ?? default));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static (int Rot, int Gruen, int Blau)? Lesen(string farbe) =>
        farbe.Length == 7 && farbe[0] == '#' && int.TryParse(farbe.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var zahl)
            ? (zahl >> 16, (zahl >> 8) & 255, zahl & 255) : null;

    private static double Helligkeit((int Rot, int Gruen, int Blau) f) => 0.2126 * Anteil(f.Rot) + 0.7152 * Anteil(f.Gruen) + 0.0722 * Anteil(f.Blau);

    private static double Anteil(int wert)
    {
        var v = wert / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }
}
