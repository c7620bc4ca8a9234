using Microsoft.AspNetCore.Identity;
using Portal.Zugang;

namespace Portal.Musterstadt;

/// <summary>
/// Kennwörter der Vorführung: ihr Abdruck trägt eine Marke, die nur hier gelesen wird. Wer die Datei der Vorführung
/// versehentlich im echten Betrieb öffnet, kommt mit dem bekannten Kennwort nicht hinein.
/// </summary>
public sealed class VorfuehrKennwort : PasswordHasher<Konto>
{
    private const byte Marke = 0xDE;

    public override string HashPassword(Konto user, string password)
    {
        var abdruck = Convert.FromBase64String(base.HashPassword(user, password));
        (abdruck[0], abdruck[^1]) = (Marke, (byte)(abdruck[^1] ^ abdruck[0] ^ Marke));
        return Convert.ToBase64String(abdruck);
    }

    public override PasswordVerificationResult VerifyHashedPassword(Konto user, string hashedPassword, string providedPassword)
    {
        var abdruck = Convert.FromBase64String(hashedPassword);
        if (abdruck.Length == 0 || abdruck[0] != Marke) return PasswordVerificationResult.Failed;
        const byte ueblich = 0x01;
        (abdruck[0], abdruck[^1]) = (ueblich, (byte)(abdruck[^1] ^ ueblich ^ Marke));
        return base.VerifyHashedPassword(user, Convert.ToBase64String(abdruck), providedPassword);
    }
}
