using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Konferenzen;

/// <summary>Führt Regelwerk/Geschaeftsordnung.md aus: Rolle × Zustand, ohne Webseite und Datenbank.</summary>
public sealed class GeschaeftsordnungsregelwerkTests
{
    private static readonly DateTime s_jetzt = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly s_heute = Ortszeit.Datum(s_jetzt);

    private static readonly Dictionary<string, Func<Geschaeftsordnung, Akteur, Auskunft>> s_taten = new()
    {
        ["Ändern"] = Geschaeftsordnungsregeln.DarfAendern,
        ["In Kraft setzen"] = (g, wer) => Geschaeftsordnungsregeln.DarfInKraftSetzen(g, s_heute.AddDays(20), "Beschluss der Konferenz", null, wer, s_heute),
        ["Verwerfen"] = Geschaeftsordnungsregeln.DarfVerwerfen,
    };

    [Fact]
    public void Jede_Zelle_der_Tabelle_Geschaeftsordnung_gilt() =>
        new Zustandstabelle<Geschaeftsordnung, Geltung, Akteur>("Geschaeftsordnung.md", Name, Rollen.Alle, s_taten, In).Pruefen();

    private static string Name(Geltung geltung) => geltung switch
    {
        Geltung.Entwurf => "Entwurf",
        Geltung.Kuenftig => "künftig in Kraft",
        Geltung.InKraft => "in Kraft",
        _ => "außer Kraft",
    };

    private static Geschaeftsordnung In(Geltung geltung)
    {
        var ordnung = geltung switch
        {
            Geltung.Entwurf => Entwurf(s_jetzt),
            Geltung.Kuenftig => InKraft(s_jetzt, s_heute.AddDays(10)),
            Geltung.InKraft => InKraft(s_jetzt, s_heute),
            _ => InKraft(s_jetzt.AddDays(-30), s_heute.AddDays(-30)),
        };
        if (geltung == Geltung.AusserKraft)
            new Geschaeftsordnung(2, ordnung, Rollen.Geschaeftsfuehrung, s_jetzt.AddDays(-5)).InKraftSetzen(s_heute.AddDays(-5), "Beschluss", ordnung, Rollen.Geschaeftsfuehrung, s_jetzt.AddDays(-5));
        Assert.Equal(geltung, ordnung.GeltungAm(s_heute));
        return ordnung;
    }

    private static Geschaeftsordnung InKraft(DateTime wann, DateOnly ab)
    {
        var ordnung = Entwurf(wann);
        ordnung.InKraftSetzen(ab, "Beschluss", null, Rollen.Geschaeftsfuehrung, wann);
        return ordnung;
    }

    private static Geschaeftsordnung Entwurf(DateTime wann)
    {
        var ordnung = new Geschaeftsordnung(1, null, Rollen.Geschaeftsfuehrung, wann);
        ordnung.BaenkeFestlegen([new("politik", "Politik", 3, 50, true), new("verwaltung", "Verwaltung", 2, 50, false)], Rollen.Geschaeftsfuehrung);
        ordnung.FraktionenErfassen([new("A", 20), new("B", 10)], Rollen.Geschaeftsfuehrung);
        ordnung.SitzeVerteilen(Sitzverfahren.DHondt, [], "", Rollen.Geschaeftsfuehrung, wann);
        return ordnung;
    }
}
