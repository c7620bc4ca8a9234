using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen.Papier;

/// <summary>
/// Stimmen, die auf Papier kamen: Eine Person trägt sie ein, eine zweite vergleicht sie mit den Stimmzetteln. Je Abstimmung wartet höchstens
/// eine. Mit der Bestätigung gehen die Stimmen zu den Sitzen oder in die Urne, und von der Papierabgabe bleibt nichts.
/// </summary>
public sealed class Papierabgabe
{
    private Papierabgabe() { }

    internal Papierabgabe(Abstimmung abstimmung, Papierstimmen stimmen, Akteur wer, DateTime jetzt)
    {
        Abstimmung = abstimmung;
        Kennung = Kennungen.Zufaellig();
        JeSitz = abstimmung.Stimmrechte.Where(r => stimmen.JeSitz.ContainsKey(r.Sitz.Kennung)).ToDictionary(r => r.SitzId, r => stimmen.JeSitz[r.Sitz.Kennung]);
        (Ja, Nein, Enthaltungen) = (stimmen.Ja, stimmen.Nein, stimmen.Enthaltungen);
        (ErfasstVonId, ErfasstAm) = (wer.PersonId, jetzt);
    }

    public int AbstimmungId { get; private set; }
    public Abstimmung Abstimmung { get; private set; } = null!;

    /// <summary>Zufällig; wer bestätigt, nennt sie: So bestätigt niemand, was inzwischen jemand neu eingetragen hat.</summary>
    public string Kennung { get; private set; } = "";

    /// <summary>Je Schlüssel eines Sitzes, wie er stimmt; bei geheimer Abstimmung leer.</summary>
    public IReadOnlyDictionary<int, Stimme> JeSitz { get; private set; } = new Dictionary<int, Stimme>();

    /// <summary>Zahl der Stimmzettel; ebenso <see cref="Nein"/> und <see cref="Enthaltungen"/>.</summary>
    public int Ja { get; private set; }

    public int Nein { get; private set; }
    public int Enthaltungen { get; private set; }

    public int ErfasstVonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ErfasstAm { get; private set; }

    /// <summary>Die Stimmzettel, nach ihrem Inhalt geordnet.</summary>
    public IReadOnlyList<Stimme> Zettel => [.. Enumerable.Repeat(Stimme.Ja, Ja), .. Enumerable.Repeat(Stimme.Nein, Nein), .. Enumerable.Repeat(Stimme.Enthaltung, Enthaltungen)];
}

/// <summary>Was auf den Stimmzetteln steht, so wie es eingetragen werden soll.</summary>
/// <param name="Sitze">Kennungen der Sitze, die einen Stimmzettel abgegeben haben.</param>
/// <param name="JeSitz">Je Kennung, wie der Sitz stimmt; bei geheimer Abstimmung leer.</param>
public sealed record Papierstimmen(IReadOnlyList<string> Sitze, IReadOnlyDictionary<string, Stimme> JeSitz, int Ja, int Nein, int Enthaltungen)
{
    public int Zettel => Ja + Nein + Enthaltungen;

    public static Papierstimmen MitNamen(IReadOnlyDictionary<string, Stimme> jeSitz)
    {
        int Zahl(Stimme stimme) => jeSitz.Values.Count(s => s == stimme);
        return new([.. jeSitz.Keys], jeSitz, Zahl(Stimme.Ja), Zahl(Stimme.Nein), Zahl(Stimme.Enthaltung));
    }

    public static Papierstimmen Geheim(IEnumerable<string> sitze, int ja, int nein, int enthaltungen) =>
        new([.. sitze.Distinct(StringComparer.Ordinal)], new Dictionary<string, Stimme>(), ja, nein, enthaltungen);
}
