using System.ComponentModel.DataAnnotations;

namespace Portal.Zugang.Einladungen;

public sealed class EinladungForm
{
    [Display(Name = "Vorname"), Required, StringLength(Namensregeln.HoechstlaengeName)]
    public string Vorname { get; set; } = "";

    [Display(Name = "Nachname"), Required, StringLength(Namensregeln.HoechstlaengeName)]
    public string Nachname { get; set; } = "";

    [Display(Name = "Organisation"), StringLength(Namensregeln.HoechstlaengeOrganisation)]
    public string? Organisation { get; set; }

    /// <summary>Leer, wenn stattdessen ein Passkey eingerichtet wird.</summary>
    [Display(Name = "Kennwort"), StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string? Kennwort { get; set; }

    /// <summary>Was der Browser über den neuen Passkey nachweist (JSON).</summary>
    [StringLength(20_000)]
    public string? Nachweis { get; set; }
}
