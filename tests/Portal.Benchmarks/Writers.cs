using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>Sixty-four people with a field each that they may write.</summary>
public sealed class Writers
{
    public const int Number = 64;
    private readonly Database _portal;
    private readonly List<Writer> _writers;
    private int _saved;

    private Writers(Database portal, List<Writer> writers) => (_portal, _writers) = (portal, writers);

    /// <summary>How many different Vorschläge are written at.</summary>
    public int Proposals => _writers.Select(w => w.Proposal).Distinct().Count();

    private sealed record Writer(int Proposal, string Kennung, int Field, string Name, string Cookie, string Token);

    public static async Task<Writers> SignInAsync(PortalServer portal, Database database)
    {
        var fields = await database.RowsAsync("""
            SELECT v."Id", v."Kennung", f."Id", f."Feld", v."FachgruppeId" FROM "Vorschlaege" v JOIN "Feldinhalte" f ON f."VorschlagId" = v."Id"
            WHERE v."Zustand" IN ('Entwurf', 'InBeratung') AND f."Feld" IN ('Bedarf', 'Ausgangslage', 'Umsetzungsschritte', 'Schnittstellen', 'Finanzierung') ORDER BY f."Feld", v."Id"
            """);
        var members = (await database.RowsAsync("""
            SELECT m."FachgruppeId", p."Email" FROM "Mitgliedschaften" m JOIN "Personen" p ON p."Id" = m."PersonId" JOIN "Konten" k ON k."PersonId" = p."Id" WHERE m."Bis" IS NULL ORDER BY p."Id"
            """)).ToLookup(m => m[0], m => m[1]);
        var sessions = new Dictionary<string, (string Cookie, string Token)>();
        var authors = new Dictionary<string, string>();
        var writers = new List<Writer>();
        foreach (var field in fields)
        {
            if (writers.Count == Number) break;
            // One author per Vorschlag: two would take turns, and every turn is kept as a Fassung.
            if (!authors.TryGetValue(field[0], out var author)) author = members[field[4]].FirstOrDefault(m => !authors.ContainsValue(m)) ?? members[field[4]].FirstOrDefault();
            if (author is null) continue;
            authors[field[0]] = author;
            if (!sessions.TryGetValue(author, out var session)) sessions[author] = session = await portal.SignInAsync(author);
            writers.Add(new(int.Parse(field[0], CultureInfo.InvariantCulture), field[1], int.Parse(field[2], CultureInfo.InvariantCulture), field[3], session.Cookie, session.Token));
        }
        return writers.Count == Number ? new(database, writers) : throw new InvalidOperationException($"There is work for {writers.Count} writers only.");
    }

    public Task<Load> PortalAsync(PortalServer portal, string folder, int seconds) => SaveAsync(portal.Address, folder, seconds, async () =>
    {
        var versions = (await _portal.RowsAsync($"SELECT \"Id\", \"Version\" FROM \"Feldinhalte\" WHERE \"Id\" IN ({string.Join(',', _writers.Select(w => w.Field))})")).ToDictionary(r => int.Parse(r[0], CultureInfo.InvariantCulture), r => r[1]);
        return _writers.Select(w => $"/vorschlaege/{w.Kennung}/felder/{w.Name}\t{w.Name}\t{versions[w.Field]}\t{w.Cookie}\t{w.Token}");
    });

    public Task<Load> BareAsync(BareProcess bare, string folder, int seconds) => SaveAsync(bare.Address, folder, seconds,
        () => Task.FromResult(_writers.Select(w => string.Create(CultureInfo.InvariantCulture, $"/ef/entwurf/{w.Proposal}/{w.Field}\t{w.Name}\t0\t\t"))));

    private async Task<Load> SaveAsync(Uri address, string folder, int seconds, Func<Task<IEnumerable<string>>> lines)
    {
        var file = Path.Combine(folder, "writers.txt");
        await File.WriteAllLinesAsync(file, await lines());
        // No two rounds send the same text.
        return await Wrk.SaveAsync(address, "saving.lua", file, Number, Interlocked.Add(ref _saved, 100_000), seconds);
    }
}
