using System.ComponentModel.DataAnnotations;
using Portal.Grundbegriffe;

namespace Portal.Platform.Web;

/// <summary>Refuses control characters and broken surrogate pairs with a sentence that says what to do.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SauberesFeldAttribute : ValidationAttribute
{
    public SauberesFeldAttribute() => ErrorMessage = Steuerzeichen.Einwand("{0}");

    public override bool IsValid(object? value) => value is not string text || !Steuerzeichen.Enthaelt(text);
}
