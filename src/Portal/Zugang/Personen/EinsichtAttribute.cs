using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Platform.Web;

namespace Portal.Zugang.Personen;

/// <summary>Hält im Protokoll des Programms fest, wer eine Liste von Personen oder die Angaben zu einer Person angesehen hat.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EinsichtAttribute(string was) : ActionFilterAttribute
{
    public string Was { get; } = was;

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var protokoll = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Portal.Einsicht");
        protokoll.LogInformation("Person {PersonId} sieht an: {Was} ({Adresse})", context.HttpContext.Akteur().PersonId, Was, context.HttpContext.Request.Path.Value);
    }
}
