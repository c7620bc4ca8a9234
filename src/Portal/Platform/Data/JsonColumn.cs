using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Platform.Data;

/// <summary>A value kept as JSON in one column: replaced as a whole, never changed in part.</summary>
public static class JsonColumn
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() }, IgnoreReadOnlyProperties = true };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> column) =>
        column.HasConversion(value => Write(value), text => Read<T>(text), new ValueComparer<T>((x, y) => AreEqual(x, y), value => Hash(value), value => value));

    // Public, because the compiled model of a published portal calls them by name.
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, s_options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, s_options)!;

    /// <summary>Mostly it is the same value: then nobody needs to write it twice to see that.</summary>
    public static bool AreEqual<T>(T? x, T? y) => ReferenceEquals(x, y) || Write(x) == Write(y);

    public static int Hash<T>(T value) => Write(value).GetHashCode(StringComparison.Ordinal);
}
