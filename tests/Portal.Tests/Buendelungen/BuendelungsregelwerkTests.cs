using Portal.Buendelungen;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Buendelungen;

/// <summary>Führt Regelwerk/Buendelung.md aus, dazu, was beim Vorschlagen stimmen muss.</summary>
public sealed class BuendelungsregelwerkTests
{
    private static readonly DateTime s_jetzt = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, Func<Buendelung, Akteur, Auskunft>> s_taten = new()
    {
        ["Zustimmen"] = (b, wer) => Buendelungsregeln.DarfZustimmen(b, 0, wer),
        ["Ablehnen"] = (b, wer) => Buendelungsregeln.DarfAblehnen(b, 0, "Wir wollen etwas anderes.", wer),
        ["In eine Runde nehmen"] = (b, wer) => Buendelungsregeln.DarfInPriorisierung(b, wer),
        ["Auflösen"] = (b, wer) => Buendelungsregeln.DarfAufloesen(b, "Die Ziele sind doch verschieden.", wer),
    };

    [Fact]
    public void Jede_Zelle_der_Tabelle_Buendelung_gilt() =>
        new Zustandstabelle<Buendelung, Buendelungszustand, Akteur>("Buendelung.md", z => z.Anzeige(), Rollen.Alle, s_taten, In).Pruefen();

    [Theory]
    [InlineData(1, Vorschlagszustand.Gesichtet, false, "Titel", "Grund", "mindestens zwei")]
    [InlineData(2, Vorschlagszustand.Eingereicht, false, "Titel", "Grund", "nur gesichtete")]
    [InlineData(2, Vorschlagszustand.InPriorisierung, false, "Titel", "Grund", "in keiner Runde")]
    [InlineData(2, Vorschlagszustand.Gesichtet, true, "Titel", "Grund", "schon zu einer anderen")]
    [InlineData(2, Vorschlagszustand.Gesichtet, false, " ", "Grund", "einen Titel")]
    [InlineData(2, Vorschlagszustand.Gesichtet, false, "Titel", " ", "begründen")]
    [InlineData(11, Vorschlagszustand.Gesichtet, false, "Titel", "Grund", "Mehr als 10")]
    [InlineData(2, Vorschlagszustand.Gesichtet, false, "Titel", "Grund", "")]
    public void Wer_buendeln_will_braucht_gesichtete_freie_Vorschlaege_Titel_und_Grund(int zahl, Vorschlagszustand zustand, bool schonGebuendelt, string titel, string grund, string einwand)
    {
        var vorschlaege = Enumerable.Range(1, zahl).Select(i => Vorschlag(i, zustand)).ToList();
        var auskunft = Buendelungsregeln.DarfVorschlagen(titel, grund, vorschlaege, schonGebuendelt ? vorschlaege.Select(v => v.Id).ToHashSet() : new HashSet<int>(), Rollen.Geschaeftsfuehrung);

        Assert.Equal(einwand.Length == 0, auskunft.Erlaubt);
        Assert.Contains(einwand, auskunft.Einwand, StringComparison.Ordinal);
    }

    [Fact]
    public void Eine_Fachsozialplanung_wird_nicht_gebuendelt() => Assert.Contains("Fachsozialplanung", Buendelungsregeln.DarfVorschlagen(
        "Titel", "Grund", [Vorschlag(1, Vorschlagszustand.Gesichtet), Vorschlag(2, Vorschlagszustand.Gesichtet, Weg.Fachsozialplanung)], new HashSet<int>(), Rollen.Geschaeftsfuehrung).Einwand, StringComparison.Ordinal);

    [Fact]
    public void Solange_die_Runde_nicht_eroeffnet_ist_laesst_sich_auch_eine_vereinbarte_aufloesen()
    {
        var buendelung = In(Buendelungszustand.Vereinbart);
        Assert.True(Buendelungsregeln.DarfAufloesen(buendelung, Rollen.Sprecherin).Erlaubt);

        buendelung.InPriorisierungNehmen(Rollen.Geschaeftsfuehrung, s_jetzt);
        Assert.Contains("Die Runde mit dieser Bündelung ist eröffnet", Buendelungsregeln.DarfAufloesen(buendelung, Rollen.Sprecherin).Einwand, StringComparison.Ordinal);
    }

    [Fact]
    public void Was_nicht_mehr_gesichtet_ist_laesst_sich_ablehnen_aber_nicht_vereinbaren()
    {
        var buendelung = In(Buendelungszustand.Vorgeschlagen);
        Setzen(buendelung.Teile[1].Vorschlag, nameof(Portal.Vorschlaege.Vorschlag.Zustand), Vorschlagszustand.Zurueckgezogen);

        Assert.Equal("„Vorschlag 2“ ist zurückgezogen. So lässt sich die Bündelung nicht mehr vereinbaren; Sie können sie ablehnen oder auflösen.", Buendelungsregeln.DarfZustimmen(buendelung, 0, Rollen.Sprecherin).Einwand);
        Assert.True(Buendelungsregeln.DarfAblehnen(buendelung, 0, "So nicht.", Rollen.Sprecherin).Erlaubt);
        Assert.True(Buendelungsregeln.DarfAufloesen(buendelung, Rollen.Sprecherin).Erlaubt);
    }

    [Theory]
    [InlineData(Buendelungszustand.Vorgeschlagen, Vorschlagszustand.Gesichtet, "haben noch nicht alle Gruppen entschieden")]
    [InlineData(Buendelungszustand.Vereinbart, Vorschlagszustand.Gesichtet, "")]
    [InlineData(Buendelungszustand.Vereinbart, Vorschlagszustand.Zurueckgezogen, "ist zurückgezogen. Lösen Sie die Bündelung auf")]
    [InlineData(Buendelungszustand.Aufgeloest, Vorschlagszustand.Gesichtet, "ist aufgelöst. Wählen Sie ihre Vorschläge einzeln.")]
    [InlineData(Buendelungszustand.Abgelehnt, Vorschlagszustand.Gesichtet, "ist abgelehnt. Wählen Sie ihre Vorschläge einzeln.")]
    public void In_eine_Runde_kommt_sie_nur_vereinbart_und_ganz(Buendelungszustand zustand, Vorschlagszustand einer, string einwand)
    {
        var buendelung = In(zustand);
        Setzen(buendelung.Teile[1].Vorschlag, nameof(Portal.Vorschlaege.Vorschlag.Zustand), einer);
        var auskunft = Buendelungsregeln.IstBewertbar(buendelung);

        Assert.Equal(einwand.Length == 0, auskunft.Erlaubt);
        Assert.Contains(einwand, auskunft.Einwand, StringComparison.Ordinal);
    }

    [Fact]
    public void Aufgeloest_bleibt_an_den_Vorschlaegen_alles_wie_es_war()
    {
        var buendelung = In(Buendelungszustand.Vereinbart);
        var vorher = buendelung.Teile.Select(t => (t.Vorschlag.Zustand, t.Vorschlag.Titel, t.Vorschlag.Version)).ToList();

        buendelung.Aufloesen("Die Ziele sind doch verschieden.", Rollen.Sprecherin, s_jetzt);

        Assert.Equal(Buendelungszustand.Aufgeloest, buendelung.Zustand);
        Assert.Equal(vorher, buendelung.Teile.Select(t => (t.Vorschlag.Zustand, t.Vorschlag.Titel, t.Vorschlag.Version)));
        Assert.All(buendelung.Teile, t => Assert.False(t.Laeuft));
    }

    // Der erste Vorschlag gehört der Gruppe 0 der Rollen, der zweite einer anderen.
    private static Buendelung In(Buendelungszustand zustand)
    {
        var buendelung = new Buendelung("2026-1", "Wohnen mit Rollstuhl", "Beide wollen barrierefreie Wohnungen vermitteln.",
            [Vorschlag(1, Vorschlagszustand.Gesichtet), Vorschlag(2, Vorschlagszustand.Gesichtet, gruppe: 7)], new HashSet<int>(), Rollen.Geschaeftsfuehrung, s_jetzt);
        Setzen(buendelung, nameof(Buendelung.Zustand), zustand);
        return buendelung;
    }

    private static Vorschlag Vorschlag(int id, Vorschlagszustand zustand, Weg weg = Weg.Fachgruppe, int gruppe = 0)
    {
        var fachgruppe = new Fachgruppe($"Gruppe {gruppe}", weg, Rollen.Geschaeftsfuehrung, s_jetzt, new DateOnly(2025, 1, 1), "Anlass");
        foreach (var ziel in (Fachgruppenzustand[])[Fachgruppenzustand.Beraten, Fachgruppenzustand.InGruendung, Fachgruppenzustand.Aktiv])
            fachgruppe.Weiterfuehren(ziel, Rollen.Geschaeftsfuehrung, s_jetzt, new DateOnly(2025, 2, 1), "Grund");
        var vorschlag = new Vorschlag($"2026-{id}", fachgruppe, $"Vorschlag {id}", Rollen.Mitglied, s_jetzt);
        Setzen(vorschlag, nameof(Planungsobjekt.Id), id);
        Setzen(vorschlag, nameof(Portal.Vorschlaege.Vorschlag.Zustand), zustand);
        Setzen(vorschlag, nameof(Portal.Vorschlaege.Vorschlag.FachgruppeId), gruppe);
        return vorschlag;
    }

    private static void Setzen(Planungsobjekt ding, string eigenschaft, object wert)
    {
        var typ = eigenschaft == nameof(Planungsobjekt.Id) ? typeof(Planungsobjekt) : ding.GetType();
        typ.GetProperty(eigenschaft)!.SetValue(ding, wert);
    }
}
