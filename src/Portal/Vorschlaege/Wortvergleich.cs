using DiffPlex;

namespace Portal.Vorschlaege;

/// <summary>Eine Stelle, an der sich zwei Texte unterscheiden, gezählt in Wörtern.</summary>
/// <param name="AltVon">Erstes Wort im alten Text; bei <paramref name="AltZahl"/> 0 die Stelle, vor der eingefügt wurde.</param>
public readonly record struct Unterschied(int AltVon, int AltZahl, int NeuVon, int NeuZahl)
{
    public int AltBis => AltVon + AltZahl;
}

/// <summary>
/// Vergleicht Texte Wort für Wort (DiffPlex). Lange Texte werden erst Zeile für Zeile verglichen und nur in den geänderten Zeilen nach Wörtern:
/// der Aufwand bleibt auch bei einem Megabyte begrenzt.
/// </summary>
public static class Wortvergleich
{
    /// <summary>Ab so vielen Stücken wird gröber verglichen; der Aufwand wächst im schlimmsten Fall mit dem Quadrat.</summary>
    private const int Feinheit = 4000;

    /// <summary>Wörter, einzelne Satzzeichen, Zeilenwechsel und Abstände; zusammengesetzt wieder genau der Text.</summary>
    public static string[] Zerlegen(string text)
    {
        var woerter = new List<string>(text.Length / 4);
        for (var i = 0; i < text.Length;)
        {
            var anfang = i++;
            if (char.IsLetterOrDigit(text[anfang])) while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            else if (text[anfang] is ' ' or '\t') while (i < text.Length && text[i] is ' ' or '\t') i++;
            else if (char.IsHighSurrogate(text[anfang]) && i < text.Length) i++;
            woerter.Add(text[anfang..i]);
        }
        return [.. woerter];
    }

    public static List<Unterschied> Unterschiede(string[] alt, string[] neu)
    {
        var (vorn, altRest, neuRest) = OhneGemeinsames(alt, neu);
        if (altRest + neuRest == 0) return [];
        if (altRest == 0 || neuRest == 0) return [new(vorn, altRest, vorn, neuRest)];
        if (altRest + neuRest <= Feinheit) return Verschieben(Fein(alt.AsSpan(vorn, altRest).ToArray(), neu.AsSpan(vorn, neuRest).ToArray()), vorn, vorn);
        return Verschieben(Grob(alt.AsSpan(vorn, altRest).ToArray(), neu.AsSpan(vorn, neuRest).ToArray()), vorn, vorn);
    }

    private static List<Unterschied> Grob(string[] alt, string[] neu)
    {
        var (altZeilen, altAnfang) = Zeilen(alt);
        var (neuZeilen, neuAnfang) = Zeilen(neu);
        if (altZeilen.Length + neuZeilen.Length > Feinheit) return [new(0, alt.Length, 0, neu.Length)];
        var ergebnis = new List<Unterschied>();
        foreach (var block in Fein(altZeilen, neuZeilen))
        {
            var (a, aBis) = (altAnfang[block.AltVon], altAnfang[block.AltBis]);
            var (n, nBis) = (neuAnfang[block.NeuVon], neuAnfang[block.NeuVon + block.NeuZahl]);
            if (aBis - a == 0 || nBis - n == 0 || aBis - a + nBis - n > Feinheit) ergebnis.Add(new(a, aBis - a, n, nBis - n));
            else ergebnis.AddRange(Verschieben(Fein(alt[a..aBis], neu[n..nBis]), a, n));
        }
        return ergebnis;
    }

    private static List<Unterschied> Fein(string[] alt, string[] neu)
    {
        // DiffPlex zerlegt selbst; die Stücke liegen schon vor, deshalb stehen die zwei Texte nur für ihre Stücke.
        const string altText = "alt", neuText = "neu";
        var ergebnis = new Differ().CreateCustomDiffs(altText, neuText, ignoreWhiteSpace: false, text => ReferenceEquals(text, altText) ? alt : neu);
        return [.. ergebnis.DiffBlocks.Select(b => new Unterschied(b.DeleteStartA, b.DeleteCountA, b.InsertStartB, b.InsertCountB))];
    }

    private static (int Vorn, int AltRest, int NeuRest) OhneGemeinsames(string[] alt, string[] neu)
    {
        var kuerzer = Math.Min(alt.Length, neu.Length);
        var vorn = 0;
        while (vorn < kuerzer && alt[vorn] == neu[vorn]) vorn++;
        var hinten = 0;
        while (hinten < kuerzer - vorn && alt[^(hinten + 1)] == neu[^(hinten + 1)]) hinten++;
        return (vorn, alt.Length - vorn - hinten, neu.Length - vorn - hinten);
    }

    /// <returns>Die Zeilen und das erste Wort jeder Zeile, dazu das Ende.</returns>
    private static (string[] Zeilen, int[] Anfang) Zeilen(string[] woerter)
    {
        var zeilen = new List<string>();
        var anfang = new List<int> { 0 };
        for (var i = 0; i < woerter.Length; i++)
        {
            if (woerter[i] != "\n" && i + 1 < woerter.Length) continue;
            zeilen.Add(string.Concat(woerter[anfang[^1]..(i + 1)]));
            anfang.Add(i + 1);
        }
        return ([.. zeilen], [.. anfang]);
    }

    private static List<Unterschied> Verschieben(List<Unterschied> stellen, int altUm, int neuUm) =>
        [.. stellen.Select(s => s with { AltVon = s.AltVon + altUm, NeuVon = s.NeuVon + neuUm })];
}
