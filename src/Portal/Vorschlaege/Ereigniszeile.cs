namespace Portal.Vorschlaege;

/// <summary>Ein Ereignis im Leben eines Vorschlags, mit dem Namen der Person, die es bewirkt hat.</summary>
public sealed record Ereigniszeile(string Art, string Satz, string? Grund, DateTime Zeitpunkt, bool Oeffentlich, string? Wer)
{
    private const string Anfang = "vorschlag.";

    /// <summary>Der Zustand, in den der Vorschlag dabei kam, wenn er einen wechselte.</summary>
    public Vorschlagszustand? Zustand =>
        Art.StartsWith(Anfang, StringComparison.Ordinal) && Enum.TryParse<Vorschlagszustand>(Art.AsSpan(Anfang.Length), ignoreCase: true, out var zustand) ? zustand : null;

    /// <summary>Für die Öffentlichkeit: welche Stelle es war, nie wer.</summary>
    public string Stelle => Art is "vorschlag.eingereicht" or "vorschlag.zurueckgezogen" ? "Die Gruppe" : "Die Geschäftsführung";
}
