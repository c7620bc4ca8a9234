using System.ComponentModel.DataAnnotations;
using Portal.Grundbegriffe;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Besetzung;

/// <summary>Wer einen Sitz übernimmt oder vertritt.</summary>
public sealed class Besetzungsform
{
    /// <summary>Kennung der Person.</summary>
    [Display(Name = "Person"), Required(ErrorMessage = "Bitte wählen Sie eine Person.")]
    public string? Person { get; set; }

    public Sitzstellung Stellung { get; set; }

    [Display(Name = "Erster Tag"), Required]
    public DateOnly? Von { get; set; }

    [Display(Name = "Entsandt von"), Required, StringLength(200), SauberesFeld]
    public string? EntsandtVon { get; set; }

    /// <summary>Das Suchwort, mit dem die Auswahl entstand.</summary>
    public string? Suche { get; set; }
}

/// <summary>Wer den Sitz anstelle der bisherigen Person übernimmt.</summary>
public sealed class Nachbesetzungsform
{
    [Display(Name = "Neue Person"), Required(ErrorMessage = "Bitte wählen Sie eine Person.")]
    public string? Person { get; set; }

    [Display(Name = "Erster Tag der neuen Person"), Required]
    public DateOnly? Von { get; set; }

    [Display(Name = "Entsandt von"), Required, StringLength(200), SauberesFeld]
    public string? EntsandtVon { get; set; }

    [Display(Name = "Grund der Nachbesetzung"), Required, StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }

    public string? Suche { get; set; }
}

public sealed class Endeform
{
    [Display(Name = "Letzter Tag"), Required]
    public DateOnly? Am { get; set; }

    [Display(Name = "Grund"), Required, StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }
}

public sealed class Ruheform
{
    [Display(Name = "Erster Tag"), Required]
    public DateOnly? Von { get; set; }

    [Display(Name = "Letzter Tag")]
    public DateOnly? Bis { get; set; }

    [Display(Name = "Grund"), Required, StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }
}

public sealed class Ruheendeform
{
    [Display(Name = "Letzter Tag, an dem die Mitgliedschaft ruht"), Required]
    public DateOnly? Am { get; set; }
}

/// <summary>Ein Sitz mit seiner ganzen Geschichte.</summary>
public sealed record Sitzseite(Sitz Sitz, int Stellvertretungen, DateOnly Heute, Portal.Zugang.Akteur Wer)
{
    public bool Besteht => Sitz.Bis is not { } bis || bis >= Heute;
    public Sitzbesetzung? Inhaber => Sitz.InhaberAm(Heute);
    public bool Fuehrt => Sitzregeln.DarfSitzeFuehren(Wer).Erlaubt;

    /// <summary>Wer heute dazugehört oder künftig dazugehören wird.</summary>
    public IEnumerable<Sitzbesetzung> Laufende => Sitz.Besetzungen.Where(b => b.Bis is not { } bis || bis >= Heute).OrderBy(b => b.Stellung).ThenBy(b => b.Von);
    public IEnumerable<Sitzbesetzung> Fruehere => Sitz.Besetzungen.Where(b => b.Bis < Heute).OrderByDescending(b => b.Bis);

    public string Dauer(Sitzbesetzung b) => b.Bis is { } bis ? $"{Ortszeit.Kurz(b.Von)} bis {Ortszeit.Kurz(bis)}" : b.Von > Heute ? $"ab {Ortszeit.Kurz(b.Von)}" : $"seit {Ortszeit.Kurz(b.Von)}";
}

/// <summary>Die Auswahl der Personen zu einem Suchwort.</summary>
/// <param name="GibtMehr">Ob es mehr Treffer gibt, als gezeigt werden.</param>
public sealed record Personenauswahl(string Adresse, string Suche, IReadOnlyList<Personenwahl> Personen, bool GibtMehr);
