using System.ComponentModel.DataAnnotations;
using Portal.Grundbegriffe;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Die Regeln für Sitzung, Bewertung und Einblick.</summary>
public sealed class Verfahrensform
{
    [Display(Name = "Ladungsfrist in Tagen"), Required, Range(0, 180)]
    public int? Ladungsfrist { get; set; }

    [Display(Name = "Stellvertretungen je Sitz"), Required, Range(0, 5)]
    public int? StellvertretungenJeSitz { get; set; }

    [Display(Name = "Beschlussfähig ist die Konferenz, wenn da sind")]
    public Quorum Quorum { get; set; }

    [Display(Name = "Angenommen ist ein Antrag mit")]
    public Mehrheit Mehrheit { get; set; }

    [Display(Name = "Abgestimmt wird in der Regel")]
    public Abstimmungsart Abstimmung { get; set; }

    [Display(Name = "Höchstzahl der Bewertungsrunden"), Required, Range(1, 2)]
    public int? Runden { get; set; }

    [Display(Name = "0 und 4 Punkte brauchen eine Begründung")]
    public bool ExtremeBegruenden { get; set; }

    [Display(Name = "Die Öffentlichkeit liest, wer auf welcher Bank sitzt")]
    public bool SitzeOeffentlich { get; set; }

    [Display(Name = "Fachgruppen lesen die Ergebnisse")]
    public Einblick FachgruppenSehenErgebnisse { get; set; }

    [Display(Name = "Die Öffentlichkeit liest die Ergebnisse")]
    public Einblick OeffentlichkeitSiehtErgebnisse { get; set; }

    public int Version { get; set; }

    public static Verfahrensform Von(Geschaeftsordnung ordnung)
    {
        var i = ordnung.Inhalt;
        return new()
        {
            Ladungsfrist = i.Ladungsfrist,
            StellvertretungenJeSitz = i.StellvertretungenJeSitz,
            Quorum = i.Quorum,
            Mehrheit = i.Mehrheit,
            Abstimmung = i.Abstimmung,
            Runden = i.Runden,
            ExtremeBegruenden = i.ExtremeBegruenden,
            SitzeOeffentlich = i.SitzeOeffentlich,
            FachgruppenSehenErgebnisse = i.FachgruppenSehenErgebnisse,
            OeffentlichkeitSiehtErgebnisse = i.OeffentlichkeitSiehtErgebnisse,
            Version = ordnung.Version,
        };
    }

    public Geschaeftsordnungsinhalt Regeln() => new()
    {
        Ladungsfrist = Ladungsfrist ?? 0,
        StellvertretungenJeSitz = StellvertretungenJeSitz ?? 0,
        Quorum = Quorum,
        Mehrheit = Mehrheit,
        Abstimmung = Abstimmung,
        Runden = Runden ?? 1,
        ExtremeBegruenden = ExtremeBegruenden,
        SitzeOeffentlich = SitzeOeffentlich,
        FachgruppenSehenErgebnisse = FachgruppenSehenErgebnisse,
        OeffentlichkeitSiehtErgebnisse = OeffentlichkeitSiehtErgebnisse,
    };
}
