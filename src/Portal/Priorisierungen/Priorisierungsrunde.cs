using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Wo eine Runde steht. Nach der Eröffnung entscheidet allein die Uhr im Augenblick der Tat.</summary>
public enum Rundenzustand
{
    Entwurf,

    /// <summary>Eröffnet; das Fenster beginnt erst noch.</summary>
    Angesetzt,

    Offen,
    Geschlossen,
}

/// <summary>
/// Eine Priorisierungsrunde: Die Konferenz bewertet in einem Zeitfenster eine Auswahl gesichteter Vorschläge nach Kriterien. Mit der Eröffnung
/// stehen Sitze, Geschäftsordnung und Wortlaut fest; Ergebnisse gibt es erst nach dem Schluss.
/// </summary>
public sealed class Priorisierungsrunde : Planungsobjekt
{
    private readonly List<Rundenvorschlag> _vorschlaege = [];

    private Priorisierungsrunde() { }

    /// <param name="kennung">Jahr und laufende Nummer, z. B. „2026-1“.</param>
    /// <param name="ersteRunde">Die geschlossene Runde, auf die diese als zweite folgt; sonst leer.</param>
    public Priorisierungsrunde(string kennung, string titel, Priorisierungsrunde? ersteRunde, Akteur wer, DateTime jetzt)
    {
        Rundenregeln.DarfAnlegen(titel, ersteRunde, wer, jetzt).Verlangen();
        Kennung = kennung;
        Titel = titel.Trim();
        ErsteRundeId = ersteRunde?.Id;
        Durchgang = (ersteRunde?.Durchgang ?? 0) + 1;
        Kriterien = ersteRunde is null ? [] : [.. ersteRunde.Kriterien];
        AngelegtAm = jetzt;
        Vermerken("runde.angelegt", wer.PersonId, jetzt, ersteRunde is null ? "hat die Runde angelegt" : $"hat eine weitere Runde zu „{ersteRunde.Titel}“ angelegt");
    }

    public string Titel { get; private set; } = "";

    /// <summary>UTC; von da an wird bewertet. Leer, solange es nicht bestimmt ist.</summary>
    public DateTime? Von { get; private set; }

    /// <summary>UTC; in diesem Augenblick ist Schluss.</summary>
    public DateTime? Bis { get; private set; }

    /// <summary>Schlüssel der gewählten Kriterien in der Reihenfolge der Geschäftsordnung; leer, solange nichts gewählt ist.</summary>
    public IReadOnlyList<string> Kriterien { get; private set; } = [];

    /// <summary>1 für die erste Runde, 2 für die zweite über dieselben Vorschläge.</summary>
    public int Durchgang { get; private set; } = 1;

    public int? ErsteRundeId { get; private set; }
    public DateTime AngelegtAm { get; private set; }
    public DateTime? EroeffnetAm { get; private set; }

    /// <summary>UTC; nur wenn die Geschäftsführung vor der Zeit geschlossen hat.</summary>
    public DateTime? GeschlossenAm { get; private set; }

    public string Schlussgrund { get; private set; } = "";

    /// <summary>UTC; wann der Schluss vollzogen wurde: Bögen verschlossen, Ergebnis festgestellt, Nachricht geschrieben.</summary>
    public DateTime? VollzogenAm { get; private set; }

    /// <summary>Leer bis zur Eröffnung, danach unveränderlich.</summary>
    public Rundengrundlage? Grundlage { get; private set; }

    public IReadOnlyList<Rundenvorschlag> Vorschlaege => _vorschlaege;

    public override string Gegenstand => "Priorisierungsrunde";
    public override string Bezeichnung => Titel;

    /// <summary>UTC; der Augenblick, in dem Schluss ist oder war.</summary>
    public DateTime? Schluss => GeschlossenAm ?? Bis;

    public Rundenzustand ZustandAm(DateTime jetzt) =>
        EroeffnetAm is null ? Rundenzustand.Entwurf
        : GeschlossenAm is not null || jetzt >= Bis ? Rundenzustand.Geschlossen
        : jetzt < Von ? Rundenzustand.Angesetzt
        : Rundenzustand.Offen;

    /// <summary>Bestimmt Titel, Fenster, Kriterien und Vorschläge des Entwurfs.</summary>
    /// <param name="ordnung">Die Geschäftsordnung, die heute gilt.</param>
    public void Zuschneiden(string titel, DateTime von, DateTime bis, IReadOnlyList<string> kriterien, IReadOnlyList<Vorschlag> vorschlaege, Geschaeftsordnung? ordnung, Akteur wer, DateTime jetzt)
    {
        Rundenregeln.DarfZuschneiden(this, titel, von, bis, kriterien, vorschlaege, ordnung, wer, jetzt).Verlangen();
        Titel = titel.Trim();
        Von = von;
        Bis = bis;
        Kriterien = [.. ordnung!.Inhalt.Kriterien.Select(k => k.Schluessel).Where(kriterien.Contains)];
        _vorschlaege.RemoveAll(v => vorschlaege.All(x => x.Id != v.VorschlagId));
        _vorschlaege.AddRange(vorschlaege.Where(v => _vorschlaege.All(x => x.VorschlagId != v.Id)).Select(v => new Rundenvorschlag(v)));
        foreach (var (platz, vorschlag) in vorschlaege.Index()) _vorschlaege.Find(v => v.VorschlagId == vorschlag.Id)!.Einreihen(platz + 1);
    }

    /// <summary>
    /// Eröffnet die Runde: hält Geschäftsordnung, Sitze und Wortlaut fest und gibt jedem Sitz seinen Bogen. Die Vorschläge sind damit in Priorisierung.
    /// </summary>
    /// <param name="sitze">Alle Sitze, die es heute gibt, mit ihren Besetzungen.</param>
    /// <param name="fassungen">Je Vorschlag die Nummer der Fassung, die bewertet wird.</param>
    /// <returns>Die Bögen, je Sitz einer: das Verzeichnis der Stimmberechtigten.</returns>
    public IReadOnlyList<Bewertungsbogen> Eroeffnen(Geschaeftsordnung? ordnung, IReadOnlyList<Sitz> sitze, IReadOnlyDictionary<int, int> fassungen, Akteur wer, DateTime jetzt)
    {
        Rundenregeln.DarfEroeffnen(this, ordnung, sitze, wer, jetzt).Verlangen();
        var inhalt = ordnung!.Inhalt;
        Grundlage = new(ordnung.Nummer, inhalt with { Kriterien = [.. inhalt.Kriterien.Where(k => Kriterien.Contains(k.Schluessel))] }, jetzt);
        EroeffnetAm = jetzt;
        foreach (var vorschlag in _vorschlaege)
        {
            vorschlag.Festhalten(fassungen[vorschlag.VorschlagId]);
            if (vorschlag.Vorschlag.Zustand == Vorschlagszustand.Gesichtet) vorschlag.Vorschlag.InPriorisierungNehmen(wer, jetzt);
        }
        Vermerken("runde.eroeffnet", wer.PersonId, jetzt, $"hat die Runde eröffnet; bewertet wird bis {Ortszeit.KurzMitUhrzeit(Bis!.Value)}");
        return [.. sitze.Select(s => new Bewertungsbogen(this, s, inhalt.Bank(s.Bank)!.Name, Ortszeit.Datum(jetzt)))];
    }

    /// <summary>Schließt vor der Zeit.</summary>
    /// <param name="abgegeben">Wie viele Bögen abgegeben sind.</param>
    public void Schliessen(string grund, int abgegeben, Akteur wer, DateTime jetzt)
    {
        Rundenregeln.DarfSchliessen(this, abgegeben, grund, wer, jetzt).Verlangen();
        GeschlossenAm = jetzt;
        Schlussgrund = grund.Trim();
        Vermerken("runde.geschlossen", wer.PersonId, jetzt, "hat die Runde vor der Zeit geschlossen", Schlussgrund);
    }

    /// <summary>Verschließt die Bögen: Wer zugleich abgibt, ist entweder vorher fertig und zählt, oder erfährt, dass geschlossen ist.</summary>
    public void Vollziehen(IReadOnlyList<Bewertungsbogen> boegen, DateTime jetzt)
    {
        foreach (var bogen in boegen) bogen.Verschliessen(jetzt);
        VollzogenAm = jetzt;
    }

    /// <summary>Ein Entwurf, der nicht weiterverfolgt wird; danach wird er gelöscht.</summary>
    public void Verwerfen(Akteur wer, DateTime jetzt)
    {
        Rundenregeln.DarfAendern(this, wer).Verlangen();
        Vermerken("runde.verworfen", wer.PersonId, jetzt, "hat den Entwurf der Runde verworfen");
    }
}

/// <summary>Ein Vorschlag in einer Runde, in der Fassung, die bewertet wird.</summary>
public sealed class Rundenvorschlag
{
    private Rundenvorschlag() { }

    internal Rundenvorschlag(Vorschlag vorschlag)
    {
        Vorschlag = vorschlag;
        VorschlagId = vorschlag.Id;
    }

    public int Id { get; private set; }
    public int RundeId { get; private set; }
    public int VorschlagId { get; private set; }
    public Vorschlag Vorschlag { get; private set; } = null!;

    /// <summary>Zählt in der Runde von 1 an.</summary>
    public int Reihenfolge { get; private set; }

    /// <summary>Nummer der Fassung, die bewertet wird; 0 bis zur Eröffnung.</summary>
    public int Fassung { get; private set; }

    internal void Einreihen(int platz) => Reihenfolge = platz;

    internal void Festhalten(int fassung) => Fassung = fassung;
}

public static class Rundennamen
{
    public static string Anzeige(this Rundenzustand zustand) => zustand switch
    {
        Rundenzustand.Entwurf => "Entwurf",
        Rundenzustand.Angesetzt => "eröffnet, beginnt noch",
        Rundenzustand.Offen => "offen",
        Rundenzustand.Geschlossen => "geschlossen",
        _ => throw new ArgumentOutOfRangeException(nameof(zustand), zustand, "Dieser Zustand hat keinen Namen."),
    };
}
