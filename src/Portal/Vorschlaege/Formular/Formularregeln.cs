using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Vorschlaege.Formular;

/// <summary>Wer das Formular ändert, und welche Formulare es geben darf.</summary>
public static class Formularregeln
{
    public const int HoechsteSpaltenzahl = 15;

    public static Auskunft DarfAendern(Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstAdministration, "Das Formular ändern die Geschäftsführung und die Administration."));

    public static Auskunft DarfSpalteHinzufuegen(Matrixlayout layout) => Auskunft.Pruefe(
        (layout.Spalten.Count < HoechsteSpaltenzahl, $"Die Matrix hat schon {HoechsteSpaltenzahl} Spalten. Mehr lassen sich nicht mehr lesen."));

    public static Auskunft DarfSpalteEntfernen(Matrixspalte spalte) => Auskunft.Pruefe(
        (!spalte.GehoertZumGrundgeruest, $"„{spalte.Name}“ gehört zum Grundgerüst: Die Wirkungskontrolle rechnet später damit. Sie können die Spalte umbenennen oder freiwillig machen."));

    /// <summary>Jede Stelle, die nicht stimmt, mit ihrem Satz; leer, wenn das Formular so gelten kann.</summary>
    public static IEnumerable<(string Stelle, string Satz)> Pruefe(IReadOnlyCollection<Vorschlagsfeld> pflichtfelder, Matrixlayout layout)
    {
        if (!pflichtfelder.Contains(Vorschlagsfeld.Titel)) yield return ("Pflicht", "Ohne Titel gibt es keinen Vorschlag: „Titel“ bleibt Pflicht.");
        foreach (var zielfeld in layout.Zielfelder)
        {
            var stelle = $"Zielfelder[{zielfeld.Schluessel}]";
            if (Satz(zielfeld.Name, "Name des Zielfelds", 100, pflicht: true) is { } name) yield return (stelle + ".Name", name);
            if (Satz(zielfeld.Leitfrage, $"Leitfrage von „{zielfeld.Name}“", 200, pflicht: true) is { } frage) yield return (stelle + ".Leitfrage", frage);
            if (Satz(zielfeld.Hilfe, $"Hilfe zu „{zielfeld.Name}“", 1000, pflicht: false) is { } hilfe) yield return (stelle + ".Hilfe", hilfe);
            if (zielfeld.Mindestzeilen is < 0 or > 20) yield return (stelle + ".Mindestzeilen", $"„{zielfeld.Name}“: Verlangen Sie zwischen 0 und 20 Zeilen.");
        }
        foreach (var spalte in layout.Spalten)
        {
            var stelle = $"Spalten[{spalte.Schluessel}]";
            if (Satz(spalte.Name, "Name der Spalte", 60, pflicht: true) is { } name) yield return (stelle + ".Name", name);
            if (Satz(spalte.Hilfe, $"Hilfe zu „{spalte.Name}“", 500, pflicht: false) is { } hilfe) yield return (stelle + ".Hilfe", hilfe);
            if (Satz(spalte.Beispiel, $"Beispiel zu „{spalte.Name}“", 200, pflicht: false) is { } beispiel) yield return (stelle + ".Beispiel", beispiel);
            if (layout.Spalten.Any(s => s != spalte && s.Name.Length > 0 && s.Name.Equals(spalte.Name, StringComparison.OrdinalIgnoreCase)))
                yield return (stelle + ".Name", $"Zwei Spalten heißen „{spalte.Name}“. Bitte unterscheiden Sie sie.");
        }
    }

    private static string? Satz(string text, string was, int laenge, bool pflicht) =>
        pflicht && string.IsNullOrWhiteSpace(text) ? $"{was}: Bitte füllen Sie das Feld aus."
        : text.Length > laenge ? $"{was}: {text.Length} Zeichen sind zu viel, erlaubt sind {laenge}."
        : Steuerzeichen.Enthaelt(text) ? $"{was} enthält unsichtbare Steuerzeichen. Schreiben Sie den Text bitte noch einmal."
        : null;
}
