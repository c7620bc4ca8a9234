using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Portal.Benchmarks.Bare;

namespace Portal.Benchmarks;

/// <summary>Publishes the portal, seeds data, loads the portal and the baseline in turn, and reports ratios.</summary>
public sealed class Measuring
{
    private const int Middle = 1_000;

    /// <summary>Rounds that do not count, of saving and of growth: on two cores under load the code is compiled for good only after a minute and more, on either side.</summary>
    private const int WarmUps = 10;

    private readonly Options _options;
    private readonly string _work;
    private readonly Report _report;

    private Measuring(Options options, string work)
    {
        _options = options;
        _work = work;
        _report = new Report(options);
    }

    private string Published => _options.Published.Length > 0 ? Path.GetFullPath(_options.Published) : Path.Combine(_work, "portal");

    public static async Task<int> RunAsync(Options options)
    {
        if (!Shell.Exists("wrk"))
        {
            await Console.Error.WriteLineAsync("wrk is missing: apt-get install wrk");
            return 2;
        }
        var work = Directory.CreateTempSubdirectory("portal-messen-").FullName;
        try
        {
            var measuring = new Measuring(options, work);
            await measuring.AllAsync();
            if (options.Report.Length > 0) await File.WriteAllTextAsync(options.Report, measuring._report.Markdown());
            else Console.WriteLine(measuring._report.Markdown());
            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private async Task AllAsync()
    {
        await PublishAsync();
        if (_options.Sqlite)
        {
            foreach (var size in _options.Sizes) await SeedAsync(Database.OfFile(DataFile(size)), size);
            if (_options.Wants("sheets")) await Sheets.PrepareAsync(Database.OfFile(DataFile(OneSize)));
            foreach (var size in _options.Sizes) await SizeAsync(size);
            if (_options.Wants("growth") && _options.Sizes.Count > 1) await GrowthAsync();
            if (_options.Wants("rounds") && _options.Sizes[^1] > 2 * ClosedRounds.Large) await ResultsAsync(_options.Sizes[^1]);
            if (_options.Wants("start")) await ColdStartAsync(OneSize);
        }
        if (_options.Postgres && (_options.Wants("saving") || _options.Wants("sheets"))) await PostgresAsync();
        if (_options.Wants("rounds")) _report.Round = await Rounds.MeasureAsync(_work);
    }

    /// <summary>For what does not depend on the number of Vorschläge.</summary>
    private int OneSize => _options.Sizes.Contains(Middle) ? Middle : _options.Sizes[0];

    private string DataFile(int size) => Path.Combine(_work, string.Create(CultureInfo.InvariantCulture, $"{size}.db"));

    private async Task PublishAsync()
    {
        if (_options.Published.Length > 0)
        {
            _report.ReadyToRun = true;
            return;
        }
        Console.WriteLine("Publishing the portal …");
        string[] plain = ["publish", Path.Combine(Places.Root, "src", "Portal"), "-c", "Release", "-o", Published, "--nologo", "-v", "quiet", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false", "-nodeReuse:false"];
        try
        {
            await Shell.RunOpenlyAsync("dotnet", [.. plain, "-r", RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64"], Places.Root, TimeSpan.FromMinutes(10));
            _report.ReadyToRun = true;
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine("Without ReadyToRun, which does not restore here: " + e.Message);
            await Shell.RunOpenlyAsync("dotnet", plain, Places.Root, TimeSpan.FromMinutes(10));
        }
    }

    private async Task SeedAsync(Database database, int size)
    {
        var since = Stopwatch.StartNew();
        await PortalServer.CommandAsync(Published, ["seed", "--vorschlaege", Text(size), "--personen", Text(_options.People), "--kennwort", PortalServer.Password, .. database.Settings], _work);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seeded {size} Vorschläge in {since.Elapsed.TotalSeconds:0} s."));
    }

    private async Task SizeAsync(int size)
    {
        var database = Database.OfFile(DataFile(size));
        var copy = Database.OfFile(DataFile(size) + ".bare");
        await database.RowsAsync($"VACUUM INTO '{DataFile(size)}.bare'");
        await copy.RowsAsync("PRAGMA journal_mode = WAL");
        await using var portal = await PortalServer.StartAsync(Published, database, _work);
        if (_options.Wants("reading"))
        {
            var visit = await Visit.PrepareAsync(portal, database, _work);
            await using var bare = await BareProcess.StartAsync(visit.Plan, copy, _work);
            foreach (var (line, page, cookie, baseline) in visit.Pages) await CompareAsync(line, size, new(portal.Address, page), cookie, new(bare.Address, await visit.FilledAsync(bare, page, cookie, baseline)));
        }
        if (_options.Wants("saving"))
        {
            await using var bare = await BareProcess.StartAsync(Visit.NoPlan, copy, _work);
            await SavingAsync(Report.SavingSqlite, size, portal, bare, database);
        }
        if (_options.Wants("sheets") && size == OneSize)
        {
            await using var bare = await BareProcess.StartAsync(Visit.NoPlan, copy, _work);
            await ScoringAsync(Report.ScoringSqlite, size, portal, bare, database);
        }
        if (size == _options.Sizes[^1] && _options.Wants("reading")) _report.Memory = (portal.Memory, await MemoryWhenQuietAsync(portal));
    }

    /// <summary>What the portal still has when nobody has asked for anything for a while: at its second look at the clock it gives back.</summary>
    private static async Task<Memory> MemoryWhenQuietAsync(PortalServer portal)
    {
        await Task.Delay(TimeSpan.FromSeconds(45));
        return portal.Memory;
    }

    private async Task CompareAsync(string line, int size, Uri portal, string cookie, Uri bare)
    {
        await Wrk.ReadAsync(portal, cookie, 2 * _options.Seconds);
        await Wrk.ReadAsync(bare, "", 2 * _options.Seconds);
        var (ours, theirs) = (new List<Load>(), new List<Load>());
        for (var round = 0; round < _options.Rounds; round++)
        {
            ours.Add(await Wrk.ReadAsync(portal, cookie, _options.Seconds));
            theirs.Add(await Wrk.ReadAsync(bare, "", _options.Seconds));
        }
        _report.Add(line, size, ours, theirs);
    }

    private async Task SavingAsync(string line, int size, PortalServer portal, BareProcess bare, Database database)
    {
        var writers = await Writers.SignInAsync(portal, database);
        await InTurnAsync(line, size, () => writers.PortalAsync(portal, _work, _options.Seconds), () => writers.BareAsync(bare, _work, _options.Seconds));
    }

    private async Task ScoringAsync(string line, int size, PortalServer portal, BareProcess bare, Database database)
    {
        var sheets = await Sheets.SignInAsync(portal, database);
        await InTurnAsync(line, size, () => sheets.PortalAsync(portal, _work, _options.Seconds), () => sheets.BareAsync(bare, _work, _options.Seconds));
    }

    private async Task InTurnAsync(string line, int size, Func<Task<Load>> portal, Func<Task<Load>> bare)
    {
        for (var warming = 0; warming < WarmUps; warming++)
        {
            await portal();
            await bare();
        }
        var (ours, theirs) = (new List<Load>(), new List<Load>());
        for (var round = 0; round < _options.Rounds; round++)
        {
            ours.Add(await portal());
            theirs.Add(await bare());
        }
        _report.Add(line, size, ours, theirs);
    }

    /// <summary>
    /// Portals of all sizes beside each other: each page of the largest and of the smallest in turn, two readers at once. Where the smallest has not enough
    /// rows to fill it, also beside the smallest portal that has.
    /// </summary>
    private async Task GrowthAsync()
    {
        var portals = new List<(int Size, Database Database, PortalServer Server, string Cookie)>();
        try
        {
            foreach (var size in _options.Sizes)
            {
                var database = Database.OfFile(DataFile(size));
                var server = await PortalServer.StartAsync(Published, database, _work);
                portals.Add((size, database, server, (await server.SignInAsync(Visit.Manager)).Cookie));
            }
            // Otherwise the first page would measure whose code was compiled for good earlier.
            foreach (var (_, _, server, cookie) in portals) await Wrk.ReadAsync(new(server.Address, "/vorschlaege"), cookie, WarmUps * _options.Seconds, 2);
            foreach (var (name, page, signedIn) in Visit.Growing)
            {
                var asked = new List<(int Size, Uri Page, string Cookie, int Length)>();
                foreach (var (size, database, server, cookie) in portals)
                {
                    var (path, who) = (await Visit.ResolveAsync(page, database), signedIn ? cookie : "");
                    asked.Add((size, new(server.Address, path), who, (await server.PageAsync(path, who)).Length));
                }
                var large = asked[^1];
                await BesideAsync(asked[0]);
                if (!Report.IsSamePage(asked[0].Length, large.Length) && asked.Find(a => Report.IsSamePage(a.Length, large.Length)) is var full && full != large) await BesideAsync(full);

                async Task BesideAsync((int Size, Uri Page, string Cookie, int Length) small)
                {
                    async Task<(Load Small, Load Large)> RoundAsync() => (await Wrk.ReadAsync(small.Page, small.Cookie, _options.Seconds, 2), await Wrk.ReadAsync(large.Page, large.Cookie, _options.Seconds, 2));
                    await RoundAsync();
                    var rounds = new List<(Load Small, Load Large)>();
                    for (var round = 0; round < _options.Rounds; round++) rounds.Add(await RoundAsync());
                    _report.AddGrowth(name, small.Size, rounds, small.Length, large.Length);
                }
            }
            _report.FirstAfterChange = (await AfterChangeAsync(portals[0].Server, portals[0].Database, portals[0].Cookie), await AfterChangeAsync(portals[^1].Server, portals[^1].Database, portals[^1].Cookie));
        }
        finally
        {
            foreach (var portal in portals) await portal.Server.DisposeAsync();
        }
    }

    /// <summary>The pages of a very large round beside those of a small one, in the same portal.</summary>
    private async Task ResultsAsync(int size)
    {
        var database = Database.OfFile(DataFile(size));
        if (size != OneSize || !_options.Wants("sheets")) await Sheets.PrepareAsync(database);
        var (small, large, scorer) = await ClosedRounds.PrepareAsync(database);
        await using var portal = await PortalServer.StartAsync(Published, database, _work);
        var (managerCookie, _) = await portal.SignInAsync(Visit.Manager);
        var (scorerCookie, _) = await portal.SignInAsync(scorer);
        foreach (var (name, page, asScorer) in ClosedRounds.Pages)
        {
            var cookie = asScorer ? scorerCookie : managerCookie;
            var (a, b) = (string.Format(CultureInfo.InvariantCulture, page, small), string.Format(CultureInfo.InvariantCulture, page, large));
            var (smallPage, largePage) = (await portal.PageAsync(a, cookie), await portal.PageAsync(b, cookie));
            async Task<(Load Small, Load Large)> RoundAsync() => (await Wrk.ReadAsync(new(portal.Address, a), cookie, _options.Seconds, 2), await Wrk.ReadAsync(new(portal.Address, b), cookie, _options.Seconds, 2));
            await RoundAsync();
            var rounds = new List<(Load Small, Load Large)>();
            for (var round = 0; round < _options.Rounds; round++) rounds.Add(await RoundAsync());
            _report.AddGrowth($"{name}: 1,000 to 50", ClosedRounds.Small, rounds, smallPage.Length, largePage.Length);
        }
    }

    /// <summary>Milliseconds of the list right after a title was changed, when what is remembered of all lists is made anew.</summary>
    private static async Task<double> AfterChangeAsync(PortalServer portal, Database database, string cookie)
    {
        var times = new List<double>();
        await using var title = await TitleWriter.SignInAsync(portal, database);
        for (var i = 0; i < 15; i++)
        {
            await title.ChangeAsync();
            var since = Stopwatch.GetTimestamp();
            await portal.PageAsync("/vorschlaege", cookie);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }
        return Statistics.Median(times.Skip(3));
    }

    private async Task ColdStartAsync(int size)
    {
        for (var i = 0; i < 7; i++)
        {
            double portalStart;
            await using (var portal = await PortalServer.StartAsync(Published, Database.OfFile(DataFile(size)), _work)) portalStart = portal.FirstPage.TotalSeconds;
            await using var bare = await BareProcess.StartAsync(Visit.NoPlan, Database.OfFile(DataFile(size)), _work);
            _report.Starts.Add((portalStart, bare.FirstPage.TotalSeconds));
        }
    }

    private async Task PostgresAsync()
    {
        if (Postgres.Binaries is null)
        {
            Console.WriteLine("PostgreSQL is missing (Debian's package postgresql): its line is left out.");
            _report.Missing = "PostgreSQL was not there.";
            return;
        }
        await using var server = await Postgres.StartAsync(_work);
        var size = OneSize;
        await server.CreateAsync("portal");
        await SeedAsync(server.Database("portal"), size);
        if (_options.Wants("sheets")) await Sheets.PrepareAsync(server.Database("portal"));
        Npgsql.NpgsqlConnection.ClearAllPools();
        await server.CreateAsync("bare", "portal");
        await using var portal = await PortalServer.StartAsync(Published, server.Database("portal"), _work);
        await using var bare = await BareProcess.StartAsync(Visit.NoPlan, server.Database("bare"), _work);
        if (_options.Wants("saving")) await SavingAsync(Report.SavingPostgres, size, portal, bare, server.Database("portal"));
        if (_options.Wants("sheets")) await ScoringAsync(Report.ScoringPostgres, size, portal, bare, server.Database("portal"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
