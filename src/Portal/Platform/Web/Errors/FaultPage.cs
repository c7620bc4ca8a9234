using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Portal.Platform.Web.Errors;

/// <summary>
/// The page for faults of the program, of its database or of a broken request. It needs neither the database nor the page frame, so it
/// appears whatever is broken.
/// </summary>
public static class FaultPage
{
    public static async Task WriteAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var code = error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            _ when IsTooLarge(error) => StatusCodes.Status413PayloadTooLarge,
            _ when IsDatabaseAway(error) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        await WriteAsync(context, new ErrorPage(code, context.Reference()), code >= 500 ? await KeptForm.FromAsync(context) : null);
    }

    public static Task WriteAsync(HttpContext context, ErrorPage page) => WriteAsync(context, page, null);

    /// <param name="kept">What was sent with the form, to be sent once more: what somebody wrote must not hang on the browser's memory.</param>
    private static Task WriteAsync(HttpContext context, ErrorPage page, KeptForm? kept)
    {
        SecurityHeaders.Apply(context);
        context.Response.StatusCode = page.Code;
        if (page.Code == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "30";
        context.Response.ContentType = "text/html; charset=utf-8";
        var e = HtmlEncoder.Default;
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{e.Encode(page.Title)} – Online-Portal Sozialplanung</title>
            <link rel="stylesheet" href="/lib/kern-ux-native/kern.min.css">
            <link rel="stylesheet" href="/css/portal.css">
            <link rel="icon" href="/img/favicon.svg" type="image/svg+xml">
            </head>
            <body>
            <header class="p-kopf"><div class="p-kopf__haupt p-rahmen"><a class="p-kopf__marke" href="/"><img src="/img/logo.svg" alt="" width="46" height="52"><span><span class="p-kopf__titel">Online-Portal Sozialplanung</span></span></a></div></header>
            <main id="inhalt" class="p-inhalt" tabindex="-1">
            <h1>{e.Encode(page.Title)}</h1>
            <p class="p-text">{e.Encode(page.Advice)}</p>
            {Again(context, kept, e)}
            <p class="p-gedaempft">Falls Sie nachfragen möchten: Vorgang <code>{page.Reference}</code>, Fehler {page.Code}.</p>
            <p><a href="/">Zur Startseite</a></p>
            </main>
            </body>
            </html>
            """, Encoding.UTF8);
    }

    private static string Again(HttpContext context, KeptForm? kept, HtmlEncoder e)
    {
        if (kept is null) return "";
        var token = context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;
        var form = new StringBuilder($"""<form method="post" enctype="multipart/form-data" action="{e.Encode(kept.Address)}"><p class="p-text">Was Sie gerade geschrieben haben, ist noch in dieser Seite. Lassen Sie sie offen und senden Sie es in einer Minute noch einmal.{(kept.HadFiles ? " Eine Datei müssen Sie danach noch einmal auswählen." : "")}</p>""");
        foreach (var field in kept.Fields.Append(new KeptField(token, kept.Token)))
            form.Append($"""<input type="hidden" name="{e.Encode(field.Name)}" value="{e.Encode(field.Value)}">""");
        return form.Append("""<p><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">Noch einmal senden</span></button></p></form>""").ToString();
    }

    /// <summary>Anything in the chain that says the database cannot be reached or cannot write.</summary>
    private static bool IsDatabaseAway(Exception? error) => error switch
    {
        null => false,
        Npgsql.PostgresException pg => pg.SqlState is { } state && (state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal)),
        Npgsql.NpgsqlException => true,
        Microsoft.Data.Sqlite.SqliteException lite => lite.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14, // busy, locked, read-only, I/O, full, cannot open
        _ => IsDatabaseAway(error.InnerException),
    };

    private static bool IsTooLarge(Exception? error) => error switch
    {
        null => false,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => true,
        _ => IsTooLarge(error.InnerException),
    };
}
