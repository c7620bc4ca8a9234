using System.Text;
using System.Text.Encodings.Web;
using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Platform.Mail;

/// <summary>
/// Writes a mail from its parts, as plain text and as HTML with the same words. Add the result to <c>Db.OutgoingMails</c> in the
/// same <c>SaveChanges</c> as its cause. What groups write among themselves stands in no mail, only where to read it: the outbox is read
/// by the municipality's IT, and what has left the portal nobody can take back.
/// </summary>
public sealed class MailWriter(MailSettings settings, TimeProvider clock)
{
    /// <param name="toName">Name of the recipient; line breaks are taken out, so no header can be forged.</param>
    /// <param name="paragraphs">Plain sentences; never HTML.</param>
    /// <param name="link">Path within the portal and the words on the button; null when there is nothing to open.</param>
    /// <param name="why">Why this mail came and how to change that.</param>
    /// <param name="confidential">Holds a secret link, or words for this person only: shown to nobody else and emptied once sent.</param>
    /// <param name="names">Whose name the mail carries besides the recipient's, so that it goes when that person goes.</param>
    public OutgoingMail Write(string toAddress, string toName, string subject, IReadOnlyList<string> paragraphs, (string Path, string Words)? link, string why, bool confidential = false, Akteur? names = null)
    {
        var url = link is { } l ? settings.Portaladresse.TrimEnd('/') + l.Path : null;
        return new OutgoingMail
        {
            Key = Kennungen.Zufaellig() + Kennungen.Zufaellig(),
            ToAddress = OneLine(toAddress),
            ToName = OneLine(toName),
            Subject = OneLine(subject),
            TextBody = Text(toName, paragraphs, url, why),
            HtmlBody = Html(toName, subject, paragraphs, url, link?.Words, why),
            Confidential = confidential,
            NamesPersonId = names?.PersonId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            DueAt = clock.GetUtcNow().UtcDateTime,
        };
    }

    public OutgoingMail Write(Person to, string subject, IReadOnlyList<string> paragraphs, (string Path, string Words)? link, string why, bool confidential = false, Akteur? names = null) =>
        Write(to.Email, to.Name, subject, paragraphs, link, why, confidential, names);

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Text(string toName, IReadOnlyList<string> paragraphs, string? url, string why)
    {
        var text = new StringBuilder($"Guten Tag {OneLine(toName)},\n\n");
        foreach (var paragraph in paragraphs) text.Append(paragraph).Append("\n\n");
        if (url is not null) text.Append(url).Append("\n\n");
        return text.Append("--\n").Append(why).Append('\n').ToString();
    }

    private static string Html(string toName, string subject, IReadOnlyList<string> paragraphs, string? url, string? words, string why)
    {
        var e = HtmlEncoder.Default;
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>").Append(e.Encode(subject)).Append("</title></head>")
            .Append("<body style=\"font-family:'Fira Sans',Arial,sans-serif;font-size:16px;line-height:1.5;color:#171a2b\">")
            .Append("<p>Guten Tag ").Append(e.Encode(OneLine(toName))).Append(",</p>");
        foreach (var paragraph in paragraphs) html.Append("<p>").Append(e.Encode(paragraph).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>");
        if (url is not null)
            html.Append("<p><a href=\"").Append(e.Encode(url)).Append("\" style=\"display:inline-block;padding:12px 20px;background:#171a2b;color:#ffffff;text-decoration:none;border-radius:4px\">")
                .Append(e.Encode(words ?? "Öffnen")).Append("</a></p><p>Falls der Knopf nicht geht: ").Append(e.Encode(url)).Append("</p>");
        return html.Append("<hr><p style=\"font-size:14px\">").Append(e.Encode(why)).Append("</p></body></html>").ToString();
    }
}
