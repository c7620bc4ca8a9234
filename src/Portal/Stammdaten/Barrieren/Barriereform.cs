using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Stammdaten.Barrieren;

/// <summary>Das öffentliche Formular „Barriere melden“.</summary>
public sealed class Barriereform
{
    [Display(Name = "Auf welcher Seite?"), StringLength(300), SauberesFeld]
    public string? Seite { get; set; }

    [Display(Name = "Was hat Sie gehindert?"), Required, StringLength(4000), SauberesFeld]
    public string Beschreibung { get; set; } = "";

    [Display(Name = "Ihr Name"), StringLength(150), SauberesFeld]
    public string? Name { get; set; }

    [Display(Name = "E-Mail-Adresse"), MailAddressField]
    public string? Email { get; set; }

    /// <summary>Eine Falle für Programme: Menschen sehen dieses Feld nicht.</summary>
    public string? Webseite { get; set; }
}

public sealed class Antwortform
{
    [Display(Name = "Ihre Antwort"), Required, StringLength(4000), SauberesFeld]
    public string Antwort { get; set; } = "";
}

/// <summary>Die Liste der Meldungen.</summary>
public sealed record Barriereliste(IReadOnlyList<Barrieremeldung> Meldungen, bool Erledigte, int Offene, string? Weiter);
