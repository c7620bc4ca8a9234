using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Tests.Zugang;

/// <summary>Ein Passkey, wie ein Gerät ihn hält: löst die Aufgaben des Portals mit einem eigenen Schlüssel (WebAuthn, ES256, Bescheinigung „none“).</summary>
internal sealed class Testpasskey : IDisposable
{
    private const string Ursprung = "http://localhost";
    private readonly ECDsa _schluessel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _kennung = RandomNumberGenerator.GetBytes(32);
    private string _halter = "";
    private int _zaehler;

    public void Dispose() => _schluessel.Dispose();

    public string Einrichten(string aufgabe, string ursprung = Ursprung)
    {
        using var dokument = JsonDocument.Parse(aufgabe);
        var wurzel = dokument.RootElement;
        _halter = wurzel.GetProperty("user").GetProperty("id").GetString()!;
        var angaben = Angaben("webauthn.create", wurzel.GetProperty("challenge").GetString()!, ursprung);
        var punkt = _schluessel.ExportParameters(false).Q;
        byte[] oeffentlich = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. punkt.X!, 0x22, 0x58, 0x20, .. punkt.Y!];
        byte[] daten = [.. Kopf(0x45), .. new byte[16], 0, (byte)_kennung.Length, .. _kennung, .. oeffentlich];
        byte[] bescheinigung = [0xA3, .. Wort("fmt"), .. Wort("none"), .. Wort("attStmt"), 0xA0, .. Wort("authData"), 0x58, (byte)daten.Length, .. daten];
        return Nachweis(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(angaben),
            ["attestationObject"] = Base64Url.EncodeToString(bescheinigung),
            ["transports"] = new JsonArray("internal"),
        });
    }

    public string Anmelden(string aufgabe, string ursprung = Ursprung, byte merkmale = 0x05)
    {
        using var dokument = JsonDocument.Parse(aufgabe);
        var angaben = Angaben("webauthn.get", dokument.RootElement.GetProperty("challenge").GetString()!, ursprung);
        var daten = Kopf(merkmale);
        var unterschrift = _schluessel.SignData([.. daten, .. SHA256.HashData(angaben)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Nachweis(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(angaben),
            ["authenticatorData"] = Base64Url.EncodeToString(daten),
            ["signature"] = Base64Url.EncodeToString(unterschrift),
            ["userHandle"] = _halter,
        });
    }

    private byte[] Kopf(byte merkmale) => [.. SHA256.HashData("localhost"u8), merkmale, 0, 0, 0, (byte)++_zaehler];

    private static byte[] Angaben(string art, string aufgabe, string ursprung) =>
        Encoding.UTF8.GetBytes($$"""{"type":"{{art}}","challenge":"{{aufgabe}}","origin":"{{ursprung}}","crossOrigin":false}""");

    private static byte[] Wort(string wort) => [(byte)(0x60 + wort.Length), .. Encoding.ASCII.GetBytes(wort)];

    private string Nachweis(JsonObject antwort) => new JsonObject
    {
        ["id"] = Base64Url.EncodeToString(_kennung),
        ["rawId"] = Base64Url.EncodeToString(_kennung),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = antwort,
    }.ToJsonString();
}
