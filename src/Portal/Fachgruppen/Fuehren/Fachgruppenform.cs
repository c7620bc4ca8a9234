using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Fachgruppen.Fuehren;

/// <summary>Die Angaben zu einer Gruppe, wie sie das Formular sendet.</summary>
public class Angabenform
{
    [Display(Name = "Name der Gruppe"), Required, StringLength(120, MinimumLength = 3), SauberesFeld]
    public string Name { get; set; } = "";

    /// <summary>Kennung des Handlungsfelds; leer bei einem Querschnittsthema.</summary>
    [Display(Name = "Handlungsfeld")]
    public string? Handlungsfeld { get; set; }

    [Display(Name = "Querschnittsthema"), StringLength(200), SauberesFeld]
    public string? Querschnittsthema { get; set; }

    [Display(Name = "Auftrag"), StringLength(4000), SauberesFeld]
    public string? Auftrag { get; set; }

    [Display(Name = "Treffen"), StringLength(300), SauberesFeld]
    public string? Turnus { get; set; }

    /// <summary>Der Stand, den die Person vor Augen hatte.</summary>
    public int Version { get; set; }
}

public sealed class Gruendungsform : Angabenform
{
    [Display(Name = "Arbeitsform")]
    public Weg Weg { get; set; }

    [Display(Name = "Vorgeschlagen am"), Required]
    public DateOnly? Am { get; set; }

    [Display(Name = "Warum diese Gruppe?"), Required, StringLength(2000), SauberesFeld]
    public string Grund { get; set; } = "";
}

public sealed class Schrittform
{
    [Display(Name = "Nächster Stand")]
    public Fachgruppenzustand Ziel { get; set; }

    [Display(Name = "Tag"), Required]
    public DateOnly? Am { get; set; }

    [Display(Name = "Grund"), Required, StringLength(2000), SauberesFeld]
    public string Grund { get; set; } = "";

    [Display(Name = "Ja, die Gruppe soll aufgelöst werden")]
    public bool Bestaetigt { get; set; }
}
