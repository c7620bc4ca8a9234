using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Platform.Web;

/// <summary>
/// One line per request, with the reference number that the error page shows. Without personal data: the route, not the address
/// (an address may hold a secret), no name, no query, no network address.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, LogSettings settings, ILogger<RequestLog> log)
{
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        // The error page that follows belongs to the same request.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(e, context.Reference(), context.Request.Method, Route(context), Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            throw;
        }
        var (status, elapsed) = (context.Response.StatusCode, Stopwatch.GetElapsedTime(start));
        if (status >= 400 || elapsed > s_slow || settings.LogsAll)
            LogDone(context.Reference(), context.Request.Method, Route(context), status, elapsed.TotalMilliseconds);
    }

    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(keine Seite)";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Reference} {Method} {Route} {Status} {Milliseconds:0.0} ms")]
    private partial void LogDone(string reference, string method, string route, int status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reference} {Method} {Route} gescheitert nach {Milliseconds:0.0} ms")]
    private partial void LogFailed(Exception error, string reference, string method, string route, double milliseconds);
}

public static class RequestReference
{
    /// <summary>The number by which a person can ask about this request and the Administration finds it in the log.</summary>
    public static string Reference(this HttpContext context)
    {
        if (context.Items[typeof(RequestReference)] is string known) return known;
        var reference = Grundbegriffe.Kennungen.Zufaellig();
        context.Items[typeof(RequestReference)] = reference;
        return reference;
    }
}
