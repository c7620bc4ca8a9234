using Microsoft.AspNetCore.Identity;
using Portal.Grundbegriffe;

namespace Portal.Zugang.MeinKonto;

/// <summary>
/// Bei heiklen Änderungen genügt es nicht, an einem fremden offenen Gerät zu sitzen: Wer ein Kennwort hat, gibt es noch einmal ein; wer sich
/// nur mit Passkeys anmeldet, hat das gerade eben getan.
/// </summary>
internal static class Bestaetigung
{
    private static readonly TimeSpan s_frisch = TimeSpan.FromMinutes(15);

    /// <exception cref="RegelVerletzt">wenn das Konto ein Kennwort hat und dieses nicht stimmt, oder keines hat und die Anmeldung zu lange her ist.</exception>
    public static async Task BestaetigenAsync(this SignInManager<Konto> anmeldung, Konto konto, string? kennwort, string feld)
    {
        if (konto.PasswordHash is null)
        {
            var jetzt = anmeldung.Context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            if (konto.ZuletztAngemeldet is { } zuletzt && jetzt - zuletzt <= s_frisch) return;
            throw new RegelVerletzt("Zur Sicherheit: Melden Sie sich bitte ab und mit Ihrem Passkey wieder an. Danach haben Sie 15 Minuten Zeit dafür.");
        }
        var ergebnis = await anmeldung.CheckPasswordSignInAsync(konto, kennwort ?? "", lockoutOnFailure: true);
        if (ergebnis.IsLockedOut) throw new RegelVerletzt("Nach zu vielen falschen Kennwörtern geht das 15 Minuten lang nicht.", feld);
        if (!ergebnis.Succeeded) throw new RegelVerletzt(string.IsNullOrEmpty(kennwort) ? "Bitte geben Sie Ihr bisheriges Kennwort ein." : "Ihr bisheriges Kennwort stimmt nicht.", feld);
    }
}
