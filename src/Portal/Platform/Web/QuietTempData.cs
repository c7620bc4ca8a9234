using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace Portal.Platform.Web;

/// <summary>
/// The sentence for the next page, kept in a cookie – but without a word about that cookie where there is none: the framework's own
/// provider deletes it on every page, and a page that sets a cookie can never be remembered for others.
/// </summary>
public sealed class QuietTempData(CookieTempDataProvider cookie, IOptions<CookieTempDataProviderOptions> options) : ITempDataProvider
{
    private static readonly Dictionary<string, object> s_nothing = [];

    public IDictionary<string, object> LoadTempData(HttpContext context) => HasCookie(context) ? cookie.LoadTempData(context) : new Dictionary<string, object>(s_nothing, StringComparer.OrdinalIgnoreCase);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || HasCookie(context)) cookie.SaveTempData(context, values);
    }

    private bool HasCookie(HttpContext context) => context.Request.Cookies.ContainsKey(options.Value.Cookie.Name ?? "");
}
