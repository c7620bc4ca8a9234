using System.Text;
using Portal.Grundbegriffe;

namespace Portal.Tests.Support;

/// <summary>
/// Führt eine Tabelle Rolle × Zustand aus Regelwerk/*.md aus: je Tat ein Abschnitt, je Zustand eine Zeile, je Rolle eine Spalte. Eine Zelle ist
/// „ja“ oder der Anfang des ersten Grundes dagegen. Mit PORTAL_SCHREIBE_REGELWERK=1 entstehen die Tabellen neu: zum Durchsehen, nie zum
/// ungelesenen Übernehmen.
/// </summary>
/// <param name="anzeige">Wie ein Zustand in der Tabelle heißt.</param>
/// <param name="im">Ein Gegenstand in diesem Zustand.</param>
public sealed class Zustandstabelle<TGegenstand, TZustand, TWer>(
    string datei,
    Func<TZustand, string> anzeige,
    IReadOnlyList<(string Name, TWer Wer)> rollen,
    IReadOnlyDictionary<string, Func<TGegenstand, TWer, Auskunft>> taten,
    Func<TZustand, TGegenstand> im)
    where TZustand : struct, Enum
{
    private const int WoerterJeZelle = 4;

    /// <summary>Jede Zelle gilt, und keine Tat, keine Rolle und kein Zustand fehlt.</summary>
    public void Pruefen()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCHREIBE_REGELWERK") == "1") Schreiben();
        var zustaende = Enum.GetValues<TZustand>();
        var abweichungen = new List<string>();
        var abschnitte = Regeltabelle.Abschnitte(datei).ToList();
        Assert.Equal(["Zustand", .. rollen.Select(r => r.Name)], Regeltabelle.Spalten(datei));
        Assert.Equal(taten.Keys.Order(StringComparer.Ordinal), abschnitte.Select(a => a.Ueberschrift).Order(StringComparer.Ordinal));
        foreach (var (tat, zeilen) in abschnitte)
        {
            Assert.Equal(zustaende.Select(anzeige), zeilen.Select(z => z["Zustand"]));
            foreach (var (zeile, zustand) in zeilen.Zip(zustaende))
                foreach (var (rolle, wer) in rollen)
                    if (taten[tat](im(zustand), wer) is var auskunft && !Gilt(zeile[rolle], auskunft))
                        abweichungen.Add($"{tat}, {anzeige(zustand)}, {rolle}: erwartet „{zeile[rolle]}“, war „{(auskunft.Erlaubt ? "ja" : auskunft.Einwand)}“");
        }
        Assert.True(abweichungen.Count == 0, string.Join("\n", abweichungen));
    }

    private static bool Gilt(string zelle, Auskunft auskunft) => zelle == "ja"
        ? auskunft.Erlaubt
        : !auskunft.Erlaubt && zelle.Length > 1 && auskunft.Einwand.StartsWith(zelle.TrimEnd('…').Trim(), StringComparison.Ordinal);

    private void Schreiben()
    {
        var pfad = Quelltext.Pfad("tests/Portal.Tests/Regelwerk/" + datei);
        var text = new StringBuilder(File.ReadAllText(pfad).Split("\n## ")[0].TrimEnd() + "\n");
        foreach (var (name, tat) in taten)
        {
            text.Append($"\n## {name}\n\n| Zustand | {string.Join(" | ", rollen.Select(r => r.Name))} |\n|---|{string.Concat(rollen.Select(_ => "---|"))}\n");
            foreach (var zustand in Enum.GetValues<TZustand>())
                text.Append($"| {anzeige(zustand)} | {string.Join(" | ", rollen.Select(r => tat(im(zustand), r.Wer) is { Erlaubt: false } nein ? Anfang(nein.Einwand) : "ja"))} |\n");
        }
        File.WriteAllText(pfad, text.ToString());
        File.Copy(pfad, Path.Combine(AppContext.BaseDirectory, "Regelwerk", datei), overwrite: true);
    }

    private static string Anfang(string satz) => string.Join(' ', satz.Split(' ').Take(WoerterJeZelle)) + " …";
}
