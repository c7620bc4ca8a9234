using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portal.Platform.Web;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Auch ohne einen Webserver davor, der das Zertifikat hält.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly string _ordner = Directory.CreateTempSubdirectory("portal-https-").FullName;

    public void Dispose() => Directory.Delete(_ordner, recursive: true);

    [Fact]
    public async Task Mit_einem_Zertifikat_verschluesselt_das_Portal_selbst()
    {
        using var zertifikat = Ausstellen();
        await using var datenbank = await Datenbank.NeuAsync();
        await using var app = PortalApp.Build(
        [
            .. datenbank.Einstellungen.Select(e => $"--{e.Key}={e.Value}"), "--applicationName=Portal", "--Mail:Weg=Postausgang", "--Aufgaben:Starten=false", "--Logging:LogLevel:Default=Error",
            "--Kestrel:Endpoints:Https:Url=https://127.0.0.1:0", $"--Kestrel:Endpoints:Https:Certificate:Path={Datei("portal.pem")}", $"--Kestrel:Endpoints:Https:Certificate:KeyPath={Datei("portal.key")}",
        ]);
        await app.StartAsync();
        using var wege = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        wege.SslOptions.RemoteCertificateValidationCallback = (_, gezeigt, _, _) => gezeigt?.GetCertHashString() == zertifikat.Thumbprint;
        using var http = new HttpClient(wege) { BaseAddress = new Uri(Assert.Single(app.Urls)), DefaultRequestVersion = HttpVersion.Version20, Timeout = Geduld.Grenze };

        using var antwort = await http.GetAsync("/anmeldung");
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (antwort.StatusCode, antwort.Version));
        Assert.Contains("max-age=", Assert.Single(antwort.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.All(antwort.Headers.GetValues("Set-Cookie"), keks => Assert.Contains("; secure", keks, StringComparison.OrdinalIgnoreCase));
        await app.StopAsync();
    }

    private string Datei(string name) => Path.Combine(_ordner, name);

    private X509Certificate2 Ausstellen()
    {
        using var schluessel = RSA.Create(2048);
        var zertifikat = new CertificateRequest("CN=localhost", schluessel, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Datei("portal.pem"), zertifikat.ExportCertificatePem());
        File.WriteAllText(Datei("portal.key"), schluessel.ExportPkcs8PrivateKeyPem());
        return zertifikat;
    }
}
