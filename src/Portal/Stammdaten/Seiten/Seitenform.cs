using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Stammdaten.Seiten;

public sealed class Seitenform
{
    [Display(Name = "Überschrift"), Required, StringLength(120), SauberesFeld]
    public string Titel { get; set; } = "";

    [Display(Name = "Text"), Required, StringLength(100_000), SauberesFeld]
    public string Text { get; set; } = "";

    public int Version { get; set; }
}
