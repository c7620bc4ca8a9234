using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Portal.Platform.Web;

/// <summary>One plain e-mail address: no name before it, no blanks, nothing that could end a header line.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MailAddressFieldAttribute : ValidationAttribute
{
    public MailAddressFieldAttribute() => ErrorMessage = "„{0}“ ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel name@beispiel.de.";

    public override bool IsValid(object? value)
    {
        if (value is not string { Length: > 0 } text) return true;
        var address = text.Trim();
        return address.Length <= 254 && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.Host.Contains('.', StringComparison.Ordinal);
    }
}
