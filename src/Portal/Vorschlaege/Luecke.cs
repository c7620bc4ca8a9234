using Portal.Grundbegriffe;

namespace Portal.Vorschlaege;

/// <summary>Eine Angabe, die zum Einreichen noch fehlt, und die Stelle im Formular, an der sie einzutragen ist.</summary>
/// <param name="Anker">Kennung des Eingabefelds auf der Schreibseite.</param>
public sealed record Luecke(string Anker, string Satz);

/// <summary>Was noch fehlt: eine Liste mit Stellen, keine Prozentzahl.</summary>
public static class Vollstaendigkeit
{
    public const string EndeVorBeginn = "Das Ende liegt vor dem Beginn.";

    /// <summary>Zwei Tage des Zeitrahmens, wie sie gespeichert sind; fehlt einer, ist nichts falsch.</summary>
    public static bool EndetVorBeginn(string von, string bis) => Tage.Lesen(von) is { } beginn && Tage.Lesen(bis) is { } ende && ende < beginn;

    /// <summary>Vergleicht den Text mit den Pflichtangaben der Gemeinde, in der Reihenfolge des Formulars.</summary>
    public static IReadOnlyList<Luecke> Luecken(Vorschlagsinhalt inhalt, Vorschlagsformular formular)
    {
        var luecken = new List<Luecke>();
        foreach (var feld in Vorschlagsfelder.Alle)
            if (formular.Pflichtfelder.Contains(feld.Feld) && string.IsNullOrWhiteSpace(inhalt.Feld(feld.Feld)))
                luecken.Add(new($"feld-{feld.Feld}", $"„{feld.Name}“ ist noch leer."));
        if (EndetVorBeginn(inhalt.Feld(Vorschlagsfeld.ZeitrahmenVon), inhalt.Feld(Vorschlagsfeld.ZeitrahmenBis)))
            luecken.Add(new($"feld-{Vorschlagsfeld.ZeitrahmenBis}", EndeVorBeginn));
        foreach (var zielfeld in formular.Matrix.Zielfelder)
            luecken.AddRange(LueckenIn(zielfeld, inhalt, formular.Matrix));
        return luecken;
    }

    private static IEnumerable<Luecke> LueckenIn(Zielfeld zielfeld, Vorschlagsinhalt inhalt, Matrixlayout layout)
    {
        var zeilen = inhalt.Zeilen.Where(z => z.Zielfeld == zielfeld.Schluessel).ToList();
        if (zeilen.Count < zielfeld.Mindestzeilen)
            yield return new($"zielfeld-{zielfeld.Schluessel}", zielfeld.Mindestzeilen == 1
                ? $"Im Zielfeld „{zielfeld.Name}“ steht noch kein Ziel."
                : $"Im Zielfeld „{zielfeld.Name}“ stehen {zeilen.Count} von mindestens {zielfeld.Mindestzeilen} Zielen.");
        for (var i = 0; i < zeilen.Count; i++)
        {
            var fehlend = layout.SpaltenFuer(zielfeld.Schluessel).Where(s => s.Pflicht && string.IsNullOrWhiteSpace(s.WertIn(zeilen[i].Werte))).Select(s => $"„{s.Name}“").ToList();
            if (fehlend.Count > 0)
                yield return new($"zeile-{zeilen[i].Kennung}", $"{zielfeld.Name}, Zeile {i + 1}: {Texte.Aufzaehlung(fehlend)} {(fehlend.Count == 1 ? "ist" : "sind")} noch leer.");
        }
    }
}
