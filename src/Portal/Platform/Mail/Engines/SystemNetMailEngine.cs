using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Portal.Platform.Mail.Engines;

/// <summary>Sends with System.Net.Mail, which is in the box: STARTTLS (port 587), user and password; no implicit TLS (port 465).</summary>
public sealed class MailEngine : IMailEngine
{
    private readonly MailSettings _settings;

    public MailEngine(MailSettings settings)
    {
        _settings = settings;
        // The one hook this library has; nothing else in the program uses it.
#pragma warning disable SYSLIB0014, MA0039 // Name and dates are still checked; only the root may be the municipality's own.
        if (settings.EigeneZertifizierungsstelle.Length > 0) ServicePointManager.ServerCertificateValidationCallback = IsSignedByOwnAuthority;
#pragma warning restore SYSLIB0014, MA0039
    }

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(_settings.ZeitgrenzeSekunden));
        try
        {
            using var message = Compose(mail);
            using var client = new SmtpClient(_settings.Server, _settings.Port) { EnableSsl = _settings.StartTls, DeliveryMethod = SmtpDeliveryMethod.Network };
            if (_settings.Benutzer.Length > 0) client.Credentials = new NetworkCredential(_settings.Benutzer, _settings.Kennwort);
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new MailNotSent($"Der Mailserver {Server} hat {_settings.ZeitgrenzeSekunden} Sekunden lang nicht geantwortet.", e);
        }
        catch (Exception e) when (e is SmtpException or FormatException or IOException or AuthenticationException or InvalidOperationException)
        {
            throw new MailNotSent(Sentence(e), IsPermanent(e), e);
        }
    }

    private string Server => $"{_settings.Server}:{_settings.Port}";

    private MailMessage Compose(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = new MailAddress(_settings.Absender, _settings.Absendername, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.ToAddress, mail.ToName, Encoding.UTF8));
        message.Headers.Add("Message-ID", $"<{mail.Key}@{message.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(View(mail.TextBody, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.HtmlBody, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string body, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(body, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    private string Sentence(Exception e) => e switch
    {
        FormatException => $"Eine Adresse ist keine gültige E-Mail-Adresse: {e.Message}",
        SmtpFailedRecipientException r => $"Der Mailserver nimmt keine Mail für {r.FailedRecipient} an: {r.Message}",
        _ when Inner<AuthenticationException>(e) is { } a => $"Die verschlüsselte Verbindung zum Mailserver {Server} kam nicht zustande (Zertifikat?): {a.Message}",
        SmtpException { StatusCode: SmtpStatusCode.MustIssueStartTlsFirst } => $"Der Mailserver {Server} verlangt eine verschlüsselte Verbindung oder die Anmeldung mit Benutzer und Kennwort: {e.Message}",
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } => $"Der Mailserver {Server} ist nicht zu erreichen: {Innermost(e)}",
        SmtpException => $"Der Mailserver {Server} hat die Mail nicht angenommen: {e.Message}",
        _ => $"Die Mail konnte nicht übergeben werden: {Innermost(e)}",
    };

    private static bool IsPermanent(Exception e) =>
        e is FormatException || (e is SmtpFailedRecipientException { StatusCode: var code } && (int)code is >= 550 and < 560);

    private static T? Inner<T>(Exception? e) where T : Exception => e is null ? null : e as T ?? Inner<T>(e.InnerException);

    private static string Innermost(Exception e) => e.InnerException is null ? e.Message : Innermost(e.InnerException);

    private bool IsSignedByOwnAuthority(object sender, X509Certificate? certificate, X509Chain? _, SslPolicyErrors errors) => OwnAuthority.Accepts(_settings, certificate, errors);
}

/// <summary>Whether a mail server's certificate is good: for the system, or for the municipality's own authority.</summary>
internal static class OwnAuthority
{
    public static bool Accepts(MailSettings settings, X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (settings.EigeneZertifizierungsstelle.Length == 0 || certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(settings.EigeneZertifizierungsstelle);
        using var copy = new X509Certificate2(certificate);
        return chain.Build(copy);
    }
}
