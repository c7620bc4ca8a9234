using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Musterstadt;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Stoerungen;

/// <summary>Jemand an einem wirklichen Portalprozess, angemeldet wie im Browser.</summary>
internal sealed partial class Arbeitende : IDisposable
{
    private readonly CookieContainer _kekse;
    private readonly string _schutz;

    private Arbeitende(HttpClient http, CookieContainer kekse, string schutz) => (Http, _kekse, _schutz) = (http, kekse, schutz);

    private HttpClient Http { get; }

    public static async Task<Arbeitende> AnmeldenAsync(Uri portal, string email)
    {
        var kekse = new CookieContainer();
        var http = Verbindung(portal, kekse);
        using var formular = new FormUrlEncodedContent(
            [new("Email", email), new("Kennwort", Mustergemeinde.Kennwort), new("__RequestVerificationToken", Schutz(await http.GetStringAsync("/anmeldung")))]);
        using var antwort = await http.PostAsync("/anmeldung", formular);
        Assert.Equal(HttpStatusCode.Redirect, antwort.StatusCode);
        return new(http, kekse, Schutz(await http.GetStringAsync("/konto")));
    }

    /// <summary>Dieselbe Person an dem Portal, das danach läuft: die Anmeldung gilt weiter.</summary>
    public Arbeitende An(Uri portal) => new(Verbindung(portal, _kekse), _kekse, _schutz);

    public async Task<(int Version, string Wert)> LesenAsync(string kennung, Vorschlagsfeld feld)
    {
        var inhalt = await Http.GetFromJsonAsync<JsonElement>($"/vorschlaege/{kennung}/felder/{feld}");
        return (inhalt.GetProperty("version").GetInt32(), inhalt.GetProperty("werte").GetProperty(feld.ToString()).GetString()!);
    }

    /// <returns>Die neue Version, sobald das Portal „gespeichert“ gesagt hat.</returns>
    public async Task<int> SchreibenAsync(string kennung, Vorschlagsfeld feld, string wert, int version)
    {
        using var antwort = await SendenAsync(kennung, feld, wert, version);
        var text = await antwort.Content.ReadAsStringAsync();
        Assert.True(antwort.IsSuccessStatusCode, $"{feld}: {(int)antwort.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("version").GetInt32();
    }

    /// <summary>Wie <see cref="SchreibenAsync"/>, auch wenn es nicht gelingt.</summary>
    public async Task<HttpStatusCode> VersuchenAsync(string kennung, Vorschlagsfeld feld, string wert, int version)
    {
        using var antwort = await SendenAsync(kennung, feld, wert, version);
        return antwort.StatusCode;
    }

    public async Task KommentierenAsync(string kennung, string text)
    {
        using var formular = new FormUrlEncodedContent([new("Text", text), new("__RequestVerificationToken", _schutz)]);
        using var antwort = await Http.PostAsync($"/vorschlaege/{kennung}/diskussion", formular);
        Assert.Equal(HttpStatusCode.Redirect, antwort.StatusCode);
    }

    public void Dispose() => Http.Dispose();

    private async Task<HttpResponseMessage> SendenAsync(string kennung, Vorschlagsfeld feld, string wert, int version)
    {
        using var anfrage = new HttpRequestMessage(HttpMethod.Put, $"/vorschlaege/{kennung}/felder/{feld}")
        {
            Content = JsonContent.Create(new { version, werte = new Dictionary<string, string> { [feld.ToString()] = wert }, grund = new Dictionary<string, string>() }),
        };
        anfrage.Headers.Add("X-Formular", _schutz);
        return await Http.SendAsync(anfrage);
    }

    private static HttpClient Verbindung(Uri portal, CookieContainer kekse) =>
        new(new SocketsHttpHandler { CookieContainer = kekse, AllowAutoRedirect = false }) { BaseAddress = portal, Timeout = Geduld.Grenze };

    private static string Schutz(string seite) => Formularschutz().Match(seite) is { Success: true } treffer ? treffer.Groups[1].Value : throw new InvalidOperationException("Die Seite hat kein Formular.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"", RegexOptions.None, 60_000)]
    private static partial Regex Formularschutz();
}
