using System.Globalization;
using System.Text;

namespace Portal.Benchmarks;

/// <summary>Collects what was measured and writes it as a page of the documentation: ratios, and what each compares.</summary>
public sealed class Report(Options options)
{
    public const string PublicList = "public list";
    public const string PublicProposal = "public Vorschlag";
    public const string PublicStart = "public start page";
    public const string Start = "„Was steht an?“, signed in";
    public const string List = "list of 50, signed in";
    public const string Proposal = "Vorschlag, signed in";
    public const string SavingSqlite = "saving a draft, 64 writers, SQLite";
    public const string SavingPostgres = "saving a draft, 64 writers, PostgreSQL";
    public const string ScoringSqlite = "saving a sheet, 100 people, SQLite";
    public const string ScoringPostgres = "saving a sheet, 100 people, PostgreSQL";

    private static readonly (string Line, string With, double? Target)[] s_lines =
    [
        (PublicList, "raw SQL endpoint", 3), (PublicProposal, "raw SQL endpoint", 3), (PublicStart, "raw SQL endpoint", 3),
        (Alone(PublicList), "the bytes alone", null), (Alone(PublicProposal), "the bytes alone", null), (Alone(PublicStart), "the bytes alone", null),
        (Start, "bare MVC + EF", null), (List, "bare MVC + EF", 0.45), (Proposal, "bare MVC + EF", 0.55),
        (SavingSqlite, "bare EF `SaveChanges`", 1), (SavingPostgres, "bare EF `SaveChanges`", 1),
        (ScoringSqlite, "bare EF `SaveChanges`", null), (ScoringPostgres, "bare EF `SaveChanges`", null),
    ];

    private readonly Dictionary<(string Line, int Size), (double Ratio, Load Portal, Load Bare)> _compared = [];
    private readonly List<(string Name, int Beside, double Ratio, double Small, double Large, int SmallBytes, int LargeBytes)> _growth = [];

    /// <summary>The same page beside an endpoint that asks no database at all: nothing on this machine can be much faster.</summary>
    public static string Alone(string line) => line + " (limit)";

    public bool ReadyToRun { get; set; }
    public (Memory AfterLoad, Memory WhenQuiet)? Memory { get; set; }
    public RoundCost? Round { get; set; }
    /// <summary>Seconds of the portal's starts, and of the baseline's in turn with them.</summary>
    public List<(double Portal, double Bare)> Starts { get; } = [];
    public string Missing { get; set; } = "";
    public (double Small, double Large)? FirstAfterChange { get; set; }

    public void Add(string line, int size, List<Load> portal, List<Load> bare)
    {
        static Load Middle(List<Load> loads) => new(Statistics.Median(loads.Select(l => l.PerSecond)), Statistics.Median(loads.Select(l => l.P50)), Statistics.Median(loads.Select(l => l.P99)));
        // A baseline that finishes nothing in a round (SQLite's busy retries) has no ratio of its own: then the sums count.
        var ratio = bare.TrueForAll(b => b.PerSecond > 0) ? Statistics.Median(portal.Zip(bare, (p, b) => p.PerSecond / b.PerSecond)) : portal.Sum(p => p.PerSecond) / bare.Sum(b => b.PerSecond);
        _compared[(line, size)] = (ratio, Middle(portal), Middle(bare));
        var (p, b) = (Middle(portal), Middle(bare));
        Console.WriteLine(Text($"{size,6} {line,-40} {ratio,6:0.00}   portal {p.PerSecond,7:0}/s p50 {p.P50:0.0} p99 {p.P99:0.0} ms   baseline {b.PerSecond,7:0}/s p50 {b.P50:0.0} p99 {b.P99:0.0} ms"));
    }

    /// <summary>Whether a page has about as much to show as another one.</summary>
    public static bool IsSamePage(int small, int large) => large <= 1.25 * small;

    /// <param name="beside">How many Vorschläge the smaller portal has.</param>
    public void AddGrowth(string name, int beside, List<(Load Small, Load Large)> rounds, int smallBytes, int largeBytes)
    {
        var ratio = Statistics.Median(rounds.Select(r => r.Large.P50 / r.Small.P50));
        _growth.Add((name, beside, ratio, Statistics.Median(rounds.Select(r => r.Small.P50)), Statistics.Median(rounds.Select(r => r.Large.P50)), smallBytes, largeBytes));
        Console.WriteLine(Text($"growth {name,-26} beside {beside,6} {ratio,6:0.00}   p50 {_growth[^1].Small:0.00} → {_growth[^1].Large:0.00} ms   {smallBytes} → {largeBytes} characters"));
    }

    public string Markdown()
    {
        var page = new StringBuilder("""
            # Measurements

            Written by

                dotnet run --project tests/Portal.Benchmarks -c Release

            (needs Debian's `wrk`, and `postgresql` for two lines; about half an hour). It publishes the portal, fills databases with
            `seed`, starts the portal and a baseline beside each other on loopback and loads both in turn with `wrk`: first one, then the other, again and
            again. What counts is the **ratio** within one round; the table shows the median of the rounds. Requests a second say more about the machine than
            about the portal, so they are not here. What was found and tried on the way is told in [tempo.md](tempo.md).

            The baselines do nothing else: the *raw SQL endpoint* reads the same rows by their keys with Microsoft.Data.Sqlite and writes the very bytes
            of the portal's page, kept ready in memory; *the bytes alone* is the same without any query, the most that Kestrel and the load can do on that machine. *Bare MVC + EF* is one action with compiled no-tracking queries by key and a Razor view, without sign-in,
            rights, navigation or form protection, filled up to the same number of bytes. *Bare EF `SaveChanges`* loads what is to be saved in one query,
            changes it and saves: the same rows that the portal writes, without sign-in, rules, merging or Markdown.


            """.ReplaceLineEndings("\n"));
        if (_compared.Count > 0) Comparisons(page);
        if (_growth.Count > 0) Growth(page);
        Process(page);
        if (Round is { } round)
            page.Append(Text($"\n## A very large round\n\n{Rounds.Proposals:N0} Vorschläge, {Rounds.Seats} seats, {Rounds.Criteria} criteria, with its stability: {round.Cold:0.00} s in a fresh process, {round.Warm:0.00} s later (target < 2 s{Missed(round.Cold >= 2)}); at most {round.Peak:0} MB in memory (target < 300 MB{Missed(round.Peak >= 300)}).\n"));
        return page.ToString();
    }

    private void Comparisons(StringBuilder page)
    {
        page.Append("## Compared with the baseline\n\nHigher is better; the portal's requests a second divided by the baseline's.\n\n");
        page.Append(Text($"| Page | compared with | target | {string.Join(" | ", options.Sizes.Select(s => Text($"{s:N0} Vorschläge")))} |\n|---|---|---|{string.Concat(options.Sizes.Select(_ => "---:|"))}\n"));
        foreach (var (line, with, target) in s_lines.Where(l => _compared.Keys.Any(k => k.Line == l.Line)))
            page.Append(Text($"| {line} | {with} | {(target is { } t ? Text($"≥ {t:0.##}") : "–")} | {string.Join(" | ", options.Sizes.Select(s => Cell(line, s, target)))} |\n"));
        page.Append('\n');
        foreach (var (line, name) in new[] { (SavingSqlite, "SQLite"), (SavingPostgres, "PostgreSQL") })
            foreach (var size in options.Sizes.Where(s => _compared.ContainsKey((line, s))))
            {
                var (_, portal, bare) = _compared[(line, size)];
                page.Append(Text($"- Saving on {name} at {size:N0} Vorschläge: the slowest hundredth takes {portal.P99 / portal.P50:0.0} × the median (target ≤ 10{Missed(portal.P99 / portal.P50 > 10)}); the baseline's {bare.P99 / bare.P50:0.0} ×.\n"));
            }
        foreach (var (line, name) in new[] { (ScoringSqlite, "SQLite"), (ScoringPostgres, "PostgreSQL") })
            foreach (var size in options.Sizes.Where(s => _compared.ContainsKey((line, s))))
            {
                var (_, portal, bare) = _compared[(line, size)];
                page.Append(Text($"- Saving a sheet under 100 people at once on {name}: the slowest hundredth takes {portal.P99 / bare.P99:0.0} × the baseline's (target < 20{Missed(!(portal.P99 / bare.P99 < 20))}).\n"));
            }
        if (Missing.Length > 0) page.Append("- " + Missing + "\n");
        page.Append('\n');
    }

    private string Cell(string line, int size, double? target) => _compared.TryGetValue((line, size), out var found) ? Text($"{found.Ratio:0.00}{Missed(found.Ratio < target)}") : "";

    private void Growth(StringBuilder page)
    {
        page.Append(Text($"## Growth\n\nThe median time of a page with {options.Sizes[^1]:N0} Vorschläge divided by that with fewer, the same people and groups in both. Target: ≤ 1.2.\n"));
        page.Append("Where the smallest portal has not enough rows to fill the page, the larger page takes longer because it is larger: such a line judges nothing, and the page\nis measured again beside the smallest portal that fills it.\n\n| Page | beside | ratio | size of the page |\n|---|---:|---:|---:|\n");
        foreach (var (name, beside, ratio, _, _, smallBytes, largeBytes) in _growth)
            page.Append(Text($"| {name} | {beside:N0} | {ratio:0.00}{Missed(ratio > 1.2 && IsSamePage(smallBytes, largeBytes))} | × {(double)largeBytes / smallBytes:0.00} |\n"));
        if (FirstAfterChange is { } after)
            page.Append(Text($"\nRight after somebody changed a title, the first list makes anew what is remembered of all lists: {after.Large / after.Small:0.0} × the time at {options.Sizes[^1]:N0}. Only that first request pays.\n"));
        page.Append('\n');
    }

    private void Process(StringBuilder page)
    {
        if (Starts.Count == 0 && Memory is null) return;
        page.Append("## The process\n\n");
        if (Starts.Count > 0)
        {
            var start = Statistics.Median(Starts.Select(s => s.Portal));
            page.Append(Text($"- Cold start to the first byte of the start page: {start:0.00} s (median of {Starts.Count}; the fastest {Starts.Min(s => s.Portal):0.00} s), target ≤ 1.2 s{Missed(start > 1.2)}; published {(ReadyToRun ? "with" : "without")} ReadyToRun. The baseline, started in turn with it, needs {Statistics.Median(Starts.Select(s => s.Bare)):0.00} s; the portal {Statistics.Median(Starts.Select(s => s.Portal / s.Bare)):0.00} times that.\n"));
        }
        if (Memory is var (load, quiet))
            page.Append(Text($"- Memory at {options.Sizes[^1]:N0} Vorschläge: {load.All:0} MB at the end of the load; {quiet.All:0} MB when nobody has been there for half a minute, target ≤ 200 MB{Missed(quiet.All > 200)}; {quiet.Own:0} MB of it are its own, the rest are mapped program files.\n"));
    }

    private static string Missed(bool missed) => missed ? " **missed**" : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
