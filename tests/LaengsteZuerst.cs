using Xunit.Abstractions;

namespace Portal.Tests;

/// <summary>
/// Was am längsten dauert, beginnt zuerst: Sonst ist am Ende ein Kern noch damit beschäftigt, und die anderen warten auf ihn. Gilt für beide Prüfprojekte.
/// </summary>
public sealed class LaengsteZuerst : ITestCollectionOrderer
{
    // Nach der Dauer; alle anderen folgen in ihrer Ordnung.
    private static readonly string[] s_lange = ["Besichtigung", "Reisen", ".TatenTests", ".EingabeTests", ".StromausfallTests", ".AnJedemTagTests"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(c =>
        Array.FindIndex(s_lange, l => c.DisplayName.EndsWith(l, StringComparison.Ordinal)) is >= 0 and var stelle ? stelle : s_lange.Length);
}
