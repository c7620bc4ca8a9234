using Portal.Grundbegriffe;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Abstimmungen.Papier;
using Portal.Tests.Support;
using Portal.Zugang;
using static Portal.Tests.Priorisierungen.Abstimmungsaufbau;

namespace Portal.Tests.Priorisierungen;

/// <summary>Führt Regelwerk/Papierstimmen.md aus: Rolle × Zustand, ohne Webseite und Datenbank.</summary>
public sealed class PapierstimmenregelwerkTests
{
    public enum Papierlage
    {
        Vorbereitet,
        Offen,
        Eingetragen,
        EingetragenNachDemLetztenTag,
        Verstrichen,
        Geschlossen,
    }

    private sealed record Lage(Abstimmung Abstimmung, Papierabgabe Papier, DateTime Jetzt);

    private static readonly (string Name, Akteur Wer)[] s_rollen =
    [
        .. Rollen.Alle.Where(r => r.Name is "Öffentlichkeit" or "Mitglied"),
        ("Inhaber:in des Sitzes", Inhaber(1)),
        ("Inhaber:in eines anderen Sitzes", Inhaber(3)),
        ("Geschäftsführung", Rollen.Geschaeftsfuehrung),
        ("zweite Geschäftsführung", new(8, "Zweite", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>())),
        .. Rollen.Alle.Where(r => r.Name is "Administration"),
    ];

    private static readonly Dictionary<string, Func<Lage, Akteur, Auskunft>> s_taten = new()
    {
        ["Eintragen"] = (l, wer) => Papierstimmenregeln.DarfEintragen(l.Abstimmung, wer, l.Jetzt),
        ["Bestätigen"] = (l, wer) => Papierstimmenregeln.DarfBestaetigen(l.Abstimmung, l.Papier, wer),
        ["Verwerfen"] = (l, wer) => Papierstimmenregeln.DarfVerwerfen(l.Abstimmung, wer),
        ["Im Portal abstimmen"] = (l, wer) => Abstimmungsregeln.DarfAbstimmen(l.Abstimmung, wer, l.Jetzt),
        ["Stimme des ersten Sitzes übergeben"] = (l, wer) => Abstimmungsregeln.DarfUebergeben(l.Abstimmung, Erster(l), wer, l.Jetzt),
        ["Ersten Sitz befangen melden"] = (l, wer) => Abstimmungsregeln.DarfBefangenMelden(l.Abstimmung, Erster(l), "Grund", wer, l.Jetzt),
        ["Schließen"] = (l, wer) => Abstimmungsregeln.DarfSchliessen(l.Abstimmung, wer),
    };

    [Fact]
    public void Jede_Zelle_der_Tabelle_Papierstimmen_gilt() =>
        new Zustandstabelle<Lage, Papierlage, Akteur>("Papierstimmen.md", Anzeige, s_rollen, s_taten, In).Pruefen();

    private static string Anzeige(Papierlage lage) => lage switch
    {
        Papierlage.Vorbereitet => "vorbereitet",
        Papierlage.Offen => "offen, nichts eingetragen",
        Papierlage.Eingetragen => "eingetragen",
        Papierlage.EingetragenNachDemLetztenTag => "eingetragen, der letzte Tag ist vorbei",
        Papierlage.Verstrichen => "nichts eingetragen, der letzte Tag ist vorbei",
        _ => "geschlossen",
    };

    private static Stimmrecht Erster(Lage lage) => lage.Abstimmung.Stimmrechte.Count > 0 ? lage.Abstimmung.Stimmrechte[0] : Offen(2, 2).Abstimmung.Stimmrechte[0];

    private static Papierstimmen Erste(int sitze) => Papierstimmen.MitNamen(Enumerable.Range(1, sitze).ToDictionary(i => $"praxis-{i}", _ => Stimme.Ja));

    private static Lage In(Papierlage lage)
    {
        var (eingetragen, _) = Offen(3, 3, frist: Heute);
        var papier = eingetragen.PapierEintragen(Erste(2), Rollen.Geschaeftsfuehrung, Jetzt);
        var (leer, _) = Offen(3, 3, frist: Heute);
        if (lage == Papierlage.Geschlossen) leer.Schliessen(null, Rollen.Geschaeftsfuehrung, Jetzt);
        return lage switch
        {
            Papierlage.Vorbereitet => new(Vorbereitet(), papier, Jetzt),
            Papierlage.Eingetragen => new(eingetragen, papier, Jetzt),
            Papierlage.EingetragenNachDemLetztenTag => new(eingetragen, papier, Jetzt.AddDays(1)),
            Papierlage.Verstrichen => new(leer, papier, Jetzt.AddDays(1)),
            _ => new(leer, papier, Jetzt),
        };
    }
}
