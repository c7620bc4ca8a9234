using Portal.Grundbegriffe;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>Ein Ergebnis als Tabelle von Texten: je Vorschlag eine Zeile, je Kriterium eine Gruppe von Spalten.</summary>
internal static class Ergebnistext
{
    public static IEnumerable<string> Kopf(Ergebnisblick blick) =>
    [
        "Platz", "Kennung", "Vorschlag", "Ausgewogen", "Roh", "Platz roh", "Streuung", "Bester Platz", "Schlechtester Platz", "Bewertet", "Befangen",
        .. blick.ZeigtBaenke ? blick.Uebersicht.Baenke.Select(b => $"Bank {b.Name}") : [],
        .. blick.Grundlage.Kriterien.SelectMany(k => (string[])[$"{k.Name}: ausgewogen", $"{k.Name}: Mittel", $"{k.Name}: Median", $"{k.Name}: Streuung", $"{k.Name}: n",
            .. Enumerable.Range(0, 5).Select(p => $"{k.Name}: {p} Punkte"), $"{k.Name}: nicht beurteilt"]),
    ];

    public static IEnumerable<string> Zeile(Ergebnisblick blick, Ergebniszeile zeile)
    {
        var w = zeile.Werte;
        return
        [
            Ganz(w.Rang), blick.Kennung(zeile), blick.Titel(zeile), Zahl(w.Ausgewogen), Zahl(w.Roh), Ganz(w.RohRang), Zahl(w.Streuung), Ganz(w.Stabilitaet?.Bester), Ganz(w.Stabilitaet?.Schlechtester), Ganz(w.Bewertet), Ganz(w.Befangen),
            .. blick.ZeigtBaenke ? w.JeBank.Select(Zahl) : [],
            .. w.Kriterien.SelectMany(k => (string[])[Zahl(k.Ausgewogen), Zahl(k.Alle.Mittel), Zahl(k.Alle.Median), Zahl(k.Alle.Streuung), Ganz(k.Alle.N), .. k.Alle.Verteilung.Select(n => Ganz(n)), Ganz(k.Alle.NichtBeurteilt)]),
        ];
    }

    private static string Zahl(decimal? zahl) => zahl?.ToString("0.##########", Ortszeit.Deutsch) ?? "";

    private static string Ganz(int? zahl) => zahl?.ToString(Ortszeit.Deutsch) ?? "";
}
