using Microsoft.AspNetCore.Identity;

namespace Portal.Platform.Web;

/// <summary>German sentences for what Identity refuses and a person can read.</summary>
public sealed class GermanIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.");
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "Das Konto wurde gerade an anderer Stelle geändert. Bitte laden Sie die Seite neu.");
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Das bisherige Kennwort stimmt nicht.");
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"Das Kennwort braucht mindestens {length} Zeichen.");
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "Dieses Konto gibt es schon.");
    public override IdentityError UserAlreadyHasPassword() => Error(nameof(UserAlreadyHasPassword), "Dieses Konto hat schon ein Kennwort.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
