using Portal.Buendelungen;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Wo eine Runde steht. Nach der Eröffnung entscheidet allein die Uhr im Augenblick der Tat.</summary>
public enum Rundenzustand
{
    Entwurf,

    /// <summary>Eröffnet; der Zeitraum beginnt erst noch.</summary>
    Angesetzt,

    Offen,
    Geschlossen,
}

/// <summary>
/// Eine Priorisierungsrunde: Die Konferenz bewertet in einem Zeitraum eine Auswahl gesichteter Vorschläge nach Kriterien. Mit der Eröffnung
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

    /// <summary>Bestimmt Titel, Zeitraum, Kriterien und Vorschläge des Entwurfs.</summary>
    /// <param name="ordnung">Die Geschäftsordnung, die heute gilt.</param>
    public void Zuschneiden(string titel, DateTime von, DateTime bis, IReadOnlyList<string> kriterien, Rundenwahl wahl, Geschaeftsordnung? ordnung, Akteur wer, DateTime jetzt)
    {
        Rundenregeln.DarfZuschneiden(this, titel, von, bis, kriterien, wahl, ordnung, wer, jetzt).Verlangen();
        Titel = titel.Trim();
        Von = von;
        Bis = bis;
        Kriterien = [.. ordnung!.Inhalt.Kriterien.Select(k => k.Schluessel).Where(kriterien.Contains)];
        _vorschlaege.RemoveAll(v => wahl.Posten.All(p => !IstFuer(v, p)));
        foreach (var (platz, posten) in wahl.Posten.Index())
        {
            if (_vorschlaege.Find(v => IstFuer(v, posten)) is not { } zeile) _vorschlaege.Add(zeile = new Rundenvorschlag(posten));
            zeile.Einreihen(platz + 1);
        }
    }

    /// <summary>
    /// Eröffnet die Runde: hält Geschäftsordnung, Sitze und Wortlaut fest und gibt jedem Sitz seinen Bogen. Die Vorschläge sind damit in Priorisierung,
    /// die Bündelungen lassen sich nicht mehr auflösen.
    /// </summary>
    /// <param name="sitze">Alle Sitze, die es heute gibt, mit ihren Besetzungen.</param>
    /// <param name="laufende">Die laufenden Bündelungen, zu denen ein Vorschlag der Runde gehört.</param>
    /// <param name="fassungen">Je Vorschlag die Nummer der Fassung, die bewertet wird.</param>
    /// <returns>Die Bögen, je Sitz einer: das Verzeichnis der Stimmberechtigten.</returns>
    public IReadOnlyList<Bewertungsbogen> Eroeffnen(Geschaeftsordnung? ordnung, IReadOnlyList<Sitz> sitze, IReadOnlyList<Buendelung> laufende, IReadOnlyDictionary<int, int> fassungen, Akteur wer, DateTime jetzt)
    {
        Rundenregeln.DarfEroeffnen(this, ordnung, sitze, laufende, wer, jetzt).Verlangen();
        var inhalt = ordnung!.Inhalt;
        Grundlage = new(ordnung.Nummer, inhalt with { Kriterien = [.. inhalt.Kriterien.Where(k => Kriterien.Contains(k.Schluessel))] }, jetzt);
        EroeffnetAm = jetzt;
        foreach (var zeile in _vorschlaege)
        {
            zeile.Festhalten(fassungen);
            if (zeile.Buendelung is { InPriorisierungSeit: null } buendelung) buendelung.InPriorisierungNehmen(wer, jetzt);
            foreach (var (vorschlag, _) in zeile.Teile)
                if (vorschlag.Zustand == Vorschlagszustand.Gesichtet) vorschlag.InPriorisierungNehmen(wer, jetzt);
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

    private static bool IstFuer(Rundenvorschlag zeile, Rundenposten posten) => zeile.VorschlagId == posten.Vorschlag.Id && zeile.BuendelungId == posten.Buendelung?.Id;
}

/// <summary>
/// Was in einer Runde als eines bewertet wird: ein Vorschlag in der Fassung, die bewertet wird, oder eine Bündelung. Bei einer Bündelung ist
/// <see cref="Vorschlag"/> der erste ihrer Vorschläge; er gibt dem Ganzen die Adresse. Die anderen stehen in <see cref="Weitere"/>.
/// </summary>
public sealed class Rundenvorschlag
{
    private readonly List<Rundenteil> _weitere = [];

    private Rundenvorschlag() { }

    internal Rundenvorschlag(Rundenposten posten)
    {
        Vorschlag = posten.Vorschlag;
        VorschlagId = posten.Vorschlag.Id;
        Buendelung = posten.Buendelung;
        BuendelungId = posten.Buendelung?.Id;
        Buendelungstitel = posten.Buendelung?.Titel ?? "";
        _weitere.AddRange(posten.Vorschlaege.Skip(1).Select(v => new Rundenteil(v)));
    }

    public int Id { get; private set; }
    public int RundeId { get; private set; }
    public int VorschlagId { get; private set; }
    public Vorschlag Vorschlag { get; private set; } = null!;

    /// <summary>Leer, wenn der Vorschlag für sich steht.</summary>
    public int? BuendelungId { get; private set; }

    public Buendelung? Buendelung { get; private set; }

    /// <summary>Wie die Bündelung heißt; leer, wenn der Vorschlag für sich steht.</summary>
    public string Buendelungstitel { get; private set; } = "";

    /// <summary>Die anderen Vorschläge der Bündelung; leer, wenn der Vorschlag für sich steht.</summary>
    public IReadOnlyList<Rundenteil> Weitere => _weitere;

    /// <summary>Zählt in der Runde von 1 an.</summary>
    public int Reihenfolge { get; private set; }

    /// <summary>Nummer der Fassung, die bewertet wird; 0 bis zur Eröffnung.</summary>
    public int Fassung { get; private set; }

    public bool IstBuendelung => BuendelungId is not null;

    /// <summary>Wie das heißt, was bewertet wird.</summary>
    public string Titel => IstBuendelung ? Buendelungstitel : Vorschlag.Titel;

    /// <summary>Alle Vorschläge, die hier als eines bewertet werden, je mit der Nummer ihrer Fassung: einer, oder die der Bündelung.</summary>
    public IReadOnlyList<(Vorschlag Vorschlag, int Fassung)> Teile => [(Vorschlag, Fassung), .. _weitere.Select(t => (t.Vorschlag, t.Fassung))];

    /// <summary>Ob nichts mehr zu bewerten ist, weil jeder Vorschlag zurückgezogen ist.</summary>
    public bool IstZurueckgezogen => Teile.All(t => t.Vorschlag.Zustand == Vorschlagszustand.Zurueckgezogen);

    /// <summary>Ob in diesem Augenblick schon jeder Vorschlag zurückgezogen war: Dann wird er nicht ausgewertet.</summary>
    public bool WarZurueckgezogenAm(DateTime zeitpunkt) => Teile.All(t => t.Vorschlag.Zustand == Vorschlagszustand.Zurueckgezogen && t.Vorschlag.StandSeit <= zeitpunkt);

    internal void Einreihen(int platz) => Reihenfolge = platz;

    internal void Festhalten(IReadOnlyDictionary<int, int> fassungen)
    {
        Fassung = fassungen[VorschlagId];
        foreach (var teil in _weitere) teil.Festhalten(fassungen[teil.VorschlagId]);
    }
}

/// <summary>Ein weiterer Vorschlag einer Bündelung in einer Runde, in der Fassung, die bewertet wird.</summary>
public sealed class Rundenteil
{
    private Rundenteil() { }

    internal Rundenteil(Vorschlag vorschlag)
    {
        Vorschlag = vorschlag;
        VorschlagId = vorschlag.Id;
    }

    public int Id { get; private set; }
    public int RundenvorschlagId { get; private set; }
    public int VorschlagId { get; private set; }
    public Vorschlag Vorschlag { get; private set; } = null!;

    /// <summary>Nummer der Fassung, die bewertet wird; 0 bis zur Eröffnung.</summary>
    public int Fassung { get; private set; }

    internal void Festhalten(int fassung) => Fassung = fassung;
}

/// <summary>Was als eines in eine Runde aufgenommen werden soll: ein Vorschlag für sich oder eine Bündelung.</summary>
/// <param name="Vorschlag">Bei einer Bündelung der erste ihrer Vorschläge.</param>
public sealed record Rundenposten(Vorschlag Vorschlag, Buendelung? Buendelung = null)
{
    public static Rundenposten Von(Buendelung buendelung) => new(buendelung.Teile.MinBy(t => t.VorschlagId)!.Vorschlag, buendelung);

    public IReadOnlyList<Vorschlag> Vorschlaege => Buendelung is null ? [Vorschlag] : [.. Buendelung.Teile.OrderBy(t => t.VorschlagId).Select(t => t.Vorschlag)];
}

/// <summary>Eine Auswahl für eine Runde.</summary>
/// <param name="Laufende">Die Bündelungen, die jetzt laufen und zu denen ein einzeln gewählter Vorschlag gehört.</param>
public sealed record Rundenwahl(IReadOnlyList<Rundenposten> Posten, IReadOnlyList<Buendelung> Laufende)
{
    public static Rundenwahl Einzeln(IEnumerable<Vorschlag> vorschlaege) => new([.. vorschlaege.Select(v => new Rundenposten(v))], []);

    public IEnumerable<Vorschlag> Vorschlaege => Posten.SelectMany(p => p.Vorschlaege);
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

    /// <summary>Wie viel zu bewerten ist, z. B. „3 Vorschläge und 1 Bündelung“.</summary>
    /// <param name="viele">„Vorschläge“ oder, nach „mit“, „Vorschlägen“.</param>
    public static string Umfang(this IEnumerable<Rundenvorschlag> vorschlaege, string viele = "Vorschläge") =>
        Umfang(vorschlaege.Count(v => !v.IstBuendelung), vorschlaege.Count(v => v.IstBuendelung), viele);

    /// <inheritdoc cref="Umfang(IEnumerable{Rundenvorschlag}, string)"/>
    public static string Umfang(int einzelne, int buendelungen, string viele = "Vorschläge")
    {
        var gebuendelt = Texte.Anzahl(buendelungen, "Bündelung", "Bündelungen");
        return buendelungen == 0 ? Texte.Anzahl(einzelne, "Vorschlag", viele) : einzelne == 0 ? gebuendelt : $"{Texte.Anzahl(einzelne, "Vorschlag", viele)} und {gebuendelt}";
    }
}
