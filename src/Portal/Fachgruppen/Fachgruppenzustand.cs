namespace Portal.Fachgruppen;

/// <summary>Der Lebenslauf einer Fachgruppe: vorgeschlagen → beraten → in Gründung → aktiv → ruhend → aufgelöst.</summary>
public enum Fachgruppenzustand
{
    Vorgeschlagen,
    Beraten,
    InGruendung,
    Aktiv,
    Ruhend,
    Aufgeloest,
}

/// <summary>Auf welchem Weg die Vorschläge dieser Arbeitsstruktur in die Politik gehen.</summary>
public enum Weg
{
    /// <summary>Gesichtet von der Geschäftsführung, bewertet von der Sozialplanungskonferenz.</summary>
    Fachgruppe,

    /// <summary>Altenhilfe-, Pflegebedarfs-, Teilhabeplanung: nie von der Konferenz bewertet, geht geradewegs in den Fachausschuss.</summary>
    Fachsozialplanung,

    /// <summary>Gipfeltreffen, lokale Initiative: wie Fachgruppe.</summary>
    ErgaenzendeArbeitsstruktur,
}

public static class Fachgruppennamen
{
    public static string Anzeige(this Fachgruppenzustand zustand) => zustand switch
    {
        Fachgruppenzustand.Vorgeschlagen => "vorgeschlagen",
        Fachgruppenzustand.Beraten => "beraten",
        Fachgruppenzustand.InGruendung => "in Gründung",
        Fachgruppenzustand.Aktiv => "aktiv",
        Fachgruppenzustand.Ruhend => "ruhend",
        Fachgruppenzustand.Aufgeloest => "aufgelöst",
        _ => throw new ArgumentOutOfRangeException(nameof(zustand), zustand, "Dieser Zustand hat keinen Namen."),
    };

    public static string Anzeige(this Weg weg) => weg switch
    {
        Weg.Fachgruppe => "Fachgruppe",
        Weg.Fachsozialplanung => "Fachsozialplanung",
        Weg.ErgaenzendeArbeitsstruktur => "Ergänzende Arbeitsstruktur",
        _ => throw new ArgumentOutOfRangeException(nameof(weg), weg, "Dieser Weg hat keinen Namen."),
    };
}
