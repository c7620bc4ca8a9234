namespace Portal.Vorschlaege;

/// <summary>Wo ein Vorschlag im Planungskreislauf steht.</summary>
public enum Vorschlagszustand
{
    Entwurf,
    InBeratung,
    Eingereicht,
    Zurueckgegeben,
    Gesichtet,
    InPriorisierung,
    Priorisiert,
    ImSozialkonzept,
    InPolitischerBeratung,
    Vertagt,
    Beschlossen,
    GeaendertBeschlossen,
    Abgelehnt,
    InUmsetzung,
    Umgesetzt,
    InWirkungskontrolle,
    Abgeschlossen,
    Zurueckgezogen,
}

/// <summary>Ob ein Vorschlag die Ausrichtung der Gemeinde betrifft oder eine einzelne Maßnahme.</summary>
public enum Vorschlagsart
{
    Strategisch,
    Operativ,
}

public static class Vorschlagsnamen
{
    public static string Anzeige(this Vorschlagszustand zustand) => zustand switch
    {
        Vorschlagszustand.Entwurf => "Entwurf",
        Vorschlagszustand.InBeratung => "in Beratung",
        Vorschlagszustand.Eingereicht => "eingereicht",
        Vorschlagszustand.Zurueckgegeben => "zurückgegeben",
        Vorschlagszustand.Gesichtet => "gesichtet",
        Vorschlagszustand.InPriorisierung => "in Priorisierung",
        Vorschlagszustand.Priorisiert => "priorisiert",
        Vorschlagszustand.ImSozialkonzept => "im Sozialkonzept",
        Vorschlagszustand.InPolitischerBeratung => "in politischer Beratung",
        Vorschlagszustand.Vertagt => "vertagt",
        Vorschlagszustand.Beschlossen => "beschlossen",
        Vorschlagszustand.GeaendertBeschlossen => "geändert beschlossen",
        Vorschlagszustand.Abgelehnt => "abgelehnt",
        Vorschlagszustand.InUmsetzung => "in Umsetzung",
        Vorschlagszustand.Umgesetzt => "umgesetzt",
        Vorschlagszustand.InWirkungskontrolle => "in Wirkungskontrolle",
        Vorschlagszustand.Abgeschlossen => "abgeschlossen",
        Vorschlagszustand.Zurueckgezogen => "zurückgezogen",
        _ => throw new ArgumentOutOfRangeException(nameof(zustand), zustand, "Dieser Zustand hat keinen Namen."),
    };

    public static string Anzeige(this Vorschlagsart art) => art == Vorschlagsart.Strategisch ? "strategisch" : "operativ";
}
