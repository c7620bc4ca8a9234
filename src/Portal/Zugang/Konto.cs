using Microsoft.AspNetCore.Identity;

namespace Portal.Zugang;

/// <summary>Womit sich eine Person anmeldet: Kennwort, Passkeys, zweiter Faktor. Der einzige Typ, den Identity kennt.</summary>
public sealed class Konto : IdentityUser<int>
{
    public int PersonId { get; set; }
    public Person Person { get; set; } = null!;
}
