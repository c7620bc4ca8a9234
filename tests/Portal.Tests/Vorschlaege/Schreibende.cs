using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Vorschlaege;

/// <summary>Jemand an der Schreibseite mit JavaScript: speichert Feld für Feld, so wie das Skript es tut.</summary>
internal sealed class Schreibende(PortalClient client, string kennung) : IDisposable
{
    public static async Task<Schreibende> AlsAsync(PortalFactory portal, string email, string kennung) => new(await portal.AngemeldetAls(email), kennung);

    public PortalClient Client { get; } = client;

    public void Dispose() => Client.Dispose();

    public Task<Antwort> FeldAsync(Vorschlagsfeld feld, string wert, int version, string? grund = null) =>
        SpeichernAsync($"felder/{feld}", version, new() { [feld.ToString()] = wert }, grund is null ? [] : new() { [feld.ToString()] = grund });

    public async Task<Antwort> SpeichernAsync(string ort, int version, Dictionary<string, string> werte, Dictionary<string, string> grund)
    {
        var seite = await JsonAsync(HttpMethod.Put, ort, JsonContent.Create(new { version, werte, grund }));
        return new(seite.Status, seite.Quelltext.StartsWith('{') ? JsonDocument.Parse(seite.Quelltext).RootElement : default);
    }

    public async Task<(int Version, string Wert)> LesenAsync(Vorschlagsfeld feld)
    {
        var seite = await JsonAsync(HttpMethod.Get, $"felder/{feld}", null);
        var antwort = JsonDocument.Parse(seite.Quelltext).RootElement;
        return (antwort.GetProperty("version").GetInt32(), antwort.GetProperty("werte").GetProperty(feld.ToString()).GetString()!);
    }

    /// <returns>Die Kennung der neuen Zeile.</returns>
    public async Task<string> ZeileAsync(string zielfeld, Dictionary<string, string>? weitere = null)
    {
        var seite = await FormularAsync("zeilen", new(weitere ?? []) { ["Zielfeld"] = zielfeld });
        return seite.Finde("[data-ort]").GetAttribute("data-ort")!;
    }

    public Task<Seite> FormularAsync(string ort, Dictionary<string, string> werte) => JsonAsync(HttpMethod.Post, ort, new FormUrlEncodedContent(werte));

    public async Task<Seite> JsonAsync(HttpMethod art, string ort, HttpContent? inhalt)
    {
        var anfrage = new HttpRequestMessage(art, $"/vorschlaege/{kennung}/{ort}") { Content = inhalt };
        anfrage.Headers.Add("X-Formular", Client.Schutz());
        anfrage.Headers.Add("X-Teil", "1");
        anfrage.Headers.Accept.ParseAdd("application/json");
        return await Client.Roh(anfrage);
    }
}

/// <summary>Was der Server auf ein Speichern sagt.</summary>
internal sealed record Antwort(HttpStatusCode Status, JsonElement Inhalt)
{
    public int Version => Inhalt.GetProperty("version").GetInt32();
    public string? Wert(string stelle) => Inhalt.GetProperty("werte").TryGetProperty(stelle, out var wert) ? wert.GetString() : null;
    public string Fehler => string.Join(" ", Inhalt.GetProperty("fehler").EnumerateArray().Select(f => f.GetProperty("satz").GetString()));
    public JsonElement Konflikt => Inhalt.GetProperty("konflikte")[0];
}
