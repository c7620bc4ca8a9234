using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;

namespace Portal.Zugang;

/// <summary>Legt zu einer Person ein Konto an, mit Kennwort oder Passkey, zusammen mit allem, was dabei sonst geschieht: ganz oder gar nicht.</summary>
public sealed class Kontoanlage(PortalDb db, SignInManager<Konto> anmeldung, ILogger<Kontoanlage> protokoll)
{
    /// <summary>Liest den neuen Passkey aus dem, was der Browser geschickt hat.</summary>
    /// <param name="anmeldename">Der Name, für den die Aufgabe gestellt war.</param>
    /// <exception cref="RegelVerletzt">wenn der Nachweis nicht stimmt.</exception>
    public async Task<UserPasskeyInfo> PasskeyAsync(string nachweis, string anmeldename, string bezeichnung)
    {
        var ergebnis = await BescheinigungAsync(nachweis);
        if (ergebnis is not { Succeeded: true } || ergebnis.UserEntity.Id != anmeldename)
        {
            protokoll.LogInformation("Ein neuer Passkey wurde nicht angenommen: {Grund}", ergebnis?.Failure?.Message ?? "keine oder eine andere Aufgabe");
            throw new RegelVerletzt("Der Passkey konnte nicht eingerichtet werden. Versuchen Sie es noch einmal, oder nehmen Sie ein Kennwort.");
        }
        ergebnis.Passkey.Name = bezeichnung;
        return ergebnis.Passkey;
    }

    private async Task<PasskeyAttestationResult?> BescheinigungAsync(string nachweis)
    {
        if (string.IsNullOrWhiteSpace(nachweis)) return null;
        try
        {
            return await anmeldung.PerformPasskeyAttestationAsync(nachweis);
        }
        catch (InvalidOperationException)
        {
            // So sagt Identity, dass keine Aufgabe gestellt ist oder dass sie abgelaufen ist.
            return null;
        }
    }

    /// <param name="konto">Das neue Konto; seine Person darf neu sein.</param>
    /// <param name="weiteres">Was mit der gespeicherten Person noch geschieht; wird im selben Zug gespeichert.</param>
    /// <exception cref="RegelVerletzt">wenn es zu der Adresse schon ein Konto gibt oder das Kennwort nicht taugt.</exception>
    public async Task AnlegenAsync(Konto konto, string? kennwort, UserPasskeyInfo? passkey, Func<Person, Task> weiteres)
    {
        try
        {
            await db.WriteAsync(async () =>
            {
                await using var zug = await db.Database.BeginTransactionAsync();
                if (konto.Person.Id == 0) db.Personen.Add(konto.Person);
                await db.SaveChangesAsync();
                await weiteres(konto.Person);
                var ergebnis = kennwort is null ? await anmeldung.UserManager.CreateAsync(konto) : await anmeldung.UserManager.CreateAsync(konto, kennwort);
                if (ergebnis.Succeeded && passkey is not null) ergebnis = await anmeldung.UserManager.AddOrUpdatePasskeyAsync(konto, passkey);
                if (!ergebnis.Succeeded) throw new RegelVerletzt(ergebnis.Errors.First().Description);
                await zug.CommitAsync();
                return konto;
            });
        }
        catch (DbUpdateException fehler) when (fehler.IsDuplicate())
        {
            throw new RegelVerletzt("Zu dieser E-Mail-Adresse gibt es inzwischen ein Konto. Bitte melden Sie sich an.", fehler);
        }
    }

    public Task AnmeldenAsync(Konto konto) => anmeldung.SignInAsync(konto, isPersistent: false);
}
