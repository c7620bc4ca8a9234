using System.ComponentModel.DataAnnotations;

namespace Portal.Vorschlaege.Diskussion;

/// <summary>Ein neuer Beitrag oder eine Antwort.</summary>
public sealed class Beitragsform
{
    public string Ort { get; set; } = Diskussionsorte.Allgemein;

    /// <summary>Kennung des Beitrags, dem die Antwort gilt.</summary>
    public string? AntwortAuf { get; set; }

    [Display(Name = "Beitrag"), StringLength(Kommentar.HoechsteLaenge)]
    public string? Text { get; set; }

    [Display(Name = "Jemanden ansprechen"), StringLength(200)]
    public string? Ansprechen { get; set; }
}
