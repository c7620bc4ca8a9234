using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks.Bare;

/// <summary>
/// What MVC and EF Core cost by themselves: a compiled query without tracking, a Razor view, nothing else. <c>rest</c> fills the page up to
/// the bytes of the portal's page.
/// </summary>
public sealed class BareController(BareDb db, Plan plan) : Controller
{
    private static readonly ConcurrentDictionary<int, string> s_fillers = new();

    private static readonly Func<BareDb, int[], IAsyncEnumerable<ListRow>> s_list = EF.CompileAsyncQuery((BareDb db, int[] ids) => db.Proposals.AsNoTracking().Where(p => ids.Contains(p.Id))
        .Select(p => new ListRow(p.Id, p.Kennung, p.Titel, p.Kurzfassung, p.FachgruppeId, p.Weg, p.HandlungsfeldId, p.Art, p.Zustand, p.StandSeit, p.EingereichtAm, p.VeroeffentlichtAm, p.KostenEinmalig,
            p.KostenLaufend, p.ZeitrahmenVon, p.ZeitrahmenBis)));

    private static readonly Func<BareDb, int, Task<ProposalRow?>> s_proposal = EF.CompileAsyncQuery((BareDb db, int id) => db.Proposals.AsNoTracking().FirstOrDefault(p => p.Id == id));

    private static readonly Func<BareDb, int, IAsyncEnumerable<FieldRow>> s_fields = EF.CompileAsyncQuery((BareDb db, int id) => db.Fields.AsNoTracking().Where(f => f.VorschlagId == id));

    private static readonly Func<BareDb, int, IAsyncEnumerable<MatrixRow>> s_rows = EF.CompileAsyncQuery((BareDb db, int id) =>
        db.Rows.AsNoTracking().Where(r => r.VorschlagId == id).OrderBy(r => r.Zielfeld).ThenBy(r => r.Reihenfolge).AsQueryable());

    private static readonly Func<BareDb, string, IAsyncEnumerable<HistoryRow>> s_history = EF.CompileAsyncQuery((BareDb db, string number) =>
        db.Events.Where(e => e.Gegenstand == "Vorschlag" && e.Kennung == number).OrderByDescending(e => e.Id).Take(200)
            .Select(e => new HistoryRow(e.Satz, e.Grund, e.Zeitpunkt, db.People.Where(p => p.Id == e.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault(), "")));

    private static readonly Func<BareDb, int, IAsyncEnumerable<CommentRow>> s_comments = EF.CompileAsyncQuery((BareDb db, int id) =>
        db.Comments.AsNoTracking().Where(c => c.VorschlagId == id && c.ErledigtAm == null && c.EntferntAm == null));

    private static readonly Func<BareDb, int[], DateTime, IAsyncEnumerable<HistoryRow>> s_news = EF.CompileAsyncQuery((BareDb db, int[] groups, DateTime since) =>
        db.Events.Where(e => e.Zeitpunkt > since && e.FachgruppeId != null && groups.Contains(e.FachgruppeId.Value)).OrderByDescending(e => e.Id).Take(150)
            .Select(e => new HistoryRow(e.Satz, e.Grund, e.Zeitpunkt, db.People.Where(p => p.Id == e.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault(),
                db.Groups.Where(g => g.Id == e.FachgruppeId).Select(g => g.Name).First())));

    private static readonly Func<BareDb, int[], IAsyncEnumerable<FieldRow>> s_draftFields = EF.CompileAsyncQuery((BareDb db, int[] ids) => db.Fields.AsNoTracking().Where(f => ids.Contains(f.VorschlagId)));

    private static readonly Func<BareDb, int, int, IAsyncEnumerable<Draft>> s_draft = EF.CompileAsyncQuery((BareDb db, int proposal, int field) =>
        db.Proposals.Where(p => p.Id == proposal).Join(db.Fields.Where(f => f.Id == field), p => p.Id, f => f.VorschlagId, (p, f) => new Draft(p, f)));

    private static readonly Func<BareDb, int, int, IAsyncEnumerable<Scoring>> s_scoring = EF.CompileAsyncQuery((BareDb db, int sheet, int score) =>
        db.Sheets.Where(s => s.Id == sheet).Join(db.Scores.Where(s => s.Id == score), s => s.Id, s => s.BogenId, (sheet, score) => new Scoring(sheet, score)));

    [HttpGet("/ef/liste")]
    public async Task<IActionResult> List(int rest) => View("List", new ListPage(await s_list(db, plan.OwnListIds).ToListAsync(), Filler(rest)));

    [HttpGet("/ef/vorschlag")]
    public async Task<IActionResult> Proposal(int rest) => View("Proposal", new ProposalPage((await s_proposal(db, plan.OwnProposalId))!, await s_fields(db, plan.OwnProposalId).ToListAsync(),
        await s_rows(db, plan.OwnProposalId).ToListAsync(), await s_history(db, plan.OwnProposal).ToListAsync(), await s_comments(db, plan.OwnProposalId).CountAsync(), Filler(rest)));

    [HttpGet("/ef/start")]
    public async Task<IActionResult> Start(int rest)
    {
        var drafts = await s_list(db, plan.OwnDrafts).ToListAsync();
        var written = await s_draftFields(db, plan.OwnDrafts).CountAsync(f => f.Wert.Length > 0);
        return View("Start", new StartPage(drafts, written, await s_news(db, plan.OwnGroups, DateTime.UtcNow.AddDays(-30)).ToListAsync(), Filler(rest)));
    }

    /// <summary>The same two rows that the portal writes.</summary>
    [HttpPut("/ef/entwurf/{proposal:int}/{field:int}")]
    public async Task<IActionResult> Save(int proposal, int field, [FromBody] DraftMessage message)
    {
        var draft = await s_draft(db, proposal, field).FirstAsync();
        var text = message.Werte.Values.First();
        var now = DateTime.UtcNow;
        (draft.Field.Wert, draft.Field.Html, draft.Field.GeaendertAm, draft.Field.Version) = (text, $"<p>{text}</p>\n", now, draft.Field.Version + 1);
        draft.Proposal.GeaendertAm = now;
        await db.SaveChangesAsync();
        return Json(new { version = draft.Field.Version });
    }

    /// <inheritdoc cref="Save"/>
    [HttpPost("/ef/bogen/{sheet:int}/{score:int}")]
    public async Task<IActionResult> Score(int sheet, int score, [FromForm] ScoreMessage message)
    {
        var scoring = await s_scoring(db, sheet, score).FirstAsync();
        var now = DateTime.UtcNow;
        (scoring.Score.Punkte, scoring.Score.Begruendungen) = (string.Concat(message.Punkte.Values), JsonSerializer.Serialize(message.Gruende));
        (scoring.Score.Stand, scoring.Score.GespeichertAm) = (scoring.Score.Stand + 1, now);
        (scoring.Sheet.Version, scoring.Sheet.GespeichertAm) = (scoring.Sheet.Version + 1, now);
        await db.SaveChangesAsync();
        return Json(new { stand = scoring.Score.Stand });
    }

    private static string Filler(int rest) => s_fillers.GetOrAdd(rest, length => new string('x', length));

    private sealed record Draft(ProposalRow Proposal, FieldRow Field);

    private sealed record Scoring(SheetRow Sheet, ScoreRow Score);
}

public sealed record DraftMessage(int Version, Dictionary<string, string> Werte, Dictionary<string, string> Grund);

public sealed class ScoreMessage
{
    public int Stand { get; set; }
    public Dictionary<string, string> Punkte { get; set; } = [];
    public Dictionary<string, string> Gruende { get; set; } = [];
}

public sealed record ListRow(int Id, string Kennung, string Titel, string Kurzfassung, int FachgruppeId, string Weg, int? HandlungsfeldId, string? Art, string Zustand, DateTime StandSeit,
    DateTime? EingereichtAm, DateTime? VeroeffentlichtAm, long? KostenEinmalig, long? KostenLaufend, DateOnly? ZeitrahmenVon, DateOnly? ZeitrahmenBis);

public sealed record HistoryRow(string Satz, string? Grund, DateTime Zeitpunkt, string? Wer, string Gruppe);

public sealed record ListPage(IReadOnlyList<ListRow> Rows, string Rest);

public sealed record ProposalPage(ProposalRow Proposal, IReadOnlyList<FieldRow> Fields, IReadOnlyList<MatrixRow> Rows, IReadOnlyList<HistoryRow> History, int Comments, string Rest);

public sealed record StartPage(IReadOnlyList<ListRow> Drafts, int Written, IReadOnlyList<HistoryRow> News, string Rest);
