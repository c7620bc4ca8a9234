using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Grundbegriffe;
using Portal.Platform.Mail;
using Portal.Platform.Mail.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Ein wirklicher Mailserver auf diesem Rechner, mit STARTTLS, Anmeldung und einem selbst gemachten Zertifikat.</summary>
public sealed class Mailserver : IDisposable
{
    private readonly string _ordner = Directory.CreateTempSubdirectory("portal-smtp-").FullName;
    private readonly Process _prozess;

    public Mailserver()
    {
        using var schluessel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var antrag = new CertificateRequest("CN=localhost", schluessel, HashAlgorithmName.SHA256);
        var namen = new SubjectAlternativeNameBuilder();
        namen.AddDnsName("localhost");
        antrag.CertificateExtensions.Add(namen.Build());
        antrag.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var zertifikat = antrag.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Zertifikat, zertifikat.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_ordner, "key.pem"), schluessel.ExportPkcs8PrivateKeyPem());
        _prozess = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Platform", "smtpserver.py"), _ordner, Zertifikat, Path.Combine(_ordner, "key.pem"), "portal", "geheim"])
        { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Port = int.Parse(_prozess.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Der Mailserver startet nicht: Fehlt das Paket python3-aiosmtpd?"), System.Globalization.CultureInfo.InvariantCulture);
    }

    public int Port { get; }
    public string Zertifikat => Path.Combine(_ordner, "cert.pem");

    public IReadOnlyList<string> Mails => [.. Directory.GetFiles(_ordner, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public void Dispose()
    {
        _prozess.StandardInput.Close();
        _prozess.WaitForExit(5000);
        _prozess.Dispose();
        Directory.Delete(_ordner, recursive: true);
    }
}

public sealed class PostausgangTests(Mailserver server) : IClassFixture<Mailserver>
{
    private readonly Uhr _uhr = new();

    private MailSettings Einstellungen => new()
    {
        Server = "localhost",
        Port = server.Port,
        Benutzer = "portal",
        Kennwort = "geheim",
        Absender = "portal@musterstadt.example",
        Portaladresse = "https://portal.musterstadt.example",
        EigeneZertifizierungsstelle = server.Zertifikat,
        ZeitgrenzeSekunden = Geduld.Sekunden,
    };

    [Fact]
    public async Task Eine_Mail_kommt_verschluesselt_an_in_zwei_Teilen_und_genau_einmal()
    {
        await using var datenbank = await TestDatabase.CreateAsync();
        var mail = await SchreibenAsync(datenbank, "jule.möller@musterstadt.example".Replace("ö", "oe", StringComparison.Ordinal), "Grüße an alle", vertraulich: true);

        await SendenAsync(datenbank);
        await SendenAsync(datenbank);

        var angekommen = Assert.Single(server.Mails, m => m.Contains(mail.Key, StringComparison.Ordinal));
        Assert.Contains("X-Tls: True", angekommen, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{mail.Key}@musterstadt.example>", angekommen, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", angekommen, StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", angekommen, StringComparison.Ordinal);
        Assert.True(angekommen.IndexOf("text/plain", StringComparison.Ordinal) is > 0 and var text && text < angekommen.IndexOf("text/html", StringComparison.Ordinal));
        Assert.Contains("=?utf-8?", angekommen, StringComparison.OrdinalIgnoreCase);
        var gespeichert = await datenbank.WithAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal((MailState.Sent, "", "", 1), (gespeichert.State, gespeichert.TextBody, gespeichert.HtmlBody, gespeichert.Attempts));
        Assert.NotNull(gespeichert.SentAt);
    }

    /// <summary>„check“ meldet sich beim Mailserver an, ohne etwas zu senden.</summary>
    [Theory]
    [InlineData("portal", "geheim", null)]
    [InlineData("", "", null)]
    [InlineData("portal", "falsch", "nimmt Benutzer und Kennwort nicht an")]
    [InlineData("niemand", "geheim", "nimmt Benutzer und Kennwort nicht an")]
    public async Task Benutzer_und_Kennwort_des_Mailservers_werden_geprueft(string benutzer, string kennwort, string? fehler)
    {
        var vorher = server.Mails.Count;
        var einstellungen = Einstellungen;
        (einstellungen.Benutzer, einstellungen.Kennwort) = (benutzer, kennwort);

        var satz = await MailServerCheck.FaultAsync(einstellungen);

        if (fehler is null) Assert.Null(satz);
        else Assert.Contains(fehler, satz, StringComparison.Ordinal);
        Assert.Equal(vorher, server.Mails.Count);
        einstellungen.EigeneZertifizierungsstelle = "";
        Assert.Contains("Mail:EigeneZertifizierungsstelle", await MailServerCheck.FaultAsync(einstellungen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vom_letzten_Brief_an_jemanden_der_gegangen_ist_bleibt_nichts()
    {
        await using var datenbank = await TestDatabase.CreateAsync();
        var mail = await SchreibenAsync(datenbank, "gegangen@musterstadt.example", "Ihr Konto ist gelöscht", vertraulich: true);
        await datenbank.WithAsync(async db => { (await db.OutgoingMails.SingleAsync()).ForgetOnceSent = true; await db.SaveChangesAsync(); });

        await SendenAsync(datenbank);

        Assert.Single(server.Mails, m => m.Contains(mail.Key, StringComparison.Ordinal));
        Assert.Empty(await datenbank.WithAsync(db => db.OutgoingMails.ToListAsync()));
    }

    [Fact]
    public async Task Viele_Knoten_zugleich_senden_jede_Mail_genau_einmal()
    {
        await using var datenbank = await TestDatabase.CreateAsync();
        var mails = new List<OutgoingMail>();
        for (var i = 0; i < 30; i++) mails.Add(await SchreibenAsync(datenbank, $"p{i}@musterstadt.example", "Einladung", vertraulich: false));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SendenAsync(datenbank))));

        var angekommen = server.Mails;
        Assert.All(mails, m => Assert.Single(angekommen, a => a.Contains(m.Key, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Wer_spaeter_will_bekommt_sie_spaeter_mit_wachsenden_Pausen()
    {
        await using var datenbank = await TestDatabase.CreateAsync();
        await SchreibenAsync(datenbank, "spaeter@musterstadt.example", "Später", vertraulich: true);
        _uhr.Anhalten();

        for (var versuch = 1; versuch <= MailSender.Pauses.Count; versuch++)
        {
            await SendenAsync(datenbank);
            var wartet = await datenbank.WithAsync(db => db.OutgoingMails.SingleAsync());
            Assert.Equal((MailState.Waiting, versuch), (wartet.State, wartet.Attempts));
            Assert.Contains("try again later", wartet.LastError, StringComparison.Ordinal);
            Assert.Equal(MailSender.Pauses[versuch - 1], TimeSpan.FromMinutes(Math.Round((wartet.DueAt - _uhr.GetUtcNow().UtcDateTime).TotalMinutes)));
            await SendenAsync(datenbank); // noch nicht fällig
            _uhr.Vorstellen(MailSender.Pauses[versuch - 1] + TimeSpan.FromSeconds(1));
        }
        await SendenAsync(datenbank);
        var aufgegeben = await datenbank.WithAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal((MailState.Failed, MailSender.Pauses.Count + 1), (aufgegeben.State, aufgegeben.Attempts));
        Assert.NotEqual("", aufgegeben.TextBody);

        // Von Hand noch einmal.
        await datenbank.WithAsync(async db => { (await db.OutgoingMails.SingleAsync()).SendAgain(_uhr.GetUtcNow().UtcDateTime); await db.SaveChangesAsync(); });
        Assert.Equal(MailState.Waiting, (await datenbank.WithAsync(db => db.OutgoingMails.SingleAsync())).State);
    }

    [Fact]
    public async Task Wen_es_nicht_gibt_den_versucht_niemand_noch_einmal()
    {
        await using var datenbank = await TestDatabase.CreateAsync();
        await SchreibenAsync(datenbank, "abgelehnt@musterstadt.example", "Nein", vertraulich: false);
        await SendenAsync(datenbank);
        Assert.Equal(MailState.Failed, (await datenbank.WithAsync(db => db.OutgoingMails.SingleAsync())).State);
    }

    [Fact]
    public async Task Stirbt_ein_Knoten_beim_Senden_so_sendet_ein_anderer_nach_der_Frist()
    {
        await using var datenbank = await TestDatabase.CreateAsync();
        var mail = await SchreibenAsync(datenbank, "p@musterstadt.example", "Frist", vertraulich: false);
        var bis = _uhr.GetUtcNow().UtcDateTime.AddSeconds(90);
        await datenbank.WithAsync(db => db.OutgoingMails.ExecuteUpdateAsync(m => m.SetProperty(x => x.LeasedUntil, bis)));

        await SendenAsync(datenbank);
        Assert.DoesNotContain(server.Mails, m => m.Contains(mail.Key, StringComparison.Ordinal));

        _uhr.Vorstellen(TimeSpan.FromSeconds(91));
        await SendenAsync(datenbank);
        Assert.Single(server.Mails, m => m.Contains(mail.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Falsches_Kennwort_und_kein_Server_sagen_es_in_einem_Satz()
    {
        await using var datenbank = await TestDatabase.CreateAsync();
        await SchreibenAsync(datenbank, "p@musterstadt.example", "X", vertraulich: false);
        var falsch = Einstellungen;
        falsch.Kennwort = "falsch";
        await SendenAsync(datenbank, falsch);
        Assert.Contains("Mailserver", (await datenbank.WithAsync(db => db.OutgoingMails.SingleAsync())).LastError, StringComparison.Ordinal);

        _uhr.Vorstellen(TimeSpan.FromMinutes(2));
        var fort = Einstellungen;
        fort.Port = 1;
        await SendenAsync(datenbank, fort);
        Assert.Contains("nicht zu erreichen", (await datenbank.WithAsync(db => db.OutgoingMails.SingleAsync())).LastError, StringComparison.Ordinal);
    }

    private async Task<OutgoingMail> SchreibenAsync(TestDatabase datenbank, string an, string betreff, bool vertraulich)
    {
        var mail = new MailWriter(Einstellungen, _uhr).Write(an, "Jule Möller", betreff, ["Bitte schauen Sie herein."], ("/einladung/abc", "Öffnen"), "Sie bekommen diese Mail, weil Sie eingeladen sind.", vertraulich);
        await datenbank.WithAsync(db => { db.Add(mail); return db.SaveChangesAsync(); });
        return mail;
    }

    private Task SendenAsync(TestDatabase datenbank, MailSettings? einstellungen = null) => datenbank.WithAsync(db =>
        new MailSender(db, new MailEngine(einstellungen ?? Einstellungen), einstellungen ?? Einstellungen, _uhr, NullLogger<MailSender>.Instance).SendDueAsync());
}

/// <summary>Die Seite, auf der die Administration sieht, was aus den Mails wurde.</summary>
public sealed class PostausgangSeiteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Zur_Probe_liest_man_hier_und_folgt_den_Links()
    {
        var mail = await EineMailAsync(portal);
        using var administration = await portal.AngemeldetAls(Gemeinde.Administration);
        var liste = await administration.Seite("/verwaltung/postausgang?q=Probe");
        Assert.Contains("Betreff zur Probe", liste.Text, StringComparison.Ordinal);
        var seite = await administration.Seite($"/verwaltung/postausgang/{mail.Key}");
        Assert.Equal("/einladung/geheim123", seite.Finde(".p-wortlaut a").GetAttribute("href"));
    }

    [Fact]
    public async Task Nicht_zur_Probe_bleibt_Vertrauliches_verborgen()
    {
        await using var echt = portal.WithWebHostBuilder(b => b.UseSetting("Mail:Weg", "Smtp"));
        var mail = await EineMailAsync(portal);
        using var administration = await portal.AngemeldetAls(Gemeinde.Administration);
        using var scope = echt.Services.CreateScope();
        var seite = new MailPage(mail, scope.ServiceProvider.GetRequiredService<MailSettings>());
        Assert.Contains("nur für die Person bestimmt", seite.Withheld, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Gemeinde.Mitglied)]
    [InlineData(Gemeinde.Konferenzmitglied)]
    public async Task Andere_lesen_ihn_nicht(string wer)
    {
        var mail = await EineMailAsync(portal);
        using var client = await portal.AngemeldetAls(wer);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Seite("/verwaltung/postausgang")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Seite($"/verwaltung/postausgang/{mail.Key}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Senden($"/verwaltung/postausgang/{mail.Key}/neuer-versuch")).Status);
    }

    [Fact]
    public async Task Eine_gescheiterte_Mail_geht_auf_Knopfdruck_noch_einmal_los()
    {
        var mail = await EineMailAsync(portal);
        await portal.Db(db => db.OutgoingMails.Where(m => m.Key == mail.Key)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.Attempts, 9).SetProperty(m => m.LastError, "550 kein Postfach")));
        using var administration = await portal.AngemeldetAls(Gemeinde.Administration);
        Assert.Contains("550 kein Postfach", (await administration.Seite($"/verwaltung/postausgang/{mail.Key}")).Text, StringComparison.Ordinal);

        var danach = await administration.Abschicken($"/verwaltung/postausgang/{mail.Key}", formular: "form[action$='/neuer-versuch']");

        Assert.Equal(HttpStatusCode.OK, danach.Status);
        Assert.Contains("noch einmal gesendet", danach.Text, StringComparison.Ordinal);
        Assert.Equal(MailState.Waiting, await portal.Db(db => db.OutgoingMails.Where(m => m.Key == mail.Key).Select(m => m.State).SingleAsync()));
    }

    private static async Task<OutgoingMail> EineMailAsync(PortalFactory portal)
    {
        var mail = new MailWriter(new MailSettings(), portal.Uhr).Write("p@musterstadt.example", "P", "Betreff zur Probe", ["Hallo"], ("/einladung/geheim123", "Öffnen"), "Probe.", confidential: true);
        await portal.Db(db => { db.Add(mail); return db.SaveChangesAsync(); });
        return mail;
    }
}
