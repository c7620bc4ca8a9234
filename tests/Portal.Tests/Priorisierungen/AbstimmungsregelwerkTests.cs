using Portal.Grundbegriffe;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Tests.Support;
using Portal.Zugang;
using static Portal.Tests.Priorisierungen.Abstimmungsaufbau;

namespace Portal.Tests.Priorisierungen;

/// <summary>Führt Regelwerk/Abstimmung.md aus: Rolle × Zustand, ohne Webseite und Datenbank.</summary>
public sealed class AbstimmungsregelwerkTests
{
    private static readonly (string Name, Akteur Wer)[] s_rollen =
    [
        .. Rollen.Alle.Where(r => r.Name is "Öffentlichkeit" or "Mitglied" or "Administration"),
        ("Inhaber:in des Sitzes", Inhaber(1)),
        ("Inhaber:in eines anderen Sitzes", Inhaber(2)),
        ("Stellvertretung", Vertretung(1)),
        ("Geschäftsführung", Rollen.Geschaeftsfuehrung),
    ];

    private static readonly Dictionary<string, Func<Abstimmung, Akteur, Auskunft>> s_taten = new()
    {
        ["Ändern und verwerfen"] = Abstimmungsregeln.DarfAendern,
        ["Eröffnen"] = (a, wer) => Abstimmungsregeln.DarfEroeffnen(a, Ordnung(2), Offen(2, 2).Abstimmung.Stimmrechte, wer, Jetzt),
        ["Abstimmen"] = (a, wer) => Abstimmungsregeln.DarfAbstimmen(a, wer, Jetzt),
        ["Stimme des ersten Sitzes übergeben"] = (a, wer) => Abstimmungsregeln.DarfUebergeben(a, Erster(a), wer, Jetzt),
        ["Ersten Sitz befangen melden"] = (a, wer) => Abstimmungsregeln.DarfBefangenMelden(a, Erster(a), "Grund", wer, Jetzt),
        ["Anwesenheit feststellen"] = Abstimmungsregeln.DarfAnwesenheitFeststellen,
        ["Schließen"] = Abstimmungsregeln.DarfSchliessen,
    };

    [Fact]
    public void Jede_Zelle_der_Tabelle_Abstimmung_gilt() =>
        new Zustandstabelle<Abstimmung, Abstimmungszustand, Akteur>("Abstimmung.md", z => z.Anzeige(), s_rollen, s_taten, Im).Pruefen();

    // Vor der Eröffnung gibt es noch keine Stimmrechte; gefragt wird mit einem, wie es dann entstünde.
    private static Stimmrecht Erster(Abstimmung a) => a.Stimmrechte.Count > 0 ? a.Stimmrechte[0] : Offen(2, 2).Abstimmung.Stimmrechte[0];

    private static Abstimmung Im(Abstimmungszustand zustand)
    {
        if (zustand == Abstimmungszustand.Vorbereitet) return Vorbereitet();
        var (abstimmung, _) = Offen(2, 2);
        if (zustand == Abstimmungszustand.Geschlossen) abstimmung.Schliessen(null, Rollen.Geschaeftsfuehrung, Jetzt);
        return abstimmung;
    }
}
