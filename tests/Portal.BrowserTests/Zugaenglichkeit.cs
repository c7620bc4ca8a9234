using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Sieht mit axe nach, ob alle eine Seite benutzen können (WCAG 2.2 A und AA, dazu die guten Sitten von axe).</summary>
public static class Zugaenglichkeit
{
    // axe läuft unmittelbar in der Seite: Der Umweg über ein zweites Fenster kostete ein Vielfaches der Prüfung. Jede Seite bringt es als Funktion mit, die
    // erst läuft, wenn axe gebraucht wird: So übersetzt Chromium sie einmal je Fenster; mit jeder Prüfung neu geschickt kostete das halb so viel wie axe selbst.
    private static readonly string s_axe = "if (window === top) window.axeLaden = function () {" + new BundledAxeScriptProvider().GetScript() + "\n};";

    private const string AllesWasGilt = "runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
    private const string NurFarben = "runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

    // Je Element: Art, Klassen, Rolle, Zustand, und ob es einen Namen haben kann. Gleiche nebeneinander, mit allem darin, zählen einmal: Eine Liste mit fünf
    // Einträgen derselben Art ist gebaut wie eine mit dreien.
    private const string Bauplan = """
        () => {
          const states = ['class', 'role', 'type', 'lang', 'for', 'aria-labelledby', 'aria-describedby', 'aria-invalid', 'aria-expanded', 'aria-current', 'aria-hidden', 'hidden', 'disabled', 'open', 'tabindex'];
          const key = (v) => v && v.replace(/[0-9a-f]{6,}|\d+/g, '#');
          const plan = (e) => [e.localName, ...states.map((s) => key(e.getAttribute(s)) ?? ''), e.hasAttribute('href'), e.hasAttribute('alt'), e.hasAttribute('aria-label'), e.childElementCount > 0 || e.textContent.trim() !== ''].join(',');
          const tree = (e) => {
            let [children, last] = ['', ''];
            for (const child of e.children) {
              const built = tree(child);
              if (built !== last) children += built;
              last = built;
            }
            return `${plan(e)}(${children})`;
          };
          return innerWidth + location.pathname.split('/')[1] + plan(document.documentElement) + tree(document.body);
        }
        """;

    /// <summary>So viele Pixel hat, wer 1280 auf das Vierfache vergrößert (WCAG 1.4.10): Da geht es um die Breite.</summary>
    public const int Schmalste = 320;

    private static readonly (int Breite, ColorScheme Farben, string Regeln)[] s_gestalten =
        [(1280, ColorScheme.Dark, NurFarben), (1280, ColorScheme.Light, AllesWasGilt), (390, ColorScheme.Dark, AllesWasGilt), (390, ColorScheme.Light, NurFarben)];

    /// <summary>Jede Seite dieses Fensters kann axe laden.</summary>
    public static Task MitbringenAsync(IBrowserContext fenster) => fenster.AddInitScriptAsync(s_axe);

    /// <summary>Die Mängel der Seite, wie sie gerade dasteht.</summary>
    public static Task<IReadOnlyList<string>> MaengelAsync(IPage seite) => NachsehenAsync(seite, AllesWasGilt);

    /// <summary>Breit und hell, schmal und dunkel, dazu die Farben breit und dunkel, schmal und hell; und nichts ragt seitlich hinaus, auch nicht am schmalsten.</summary>
    public static async Task<IReadOnlyList<string>> InJederGestaltAsync(IPage seite)
    {
        var maengel = new List<string>();
        foreach (var (breite, farben, regeln) in s_gestalten)
        {
            await seite.EmulateMediaAsync(new() { ColorScheme = farben });
            maengel.AddRange(await UeberstandAsync(seite, breite));
            maengel.AddRange((await NachsehenAsync(seite, regeln)).Select(m => $"{breite} {farben} {m}"));
        }
        await seite.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        maengel.AddRange(await UeberstandAsync(seite, Schmalste));
        return maengel;
    }

    /// <summary>In der Gestalt, in der die meisten sie sehen.</summary>
    public static async Task<IReadOnlyList<string>> BreitUndHellAsync(IPage seite) => [.. await UeberstandAsync(seite, 1280), .. await MaengelAsync(seite)];

    /// <summary>Macht das Fenster so breit. Was dann seitlich hinausragt, ist ein Mangel.</summary>
    public static async Task<IReadOnlyList<string>> UeberstandAsync(IPage seite, int breite)
    {
        if (seite.ViewportSize?.Width != breite) await seite.SetViewportSizeAsync(breite, 900);
        await seite.WaitForFunctionAsync("() => document.readyState === 'complete'");
        var ueberstand = await seite.EvaluateAsync<int>("() => document.fonts.ready.then(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)").WaitAsync(Vorfuehrung.Geduld);
        return ueberstand > 1 ? [$"{breite} {new Uri(seite.Url).PathAndQuery}: ragt {ueberstand} Pixel hinaus"] : [];
    }

    // Was die Reisen schon gesehen haben.
    private static readonly ConcurrentDictionary<string, bool> s_gesehen = new(StringComparer.Ordinal);

    /// <summary>
    /// Die Seite, wie sie gerade dasteht. Gleicht sie Element für Element einer schon angesehenen – bis auf den Wortlaut und was keinen Unterschied für axe
    /// macht –, wird sie nicht noch einmal angesehen: Die Reisen kommen auf dieselben Seiten.
    /// </summary>
    public static async Task PruefenAsync(IPage seite)
    {
        if (!s_gesehen.TryAdd(await seite.EvaluateAsync<string>(Bauplan), true)) return;
        var maengel = await MaengelAsync(seite);
        Assert.True(maengel.Count == 0, string.Join("\n", maengel));
    }

    // Am Ende der Seite, wo die feste Speicherleiste an ihrem Platz steht: Was sie unterwegs halb verdeckt, hielte axe für zu klein.
    private static async Task<IReadOnlyList<string>> NachsehenAsync(IPage seite, string regeln)
    {
        var funde = await seite.EvaluateAsync<Fund[]>($$"""
            async () => {
              if (!('axe' in window)) axeLaden();
              const [x, y] = [scrollX, scrollY];
              scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
              const { violations } = await axe.run(document, { {{regeln}}, resultTypes: ['violations'] });
              scrollTo({ left: x, top: y, behavior: 'instant' });
              return violations.flatMap((v) => v.nodes.map((n) => ({ regel: v.id, satz: v.help, stelle: n.html.slice(0, 160) })));
            }
            """);
        var adresse = new Uri(seite.Url).PathAndQuery;
        return [.. funde.Select(f => $"{adresse}: {f.Regel} ({f.Satz}) – {f.Stelle}")];
    }

    private sealed record Fund
    {
        public string Regel { get; init; } = "";
        public string Satz { get; init; } = "";
        public string Stelle { get; init; } = "";
    }
}
