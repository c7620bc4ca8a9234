using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Portal.Platform.Data;

namespace Portal.Zugang;

/// <summary>
/// Die Codes aus der App (TOTP nach RFC 6238: SHA-1, 30 Sekunden, sechs Ziffern). Jeder gilt einmal, und nach ihm keiner mehr, den die App vorher gezeigt hat:
/// Wer jemandem beim Tippen zusieht, kommt mit dem Code nicht hinein.
/// </summary>
internal sealed class Einmalcodes(PortalDb db, TimeProvider uhr) : IUserTwoFactorTokenProvider<Konto>
{
    public const string Abgelehnt =
        "Dieser Code stimmt nicht oder wurde schon benutzt. Jeder gilt nur einmal; warten Sie auf den nächsten, die App zeigt alle 30 Sekunden einen neuen. Die Uhr Ihres Geräts muss richtig gehen.";

    private const int Sekunden = 30;

    /// <summary>So viele Codes früher oder später gelten auch, weil Uhren ungleich gehen und Tippen dauert.</summary>
    private const int Spielraum = 2;

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Konto> manager, Konto user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } schluessel) return false;
        var (geheimnis, eingegeben) = (Base32.Bytes(schluessel), Encoding.UTF8.GetBytes(token));
        var jetzt = uhr.GetUtcNow().ToUnixTimeSeconds() / Sekunden;
        for (var takt = jetzt - Spielraum; takt <= jetzt + Spielraum; takt++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(geheimnis, takt)), eingegeben)) return await db.UseCodeAsync(user.Id, takt);
        return false;
    }

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Konto> manager, Konto user) => !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>Den Code erzeugt die App.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Konto> manager, Konto user) => Task.FromResult("");

    private static string Code(byte[] geheimnis, long takt)
    {
        Span<byte> zeit = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(zeit, takt);
#pragma warning disable CA5350 // RFC 6238 schreibt SHA-1 vor.
        var abdruck = HMACSHA1.HashData(geheimnis, zeit);
#pragma warning restore CA5350
        var zahl = BinaryPrimitives.ReadInt32BigEndian(abdruck.AsSpan(abdruck[^1] & 15)) & int.MaxValue;
        return (zahl % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

/// <summary>RFC 4648, ohne Füllzeichen: so wollen die Apps den Schlüssel.</summary>
internal static class Base32
{
    private const string Zeichen = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        int rest = 0, stand = 0;
        foreach (var b in bytes)
        {
            rest = (rest << 8) | b;
            for (stand += 8; stand >= 5; stand -= 5) text.Append(Zeichen[(rest >> (stand - 5)) & 31]);
            rest &= (1 << stand) - 1;
        }
        if (stand > 0) text.Append(Zeichen[(rest << (5 - stand)) & 31]);
        return text.ToString();
    }

    /// <param name="text">Aus <see cref="Text"/>.</param>
    public static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        int rest = 0, stand = 0, stelle = 0;
        foreach (var zeichen in text)
        {
            rest = (rest << 5) | Zeichen.IndexOf(zeichen, StringComparison.Ordinal);
            stand += 5;
            if (stand < 8) continue;
            bytes[stelle++] = (byte)(rest >> (stand -= 8));
            rest &= (1 << stand) - 1;
        }
        return bytes;
    }
}
