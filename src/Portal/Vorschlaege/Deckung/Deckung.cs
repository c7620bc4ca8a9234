namespace Portal.Vorschlaege.Deckung;

/// <summary>Wie weit die Matrix eines Vorschlags gefüllt ist.</summary>
/// <param name="Stufen">Welche Stufen der Wirkungstreppe vorkommen, von unten nach oben.</param>
public sealed record Deckung(Listenzeile Vorschlag, IReadOnlyList<Felddeckung> Felder, IReadOnlyList<int> Stufen)
{
    public static Deckung Von(Listenzeile vorschlag, IEnumerable<Zeileninhalt> zeilen, Matrixlayout layout)
    {
        var alle = zeilen.ToList();
        return new(vorschlag, Felddeckung.Alle(alle, layout),
            [.. alle.Where(z => z.Zielfeld == Matrixlayout.Ergebnisse).Select(z => z.Werte.Wirkungsstufe).OfType<int>().Distinct().Order()]);
    }

    /// <summary>Ob Output, Outcome und Impact vorkommen; was fehlt, steht in der Liste.</summary>
    public IReadOnlyList<string> FehlendeArten => [.. new[] { "Output", "Outcome", "Impact" }.Where(art => !Stufen.Any(s => Wirkungstreppe.Art(s) == art))];
}

/// <summary>Was in einem Zielfeld steht und was darin fehlt.</summary>
/// <param name="Fehlend">Je Zeile, der eine Pflichtangabe, die Kennzahl oder der Zielwert fehlt, was es ist.</param>
public sealed record Felddeckung(string Zielfeld, int Zeilen, int OhneKennzahl, int OhneZielwert, IReadOnlyList<string> Fehlend)
{
    public static IReadOnlyList<Felddeckung> Alle(IEnumerable<Zeileninhalt> zeilen, Matrixlayout layout)
    {
        var nachFeld = zeilen.Where(z => !z.Werte.IstLeer).ToLookup(z => z.Zielfeld);
        return [.. layout.Zielfelder.Select(f => Von(f.Schluessel, [.. nachFeld[f.Schluessel]], layout))];
    }

    public static Felddeckung Von(string zielfeld, IReadOnlyList<Zeileninhalt> zeilen, Matrixlayout layout) => new(zielfeld, zeilen.Count,
        zeilen.Count(z => Fehlt(z.Werte.Kennzahl)), zeilen.Count(z => Fehlt(z.Werte.Zielwert)),
        [.. ZuWenig(zeilen.Count, layout.Zielfelder.FirstOrDefault(f => f.Schluessel == zielfeld)?.Mindestzeilen ?? 0), .. zeilen.Select((z, i) => (Nummer: i + 1, Fehlt: layout.SpaltenFuer(zielfeld).Where(s => (s.Pflicht || s.Schluessel is "kennzahl" or "zielwert") && Fehlt(s.WertIn(z.Werte))).Select(s => s.Name).ToList()))
            .Where(z => z.Fehlt.Count > 0).Select(z => $"Zeile {z.Nummer}: {string.Join(", ", z.Fehlt)}")]);

    /// <summary>„leer“, „teilweise“ oder „vollständig“.</summary>
    public string Marke => Zeilen == 0 ? "leer" : Fehlend.Count > 0 ? "teilweise" : "vollständig";

    public string Klasse => Zeilen == 0 ? "leer" : Fehlend.Count > 0 ? "teil" : "voll";

    /// <summary>Dieselbe Grenze wie beim Einreichen (<see cref="Vollstaendigkeit"/>).</summary>
    private static IEnumerable<string> ZuWenig(int zeilen, int mindestens) =>
        zeilen > 0 && zeilen < mindestens ? [$"{zeilen} von mindestens {mindestens} Zielen"] : [];

    private static bool Fehlt(string wert) => string.IsNullOrWhiteSpace(wert);
}
