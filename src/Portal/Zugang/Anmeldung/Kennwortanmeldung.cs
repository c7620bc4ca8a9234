using Microsoft.AspNetCore.Identity;

namespace Portal.Zugang.Anmeldung;

/// <summary>Prüft ein Kennwort so, dass niemand an Antwort oder Dauer erkennt, ob es die Adresse gibt.</summary>
internal static class Kennwortanmeldung
{
    public const string Falsch = "Die E-Mail-Adresse oder das Kennwort stimmt nicht. Nach mehreren Fehlversuchen ist die Anmeldung für 15 Minuten gesperrt.";
    public const string Gesperrt = "Ihr Zugang ist gesperrt. Bitte wenden Sie sich an die Geschäftsführung der Sozialplanung.";

    // Irgendein Abdruck, damit auch für unbekannte Adressen genau einmal gerechnet wird.
    private static string? s_attrappe;

    public static async Task<SignInResult> MitKennwortAsync(this SignInManager<Konto> anmeldung, Konto? konto, string kennwort, bool merken)
    {
        var konten = anmeldung.UserManager;
        if (konto?.PasswordHash is null || await konten.IsLockedOutAsync(konto))
        {
            s_attrappe ??= konten.PasswordHasher.HashPassword(new Konto(), Guid.NewGuid().ToString());
            konten.PasswordHasher.VerifyHashedPassword(new Konto(), s_attrappe, kennwort);
            return SignInResult.Failed;
        }
        if (konto.Person.Gesperrt)
            return await konten.CheckPasswordAsync(konto, kennwort) ? SignInResult.NotAllowed : SignInResult.Failed;
        return await anmeldung.PasswordSignInAsync(konto, kennwort, merken, lockoutOnFailure: true);
    }
}
