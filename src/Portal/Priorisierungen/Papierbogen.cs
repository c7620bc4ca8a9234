using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>
/// Ein Bogen, der auf Papier kam: Eine Person des Büros trägt ihn ein, eine zweite vergleicht ihn mit dem Papier und bestätigt ihn.
/// Erst dann zählt er.
/// </summary>
public sealed class Papierbogen
{
    private Papierbogen() { }

    public Papierbogen(Bewertungsbogen bogen, IReadOnlyDictionary<int, Bewertungsantwort> antworten, IReadOnlyList<Rundenvorschlag> vorschlaege, bool gibtEsSchon, Akteur wer, DateTime jetzt)
    {
        Papierregeln.DarfErfassen(bogen, gibtEsSchon, wer, jetzt).Verlangen();
        Papierregeln.IstVollstaendig(bogen.Runde.Grundlage!, antworten, vorschlaege).Verlangen();
        BogenId = bogen.Id;
        Antworten = antworten;
        ErfasstVonId = wer.PersonId;
        ErfasstAm = jetzt;
    }

    public int Id { get; private set; }
    public int BogenId { get; private set; }

    /// <summary>Je Rundenvorschlag, was auf dem Papier steht.</summary>
    public IReadOnlyDictionary<int, Bewertungsantwort> Antworten { get; private set; } = new Dictionary<int, Bewertungsantwort>();

    public int ErfasstVonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ErfasstAm { get; private set; }

    public int? BestaetigtVonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? BestaetigtAm { get; private set; }

    public Bewertungsantwort? Antwort(int rundenvorschlagId) => Antworten.GetValueOrDefault(rundenvorschlagId);

    internal void Bestaetigen(int personId, DateTime jetzt)
    {
        BestaetigtVonId = personId;
        BestaetigtAm = jetzt;
    }
}
