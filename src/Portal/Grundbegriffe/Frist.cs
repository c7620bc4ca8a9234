namespace Portal.Grundbegriffe;

/// <summary>
/// Ein Tag, bis zu dessen Ende (24 Uhr, Ortszeit der Gemeinde) etwas getan sein muss.
/// Es zählt der Augenblick der Tat, nie, ob eine Aufgabe im Hintergrund schon gelaufen ist.
/// </summary>
public readonly record struct Frist(DateOnly LetzterTag)
{
    public bool IstVerstrichen(DateTime jetztUtc) => Ortszeit.Datum(jetztUtc) > LetzterTag;
}
