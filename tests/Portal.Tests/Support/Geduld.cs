using System.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>Wartet auf das, was von selbst geschieht, so lange ein beschäftigter Rechner dafür brauchen mag; die Grenze ist für das, was nie geschieht.</summary>
public static class Geduld
{
    public const int Sekunden = 300;

    public static readonly TimeSpan Grenze = TimeSpan.FromSeconds(Sekunden);

    /// <param name="sonst">Was der Fehler sagt, wenn es bis zur Grenze nicht geschah.</param>
    public static async Task BisAsync(Func<Task<bool>> geschehen, Func<string> sonst)
    {
        for (var uhr = Stopwatch.StartNew(); !await geschehen(); await Task.Delay(20)) Assert.True(uhr.Elapsed < Grenze, sonst());
    }

    /// <inheritdoc cref="BisAsync(Func{Task{bool}}, Func{string})"/>
    public static Task BisAsync(Func<bool> geschehen, string sonst) => BisAsync(() => Task.FromResult(geschehen()), () => sonst);

    /// <inheritdoc cref="BisAsync(Func{Task{bool}}, Func{string})"/>
    public static Task BisAsync(Func<Task<bool>> geschehen, string sonst) => BisAsync(geschehen, () => sonst);
}
