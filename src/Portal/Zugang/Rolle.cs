namespace Portal.Zugang;

/// <summary>Aufgaben, die jemand für die ganze Gemeinde hat. Mitglied oder Sprecher:in ist man dagegen in einer Fachgruppe.</summary>
public enum Rolle
{
    Geschaeftsfuehrung,
    Administration,
    Datenverantwortliche,
    Konferenzmitglied,
}

/// <summary>Die Stellung in einer Fachgruppe.</summary>
public enum Mitgliedsrolle
{
    Mitglied,
    Sprecher,
}

public static class Rollennamen
{
    public static string Anzeige(this Rolle rolle) => rolle switch
    {
        Rolle.Geschaeftsfuehrung => "Geschäftsführung",
        Rolle.Administration => "Administration",
        Rolle.Datenverantwortliche => "Datenverantwortliche",
        Rolle.Konferenzmitglied => "Konferenzmitglied",
        _ => throw new ArgumentOutOfRangeException(nameof(rolle), rolle, "Diese Rolle hat keinen Namen."),
    };

    public static string Anzeige(this Mitgliedsrolle rolle) => rolle == Mitgliedsrolle.Sprecher ? "Sprecher:in" : "Mitglied";
}
