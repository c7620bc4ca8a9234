using Portal.Buendelungen;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen;
using Portal.Tests.Konferenzen;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Priorisierungen;

/// <summary>Eine Runde ohne Datenbank: zwei Bänke mit je einem besetzten Sitz, zwei gesichtete Vorschläge, zwei Kriterien.</summary>
internal sealed class Rundenbau
{
    public static readonly DateTime Jetzt = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Heute = Ortszeit.Datum(Jetzt);

    private static readonly string[] s_anker = ["gar nicht", "wenig", "mittel", "viel", "ganz"];

    public Rundenbau()
    {
        Ordnung = new Geschaeftsordnung(1, null, Fuehrung, Jetzt.AddDays(-30));
        Ordnung.BaenkeFestlegen([new("politik", "Politik", 1, 50, false), new("verwaltung", "Verwaltung", 1, 50, false)], Fuehrung);
        Ordnung.KriterienFestlegen([new("wirkung", "Wirkung", "?", 2, s_anker), new("kosten", "Kosten", "?", 1, s_anker), new("probe", "Probe", "?", 0, s_anker)], Fuehrung);
        Ordnung.InKraftSetzen(Heute.AddDays(-30), "Beschluss", null, Fuehrung, Jetzt.AddDays(-30));
        Inhaberin = Mensch(101, "Inge", "Inhaberin");
        Vertreter = Mensch(102, "Veit", "Vertreter");
        Sitze = [NeuerSitz(1, "politik"), NeuerSitz(2, "verwaltung")];
        Sitze[0].Besetzen(Inhaberin, Sitzstellung.Inhaber, Heute.AddDays(-20), "Fraktion", [], 1, Fuehrung, Jetzt);
        Sitze[0].Besetzen(Vertreter, Sitzstellung.Stellvertretung, Heute.AddDays(-20), "Fraktion", [], 1, Fuehrung, Jetzt);
        Sitze[1].Besetzen(Mensch(103, "Andrea", "Amt"), Sitzstellung.Inhaber, Heute.AddDays(-20), "Amt", [], 1, Fuehrung, Jetzt);
        Vorschlaege = [NeuerVorschlag(11, "Erster Vorschlag"), NeuerVorschlag(12, "Zweiter Vorschlag")];
        Runde = new Priorisierungsrunde("2026-1", "Herbstrunde", null, Fuehrung, Jetzt);
    }

    public static Akteur Fuehrung => Rollen.Geschaeftsfuehrung;
    public Geschaeftsordnung Ordnung { get; }
    public List<Sitz> Sitze { get; }
    public Person Inhaberin { get; }
    public Person Vertreter { get; }
    public List<Vorschlag> Vorschlaege { get; }
    public Priorisierungsrunde Runde { get; }
    public IReadOnlyList<Bewertungsbogen> Boegen { get; private set; } = [];

    public Bewertungsbogen Bogen => Boegen[0];
    public Zustaendigkeit Zustaendig => new(Inhaberin.Id, Inhaberin.Name);
    public Akteur AlsInhaberin => new(Inhaberin.Id, Inhaberin.Name, [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>());
    public Akteur AlsVertreter => new(Vertreter.Id, Vertreter.Name, [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>());

    public Rundenbau Zugeschnitten(DateTime? von = null, DateTime? bis = null, string[]? kriterien = null, IReadOnlyList<Vorschlag>? vorschlaege = null, DateTime? jetzt = null)
    {
        Runde.Zuschneiden("Herbstrunde", von ?? Jetzt, bis ?? Jetzt.AddDays(10), kriterien ?? ["wirkung", "kosten"], Rundenwahl.Einzeln(vorschlaege ?? Vorschlaege), Ordnung, Fuehrung, jetzt ?? Jetzt);
        foreach (var (nummer, zeile) in Runde.Vorschlaege.Index()) Nummerieren(zeile, nummer + 1);
        return this;
    }

    public Rundenbau Eroeffnet(DateTime? jetzt = null, IReadOnlyList<Buendelung>? laufende = null)
    {
        Boegen = Runde.Eroeffnen(Ordnung, Sitze, laufende ?? [], Vorschlaege.ToDictionary(v => v.Id, _ => 1), Fuehrung, jetzt ?? Jetzt);
        return this;
    }

    /// <summary>Bögen, deren Runde noch dieser Entwurf ist.</summary>
    public Rundenbau MitBogen()
    {
        Boegen = new Rundenbau().Zugeschnitten().Eroeffnet().Boegen;
        foreach (var bogen in Boegen) typeof(Bewertungsbogen).GetProperty(nameof(Bewertungsbogen.Runde))!.SetValue(bogen, Runde);
        return this;
    }

    public static Bewertungsantwort Antwort(string punkte, string grund = "") =>
        new(false, "", punkte, grund.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["wirkung"] = grund, ["kosten"] = grund });

    public static Vorschlag NeuerVorschlag(int nummer, string titel, Vorschlagszustand zustand = Vorschlagszustand.Gesichtet, Weg weg = Weg.Fachgruppe)
    {
        var gruppe = new Fachgruppe("Gut älter werden", weg, Fuehrung, Jetzt, new DateOnly(2025, 1, 1), "Anlass");
        foreach (var ziel in (Fachgruppenzustand[])[Fachgruppenzustand.Beraten, Fachgruppenzustand.InGruendung, Fachgruppenzustand.Aktiv])
            gruppe.Weiterfuehren(ziel, Fuehrung, Jetzt, new DateOnly(2025, 2, 1), "Grund");
        var vorschlag = new Vorschlag($"2026-{nummer}", gruppe, titel, Rollen.Mitglied, Jetzt);
        typeof(Vorschlag).GetProperty(nameof(Vorschlag.Zustand))!.SetValue(vorschlag, zustand);
        Nummerieren(vorschlag, nummer);
        return vorschlag;
    }

    public static Person Mensch(int nummer, string vorname, string nachname)
    {
        var person = new Person(vorname, nachname, $"{vorname.ToLowerInvariant()}@musterstadt.example");
        Nummerieren(person, nummer);
        return person;
    }

    private static Sitz NeuerSitz(int nummer, string bank)
    {
        var sitz = new Sitz(Baenke.Bank(bank), 1, "", Heute.AddDays(-30));
        Nummerieren(sitz, nummer);
        return sitz;
    }

    // Die Nummer vergibt sonst die Datenbank.
    private static void Nummerieren(object ding, int nummer)
    {
        var typ = ding.GetType();
        while (typ.GetProperty("Id")!.DeclaringType != typ) typ = typ.BaseType!;
        typ.GetProperty("Id")!.SetValue(ding, nummer);
    }
}
