using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Benchmarks.Bare;

namespace Portal.Benchmarks;

/// <summary>The pages that are compared, and which rows they show.</summary>
public sealed partial class Visit
{
    public const string Manager = "geschaeftsfuehrung@musterstadt.example";

    private Visit(PortalServer portal, Plan plan, string cookie)
    {
        (_portal, Plan) = (portal, plan);
        Pages =
        [
            (Report.PublicList, "/vorschlaege", "", "/sql/liste"),
            (Report.PublicProposal, "/vorschlaege/" + plan.PublicProposal, "", "/sql/vorschlag"),
            (Report.PublicStart, "/", "", "/sql/start"),
            (Report.Alone(Report.PublicList), "/vorschlaege", "", "/bytes/liste"),
            (Report.Alone(Report.PublicProposal), "/vorschlaege/" + plan.PublicProposal, "", "/bytes/vorschlag"),
            (Report.Alone(Report.PublicStart), "/", "", "/bytes/start"),
            (Report.Start, "/", cookie, "/ef/start"),
            (Report.List, "/vorschlaege", cookie, "/ef/liste"),
            (Report.Proposal, "/vorschlaege/" + plan.OwnProposal, cookie, "/ef/vorschlag"),
        ];
    }

    private readonly PortalServer _portal;

    public Plan Plan { get; }

    /// <summary>Line of the report, the portal's page, as whom, the baseline's endpoint.</summary>
    public IReadOnlyList<(string Line, string Page, string Cookie, string Baseline)> Pages { get; }

    public static Plan NoPlan { get; } = new([], [], 0, "", 0, "", [], [], [], [], []);

    /// <summary>Every list, filter, count and page that could grow with the number of Vorschläge. The Geschäftsführung sees them all.</summary>
    public static IReadOnlyList<(string Name, string Page, bool SignedIn)> Growing { get; } =
    [
        ("public list", "/vorschlaege", false),
        ("public list, last page", "/vorschlaege?ende=true", false),
        ("public start page", "/", false),
        ("list with its counts", "/vorschlaege", true),
        ("list by title", "/vorschlaege?sortierung=titel", true),
        ("list by number", "/vorschlaege?sortierung=kennung", true),
        ("list, second page", "/vorschlaege?sortierung=kennung&nach={50}", true),
        ("list, last page", "/vorschlaege?ende=true", true),
        ("filter: route", "/vorschlaege?weg=fachgruppe", true),
        ("filter: route, last page", "/vorschlaege?weg=fachgruppe&ende=true", true),
        ("filter: Handlungsfeld", "/vorschlaege?handlungsfeld=alter", true),
        ("filter: state and kind", "/vorschlaege?zustand=entwurf&art=strategisch", true),
        ("search", "/vorschlaege?suche=an", true),
        ("Was steht an?", "/", true),
        ("Sichtung", "/sichtung", true),
        ("Verlauf", "/verlauf", true),
        ("Fachgruppen", "/fachgruppen", true),
        ("people", "/verwaltung/personen", true),
        ("one Vorschlag", "/vorschlaege/{1}", true),
    ];

    /// <param name="page">An address; <c>{50}</c> stands for the number of the 50th newest Vorschlag.</param>
    public static async Task<string> ResolveAsync(string page, Database database)
    {
        if (Place().Match(page) is not { Success: true } place) return page;
        var newestFirst = (await database.RowsAsync("SELECT \"Kennung\" FROM \"Vorschlaege\"")).Select(r => r[0].Split('-')).OrderByDescending(k => Int(k[0])).ThenByDescending(k => Int(k[1])).ToList();
        return page.Replace(place.Value, string.Join('-', newestFirst[Int(place.Groups[1].Value) - 1]), StringComparison.Ordinal);
    }

    public static async Task<Visit> PrepareAsync(PortalServer portal, Database database, string folder)
    {
        // Somebody in as few groups as possible, one of which is writing something.
        var member = (await database.RowsAsync("""
            SELECT p."Email", m."FachgruppeId" FROM "Mitgliedschaften" m JOIN "Personen" p ON p."Id" = m."PersonId" JOIN "Konten" k ON k."PersonId" = p."Id"
            WHERE m."Bis" IS NULL AND m."Rolle" = 'Mitglied' AND EXISTS (SELECT 1 FROM "Vorschlaege" v WHERE v."FachgruppeId" = m."FachgruppeId" AND v."Zustand" = 'InBeratung')
            ORDER BY (SELECT COUNT(*) FROM "Mitgliedschaften" x WHERE x."PersonId" = p."Id" AND x."Bis" IS NULL), p."Id" DESC LIMIT 1
            """))[0];
        var (cookie, _) = await portal.SignInAsync(member[0]);
        var (list, ownList, start, ownStart) = (await portal.PageAsync("/vorschlaege"), await portal.PageAsync("/vorschlaege", cookie), await portal.PageAsync("/"), await portal.PageAsync("/", cookie));
        var own = (await database.RowsAsync($"SELECT \"Kennung\", \"Id\" FROM \"Vorschlaege\" WHERE \"FachgruppeId\" = {member[1]} AND \"Zustand\" = 'InBeratung' ORDER BY \"Id\" LIMIT 1"))[0];
        var read = (await database.RowsAsync("SELECT \"Kennung\", \"Id\" FROM \"Vorschlaege\" WHERE \"VeroeffentlichtAm\" IS NOT NULL ORDER BY \"Id\" LIMIT 1 OFFSET 30"))[0];
        var groups = (await database.RowsAsync("SELECT \"Kennung\", \"Id\" FROM \"Fachgruppen\"")).Where(g => start.Contains($"\"/fachgruppen/{g[0]}\"", StringComparison.Ordinal)).Select(g => int.Parse(g[1], CultureInfo.InvariantCulture));
        var bodies = new Dictionary<string, string>();
        foreach (var (name, page) in new[] { ("liste", list), ("vorschlag", await portal.PageAsync("/vorschlaege/" + read[0])), ("start", start) })
        {
            bodies[name] = Path.Combine(folder, name + ".html");
            await File.WriteAllTextAsync(bodies[name], page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        return new(portal, new Plan(await database.IdsAsync(Numbers(list)), await database.IdsAsync(Numbers(ownList)), Int(read[1]), read[0], Int(own[1]), own[0], [Int(member[1])],
            await database.IdsAsync(Numbers(start)), [.. groups], await database.IdsAsync(Numbers(ownStart)), bodies), cookie);
    }

    /// <summary>The baseline's address, filled up to the bytes of the portal's page.</summary>
    public async Task<string> FilledAsync(BareProcess bare, string page, string cookie, string baseline)
    {
        var wanted = Encoding.UTF8.GetByteCount(await _portal.PageAsync(page, cookie));
        var without = await bare.BytesAsync(baseline);
        if (without > wanted) throw new InvalidOperationException($"{baseline} writes more than {page}: {without} instead of {wanted} bytes.");
        return without == wanted ? baseline : string.Create(CultureInfo.InvariantCulture, $"{baseline}?rest={wanted - without}");
    }

    private static List<string> Numbers(string page) => [.. Link().Matches(page).Select(m => m.Groups[1].Value).Distinct()];

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("href=\"/vorschlaege/([0-9]{4}-[0-9]+)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\{([0-9]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
