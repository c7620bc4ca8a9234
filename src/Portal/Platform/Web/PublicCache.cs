using Microsoft.AspNetCore.OutputCaching;
using Portal.Platform.Data;

namespace Portal.Platform.Web;

/// <summary>
/// Remembers public pages for visitors who are nobody: no cookie but the one for forms. A signed-in person never gets and never fills
/// the public copy. The key carries <see cref="PublicState"/>, so a change forgets every page at once, on every node; a node that
/// cannot hear the others remembers nothing.
/// </summary>
public sealed class PublicCache(PublicState state, WebSettings settings, TimeProvider clock) : IOutputCachePolicy
{
    public const string FormCookie = "portal-formular";

    /// <summary>The pages anybody may read; everything else is made afresh.</summary>
    private static readonly string[] s_pages = ["/vorschlaege", "/fachgruppen", "/seiten", "/darstellung.css", "/logo"];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var remembers = settings.SeitenMerkenSekunden > 0 && state.IsCertain
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers.Authorization.Count == 0 && IsPublicPage(request.Path) && IsNobody(request);
        context.EnableOutputCaching = context.AllowCacheLookup = remembers;
        if (!remembers) return ValueTask.CompletedTask;
        // A form on a page made for a visitor with a cookie belongs to that visitor.
        context.AllowCacheStorage = request.Cookies.Count == 0;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(settings.SeitenMerkenSekunden);
        if (request.QueryString.HasValue) context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = true;
        context.CacheVaryByRules.VaryByValues["now"] = Now() + Encoding(request);
        return ValueTask.CompletedTask;
    }

    /// <summary>The state of the data and the minute: a page may say how many days are left, so it never outlives the minute it was made in.</summary>
    private string Now()
    {
        var (value, minute) = (state.Value, clock.GetUtcNow().ToUnixTimeSeconds() / 60);
        return _moment is { } moment && moment.State == value && moment.Minute == minute ? moment.Text
            : (_moment = new(value, minute, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value} {minute} "))).Text;
    }

    private volatile Moment? _moment;

    private sealed record Moment(long State, long Minute, string Text);

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0
            || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase)
            || context.HttpContext.Akteur().IstAngemeldet)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static bool IsPublicPage(PathString path) => path == "/" || Array.Exists(s_pages, page => path.StartsWithSegments(page, StringComparison.OrdinalIgnoreCase));

    private static bool IsNobody(HttpRequest request)
    {
        if (request.Headers.Cookie.Count == 0) return true;
        foreach (var (name, _) in request.Cookies)
            if (name != FormCookie) return false;
        return true;
    }

    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
    }
}
