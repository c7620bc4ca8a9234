using System.Text.RegularExpressions;
using Portal.Platform.Data;

namespace Portal.Platform.Mail;

/// <summary>One line of the page „Postausgang“.</summary>
public sealed record OutboxRow(long Id, string Key, string ToName, string ToAddress, string Subject, DateTime CreatedAt, MailState State, DateTime DueAt, DateTime? LeasedUntil, int Attempts, string? LastError);

public static class Outbox
{
    public const int PageSize = 50;

    extension(PortalDb db)
    {
        /// <summary>Newest first; one more than a page, to know whether there is another.</summary>
        /// <param name="before">Key of the last line of the page before; null begins at the newest.</param>
        public IQueryable<OutboxRow> OutboxPage(MailState? state, string? words, long? before)
        {
            var mails = db.OutgoingMails.AsQueryable();
            if (state is { } only) mails = mails.Where(m => m.State == only);
            mails = mails.WithText(words, m => m.ToAddress, m => m.ToName, m => m.Subject);
            if (before is { } id) mails = mails.Where(m => m.Id < id);
            return mails.OrderByDescending(m => m.Id).Take(PageSize + 1)
                .Select(m => new OutboxRow(m.Id, m.Key, m.ToName, m.ToAddress, m.Subject, m.CreatedAt, m.State, m.DueAt, m.LeasedUntil, m.Attempts, m.LastError));
        }
    }

    public static string Anzeige(this MailState state) => state switch
    {
        MailState.Waiting => "wartet",
        MailState.Sent => "gesendet",
        MailState.Failed => "nicht gesendet",
        MailState.Kept => "liegt hier",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no name."),
    };
}

/// <summary>The plain text of a mail in pieces: words, and addresses that can be followed.</summary>
public static partial class MailText
{
    /// <param name="portal">The portal's own address; links to it become paths, so that they work wherever the page is opened.</param>
    public static IEnumerable<(string Text, string? Href)> Pieces(string text, string portal)
    {
        var end = 0;
        var root = portal.TrimEnd('/');
        foreach (Match match in Address().Matches(text))
        {
            if (match.Index > end) yield return (text[end..match.Index], null);
            yield return (match.Value, match.Value.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase) ? match.Value[root.Length..] : match.Value);
            end = match.Index + match.Length;
        }
        if (end < text.Length) yield return (text[end..], null);
    }

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
