using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Platform.Mail.Engines;

/// <summary>Sends with MailKit: built in with <c>-p:MailEngine=MailKit</c> where that package restores.</summary>
public sealed class MailEngine(MailSettings settings) : IMailEngine
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.ZeitgrenzeSekunden));
        try
        {
            using var client = new SmtpClient { CheckCertificateRevocation = settings.EigeneZertifizierungsstelle.Length == 0 };
            if (settings.EigeneZertifizierungsstelle.Length > 0)
                client.ServerCertificateValidationCallback = (_, certificate, _, errors) => errors == System.Net.Security.SslPolicyErrors.None || IsSignedByOwnAuthority(certificate, errors);
            await client.ConnectAsync(settings.Server, settings.Port, settings.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, limit.Token);
            if (settings.Benutzer.Length > 0) await client.AuthenticateAsync(settings.Benutzer, settings.Kennwort, limit.Token);
            await client.SendAsync(Compose(mail), limit.Token);
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new MailNotSent($"Der Mailserver {settings.Server}:{settings.Port} hat {settings.ZeitgrenzeSekunden} Sekunden lang nicht geantwortet.", e);
        }
        catch (SmtpCommandException e)
        {
            var permanent = e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode is >= 550 and < 560;
            throw new MailNotSent($"Der Mailserver {settings.Server}:{settings.Port} hat die Mail nicht angenommen: {e.Message}", permanent, e);
        }
        catch (Exception e) when (e is ProtocolException or AuthenticationException or SslHandshakeException or IOException or System.Net.Sockets.SocketException or ParseException)
        {
            throw new MailNotSent($"Die Mail konnte nicht an {settings.Server}:{settings.Port} übergeben werden: {e.Message}", e is ParseException, e);
        }
    }

    private MimeMessage Compose(OutgoingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject };
        message.From.Add(new MailboxAddress(settings.Absendername, settings.Absender));
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        message.MessageId = $"{mail.Key}@{settings.Absender[(settings.Absender.LastIndexOf('@') + 1)..]}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new BodyBuilder { TextBody = mail.TextBody, HtmlBody = mail.HtmlBody }.ToMessageBody();
        return message;
    }

    private bool IsSignedByOwnAuthority(X509Certificate? certificate, System.Net.Security.SslPolicyErrors errors)
    {
        if (certificate is null || errors != System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(settings.EigeneZertifizierungsstelle);
        using var copy = new X509Certificate2(certificate);
        return chain.Build(copy);
    }
}
