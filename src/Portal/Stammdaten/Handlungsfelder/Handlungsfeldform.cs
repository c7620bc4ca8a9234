using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Stammdaten.Handlungsfelder;

public sealed class Handlungsfeldform
{
    [Display(Name = "Name"), Required, StringLength(100, MinimumLength = 2), SauberesFeld]
    public string Name { get; set; } = "";

    [Display(Name = "Beschreibung"), StringLength(1000), SauberesFeld]
    public string? Beschreibung { get; set; }

    [Display(Name = "Fachausschuss"), StringLength(200), SauberesFeld]
    public string? Fachausschuss { get; set; }

    /// <summary>Der Stand, den die Person vor Augen hatte; 0 bei einem neuen Feld.</summary>
    public int Version { get; set; }
}

/// <summary>Ein Feld in der Liste, mit der Zahl der Gruppen und Vorschläge, die es nennen.</summary>
public sealed record Handlungsfeldzeile(string Kennung, string Name, string Beschreibung, string Fachausschuss, bool Stillgelegt, int Gruppen, int Vorschlaege);
