namespace Portal.Platform.Mail;

/// <summary>
/// Hands one mail to the mail server. Which library does it is chosen when the program is built (<c>-p:MailEngine=…</c>,
/// see docs/entscheidungen); nothing outside <c>Mail/Engines</c> knows.
/// </summary>
public interface IMailEngine
{
    /// <summary>Returns once the server has taken the mail over.</summary>
    /// <exception cref="MailNotSent">when it has not; with a sentence for the Administration.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancel);
}

/// <summary>The server did not take a mail. The message is the German sentence the Administration reads.</summary>
public sealed class MailNotSent : Exception
{
    public MailNotSent() { }
    public MailNotSent(string message) : base(message) { }
    public MailNotSent(string message, Exception inner) : base(message, inner) { }

    public MailNotSent(string message, bool permanent, Exception inner) : base(message, inner) => Permanent = permanent;

    /// <summary>Trying again would not help: the server refuses this recipient for good.</summary>
    public bool Permanent { get; }
}
