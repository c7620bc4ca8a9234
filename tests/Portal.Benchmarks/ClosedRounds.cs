using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Priorisierungen;
using Portal.Priorisierungen.Ergebnis;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Benchmarks;

/// <summary>Two closed rounds in one portal, a small and a very large one, made and evaluated with the portal's own verbs. Seats come from <see cref="Sheets"/>.</summary>
public static class ClosedRounds
{
    public const int Small = 50;
    public const int Large = 1_000;
    private const int Scorers = 20;

    /// <summary>
    /// <c>{0}</c> is the number of the round, <c>{1}</c> that of a Vorschlag in it, <c>{2}</c> the seat of the scorer, <c>{3}</c> where the last page begins. The
    /// scorer's sheet is filled but not handed in: its holder reads it after the close with the same queries as before.
    /// </summary>
    public static IReadOnlyList<(string Name, string Page, bool Scorer)> Pages { get; } =
    [
        ("a round", "/priorisierungen/{0}", false),
        ("a round, last page", "/priorisierungen/{0}?ab={3}", false),
        ("result of a round", "/priorisierungen/{0}/ergebnis", false),
        ("result of a round, last page", "/priorisierungen/{0}/ergebnis?ab={3}", false),
        ("one Vorschlag in a result", "/priorisierungen/{0}/ergebnis/{1}", false),
        ("a sheet", "/priorisierungen/{0}/boegen/{2}", true),
        ("one Vorschlag on a sheet", "/priorisierungen/{0}/boegen/{2}/{1}", true),
    ];

    /// <returns>The values for the places in <see cref="Pages"/>, and the address with which the scorer signs in.</returns>
    public static async Task<(string[] Small, string[] Large, string Scorer)> PrepareAsync(Database database)
    {
        await using var db = Sheets.Open(database);
        await db.Vorschlaege.Where(v => v.Weg != Fachgruppen.Weg.Fachsozialplanung && v.Zustand != Vorschlagszustand.Zurueckgezogen && db.Fassungen.Any(f => f.VorschlagId == v.Id)).ExecuteUpdateAsync(s => s.SetProperty(v => v.Zustand, Vorschlagszustand.Gesichtet));
        var (small, large) = (await CloseAsync(db, "1999-8", Small), await CloseAsync(db, "1999-9", Large));
        return (small, large, await db.Bewertungsboegen.Where(b => b.Runde.Kennung == "1999-9" && b.Sitz == large[2]).Join(db.Personen, b => b.InhaberId, p => p.Id, (_, p) => p.Email).SingleAsync());
    }

    private static async Task<string[]> CloseAsync(PortalDb db, string number, int size)
    {
        var (now, today) = (DateTime.UtcNow, Ortszeit.Datum(DateTime.UtcNow));
        var manager = await Sheets.ManagerAsync(db);
        var (bylaws, seats) = await db.KonferenzAmAsync(today);
        var round = db.Add(new Priorisierungsrunde(number, string.Create(CultureInfo.InvariantCulture, $"Runde mit {size}"), null, manager, now)).Entity;
        var proposals = await db.ZurWahl(round).Take(size).ToListAsync();
        if (proposals.Count < size) throw new InvalidOperationException($"There are {proposals.Count} Vorschläge for a round of {size} only.");
        round.Zuschneiden(round.Titel, now, now.AddDays(20), [.. bylaws!.Inhalt.Kriterien.Select(k => k.Schluessel)], new([.. proposals.Select(v => new Rundenposten(v))], []), bylaws, manager, now);
        var sheets = round.Eroeffnen(bylaws, seats, [], await db.EingereichteFassungenAsync([.. proposals.Select(v => v.Id)]), manager, now);
        db.AddRange(sheets);
        await db.SaveChangesAsync();
        foreach (var (turn, sheet) in sheets.Where(s => s.InhaberId is not null).TakeLast(Scorers).Index()) Fill(sheet, round, turn, now, handIn: turn < Scorers - 1);
        round.Schliessen("Für die Messung.", Scorers, manager, now);
        round.Vollziehen(sheets, now);
        await db.SaveChangesAsync();
        db.Add(Rundenergebnis.Feststellen(await db.RundendatenAsync(round, now), now));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return [number, proposals[size / 2].Kennung, sheets.Last(s => s.InhaberId is not null).Sitz, (size - Small + 1).ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>Points that differ from seat to seat and from Vorschlag to Vorschlag, the same in every run; the first criterion has extremes, with their reason.</summary>
    private static void Fill(Bewertungsbogen sheet, Priorisierungsrunde round, int turn, DateTime now, bool handIn)
    {
        var holder = new Akteur(sheet.InhaberId!.Value, "", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>());
        var criteria = round.Grundlage!.Kriterien;
        foreach (var (place, proposal) in round.Vorschlaege.Index())
        {
            var points = string.Concat(criteria.Select((_, c) => Mixed(turn, place, c) is var mixed && c == 0 ? (char)('0' + mixed % 5) : (char)('1' + mixed % 3)));
            var reasons = points[0] is '0' or '4' ? new Dictionary<string, string> { [criteria[0].Schluessel] = "Das zeigen die Zahlen im Vorschlag." } : [];
            sheet.Bewerten(proposal, new(false, "", points, reasons), 0, new(sheet.InhaberId, ""), false, holder, now);
        }
        if (handIn) sheet.Abgeben(round.Vorschlaege, new(sheet.InhaberId, ""), false, holder, now);
    }

    private static int Mixed(int turn, int place, int criterion) => turn * 7 + place * (criterion + 3) + place / 11;
}
