using Portal.Platform.Web.Errors;

namespace Portal.Platform.Web;

/// <summary>Says at once that a request is too large, before anything of it is read.</summary>
public sealed class SizeLimit(RequestDelegate next, WebSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength is { } length && length > settings.GroessteAnfrageKb * 1024L)
            return FaultPage.WriteAsync(context, new ErrorPage(StatusCodes.Status413PayloadTooLarge, context.Reference()));
        return next(context);
    }
}
