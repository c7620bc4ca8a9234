using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Jobs;

namespace Portal.Platform.Mail;

public static class MailRetention
{
    /// <summary>Longer than any link in a mail is good for.</summary>
    private static readonly TimeSpan s_secrets = TimeSpan.FromDays(30);

    public static async Task LetGoAsync(PortalDb db, RetentionSettings periods, DateTime now, CancellationToken cancel)
    {
        var (secret, sent, failed) = (now - s_secrets, now.AddDays(-periods.GesendeteMailsTage), now.AddDays(-periods.GescheiterteMailsTage));
        await db.WriteAsync(() => db.OutgoingMails
            .Where(m => m.Confidential && m.CreatedAt < secret && m.TextBody != "" && (m.State == MailState.Failed || m.State == MailState.Kept))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.TextBody, "").SetProperty(x => x.HtmlBody, ""), cancel), cancel);
        await db.WriteAsync(() => db.OutgoingMails
            .Where(m => (m.State == MailState.Sent && m.SentAt <= sent) || (m.State == MailState.Kept && m.CreatedAt <= sent) || (m.State == MailState.Failed && m.CreatedAt <= failed))
            .ExecuteDeleteAsync(cancel), cancel);
    }
}
