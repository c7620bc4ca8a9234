using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Vorschlaege;

/// <summary>Führt Regelwerk/Vorschlag.md aus: Rolle × Zustand, ohne Webseite und Datenbank.</summary>
public sealed class VorschlagsregelwerkTests
{
    private static readonly DateTime s_jetzt = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, Func<Vorschlag, Akteur, Auskunft>> s_taten = new()
    {
        ["Schreiben"] = Vorschlagsregeln.DarfSchreiben,
        ["Kommentieren"] = Vorschlagsregeln.DarfKommentieren,
        ["In die Beratung geben"] = Vorschlagsregeln.DarfInBeratungGeben,
        ["Wieder zum Entwurf machen"] = Vorschlagsregeln.DarfZumEntwurfMachen,
        ["Einreichen"] = (v, wer) => Vorschlagsregeln.DarfEinreichen(v, [], new Frist(new DateOnly(2026, 12, 31)), wer, s_jetzt),
        ["Sichten"] = Vorschlagsregeln.DarfSichten,
        ["Zurückgeben"] = (v, wer) => Vorschlagsregeln.DarfZurueckgeben(v, "Bitte ergänzen.", wer),
        ["Zurückziehen"] = (v, wer) => Vorschlagsregeln.DarfZurueckziehen(v, "Erledigt.", wer),
        ["Veröffentlichen"] = Vorschlagsregeln.DarfVeroeffentlichen,
    };

    [Fact]
    public void Jede_Zelle_der_Tabelle_Vorschlag_gilt() =>
        new Zustandstabelle<Vorschlag, Vorschlagszustand, Akteur>("Vorschlag.md", z => z.Anzeige(), Rollen.Alle, s_taten, In).Pruefen();

    [Fact]
    public void Nach_der_Frist_kann_niemand_einreichen_auch_nicht_was_vorher_begonnen_war()
    {
        var sprecherin = Rollen.Sprecherin;
        var frist = new Frist(new DateOnly(2026, 11, 15));
        Assert.Contains("15. November 2026", Vorschlagsregeln.DarfEinreichen(In(Vorschlagszustand.InBeratung), [], frist, sprecherin, s_jetzt).Einwand, StringComparison.Ordinal);
        // Bis 24 Uhr Ortszeit am letzten Tag, im Winter also bis 23 Uhr UTC.
        Assert.True(Vorschlagsregeln.DarfEinreichen(In(Vorschlagszustand.InBeratung), [], frist, sprecherin, new DateTime(2026, 11, 15, 22, 59, 59, DateTimeKind.Utc)).Erlaubt);
        Assert.False(Vorschlagsregeln.DarfEinreichen(In(Vorschlagszustand.InBeratung), [], frist, sprecherin, new DateTime(2026, 11, 15, 23, 0, 0, DateTimeKind.Utc)).Erlaubt);
    }

    [Fact]
    public void Eine_Fachsozialplanung_geht_an_der_Konferenz_vorbei()
    {
        Assert.DoesNotContain(Vorschlagszustand.InPriorisierung, Vorschlagslauf.Naechste(Vorschlagszustand.Gesichtet, Weg.Fachsozialplanung));
        Assert.Contains(Vorschlagszustand.InPolitischerBeratung, Vorschlagslauf.Naechste(Vorschlagszustand.Gesichtet, Weg.Fachsozialplanung));
        Assert.DoesNotContain(Vorschlagszustand.Priorisiert, Vorschlagslauf.Schritte(Weg.Fachsozialplanung));
    }

    private static Vorschlag In(Vorschlagszustand zustand)
    {
        var gruppe = new Fachgruppe("Gut älter werden", Weg.Fachgruppe, Rollen.Geschaeftsfuehrung, s_jetzt, new DateOnly(2025, 1, 1), "Anlass");
        foreach (var ziel in (Fachgruppenzustand[])[Fachgruppenzustand.Beraten, Fachgruppenzustand.InGruendung, Fachgruppenzustand.Aktiv])
            gruppe.Weiterfuehren(ziel, Rollen.Geschaeftsfuehrung, s_jetzt, new DateOnly(2025, 2, 1), "Grund");
        var vorschlag = new Vorschlag("2026-1", gruppe, "Ein Titel", Rollen.Mitglied, s_jetzt);
        typeof(Vorschlag).GetProperty(nameof(Vorschlag.Zustand))!.SetValue(vorschlag, zustand);
        return vorschlag;
    }
}
