using Portal.Fachgruppen;
using Portal.Vorschlaege;

namespace Portal.Tests.Vorschlaege;

public class ZeitleisteTests
{
    private static readonly DateTime s_anfang = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private static string Gezeigt(Weg weg, Vorschlagszustand zustand, params Vorschlagszustand[] uebergaenge) => string.Join(' ',
        Zeitleiste.Von(weg, zustand, s_anfang, s_anfang.AddDays(uebergaenge.Length), uebergaenge.Select((u, i) => (u, s_anfang.AddDays(i + 1))))
            .Select(s => (s.Lage switch { Schrittlage.Erledigt => "✓", Schrittlage.Aktuell => "►", _ => "·" }) + s.Zustand));

    [Fact]
    public void Ein_Entwurf_hat_alles_vor_sich() => Assert.Equal(
        "►Entwurf ·InBeratung ·Eingereicht ·Gesichtet ·InPriorisierung ·Priorisiert ·ImSozialkonzept ·InPolitischerBeratung ·Beschlossen ·InUmsetzung ·Umgesetzt ·InWirkungskontrolle ·Abgeschlossen",
        Gezeigt(Weg.Fachgruppe, Vorschlagszustand.Entwurf));

    [Fact]
    public void Eine_Fachsozialplanung_geht_an_der_Konferenz_vorbei() =>
        Assert.DoesNotContain("rioris", Gezeigt(Weg.Fachsozialplanung, Vorschlagszustand.Gesichtet, Vorschlagszustand.Eingereicht, Vorschlagszustand.Gesichtet), StringComparison.Ordinal);

    [Fact]
    public void Eine_Beratung_die_es_nicht_gab_steht_nicht_da() =>
        Assert.StartsWith("✓Entwurf ►Eingereicht ·Gesichtet", Gezeigt(Weg.Fachgruppe, Vorschlagszustand.Eingereicht, Vorschlagszustand.Eingereicht), StringComparison.Ordinal);

    [Fact]
    public void Zurueckgegeben_steht_hinter_eingereicht_und_vor_gesichtet() =>
        Assert.StartsWith("✓Entwurf ✓InBeratung ✓Eingereicht ►Zurueckgegeben ·Gesichtet",
            Gezeigt(Weg.Fachgruppe, Vorschlagszustand.Zurueckgegeben, Vorschlagszustand.InBeratung, Vorschlagszustand.Eingereicht, Vorschlagszustand.Zurueckgegeben), StringComparison.Ordinal);

    [Fact]
    public void Zurueckgezogen_endet_dort_wo_es_geschah() =>
        Assert.Equal("✓Entwurf ✓Eingereicht ✓Gesichtet ►Zurueckgezogen",
            Gezeigt(Weg.Fachgruppe, Vorschlagszustand.Zurueckgezogen, Vorschlagszustand.Eingereicht, Vorschlagszustand.Gesichtet, Vorschlagszustand.Zurueckgezogen));

    [Fact]
    public void Abgelehnt_ist_das_Ende_vertagt_nicht()
    {
        Assert.EndsWith("✓InPolitischerBeratung ►Abgelehnt", Gezeigt(Weg.Fachgruppe, Vorschlagszustand.Abgelehnt), StringComparison.Ordinal);
        Assert.Contains("✓InPolitischerBeratung ►Vertagt ·Beschlossen", Gezeigt(Weg.Fachgruppe, Vorschlagszustand.Vertagt), StringComparison.Ordinal);
    }

    [Fact]
    public void Ein_geaenderter_Beschluss_bleibt_auch_spaeter_ein_geaenderter() =>
        Assert.Contains("✓GeaendertBeschlossen ►InUmsetzung", Gezeigt(Weg.Fachgruppe, Vorschlagszustand.InUmsetzung, Vorschlagszustand.GeaendertBeschlossen, Vorschlagszustand.InUmsetzung), StringComparison.Ordinal);

    [Fact]
    public void Jeder_Zustand_hat_auf_jedem_Weg_genau_einen_aktuellen_Schritt_und_eine_Erklaerung()
    {
        foreach (var weg in Enum.GetValues<Weg>())
            foreach (var zustand in Enum.GetValues<Vorschlagszustand>())
            {
                var schritte = Zeitleiste.Von(weg, zustand, s_anfang, s_anfang, []);
                Assert.Equal(zustand, Assert.Single(schritte, s => s.Lage == Schrittlage.Aktuell).Zustand);
                Assert.NotEmpty(zustand.Erklaerung(weg));
            }
    }
}
