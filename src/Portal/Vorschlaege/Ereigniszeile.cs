using System.Collections.Frozen;

namespace Portal.Vorschlaege;

/// <summary>Ein Ereignis im Leben eines Vorschlags, mit dem Namen der Person, die es bewirkt hat.</summary>
public sealed record Ereigniszeile(string Art, string Satz, string? Grund, DateTime Zeitpunkt, bool Oeffentlich, string? Wer)
{
    private static readonly FrozenDictionary<string, Vorschlagszustand> s_uebergaenge =
        Enum.GetValues<Vorschlagszustand>().ToFrozenDictionary(z => "vorschlag." + z.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Der Zustand, in den der Vorschlag dabei kam, wenn er einen wechselte.</summary>
    public Vorschlagszustand? Zustand => s_uebergaenge.TryGetValue(Art, out var zustand) ? zustand : null;

    /// <summary>Für die Öffentlichkeit: welche Stelle es war, nie wer.</summary>
    public string Stelle => Art is "vorschlag.eingereicht" or "vorschlag.zurueckgezogen" ? "Die Gruppe" : "Die Geschäftsführung";
}
