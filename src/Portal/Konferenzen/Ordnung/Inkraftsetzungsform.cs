using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Ordnung;

public sealed class Inkraftsetzungsform
{
    [Display(Name = "In Kraft ab"), Required]
    public DateOnly? Ab { get; set; }

    [Display(Name = "Beschlossen durch"), Required, StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }

    [Display(Name = "Ja, diese Fassung soll in Kraft treten; sie kann danach nicht mehr geändert werden")]
    public bool Bestaetigt { get; set; }

    public int Version { get; set; }
}

public sealed class Verwerfungsform
{
    [Display(Name = "Ja, der Entwurf soll gelöscht werden")]
    public bool Bestaetigt { get; set; }
}
