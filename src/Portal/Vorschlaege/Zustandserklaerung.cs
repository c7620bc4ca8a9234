using Portal.Fachgruppen;

namespace Portal.Vorschlaege;

/// <summary>Sagt in einem Satz, was ein Zustand bedeutet und was als Nächstes geschieht.</summary>
public static class Zustandserklaerung
{
    public static string Erklaerung(this Vorschlagszustand zustand, Weg weg) => zustand switch
    {
        Vorschlagszustand.Entwurf => "Die Gruppe schreibt an diesem Vorschlag. Danach berät sie ihn oder reicht ihn ein.",
        Vorschlagszustand.InBeratung => "Die Gruppe berät über diesen Vorschlag. Ist sie sich einig, reicht eine Sprecherin oder ein Sprecher ihn ein.",
        Vorschlagszustand.Eingereicht => "Die Geschäftsführung sichtet den Vorschlag: Sie nimmt ihn an oder gibt ihn der Gruppe mit Gründen zurück.",
        Vorschlagszustand.Zurueckgegeben => "Die Geschäftsführung hat den Vorschlag mit Gründen zurückgegeben. Die Gruppe überarbeitet ihn und kann ihn wieder einreichen.",
        Vorschlagszustand.Gesichtet when weg == Weg.Fachsozialplanung => "Die Geschäftsführung hat den Vorschlag angenommen. Er kommt aus einer Fachplanung und geht ohne Bewertung durch die Sozialplanungskonferenz in den Fachausschuss.",
        Vorschlagszustand.Gesichtet => "Die Geschäftsführung hat den Vorschlag angenommen. Als Nächstes bewertet ihn die Sozialplanungskonferenz.",
        Vorschlagszustand.InPriorisierung => "Die Sozialplanungskonferenz bewertet den Vorschlag zusammen mit den anderen dieser Runde.",
        Vorschlagszustand.Priorisiert => "Die Sozialplanungskonferenz hat über die Reihenfolge entschieden. Der Vorschlag kommt in das Integrierte Sozialkonzept.",
        Vorschlagszustand.ImSozialkonzept => "Der Vorschlag steht im Integrierten Sozialkonzept und geht damit in die Politik.",
        Vorschlagszustand.InPolitischerBeratung => "Die politischen Gremien beraten und entscheiden über den Vorschlag.",
        Vorschlagszustand.Vertagt => "Das Gremium hat seine Entscheidung verschoben. Der Vorschlag kommt wieder auf die Tagesordnung.",
        Vorschlagszustand.Beschlossen => "Die Politik hat den Vorschlag beschlossen. Als Nächstes wird er umgesetzt.",
        Vorschlagszustand.GeaendertBeschlossen => "Die Politik hat den Vorschlag mit Änderungen beschlossen. Als Nächstes wird er umgesetzt.",
        Vorschlagszustand.Abgelehnt => "Die Politik hat den Vorschlag abgelehnt. Sein Text und seine Geschichte bleiben lesbar.",
        Vorschlagszustand.InUmsetzung => "Der Beschluss wird umgesetzt.",
        Vorschlagszustand.Umgesetzt => "Die Maßnahme ist umgesetzt. Als Nächstes wird gemessen, was sie bewirkt.",
        Vorschlagszustand.InWirkungskontrolle => "Jetzt zeigt sich an den Kennzahlen der Matrix, ob die Ziele erreicht werden.",
        Vorschlagszustand.Abgeschlossen => "Der Vorschlag hat seinen ganzen Weg hinter sich.",
        Vorschlagszustand.Zurueckgezogen => "Die Gruppe hat den Vorschlag zurückgezogen. Er wird nicht weiter verfolgt; sein Text bleibt lesbar.",
        _ => throw new ArgumentOutOfRangeException(nameof(zustand), zustand, "Dieser Zustand hat keine Erklärung."),
    };
}
