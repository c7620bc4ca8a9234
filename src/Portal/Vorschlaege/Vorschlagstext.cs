using System.Globalization;
using Portal.Grundbegriffe;
using Portal.Platform.Markdown;

namespace Portal.Vorschlaege;

/// <summary>
/// Der ganze Text eines Vorschlags zum Lesen, ob der jetzige Stand oder eine Fassung: was <c>_Vorschlagstext.cshtml</c> zeigt.
/// </summary>
public sealed class Vorschlagstext
{
    private readonly Dictionary<Vorschlagsfeld, (string Wert, string Html)> _felder;
    private readonly Stammdatennamen _namen;

    private Vorschlagstext(Dictionary<Vorschlagsfeld, (string Wert, string Html)> felder, IReadOnlyList<Zeileninhalt> zeilen, Matrixlayout layout, Stammdatennamen namen)
    {
        _felder = felder;
        Zeilen = zeilen;
        Layout = layout;
        _namen = namen;
    }

    public IReadOnlyList<Zeileninhalt> Zeilen { get; }
    public Matrixlayout Layout { get; }

    /// <summary>Ob auch leere Felder mit ihrer Überschrift erscheinen: solange geschrieben wird, gehört die Lücke zum Bild.</summary>
    public bool ZeigtLeere { get; init; }

    /// <summary>Unterschrift der Matrix, z. B. „Fassung 4 vom 20. November 2026“.</summary>
    public string Stand { get; init; } = "";

    /// <summary>Nummer des Teils, wenn auf der Seite mehrere Vorschläge stehen; 0, wenn dieser der einzige ist.</summary>
    public int Teil { get; init; }

    /// <summary>Nur für den Kreis, der mitredet: wie viele Beiträge es je Ort gibt und wohin der Weg führt.</summary>
    public Beitragszahlen? Beitraege { get; init; }

    /// <summary>Der jetzige Stand mit seinem gespeicherten HTML.</summary>
    public static Vorschlagstext Aus(Gelesenes gelesen, Matrixlayout layout, Stammdatennamen namen, bool zeigtLeere = false, Beitragszahlen? beitraege = null) =>
        new(gelesen.Felder.ToDictionary(f => f.Feld, f => (f.Wert, f.Html ?? "")), gelesen.Zeilen, layout, namen) { ZeigtLeere = zeigtLeere, Beitraege = beitraege };

    /// <summary>Eine Fassung oder eine Vorschau; ihr Markdown wird jetzt gesetzt.</summary>
    public static Vorschlagstext Aus(Vorschlagsinhalt inhalt, Matrixlayout layout, Stammdatennamen namen, bool zeigtLeere = false, string stand = "", int teil = 0) =>
        new(inhalt.Felder.ToDictionary(f => f.Key, f => (f.Value, f.Key.Beschreibung().Art == Feldart.Markdown ? MarkdownRenderer.ToHtml(f.Value) : "")), inhalt.Zeilen, layout, namen)
        { ZeigtLeere = zeigtLeere, Stand = stand, Teil = teil };

    /// <summary>Die langen Texte in der Reihenfolge des Formulars, ohne die drei Querschnittsfelder.</summary>
    public IEnumerable<Textabschnitt> Abschnitte => Langtexte(f => !IstQuerschnitt(f));

    /// <summary>Alter, Geschlecht, Migration.</summary>
    public IEnumerable<Textabschnitt> Querschnitt => Langtexte(IstQuerschnitt);

    /// <summary>Die kurzen Angaben mit Namen statt Kennungen.</summary>
    public IEnumerable<(Vorschlagsfeld Feld, string Name, string Wert)> Eckdaten => new (Vorschlagsfeld Feld, string Name, string Wert)[]
    {
        (Vorschlagsfeld.Handlungsfeld, "Handlungsfeld", _namen.Handlungsfeld(Wert(Vorschlagsfeld.Handlungsfeld))),
        (Vorschlagsfeld.Art, "Art", Wert(Vorschlagsfeld.Art).ToLowerInvariant()),
        (Vorschlagsfeld.Sozialraeume, "Sozialräume", string.Join(", ", Wert(Vorschlagsfeld.Sozialraeume).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(_namen.Sozialraum))),
        (Vorschlagsfeld.Federfuehrung, "Federführung", Wert(Vorschlagsfeld.Federfuehrung)),
        (Vorschlagsfeld.ZeitrahmenVon, "Zeitrahmen", Zeitrahmen),
        (Vorschlagsfeld.KostenEinmalig, "Kosten einmalig", Euro(Vorschlagsfeld.KostenEinmalig, "")),
        (Vorschlagsfeld.KostenLaufend, "Kosten laufend", Euro(Vorschlagsfeld.KostenLaufend, " im Jahr")),
    }.Where(e => ZeigtLeere || e.Wert.Length > 0);

    public string Wert(Vorschlagsfeld feld) => _felder.TryGetValue(feld, out var inhalt) ? inhalt.Wert : "";

    /// <summary>Die Zeilen eines Zielfelds in ihrer Reihenfolge.</summary>
    public IReadOnlyList<Zeileninhalt> ZeilenIn(string zielfeld) => [.. Zeilen.Where(z => z.Zielfeld == zielfeld)];

    private string Zeitrahmen => (Tag(Vorschlagsfeld.ZeitrahmenVon), Tag(Vorschlagsfeld.ZeitrahmenBis)) switch
    {
        ("", "") => "",
        (var von, "") => $"ab {von}",
        ("", var bis) => $"bis {bis}",
        var (von, bis) => $"{von} bis {bis}",
    };

    private IEnumerable<Textabschnitt> Langtexte(Func<Vorschlagsfeld, bool> welche) => Vorschlagsfelder.Alle
        .Where(f => f.Art == Feldart.Markdown && welche(f.Feld))
        .Select(f => new Textabschnitt(f.Feld, f.Name, _felder.TryGetValue(f.Feld, out var inhalt) ? inhalt.Html : ""))
        .Where(a => ZeigtLeere || a.Html.Length > 0);

    private string Euro(Vorschlagsfeld feld, string zusatz) =>
        long.TryParse(Wert(feld), NumberStyles.None, CultureInfo.InvariantCulture, out var betrag) ? betrag.ToString("N0", Ortszeit.Deutsch) + " Euro" + zusatz : "";

    private string Tag(Vorschlagsfeld feld) => Tage.Lesen(Wert(feld)) is { } tag ? Ortszeit.Kurz(tag) : "";

    private static bool IstQuerschnitt(Vorschlagsfeld feld) =>
        feld is Vorschlagsfeld.QuerschnittAlter or Vorschlagsfeld.QuerschnittGeschlecht or Vorschlagsfeld.QuerschnittMigration;
}

/// <summary>Ein langer Text mit seiner Überschrift; das HTML ist leer, solange nichts geschrieben ist.</summary>
public sealed record Textabschnitt(Vorschlagsfeld Feld, string Name, string Html);

/// <summary>Wie Kennungen von Handlungsfeldern und Sozialräumen heißen.</summary>
public sealed record Stammdatennamen(IReadOnlyDictionary<string, string> Handlungsfelder, IReadOnlyDictionary<string, string> Sozialraeume)
{
    public string Handlungsfeld(string kennung) => Handlungsfelder.GetValueOrDefault(kennung, kennung);
    public string Sozialraum(string kennung) => Sozialraeume.GetValueOrDefault(kennung, kennung);
}

/// <summary>Wie viele offene Beiträge es zu welchem Ort des Vorschlags gibt.</summary>
/// <param name="Adresse">Seite der Diskussion; der Ort wird angehängt.</param>
/// <param name="DarfMitreden">Ob noch jemand etwas dazu sagen kann.</param>
public sealed record Beitragszahlen(string Adresse, IReadOnlyDictionary<string, int> Offen, bool DarfMitreden)
{
    public string AdresseVon(string ort) => $"{Adresse}?ort={Uri.EscapeDataString(ort)}";

    /// <returns>Womit der Link zur Diskussion über diesen Ort beginnt; nichts, wo niemand mehr etwas sagen kann und nichts offen ist.</returns>
    public string? Worte(string ort) => Offen.GetValueOrDefault(ort) switch { 0 => DarfMitreden ? "Kommentieren" : null, 1 => "1 offener Beitrag", var zahl => $"{zahl} offene Beiträge" };
}
