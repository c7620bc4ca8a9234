using Portal.Fachgruppen;

namespace Portal.Vorschlaege;

/// <summary>Welche Schritte es gibt, je nach Weg. Die Zeitleiste, die Regeln und die Prüftabelle lesen dieselbe Ordnung.</summary>
public static class Vorschlagslauf
{
    private static readonly Vorschlagszustand[] s_ueberDieKonferenz =
    [
        Vorschlagszustand.Entwurf, Vorschlagszustand.InBeratung, Vorschlagszustand.Eingereicht, Vorschlagszustand.Gesichtet,
        Vorschlagszustand.InPriorisierung, Vorschlagszustand.Priorisiert, Vorschlagszustand.ImSozialkonzept,
        Vorschlagszustand.InPolitischerBeratung, Vorschlagszustand.Beschlossen, Vorschlagszustand.InUmsetzung,
        Vorschlagszustand.Umgesetzt, Vorschlagszustand.InWirkungskontrolle, Vorschlagszustand.Abgeschlossen,
    ];

    private static readonly Vorschlagszustand[] s_anDerKonferenzVorbei =
        [.. s_ueberDieKonferenz.Where(z => z is not (Vorschlagszustand.InPriorisierung or Vorschlagszustand.Priorisiert))];

    /// <summary>Der gerade Weg ohne Umwege, wie ihn die Zeitleiste zeigt.</summary>
    public static IReadOnlyList<Vorschlagszustand> Schritte(Weg weg) =>
        weg == Weg.Fachsozialplanung ? s_anDerKonferenzVorbei : s_ueberDieKonferenz;

    /// <summary>Wohin es von hier aus gehen kann.</summary>
    public static IReadOnlyList<Vorschlagszustand> Naechste(Vorschlagszustand zustand, Weg weg) => zustand switch
    {
        Vorschlagszustand.Entwurf => [Vorschlagszustand.InBeratung, Vorschlagszustand.Eingereicht, Vorschlagszustand.Zurueckgezogen],
        Vorschlagszustand.InBeratung => [Vorschlagszustand.Entwurf, Vorschlagszustand.Eingereicht, Vorschlagszustand.Zurueckgezogen],
        Vorschlagszustand.Eingereicht => [Vorschlagszustand.Gesichtet, Vorschlagszustand.Zurueckgegeben, Vorschlagszustand.Zurueckgezogen],
        Vorschlagszustand.Zurueckgegeben => [Vorschlagszustand.Eingereicht, Vorschlagszustand.Zurueckgezogen],
        Vorschlagszustand.Gesichtet when weg == Weg.Fachsozialplanung =>
            [Vorschlagszustand.ImSozialkonzept, Vorschlagszustand.InPolitischerBeratung, Vorschlagszustand.Zurueckgezogen],
        Vorschlagszustand.Gesichtet => [Vorschlagszustand.InPriorisierung, Vorschlagszustand.Zurueckgezogen],
        Vorschlagszustand.InPriorisierung => [Vorschlagszustand.Priorisiert, Vorschlagszustand.Gesichtet, Vorschlagszustand.Zurueckgezogen],
        Vorschlagszustand.Priorisiert => [Vorschlagszustand.ImSozialkonzept],
        Vorschlagszustand.ImSozialkonzept => [Vorschlagszustand.InPolitischerBeratung],
        Vorschlagszustand.InPolitischerBeratung =>
            [Vorschlagszustand.Beschlossen, Vorschlagszustand.GeaendertBeschlossen, Vorschlagszustand.Abgelehnt, Vorschlagszustand.Vertagt],
        Vorschlagszustand.Vertagt => [Vorschlagszustand.InPolitischerBeratung],
        Vorschlagszustand.Beschlossen or Vorschlagszustand.GeaendertBeschlossen => [Vorschlagszustand.InUmsetzung],
        Vorschlagszustand.InUmsetzung => [Vorschlagszustand.Umgesetzt],
        Vorschlagszustand.Umgesetzt => [Vorschlagszustand.InWirkungskontrolle],
        Vorschlagszustand.InWirkungskontrolle => [Vorschlagszustand.Abgeschlossen],
        _ => [],
    };

    /// <summary>Die Gruppe schreibt noch; alles Spätere ist festgehalten.</summary>
    public static bool WirdGeschrieben(Vorschlagszustand zustand) =>
        zustand is Vorschlagszustand.Entwurf or Vorschlagszustand.InBeratung or Vorschlagszustand.Zurueckgegeben;

    /// <summary>Von gesichtet an darf ein Vorschlag veröffentlicht werden.</summary>
    public static bool IstGesichtetOderSpaeter(Vorschlagszustand zustand) =>
        zustand is not (Vorschlagszustand.Entwurf or Vorschlagszustand.InBeratung or Vorschlagszustand.Eingereicht
            or Vorschlagszustand.Zurueckgegeben or Vorschlagszustand.Zurueckgezogen);

    /// <summary>Die Politik hat zugestimmt, auch mit Änderungen; alles Spätere gehört dazu.</summary>
    public static bool IstBeschlossen(Vorschlagszustand zustand) =>
        zustand is Vorschlagszustand.Beschlossen or Vorschlagszustand.GeaendertBeschlossen or Vorschlagszustand.InUmsetzung
            or Vorschlagszustand.Umgesetzt or Vorschlagszustand.InWirkungskontrolle or Vorschlagszustand.Abgeschlossen;
}
