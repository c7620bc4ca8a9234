using Portal.Grundbegriffe;

namespace Portal.Konferenzen;

/// <summary>Eine einzelne Angabe der Geschäftsordnung, wie sie zu lesen ist.</summary>
/// <param name="Stelle">Woran dieselbe Angabe in einer anderen Fassung erkannt wird.</param>
public sealed record Ordnungsangabe(string Stelle, string Abschnitt, string Name, string Wert);

/// <summary>Was sich an einer Angabe geändert hat; ohne Vorher ist sie neu, ohne Nachher entfallen.</summary>
public sealed record Ordnungsaenderung(string Abschnitt, string Name, string? Vorher, string? Nachher);

/// <summary>Stellt zwei Fassungen der Geschäftsordnung gegenüber, Angabe für Angabe.</summary>
public static class Geschaeftsordnungsvergleich
{
    /// <summary>Alle Angaben in der Reihenfolge, in der sie zu lesen sind.</summary>
    public static IEnumerable<Ordnungsangabe> Angaben(Geschaeftsordnungsinhalt inhalt)
    {
        foreach (var bank in inhalt.Baenke)
        {
            yield return new($"bank:{bank.Schluessel}", "Bänke", $"Bank {bank.Name}", bank.Name);
            yield return new($"bank:{bank.Schluessel}:sitze", "Bänke", $"{bank.Name}: Sitze", bank.Sitze.ToString(Ortszeit.Deutsch));
            yield return new($"bank:{bank.Schluessel}:anteil", "Bänke", $"{bank.Name}: Anteil am Ergebnis", bank.Anteil.Prozent());
            yield return new($"bank:{bank.Schluessel}:fraktionen", "Bänke", $"{bank.Name}: Sitze nach Fraktionen", JaNein(bank.NachFraktionen));
        }
        if (inhalt.Verteilung is { } verteilung)
        {
            yield return new("verfahren", "Fraktionen", "Verfahren der Verteilung", verteilung.Verfahren.Anzeige() + (verteilung.DurchLos ? ", mit Losentscheid" : ""));
            foreach (var (fraktion, sitze) in verteilung.Sitze)
                yield return new($"fraktionssitze:{fraktion}", "Fraktionen", $"{fraktion}: Sitze in der Konferenz", sitze.ToString(Ortszeit.Deutsch));
        }
        foreach (var fraktion in inhalt.Fraktionen)
            yield return new($"fraktion:{fraktion.Fraktion}", "Fraktionen", $"{fraktion.Fraktion}: Stärke", fraktion.Staerke.ToString("N0", Ortszeit.Deutsch));
        foreach (var angabe in Verfahren(inhalt).Concat(Einblicke(inhalt))) yield return angabe;
        foreach (var kriterium in inhalt.Kriterien)
        {
            var stelle = $"kriterium:{kriterium.Schluessel}";
            yield return new(stelle, "Kriterien", $"Kriterium {kriterium.Name}", kriterium.Name);
            yield return new(stelle + ":frage", "Kriterien", $"{kriterium.Name}: Frage", kriterium.Frage);
            yield return new(stelle + ":gewicht", "Kriterien", $"{kriterium.Name}: Gewicht", kriterium.Gewicht.Zahl());
            for (var i = 0; i < kriterium.Anker.Count; i++)
                yield return new($"{stelle}:anker:{i}", "Kriterien", $"{kriterium.Name}: Bedeutung von {i} {(i == 1 ? "Punkt" : "Punkten")}", kriterium.Anker[i]);
        }
    }

    /// <summary>Wie die Konferenz lädt, beschließt und bewertet.</summary>
    public static IEnumerable<Ordnungsangabe> Verfahren(Geschaeftsordnungsinhalt inhalt) =>
    [
        new("ladungsfrist", "Sitzung und Abstimmung", "Ladungsfrist", inhalt.Ladungsfrist == 1 ? "1 Tag" : $"{inhalt.Ladungsfrist} Tage"),
        new("stellvertretungen", "Sitzung und Abstimmung", "Stellvertretungen je Sitz", inhalt.StellvertretungenJeSitz == 0 ? "keine" : $"bis zu {inhalt.StellvertretungenJeSitz}"),
        new("quorum", "Sitzung und Abstimmung", "Beschlussfähig", inhalt.Quorum.Anzeige() + "; Befangene mindern die Zahl der Sitze"),
        new("mehrheit", "Sitzung und Abstimmung", "Angenommen mit", inhalt.Mehrheit.Anzeige() + "; Gleichstand ist Ablehnung"),
        new("abstimmung", "Sitzung und Abstimmung", "Abgestimmt wird", inhalt.Abstimmung.Anzeige()),
        new("runden", "Bewertung", "Bewertungsrunden", inhalt.Runden == 1 ? "eine" : $"bis zu {inhalt.Runden}"),
        new("extreme", "Bewertung", "0 und 4 Punkte brauchen eine Begründung", JaNein(inhalt.ExtremeBegruenden)),
    ];

    /// <summary>Wer was wann liest.</summary>
    public static IEnumerable<Ordnungsangabe> Einblicke(Geschaeftsordnungsinhalt inhalt) =>
    [
        new("sitze-oeffentlich", "Wer was liest", "Öffentlichkeit liest Namen und Bänke", JaNein(inhalt.SitzeOeffentlich)),
        new("einblick-konferenz", "Wer was liest", "Konferenz liest Ergebnisse", Einblick.NachDerAuswertung.Anzeige()),
        new("einblick-fachgruppen", "Wer was liest", "Fachgruppen lesen Ergebnisse", inhalt.FachgruppenSehenErgebnisse.Anzeige()),
        new("einblick-oeffentlichkeit", "Wer was liest", "Öffentlichkeit liest Ergebnisse", inhalt.OeffentlichkeitSiehtErgebnisse.Anzeige()),
    ];

    /// <summary>Was von <paramref name="alt"/> zu <paramref name="neu"/> anders geworden ist.</summary>
    public static IReadOnlyList<Ordnungsaenderung> Aenderungen(Geschaeftsordnungsinhalt alt, Geschaeftsordnungsinhalt neu)
    {
        var vorher = Angaben(alt).ToDictionary(a => a.Stelle, StringComparer.Ordinal);
        var nachher = Angaben(neu).ToList();
        var stellen = nachher.Select(a => a.Stelle).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. nachher.Where(n => !vorher.TryGetValue(n.Stelle, out var v) || v.Wert != n.Wert)
                .Select(n => new Ordnungsaenderung(n.Abschnitt, n.Name, vorher.GetValueOrDefault(n.Stelle)?.Wert, n.Wert)),
            .. vorher.Values.Where(v => !stellen.Contains(v.Stelle)).Select(v => new Ordnungsaenderung(v.Abschnitt, v.Name, v.Wert, null)),
        ];
    }

    private static string JaNein(bool wert) => wert ? "ja" : "nein";
}
