using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Eine Fassung in der Liste aller Fassungen.</summary>
public sealed record Ordnungszeile(string Kennung, int Nummer, DateOnly? GiltAb, DateOnly? GiltBis, string Grund);

/// <summary>Eine Fassung zum Lesen, mit allen anderen daneben.</summary>
public sealed record Ordnungsseite(Geschaeftsordnung? Ordnung, IReadOnlyList<Ordnungszeile> Fassungen, DateOnly Heute, Akteur Wer)
{
    public Ordnungszeile? Entwurf => Fassungen.FirstOrDefault(f => f.GiltAb is null);

    public Auskunft DarfEntwerfen => Geschaeftsordnungsregeln.DarfEntwerfen(Entwurf is not null, Wer);

    public bool SchreibtDaran => Ordnung is { IstEntwurf: true } && Wer.IstGeschaeftsfuehrung;

    /// <summary>Die beschlossene Fassung davor: mit ihr wird zuerst verglichen.</summary>
    public Ordnungszeile? Vorige => Ordnung is null ? null : Fassungen.Where(f => f.GiltAb is not null && f.Nummer < Ordnung.Nummer).MaxBy(f => f.GiltAb);

    public string Geltungssatz(DateOnly? ab, DateOnly? bis) => ab switch
    {
        null => "Entwurf",
        { } a when a > Heute => $"gilt ab {Ortszeit.Lang(a)}",
        { } a when bis is { } b && b < Heute => $"galt vom {Ortszeit.Lang(a)} bis zum {Ortszeit.Lang(b)}",
        { } a when bis is { } b => $"in Kraft vom {Ortszeit.Kurz(a)} bis zum {Ortszeit.Kurz(b)}",
        { } a => $"in Kraft seit {Ortszeit.Lang(a)}",
    };
}

/// <summary>Zwei Fassungen nebeneinander.</summary>
public sealed record Vergleichsseite(Geschaeftsordnung Von, Geschaeftsordnung Mit, IReadOnlyList<Ordnungsaenderung> Aenderungen, IReadOnlyList<Ordnungszeile> Fassungen);

/// <summary>Die drei Verfahren nebeneinander.</summary>
/// <param name="Ergebnisse">Leer, solange keine Fraktionen eingetragen sind.</param>
public sealed record Verteilungsseite(Geschaeftsordnung Ordnung, IReadOnlyList<Sitzergebnis> Ergebnisse, Fraktionenform Fraktionen, bool Schreibt);

/// <summary>Was geschieht, wenn der Entwurf in Kraft tritt.</summary>
public sealed record Inkraftsetzungsseite(Geschaeftsordnung Ordnung, Auskunft Vollstaendig, Sitzplan? Plan, DateOnly Ab, Geschaeftsordnung? Bisherige, Inkraftsetzungsform Form);
