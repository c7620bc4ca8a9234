using Portal.Grundbegriffe;
using Portal.Vorschlaege.Formular;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>
/// Wie das Formular in dieser Gemeinde aussieht: welche Felder Pflicht sind und wie die Zielfeldermatrix aufgebaut ist.
/// Es gibt genau eines; wer es ändert, ändert es für alle Vorschläge, an denen noch geschrieben wird.
/// </summary>
public sealed class Vorschlagsformular : Planungsobjekt
{
    public const string GegenstandName = "Vorschlagsformular";

    public const string EinzigeKennung = "formular";

    public Vorschlagsformular() => Kennung = EinzigeKennung;

    public override string Gegenstand => GegenstandName;
    public override string Bezeichnung => "Formular der Vorschläge";

    /// <summary>Ohne diese Felder kann nicht eingereicht werden.</summary>
    public List<Vorschlagsfeld> Pflichtfelder { get; set; } =
    [
        Vorschlagsfeld.Titel, Vorschlagsfeld.Kurzfassung, Vorschlagsfeld.Handlungsfeld, Vorschlagsfeld.Art, Vorschlagsfeld.Ausgangslage,
        Vorschlagsfeld.Bedarf, Vorschlagsfeld.Zielgruppe, Vorschlagsfeld.Sozialraeume, Vorschlagsfeld.Umsetzungsschritte,
        Vorschlagsfeld.Federfuehrung, Vorschlagsfeld.KostenEinmalig, Vorschlagsfeld.KostenLaufend, Vorschlagsfeld.ZeitrahmenVon,
    ];

    public Matrixlayout Matrix { get; set; } = Matrixlayout.Vorgabe;

    /// <summary>Ändert das Formular; der Verlauf nennt, was anders wurde.</summary>
    public void Aendern(IEnumerable<Vorschlagsfeld> pflichtfelder, Matrixlayout matrix, Akteur wer, DateTime jetzt)
    {
        Formularregeln.DarfAendern(wer).Verlangen();
        List<Vorschlagsfeld> neu = [.. pflichtfelder.Distinct().Order()];
        var anders = Unterschiede(neu, matrix).ToList();
        if (anders.Count == 0) return;
        Pflichtfelder = neu;
        Matrix = matrix;
        Vermerken("formular.geaendert", wer.PersonId, jetzt, "hat das Formular der Vorschläge geändert", string.Join("; ", anders));
    }

    private IEnumerable<string> Unterschiede(List<Vorschlagsfeld> pflichtfelder, Matrixlayout matrix)
    {
        foreach (var feld in pflichtfelder.Except(Pflichtfelder)) yield return $"„{feld.Anzeige()}“ ist jetzt Pflicht";
        foreach (var feld in Pflichtfelder.Except(pflichtfelder)) yield return $"„{feld.Anzeige()}“ ist jetzt freiwillig";
        foreach (var (alt, neu) in Matrix.Zielfelder.Join(matrix.Zielfelder, z => z.Schluessel, z => z.Schluessel, (alt, neu) => (alt, neu)).Where(z => z.alt != z.neu))
            yield return alt.Name == neu.Name ? $"Zielfeld „{neu.Name}“ geändert" : $"Zielfeld „{alt.Name}“ heißt jetzt „{neu.Name}“";
        foreach (var spalte in matrix.Spalten.ExceptBy(Matrix.Spalten.Select(s => s.Schluessel), s => s.Schluessel)) yield return $"Spalte „{spalte.Name}“ hinzugefügt";
        foreach (var spalte in Matrix.Spalten.ExceptBy(matrix.Spalten.Select(s => s.Schluessel), s => s.Schluessel)) yield return $"Spalte „{spalte.Name}“ entfernt";
        foreach (var (alt, neu) in Matrix.Spalten.Join(matrix.Spalten, s => s.Schluessel, s => s.Schluessel, (alt, neu) => (alt, neu)).Where(s => s.alt != s.neu))
            yield return alt.Name == neu.Name ? $"Spalte „{neu.Name}“ geändert" : $"Spalte „{alt.Name}“ heißt jetzt „{neu.Name}“";
        if (!Matrix.Spalten.Select(s => s.Schluessel).Where(s => matrix.Spalten.Any(n => n.Schluessel == s))
                .SequenceEqual(matrix.Spalten.Select(s => s.Schluessel).Where(s => Matrix.Spalten.Any(a => a.Schluessel == s))))
            yield return "Reihenfolge der Spalten geändert";
    }
}

/// <summary>Der Aufbau der Zielfeldermatrix als Daten: Zielfelder mit Leitfrage und Spalten mit Hilfe.</summary>
public sealed record Matrixlayout(IReadOnlyList<Zielfeld> Zielfelder, IReadOnlyList<Matrixspalte> Spalten)
{
    /// <summary>Schlüssel des Zielfelds, dessen Zeilen eine Stufe der Wirkungstreppe tragen.</summary>
    public const string Ergebnisse = "ergebnisse";

    /// <summary>Vier Zielfelder nach KGSt.</summary>
    public static Matrixlayout Vorgabe { get; } = new(
        [
            new(Ergebnisse, "Ergebnisse und Wirkungen", "Was wollen wir erreichen?",
                "Was ist für die Menschen anders, wenn es gelungen ist? Beschreiben Sie die Veränderung, nicht die Tätigkeit.", 1),
            new("programme", "Programme und Produkte", "Was müssen wir dafür tun?",
                "Welche Angebote, Leistungen oder Maßnahmen braucht es, damit diese Veränderung eintritt?", 1),
            new("prozesse", "Prozesse und Strukturen", "Wie müssen wir es tun?",
                "Wie arbeiten die Beteiligten zusammen? Welche Abläufe, Zuständigkeiten und Orte braucht es?", 1),
            new("ressourcen", "Ressourcen", "Was müssen wir dafür einsetzen?",
                "Welche Stellen, Mittel, Räume und welches Wissen werden gebraucht?", 1),
        ],
        [
            new("ziel", "Ziel", Spaltenart.Text, true, "Ein Satz im Präsens, als wäre es schon so: spezifisch, messbar, erreichbar, bedeutsam, mit Termin (SMART).",
                "Pflegende Angehörige wissen, an wen sie sich wenden können."),
            new("kennzahl", "Kennzahl", Spaltenart.Text, true, "Woran lässt sich ablesen, ob das Ziel erreicht ist? Am besten eine Zahl, die schon erhoben wird.",
                "Anteil der Befragten, die eine Anlaufstelle nennen können"),
            new("ausgangswert", "Ausgangswert", Spaltenart.Text, true, "Der Wert heute, mit Jahr. „Nicht bekannt“ ist eine ehrliche Angabe.", "31 % (2025)"),
            new("zielwert", "Zielwert", Spaltenart.Text, true, "Der Wert, den Sie erreichen wollen.", "60 %"),
            new("bis-wann", "Bis wann", Spaltenart.Datum, true, "Der Tag, an dem gemessen wird.", "31.12.2028"),
            new("verantwortlich", "Verantwortlich", Spaltenart.Text, true, "Eine Stelle, kein Name.", "Pflegestützpunkt"),
            new("wirkungsstufe", "Wirkungsstufe", Spaltenart.Wirkungsstufe, true,
                "Stufe der Wirkungstreppe: 1–3 Leistungen (Output), 4–6 Veränderungen bei der Zielgruppe (Outcome), 7 Veränderung der Gesellschaft (Impact).", "4"),
        ]);

    /// <summary>Die Spalten, die eine Zeile dieses Zielfelds hat.</summary>
    public IEnumerable<Matrixspalte> SpaltenFuer(string zielfeld) =>
        Spalten.Where(s => s.Art != Spaltenart.Wirkungsstufe || zielfeld == Ergebnisse);
}

/// <summary>Eines der Zielfelder mit seiner Leitfrage.</summary>
/// <param name="Mindestzeilen">So viele vollständige Zeilen braucht es zum Einreichen.</param>
public sealed record Zielfeld(string Schluessel, string Name, string Leitfrage, string Hilfe, int Mindestzeilen);

/// <summary>Eine Spalte der Matrix.</summary>
public sealed record Matrixspalte(string Schluessel, string Name, Spaltenart Art, bool Pflicht, string Hilfe, string Beispiel)
{
    /// <summary>Die Spalten des Grundgerüsts lassen sich umbenennen, aber nicht entfernen: spätere Schritte rechnen mit ihnen.</summary>
    public bool GehoertZumGrundgeruest => Schluessel is "ziel" or "kennzahl" or "ausgangswert" or "zielwert" or "bis-wann" or "verantwortlich" or "wirkungsstufe";

    public string WertIn(Matrixwerte werte) => Schluessel switch
    {
        "ziel" => werte.Ziel,
        "kennzahl" => werte.Kennzahl,
        "ausgangswert" => werte.Ausgangswert,
        "zielwert" => werte.Zielwert,
        "bis-wann" => werte.BisWann is { } tag ? Grundbegriffe.Ortszeit.Kurz(tag) : "",
        "verantwortlich" => werte.Verantwortlich,
        "wirkungsstufe" => werte.Wirkungsstufe?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        _ => werte.Weitere.GetValueOrDefault(Schluessel, ""),
    };
}

public enum Spaltenart
{
    Text,
    Datum,
    Wirkungsstufe,
}
