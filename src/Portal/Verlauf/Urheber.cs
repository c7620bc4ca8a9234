namespace Portal.Verlauf;

/// <summary>Wer in einem Satz der Geschichte handelt.</summary>
public static class Urheber
{
    /// <param name="person">Name der Person; leer, wenn es das Portal selbst war oder jemand ohne Konto.</param>
    public static string Von(string? person, string gegenstand, string bezeichnung) => person ?? gegenstand switch
    {
        "Beitrittsanfrage" => bezeichnung,
        "Barrieremeldung" => "Jemand",
        _ => "Das Portal",
    };
}
