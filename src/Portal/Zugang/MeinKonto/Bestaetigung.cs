using Microsoft.AspNetCore.Identity;
using Portal.Grundbegriffe;

namespace Portal.Zugang.MeinKonto;

/// <summary>Bei heiklen Änderungen genügt es nicht, an einem fremden offenen Gerät zu sitzen: Wer ein Kennwort hat, gibt es noch einmal ein.</summary>
internal static class Bestaetigung
{
    /// <exception cref="RegelVerletzt">wenn das Konto ein Kennwort hat und dieses nicht stimmt.</exception>
    public static async Task BestaetigenAsync(this SignInManager<Konto> anmeldung, Konto konto, string? kennwort, string feld)
    {
        if (konto.PasswordHash is null) return;
        var ergebnis = await anmeldung.CheckPasswordSignInAsync(konto, kennwort ?? "", lockoutOnFailure: true);
        if (ergebnis.IsLockedOut) throw new RegelVerletzt("Nach zu vielen falschen Kennwörtern geht das 15 Minuten lang nicht.", feld);
        if (!ergebnis.Succeeded) throw new RegelVerletzt(string.IsNullOrEmpty(kennwort) ? "Bitte geben Sie Ihr bisheriges Kennwort ein." : "Ihr bisheriges Kennwort stimmt nicht.", feld);
    }
}
