namespace Portal.Benchmarks;

/// <summary>What is measured and for how long. Without any option: everything, and the report is written.</summary>
/// <param name="Database"><c>sqlite</c>, <c>postgres</c> (saving drafts only) or <c>both</c>.</param>
/// <param name="Seconds">Length of one round.</param>
/// <param name="Rounds">Rounds of each side; the median of their ratios counts.</param>
/// <param name="Only">Parts: reading, saving, sheets, growth, start, rounds.</param>
/// <param name="Published">A folder with the portal already published, for trying; empty: it is published first.</param>
/// <param name="Report">Where the report goes; empty: to the console only.</param>
public sealed record Options(string Database, int Seconds, int Rounds, IReadOnlyList<int> Sizes, int People, IReadOnlyList<string> Only, string Report, string Published)
{
    public bool Sqlite => Database is "sqlite" or "both";
    public bool Postgres => Database is "postgres" or "both";

    public bool Wants(string part) => Only.Count == 0 || Only.Contains(part);

    public static Options Read(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        var only = Parts(given["only"]);
        var sizes = Parts(given["sizes"]).Select(int.Parse).ToList();
        var narrowed = only.Count > 0 || sizes.Count > 0 || given["database"] is not null;
        return new(given["database"] ?? "both", given.GetValue("seconds", 3), given.GetValue("rounds", 5), sizes.Count > 0 ? sizes : [100, 1_000, 10_000], given.GetValue("people", 1_000), only,
            given["report"] ?? (narrowed ? "" : Path.Combine(Places.Root, "docs", "entwicklung", "messungen.md")), given["published"] ?? "");
    }

    private static List<string> Parts(string? list) => [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
