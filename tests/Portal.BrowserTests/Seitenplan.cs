using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Portal.BrowserTests;

/// <summary>Welche Seiten das Portal hat, gelesen von den Controllern: Eine neue Seite gehört ohne Zutun dazu.</summary>
public static class Seitenplan
{
    private static readonly (string Muster, TemplateMatcher Passt)[] s_muster = [.. Muster().Distinct(StringComparer.Ordinal)
        .OrderBy(m => m.Count(z => z == '{')).ThenByDescending(m => m.Length)
        .Select(m => (m, new TemplateMatcher(TemplateParser.Parse(m.TrimStart('/')), new RouteValueDictionary())))];

    /// <summary>Die Adressmuster aller Seiten, die man mit GET öffnet, etwa „/vorschlaege/{kennung}/schreiben“.</summary>
    public static IEnumerable<string> AlleMuster => s_muster.Select(m => m.Muster);

    /// <summary>Das Adressmuster, zu dem eine Adresse gehört; <see langword="null"/>, wenn keine Seite so heißt.</summary>
    public static string? MusterVon(string pfad) => s_muster.FirstOrDefault(m => m.Passt.TryMatch(new PathString(pfad), [])).Muster;

    private static IEnumerable<string> Muster() =>
        from controller in typeof(Program).Assembly.GetTypes()
        where typeof(ControllerBase).IsAssignableFrom(controller) && !controller.IsAbstract
        from tat in controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        from get in tat.GetCustomAttributes<HttpGetAttribute>()
        select Zusammen(controller.GetCustomAttributes().OfType<IRouteTemplateProvider>().FirstOrDefault()?.Template, get.Template);

    private static string Zusammen(string? controller, string? tat) =>
        tat is not null && (tat.StartsWith('/') || controller is null) ? "/" + tat.TrimStart('/') : "/" + $"{controller?.Trim('/')}/{tat}".Trim('/');
}
