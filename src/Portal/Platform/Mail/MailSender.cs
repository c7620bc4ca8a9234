using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Platform.Mail;

/// <summary>
/// Sends what is due. May be called at any time, on any node, any number of times: a mail is claimed by an UPDATE that only one
/// caller wins, with a lease, so that a node that dies leaves it to the others.
/// What a crash means, honestly: SMTP has no transaction in common with a database. A node that dies after the server said „250“ and
/// before the row says „sent“ leaves a mail that is sent again when the lease runs out. Nothing lies between the two but one UPDATE,
/// and both copies carry the same Message-ID, by which mail systems recognise them. No mail is ever lost.
/// </summary>
public sealed partial class MailSender(PortalDb db, IMailEngine engine, MailSettings settings, TimeProvider clock, ILogger<MailSender> log)
{
    /// <summary>Longer than one try may take.</summary>
    private TimeSpan Lease => TimeSpan.FromSeconds(settings.ZeitgrenzeSekunden) + TimeSpan.FromMinutes(1);

    /// <summary>The pauses before the second, third … try: two days in all, then the mail counts as failed.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4),
        TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(12),
    ];

    /// <returns>How many mails left the portal.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        var sent = 0;
        while (!cancel.IsCancellationRequested && await DueAsync(cancel) is { Count: > 0 } due)
            foreach (var id in due)
                if (await ClaimAsync(id, cancel) is { } lease && await TryAsync(id, lease, cancel)) sent++;
        return sent;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<List<long>> DueAsync(CancellationToken cancel)
    {
        var now = Now;
        return db.OutgoingMails.Where(m => m.State == MailState.Waiting && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil < now))
            .OrderBy(m => m.DueAt).Select(m => m.Id).Take(50).ToListAsync(cancel);
    }

    private async Task<DateTime?> ClaimAsync(long id, CancellationToken cancel)
    {
        var now = Now;
        // Whole milliseconds, so that the value read back is the value written.
        var until = new DateTime((now + Lease).Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        var won = await db.WriteAsync(() => db.OutgoingMails
            .Where(m => m.Id == id && m.State == MailState.Waiting && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil < now))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.LeasedUntil, until).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancel), cancel);
        return won == 1 ? until : null;
    }

    private async Task<bool> TryAsync(long id, DateTime lease, CancellationToken cancel)
    {
        var mail = await db.OutgoingMails.AsNoTracking().SingleAsync(m => m.Id == id, cancel);
        if (settings.StaysHere)
        {
            await FinishAsync(mail, lease, MailState.Kept, null);
            return false;
        }
        try
        {
            await engine.SendAsync(mail, cancel);
        }
        catch (MailNotSent e)
        {
            LogNotSent(mail.Key, mail.Attempts, e.Message);
            var givenUp = e.Permanent || mail.Attempts > Pauses.Count;
            await FinishAsync(mail, lease, givenUp ? MailState.Failed : MailState.Waiting, e.Message);
            return false;
        }
        // Not to be cancelled: the server has the mail, the row must say so.
        await FinishAsync(mail, lease, MailState.Sent, null);
        return true;
    }

    private async Task FinishAsync(OutgoingMail mail, DateTime lease, MailState state, string? error)
    {
        if (mail.ForgetOnceSent && state is (MailState.Sent or MailState.Failed))
        {
            await db.WriteAsync(() => db.OutgoingMails.Where(m => m.Id == mail.Id && m.LeasedUntil == lease).ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
            return;
        }
        var now = Now;
        var due = state == MailState.Waiting ? now + Pauses[mail.Attempts - 1] : mail.DueAt;
        var empty = state == MailState.Sent && mail.Confidential;
        DateTime? sentAt = state == MailState.Sent ? now : null;
        var (text, html) = empty ? ("", "") : (mail.TextBody, mail.HtmlBody);
        await db.WriteAsync(() => db.OutgoingMails.Where(m => m.Id == mail.Id && m.LeasedUntil == lease).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.State, state).SetProperty(x => x.LeasedUntil, (DateTime?)null).SetProperty(x => x.DueAt, due)
            .SetProperty(x => x.SentAt, sentAt).SetProperty(x => x.LastError, error)
            .SetProperty(x => x.TextBody, text).SetProperty(x => x.HtmlBody, html), CancellationToken.None), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Key} nicht gesendet (Versuch {Attempt}): {Reason}")]
    private partial void LogNotSent(string key, int attempt, string reason);
}
