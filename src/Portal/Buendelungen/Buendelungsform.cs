using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Buendelungen;

/// <summary>Was beim Vorschlagen einer Bündelung ausgefüllt wird.</summary>
public sealed class Buendelungsform
{
    [Display(Name = "Titel der Bündelung"), Required(ErrorMessage = "Bitte geben Sie der Bündelung einen Titel."), StringLength(200), SauberesFeld]
    public string? Titel { get; set; }

    [Display(Name = "Warum gehören sie zusammen?"), Required(ErrorMessage = "Bitte begründen Sie, warum die Vorschläge zusammengehören. Die Gruppen lesen es."), StringLength(4000), SauberesFeld]
    public string? Begruendung { get; set; }

    /// <summary>Kennungen der gewählten Vorschläge.</summary>
    [Display(Name = "Vorschläge")]
    public List<string> Vorschlag { get; set; } = [];
}

/// <summary>Die Antwort einer Gruppe.</summary>
public sealed class Antwortform
{
    /// <summary>Kennung der Gruppe, für die geantwortet wird.</summary>
    [Display(Name = "Gruppe"), Required]
    public string? Gruppe { get; set; }

    [Display(Name = "Grund der Ablehnung"), StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }
}

public sealed class Aufloesungsform
{
    [Display(Name = "Grund"), Required(ErrorMessage = "Bitte nennen Sie den Grund. Die anderen Gruppen lesen ihn."), StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }
}
