using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks;

/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
public sealed record Load(double PerSecond, double P50, double P99);

/// <summary>Puts load on an address with Debian's <c>wrk</c>.</summary>
public static partial class Wrk
{
    /// <summary>Reads one page over and over.</summary>
    public static Task<Load> ReadAsync(Uri address, string cookie, int seconds, int connections = 16) => RunAsync(
        ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "20s", "-s", Places.Lua("reading.lua"), .. cookie.Length > 0 ? (string[])["-H", "Cookie: " + cookie] : [], address.ToString()], address, seconds);

    /// <summary>Writers save at once, each at the line of <paramref name="writers"/> that is its own.</summary>
    /// <param name="count">Where the count in the texts goes on: what is saved differs from what is there.</param>
    public static Task<Load> SaveAsync(Uri address, string script, string writers, int number, int count, int seconds) => RunAsync(
        [$"-t{number}", $"-c{number}", $"-d{seconds}s", "--timeout", "40s", "-s", Places.Lua(script), address.ToString(), "--", writers, count.ToString(CultureInfo.InvariantCulture)], address, seconds);

    private static async Task<Load> RunAsync(IEnumerable<string> args, Uri address, int seconds)
    {
        var output = await Shell.RunAsync("wrk", args, Path.GetTempPath(), TimeSpan.FromSeconds(seconds + 60));
        if (Result().Match(output) is not { Success: true } result) throw new InvalidOperationException("wrk said something else: " + output);
        double Number(int group) => double.Parse(result.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        if (Number(3) > 0) throw new InvalidOperationException($"{Number(3)} of {Number(1)} requests to {address} failed: {output}");
        return new(Number(1) / (Number(2) / 1e6), Number(4) / 1000, Number(5) / 1000);
    }

    [GeneratedRegex(@"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", RegexOptions.None, 1000)]
    private static partial Regex Result();
}
