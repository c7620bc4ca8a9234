using Microsoft.AspNetCore.Identity;

namespace Portal.Zugang;

/// <summary>
/// Womit sich eine Person anmeldet: Kennwort, Passkeys, zweiter Faktor. Der einzige Typ, den Identity kennt.
/// Gefunden wird das Konto über die E-Mail-Adresse der Person; der <c>UserName</c> ist zufällig, ändert sich nie und steht in den Passkeys.
/// </summary>
public sealed class Konto : IdentityUser<int>
{
    public int PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>UTC; die letzte gelungene Anmeldung.</summary>
    public DateTime? ZuletztAngemeldet { get; set; }

    public static Konto Fuer(Person person) => Fuer(person, AnmeldenameAus(person.Kennung));

    /// <param name="anmeldename">Aus <see cref="AnmeldenameAus"/>, wenn ein Passkey ihn schon trägt, ehe es die Person gibt.</param>
    public static Konto Fuer(Person person, string anmeldename) => new() { Person = person, UserName = anmeldename };

    /// <summary>Ein Konto, das schon ganz eingerichtet ist: für Vorführung und große Bestände, an der Einladung vorbei.</summary>
    /// <param name="abdruck">Abdruck des Kennworts; leer: ohne Kennwort.</param>
    public static Konto Eingerichtet(Person person, string? abdruck) => new()
    {
        Person = person,
        UserName = person.Email,
        NormalizedUserName = Person.Normal(person.Email),
        Email = person.Email,
        NormalizedEmail = Person.Normal(person.Email),
        EmailConfirmed = true,
        LockoutEnabled = true,
        PasswordHash = abdruck,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    /// <summary>Beginnt mit einem Buchstaben, damit er nie für einen Schlüssel gehalten wird.</summary>
    public static string AnmeldenameAus(string kennung) => "k-" + kennung;
}
