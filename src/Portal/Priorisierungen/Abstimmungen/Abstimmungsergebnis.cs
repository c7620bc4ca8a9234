using Portal.Konferenzen;

namespace Portal.Priorisierungen.Abstimmungen;

public enum Ausgang
{
    Angenommen,
    Abgelehnt,
    NichtBeschlussfaehig,
}

/// <summary>Was in die Niederschrift kommt.</summary>
/// <param name="Sitze">Sitze nach der Geschäftsordnung, auch die freien.</param>
/// <param name="Stimmberechtigte">Sitze, die bei der Eröffnung besetzt oder vertreten waren.</param>
/// <param name="Anwesende">Ohne Befangene.</param>
/// <param name="Mindestzahl">Wie viele da sein mussten; Befangene sind abgezogen.</param>
public sealed record Abstimmungsergebnis(int Sitze, int Stimmberechtigte, int Anwesende, int Befangene, int Mindestzahl, int Ja, int Nein, int Enthaltungen, Ausgang Ausgang)
{
    public int NichtAbgegeben => Anwesende - Ja - Nein - Enthaltungen;

    public static Abstimmungsergebnis Feststellen(Geschaeftsordnungsinhalt ordnung, IReadOnlyCollection<Stimmrecht> rechte, IReadOnlyList<Stimme> stimmen)
    {
        var (anwesende, befangene) = (rechte.Count(r => r.IstAnwesend), rechte.Count(r => r.Befangen));
        var (ja, nein) = (stimmen.Count(s => s == Stimme.Ja), stimmen.Count(s => s == Stimme.Nein));
        var ausgang = !ordnung.IstBeschlussfaehig(anwesende, befangene) ? Ausgang.NichtBeschlussfaehig
            : IstAngenommen(ordnung, ja, nein, befangene) ? Ausgang.Angenommen
            : Ausgang.Abgelehnt;
        return new(ordnung.Sitzzahl, rechte.Count, anwesende, befangene, ordnung.Mindestzahl(befangene), ja, nein, stimmen.Count - ja - nein, ausgang);
    }

    /// <summary>
    /// Bei Gleichstand ist ein Antrag immer abgelehnt. Wo von allen Sitzen gerechnet wird, mindern Befangene auch diese Zahl.
    /// </summary>
    public static bool IstAngenommen(Geschaeftsordnungsinhalt ordnung, int ja, int nein, int befangene) => ja > nein && ordnung.Mehrheit switch
    {
        Mehrheit.Einfach => true,
        Mehrheit.ZweiDrittelDerStimmen => 3 * ja >= 2 * (ja + nein),
        Mehrheit.MehrheitDerSitze => 2 * ja > ordnung.Sitzzahl - befangene,
        _ => throw new InvalidOperationException($"Die Mehrheit {ordnung.Mehrheit} ist nicht geregelt."),
    };
}
