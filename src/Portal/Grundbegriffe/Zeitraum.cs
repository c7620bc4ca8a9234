namespace Portal.Grundbegriffe;

/// <summary>Von einem Tag bis zu einem Tag, beide eingeschlossen; ein fehlendes Ende heißt „bis auf Weiteres“.</summary>
public readonly record struct Zeitraum(DateOnly Von, DateOnly? Bis)
{
    public bool Umfasst(DateOnly tag) => Von <= tag && (Bis is null || tag <= Bis);

    public bool IstVerkehrt => Bis < Von;
}
