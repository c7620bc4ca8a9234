using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Portal.Musterstadt;

namespace Portal.Tests.Support;

/// <summary>Was auf eine Anfrage kam.</summary>
/// <param name="Adresse">Pfad und Suchteil der Seite, nach allen Umleitungen.</param>
public sealed record Seite(HttpStatusCode Status, string Adresse, string Quelltext, HttpResponseMessage Antwort)
{
    private static readonly HtmlParser s_leser = new();
    private IHtmlDocument? _dokument;

    /// <summary>Erst gelesen, wenn jemand danach fragt: Viele Prüfungen sehen nur auf die Antwort.</summary>
    public IHtmlDocument Dokument => _dokument ??= s_leser.ParseDocument(Quelltext);

    /// <summary>Der lesbare Text, Leerraum zusammengefasst.</summary>
    public string Text => string.Join(' ', (Dokument.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Titel => Dokument.Title ?? "";
    public string Ueberschrift => Dokument.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public IElement Finde(string selektor) =>
        Dokument.QuerySelector(selektor) ?? throw new InvalidOperationException($"Auf {Adresse} ({(int)Status}) gibt es kein „{selektor}“. Dort steht: {Text}");

    public IReadOnlyList<IElement> Alle(string selektor) => [.. Dokument.QuerySelectorAll(selektor)];

    /// <summary>Die Sätze der Fehlerliste und an den Feldern.</summary>
    public string Meldungen => string.Join(" | ", Alle("[role=alert], .p-fehlerliste, .kern-error, .kern-alert, [role=status]").Select(e => e.TextContent.Trim()).Distinct());
}

/// <summary>Ein Browser ohne Bildschirm: Kekse, Formulare mit ihrem Schutz, Umleitungen.</summary>
public sealed class PortalClient : IDisposable
{
    private readonly PortalFactory _portal;
    private readonly HttpClient _http;
    private readonly CookieContainer _kekse = new();

    public PortalClient(PortalFactory portal, HttpMessageHandler weg)
    {
        _portal = portal;
        _http = new HttpClient(weg) { BaseAddress = new Uri("http://localhost"), Timeout = Timeout.InfiniteTimeSpan };
    }

    internal ClaimsPrincipal? Wer { get; set; }

    public PortalFactory Portal => _portal;

    public void Dispose() => _http.Dispose();

    public void Keks(string name, string wert) => _kekse.Add(new Cookie(name, wert, "/", "localhost"));

    /// <summary>Die Namen aller Kekse, die das Portal je gesetzt hat, auch wenn sie nicht mehr gelten.</summary>
    public ISet<string> GesetzteKekse { get; } = new SortedSet<string>(StringComparer.Ordinal);

    public bool HatKeks(string name) => _kekse.GetAllCookies().Any(k => k.Name == name && k.Value.Length > 0);

    /// <summary>Holt eine Seite.</summary>
    /// <param name="folgen">Ob Umleitungen gefolgt wird.</param>
    public Task<Seite> Seite(string adresse, bool folgen = true) => SendenAsync(new HttpRequestMessage(HttpMethod.Get, adresse), folgen);

    /// <summary>
    /// Holt die Seite, füllt ihr Formular und sendet es ab wie ein Browser: mit allen Feldern, die darin schon stehen.
    /// </summary>
    /// <param name="formular">Selektor; ohne ihn das erste Formular, das alle genannten Felder hat und etwas tut.</param>
    /// <param name="knopf">Name und Wert des Knopfs, wenn das Formular mehrere hat.</param>
    public async Task<Seite> Abschicken(string adresse, IReadOnlyDictionary<string, string>? felder = null, string? formular = null, bool folgen = true, (string Name, string Wert)? knopf = null) =>
        await Abschicken(await Seite(adresse), felder, formular, folgen, knopf);

    /// <inheritdoc cref="Abschicken(string, IReadOnlyDictionary{string, string}?, string?, bool, ValueTuple{string, string}?)"/>
    public Task<Seite> Abschicken(Seite seite, IReadOnlyDictionary<string, string>? felder = null, string? formular = null, bool folgen = true, (string Name, string Wert)? knopf = null)
    {
        var form = Formular(seite, felder, formular);
        var werte = Werte(form);
        foreach (var (name, wert) in felder ?? new Dictionary<string, string>())
        {
            werte.RemoveAll(w => w.Key == name);
            werte.Add(new(name, wert));
        }
        if (knopf is { } k) werte.Add(new(k.Name, k.Wert));
        var ziel = form.GetAttribute("action") is { Length: > 0 } a ? a : seite.Adresse;
        return SendenAsync(new HttpRequestMessage(HttpMethod.Post, ziel) { Content = Inhalt(form, werte) }, folgen);
    }

    /// <summary>Sendet eine Tat ohne Formular, aber mit gültigem Formularschutz: so, wie es jemand versucht, der die Adresse kennt.</summary>
    public Task<Seite> Senden(string adresse, IReadOnlyDictionary<string, string>? felder = null, bool folgen = false, string? accept = null, string methode = "POST")
    {
        var (keksname, keks, feldname, feld) = _portal.Formularschutz(Wer);
        Keks(keksname, keks);
        var anfrage = new HttpRequestMessage(new HttpMethod(methode), adresse) { Content = new FormUrlEncodedContent([new(feldname, feld), .. felder ?? new Dictionary<string, string>()]) };
        if (accept is not null) anfrage.Headers.Accept.ParseAdd(accept);
        return SendenAsync(anfrage, folgen);
    }

    /// <summary>Wie <see cref="Senden"/>, aber als JSON, so wie es ein Skript der Seite schickt.</summary>
    public Task<Seite> SendenJson(string adresse, string json, string methode)
    {
        var anfrage = new HttpRequestMessage(new HttpMethod(methode), adresse) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        anfrage.Headers.Add("X-Formular", Schutz());
        anfrage.Headers.Accept.ParseAdd("application/json");
        return SendenAsync(anfrage, folgen: false);
    }

    /// <summary>Ein gültiger Formularschutz für den Kopf „X-Formular“, wie ihn ein Skript der Seite schickt.</summary>
    public string Schutz()
    {
        var (keksname, keks, _, feld) = _portal.Formularschutz(Wer);
        Keks(keksname, keks);
        return feld;
    }

    /// <summary>Sendet genau dies, ohne Formularschutz.</summary>
    public Task<Seite> Roh(HttpRequestMessage anfrage) => SendenAsync(anfrage, folgen: false);

    /// <summary>Meldet sich über die Anmeldeseite an, wie ein Mensch.</summary>
    public Task<Seite> Anmelden(string email, string kennwort = Mustergemeinde.Kennwort) =>
        Abschicken("/anmeldung", new Dictionary<string, string> { ["Email"] = email, ["Kennwort"] = kennwort });

    private async Task<Seite> SendenAsync(HttpRequestMessage anfrage, bool folgen)
    {
        for (var sprung = 0; ; sprung++)
        {
            var adresse = new Uri(_http.BaseAddress!, anfrage.RequestUri!);
            if (_kekse.GetCookieHeader(adresse) is { Length: > 0 } kekse) anfrage.Headers.TryAddWithoutValidation("Cookie", kekse);
            if (anfrage.Method == HttpMethod.Post) anfrage.Headers.TryAddWithoutValidation("Origin", "http://localhost");
            var antwort = await _http.SendAsync(anfrage);
            if (antwort.Headers.TryGetValues("Set-Cookie", out var neue))
                foreach (var keks in neue)
                {
                    _kekse.SetCookies(adresse, keks);
                    if (keks.Split(';')[0].Split('=') is [var name, { Length: > 0 }, ..]) GesetzteKekse.Add(name);
                }
            if (folgen && (int)antwort.StatusCode is >= 300 and < 400 && antwort.Headers.Location is { } ziel && sprung < 10)
            {
                anfrage = new HttpRequestMessage(HttpMethod.Get, new Uri(adresse, ziel));
                continue;
            }
            var text = antwort.Content.Headers.ContentType?.MediaType is { } art && !art.StartsWith("text/", StringComparison.Ordinal) && !art.Contains("json", StringComparison.Ordinal) && !art.Contains("xml", StringComparison.Ordinal)
                ? "" : await antwort.Content.ReadAsStringAsync();
            return new(antwort.StatusCode, adresse.PathAndQuery, text, antwort);
        }
    }

    private static IHtmlFormElement Formular(Seite seite, IReadOnlyDictionary<string, string>? felder, string? selektor)
    {
        if (selektor is not null) return (IHtmlFormElement)seite.Finde(selektor);
        var formulare = seite.Alle("form").OfType<IHtmlFormElement>().Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)).ToList();
        var main = formulare.Where(f => f.Closest("main") is not null).ToList();
        return main.Concat(formulare).FirstOrDefault(f => felder is null || felder.Keys.All(name => f.Elements.Any(e => e.GetAttribute("name") == name)))
            ?? throw new InvalidOperationException(
                $"Auf {seite.Adresse} ({(int)seite.Status}, „{seite.Ueberschrift}“) gibt es kein Formular mit {string.Join(", ", felder?.Keys ?? [])}. Formulare dort: "
                + string.Join("; ", formulare.Select(f => f.GetAttribute("action") + ": " + string.Join(",", f.Elements.Select(e => e.GetAttribute("name"))))));
    }

    private static List<KeyValuePair<string, string>> Werte(IHtmlFormElement form)
    {
        var werte = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled")) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "file" or "reset" }: break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } kasten:
                    if (kasten.IsChecked) werte.Add(new(name, kasten.GetAttribute("value") ?? "on"));
                    break;
                case IHtmlInputElement eingabe: werte.Add(new(name, eingabe.Value ?? "")); break;
                case IHtmlTextAreaElement feld: werte.Add(new(name, feld.Value ?? "")); break;
                case IHtmlSelectElement auswahl:
                    werte.AddRange(auswahl.Options.Where(o => o.IsSelected).Select(o => new KeyValuePair<string, string>(name, o.Value)));
                    break;
            }
        }
        return werte;
    }

    private static HttpContent Inhalt(IHtmlFormElement form, List<KeyValuePair<string, string>> werte)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data") return new FormUrlEncodedContent(werte);
        var inhalt = new MultipartFormDataContent();
        foreach (var (name, wert) in werte) inhalt.Add(new StringContent(wert), name);
        return inhalt;
    }
}
