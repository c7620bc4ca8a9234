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
        ["Veröffentlichung zurücknehmen"] = (v, wer) => Vorschlagsregeln.DarfVeroeffentlichungZuruecknehmen(Veroeffentlicht(v), "Eine Person ist zu erkennen.", wer),
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

    /// <summary>Wer zu einer aufgelösten Gruppe gehörte, liest weiter und kann zurückziehen; geschrieben und eingereicht wird nichts mehr.</summary>
    [Theory]
    [InlineData("Schreiben", "Die Gruppe ist aufgelöst; an ihren Vorschlägen wird nicht mehr geschrieben. Alles bleibt lesbar.")]
    [InlineData("In die Beratung geben", "Die Gruppe ist aufgelöst; an ihren Vorschlägen wird nicht mehr geschrieben. Alles bleibt lesbar.")]
    [InlineData("Einreichen", "Die Gruppe ist aufgelöst und reicht nichts mehr ein.")]
    [InlineData("Zurückziehen", "")]
    public void In_einer_aufgeloesten_Gruppe_wird_nicht_mehr_geschrieben(string tat, string einwand)
    {
        var sprecherin = new Akteur(4, "Sprecherin", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Sprecher }, aufgeloest: new HashSet<int> { 0 });

        Assert.Equal(einwand, s_taten[tat](In(Vorschlagszustand.Entwurf), sprecherin).Einwand);
        Assert.True(s_taten[tat](In(Vorschlagszustand.Entwurf), Rollen.Sprecherin).Erlaubt);
    }

    [Fact]
    public void Jeder_Schritt_nennt_seinen_Grund()
    {
        var vorschlag = In(Vorschlagszustand.Entwurf);
        vorschlag.InBeratungGeben(Rollen.Mitglied, s_jetzt);
        vorschlag.ZumEntwurfMachen(Rollen.Mitglied, s_jetzt);
        vorschlag.Einreichen([], null, Rollen.Sprecherin, s_jetzt);
        vorschlag.Sichten("", Rollen.Geschaeftsfuehrung, s_jetzt);
        vorschlag.Veroeffentlichen(Rollen.Geschaeftsfuehrung, s_jetzt);
        vorschlag.InPriorisierungNehmen(Rollen.Geschaeftsfuehrung, s_jetzt);

        Assert.All(vorschlag.NeueEreignisse.Where(e => e.Art.StartsWith("vorschlag.", StringComparison.Ordinal) && e.Art is not ("vorschlag.begonnen" or "vorschlag.angelegt" or "vorschlag.fassung")), e => Assert.False(string.IsNullOrWhiteSpace(e.Grund), e.Art));
    }

    [Theory]
    [InlineData("2027-01-01", "2026-12-31", true)]
    [InlineData("2027-01-01", "2027-01-01", false)]
    [InlineData("", "2026-12-31", false)]
    [InlineData("2027-01-01", "", false)]
    public void Das_Ende_liegt_nicht_vor_dem_Beginn(string von, string bis, bool luecke)
    {
        var inhalt = new Vorschlagsinhalt(new Dictionary<Vorschlagsfeld, string> { [Vorschlagsfeld.ZeitrahmenVon] = von, [Vorschlagsfeld.ZeitrahmenBis] = bis }, []);

        Assert.Equal(luecke, Vollstaendigkeit.Luecken(inhalt, new Vorschlagsformular()).Contains(new Luecke("feld-ZeitrahmenBis", "Das Ende liegt vor dem Beginn.")));
    }

    [Fact]
    public void Eine_Fachsozialplanung_geht_an_der_Konferenz_vorbei()
    {
        Assert.DoesNotContain(Vorschlagszustand.InPriorisierung, Vorschlagslauf.Naechste(Vorschlagszustand.Gesichtet, Weg.Fachsozialplanung));
        Assert.Contains(Vorschlagszustand.InPolitischerBeratung, Vorschlagslauf.Naechste(Vorschlagszustand.Gesichtet, Weg.Fachsozialplanung));
        Assert.DoesNotContain(Vorschlagszustand.Priorisiert, Vorschlagslauf.Schritte(Weg.Fachsozialplanung));
    }

    private static Vorschlag Veroeffentlicht(Vorschlag vorschlag)
    {
        typeof(Vorschlag).GetProperty(nameof(Vorschlag.VeroeffentlichtAm))!.SetValue(vorschlag, s_jetzt);
        return vorschlag;
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
