using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Portal.Grundbegriffe;

namespace Portal.Platform.Web;

/// <summary>Every text of every form comes in here: page breaks out of a PDF become line ends before anything is checked.</summary>
public sealed class PastedText(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (bindingContext.Result.Model is string text) bindingContext.Result = ModelBindingResult.Success(Steuerzeichen.OhneSeitenwechsel(text));
    }
}

public sealed class PastedTextProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && (context.BindingInfo.BindingSource is null || context.BindingInfo.BindingSource.CanAcceptDataFrom(BindingSource.Form))
            ? new PastedText(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>())) : null;
}
