namespace Portal.Grundbegriffe;

/// <summary>Kleine Handgriffe an Texten, die Menschen lesen.</summary>
public static class Texte
{
    /// <summary>Der Anfang eines Textes, an einer Wortgrenze gekürzt und mit „…“ beendet, wenn er länger ist.</summary>
    public static string Anfang(string text, int laenge)
    {
        if (text.Length <= laenge) return text;
        var schnitt = text.LastIndexOf(' ', laenge);
        if (schnitt < laenge / 2) schnitt = char.IsLowSurrogate(text[laenge]) ? laenge - 1 : laenge;
        return text[..schnitt].TrimEnd(' ', ',', ';', ':', '–') + " …";
    }

    /// <summary>„A“, „A und B“, „A, B und C“.</summary>
    public static string Aufzaehlung(params IReadOnlyList<string> teile) =>
        teile.Count < 2 ? string.Concat(teile) : $"{string.Join(", ", teile.SkipLast(1))} und {teile[^1]}";

    /// <summary>„1 Vorschlag“, „3 Vorschläge“.</summary>
    public static string Anzahl(int zahl, string einzahl, string mehrzahl) => $"{zahl.ToString("N0", Ortszeit.Deutsch)} {(zahl == 1 ? einzahl : mehrzahl)}";
}
