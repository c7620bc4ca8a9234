using Portal.Zugang;

namespace Portal.Tests.Support;

/// <summary>Wer in den Tabellen Rolle × Zustand handelt. Die eigene Gruppe hat die Nummer 0, die fremde 99.</summary>
public static class Rollen
{
    public static IReadOnlyList<(string Name, Akteur Wer)> Alle { get; } =
    [
        ("Öffentlichkeit", Akteur.Oeffentlichkeit),
        ("Mitglied", new(2, "Mitglied", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Mitglied })),
        ("fremdes Mitglied", new(3, "Fremde", [], new Dictionary<int, Mitgliedsrolle> { [99] = Mitgliedsrolle.Sprecher })),
        ("Sprecherin", new(4, "Sprecherin", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Sprecher })),
        ("Konferenzmitglied", new(5, "Konferenz", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>())),
        ("Geschäftsführung", new(6, "Geschäftsführung", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>())),
        ("Administration", new(7, "Administration", [Rolle.Administration], new Dictionary<int, Mitgliedsrolle>())),
    ];

    public static Akteur Mitglied => Alle[1].Wer;
    public static Akteur Sprecherin => Alle[3].Wer;
    public static Akteur Geschaeftsfuehrung => Alle[5].Wer;
}
