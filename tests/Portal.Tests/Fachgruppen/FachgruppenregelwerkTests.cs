using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Fachgruppen;

/// <summary>Führt Regelwerk/Fachgruppe.md aus: Rolle × Zustand, ohne Webseite und Datenbank.</summary>
public sealed class FachgruppenregelwerkTests
{
    private static readonly DateTime s_jetzt = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly s_heute = new(2026, 11, 16);

    private static readonly Dictionary<string, Func<Fachgruppe, Akteur, Auskunft>> s_taten = new()
    {
        ["Beraten lassen"] = Weiter(Fachgruppenzustand.Beraten),
        ["Gründen"] = Weiter(Fachgruppenzustand.InGruendung),
        ["Aktiv werden"] = Weiter(Fachgruppenzustand.Aktiv),
        ["Ruhen lassen"] = Weiter(Fachgruppenzustand.Ruhend),
        ["Auflösen"] = Weiter(Fachgruppenzustand.Aufgeloest),
        ["Angaben ändern"] = Fachgruppenregeln.DarfBeschreiben,
        ["Einladen"] = Fachgruppenregeln.DarfEinladen,
        ["Eine Einladung widerrufen"] = Fachgruppenregeln.DarfEinladungWiderrufen,
        ["Um Beitritt bitten"] = (gruppe, _) => Fachgruppenregeln.DarfBeitrittErbitten(gruppe),
        ["Über einen Beitritt entscheiden"] = Fachgruppenregeln.DarfUeberBeitrittEntscheiden,
        ["Ein Mitglied zur Sprecherin machen"] = (gruppe, wer) => Fachgruppenregeln.DarfStellungAendern(gruppe, Mitgliedschaft(gruppe), Mitgliedsrolle.Sprecher, wer),
        ["Eine fremde Mitgliedschaft beenden"] = (gruppe, wer) => Fachgruppenregeln.DarfBeenden(gruppe, Mitgliedschaft(gruppe), wer, "Umzug"),
    };

    [Fact]
    public void Jede_Zelle_der_Tabelle_Fachgruppe_gilt() =>
        new Zustandstabelle<Fachgruppe, Fachgruppenzustand, Akteur>("Fachgruppe.md", z => z.Anzeige(), Rollen.Alle, s_taten, In).Pruefen();

    private static Func<Fachgruppe, Akteur, Auskunft> Weiter(Fachgruppenzustand ziel) =>
        (gruppe, wer) => Fachgruppenregeln.DarfWeiterfuehren(gruppe, ziel, wer, s_heute, "Die Konferenz hat es empfohlen.", s_heute);

    // Jemand anderes als alle, die in der Tabelle handeln.
    private static Mitgliedschaft Mitgliedschaft(Fachgruppe gruppe) => gruppe.Mitgliedschaften.Single(m => m.Rolle == Mitgliedsrolle.Mitglied);

    private static Fachgruppe In(Fachgruppenzustand zustand)
    {
        var gruppe = new Fachgruppe("Gut älter werden", Weg.Fachgruppe, Rollen.Geschaeftsfuehrung, s_jetzt, new DateOnly(2025, 1, 1), "Anlass");
        gruppe.Aufnehmen(new Person("Ayşe", "Demir-Hansen", "a@musterstadt.example"), Mitgliedsrolle.Sprecher, 1, s_jetzt);
        gruppe.Aufnehmen(new Person("Jonas", "Petersen", "j@musterstadt.example"), Mitgliedsrolle.Mitglied, 1, s_jetzt);
        typeof(Fachgruppe).GetProperty(nameof(Fachgruppe.Zustand))!.SetValue(gruppe, zustand);
        return gruppe;
    }
}
