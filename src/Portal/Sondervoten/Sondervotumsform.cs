using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Sondervoten;

/// <summary>Ein Sondervotum, wie das Formular es sendet.</summary>
public sealed class Sondervotumsform
{
    [Display(Name = "Sondervotum"), Required(ErrorMessage = "Bitte schreiben Sie, was die Minderheit anders sieht und warum."), StringLength(Sondervotumsregeln.HoechsteLaenge), SauberesFeld]
    public string? Text { get; set; }

    /// <summary>Kennung des Vorschlags, wenn der Antrag keinen bestimmten nennt; leer, wenn es um den Antrag als Ganzes geht.</summary>
    [Display(Name = "Vorschlag, um den es geht"), StringLength(20), SauberesFeld]
    public string? Vorschlag { get; set; }

    public int Version { get; set; }
}

public sealed class Ruecknahmeform
{
    [Display(Name = "Ja, ich nehme meinen Namen zurück")]
    public bool Bestaetigt { get; set; }
}
