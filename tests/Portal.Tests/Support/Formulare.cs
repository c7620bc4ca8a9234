using AngleSharp.Html.Dom;

namespace Portal.Tests.Support;

/// <summary>Ein Formular des Portals, wie es jemand vor sich hat.</summary>
/// <param name="Textfelder">Namen der Felder, in die man schreibt.</param>
public sealed record Formularfund(string Wer, string Seite, string Ziel, IReadOnlyList<string> Textfelder)
{
    /// <summary>Gleich bei zwei Formularen, die sich nur in Kennungen unterscheiden.</summary>
    public string Art { get; } = ArtVon(Ziel) + string.Join(',', Textfelder.Select(ArtVon));

    private static string ArtVon(string adresse) =>
        string.Join('/', adresse.Split('?')[0].Split('/').Select((teil, i) => i == 2 || teil.Any(char.IsDigit) || (teil.Length == 10 && !teil.Contains('-', StringComparison.Ordinal)) ? "*" : teil));

    public override string ToString() => $"{Ziel} (auf {Seite} als {(Wer.Length == 0 ? "Öffentlichkeit" : Wer)})";
}

/// <summary>Findet jedes Formular, das über einen Rundgang zu erreichen ist; jede Art nur einmal.</summary>
public static class Formulare
{
    public static IEnumerable<Formularfund> Finden(string wer, IEnumerable<Seite> seiten) => AlleFinden(wer, seiten).DistinctBy(f => f.Art);

    private static IEnumerable<Formularfund> AlleFinden(string wer, IEnumerable<Seite> seiten)
    {
        foreach (var seite in seiten)
            foreach (var form in seite.Alle("main form").OfType<IHtmlFormElement>().Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)))
            {
                var felder = form.Elements.Where(e => e is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "email" or "search" or "tel" or "url" or "date" or "number" or "password" or "hidden" })
                    .Select(e => e.GetAttribute("name")).OfType<string>().Where(n => n.Length > 0 && !n.StartsWith("__", StringComparison.Ordinal)).Distinct().ToList();
                yield return new(wer, seite.Adresse, form.GetAttribute("action") is { Length: > 0 } ziel ? ziel : seite.Adresse, felder);
            }
    }
}
