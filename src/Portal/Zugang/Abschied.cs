using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Portal.Platform.Data;
using Portal.Platform.Mail;

namespace Portal.Zugang;

/// <summary>
/// Was ein Thema tut, wenn eine Person das Portal verlässt: beenden, was sie innehat, und ihren Namen aus dem nehmen, was sie betrifft. Speichert
/// nicht. Eingetragen in <see cref="Platform.Web.PortalApp"/>; so weiß dieses Thema von keinem späteren.
/// </summary>
public delegate Task Abschiedsschritt(PortalDb db, Abschied abschied);

/// <summary>
/// Ein Mensch verlässt das Portal. Ersetzt wird sein Name nur dort, wo feststeht, dass er gemeint ist (die Zeile trägt seine Nummer): Wer genauso
/// heißt, behält seinen Namen.
/// </summary>
/// <param name="Person">Heißt schon „ehemaliges Mitglied“.</param>
/// <param name="Namen">Wie sie hieß, auch früher.</param>
/// <param name="Adressen">Ihre E-Mail-Adressen, auch frühere.</param>
public sealed record Abschied(Person Person, IReadOnlyList<string> Namen, IReadOnlyList<string> Adressen, DateTime Jetzt, MailWriter Briefe)
{
    private const string OhneAdresse = "(Adresse gelöscht)";

    private readonly IReadOnlyList<(Regex Was, string Durch)> _ersetzungen =
    [
        .. Varianten(Adressen).Select(a => (Suche(Regex.Escape(a)), OhneAdresse)),
        .. Varianten(Namen).Select(n => (Suche(Regex.Escape(n)), "ehemaliges Mitglied")),
        .. Varianten(Namen.SelectMany(n => (string[])[n.Split(' ')[^1], n[(n.IndexOf(' ', StringComparison.Ordinal) + 1)..]])).Select(n => (Suche(@"\b(?:Frau|Herrn?) " + Regex.Escape(n) + @"(?!\w)"), "ehemaliges Mitglied")),
    ];

    public int PersonId => Person.Id;

    /// <summary>Derselbe Abschied, auch unter diesem Namen, z. B. dem auf einer Anfrage, die anders geschrieben ist.</summary>
    public Abschied AuchAls(string name) => Namen.Contains(name) ? this : new(Person, [.. Namen, name], Adressen, Jetzt, Briefe);

    /// <summary>Die Adressen in der Form, in der sie verglichen werden.</summary>
    public IReadOnlyList<string> AdressenNormal { get; } = [.. Adressen.Select(Person.Normal)];

    /// <summary>Der Text ohne Namen und Adressen der Person; „Frau …“ und „Herr …“ gelten auch ohne Vornamen.</summary>
    public string Ohne(string text) => text.Length == 0 ? text : _ersetzungen.Aggregate(text, (rest, e) => e.Was.Replace(rest, e.Durch));

    /// <summary>Der längere Name geht vor; in HTML stehen seltene Zeichen umschrieben.</summary>
    private static IEnumerable<string> Varianten(IEnumerable<string> worte) =>
        worte.SelectMany(w => (string[])[w, HtmlEncoder.Default.Encode(w)]).Where(w => w.Length > 0).Distinct().OrderByDescending(w => w.Length);

    private static Regex Suche(string muster) => new(muster, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
