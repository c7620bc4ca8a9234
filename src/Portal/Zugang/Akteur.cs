namespace Portal.Zugang;

/// <summary>
/// Wer gerade handelt – eine angemeldete Person mit ihren Rollen und Fachgruppen, oder die Öffentlichkeit.
/// Jede Regel und jede Auswahl fragt den Akteur, nie das Konto.
/// </summary>
public sealed class Akteur
{
    public static Akteur Oeffentlichkeit { get; } = new(0, "Öffentlichkeit", [], new Dictionary<int, Mitgliedsrolle>());

    public Akteur(int personId, string name, IEnumerable<Rolle> rollen, IReadOnlyDictionary<int, Mitgliedsrolle> fachgruppen, DateTime? zuletztGelesen = null, IReadOnlySet<int>? aufgeloest = null)
    {
        PersonId = personId;
        Name = name;
        Rollen = rollen.ToHashSet();
        Fachgruppen = fachgruppen;
        ZuletztGelesen = zuletztGelesen;
        Aufgeloest = aufgeloest ?? new HashSet<int>();
    }

    /// <summary>0 für die Öffentlichkeit.</summary>
    public int PersonId { get; }

    public string Name { get; }
    public IReadOnlySet<Rolle> Rollen { get; }
    public DateTime? ZuletztGelesen { get; }

    /// <summary>Die Fachgruppen, denen die Person heute angehört, mit ihrer Stellung darin.</summary>
    public IReadOnlyDictionary<int, Mitgliedsrolle> Fachgruppen { get; }

    /// <summary>Welche davon aufgelöst sind: Wer dazugehörte, liest weiter, schreibt aber nicht mehr.</summary>
    public IReadOnlySet<int> Aufgeloest { get; }

    public bool IstAngemeldet => PersonId != 0;
    public bool IstGeschaeftsfuehrung => Rollen.Contains(Rolle.Geschaeftsfuehrung);
    public bool IstAdministration => Rollen.Contains(Rolle.Administration);
    public bool IstKonferenzmitglied => Rollen.Contains(Rolle.Konferenzmitglied);
    public bool IstDatenverantwortlich => Rollen.Contains(Rolle.Datenverantwortliche);

    public bool IstMitgliedVon(int fachgruppeId) => Fachgruppen.ContainsKey(fachgruppeId);

    public bool IstSprecherVon(int fachgruppeId) =>
        Fachgruppen.TryGetValue(fachgruppeId, out var rolle) && rolle == Mitgliedsrolle.Sprecher;
}
