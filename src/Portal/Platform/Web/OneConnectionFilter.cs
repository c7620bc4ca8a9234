using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Platform.Web;

/// <summary>
/// A page that is only read keeps one connection for all its queries; opening one costs as much as a small query. Deeds open theirs as they go, so
/// that they can queue up with other writers.
/// </summary>
public sealed class OneConnectionFilter(PortalDb db) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }
        await db.Database.OpenConnectionAsync(context.HttpContext.RequestAborted);
        await next();
        await db.Database.CloseConnectionAsync();
    }
}
