using Portal.Vorschlaege;
using Portal.Vorschlaege.Deckung;

namespace Portal.Tests.Vorschlaege;

/// <summary>Was in der Übersicht „vollständig“ heißt, ist es auch beim Einreichen.</summary>
public sealed class DeckungTests
{
    private static readonly Matrixwerte s_voll = Matrixwerte.Leer with { Ziel = "Wer pflegt, hat freie Zeit.", Kennzahl = "Freie Stunden", Ausgangswert = "0", Zielwert = "12", BisWann = new(2028, 12, 31), Verantwortlich = "Pflegestützpunkt", Wirkungsstufe = 4 };

    public static TheoryData<string, Matrixwerte, string> Zeilen => new()
    {
        { "vollständig", s_voll, "" },
        { "teilweise", s_voll with { Kennzahl = " " }, "Zeile 1: Kennzahl" },
        { "teilweise", s_voll with { Zielwert = "", Ausgangswert = "" }, "Zeile 1: Ausgangswert, Zielwert" },
        { "teilweise", s_voll with { Verantwortlich = "" }, "Zeile 1: Verantwortlich" },
        { "teilweise", s_voll with { BisWann = null, Wirkungsstufe = null }, "Zeile 1: Bis wann, Wirkungsstufe" },
    };

    [Theory]
    [MemberData(nameof(Zeilen))]
    public void Vollstaendig_ist_eine_Zeile_mit_allen_Pflichtangaben(string marke, Matrixwerte werte, string fehlend)
    {
        var feld = Felddeckung.Von(Matrixlayout.Ergebnisse, [new("a", Matrixlayout.Ergebnisse, werte)], Matrixlayout.Vorgabe);

        Assert.Equal((marke, fehlend), (feld.Marke, string.Join("; ", feld.Fehlend)));
        // Dieselben Lücken nennt die Prüfung vor dem Einreichen.
        var luecken = Vollstaendigkeit.Luecken(new(new Dictionary<Vorschlagsfeld, string>(), [new("a", Matrixlayout.Ergebnisse, werte)]), new Vorschlagsformular());
        Assert.Equal(feld.Fehlend.Count > 0, luecken.Any(l => l.Anker == "zeile-a"));
    }

    [Fact]
    public void Auch_die_verlangte_Zahl_der_Ziele_gehoert_zur_Vollstaendigkeit()
    {
        var layout = Matrixlayout.Vorgabe with { Zielfelder = [.. Matrixlayout.Vorgabe.Zielfelder.Select(z => z with { Mindestzeilen = 2 })] };
        Zeileninhalt[] eine = [new("a", Matrixlayout.Ergebnisse, s_voll)];

        var feld = Felddeckung.Von(Matrixlayout.Ergebnisse, eine, layout);

        Assert.Equal(("teilweise", "1 von mindestens 2 Zielen"), (feld.Marke, string.Join("; ", feld.Fehlend)));
        Assert.Equal("vollständig", Felddeckung.Von(Matrixlayout.Ergebnisse, [.. eine, new("b", Matrixlayout.Ergebnisse, s_voll)], layout).Marke);
        var ueberblick = Deckungsueberblick.Von([Felddeckung.Alle(eine, layout), Felddeckung.Alle([], layout)]);
        Assert.Equal((2, 0, 1, 2), (ueberblick.Vorschlaege, ueberblick.Vollstaendige, ueberblick.LeereIn[Matrixlayout.Ergebnisse], ueberblick.LeereIn["ressourcen"]));
    }

    [Fact]
    public void Ohne_Zeile_ist_ein_Zielfeld_leer() => Assert.Equal("leer", Felddeckung.Von(Matrixlayout.Ergebnisse, [], Matrixlayout.Vorgabe).Marke);
}
