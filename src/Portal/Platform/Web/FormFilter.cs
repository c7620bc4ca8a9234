using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;

namespace Portal.Platform.Web;

/// <summary>
/// Names the method that shows the form again when what was sent is not valid or a rule is broken.
/// The method gets what it asks for by name from the arguments of the deed (route values, the form itself).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ZeigtWiederAttribute(string methode) : Attribute
{
    public string Methode { get; } = methode;

    /// <summary>
    /// The method that shows the form as it is stored. With it, whoever was overtaken by somebody else sees both versions side by side;
    /// the form has a <c>Version</c>.
    /// </summary>
    public string? Stand { get; set; }
}

/// <summary>
/// One place for what can go wrong with a deed: an invalid form or a broken rule is shown again, filled in, with its sentence (422);
/// a lost update is shown again, filled in, beside what somebody else has stored (409).
/// </summary>
public sealed class FormFilter : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var isDeed = !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method);
        if (isDeed && KeptForm.IsOnlyShown(context.HttpContext) && Again(context) is not null)
        {
            context.Result = await ShowKeptAsync(context);
            return;
        }
        if (isDeed && !context.ModelState.IsValid && context.Controller is not Errors.ErrorController)
        {
            context.Result = IsUnreadable(context.ModelState) ? new StatusCodeResult(StatusCodes.Status413PayloadTooLarge) : await ShowAgainAsync(context, context.ModelState, null);
            return;
        }
        var executed = await next();
        switch (executed.Exception)
        {
            case RegelVerletzt rule when !executed.ExceptionHandled:
                executed.ExceptionHandled = true;
                context.ModelState.AddModelError(rule.Feld, rule.Message);
                executed.Result = await ShowAgainAsync(context, context.ModelState, rule);
                break;
            case DbUpdateException overtaken when !executed.ExceptionHandled && (overtaken is DbUpdateConcurrencyException || overtaken.IsDuplicate()):
                executed.ExceptionHandled = true;
                executed.Result = await ShowBothAsync(context);
                break;
        }
    }

    /// <summary>A form that was kept over a lost session: filled in, but not yet done.</summary>
    private static async Task<IActionResult> ShowKeptAsync(ActionExecutingContext context)
    {
        foreach (var entry in context.ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
        if (context.Controller is Controller controller) controller.ViewData[KeptForm.Key] = true;
        var result = await ShowAgainAsync(context, context.ModelState, null);
        if (result is ViewResult view) view.StatusCode = StatusCodes.Status200OK;
        return result;
    }

    /// <summary>The form as it was typed, beside what is stored now; where there is no such form, what was typed alone.</summary>
    private static async Task<IActionResult> ShowBothAsync(ActionExecutingContext context)
    {
        if (context.Controller is PortalController controller && Again(context) is { Stand: { } stand } again)
        {
            Forget(context);
            if (await InvokeAsync(context, stand) is ViewResult { Model: { } page } && Pair(context, page) is var (typed, stored))
            {
                controller.ViewData[Overtaken.Key] = Overtaken.Between(typed, stored, context.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>(), context.ModelState);
                Forget(context);
                var result = await InvokeAsync(context, again.Methode);
                if (result is ViewResult view) view.StatusCode = StatusCodes.Status409Conflict;
                return result;
            }
        }
        return new ViewResult
        {
            ViewName = "Konflikt",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new(new EmptyModelMetadataProvider(), context.ModelState) { Model = await KeptForm.FromAsync(context.HttpContext) },
        };
    }

    /// <summary>What was typed, and the form of the same kind on the page that shows what is stored.</summary>
    private static (object Typed, object Stored)? Pair(ActionExecutingContext context, object page)
    {
        foreach (var typed in context.ActionArguments.Values.Where(a => a?.GetType().GetProperty("Version") is not null))
        {
            if (page.GetType() == typed!.GetType()) return (typed, page);
            if (page.GetType().GetProperties().FirstOrDefault(p => p.PropertyType == typed.GetType())?.GetValue(page) is { } stored) return (typed, stored);
        }
        return null;
    }

    private static ZeigtWiederAttribute? Again(ActionExecutingContext context) =>
        ((ControllerActionDescriptor)context.ActionDescriptor).MethodInfo.GetCustomAttribute<ZeigtWiederAttribute>();

    /// <summary>A half-done change must not be saved by the page that is shown now.</summary>
    private static void Forget(ActionExecutingContext context)
    {
        if (context.Controller is PortalController) context.HttpContext.RequestServices.GetRequiredService<PortalDb>().ChangeTracker.Clear();
    }

    private static async Task<IActionResult> ShowAgainAsync(ActionExecutingContext context, ModelStateDictionary state, RegelVerletzt? rule)
    {
        Forget(context);
        if (Again(context) is { } again)
        {
            try
            {
                var result = await InvokeAsync(context, again.Methode);
                if (result is ViewResult view) view.StatusCode ??= StatusCodes.Status422UnprocessableEntity;
                return result;
            }
            catch (Exception shown) when ((shown as RegelVerletzt ?? shown.InnerException as RegelVerletzt) is not null)
            {
                // The form may not be shown any more either: then its sentence alone.
                rule = shown as RegelVerletzt ?? shown.InnerException as RegelVerletzt;
            }
        }
        if (context.HttpContext.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            return new ObjectResult(new { einwand = rule?.Message ?? FirstError(state), feld = rule?.Feld ?? "" }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var page = new ViewResult { ViewName = "NichtErlaubt", StatusCode = StatusCodes.Status422UnprocessableEntity };
        page.ViewData = new(new EmptyModelMetadataProvider(), state) { Model = rule?.Message ?? FirstError(state) };
        return page;
    }

    /// <summary>The form exceeds a limit of the server, so that nothing of it could be read.</summary>
    private static bool IsUnreadable(ModelStateDictionary state) =>
        state.TryGetValue("", out var whole) && whole.Errors.Any(e => e.ErrorMessage.StartsWith("Failed to read the request form", StringComparison.Ordinal));

    private static string FirstError(ModelStateDictionary state) =>
        state.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0) ?? "Die Eingabe ist nicht vollständig.";

    private static async Task<IActionResult> InvokeAsync(ActionExecutingContext context, string name)
    {
        var controller = context.Controller;
        var method = Array.Find(controller.GetType().GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), m =>
            m.Name == name && m.GetCustomAttribute<ZeigtWiederAttribute>() is null)
            ?? throw new InvalidOperationException($"{controller.GetType().Name} hat keine Methode {name}, die das Formular wieder zeigt.");
        var arguments = method.GetParameters().Select(p => Argument(context, p)).ToArray();
        return method.Invoke(controller, arguments) switch
        {
            Task<IActionResult> task => await task,
            Task<ViewResult> task => await task,
            IActionResult result => result,
            _ => throw new InvalidOperationException($"{name} gibt keine Seite zurück."),
        };
    }

    private static object? Argument(ActionExecutingContext context, ParameterInfo parameter)
    {
        if (context.ActionArguments.TryGetValue(parameter.Name!, out var value)) return value;
        if (parameter.ParameterType == typeof(CancellationToken)) return context.HttpContext.RequestAborted;
        if (context.RouteData.Values.TryGetValue(parameter.Name!, out var route) && parameter.ParameterType == typeof(string)) return route;
        return parameter.HasDefaultValue ? parameter.DefaultValue : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }
}
