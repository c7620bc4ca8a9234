using Microsoft.Extensions.Primitives;

namespace Portal.Platform.Web;

/// <summary>The headers that keep foreign scripts, frames and sniffing out. No page needs an exception.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly StringValues s_csp =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private static readonly StringValues s_permissions =
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

    private static readonly StringValues s_nosniff = "nosniff";
    private static readonly StringValues s_deny = "DENY";
    private static readonly StringValues s_sameOrigin = "same-origin";
    private static readonly StringValues s_hsts = "max-age=31536000; includeSubDomains";
    private static readonly StringValues s_askAgain = "no-cache";

    public Task InvokeAsync(HttpContext context)
    {
        Apply(context);
        return next(context);
    }

    /// <summary>Also for answers that begin afresh after a fault.</summary>
    public static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = s_csp;
        headers.XContentTypeOptions = s_nosniff;
        headers.XFrameOptions = s_deny;
        headers["Referrer-Policy"] = s_sameOrigin;
        headers["Permissions-Policy"] = s_permissions;
        headers["Cross-Origin-Opener-Policy"] = s_sameOrigin;
        headers["Cross-Origin-Resource-Policy"] = s_sameOrigin;
        headers.CacheControl = s_askAgain;
        if (context.Request.IsHttps) headers.StrictTransportSecurity = s_hsts;
    }
}
