using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>Somebody who changes the title of a draft again and again.</summary>
public sealed class TitleWriter : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly string _address;
    private int _version;

    private TitleWriter(HttpClient http, string address) => (_http, _address) = (http, address);

    public static async Task<TitleWriter> SignInAsync(PortalServer portal, Database database)
    {
        var draft = (await database.RowsAsync("""
            SELECT v."Kennung", p."Email" FROM "Vorschlaege" v JOIN "Mitgliedschaften" m ON m."FachgruppeId" = v."FachgruppeId" AND m."Bis" IS NULL JOIN "Personen" p ON p."Id" = m."PersonId"
            JOIN "Konten" k ON k."PersonId" = p."Id" WHERE v."Zustand" = 'Entwurf' ORDER BY v."Id", p."Id"
            """))[0];
        var (cookie, token) = await portal.SignInAsync(draft[1]);
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        http.DefaultRequestHeaders.Add("X-Formular", token);
        var writer = new TitleWriter(http, $"/vorschlaege/{draft[0]}/felder/Titel");
        writer._version = (await http.GetFromJsonAsync<JsonElement>(writer._address)).GetProperty("version").GetInt32();
        return writer;
    }

    public async Task ChangeAsync()
    {
        using var answer = await _http.PutAsJsonAsync(_address, new
        {
            version = _version,
            werte = new Dictionary<string, string> { ["Titel"] = string.Create(CultureInfo.InvariantCulture, $"Ein neuer Titel, Stand {_version + 1}") },
            grund = new Dictionary<string, string>(),
        });
        answer.EnsureSuccessStatusCode();
        _version = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32();
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
