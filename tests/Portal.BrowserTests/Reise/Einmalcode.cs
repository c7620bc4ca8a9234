using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Portal.BrowserTests.Reise;

/// <summary>Die App für Einmalcodes (TOTP nach RFC 6238: SHA-1, 30 Sekunden, sechs Ziffern).</summary>
public static class Einmalcode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="schluessel">Wie er auf der Seite steht, in Vierergruppen.</param>
    /// <param name="naechster">Der Code danach; den bisherigen nimmt das Portal kein zweites Mal.</param>
    public static string Jetzt(string schluessel, bool naechster = false)
    {
        var takt = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(takt, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + (naechster ? 1 : 0));
#pragma warning disable CA5350 // RFC 6238 schreibt SHA-1 vor.
        var pruefsumme = HMACSHA1.HashData(Bytes(schluessel), takt);
#pragma warning restore CA5350
        var zahl = BinaryPrimitives.ReadInt32BigEndian(pruefsumme.AsSpan(pruefsumme[^1] & 15, 4)) & int.MaxValue;
        return (zahl % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string schluessel)
    {
        var bits = string.Concat(schluessel.Where(z => !char.IsWhiteSpace(z)).Select(z => Convert.ToString(Base32.IndexOf(char.ToUpperInvariant(z)), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => Convert.ToByte(new string(c), 2))];
    }
}
