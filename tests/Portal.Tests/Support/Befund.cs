namespace Portal.Tests.Support;

/// <summary>Prüft, dass nichts zu bemängeln ist, und nennt sonst alles.</summary>
public static class Befund
{
    public static void Leer<T>(IEnumerable<T> maengel)
    {
        var liste = maengel.Select(m => m?.ToString() ?? "").Distinct(StringComparer.Ordinal).ToList();
        Assert.True(liste.Count == 0, $"{liste.Count} Mängel:\n{string.Join("\n", liste.Take(80))}");
    }
}
