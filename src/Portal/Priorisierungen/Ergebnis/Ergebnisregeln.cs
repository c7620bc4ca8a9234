using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>Was mit einem Ergebnis geschehen darf, und warum nicht.</summary>
public static class Ergebnisregeln
{
    /// <summary>Ob über die Liste dieser Runde abgestimmt werden kann.</summary>
    /// <param name="folge">Zustand der weiteren Runde; leer, wenn es keine gibt.</param>
    /// <param name="imGange">Ob über die Liste schon abgestimmt wird.</param>
    public static Auskunft DarfZurAbstimmung(Rundenergebnis? ergebnis, Rundenzustand? folge, bool imGange, Akteur wer) => Rundenregeln.DarfFuehren(wer).Und(Auskunft.Pruefe(
        (ergebnis is not null, "Zu dieser Runde gibt es noch kein Ergebnis. Über die Prioritätenliste lässt sich nach dem Schluss abstimmen."),
        (ergebnis?.Uebersicht.Abgegeben is null or > 0, "In dieser Runde ist kein Bogen abgegeben; es gibt keine Prioritätenliste."),
        (folge is null or Rundenzustand.Geschlossen, "Zu dieser Runde gibt es eine weitere, die noch nicht geschlossen ist. Schließen Sie sie zuerst, oder verwerfen Sie den Entwurf."),
        (ergebnis?.BeschlossenAm is null, "Die Konferenz hat diese Prioritätenliste schon beschlossen."),
        (!imGange, "Über diese Prioritätenliste ist schon eine Abstimmung vorbereitet oder eröffnet.")));
}
