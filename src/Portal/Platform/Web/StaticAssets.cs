namespace Portal.Platform.Web;

public static class StaticAssets
{
    private static readonly string[] s_folders = ["/lib", "/css", "/js", "/img", "/fonts"];

    /// <summary>Files of the program itself, the same for everybody.</summary>
    public static bool IsAsset(HttpContext context) => Array.Exists(s_folders, folder => context.Request.Path.StartsWithSegments(folder, StringComparison.Ordinal));

    /// <summary>An address with a version (<c>asp-append-version</c>) never changes its content; others are asked for again.</summary>
    public static StaticFileOptions Options { get; } = new()
    {
        OnPrepareResponse = response => response.Context.Response.Headers.CacheControl =
            response.Context.Request.Query.ContainsKey("v") || response.Context.Request.Path.StartsWithSegments("/lib", StringComparison.Ordinal)
                ? "public, max-age=31536000, immutable" : "public, max-age=300",
    };
}
