using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Portal.Platform.Web;

/// <summary>German sentences for what the framework's validation says in English.</summary>
public sealed class GermanValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is not null || attribute.ErrorMessageResourceName is not null) continue;
            attribute.ErrorMessage = attribute switch
            {
                RequiredAttribute => "Bitte füllen Sie „{0}“ aus.",
                EmailAddressAttribute => "„{0}“ ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel name@beispiel.de.",
                StringLengthAttribute { MinimumLength: > 0 } => "„{0}“ muss zwischen {2} und {1} Zeichen haben.",
                StringLengthAttribute => "„{0}“ darf höchstens {1} Zeichen haben.",
                MaxLengthAttribute => "„{0}“ darf höchstens {1} Zeichen haben.",
                MinLengthAttribute => "„{0}“ muss mindestens {1} Zeichen haben.",
                RangeAttribute => "„{0}“ muss zwischen {1} und {2} liegen.",
                CompareAttribute => "„{0}“ und „{1}“ stimmen nicht überein.",
                _ => "„{0}“ ist nicht gültig.",
            };
        }
    }
}

public static class GermanBindingMessages
{
    public static void UseGermanSentences(this DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueIsInvalidAccessor(value => $"„{value}“ ist hier nicht gültig.");
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => $"„{value}“ ist für „{name}“ nicht gültig.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"„{value}“ ist hier nicht gültig.");
        messages.SetMissingBindRequiredValueAccessor(name => $"Bitte füllen Sie „{name}“ aus.");
        messages.SetMissingKeyOrValueAccessor(() => "Bitte füllen Sie dieses Feld aus.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Es kam nichts an. Bitte senden Sie das Formular noch einmal.");
        messages.SetUnknownValueIsInvalidAccessor(name => $"Der Wert für „{name}“ ist nicht gültig.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Der Wert ist nicht gültig.");
        messages.SetValueMustBeANumberAccessor(name => $"„{name}“ muss eine Zahl sein.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Bitte geben Sie eine Zahl ein.");
        messages.SetValueMustNotBeNullAccessor(_ => "Bitte füllen Sie dieses Feld aus.");
    }
}
