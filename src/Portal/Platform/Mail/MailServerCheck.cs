using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Portal.Platform.Mail.Engines;

namespace Portal.Platform.Mail;

/// <summary>Speaks with the mail server as far as greeting, STARTTLS, user and password; sends nothing.</summary>
public static class MailServerCheck
{
    /// <returns>What is wrong and how to mend it; nothing when mails can be sent, or stay here.</returns>
    public static async Task<string?> FaultAsync(MailSettings mail)
    {
        if (mail.StaysHere) return null;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(mail.ZeitgrenzeSekunden));
            using var client = new TcpClient();
            await client.ConnectAsync(mail.Server, mail.Port, limit.Token);
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            var greeting = await reader.ReadLineAsync(limit.Token) ?? "";
            if (!greeting.StartsWith("220", StringComparison.Ordinal)) return $"{mail.Server}:{mail.Port} antwortet nicht wie ein Mailserver („{greeting}“). Bei verschlüsselten Verbindungen ist Port 587 richtig, nicht 465.";
            var offersTls = (await SayAsync(reader, writer, "EHLO portal", limit.Token)).Contains("STARTTLS", StringComparison.OrdinalIgnoreCase);
            if (mail.StartTls && !offersTls) return $"{mail.Server}:{mail.Port} bietet kein STARTTLS an. Nehmen Sie einen Port, der es anbietet; Mail:StartTls=false nur in einem Netz, dem Sie trauen.";
            if (!mail.StartTls)
            {
                await writer.WriteLineAsync("QUIT");
                return mail.Benutzer.Length > 0 ? "Benutzer und Kennwort gehen unverschlüsselt über das Netz. Setzen Sie Mail:StartTls auf true." : null;
            }
            await SayAsync(reader, writer, "STARTTLS", limit.Token);
            await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: true, (_, certificate, _, errors) => OwnAuthority.Accepts(mail, certificate, errors));
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = mail.Server }, limit.Token);
            using var sealedReader = new StreamReader(tls);
            await using var sealedWriter = new StreamWriter(tls) { NewLine = "\r\n", AutoFlush = true };
            await SayAsync(sealedReader, sealedWriter, "EHLO portal", limit.Token);
            var refusal = mail.Benutzer.Length == 0 ? null : await SignInAsync(mail, sealedReader, sealedWriter, limit.Token);
            await sealedWriter.WriteLineAsync("QUIT");
            return refusal;
        }
        catch (AuthenticationException e)
        {
            return $"Die verschlüsselte Verbindung zu {mail.Server}:{mail.Port} kam nicht zustande ({e.Message}). Mail:Server muss der Name sein, der im Zertifikat steht; stammt es von einer eigenen Stelle, nennen Sie sie mit Mail:EigeneZertifizierungsstelle.";
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return $"{mail.Server}:{mail.Port} ist nicht zu erreichen ({e.Message}). Prüfen Sie Mail:Server, Mail:Port und die Firewall.";
        }
    }

    /// <summary>Sends a line and reads the whole answer to it.</summary>
    private static async Task<string> SayAsync(StreamReader reader, StreamWriter writer, string line, CancellationToken cancel)
    {
        await writer.WriteLineAsync(line);
        var answer = "";
        while (await reader.ReadLineAsync(cancel) is { } part)
        {
            answer += part + "\n";
            if (part.Length < 4 || part[3] == ' ') break;
        }
        return answer;
    }

    private static async Task<string?> SignInAsync(MailSettings mail, StreamReader reader, StreamWriter writer, CancellationToken cancel)
    {
        await SayAsync(reader, writer, "AUTH LOGIN", cancel);
        await SayAsync(reader, writer, Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Benutzer)), cancel);
        var answer = await SayAsync(reader, writer, Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Kennwort)), cancel);
        return answer.StartsWith("235", StringComparison.Ordinal) ? null : $"{mail.Server}:{mail.Port} nimmt Benutzer und Kennwort nicht an („{answer.Trim()}“). Prüfen Sie Mail:Benutzer und Mail:Kennwort.";
    }
}
