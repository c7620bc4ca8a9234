using System.Text;

namespace Portal.Platform.Web;

/// <summary>Reads an uploaded text file in the encodings that office programs write: UTF-8, UTF-16 with a mark, otherwise Windows-1252.</summary>
public static class TextFile
{
    private static readonly UTF8Encoding s_strictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <returns>The text without its byte order mark.</returns>
    public static string Decode(byte[] content)
    {
        if (content.AsSpan().StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        if (content.AsSpan().StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2);
        try
        {
            return s_strictUtf8.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }
}
