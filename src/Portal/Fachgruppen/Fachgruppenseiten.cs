using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Fachgruppen;

/// <summary>Eine Gruppe in der Liste.</summary>
public sealed record Fachgruppenzeile(
    string Kennung, string Name, Weg Weg, Fachgruppenzustand Zustand, string? Handlungsfeld, string Querschnittsthema, string Auftrag, bool IstOffen, bool IstMeine);

/// <summary>Die Liste der Gruppen mit den Filtern, die gerade gelten.</summary>
public sealed record Fachgruppenliste(
    IReadOnlyList<Fachgruppenzeile> Zeilen, Fachgruppenfilter Filter, IReadOnlyList<Wahl> Handlungsfelder, string? Weiter, Auskunft DarfAnlegen);

/// <summary>Ein Eintrag einer Auswahlliste: was gesendet wird und was zu lesen ist.</summary>
public sealed record Wahl(string Wert, string Text);

/// <summary>Was im Filter steht; unbekannte Werte gelten als nicht gewählt.</summary>
public sealed class Fachgruppenfilter
{
    public Fachgruppenzustand? Zustand { get; set; }
    public string? Handlungsfeld { get; set; }
    public Weg? Weg { get; set; }
    public string? Nach { get; set; }

    public bool IstGesetzt => Zustand is not null || Weg is not null || !string.IsNullOrEmpty(Handlungsfeld);

    public string Adresse(string? nach) => "/fachgruppen" + QueryString.Create((IEnumerable<KeyValuePair<string, string?>>)
    [
        new("zustand", Zustand?.ToString().ToLowerInvariant()), new("handlungsfeld", Handlungsfeld), new("weg", Weg?.ToString().ToLowerInvariant()), new("nach", nach),
    ]);
}

/// <summary>Die Seite einer Gruppe: öffentlich, und mit dem, was die lesende Person dort tun kann.</summary>
public sealed record Fachgruppenseite(
    Fachgruppe Gruppe, IReadOnlyList<string> Sprechende, int Mitgliederzahl, int OffeneAnfragen, Akteur Wer)
{
    public bool IstMitglied => Wer.IstMitgliedVon(Gruppe.Id);
    public bool SiehtInneres => IstMitglied || Wer.IstGeschaeftsfuehrung;
    public Auskunft DarfBeitrittErbitten => Fachgruppenregeln.DarfBeitrittErbitten(Gruppe);
    public bool DarfBeschreiben => Fachgruppenregeln.DarfBeschreiben(Gruppe, Wer).Erlaubt;
    public IReadOnlyList<Fachgruppenzustand> Naechste => Wer.IstGeschaeftsfuehrung ? Fachgruppenregeln.NaechsteSchritte(Gruppe.Zustand) : [];
    public string Thema => Gruppe.Handlungsfeld?.Name ?? Gruppe.Querschnittsthema;
}
