namespace Portal.Vorschlaege;

/// <summary>Die sieben Stufen der Wirkungstreppe (nach PHINEO): 1–3 Leistungen, 4–6 Veränderungen bei der Zielgruppe, 7 Veränderung der Gesellschaft.</summary>
public static class Wirkungstreppe
{
    /// <summary>Die Stufen von unten nach oben; die erste hat die Nummer 1.</summary>
    public static IReadOnlyList<string> Stufen { get; } =
    [
        "Die Angebote finden wie geplant statt", "Die Zielgruppe wird erreicht", "Die Zielgruppe nimmt die Angebote an",
        "Wissen, Haltung oder Fähigkeiten ändern sich", "Das Handeln ändert sich", "Die Lebenslage ändert sich", "Die Gesellschaft ändert sich",
    ];

    /// <returns>„Output“, „Outcome“ oder „Impact“.</returns>
    public static string Art(int stufe) => stufe switch { <= 3 => "Output", <= 6 => "Outcome", _ => "Impact" };

    /// <summary>Die Art in Worten, die auch versteht, wer die Wirkungstreppe nicht kennt.</summary>
    public static string ArtInWorten(int stufe) => stufe switch { <= 3 => "Leistungen (Output)", <= 6 => "Veränderungen bei den Menschen (Outcome)", _ => "Veränderung der Gesellschaft (Impact)" };

    /// <summary>„Stufe 5: Das Handeln ändert sich“</summary>
    public static string Anzeige(int stufe) => $"Stufe {stufe}: {Stufen[stufe - 1]}";
}
