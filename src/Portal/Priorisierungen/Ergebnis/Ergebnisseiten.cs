using Portal.Grundbegriffe;
using Portal.Priorisierungen.Auswertung;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>Ein Ergebnis mit dem, was diese Person davon liest.</summary>
/// <param name="SichtbareVorschlaege">Schlüssel der Vorschläge, deren Seite die Person aufrufen darf; nur von denen, um die es auf der Seite geht.</param>
public sealed record Ergebnisblick(Rundenergebnis Ergebnis, IReadOnlySet<int> SichtbareVorschlaege, Akteur Wer)
{
    private const int KleinsteBank = 3;

    public Priorisierungsrunde Runde => Ergebnis.Runde;
    public Rundengrundlage Grundlage => Runde.Grundlage!;
    public Ergebnisuebersicht Uebersicht => Ergebnis.Uebersicht;
    public string Adresse => $"/priorisierungen/{Runde.Kennung}/ergebnis";

    /// <summary>Ob die Person zur Konferenz oder zur Geschäftsführung gehört.</summary>
    public bool IstEingeweiht => WeihtEin(Wer);

    /// <inheritdoc cref="IstEingeweiht"/>
    public static bool WeihtEin(Akteur wer) => wer.IstKonferenzmitglied || wer.IstGeschaeftsfuehrung;

    /// <summary>
    /// Ob Zahlen je Bank zu lesen sind. Außerhalb der Konferenz nur, wenn jede Bank mindestens drei Bögen hat: Sonst ließe sich aus dem Mittel einer
    /// Bank lesen, wie ein einzelner Sitz bewertet hat.
    /// </summary>
    public bool ZeigtBaenke => IstEingeweiht || Uebersicht.Baenke.All(b => b.Abgegeben >= KleinsteBank);

    /// <summary>
    /// Wer zur Konferenz gehört, liest die Titel dessen, was sie bewertet hat, auch wenn es noch nicht veröffentlicht ist. Alle anderen lesen eine Bündelung nur,
    /// wenn sie jeden Vorschlag darin lesen dürfen.
    /// </summary>
    public bool Sieht(Ergebniszeile zeile) => IstEingeweiht || zeile.Rundenvorschlag.Teile.All(t => DarfAufrufen(t.Vorschlag));

    /// <summary>Ob es für die Person die Seite dieses Vorschlags gibt.</summary>
    public bool DarfAufrufen(Vorschlag vorschlag) => SichtbareVorschlaege.Contains(vorschlag.Id);

    /// <summary>Der Titel, oder dass er nicht öffentlich ist.</summary>
    public string Titel(Ergebniszeile zeile) => Sieht(zeile) ? zeile.Rundenvorschlag.Titel : "noch nicht veröffentlicht";

    public string Kennung(Ergebniszeile zeile) => Sieht(zeile) ? zeile.Rundenvorschlag.Buendelung?.Kennung ?? zeile.Rundenvorschlag.Vorschlag.Kennung : "–";
}

/// <param name="Zeilen">Eine Seite davon.</param>
/// <param name="Weiter">Folge der ersten Zeile der nächsten Seite; leer am Ende.</param>
/// <param name="Genannte">Die Vorschläge mit den größten Streuungen und die, die in einer Abwandlung auf Platz 1 stehen, je Kennung; von vielen gleichen die ersten.</param>
/// <param name="Zurueckgezogen">Titel der Vorschläge, die vor dem Schluss zurückgezogen wurden.</param>
/// <param name="Folgerunde">Kennung der weiteren Runde; leer, wenn es keine eröffnete gibt.</param>
/// <param name="Liste">Die Prioritätenliste über beide Runden; leer bei nur einer.</param>
/// <param name="DarfFolgen">Ob die Person eine weitere Runde vorbereiten darf.</param>
/// <param name="DarfAbstimmen">Ob die Person die Liste zur Abstimmung stellen darf.</param>
public sealed record Ergebnisseite(Ergebnisblick Blick, IReadOnlyList<Ergebniszeile> Zeilen, int Anzahl, int Ab, int? Weiter, IReadOnlyDictionary<string, Ergebniszeile> Genannte,
    IReadOnlyList<string> Zurueckgezogen, string? Folgerunde, Prioritaetenblick? Liste, bool DarfFolgen, bool DarfAbstimmen)
{
    /// <summary>So viele von gleichen nennt die Seite; von den übrigen sagt sie, wie viele es sind.</summary>
    public const int HoechstensGenannte = 10;

    public IEnumerable<Ergebniszeile> Streuungen => Blick.Uebersicht.GroessteStreuungen.Take(HoechstensGenannte).Select(k => Genannte[k]);

    /// <summary>Wer in einer Abwandlung vorn steht, als Aufzählung.</summary>
    public string Vorn(Abwandlungsueberblick abwandlung) => abwandlung.Erste.Count == 0 ? "–"
        : string.Join(", ", abwandlung.Erste.Take(HoechstensGenannte).Select(k => Blick.Titel(Genannte[k]))) + (abwandlung.Erste.Count > HoechstensGenannte ? $" und {abwandlung.Erste.Count - HoechstensGenannte} weitere" : "");
}

/// <summary>Ein Vorschlag im Ergebnis, mit allem, was dazu gerechnet ist.</summary>
/// <param name="Partner">Die Vorschläge, mit denen er am häufigsten die Reihenfolge tauscht, und wie oft.</param>
/// <param name="Begruendungen">Die Begründungen ohne Namen, je Schlüssel eines Kriteriums; nur für die Konferenz.</param>
public sealed record Vorschlagsseite(Ergebnisblick Blick, Ergebniszeile Zeile, IReadOnlyList<(Ergebniszeile Zeile, int Male)> Partner, ILookup<string, Begruendung> Begruendungen)
{
    public Vorschlagsergebnis Werte => Zeile.Werte;
}

/// <param name="Punkte">0 bis 4.</param>
public sealed record Begruendung(int Punkte, string Text);

/// <summary>Eine Runde mit Ergebnis in der Liste.</summary>
public sealed record Ergebnislistenzeile(string Kennung, string Titel, int Durchgang, DateTime FestgestelltAm, DateTime? BeschlossenAm, int Vorschlaege);

public sealed record Ergebnisliste(IReadOnlyList<Ergebnislistenzeile> Zeilen, DateTime? Weiter);

public static class Ergebniszahlen
{
    /// <summary>Zwei Nachkommastellen; „–“, wenn es die Zahl nicht gibt.</summary>
    public static string Stellen(this decimal? zahl) => zahl?.ToString("0.00;−0.00;0.00", Ortszeit.Deutsch) ?? "–";

    /// <summary>Anteil an der höchsten Punktzahl, für die Breite eines Balkens.</summary>
    public static string Breite(this decimal zahl) => (zahl / Kennzahlen.Hoechstpunkte).ToString("0.##%", System.Globalization.CultureInfo.InvariantCulture);

    public static string Anzeige(this Rangspanne spanne) => spanne.IstFest ? $"fest auf {spanne.Bester}" : $"{spanne.Bester} bis {spanne.Schlechtester}";
}
