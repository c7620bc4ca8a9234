using Portal.Konferenzen;

namespace Portal.Tests.Konferenzen;

/// <summary>Bänke für Prüfungen, in denen es auf ihre Größe und ihren Anteil nicht ankommt.</summary>
internal static class Baenke
{
    /// <param name="schluessel">Zugleich ihr Name, mit großem Anfang.</param>
    public static Bank Bank(string schluessel) => new(schluessel, char.ToUpperInvariant(schluessel[0]) + schluessel[1..], 3, 50, false);
}
