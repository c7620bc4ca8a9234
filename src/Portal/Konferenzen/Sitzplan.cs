namespace Portal.Konferenzen;

/// <summary>Welche Sitze eine Geschäftsordnung neu schafft, welche bleiben und welche wegfallen.</summary>
/// <param name="Neu">Bank und Fraktion je neuem Sitz; die Nummern stehen schon fest.</param>
public sealed record Sitzplan(IReadOnlyList<(Bank Bank, string Fraktion, int Nummer)> Neu, IReadOnlyList<Sitz> Bleiben, IReadOnlyList<Sitz> Fallweg)
{
    /// <summary>
    /// Es fallen zuerst freie Sitze weg, dann die mit der höchsten Nummer. Ein Sitz bleibt bei seiner Bank und Fraktion.
    /// </summary>
    /// <param name="sitze">Alle Sitze, die es je gab, mit ihren Besetzungen.</param>
    /// <param name="ab">Der Tag, an dem die Geschäftsordnung in Kraft tritt.</param>
    public static Sitzplan Fuer(Geschaeftsordnungsinhalt inhalt, IReadOnlyCollection<Sitz> sitze, DateOnly ab)
    {
        var neu = new List<(Bank, string, int)>();
        var bleiben = new List<Sitz>();
        foreach (var bank in inhalt.Baenke)
        {
            var nummer = sitze.Where(s => s.Bank == bank.Schluessel).Select(s => s.Nummer).DefaultIfEmpty(0).Max();
            foreach (var (fraktion, anzahl) in inhalt.SitzeJeFraktion(bank))
            {
                var vorhanden = sitze.Where(s => s.Bank == bank.Schluessel && s.Fraktion == fraktion && (s.Bis is null || s.Bis >= ab))
                    .OrderBy(s => s.InhaberAm(ab) is null).ThenBy(s => s.Nummer).Take(anzahl).ToList();
                bleiben.AddRange(vorhanden);
                for (var i = vorhanden.Count; i < anzahl; i++) neu.Add((bank, fraktion, ++nummer));
            }
        }
        return new(neu, bleiben, [.. sitze.Where(s => (s.Bis is null || s.Bis >= ab) && !bleiben.Contains(s)).OrderBy(s => s.Bank, StringComparer.Ordinal).ThenBy(s => s.Nummer)]);
    }
}
