using Portal.Konferenzen;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>
/// Dass ein Sitz in einer Abstimmung stimmen darf, und wer für ihn handelt. Ein Sitz hat in einer Abstimmung genau eine solche Zeile, und
/// eine Person handelt für höchstens einen Sitz: So gibt es keine zweite Stimme.
/// </summary>
public sealed class Stimmrecht
{
    private Stimmrecht() { }

    internal Stimmrecht(Abstimmung abstimmung, Sitz sitz, string bank, Person? inhaber, bool ruht, Person? handelnde, string vertretungsgrund)
    {
        Abstimmung = abstimmung;
        Sitz = sitz;
        SitzId = sitz.Id;
        Bank = bank;
        Sitzname = $"{bank} {sitz.Nummer}";
        (Inhaber, InhaberPersonId, MitgliedRuht) = (inhaber, inhaber?.Id, inhaber is not null && ruht);
        (Handelnde, HandelndePersonId) = (handelnde, handelnde?.Id);
        Vertretungsgrund = vertretungsgrund;
    }

    public int Id { get; private set; }
    public int AbstimmungId { get; private set; }
    public Abstimmung Abstimmung { get; private set; } = null!;
    public int SitzId { get; private set; }
    public Sitz Sitz { get; private set; } = null!;

    /// <summary>Name der Bank, wie er bei der Eröffnung galt.</summary>
    public string Bank { get; private set; } = "";

    /// <summary>„Politik 3“, wie er bei der Eröffnung hieß.</summary>
    public string Sitzname { get; private set; } = "";

    public int? InhaberPersonId { get; private set; }

    /// <summary>Wer den Sitz bei der Eröffnung innehatte; leer, wenn nur eine Stellvertretung da war.</summary>
    public Person? Inhaber { get; private set; }

    /// <summary>Ob die Mitgliedschaft bei der Eröffnung ruhte; dann stimmt die Stellvertretung oder niemand.</summary>
    public bool MitgliedRuht { get; private set; }

    public int? HandelndePersonId { get; private set; }

    /// <summary>Wer für den Sitz stimmt: das Mitglied oder eine Stellvertretung, nie beide. Leer, wenn niemand da ist.</summary>
    public Person? Handelnde { get; private set; }

    /// <summary>Warum die Stellvertretung handelt; leer, solange es das Mitglied tut.</summary>
    public string Vertretungsgrund { get; private set; } = "";

    public bool Anwesend { get; private set; }
    public bool Befangen { get; private set; }

    /// <summary>Liest nur die Geschäftsführung und wer für den Sitz handelt.</summary>
    public string Befangenheitsgrund { get; private set; } = "";

    public bool HatGestimmt { get; private set; }

    /// <summary>Nur bei offener Abstimmung; bei geheimer bleibt es immer leer.</summary>
    public Stimme? Stimme { get; private set; }

    /// <summary>Ob für den Sitz eine Stimme auf Papier eingetragen ist, die noch niemand bestätigt oder verworfen hat.</summary>
    public bool PapierWartet { get; private set; }

    /// <summary>Zählt jede Änderung; wer mit einer alten speichert, wird abgewiesen.</summary>
    public int Version { get; internal set; }

    public bool WirdVertreten => HandelndePersonId is not null && HandelndePersonId != InhaberPersonId;

    /// <summary>Befangene zählen nicht als anwesend; wer gestimmt hat, zählt.</summary>
    public bool IstAnwesend => !Befangen && (Anwesend || HatGestimmt);

    internal void OffenAbstimmen(Stimme stimme)
    {
        Stimme = stimme;
        Teilnehmen();
    }

    internal void Teilnehmen() => HatGestimmt = true;

    internal void PapierVermerken(bool wartet) => PapierWartet = wartet;

    internal void Uebergeben(Person? an, string grund) => (Handelnde, HandelndePersonId, Vertretungsgrund) = (an, an?.Id, grund);

    internal void Zuruecknehmen() => (Handelnde, HandelndePersonId, Vertretungsgrund) = (Inhaber, InhaberPersonId, "");

    internal void BefangenMelden(string grund) => (Befangen, Befangenheitsgrund) = (true, grund);

    internal void BefangenheitAufheben() => (Befangen, Befangenheitsgrund) = (false, "");

    /// <summary>In den Gründen steht der Name eines Menschen, der das Portal verlassen hat.</summary>
    internal void NameErsetzen(Func<string, string> ohneName) => (Vertretungsgrund, Befangenheitsgrund) = (ohneName(Vertretungsgrund), ohneName(Befangenheitsgrund));

    internal void AnwesenheitSetzen(bool anwesend) => Anwesend = anwesend;
}

/// <summary>Wer bei der Eröffnung einer Abstimmung stimmberechtigt ist.</summary>
internal static class Wahlberechtigung
{
    /// <summary>
    /// Jeder Sitz, den heute jemand innehat oder vertritt. Es handelt das Mitglied; ruht seine Mitgliedschaft oder ist der Sitz frei, die erste
    /// Stellvertretung, die nicht schon für einen anderen Sitz handelt. Freie Sitze ohne Stellvertretung stimmen nicht.
    /// </summary>
    public static List<Stimmrecht> Feststellen(Abstimmung abstimmung, Geschaeftsordnungsinhalt inhalt, IReadOnlyList<Sitz> sitze, DateOnly heute)
    {
        var bankfolge = inhalt.Baenke.Select(b => b.Schluessel).ToList();
        var geordnet = sitze.OrderBy(s => bankfolge.IndexOf(s.Bank)).ThenBy(s => s.Nummer).ToList();
        var handelt = geordnet.Select(s => s.InhaberAm(heute)).Where(i => i is not null && !i.RuhtAm(heute)).Select(i => i!.PersonId).ToHashSet();
        var rechte = new List<Stimmrecht>();
        foreach (var sitz in geordnet)
        {
            var inhaber = sitz.InhaberAm(heute);
            var ruht = inhaber?.RuhtAm(heute) ?? true;
            var vertretung = ruht ? sitz.StellvertretungenAm(heute).FirstOrDefault(v => !v.RuhtAm(heute) && handelt.Add(v.PersonId)) : null;
            if (inhaber is null && vertretung is null) continue;
            rechte.Add(new(abstimmung, sitz, inhalt.Bank(sitz.Bank)?.Name ?? sitz.Bank, inhaber?.Person, ruht, ruht ? vertretung?.Person : inhaber!.Person,
                vertretung is null ? "" : inhaber is null ? "Der Sitz ist frei." : "Die Mitgliedschaft ruht."));
        }
        return rechte;
    }
}
