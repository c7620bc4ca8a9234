namespace Portal.Vorschlaege.Diskussion;

/// <summary>Worüber man sprechen kann: das Ganze, ein Feld, eine Zeile der Matrix.</summary>
public static class Diskussionsorte
{
    public const string Allgemein = "allgemein";
    private const string Zeile = "zeile:";

    /// <summary>Alle Orte eines Vorschlags mit ihrem Namen, in der Reihenfolge, in der man ihn liest.</summary>
    public static IReadOnlyList<Diskussionsort> Von(IEnumerable<Zeileninhalt> zeilen, Matrixlayout layout)
    {
        var orte = new List<Diskussionsort> { new(Allgemein, "Zum ganzen Vorschlag", "") };
        orte.AddRange(Vorschlagsfelder.Alle.Select(f => new Diskussionsort(f.Feld.ToString(), f.Name, $"#feld-{f.Feld}")));
        var nachZielfeld = zeilen.ToLookup(z => z.Zielfeld);
        foreach (var zielfeld in layout.Zielfelder)
            orte.AddRange(nachZielfeld[zielfeld.Schluessel].Select((z, i) => new Diskussionsort(Zeile + z.Kennung,
                $"{zielfeld.Name}, Zeile {i + 1}{(z.Werte.Ziel.Length > 0 ? ": " + Grundbegriffe.Texte.Anfang(z.Werte.Ziel, 80) : "")}", $"#zeile-{z.Kennung}")));
        return orte;
    }

    /// <summary>Der Name eines Orts; Zeilen können inzwischen entfernt sein.</summary>
    public static Diskussionsort Finden(IReadOnlyList<Diskussionsort> orte, string ort) =>
        orte.FirstOrDefault(o => o.Ort == ort) ?? new(ort, ort.StartsWith(Zeile, StringComparison.Ordinal) ? "Zu einer Zeile der Matrix, die es nicht mehr gibt" : "Zu einem Feld, das es nicht mehr gibt", "");
}

/// <param name="Anker">Stelle auf der Seite des Vorschlags; leer für das Ganze.</param>
public sealed record Diskussionsort(string Ort, string Name, string Anker);
