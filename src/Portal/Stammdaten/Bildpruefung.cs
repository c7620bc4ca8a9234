namespace Portal.Stammdaten;

/// <summary>Erkennt ein Bild an seinem Inhalt, nie am Namen der Datei. SVG gehört nicht dazu: darin kann ein Programm stecken.</summary>
public static class Bildpruefung
{
    /// <returns>„image/png“, „image/jpeg“ oder „image/webp“; nichts, wenn es etwas anderes ist.</returns>
    public static string? Typ(ReadOnlySpan<byte> inhalt) =>
        inhalt.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : inhalt.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : inhalt.Length > 12 && inhalt.StartsWith("RIFF"u8) && inhalt[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;
}
