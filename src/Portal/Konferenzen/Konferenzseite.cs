using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Konferenzen;

/// <summary>Wer an einem Tag in der Konferenz sitzt.</summary>
/// <param name="Ordnung">Die Fassung, die an diesem Tag galt; leer, wenn es keine gab.</param>
/// <param name="Hinweis">Warum ein anderer Tag zu sehen ist als der gewünschte; sonst leer.</param>
public sealed record Konferenzseite(DateOnly Tag, DateOnly Heute, Geschaeftsordnung? Ordnung, IReadOnlyList<Sitzzeile> Sitze, bool SiehtNamen, string Hinweis, Akteur Wer)
{
    public bool IstHeute => Tag == Heute;

    public int Frei => Sitze.Count(s => s.Inhaber is null);

    /// <summary>Die Bänke in der Reihenfolge der Geschäftsordnung, mit ihren Sitzen.</summary>
    public IEnumerable<(string Name, Bank? Bank, IReadOnlyList<Sitzzeile> Sitze)> Baenke
    {
        get
        {
            var nachBank = Sitze.ToLookup(s => s.Bank);
            var geregelte = Ordnung?.Inhalt.Baenke ?? [];
            foreach (var bank in geregelte) yield return (bank.Name, bank, [.. nachBank[bank.Schluessel]]);
            foreach (var gruppe in nachBank.Where(g => geregelte.All(b => b.Schluessel != g.Key))) yield return (gruppe.Key, null, [.. gruppe]);
        }
    }

    public string Bezeichnung => IstHeute ? "heute" : $"am {Ortszeit.Lang(Tag)}";
}
