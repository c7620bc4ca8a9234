using Portal.Zugang;

namespace Portal.Vorschlaege.Diskussion;

/// <summary>Dass jemand in einem Beitrag mit @Name angesprochen wurde. Bleibt unter „Was steht an?“, bis die Person sie zur Kenntnis nimmt oder antwortet.</summary>
public sealed class Erwaehnung
{
    private Erwaehnung() { }

    public Erwaehnung(Kommentar kommentar, Person person, DateTime jetzt)
    {
        Kommentar = kommentar;
        PersonId = person.Id;
        AngesprochenAm = jetzt;
    }

    public int Id { get; private set; }
    public int KommentarId { get; private set; }
    public Kommentar Kommentar { get; private set; } = null!;
    public int PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AngesprochenAm { get; private set; }

    /// <summary>UTC; leer, solange die Person nichts dazu getan hat.</summary>
    public DateTime? GelesenAm { get; private set; }

    public void ZurKenntnisNehmen(DateTime jetzt) => GelesenAm ??= jetzt;
}
