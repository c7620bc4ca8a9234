using System.Text;

namespace Portal.Vorschlaege;

/// <summary>
/// Führt zusammen, was zwei zugleich aus demselben Text gemacht haben. Kein Wort geht verloren: wo beide dieselbe Stelle verschieden ändern,
/// gibt es kein Ergebnis, und ein Mensch entscheidet.
/// </summary>
public static class Zusammenfuehrung
{
    /// <param name="grund">Der Text, von dem beide ausgingen.</param>
    /// <returns>Der Text mit beiden Änderungen; nichts, wenn sie einander überschneiden.</returns>
    public static string? Texte(string grund, string meins, string anderes)
    {
        if (meins == anderes || anderes == grund) return meins;
        if (meins == grund) return anderes;
        var g = Wortvergleich.Zerlegen(grund);
        var m = Seite.Von(g, meins, istMeine: true);
        var a = Seite.Von(g, anderes, istMeine: false);
        var alle = new List<Aenderung>(a);
        foreach (var aenderung in m)
        {
            if (alle.Exists(andere => !andere.IstMeine && andere.IstGleich(aenderung))) continue;
            if (a.Any(andere => !Vertragen(g, aenderung, andere))) return null;
            alle.Add(aenderung);
        }
        return Zusammensetzen(g, alle);
    }

    /// <summary>Für Auswahlen: wer etwas hinzufügt oder wegnimmt, tut es auch in der Auswahl der anderen.</summary>
    public static IReadOnlyList<string> Mengen(IReadOnlyCollection<string> grund, IReadOnlyCollection<string> meins, IReadOnlyCollection<string> anderes) =>
        [.. anderes.Except(grund.Except(meins)).Union(meins.Except(grund)).Order(StringComparer.Ordinal)];

    private static bool Vertragen(string[] grund, Aenderung x, Aenderung y)
    {
        if (x.Stelle.AltZahl == 0 && y.Stelle.AltZahl == 0 && x.Stelle.AltVon == y.Stelle.AltVon) return SindBeideGanzeZeilen(grund, x, y);
        if (x.Stelle.AltBis < y.Stelle.AltVon || y.Stelle.AltBis < x.Stelle.AltVon) return true;
        // Sie berühren einander: das geht, solange daraus kein Wort zusammenwächst.
        if (x.Stelle.AltBis == y.Stelle.AltVon && x.Stelle.AltVon < y.Stelle.AltBis) return !WaechstZusammen(x, y);
        if (y.Stelle.AltBis == x.Stelle.AltVon && y.Stelle.AltVon < x.Stelle.AltBis) return !WaechstZusammen(y, x);
        return false;
    }

    private static bool WaechstZusammen(Aenderung links, Aenderung rechts) =>
        links.Neu.Length > 0 && rechts.Neu.Length > 0 && char.IsLetterOrDigit(links.Neu[^1][^1]) && char.IsLetterOrDigit(rechts.Neu[0][0]);

    /// <summary>Zwei neue Absätze an derselben Stelle stehen untereinander; zwei Wörter an derselben Stelle wären geraten.</summary>
    private static bool SindBeideGanzeZeilen(string[] grund, Aenderung x, Aenderung y) =>
        (x.Neu[0] == "\n" && y.Neu[0] == "\n")
        || (IstZeilenanfang(grund, x.Stelle.AltVon) && ((x.Neu[^1] == "\n" && y.Neu[^1] == "\n") || (x.Stelle.AltVon == grund.Length && grund.Length > 0)));

    private static bool IstZeilenanfang(string[] grund, int stelle) => stelle == 0 || grund[stelle - 1] == "\n";

    private static string Zusammensetzen(string[] grund, List<Aenderung> aenderungen)
    {
        var text = new StringBuilder();
        var stelle = 0;
        Aenderung? vorige = null;
        foreach (var aenderung in aenderungen.OrderBy(a => a.Stelle.AltVon).ThenBy(a => a.Stelle.AltZahl == 0 ? 0 : 1).ThenBy(a => a.IstMeine))
        {
            text.AppendJoin("", grund[stelle..aenderung.Stelle.AltVon]);
            if (vorige is { } v && v.Stelle.AltZahl == 0 && v.Stelle.AltVon == aenderung.Stelle.AltVon && aenderung.Stelle.AltZahl == 0
                && v.Neu[^1] != "\n" && aenderung.Neu[0] != "\n") text.Append('\n');
            text.AppendJoin("", aenderung.Neu);
            stelle = aenderung.Stelle.AltBis;
            vorige = aenderung;
        }
        return text.AppendJoin("", grund[stelle..]).ToString();
    }

    private sealed record Aenderung(Unterschied Stelle, string[] Neu, bool IstMeine)
    {
        public bool IstGleich(Aenderung andere) =>
            Stelle.AltVon == andere.Stelle.AltVon && Stelle.AltZahl == andere.Stelle.AltZahl && Neu.AsSpan().SequenceEqual(andere.Neu);
    }

    private static class Seite
    {
        public static List<Aenderung> Von(string[] grund, string neu, bool istMeine)
        {
            var woerter = Wortvergleich.Zerlegen(neu);
            return [.. Wortvergleich.Unterschiede(grund, woerter).Select(u => new Aenderung(u, woerter[u.NeuVon..(u.NeuVon + u.NeuZahl)], istMeine))];
        }
    }
}
