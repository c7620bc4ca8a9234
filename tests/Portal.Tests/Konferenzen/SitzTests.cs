using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Zugang;

namespace Portal.Tests.Konferenzen;

public class SitzTests
{
    private static readonly DateTime s_jetzt = new(2026, 5, 4, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly s_beginn = new(2026, 1, 1);
    private static readonly Akteur s_fuehrung = new(1, "Katrin Sommer", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());
    private static readonly Person s_thomsen = Person(11, "Friederike", "Thomsen");
    private static readonly Person s_gross = Person(12, "Ulrich", "Groß");
    private static readonly Person s_lorenzen = Person(13, "Wiebke", "Lorenzen");

    private readonly Sitz _sitz = new(Baenke.Bank("verwaltung"), 1, "", s_beginn);

    private static Person Person(int id, string vorname, string nachname)
    {
        var person = new Person(vorname, nachname, $"{id}@musterstadt.example");
        typeof(Planungsobjekt).GetProperty(nameof(Planungsobjekt.Id))!.SetValue(person, id);
        return person;
    }

    private Sitzbesetzung Besetzen(Person person, DateOnly von, Sitzstellung stellung = Sitzstellung.Inhaber, int vertretungen = 1, params Sitzbesetzung[] andere) =>
        _sitz.Besetzen(person, stellung, von, "Rathaus", andere, vertretungen, s_fuehrung, s_jetzt);

    private static string Einwand(Action tat) => Assert.Throws<RegelVerletzt>(tat).Message;

    [Fact]
    public void Ein_Sitz_hat_zu_jeder_Zeit_hoechstens_eine_Inhaberin()
    {
        var erste = Besetzen(s_thomsen, new(2026, 3, 1));
        Assert.Equal("Der Sitz ist ab dem 1. März 2026 mit Friederike Thomsen besetzt; zwei Personen können ihn nicht zugleich innehaben.", Einwand(() => Besetzen(s_gross, new(2026, 5, 1))));
        Assert.Equal("Der Sitz ist ab dem 1. März 2026 mit Friederike Thomsen besetzt; zwei Personen können ihn nicht zugleich innehaben.", Einwand(() => Besetzen(s_gross, new(2026, 1, 1))));

        _sitz.Beenden(erste, new(2026, 4, 30), "Mandat niedergelegt", s_fuehrung, s_jetzt);
        Assert.NotNull(Record.Exception(() => Besetzen(s_gross, new(2026, 4, 30))));
        Besetzen(s_gross, new(2026, 5, 1));

        Assert.Null(_sitz.InhaberAm(new(2026, 2, 28)));
        Assert.Equal(s_thomsen, _sitz.InhaberAm(new(2026, 4, 30))!.Person);
        Assert.Equal(s_gross, _sitz.InhaberAm(new(2026, 5, 1))!.Person);
    }

    [Fact]
    public void Nachbesetzt_wird_ohne_Luecke_und_mit_Grund()
    {
        Besetzen(s_thomsen, new(2026, 3, 1));
        Assert.Equal("Bitte nennen Sie den Grund der Nachbesetzung.", Einwand(() => _sitz.Nachbesetzen(s_gross, new(2026, 5, 1), "Rathaus", "", [], s_fuehrung, s_jetzt)));
        Assert.Equal("Friederike Thomsen hat den Sitz erst seit diesem Tag. Wählen Sie einen späteren.", Einwand(() => _sitz.Nachbesetzen(s_gross, new(2026, 3, 1), "Rathaus", "Wechsel", [], s_fuehrung, s_jetzt)));
        Assert.Equal("An diesem Tag ist der Sitz frei. Besetzen Sie ihn, statt nachzubesetzen.", Einwand(() => _sitz.Nachbesetzen(s_gross, new(2026, 2, 1), "Rathaus", "Wechsel", [], s_fuehrung, s_jetzt)));

        _sitz.Nachbesetzen(s_gross, new(2026, 5, 1), "Rathaus", "Wechsel", [], s_fuehrung, s_jetzt);
        Assert.Equal((s_thomsen, s_gross), (_sitz.InhaberAm(new(2026, 4, 30))!.Person, _sitz.InhaberAm(new(2026, 5, 1))!.Person));
    }

    [Fact]
    public void Niemand_fuehrt_zwei_Stimmen()
    {
        var anderer = new Sitz(Baenke.Bank("politik"), 3, "A", s_beginn);
        var vertritt = anderer.Besetzen(s_gross, Sitzstellung.Stellvertretung, s_beginn, "A", [], 1, s_fuehrung, s_jetzt);
        var hat = anderer.Besetzen(s_thomsen, Sitzstellung.Inhaber, s_beginn, "A", [], 1, s_fuehrung, s_jetzt);
        typeof(Sitzbesetzung).GetProperty(nameof(Sitzbesetzung.SitzId))!.SetValue(vertritt, 77);
        typeof(Sitzbesetzung).GetProperty(nameof(Sitzbesetzung.SitzId))!.SetValue(hat, 77);

        Assert.Equal("Friederike Thomsen hat schon den Sitz Politik 3 inne. Niemand kann zwei Stimmen führen.", Einwand(() => Besetzen(s_thomsen, s_beginn, andere: hat)));
        Assert.Equal("Friederike Thomsen hat schon den Sitz Politik 3 inne. Niemand kann zwei Stimmen führen.", Einwand(() => Besetzen(s_thomsen, s_beginn, Sitzstellung.Stellvertretung, andere: hat)));
        Assert.Equal("Ulrich Groß vertritt schon den Sitz Politik 3. Wer einen Sitz innehat, kann nicht zugleich einen anderen vertreten.", Einwand(() => Besetzen(s_gross, s_beginn, andere: vertritt)));
        // Zwei Sitze zu vertreten ist erlaubt.
        Assert.Equal(s_gross, Besetzen(s_gross, s_beginn, Sitzstellung.Stellvertretung, andere: vertritt).Person);
    }

    [Fact]
    public void Mehr_Stellvertretungen_als_erlaubt_gibt_es_nicht()
    {
        Assert.Equal("Die Geschäftsordnung sieht keine Stellvertretungen vor.", Einwand(() => Besetzen(s_gross, s_beginn, Sitzstellung.Stellvertretung, vertretungen: 0)));
        Besetzen(s_gross, s_beginn, Sitzstellung.Stellvertretung);
        Assert.Equal("Der Sitz hat schon eine Stellvertretung; mehr erlaubt die Geschäftsordnung nicht.", Einwand(() => Besetzen(s_lorenzen, s_beginn, Sitzstellung.Stellvertretung)));
        Assert.Equal("Ulrich Groß gehört ab dem 1. Januar 2026 schon zu diesem Sitz (Stellvertretung). Beenden Sie das zuerst.", Einwand(() => Besetzen(s_gross, s_beginn)));
    }

    [Fact]
    public void Ruhen_hat_Anfang_und_Ende_und_ueberschneidet_sich_nicht()
    {
        var besetzung = Besetzen(s_thomsen, new(2026, 2, 1));
        Assert.Equal("Ruhen kann die Mitgliedschaft nur, solange die Person den Sitz innehat oder vertritt.", Einwand(() => _sitz.RuhenLassen(besetzung, new(2026, 1, 15), null, "Krankheit", s_fuehrung, s_jetzt)));
        _sitz.RuhenLassen(besetzung, new(2026, 3, 1), null, "Krankheit", s_fuehrung, s_jetzt);
        Assert.Equal("In dieser Zeit ruht die Mitgliedschaft schon.", Einwand(() => _sitz.RuhenLassen(besetzung, new(2026, 4, 1), null, "Krankheit", s_fuehrung, s_jetzt)));

        _sitz.RuheBeenden(besetzung, new(2026, 3, 31), s_fuehrung, s_jetzt);
        Assert.Equal((true, false), (besetzung.RuhtAm(new(2026, 3, 31)), besetzung.RuhtAm(new(2026, 4, 1))));
    }

    [Fact]
    public void Faellt_ein_Sitz_weg_endet_auch_wer_darauf_sitzt()
    {
        var besetzung = Besetzen(s_thomsen, new(2026, 2, 1));
        _sitz.Beenden(besetzung, new(2026, 8, 31), "Ruhestand", s_fuehrung, s_jetzt);
        Besetzen(s_gross, new(2026, 9, 1));

        _sitz.Wegfallen(new(2026, 5, 31), "Neue Geschäftsordnung", s_fuehrung, s_jetzt);

        Assert.Equal(besetzung, Assert.Single(_sitz.Besetzungen));
        Assert.Equal((new DateOnly(2026, 5, 31), new DateOnly(2026, 5, 31)), (besetzung.Bis!.Value, _sitz.Bis!.Value));
        Assert.StartsWith("Der Sitz fällt weg", Einwand(() => Besetzen(s_lorenzen, new(2026, 6, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void Zuerst_fallen_freie_Sitze_weg_dann_die_mit_der_hoechsten_Nummer()
    {
        Geschaeftsordnungsinhalt Mit(int sitze) => new() { Baenke = [new("verwaltung", "Verwaltung", sitze, 100, false)] };
        var sitze = Enumerable.Range(1, 4).Select(n => new Sitz(Baenke.Bank("verwaltung"), n, "", s_beginn)).ToList();
        foreach (var (n, person) in new[] { (1, s_thomsen), (3, s_gross), (4, s_lorenzen) })
            sitze[n - 1].Besetzen(person, Sitzstellung.Inhaber, s_beginn, "Rathaus", [], 1, s_fuehrung, s_jetzt);

        Assert.Equal(["verwaltung-2"], Sitzplan.Fuer(Mit(3), sitze, new(2026, 6, 1)).Fallweg.Select(s => s.Kennung));
        Assert.Equal(["verwaltung-2", "verwaltung-4"], Sitzplan.Fuer(Mit(2), sitze, new(2026, 6, 1)).Fallweg.Select(s => s.Kennung));
        Assert.Equal([5, 6], Sitzplan.Fuer(Mit(6), sitze, new(2026, 6, 1)).Neu.Select(n => n.Nummer));
    }
}
