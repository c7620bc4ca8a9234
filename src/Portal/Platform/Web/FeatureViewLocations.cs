using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Portal.Platform.Web;

/// <summary>A page lies beside its controller: <c>Portal.Vorschlaege.Schreiben</c> looks in <c>/Vorschlaege/Schreiben</c>, then one folder up, then among the shared parts.</summary>
public sealed class FeatureViewLocations : IViewLocationExpander
{
    private const string Key = "feature";

    public static void Apply(RazorViewEngineOptions razor)
    {
        razor.ViewLocationFormats.Clear();
        razor.ViewLocationFormats.Add("/Platform/Web/Shared/{0}.cshtml"); // Razor refuses an empty list
        razor.ViewLocationExpanders.Add(new FeatureViewLocations());
    }

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor { ControllerTypeInfo.Namespace: { } ns } && ns.StartsWith("Portal.", StringComparison.Ordinal))
            context.Values[Key] = ns["Portal.".Length..].Replace('.', '/');
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue(Key, out var folder) && folder is not null)
            for (var current = folder; current.Length > 0; current = current.Contains('/', StringComparison.Ordinal) ? current[..current.LastIndexOf('/')] : "")
                yield return $"/{current}/{{0}}.cshtml";
        yield return "/Platform/Web/Shared/{0}.cshtml";
        yield return "/Platform/Web/{0}.cshtml";
    }
}
