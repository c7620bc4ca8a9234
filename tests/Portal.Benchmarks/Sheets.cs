using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Priorisierungen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Benchmarks;

/// <summary>A hundred people who fill in a sheet each, in one open round. The round is made with the portal's own verbs.</summary>
public sealed class Sheets
{
    public const int Number = 100;
    private const string Title = "Runde zum Messen";
    private readonly Database _portal;
    private readonly List<Scorer> _scorers;

    private Sheets(Database portal, List<Scorer> scorers) => (_portal, _scorers) = (portal, scorers);

    private sealed record Scorer(int Sheet, int Score, string Path, string Cookie, string Token);

    /// <summary>Seats a hundred people and opens a round for them; every seat has scored its Vorschlag once.</summary>
    public static async Task PrepareAsync(Database database)
    {
        await using var db = Open(database);
        var (now, today) = (DateTime.UtcNow, Ortszeit.Datum(DateTime.UtcNow));
        var manager = await ManagerAsync(db);
        var bylaws = await db.Geschaeftsordnungen.SingleAsync(g => g.GiltAb == null);
        bylaws.BaenkeFestlegen([.. bylaws.Inhalt.Baenke.Select(b => b.NachFraktionen ? b : b with { Sitze = b.Sitze + Number / 2 })], manager);
        await db.InKraftSetzenAsync(bylaws, today, "Für die Messung.", manager, now);
        await db.SaveChangesAsync();
        var people = await db.Personen.Where(p => p.Email.StartsWith("person")).OrderBy(p => p.Id).Take(Number).ToListAsync();
        var seats = (await db.Sitze.Am(today).MitBesetzungen.OrderBy(s => s.Id).ToListAsync()).Where(s => s.InhaberAm(today) is null && s.Fraktion.Length == 0);
        foreach (var (seat, person) in seats.Zip(people)) seat.Besetzen(person, Sitzstellung.Inhaber, today, "Musterstadt", [], 1, manager, now);
        await db.RollenAngleichenAsync([.. people.Select(p => p.Id)], manager, now);
        await db.SaveChangesAsync();
        await OpenRoundAsync(db, [.. people.Select(p => p.Id)], manager, now, today);
    }

    /// <summary>All of them sign in.</summary>
    public static async Task<Sheets> SignInAsync(PortalServer portal, Database database)
    {
        var sheets = await database.RowsAsync($"""
            SELECT b."Id", w."Id", r."Kennung", b."Sitz", v."Kennung", p."Email" FROM "Bewertungsboegen" b JOIN "Priorisierungsrunden" r ON r."Id" = b."RundeId" JOIN "Bewertungen" w ON w."BogenId" = b."Id"
            JOIN "Rundenvorschlaege" x ON x."Id" = w."RundenvorschlagId" JOIN "Vorschlaege" v ON v."Id" = x."VorschlagId" JOIN "Personen" p ON p."Id" = b."InhaberId" WHERE r."Titel" = '{Title}' ORDER BY b."Id"
            """);
        var scorers = new List<Scorer>();
        foreach (var sheet in sheets)
        {
            var (cookie, token) = await portal.SignInAsync(sheet[5]);
            scorers.Add(new(int.Parse(sheet[0], CultureInfo.InvariantCulture), int.Parse(sheet[1], CultureInfo.InvariantCulture), $"/priorisierungen/{sheet[2]}/boegen/{sheet[3]}/{sheet[4]}/zwischenstand", cookie, token));
        }
        return scorers.Count == Number ? new(database, scorers) : throw new InvalidOperationException($"There are sheets for {scorers.Count} people only.");
    }

    public async Task<Load> PortalAsync(PortalServer portal, string folder, int seconds)
    {
        var counts = (await _portal.RowsAsync($"SELECT \"Id\", \"Stand\" FROM \"Bewertungen\" WHERE \"Id\" IN ({string.Join(',', _scorers.Select(s => s.Score))})")).ToDictionary(r => int.Parse(r[0], CultureInfo.InvariantCulture), r => r[1]);
        return await SaveAsync(portal.Address, folder, seconds, _scorers.Select(s => $"{s.Path}\t{counts[s.Score]}\t{s.Cookie}\t{s.Token}"));
    }

    public Task<Load> BareAsync(BareProcess bare, string folder, int seconds) =>
        SaveAsync(bare.Address, folder, seconds, _scorers.Select(s => string.Create(CultureInfo.InvariantCulture, $"/ef/bogen/{s.Sheet}/{s.Score}\t0\t\t")));

    private static async Task<Load> SaveAsync(Uri address, string folder, int seconds, IEnumerable<string> lines)
    {
        var file = Path.Combine(folder, "scorers.txt");
        await File.WriteAllLinesAsync(file, lines);
        return await Wrk.SaveAsync(address, "scoring.lua", file, Number, 0, seconds);
    }

    private static async Task OpenRoundAsync(PortalDb db, HashSet<int> people, Akteur manager, DateTime now, DateOnly today)
    {
        var (bylaws, seats) = await db.KonferenzAmAsync(today);
        var round = db.Add(new Priorisierungsrunde("1999-1", Title, null, manager, now)).Entity;
        var proposals = await db.ZurWahl(round).Take(3).ToListAsync();
        round.Zuschneiden(Title, now, now.AddDays(20), [.. bylaws!.Inhalt.Kriterien.Select(k => k.Schluessel)], new([.. proposals.Select(v => new Rundenposten(v))], []), bylaws, manager, now);
        var sheets = round.Eroeffnen(bylaws, seats, [], await db.EingereichteFassungenAsync([.. proposals.Select(v => v.Id)]), manager, now);
        db.AddRange(sheets);
        await db.SaveChangesAsync();
        foreach (var sheet in sheets.Where(s => s.InhaberId is { } holder && people.Contains(holder)))
            sheet.Bewerten(round.Vorschlaege[0], new(false, "", new string('2', bylaws.Inhalt.Kriterien.Count), new Dictionary<string, string>()), 0, new(sheet.InhaberId, ""), false,
                new Akteur(sheet.InhaberId!.Value, "", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>()), now);
        await db.SaveChangesAsync();
    }

    internal static async Task<Akteur> ManagerAsync(PortalDb db) =>
        new(await db.Users.Where(k => k.Email == Visit.Manager).Select(k => k.PersonId).SingleAsync(), "", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());

    internal static PortalDb Open(Database database)
    {
        var settings = new DatabaseSettings { Art = database.IsPostgres ? "Postgres" : "Sqlite", Verbindung = database.Connection };
        return settings.IsPostgres ? new PostgresPortalDb(Options<PostgresPortalDb>()) : new SqlitePortalDb(Options<SqlitePortalDb>());

        DbContextOptions<T> Options<T>() where T : PortalDb
        {
            var options = new DbContextOptionsBuilder<T>();
            DatabaseSetup.Configure(options, settings);
            return options.Options;
        }
    }
}
