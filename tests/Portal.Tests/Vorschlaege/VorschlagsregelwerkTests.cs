using System.Text;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Vorschlaege;

/// <summary>Führt Regelwerk/Vorschlag.md und Regelwerk/Fachgruppe.md aus: Rolle × Zustand, ohne Webseite und Datenbank.</summary>
public sealed class VorschlagsregelwerkTests
{
    private static readonly DateTime s_jetzt = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);

    private static readonly (string Name, Akteur Wer)[] s_rollen =
    [
        ("Öffentlichkeit", Akteur.Oeffentlichkeit),
        ("Mitglied", new(2, "Mitglied", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Mitglied })),
        ("fremdes Mitglied", new(3, "Fremde", [], new Dictionary<int, Mitgliedsrolle> { [99] = Mitgliedsrolle.Sprecher })),
        ("Sprecherin", new(4, "Sprecherin", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Sprecher })),
        ("Konferenzmitglied", new(5, "Konferenz", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>())),
        ("Geschäftsführung", new(6, "Geschäftsführung", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>())),
        ("Administration", new(7, "Administration", [Rolle.Administration], new Dictionary<int, Mitgliedsrolle>())),
    ];

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

    /// <summary>Mit PORTAL_SCHREIBE_REGELWERK=1 schreibt die Prüfung die Tabellen neu: zum Durchsehen, nie zum ungelesenen Übernehmen.</summary>
    [Fact]
    public void Jede_Zelle_der_Tabelle_Vorschlag_gilt()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCHREIBE_REGELWERK") == "1") Schreiben();
        var abweichungen = new List<string>();
        var abschnitte = Regeltabelle.Abschnitte("Vorschlag.md").ToList();
        foreach (var (tat, zeilen) in abschnitte)
        {
            Assert.Equal(Enum.GetValues<Vorschlagszustand>().Select(z => z.Anzeige()), zeilen.Select(z => z["Zustand"]));
            foreach (var zeile in zeilen)
                foreach (var (rolle, wer) in s_rollen)
                {
                    var auskunft = s_taten[tat](In(Enum.GetValues<Vorschlagszustand>().Single(z => z.Anzeige() == zeile["Zustand"])), wer);
                    var gilt = zeile[rolle] == "ja" ? auskunft.Erlaubt : auskunft.Einwand.StartsWith(zeile[rolle].TrimEnd('…').Trim(), StringComparison.Ordinal) && !auskunft.Erlaubt;
                    if (!gilt) abweichungen.Add($"{tat}, {zeile["Zustand"]}, {rolle}: erwartet „{zeile[rolle]}“, war „{(auskunft.Erlaubt ? "ja" : auskunft.Einwand)}“");
                }
        }
        Assert.Equal(s_taten.Keys.Order(StringComparer.Ordinal), abschnitte.Select(a => a.Ueberschrift).Order(StringComparer.Ordinal));
        Assert.True(abweichungen.Count == 0, string.Join("\n", abweichungen));
    }

    [Fact]
    public void Nach_der_Frist_kann_niemand_einreichen_auch_nicht_was_vorher_begonnen_war()
    {
        var sprecherin = s_rollen[3].Wer;
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
        var gruppe = new Fachgruppe("Gut älter werden", Weg.Fachgruppe, s_rollen[5].Wer, s_jetzt, new DateOnly(2025, 1, 1), "Anlass");
        foreach (var ziel in (Fachgruppenzustand[])[Fachgruppenzustand.Beraten, Fachgruppenzustand.InGruendung, Fachgruppenzustand.Aktiv])
            gruppe.Weiterfuehren(ziel, s_rollen[5].Wer, s_jetzt, new DateOnly(2025, 2, 1), "Grund");
        var vorschlag = new Vorschlag("2026-1", gruppe, "Ein Titel", s_rollen[1].Wer, s_jetzt);
        typeof(Vorschlag).GetProperty(nameof(Vorschlag.Zustand))!.SetValue(vorschlag, zustand);
        return vorschlag;
    }

    private static void Schreiben()
    {
        var datei = Quelltext.Pfad("tests/Portal.Tests/Regelwerk/Vorschlag.md");
        var text = new StringBuilder(File.ReadAllText(datei).Split("\n## ")[0].TrimEnd() + "\n");
        foreach (var (name, tat) in s_taten)
        {
            text.Append($"\n## {name}\n\n| Zustand | {string.Join(" | ", s_rollen.Select(r => r.Name))} |\n|---|{string.Concat(s_rollen.Select(_ => "---|"))}\n");
            foreach (var zustand in Enum.GetValues<Vorschlagszustand>())
                text.Append($"| {zustand.Anzeige()} | {string.Join(" | ", s_rollen.Select(r => tat(In(zustand), r.Wer) is { Erlaubt: false } nein ? Anfang(nein.Einwand) : "ja"))} |\n");
        }
        File.WriteAllText(datei, text.ToString());
        File.Copy(datei, Path.Combine(AppContext.BaseDirectory, "Regelwerk", "Vorschlag.md"), overwrite: true);
    }

    private static string Anfang(string satz) => string.Join(' ', satz.Split(' ').Take(4)) + " …";
}
