using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Platform.Mail;

/// <summary>
/// The outbox, for whoever must find out why a mail did not come; in a demo it is the inbox where mails are read and their links followed.
/// </summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration), Route("/verwaltung/postausgang")]
public sealed class OutboxController(PortalDb db, TimeProvider uhr, MailSettings settings) : PortalController(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Liste(MailState? stand, string? q, long? vor)
    {
        var rows = await Db.OutboxPage(stand, q, vor).ToListAsync();
        return View(new OutboxPage(rows, stand, q, vor is not null, settings.StaysHere, Jetzt));
    }

    [HttpGet("{key}")]
    public async Task<IActionResult> Mail(string key)
    {
        return await Db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Key == key) is { } mail ? View(new MailPage(mail, settings)) : NotFound();
    }

    [HttpPost("{key}/neuer-versuch")]
    public async Task<IActionResult> NeuerVersuch(string key)
    {
        if (await Db.OutgoingMails.SingleOrDefaultAsync(m => m.Key == key) is not { } mail) return NotFound();
        mail.SendAgain(Jetzt);
        await Db.SaveChangesAsync();
        Melden("Die Mail wird in den nächsten Sekunden noch einmal gesendet.");
        return Redirect($"/verwaltung/postausgang/{key}");
    }
}

/// <summary>One page of the list. <paramref name="Rows"/> may hold one more than is shown.</summary>
public sealed record OutboxPage(IReadOnlyList<OutboxRow> Rows, MailState? State, string? Words, bool IsLaterPage, bool StaysHere, DateTime Now)
{
    public IEnumerable<OutboxRow> Shown => Rows.Take(Outbox.PageSize);
    public OutboxRow? Last => Rows.Count > Outbox.PageSize ? Rows[Outbox.PageSize - 1] : null;
    public bool IsFiltered => State is not null || !string.IsNullOrWhiteSpace(Words);

    /// <summary>What happens next, or why it does not.</summary>
    public string Note(OutboxRow row) => row switch
    {
        { State: MailState.Waiting } when row.LeasedUntil > Now => "wird gerade gesendet",
        { State: MailState.Waiting, Attempts: > 0 } => $"nächster Versuch {Grundbegriffe.Ortszeit.KurzMitUhrzeit(row.DueAt)}. {row.LastError}",
        _ => row.LastError ?? "",
    };
}

public sealed record MailPage(OutgoingMail Mail, MailSettings Settings)
{
    /// <summary>Why the words are not shown; empty when they are.</summary>
    public string Withheld =>
        Mail.TextBody.Length == 0 ? "Der Inhalt war nur für diese Person bestimmt (ein persönlicher Link oder eine persönliche Antwort) und wurde nach dem Senden gelöscht."
        : Mail.Confidential && !Settings.StaysHere ? "Der Inhalt ist nur für die Person bestimmt, an die er geht (ein persönlicher Link oder eine persönliche Antwort). Nach dem Senden wird er gelöscht."
        : "";

    /// <summary>Links can be followed where the mail is read by whom it is for: in the demo. Elsewhere they lead to what is not the reader's business.</summary>
    public IEnumerable<(string Text, string? Href)> Pieces => Settings.StaysHere ? MailText.Pieces(Mail.TextBody, Settings.Portaladresse) : [(Mail.TextBody, null)];
}
