using System.ComponentModel.DataAnnotations;

namespace Portal.Zugang.Anmeldung;

/// <summary>Was durch alle Schritte der Anmeldung mitgeht.</summary>
public abstract class Anmeldeschritt
{
    /// <summary>Seite des Portals, zu der es nach der Anmeldung geht.</summary>
    public string? Zurueck { get; set; }

    /// <summary>Was die Person geschrieben hatte, als ihre Anmeldung ablief; versiegelt.</summary>
    public string? Behalten { get; set; }
}

public sealed class AnmeldungForm : Anmeldeschritt
{
    [Display(Name = "E-Mail-Adresse"), Required, StringLength(254)]
    public string Email { get; set; } = "";

    [Display(Name = "Kennwort"), Required, StringLength(200), DataType(DataType.Password)]
    public string Kennwort { get; set; } = "";

    [Display(Name = "Auf diesem Gerät angemeldet bleiben")]
    public bool Merken { get; set; }
}

public sealed class ZweiterFaktorForm : Anmeldeschritt
{
    [Display(Name = "Code aus Ihrer App"), Required, StringLength(20)]
    public string Code { get; set; } = "";

    public bool Merken { get; set; }

    /// <summary>Ohne Leerzeichen und Striche, wie sie die Apps zur Gliederung zeigen.</summary>
    public string Ziffern => new([.. Code.Where(char.IsAsciiLetterOrDigit)]);
}

public sealed class NotfallcodeForm : Anmeldeschritt
{
    [Display(Name = "Wiederherstellungscode"), Required, StringLength(40)]
    public string Code { get; set; } = "";
}

public sealed class PasskeyAnmeldungForm : Anmeldeschritt
{
    /// <summary>Was der Browser über den Passkey nachweist (JSON).</summary>
    [Display(Name = "Passkey"), Required, StringLength(20_000)]
    public string Nachweis { get; set; } = "";

    public bool Merken { get; set; }
}
