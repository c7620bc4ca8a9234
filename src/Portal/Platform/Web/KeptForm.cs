using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Portal.Platform.Web;

/// <summary>One field of a form that was kept.</summary>
public sealed record KeptField(string Name, string Value)
{
    /// <summary>The name without what only programs need: „Felder[Bedarf].Text“ is „Bedarf“.</summary>
    public string Label => Name.LastIndexOf('[') is >= 0 and var open && Name.IndexOf(']', open) is var close and > 0 ? Name[(open + 1)..close] : Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>Somebody wrote it; the rest is what the form itself carries.</summary>
    public bool IsWritten => Value.Length > 40 || Value.Contains(' ', StringComparison.Ordinal);
}

/// <summary>
/// What somebody sent with a form that could not be taken: the session had ended, the page was too old, the database was away. It is kept in
/// the page that says so – never on the server, never with passwords or codes – and is shown again, filled in, but not done by itself.
/// </summary>
/// <param name="Address">Where the form goes.</param>
/// <param name="Token">The form's token: it knows who opened the form.</param>
/// <param name="IsShownAgain">Whether the portal can show this form again, filled in.</param>
/// <param name="HadFiles">A file must be chosen once more.</param>
public sealed record KeptForm(string Address, string Token, bool IsShownAgain, bool HadFiles, IReadOnlyList<KeptField> Fields)
{
    public const string Key = "Behalten";

    /// <summary>A field with this name says: show the form, do nothing.</summary>
    public const string OnlyShow = "NurZeigen";

    /// <summary>In characters, names included; more than the longest form of the portal.</summary>
    private const int LargestSize = 1_000_000;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(12);
    private static readonly string[] s_secret = ["kennwort", "passwor", "code", "nachweis", "behalten"];
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A form of the portal itself, sent by a person and not by a script.</summary>
    public static bool IsSent(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsPost(request.Method) && request.HasFormContentType && !request.Headers.ContainsKey("X-Formular")
            && !request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            && Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value?.ToLowerInvariant();
    }

    public static bool IsOnlyShown(HttpContext context) => context.Features.Get<IFormFeature>()?.Form is { } form && form.ContainsKey(OnlyShow);

    /// <returns>Nothing when there is nothing to keep, or too much.</returns>
    public static async Task<KeptForm?> FromAsync(HttpContext context)
    {
        if (!IsSent(context) || await ReadAsync(context) is not { } form) return null;
        var token = context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;
        var original = context.Features.Get<IStatusCodeReExecuteFeature>();
        var action = (original?.Endpoint ?? context.GetEndpoint())?.Metadata.GetMetadata<ControllerActionDescriptor>();
        var passwords = Passwords(action).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<KeptField> fields = [.. form.Where(f => f.Key != token && f.Key != OnlyShow && !passwords.Contains(f.Key) && !Array.Exists(s_secret, s => f.Key.Contains(s, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(f => f.Value.Select(v => new KeptField(f.Key, v ?? "")))];
        if (!fields.Exists(f => f.Value.Length > 0) || fields.Sum(f => f.Name.Length + f.Value.Length) > LargestSize) return null;
        var address = original is null ? context.Request.PathBase + context.Request.Path + context.Request.QueryString : original.OriginalPathBase + original.OriginalPath + original.OriginalQueryString;
        var again = action?.MethodInfo.GetCustomAttribute<ZeigtWiederAttribute>() is not null;
        return new(address, form[token].ToString(), again, form.Files.Count > 0, fields);
    }

    /// <summary>Whether somebody was signed in when the form was opened.</summary>
    public bool HasAuthor(HttpContext context) => AuthorOf(Token, context) is { } author && author.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>Whether whoever is signed in now is who opened the form; nobody counts as a person too.</summary>
    public bool IsBySamePerson(HttpContext context) =>
        AuthorOf(Token, context) is { } author && AuthorOf(context.RequestServices.GetRequiredService<IAntiforgery>().GetTokens(context).RequestToken!, context) is { } now && author.AsSpan().SequenceEqual(now);

    /// <summary>To whom a token was given: what follows its version and sixteen random bytes; only zeros for nobody.</summary>
    private static byte[]? AuthorOf(string token, HttpContext context)
    {
        try
        {
            return context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Microsoft.AspNetCore.Antiforgery.AntiforgeryToken.v1").Unprotect(WebEncoders.Base64UrlDecode(token))[17..];
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Sealed for the way through the sign-in pages.</summary>
    public string Seal(HttpContext context) => Sealer(context).Protect(JsonSerializer.Serialize(this, s_json), s_lifetime);

    /// <returns>Nothing when it was not sealed here, or too long ago.</returns>
    public static KeptForm? Open(HttpContext context, string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<KeptForm>(Sealer(context).Unprotect(text), s_json);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Passwords(ControllerActionDescriptor? action) =>
        from parameter in action?.MethodInfo.GetParameters() ?? []
        from property in parameter.ParameterType.GetProperties()
        where property.GetCustomAttribute<DataTypeAttribute>() is { DataType: DataType.Password }
        select property.Name;

    private static ITimeLimitedDataProtector Sealer(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Portal.KeptForm").ToTimeLimitedDataProtector();

    private static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or BadHttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
