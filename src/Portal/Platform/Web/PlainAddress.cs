namespace Portal.Platform.Web;

/// <summary>No page has an address with a NUL character, and PostgreSQL stores none: such a request is refused before anything reads it.</summary>
public sealed class PlainAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.QueryString.Value.AsSpan().Contains("%00", StringComparison.Ordinal)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
