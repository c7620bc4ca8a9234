using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Portal.Priorisierungen.Auswertung;

namespace Portal.Benchmarks;

/// <param name="Cold">Seconds of the first evaluation in a fresh process.</param>
/// <param name="Warm">Seconds of a later one, median.</param>
/// <param name="Peak">Megabytes the process had in memory at most.</param>
public sealed record RoundCost(double Cold, double Warm, double Peak);

/// <summary>
/// Evaluates a very large round – 1,000 Vorschläge, 200 seats, 6 criteria – with its stability, in a process of its own, so that its memory
/// can be told.
/// </summary>
public static class Rounds
{
    public const int Proposals = 1_000;
    public const int Seats = 200;
    public const int Criteria = 6;

    private static readonly string[] s_banks = ["politik", "verwaltung", "fachplanung", "wissenschaft"];

    public static async Task<RoundCost> MeasureAsync(string folder)
    {
        var output = await Shell.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Benchmarks.dll"), "round"], folder, TimeSpan.FromMinutes(5));
        return JsonSerializer.Deserialize<RoundCost>(output)!;
    }

    /// <summary>The child: evaluates and prints what it cost.</summary>
    public static int Run()
    {
        var times = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var scores = Scores();
            var since = Stopwatch.GetTimestamp();
            var result = Rundenauswertung.Auswerten(scores);
            times.Add(Stopwatch.GetElapsedTime(since).TotalSeconds);
            if (result.Vorschlaege.Count != Proposals) throw new InvalidOperationException("The evaluation lost something.");
        }
        Console.WriteLine(JsonSerializer.Serialize(new RoundCost(times[0], Statistics.Median(times.Skip(1)), Peak())));
        return 0;
    }

    /// <summary>Every seat scores nearly everything; some cannot judge, some are biased, some leave gaps. Always the same.</summary>
    private static Auswertungsgrundlage Scores()
    {
#pragma warning disable CA5394 // Nothing here is a secret.
        var random = new Random(20261121);
        var seats = Enumerable.Range(0, Seats).Select(s => new Wertungssitz(Text("sitz", s), s_banks[s % s_banks.Length])).ToList();
        var criteria = Enumerable.Range(0, Criteria).Select(c => new Wertungskriterium(Text("kriterium", c), Text("Kriterium", c), 10 + 5 * c)).ToList();
        var proposals = Enumerable.Range(0, Proposals).Select(p => Text("2026", p)).ToList();
        var scores = new Auswertungsgrundlage([.. s_banks.Select(b => new Wertungsbank(b, b, 25))], criteria, seats, proposals);
        foreach (var proposal in proposals)
        {
            var quality = random.Next(5);
            foreach (var seat in seats)
            {
                if (random.Next(100) == 0) scores.Befangen(proposal, seat.Kennung);
                foreach (var criterion in criteria)
                {
                    var dice = random.Next(100);
                    if (dice < 3) scores.KannNichtBeurteilen(proposal, seat.Kennung, criterion.Schluessel);
                    else if (dice < 98) scores.Bewerten(proposal, seat.Kennung, criterion.Schluessel, Math.Clamp(quality + random.Next(-1, 2), 0, 4));
                }
            }
        }
        return scores;
#pragma warning restore CA5394
    }

    private static double Peak()
    {
        var line = File.ReadAllLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(line.Split(':', StringSplitOptions.TrimEntries)[1].Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
    }

    private static string Text(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}-{number + 1}");
}
