using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Platform.Markdown;

/// <summary>
/// Turns Markdown into HTML that is safe to show: no raw HTML, links only to http, https, mailto and places of the portal,
/// images become links (no page loads anything from elsewhere), headings begin below the page's own.
/// </summary>
public static class MarkdownRenderer
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseFootnotes().UseAutoLinks().UseEmphasisExtras().UseListExtras().Build();

    /// <param name="markdown">Up to a megabyte; deeper nesting than Markdig's limit is shown as text.</param>
    /// <param name="topHeading">Level of the highest heading in the result, 2–4.</param>
    public static string ToHtml(string markdown, int topHeading = 3)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return "";
        try
        {
            var document = Markdig.Markdown.Parse(markdown, s_pipeline);
            Tame(document, topHeading);
            return document.ToHtml(s_pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses absurd nesting; the words are kept.
            return "<pre>" + System.Text.Encodings.Web.HtmlEncoder.Default.Encode(markdown) + "</pre>";
        }
    }

    private static void Tame(MarkdownDocument document, int topHeading)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var shift = headings.Count == 0 ? 0 : topHeading - headings.Min(h => h.Level);
        foreach (var heading in headings) heading.Level = Math.Clamp(heading.Level + shift, topHeading, 6);
        // Wide tables and code scroll sideways; with the keyboard that needs a place for the focus.
        foreach (var wide in document.Descendants().Where(b => b is Table or CodeBlock)) wide.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            if (!IsAllowed(link.GetDynamicUrl?.Invoke() ?? link.Url)) link.Url = "";
            link.GetDynamicUrl = null;
            if (IsElsewhere(link.Url)) link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (!link.IsEmail && !IsAllowed(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static bool IsElsewhere(string? url) => url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsAllowed(string? url)
    {
        if (string.IsNullOrEmpty(url)) return true;
        if (url.Any(char.IsControl)) return false;
        if (url[0] is '#' or '/') return !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");
    }
}
