using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Stammdaten.Gemeinde;

public sealed class Gemeindeform
{
    [Display(Name = "Name der Gemeinde"), Required, StringLength(120, MinimumLength = 2), SauberesFeld]
    public string Name { get; set; } = "";

    [Display(Name = "Akzentfarbe"), StringLength(7)]
    public string? Akzentfarbe { get; set; }

    [Display(Name = "Kontakt"), StringLength(500), SauberesFeld]
    public string? Kontakt { get; set; }

    public int Version { get; set; }
}

public sealed class Logoform
{
    [Display(Name = "Logo"), Required(ErrorMessage = "Bitte wählen Sie ein Bild aus.")]
    public IFormFile? Logo { get; set; }
}

public sealed class Fristform
{
    [Display(Name = "Einreichungsfrist")]
    public DateOnly? Einreichungsfrist { get; set; }

    public int Version { get; set; }
}
