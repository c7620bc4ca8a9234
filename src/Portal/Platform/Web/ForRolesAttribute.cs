using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>Lets in only people who hold one of these roles: whoever is not signed in is asked to, others are told that the page is not for them (403).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForRolesAttribute(params Rolle[] roles) : Attribute, IAuthorizationFilter
{
    public IReadOnlyList<Rolle> Roles { get; } = roles;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var actor = context.HttpContext.Akteur();
        if (!actor.IstAngemeldet) context.Result = new ChallengeResult();
        else if (!Roles.Any(actor.Rollen.Contains)) context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
