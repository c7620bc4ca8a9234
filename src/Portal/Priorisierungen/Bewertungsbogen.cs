using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Auf welchem Weg ein Bogen abgegeben wurde.</summary>
public enum Bogenweg
{
    Online,
    Papier,
}

/// <summary>
/// Der Bewertungsbogen eines Sitzes in einer Runde. Es gibt je Sitz genau einen, gleich wer ihn ausfüllt und ob im Portal oder auf Papier;
/// er entsteht mit der Eröffnung. Alle Bögen einer Runde zusammen sind ihr Verzeichnis der Stimmberechtigten.
/// </summary>
public sealed class Bewertungsbogen : Planungsobjekt
{
    private readonly List<Bewertung> _bewertungen = [];

    private Bewertungsbogen() { }

    internal Bewertungsbogen(Priorisierungsrunde runde, Sitz sitz, string bankname, DateOnly heute)
    {
        Runde = runde;
        SitzId = sitz.Id;
        Sitz = sitz.Kennung;
        Bank = sitz.Bank;
        Sitzname = $"{bankname} {sitz.Nummer}";
        Fraktion = sitz.Fraktion;
        Kennung = $"{runde.Kennung}-{sitz.Kennung}";
        InhaberId = sitz.InhaberAm(heute)?.PersonId;
        StellvertretungIds = [.. sitz.StellvertretungenAm(heute).Select(b => b.PersonId)];
    }

    public int RundeId { get; private set; }
    public Priorisierungsrunde Runde { get; private set; } = null!;
    public int SitzId { get; private set; }

    /// <summary>Kennung des Sitzes, z. B. „politik-1“.</summary>
    public string Sitz { get; private set; } = "";

    /// <summary>Schlüssel der Bank in der Grundlage der Runde.</summary>
    public string Bank { get; private set; } = "";

    public string Sitzname { get; private set; } = "";
    public string Fraktion { get; private set; } = "";

    /// <summary>Wer den Sitz bei der Eröffnung innehatte; leer, wenn er frei war.</summary>
    public int? InhaberId { get; private set; }

    /// <summary>Wer ihn bei der Eröffnung vertrat.</summary>
    public IReadOnlyList<int> StellvertretungIds { get; private set; } = [];

    /// <summary>Die Stellvertretung, die in dieser Runde handelt, weil der Sitz ihr übergeben ist; sonst leer.</summary>
    public int? VertretungDurchId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? VertretungSeit { get; private set; }

    public string Vertretungsgrund { get; private set; } = "";

    /// <summary>UTC; leer heißt: nicht abgegeben, zählt nicht.</summary>
    public DateTime? AbgegebenAm { get; private set; }

    public int? AbgegebenVonId { get; private set; }
    public Bogenweg Weg { get; private set; }

    /// <summary>UTC; wann zuletzt etwas eingetragen wurde. Jede Änderung zählt die Version des Bogens: zwei zugleich gelingen nicht beide.</summary>
    public DateTime? GespeichertAm { get; private set; }

    /// <summary>UTC; wann er nach dem Schluss verschlossen wurde. Von da an steht fest, was zählt.</summary>
    public DateTime? VerschlossenAm { get; private set; }

    public IReadOnlyList<Bewertung> Bewertungen => _bewertungen;

    public override string Gegenstand => "Bewertungsbogen";
    public override string Bezeichnung => Sitzname;

    public Bewertung? BewertungVon(Rundenvorschlag vorschlag) => _bewertungen.Find(b => b.RundenvorschlagId == vorschlag.Id);

    /// <summary>
    /// Was auf dem Bogen steht, liest nur, wer für den Sitz handelt; nach dem Schluss nur noch, wer ihn abgegeben hat. Die Geschäftsführung liest es nie.
    /// </summary>
    public bool IstLesbarFuer(Zustaendigkeit zustaendig, Akteur wer, DateTime jetzt) =>
        wer.IstAngemeldet && zustaendig.PersonId == wer.PersonId && (Runde.ZustandAm(jetzt) != Rundenzustand.Geschlossen || AbgegebenVonId is null || (AbgegebenVonId == wer.PersonId && Weg == Bogenweg.Online));

    /// <summary>Trägt ein, wie der Sitz einen Vorschlag bewertet. Ist der Bogen schon abgegeben, muss die Bewertung vollständig bleiben.</summary>
    /// <param name="zustaendig">Wer jetzt für den Sitz handelt.</param>
    /// <param name="stand">Der Stand, den die Person vor Augen hatte; 0, wenn noch nichts eingetragen war.</param>
    public Bewertung Bewerten(Rundenvorschlag vorschlag, Bewertungsantwort antwort, int stand, Zustaendigkeit zustaendig, bool papier, Akteur wer, DateTime jetzt)
    {
        Bewertungsregeln.DarfBewerten(this, zustaendig, papier, wer, jetzt).Verlangen();
        var bisher = BewertungVon(vorschlag);
        Bewertungsregeln.DarfEintragen(Runde.Grundlage!, antwort, bisher?.Stand ?? 0, stand, AbgegebenAm is not null).Verlangen();
        var bewertung = Eintragen(vorschlag, antwort, wer.PersonId, jetzt);
        if (AbgegebenAm is not null) AbgegebenVonId = wer.PersonId;
        return bewertung;
    }

    /// <summary>Gibt den Bogen ab; bis zum Schluss lässt er sich danach noch ändern.</summary>
    /// <param name="vorschlaege">Die Vorschläge der Runde, die noch zu bewerten sind.</param>
    public void Abgeben(IReadOnlyList<Rundenvorschlag> vorschlaege, Zustaendigkeit zustaendig, bool papier, Akteur wer, DateTime jetzt)
    {
        Bewertungsregeln.DarfAbgeben(this, vorschlaege, zustaendig, papier, wer, jetzt).Verlangen();
        AbgegebenAm = jetzt;
        AbgegebenVonId = wer.PersonId;
        Weg = Bogenweg.Online;
        Vermerken("bogen.abgegeben", wer.PersonId, jetzt, $"hat den Bogen des Sitzes in der Runde „{Runde.Titel}“ abgegeben");
    }

    /// <summary>Für diese Runde handelt die Stellvertretung: weil die Inhaber:in übergibt, oder weil die Geschäftsführung vermerkt, dass sie verhindert ist.</summary>
    public void Uebergeben(Person an, IReadOnlyList<int> stellvertretungen, string grund, Zustaendigkeit zustaendig, Akteur wer, DateTime jetzt)
    {
        Bewertungsregeln.DarfUebergeben(this, an, stellvertretungen, grund, zustaendig, wer, jetzt).Verlangen();
        VertretungDurchId = an.Id;
        VertretungSeit = jetzt;
        Vertretungsgrund = grund.Trim();
        Vermerken("bogen.uebergeben", wer.PersonId, jetzt, $"hat den Sitz für die Runde „{Runde.Titel}“ an {an.Name} übergeben", Vertretungsgrund.Length > 0 ? Vertretungsgrund : null).Betrifft(an.Id);
    }

    /// <summary>Die Inhaber:in handelt wieder selbst.</summary>
    public void Zuruecknehmen(int? inhaberId, Akteur wer, DateTime jetzt)
    {
        Bewertungsregeln.DarfZuruecknehmen(this, inhaberId, wer, jetzt).Verlangen();
        VertretungDurchId = null;
        VertretungSeit = null;
        Vertretungsgrund = "";
        Vermerken("bogen.zurueckgenommen", wer.PersonId, jetzt, $"hat die Vertretung in der Runde „{Runde.Titel}“ beendet");
    }

    /// <summary>Wer den Sitz in dieser Runde vertrat, hat das Portal verlassen, ehe der Bogen abgegeben war: Die Inhaber:in handelt wieder selbst.</summary>
    public void VertretungEntfaellt(DateTime jetzt)
    {
        (VertretungDurchId, VertretungSeit, Vertretungsgrund) = (null, null, "");
        Vermerken("bogen.zurueckgenommen", null, jetzt, $"hat die Vertretung in der Runde „{Runde.Titel}“ beendet, weil die Person das Portal verlassen hat");
    }

    /// <summary>Im Grund steht der Name eines Menschen, der das Portal verlassen hat.</summary>
    internal void NameErsetzen(Func<string, string> ohneName) => Vertretungsgrund = ohneName(Vertretungsgrund);

    /// <summary>Übernimmt den Papierbogen, den eine zweite Person bestätigt hat; er gilt damit als abgegeben.</summary>
    public void PapierUebernehmen(Papierbogen papier, IReadOnlyList<Rundenvorschlag> vorschlaege, Akteur wer, DateTime jetzt)
    {
        Papierregeln.DarfBestaetigen(this, papier, wer, jetzt).Verlangen();
        foreach (var vorschlag in vorschlaege)
            if (papier.Antwort(vorschlag.Id) is { } antwort) Eintragen(vorschlag, antwort, papier.ErfasstVonId, jetzt);
        papier.Bestaetigen(wer.PersonId, jetzt);
        AbgegebenAm = jetzt;
        AbgegebenVonId = wer.PersonId;
        Weg = Bogenweg.Papier;
        Vermerken("bogen.papier", wer.PersonId, jetzt, $"hat den Papierbogen des Sitzes in der Runde „{Runde.Titel}“ bestätigt");
    }

    /// <summary>Vermerkt, dass ein Papierbogen eingetragen ist: Zugleich im Portal abgeben gelingt dann nicht mehr.</summary>
    public void PapierVermerken(Akteur wer, DateTime jetzt)
    {
        GespeichertAm = jetzt;
        Vermerken("bogen.papier-eingetragen", wer.PersonId, jetzt, $"hat einen Papierbogen für den Sitz in der Runde „{Runde.Titel}“ eingetragen");
    }

    public void PapierVerwerfen(Papierbogen papier, Akteur wer, DateTime jetzt)
    {
        Papierregeln.DarfVerwerfen(papier, wer).Verlangen();
        GespeichertAm = jetzt;
        Vermerken("bogen.papier-verworfen", wer.PersonId, jetzt, $"hat den Papierbogen des Sitzes in der Runde „{Runde.Titel}“ verworfen");
    }

    internal void Verschliessen(DateTime jetzt) => VerschlossenAm = jetzt;

    private Bewertung Eintragen(Rundenvorschlag vorschlag, Bewertungsantwort antwort, int personId, DateTime jetzt)
    {
        var bewertung = BewertungVon(vorschlag);
        if (bewertung is null) _bewertungen.Add(bewertung = new Bewertung(vorschlag.Id));
        bewertung.Setzen(antwort, personId, jetzt);
        GespeichertAm = jetzt;
        return bewertung;
    }
}

/// <summary>Wie ein Sitz einen Vorschlag bewertet.</summary>
public sealed class Bewertung
{
    /// <summary>In <see cref="Punkte"/>: das kann die Person nicht beurteilen.</summary>
    public const char NichtZuBeurteilen = '-';

    /// <summary>In <see cref="Punkte"/>: noch nicht beantwortet.</summary>
    public const char Offen = ' ';

    private Bewertung() { }

    internal Bewertung(int rundenvorschlagId) => RundenvorschlagId = rundenvorschlagId;

    public int Id { get; private set; }
    public int BogenId { get; private set; }
    public int RundenvorschlagId { get; private set; }

    /// <summary>Der Sitz bewertet diesen Vorschlag nicht und zählt bei ihm nicht mit.</summary>
    public bool Befangen { get; private set; }

    public string Befangenheitsgrund { get; private set; } = "";

    /// <summary>Ein Zeichen je Kriterium, in der Reihenfolge der Grundlage: „0“ bis „4“, „-“ nicht zu beurteilen, Leerzeichen offen.</summary>
    public string Punkte { get; private set; } = "";

    /// <summary>Je Schlüssel eines Kriteriums; was keine Begründung hat, fehlt.</summary>
    public IReadOnlyDictionary<string, string> Begruendungen { get; private set; } = new Dictionary<string, string>();

    /// <summary>Zählt jedes Speichern: Wer mit einem alten Stand speichert, erfährt es.</summary>
    public int Stand { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime GespeichertAm { get; private set; }

    public int GespeichertVonId { get; private set; }

    public Bewertungsantwort Antwort => new(Befangen, Befangenheitsgrund, Punkte, Begruendungen);

    internal void Setzen(Bewertungsantwort antwort, int personId, DateTime jetzt)
    {
        // Wer befangen ist, hinterlässt keine Punkte.
        Befangen = antwort.Befangen;
        Befangenheitsgrund = antwort.Befangen ? antwort.Befangenheitsgrund.Trim() : "";
        Punkte = antwort.Befangen ? "" : antwort.Punkte;
        Begruendungen = antwort.Befangen ? new Dictionary<string, string>() : antwort.Begruendungen;
        Stand++;
        GespeichertAm = jetzt;
        GespeichertVonId = personId;
    }
}

/// <summary>Was jemand zu einem Vorschlag eingetragen hat.</summary>
/// <param name="Punkte">Siehe <see cref="Bewertung.Punkte"/>.</param>
/// <param name="Begruendungen">Je Schlüssel eines Kriteriums.</param>
public sealed record Bewertungsantwort(bool Befangen, string Befangenheitsgrund, string Punkte, IReadOnlyDictionary<string, string> Begruendungen)
{
    public static Bewertungsantwort Leer { get; } = new(false, "", "", new Dictionary<string, string>());

    /// <summary>Das Zeichen zum Kriterium an dieser Stelle.</summary>
    public char Punkt(int stelle) => stelle < Punkte.Length ? Punkte[stelle] : Bewertung.Offen;
}

public static class Bewertungszeichen
{
    /// <summary>Was ein Zeichen aus <see cref="Bewertung.Punkte"/> für Menschen heißt.</summary>
    public static string Lesbar(this char zeichen) => zeichen switch { Bewertung.Offen => "offen", Bewertung.NichtZuBeurteilen => "nicht zu beurteilen", _ => zeichen.ToString() };
}

/// <summary>Eine Notiz zu einem Vorschlag der Runde. Nur die Person, die sie schrieb, liest sie: keine Stellvertretung, auch nicht die Geschäftsführung.</summary>
public sealed class Bewertungsnotiz
{
    private Bewertungsnotiz() { }

    public Bewertungsnotiz(int rundenvorschlagId, int personId)
    {
        RundenvorschlagId = rundenvorschlagId;
        PersonId = personId;
    }

    public int Id { get; private set; }
    public int RundenvorschlagId { get; private set; }
    public int PersonId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime GeaendertAm { get; private set; }

    public void Schreiben(string text, DateTime jetzt)
    {
        Bewertungsregeln.NotizStimmt(text).Verlangen("Notiz");
        Text = text;
        GeaendertAm = jetzt;
    }
}

/// <summary>Dass eine Person an einem Tag an ihren Bogen erinnert wurde; an einem Tag höchstens einmal.</summary>
public sealed class Bewertungserinnerung
{
    private Bewertungserinnerung() { }

    public Bewertungserinnerung(int rundeId, int personId, DateOnly tag)
    {
        RundeId = rundeId;
        PersonId = personId;
        Tag = tag;
    }

    public int Id { get; private set; }
    public int RundeId { get; private set; }
    public int PersonId { get; private set; }
    public DateOnly Tag { get; private set; }
}

/// <summary>Wer jetzt für einen Sitz handelt: genau eine Person, oder niemand.</summary>
public sealed record Zustaendigkeit(int? PersonId, string Name)
{
    public static Zustaendigkeit Niemand { get; } = new(null, "");
}
