using System.Text.RegularExpressions;

namespace Portal.Buendelungen.Ueberschneidung;

/// <summary>
/// Die Wörter aller verglichenen Vorschläge. Zusammengesetzte Wörter werden geteilt, wenn ihre Teile in diesen Vorschlägen selbst vorkommen und
/// im Mittel häufiger sind als das Ganze: „Wohnungsbörse“ hat dann mit „Wohnung“ zu tun. Das Maß ist das geometrische Mittel der Häufigkeiten
/// nach Philipp Koehn und Kevin Knight, Empirical Methods for Compound Splitting (EACL 2003).
/// </summary>
public sealed partial class Wortschatz
{
    private const int KuerzesterTeil = 4;
    private const int KuerzestesZusammengesetztes = 9;
    private static readonly string[] s_fugen = ["", "s", "es", "n", "en", "er", "e"];

    // Wörter, die in jedem Text stehen und nichts über sein Thema sagen.
    private static readonly HashSet<string> s_fuellwoerter = [.. """
        aber alle allem allen aller alles also andere anderen anderer auch auf aus bei beim bereits bis bisher dabei dadurch dafür damit danach daran darauf daraus darin darüber
        dass dazu dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort durch eher ein eine einem einen einer eines einige erst etwa etwas
        für gegen gibt haben hat hatte hier hinter ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres immer ist jede jedem jeden jeder jedes jetzt jährlich kann kein keine keinem keinen
        keiner können könnte künftig mehr mehrere mit mindestens muss müssen nach neben nicht nichts noch nur oder ohne rund schon sehr sein seine seinem seinen seiner seit sich sie
        sind sobald sodass soll sollen sollte sowie über und uns unter viele vielen vom von vor war waren wegen weil weitere weiteren welche wenn wer werden wie wieder will wir wird
        wo wurde wurden zum zur zusätzlich zwei zwischen drei vier fünf sechs jahr jahre jahren euro prozent stadt gemeinde menschen person personen vorschlag
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private readonly Dictionary<string, int> _haeufigkeit = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _staemme = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _teile = new(StringComparer.Ordinal);

    public Wortschatz(IEnumerable<string> texte)
    {
        foreach (var wort in texte.SelectMany(Woerter).Select(w => w.ToLowerInvariant())) _haeufigkeit[wort] = _haeufigkeit.GetValueOrDefault(wort) + 1;
    }

    /// <summary>Was der Text sagt: je Wort und Wortteil sein Stamm, mit dem Wort, wie es dasteht.</summary>
    public IEnumerable<(string Stamm, string Wort)> Begriffe(string text) => Woerter(text).SelectMany(wort => Staemme(wort.ToLowerInvariant()).Select(stamm => (stamm, wort)));

    private IReadOnlyList<string> Staemme(string wort)
    {
        if (_staemme.TryGetValue(wort, out var bekannte)) return bekannte;
        var teile = Teile(wort);
        return _staemme[wort] = teile.Count == 1 ? [Wortstamm.Von(wort)] : [Wortstamm.Von(wort), .. teile.Select(Wortstamm.Von)];
    }

    /// <summary>Woraus das Wort zusammengesetzt ist; nur es selbst, wenn es sich nicht teilen lässt.</summary>
    /// <param name="wort">In kleinen Buchstaben.</param>
    public IReadOnlyList<string> Teile(string wort)
    {
        if (_teile.TryGetValue(wort, out var bekannt)) return bekannt;
        (string Kopf, string Ende)? beste = null;
        double wert = _haeufigkeit.GetValueOrDefault(wort);
        for (var stelle = KuerzesterTeil; wort.Length >= KuerzestesZusammengesetztes && stelle <= wort.Length - KuerzesterTeil; stelle++)
        {
            var ende = wort[stelle..];
            if (Haeufigkeit(ende) is not (> 0 and var haeufigEnde)) continue;
            foreach (var fuge in s_fugen)
            {
                if (!wort.AsSpan(0, stelle).EndsWith(fuge, StringComparison.Ordinal) || stelle - fuge.Length < KuerzesterTeil) continue;
                var kopf = wort[..(stelle - fuge.Length)];
                var mittel = Math.Sqrt((double)Haeufigkeit(kopf) * haeufigEnde);
                if (mittel > wert) (beste, wert) = ((kopf, ende), mittel);
            }
        }
        return _teile[wort] = beste is { } b ? [.. Teile(b.Kopf), .. Teile(b.Ende)] : [wort];
    }

    // Ein Teil kommt auch vor, wenn er gebeugt dasteht: „Wohnung“ steckt in „Wohnungen“.
    private int Haeufigkeit(string teil) =>
        _haeufigkeit.GetValueOrDefault(teil) + _haeufigkeit.GetValueOrDefault(teil + "n") + _haeufigkeit.GetValueOrDefault(teil + "en") + _haeufigkeit.GetValueOrDefault(teil + "e") + _haeufigkeit.GetValueOrDefault(teil + "er");

    private static IEnumerable<string> Woerter(string text) =>
        Wort().Matches(text).Select(m => m.Value).Where(w => !s_fuellwoerter.Contains(w.ToLowerInvariant()));

    [GeneratedRegex(@"\p{L}{4,}", RegexOptions.None, 1000)]
    private static partial Regex Wort();
}
