using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Abstimmungen.Papier;

namespace Portal.Platform.Jobs;

/// <summary>Forgets what has served its time: secrets of invitations nobody took up, mails sent long ago, links nobody can use any more, earlier states of an urn.</summary>
public sealed class ClearUp(PortalDb db, MailSettings mail, TimeProvider clock)
{
    private static readonly TimeSpan s_afterExpiry = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var expired = now - s_afterExpiry;
        await db.WriteAsync(() => db.Einladungen
            .Where(e => e.GueltigBis < expired && !e.Abdruck.StartsWith("erloschen-"))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Abdruck, x => "erloschen-" + x.Kennung), cancel), cancel);
        await db.WriteAsync(() => db.OutgoingMails
            .Where(m => m.Confidential && m.CreatedAt < expired && m.TextBody != "" && (m.State == MailState.Failed || m.State == MailState.Kept))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.TextBody, "").SetProperty(x => x.HtmlBody, ""), cancel), cancel);
        var old = now.AddDays(-mail.AufbewahrungTage);
        await db.WriteAsync(() => db.OutgoingMails.Where(m => m.State == MailState.Sent && m.SentAt < old).ExecuteDeleteAsync(cancel), cancel);
        // Done when a secret vote is closed, too; then a backup may have been in the way.
        await db.ForgetEarlierVersionsAsync<Urne>(cancel);
        await db.ForgetEarlierVersionsAsync<Papierabgabe>(cancel);
    }
}
