namespace Portal.Verlauf;

/// <summary>Wo der Gegenstand eines Ereignisses zu lesen ist.</summary>
public static class Gegenstandsadresse
{
    /// <param name="gruppe">Kennung der Gruppe, in deren Kreis es geschah.</param>
    /// <returns>Leer, wenn es dafür keine eigene Seite gibt.</returns>
    public static string Von(string gegenstand, string kennung, string? gruppe) => gegenstand switch
    {
        "Vorschlag" => $"/vorschlaege/{kennung}",
        "Fachgruppe" => $"/fachgruppen/{kennung}",
        "Sitz" => $"/konferenz/sitze/{kennung}",
        "Geschäftsordnung" => $"/konferenz/geschaeftsordnung/{kennung}",
        "Priorisierungsrunde" => $"/priorisierungen/{kennung}",
        "Person" => $"/verwaltung/personen/{kennung}",
        "Beitrittsanfrage" or "Einladung" when gruppe is not null => $"/fachgruppen/{gruppe}/mitglieder",
        "Einladung" => "/verwaltung/einladungen",
        "Vorschlagsformular" => "/verwaltung/formular",
        // Eine beantwortete Meldung wird eines Tages gelöscht; die Liste gibt es immer.
        "Barrieremeldung" => "/verwaltung/barrieren",
        "Handlungsfeld" => "/verwaltung/handlungsfelder",
        "Sozialraum" => "/verwaltung/sozialraeume",
        "Bündelung" => $"/buendelungen/{kennung}",
        "Sondervotum" => $"/sondervoten/{kennung}",
        "Abstimmung" => $"/konferenz/abstimmungen/{kennung}",
        "Gemeinde" => "/verwaltung/gemeinde",
        "Kommentar" => $"/beitraege/{kennung}",
        // Die Kennung eines Bogens beginnt mit der seiner Runde („2026-2-politik-1“); dort steht, was jede und jeder davon lesen darf.
        "Bewertungsbogen" => $"/priorisierungen/{string.Join('-', kennung.Split('-').Take(2))}",
        _ => "",
    };
}
