using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Portal.Platform.Web;

/// <summary>Settings under <c>Begrenzung</c>: how often one network address may send one form within a minute.</summary>
public sealed class RateLimitSettings
{
    public const string Section = "Begrenzung";

    /// <summary>Sign-in with password, second factor or passkey, each counted for itself.</summary>
    public int AnmeldungProMinute { get; set; } = 20;

    /// <summary>Forms that anybody may send: forgotten password, asking to join, reporting a barrier.</summary>
    public int FormularProMinute { get; set; } = 10;
}

/// <summary>
/// Slows down guessing and flooding. Put <c>[EnableRateLimiting(RateLimits.PublicForm)]</c> on the POST of a form that anybody may send.
/// Counted per node and in memory only: losing the count harms nobody.
/// </summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string PublicForm = "public-form";

    public static IServiceCollection AddPortalRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(RateLimitSettings.Section).Get<RateLimitSettings>() ?? new();
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(SignIn, context => PerAddressAndPath(context, settings.AnmeldungProMinute));
            limiter.AddPolicy(PublicForm, context => PerAddressAndPath(context, settings.FormularProMinute));
        });
    }

    // The path comes from the route, so that a secret or a Kennung in the address does not open a new count.
    private static RateLimitPartition<string> PerAddressAndPath(HttpContext context, int perMinute)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        return RateLimitPartition.GetFixedWindowLimiter(
            $"{context.Connection.RemoteIpAddress} {route}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }
}
