using Portal.Grundbegriffe;
using Portal.Priorisierungen;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Priorisierungen;

/// <summary>Führt Regelwerk/Runde.md und Regelwerk/Bogen.md aus: Rolle × Zustand, ohne Webseite und Datenbank.</summary>
public sealed class RundenregelwerkTests
{
    private static readonly Dictionary<string, Func<Rundenbau, Akteur, Auskunft>> s_runde = new()
    {
        ["Zuschneiden"] = (b, wer) => Rundenregeln.DarfAendern(b.Runde, wer),
        ["Eröffnen"] = (b, wer) => Rundenregeln.DarfEroeffnen(b.Runde, b.Ordnung, b.Sitze, [], wer, Rundenbau.Jetzt),
        ["Vor der Zeit schließen"] = (b, wer) => Rundenregeln.DarfSchliessen(b.Runde, 1, "Alle Bögen sind da.", wer, Rundenbau.Jetzt),
        ["Erinnern"] = (b, wer) => Rundenregeln.DarfErinnern(b.Runde, 3, 1, wer, Rundenbau.Jetzt),
        ["Eine weitere Runde vorbereiten"] = (b, wer) => Rundenregeln.DarfAnlegen("Zweite Runde", b.Runde, wer, Rundenbau.Jetzt),
    };

    private static readonly Dictionary<string, Func<Rundenbau, string, Auskunft>> s_bogen = new()
    {
        ["Bewerten"] = (b, wer) => Bewertungsregeln.DarfBewerten(Bogen(b), b.Zustaendig, false, Wer(b, wer), Rundenbau.Jetzt),
        ["Abgeben"] = (b, wer) => Bewertungsregeln.DarfAbgeben(Bogen(b), [], b.Zustaendig, false, Wer(b, wer), Rundenbau.Jetzt),
        ["Übergeben"] = (b, wer) => Bewertungsregeln.DarfUebergeben(Bogen(b), b.Vertreter, [b.Vertreter.Id], "Krank", b.Zustaendig, Wer(b, wer), Rundenbau.Jetzt),
        ["Einen Papierbogen eintragen"] = (b, wer) => Papierregeln.DarfErfassen(Bogen(b), false, Wer(b, wer), Rundenbau.Jetzt),
        ["Den Inhalt lesen"] = (b, wer) => Auskunft.Pruefe((Bogen(b).IstLesbarFuer(b.Zustaendig, Wer(b, wer), Rundenbau.Jetzt), "Den Inhalt liest nur, wer für den Sitz handelt.")),
    };

    private static readonly string[] s_amBogen = ["Inhaberin", "Stellvertretung", "anderes Konferenzmitglied", "Geschäftsführung", "Administration", "Öffentlichkeit"];

    [Fact]
    public void Jede_Zelle_der_Tabelle_Runde_gilt() =>
        new Zustandstabelle<Rundenbau, Rundenzustand, Akteur>("Runde.md", z => z.Anzeige(), Rollen.Alle, s_runde, In).Pruefen();

    [Fact]
    public void Jede_Zelle_der_Tabelle_Bogen_gilt() =>
        new Zustandstabelle<Rundenbau, Rundenzustand, string>("Bogen.md", z => z.Anzeige(), [.. s_amBogen.Select(r => (r, r))], s_bogen, In).Pruefen();

    private static Akteur Wer(Rundenbau bau, string rolle) => rolle switch
    {
        "Inhaberin" => bau.AlsInhaberin,
        "Stellvertretung" => bau.AlsVertreter,
        "anderes Konferenzmitglied" => new(555, "Andere", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>()),
        "Geschäftsführung" => Rundenbau.Fuehrung,
        "Administration" => new(7, "Administration", [Rolle.Administration], new Dictionary<int, Mitgliedsrolle>()),
        _ => Akteur.Oeffentlichkeit,
    };

    private static Bewertungsbogen Bogen(Rundenbau bau) => bau.Bogen;

    private static Rundenbau In(Rundenzustand zustand)
    {
        var bau = zustand switch
        {
            Rundenzustand.Angesetzt => new Rundenbau().Zugeschnitten(von: Rundenbau.Jetzt.AddDays(1)).Eroeffnet(),
            Rundenzustand.Geschlossen => new Rundenbau().Zugeschnitten(von: Rundenbau.Jetzt.AddDays(-9), bis: Rundenbau.Jetzt.AddDays(-1), jetzt: Rundenbau.Jetzt.AddDays(-9)).Eroeffnet(Rundenbau.Jetzt.AddDays(-9)),
            // Vor der Eröffnung gibt es keinen Bogen; die Regeln sehen dann einen, dessen Runde noch Entwurf ist.
            Rundenzustand.Entwurf => new Rundenbau().Zugeschnitten().MitBogen(),
            _ => new Rundenbau().Zugeschnitten().Eroeffnet(),
        };
        Assert.Equal(zustand, bau.Runde.ZustandAm(Rundenbau.Jetzt));
        return bau;
    }
}
