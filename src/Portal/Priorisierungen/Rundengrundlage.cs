using Portal.Konferenzen;

namespace Portal.Priorisierungen;

/// <summary>
/// Wonach eine Runde bewertet und ausgewertet wird: die Geschäftsordnung, wie sie bei der Eröffnung galt, mit den gewählten Kriterien.
/// Eine spätere Fassung ändert daran nichts.
/// </summary>
/// <param name="Fassung">Nummer der Fassung der Geschäftsordnung.</param>
/// <param name="Inhalt">Ihre Kriterien sind nur die gewählten, in der Reihenfolge, in der <see cref="Bewertung.Punkte"/> sie zählt.</param>
/// <param name="FestgehaltenAm">UTC.</param>
public sealed record Rundengrundlage(int Fassung, Geschaeftsordnungsinhalt Inhalt, DateTime FestgehaltenAm)
{
    public IReadOnlyList<Kriterium> Kriterien => Inhalt.Kriterien;
}
