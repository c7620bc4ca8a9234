using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Stammdaten.Sozialraeume;

public sealed class Sozialraumform
{
    [Display(Name = "Name"), Required, StringLength(100, MinimumLength = 2), SauberesFeld]
    public string Name { get; set; } = "";

    [Display(Name = "Raumebene"), Required, StringLength(60), SauberesFeld]
    public string Ebene { get; set; } = "";

    /// <summary>Kennung des Raums darüber; leer für die oberste Ebene.</summary>
    [Display(Name = "Gehört zu")]
    public string? Uebergeordnet { get; set; }

    public int Version { get; set; }
}

public sealed class Sozialraumdatei
{
    [Display(Name = "CSV-Datei"), Required(ErrorMessage = "Bitte wählen Sie eine Datei aus.")]
    public IFormFile? Datei { get; set; }
}

public sealed class Sozialraumuebernahme
{
    [Required(ErrorMessage = "Die Liste ist leer. Bitte wählen Sie die Datei noch einmal aus."), MaxLength(Sozialraumliste.HoechsteLaenge)]
    public string Liste { get; set; } = "";
}

/// <summary>Der Baum der Räume, mit der Zahl der Vorschläge, die einen Raum nennen.</summary>
public sealed record Sozialraumbaum(IReadOnlyList<Sozialraum> Alle, IReadOnlyDictionary<int, int> Verwendungen)
{
    public IEnumerable<Sozialraum> Unter(int? id) => Alle.Where(r => r.UebergeordnetId == id);
}

public sealed record Sozialraumast(Sozialraumbaum Baum, int? Unter);
