using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Sieht mit axe nach, ob alle eine Seite benutzen können (WCAG 2.2 A und AA, dazu die guten Sitten von axe).</summary>
public static class Zugaenglichkeit
{
    private static readonly AxeRunOptions s_alles = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };
    private static readonly AxeRunOptions s_farben = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    /// <summary>Die Mängel der Seite, wie sie gerade dasteht.</summary>
    public static async Task<IReadOnlyList<string>> MaengelAsync(IPage seite, bool nurFarben = false)
    {
        var ergebnis = await seite.RunAxe(nurFarben ? s_farben : s_alles);
        return [.. ergebnis.Violations.SelectMany(v => v.Nodes.Select(n => $"{new Uri(seite.Url).PathAndQuery}: {v.Id} ({v.Help}) – {n.Html[..Math.Min(160, n.Html.Length)]}"))];
    }

    /// <summary>Hell und dunkel, breit und schmal; und nichts ragt seitlich hinaus.</summary>
    public static async Task<IReadOnlyList<string>> InJederGestaltAsync(IPage seite)
    {
        var maengel = new List<string>();
        foreach (var breite in (int[])[1280, 390])
        {
            await seite.SetViewportSizeAsync(breite, 900);
            await seite.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            maengel.AddRange((await MaengelAsync(seite)).Select(m => $"{breite} hell {m}"));
            await seite.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            maengel.AddRange((await MaengelAsync(seite, nurFarben: true)).Select(m => $"{breite} dunkel {m}"));
            await seite.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            var ueberstand = await seite.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (ueberstand > 1) maengel.Add($"{breite} {new Uri(seite.Url).PathAndQuery}: ragt {ueberstand} Pixel hinaus");
        }
        return maengel;
    }

    public static async Task PruefenAsync(IPage seite)
    {
        var maengel = await MaengelAsync(seite);
        Assert.True(maengel.Count == 0, string.Join("\n", maengel));
    }
}
