using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks;

/// <param name="All">Resident, megabytes, with mapped program files.</param>
/// <param name="Own">Resident without mapped files, megabytes.</param>
public sealed record Memory(double All, double Own);

/// <summary>The published portal as a process of its own.</summary>
public sealed partial class PortalServer : IAsyncDisposable
{
    public const string Password = "messen-im-verborgenen-2026";
    private readonly Process _process;
    private readonly StringBuilder _output;

    private PortalServer(Process process, StringBuilder output, Uri address) => (_process, _output, Address) = (process, output, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first byte of the start page.</summary>
    public TimeSpan FirstPage { get; private set; }

    /// <summary>What Linux says the process has in memory now.</summary>
    public Memory Memory
    {
        get
        {
            var lines = File.ReadAllLines($"/proc/{_process.Id}/status").Select(l => l.Split(':', StringSplitOptions.TrimEntries)).ToDictionary(l => l[0], l => l[1]);
            double Megabytes(string name) => double.Parse(lines[name].Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
            return new(Megabytes("VmRSS"), Megabytes("RssAnon") + Megabytes("RssShmem"));
        }
    }

    public static Task<string> CommandAsync(string published, IEnumerable<string> args, string folder) => Shell.RunAsync(Path.Combine(published, "Portal"), args, folder, TimeSpan.FromMinutes(10));

    public static async Task<PortalServer> StartAsync(string published, Database database, string folder)
    {
        var address = new Uri($"http://127.0.0.1:{Places.FreePort()}");
        var since = Stopwatch.StartNew();
        var process = Shell.Start(Path.Combine(published, "Portal"), ["serve", $"--Urls={address}", "--Mail:Weg=Postausgang", "--Begrenzung:AnmeldungProMinute=1000000", .. database.Settings], folder, out var output);
        var portal = new PortalServer(process, output, address);
        // It says when it listens. Trying again and again to connect would take from it, at each try, time on one of the two cores that it starts on.
        while (!Says(output, "Das Portal läuft"))
        {
            if (process.HasExited || since.Elapsed > TimeSpan.FromMinutes(1)) throw new InvalidOperationException("The portal does not answer: " + output);
            await Task.Delay(2);
        }
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        portal.FirstPage = since.Elapsed;
        return portal;
    }

    private static bool Says(StringBuilder output, string sentence)
    {
        lock (output) return output.ToString().Contains(sentence, StringComparison.Ordinal);
    }

    /// <summary>Signs in as a person does.</summary>
    /// <returns>The cookies, and the token that goes with what the person sends.</returns>
    public async Task<(string Cookie, string Token)> SignInAsync(string email)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        using var form = new FormUrlEncodedContent([new("Email", email), new("Kennwort", Password), new("__RequestVerificationToken", TokenIn(await http.GetStringAsync("/anmeldung")))]);
        using var answer = await http.PostAsync("/anmeldung", form);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{email} cannot sign in ({(int)answer.StatusCode}).");
        var token = TokenIn(await http.GetStringAsync("/konto"));
        return (cookies.GetCookieHeader(Address), token);
    }

    public async Task<string> PageAsync(string path, string cookie = "")
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path} answers {(int)answer.StatusCode}: {_output}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string TokenIn(string page) => Token().Match(page) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("The page has no form.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
