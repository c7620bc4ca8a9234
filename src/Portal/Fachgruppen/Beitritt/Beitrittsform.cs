using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Fachgruppen.Beitritt;

/// <summary>Das öffentliche Formular „Mitarbeiten“.</summary>
public sealed class Beitrittsform
{
    [Display(Name = "Vorname"), Required, StringLength(80), SauberesFeld]
    public string Vorname { get; set; } = "";

    [Display(Name = "Nachname"), Required, StringLength(80), SauberesFeld]
    public string Nachname { get; set; } = "";

    [Display(Name = "E-Mail-Adresse"), Required, MailAddressField]
    public string Email { get; set; } = "";

    [Display(Name = "Ihre Nachricht an die Gruppe"), StringLength(4000), SauberesFeld]
    public string? Nachricht { get; set; }

    /// <summary>Eine Falle für Programme: Menschen sehen dieses Feld nicht.</summary>
    public string? Webseite { get; set; }
}
