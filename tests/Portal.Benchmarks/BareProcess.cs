using System.Diagnostics;
using System.Text.Json;
using Portal.Benchmarks.Bare;

namespace Portal.Benchmarks;

/// <summary>The baseline as a child of this tool.</summary>
public sealed class BareProcess : IAsyncDisposable
{
    private readonly Process _process;

    private BareProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer, which asks no database; it is asked for fifty times a second.</summary>
    public TimeSpan FirstPage { get; private init; }

    public static async Task<BareProcess> StartAsync(Plan plan, Database database, string folder)
    {
        var file = Path.Combine(folder, "plan.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(plan));
        var address = new Uri($"http://127.0.0.1:{Places.FreePort()}");
        var since = Stopwatch.StartNew();
        var process = Shell.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Benchmarks.dll"), "bare", "--plan", file, "--connection", database.Connection,
            "--postgres", database.IsPostgres ? "true" : "false", "--urls", address.ToString(), "--contentRoot", AppContext.BaseDirectory], folder, out var output);
        using var http = new HttpClient { BaseAddress = address };
        while (since.Elapsed < TimeSpan.FromMinutes(1) && !process.HasExited)
        {
            try
            {
                if (await http.GetStringAsync("/bereit") == "ja") return new(process, address) { FirstPage = since.Elapsed };
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(20);
        }
        throw new InvalidOperationException("The baseline does not answer: " + output);
    }

    /// <summary>The bytes of a page without any filling.</summary>
    public async Task<int> BytesAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Address };
        return (await http.GetByteArrayAsync(path)).Length;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
