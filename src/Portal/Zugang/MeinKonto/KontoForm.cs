using System.ComponentModel.DataAnnotations;
using Portal.Platform.Web;

namespace Portal.Zugang.MeinKonto;

public sealed class AngabenForm
{
    [Display(Name = "Vorname"), Required, StringLength(Namensregeln.HoechstlaengeName), SauberesFeld]
    public string Vorname { get; set; } = "";

    [Display(Name = "Nachname"), Required, StringLength(Namensregeln.HoechstlaengeName), SauberesFeld]
    public string Nachname { get; set; } = "";

    [Display(Name = "Organisation"), StringLength(Namensregeln.HoechstlaengeOrganisation), SauberesFeld]
    public string? Organisation { get; set; }
}

public sealed class KennwortForm
{
    /// <summary>Leer, wenn das Konto noch keines hat.</summary>
    [Display(Name = "Bisheriges Kennwort"), StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string? Bisheriges { get; set; }

    [Display(Name = "Neues Kennwort"), Required, StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string Neues { get; set; } = "";
}

public sealed class EmailForm
{
    [Display(Name = "Neue E-Mail-Adresse"), Required, StringLength(Namensregeln.HoechstlaengeEmail), MailAddressField]
    public string Email { get; set; } = "";

    [Display(Name = "Ihr Kennwort"), StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string? Kennwort { get; set; }
}

public sealed class PasskeyForm
{
    [Display(Name = "Name des Passkeys"), Required, StringLength(60), SauberesFeld]
    public string Name { get; set; } = "";

    /// <summary>Was der Browser über den neuen Passkey nachweist (JSON); leer beim Umbenennen.</summary>
    [StringLength(20_000)]
    public string? Nachweis { get; set; }

    /// <summary>Nur beim Einrichten, und nur wenn das Konto ein Kennwort hat.</summary>
    [Display(Name = "Ihr Kennwort"), StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string? Kennwort { get; set; }
}

public sealed class CodeForm
{
    [Display(Name = "Code aus Ihrer App"), Required, StringLength(20)]
    public string Code { get; set; } = "";

    [Display(Name = "Ihr Kennwort"), StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string? Kennwort { get; set; }

    public string Ziffern => new([.. Code.Where(char.IsAsciiDigit)]);
}

public sealed class BestaetigungForm
{
    [Display(Name = "Ihr Kennwort"), StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string? Kennwort { get; set; }
}

public sealed class LoeschungForm
{
    [Display(Name = "Ihr Kennwort"), StringLength(Kennwortregeln.Hoechstlaenge), DataType(DataType.Password)]
    public string? Kennwort { get; set; }

    [Display(Name = "Ja, ich möchte mein Konto löschen")]
    public bool Bestaetigt { get; set; }
}
