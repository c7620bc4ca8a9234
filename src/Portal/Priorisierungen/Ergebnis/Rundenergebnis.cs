using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen.Auswertung;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>
/// Was eine geschlossene Runde ergab: einmal festgestellt, danach unverändert. Weil Regeln, Sitze und Bögen festgehalten sind, lässt sich jede
/// Zahl jederzeit nachrechnen.
/// </summary>
public sealed class Rundenergebnis
{
    private readonly List<Ergebniszeile> _zeilen = [];

    private Rundenergebnis() { }

    private Rundenergebnis(Rundendaten daten, Auswertungsergebnis auswertung, DateTime jetzt)
    {
        Runde = daten.Runde;
        RundeId = daten.Runde.Id;
        Regelfassung = Rundenauswertung.Regelfassung;
        FestgestelltAm = jetzt;
        Uebersicht = Ergebnisuebersicht.Von(daten, auswertung);
        var stellen = auswertung.Vorschlaege.Index().ToDictionary(v => v.Item.Kennung, v => v.Index);
        var schluessel = daten.Vorschlaege.ToDictionary(v => v.Kennung, v => v.Id);
        foreach (var (folge, werte) in auswertung.Rangliste.Concat(auswertung.NichtBewertet).Index())
            _zeilen.Add(new(schluessel[werte.Kennung], folge + 1, werte, [.. auswertung.Abwandlungen.Select(a => a.Raenge[stellen[werte.Kennung]])]));
        Freigeben(Einblick.NachDerAuswertung, jetzt);
    }

    public int RundeId { get; private set; }
    public Priorisierungsrunde Runde { get; private set; } = null!;

    /// <summary>Die Fassung der Rechenregeln, mit der gerechnet wurde (<see cref="Rundenauswertung.Regelfassung"/>).</summary>
    public int Regelfassung { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime FestgestelltAm { get; private set; }

    public Ergebnisuebersicht Uebersicht { get; private set; } = null!;

    /// <summary>Die Vorschläge der Runde ohne die zurückgezogenen, der erste Platz zuerst.</summary>
    public IReadOnlyList<Ergebniszeile> Zeilen => _zeilen;

    /// <summary>UTC; seit wann Mitglieder der Fachgruppen es lesen. Leer: noch nicht.</summary>
    public DateTime? FachgruppenAb { get; private set; }

    /// <summary>UTC; seit wann alle es lesen. Leer: noch nicht.</summary>
    public DateTime? OeffentlichAb { get; private set; }

    /// <summary>UTC; wann die Konferenz die Prioritätenliste beschlossen hat. Leer: noch nicht.</summary>
    public DateTime? BeschlossenAm { get; private set; }

    /// <exception cref="RegelVerletzt">wenn sich mit den festgehaltenen Regeln nicht rechnen lässt.</exception>
    public static Rundenergebnis Feststellen(Rundendaten daten, DateTime jetzt) => new(daten, Rundenauswertung.Auswerten(daten.AlsAuswertungsgrundlage()), jetzt);

    /// <summary>Die Konferenz hat die Prioritätenliste angenommen, in die dieses Ergebnis eingeht.</summary>
    public void Beschliessen(DateTime jetzt)
    {
        BeschlossenAm = jetzt;
        Freigeben(Einblick.NachDemBeschluss, jetzt);
    }

    /// <summary>Wer nach der Geschäftsordnung von diesem Schritt an mitlesen darf.</summary>
    private void Freigeben(Einblick schritt, DateTime jetzt)
    {
        var ordnung = Runde.Grundlage!.Inhalt;
        if (ordnung.FachgruppenSehenErgebnisse == schritt) FachgruppenAb ??= jetzt;
        if (ordnung.OeffentlichkeitSiehtErgebnisse == schritt) OeffentlichAb ??= jetzt;
    }
}

/// <summary>Ein Vorschlag im Ergebnis einer Runde.</summary>
public sealed class Ergebniszeile
{
    private Ergebniszeile() { }

    internal Ergebniszeile(int rundenvorschlagId, int folge, Vorschlagsergebnis werte, IReadOnlyList<int> raenge)
    {
        RundenvorschlagId = rundenvorschlagId;
        Folge = folge;
        Werte = werte;
        Raenge = raenge;
    }

    public int RundeId { get; private set; }
    public int RundenvorschlagId { get; private set; }
    public Rundenvorschlag Rundenvorschlag { get; private set; } = null!;

    /// <summary>Zählt von 1 an: nach dem Platz, gleichrangige in der Reihenfolge der Runde, zuletzt die nicht bewerteten.</summary>
    public int Folge { get; private set; }

    public Vorschlagsergebnis Werte { get; private set; } = null!;

    /// <summary>Der Platz in jeder Abwandlung der Übersicht; 0, wenn der Vorschlag darin ohne Punkte bleibt.</summary>
    public IReadOnlyList<int> Raenge { get; private set; } = [];
}

/// <summary>Was für die ganze Runde gilt.</summary>
/// <param name="Bewertete">Wie viele Vorschläge einen Platz haben.</param>
/// <param name="Uebereinstimmung">Krippendorffs Alpha; leer, wenn es sich nicht bestimmen lässt.</param>
/// <param name="UebereinstimmungJeKriterium">In der Reihenfolge der Kriterien der Grundlage.</param>
/// <param name="GroessteStreuungen">Kennungen der Vorschläge, über die eine zweite Runde reden sollte.</param>
public sealed record Ergebnisuebersicht(IReadOnlyList<Bankbeteiligung> Baenke, int Bewertete, decimal? Uebereinstimmung, IReadOnlyList<decimal?> UebereinstimmungJeKriterium,
    IReadOnlyList<Abwandlungsueberblick> Abwandlungen, IReadOnlyList<string> GroessteStreuungen)
{
    /// <summary>So viele Vorschläge empfiehlt das Portal höchstens für eine zweite Runde.</summary>
    public const int HoechsteStreuungen = 5;

    public int Sitze => Baenke.Sum(b => b.Sitze);
    public int Abgegeben => Baenke.Sum(b => b.Abgegeben);

    internal static Ergebnisuebersicht Von(Rundendaten daten, Auswertungsergebnis auswertung) => new(
        [.. daten.Grundlage.Inhalt.Baenke.Select(b => new Bankbeteiligung(b.Schluessel, b.Name, b.Anteil, daten.Boegen.Count(x => x.Bank == b.Schluessel), daten.Boegen.Count(x => x.Bank == b.Schluessel && x.Abgegeben),
            auswertung.StummeBaenke.Any(s => s.Schluessel == b.Schluessel)))],
        auswertung.Rangliste.Count, auswertung.Uebereinstimmung, auswertung.UebereinstimmungJeKriterium,
        [.. auswertung.Abwandlungen.Select(a => Abwandlungsueberblick.Von(a, auswertung))],
        [.. auswertung.GroessteStreuungen(HoechsteStreuungen).Select(v => v.Kennung)]);
}

/// <param name="Anteil">Prozent, mit denen die Bank im ausgewogenen Ergebnis zählt.</param>
/// <param name="Stumm">Ob niemand von ihr Punkte gegeben hat: Ihr Anteil verteilt sich dann auf die anderen.</param>
public sealed record Bankbeteiligung(string Schluessel, string Name, decimal Anteil, int Sitze, int Abgegeben, bool Stumm);

/// <summary>Wie sich die Rangliste in einer Abwandlung verschiebt.</summary>
/// <param name="Verschoben">Wie viele Vorschläge einen anderen Platz bekommen.</param>
/// <param name="Erste">Kennungen derer, die dann auf Platz 1 stehen.</param>
public sealed record Abwandlungsueberblick(string Bezeichnung, int Verschoben, IReadOnlyList<string> Erste)
{
    internal static Abwandlungsueberblick Von(Abwandlung abwandlung, Auswertungsergebnis auswertung) => new(abwandlung.Bezeichnung,
        abwandlung.Raenge.Zip(auswertung.Vorschlaege).Count(r => r.First != (r.Second.Rang ?? 0)),
        [.. abwandlung.Raenge.Zip(auswertung.Vorschlaege).Where(r => r.First == 1).Select(r => r.Second.Kennung)]);
}
