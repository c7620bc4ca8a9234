using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Commands;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Die Befehle, wie sie jemand ruft, der das Portal aufstellt: Jeder sagt auf Deutsch, was nicht stimmt und wie man es behebt, und hinterlässt nichts Halbes.</summary>
public sealed class BefehleTests : IDisposable
{
    private readonly string _ordner = Directory.CreateTempSubdirectory("portal-befehle-").FullName;

    public void Dispose() => Directory.Delete(_ordner, recursive: true);

    private string Datenbank => $"--Datenbank:Verbindung=Data Source={Path.Combine(_ordner, "portal.db")}";

    [Fact]
    public async Task Die_Hilfe_nennt_jeden_Befehl_und_ein_unbekannter_verweist_auf_sie()
    {
        var (code, text) = await RufenAsync("help");
        Assert.Equal(0, code);
        Assert.All((string[])["serve", "demo", "migrate", "check", "zugang", "backup", "restore", "seed"], befehl => Assert.Contains(befehl, text, StringComparison.Ordinal));
        await AbgelehntAsync("Den Befehl „bakcup“ gibt es nicht. „help“ nennt alle.", "bakcup");
    }

    [Fact]
    public async Task Wer_nur_nachsieht_oder_sichert_legt_keine_Datenbank_an()
    {
        Pruefen(await RufenAsync("check"), 1, "gibt es noch nicht. „migrate“ legt sie an");
        await AbgelehntAsync("gibt es noch nicht. „migrate“ legt sie an", "backup", Path.Combine(_ordner, "sicherung.zip"), Datenbank);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_ordner));
    }

    [Fact]
    public async Task Von_leer_bis_wiederhergestellt()
    {
        var sicherung = Path.Combine(_ordner, "sicherung.zip");
        Assert.Equal(0, await PortalCommands.RunAsync(["migrate", Datenbank]));
        Assert.Equal(0, await PortalCommands.RunAsync(["seed", "--vorschlaege=20", "--personen=40", Datenbank]));
        await AbgelehntAsync("„seed“ füllt nur eine leere", "seed", Datenbank);
        Pruefen(await RufenAsync("check", "--Mail:Weg=Postausgang"), 0, "Alles ist bereit.");
        var hinweise = (await RufenAsync("check", "--Mail:Weg=Postausgang")).Text;
        Assert.All((string[])["Mail:Weg ist „Postausgang“", "Mail:Absender ist sozialplanung@localhost", "Mail:Portaladresse ist http://localhost:5080"], h => Assert.Contains("HINWEIS Einstellungen: " + h, hinweise, StringComparison.Ordinal));
        Assert.DoesNotContain("HINWEIS", (await RufenAsync("check", "--Mail:Server=127.0.0.1", "--Mail:Port=1", "--Mail:Absender=planung@musterstadt.example", "--Mail:Portaladresse=https://planung.musterstadt.example")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await PortalCommands.RunAsync(["backup", sicherung, Datenbank]));
        await AbgelehntAsync("lässt sich nicht schreiben", "backup", Path.Combine(_ordner, "fehlt", "sicherung.zip"), Datenbank);
        await AbgelehntAsync("--ersetzen", "restore", sicherung, Datenbank);
        Assert.Equal(0, await PortalCommands.RunAsync(["restore", sicherung, $"--Datenbank:Verbindung=Data Source={Path.Combine(_ordner, "neu.db")}"]));
        Assert.Equal(["neu.db", "portal.db", "sicherung.zip"], Dateien());
    }

    [Fact]
    public async Task Was_keine_Sicherung_ist_wird_abgelehnt_ehe_eine_Datenbank_entsteht()
    {
        var urlaub = Path.Combine(_ordner, "urlaub.zip");
        await File.WriteAllTextAsync(urlaub, "keine Sicherung");
        await AbgelehntAsync("Bitte nennen Sie die Datei", "restore", Datenbank);
        await AbgelehntAsync("gibt es nicht", "restore", Path.Combine(_ordner, "fehlt.zip"), Datenbank);
        await AbgelehntAsync("Das ist keine Sicherung des Portals", "restore", urlaub, Datenbank);
        Assert.Equal(["urlaub.zip"], Dateien());
    }

    [Theory]
    [InlineData("Datenbank:Art ist „Oracle“. Möglich sind Sqlite und Postgres.", "migrate", "--Datenbank:Art=Oracle")]
    [InlineData("Der Wert „viele“ passt nicht zur Einstellung vorschlaege", "seed", "--vorschlaege=viele")]
    [InlineData("Der Wert „hoch“ passt nicht zur Einstellung Mail:Port", "migrate", "--Mail:Port=hoch")]
    [InlineData("„gestern“ ist weder eine Adresse noch ein Netz", "serve", "--Web:Proxys=gestern")]
    [InlineData("Urls nennt keine gültige Adresse", "serve", "--Urls=unsinn")]
    [InlineData("Demo:Port ist „achtzig“", "demo", "--Demo:Port=achtzig")]
    [InlineData("Datenbank:Verbindung ist nicht zu verstehen", "migrate", "--Datenbank:Verbindung=unsinn")]
    [InlineData("gibt es nicht. Legen Sie ihn an", "migrate", "--Datenbank:Verbindung=Data Source=fehlt/portal.db")]
    [InlineData("ist keine heile SQLite-Datenbank", "migrate", "--Datenbank:Verbindung=Data Source=ORDNER/brief.txt")]
    [InlineData("älter als das Programm. Sichern Sie sie", "serve", "--Datenbank:BeimStartMigrieren=false", "--Datenbank:Verbindung=Data Source=ORDNER/leer.db")]
    [InlineData("Der Datenbankserver 127.0.0.1:1 antwortet nicht", "serve", "--Datenbank:Art=Postgres", "--Datenbank:Verbindung=Host=127.0.0.1;Port=1;Username=portal")]
    [InlineData("Der Datenbankserver 127.0.0.1:1 antwortet nicht", "backup", "s.zip", "--Datenbank:Art=Postgres", "--Datenbank:Verbindung=Host=127.0.0.1;Port=1;Username=portal")]
    public async Task Eine_falsche_Einstellung_wird_benannt(string satz, params string[] befehl)
    {
        await File.WriteAllBytesAsync(Path.Combine(_ordner, "leer.db"), []);
        await File.WriteAllTextAsync(Path.Combine(_ordner, "brief.txt"), string.Concat(Enumerable.Repeat("Sehr geehrte Damen und Herren, ", 200)));
        string[] angaben = [.. befehl.Select(b => b.Replace("ORDNER", _ordner, StringComparison.Ordinal))];
        await AbgelehntAsync(satz, Array.Exists(angaben, a => a.StartsWith("--Datenbank:Verbindung", StringComparison.Ordinal)) ? angaben : [.. angaben, Datenbank]);
    }

    /// <summary>Sie kennt einen Schritt, den dieses Programm nicht kennt: von einer neueren Fassung, oder aus der Zeit vor der ersten.</summary>
    [Theory]
    [InlineData("Die Datenbank ist mit einer Fassung des Portals angelegt oder weitergeführt, die diese nicht kennt", "serve", "--Datenbank:Verbindung=Data Source=ORDNER/andere.db")]
    [InlineData("Die Datenbank ist mit einer Fassung des Portals angelegt oder weitergeführt, die diese nicht kennt", "migrate", "--Datenbank:Verbindung=Data Source=ORDNER/andere.db")]
    [InlineData("Die Datenbank ist mit einer Fassung des Portals angelegt oder weitergeführt, die diese nicht kennt", "backup", "s.zip", "--Datenbank:Verbindung=Data Source=ORDNER/andere.db")]
    [InlineData("„demo --neu“ legt sie neu an", "demo", "--Demo:Port=PORT", "--Demo:Datenbank=ORDNER/andere.db")]
    public async Task Eine_Datenbank_einer_anderen_Fassung_bleibt_wie_sie_ist(string satz, params string[] befehl)
    {
        var datei = Path.Combine(_ordner, "andere.db");
        await using (var verbindung = new SqliteConnection($"Data Source={datei};Pooling=False"))
        {
            await verbindung.OpenAsync();
            await using var anlegen = verbindung.CreateCommand();
            anlegen.CommandText = "CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" TEXT PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_Spaeter', '10.0.0')";
            await anlegen.ExecuteNonQueryAsync();
        }
        var vorher = await File.ReadAllBytesAsync(datei);
        await AbgelehntAsync(satz, [.. befehl.Select(b => b.Replace("ORDNER", _ordner, StringComparison.Ordinal).Replace("PORT", Stoerungen.Portalprozess.FreierPort().ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))]);
        Assert.Equal(vorher, await File.ReadAllBytesAsync(datei));
    }

    [Fact]
    public async Task Auf_der_Konsole_steht_der_Satz_und_sonst_nichts()
    {
        var (code, text) = await RufenAsync("migrate", "--Datenbank:Art=Postgres", "--Datenbank:Verbindung=Host=127.0.0.1;Port=1;Username=portal");
        Pruefen((code, text), 1, "Der Datenbankserver 127.0.0.1:1 antwortet nicht");
        Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Ein_unerreichbarer_Mailserver_und_eine_kaputte_Einstellungsdatei_stehen_in_der_Pruefung()
    {
        Pruefen(await RufenAsync("check", "--Mail:Server=127.0.0.1", "--Mail:Port=1"), 1, "FEHLER  Mailserver: 127.0.0.1:1 ist nicht zu erreichen");
        await File.WriteAllTextAsync(Path.Combine(_ordner, "appsettings.json"), "{ \"Mail\": ");
        Pruefen(await RufenAsync("check"), 1, "ist kein gültiges JSON");
    }

    [Theory]
    [InlineData("serve", "--Urls=http://127.0.0.1:{0}", "--Urls=http://localhost:5081")]
    [InlineData("demo", "--Demo:Port={0}", "--Demo:Port=5081")]
    public async Task Ein_belegter_Port_wird_benannt_und_kein_Link_gedruckt_der_ins_Leere_fuehrt(string befehl, string angabe, string rat)
    {
        using var anderer = new TcpListener(IPAddress.Loopback, 0);
        anderer.Start();
        var port = ((IPEndPoint)anderer.LocalEndpoint).Port;
        var antwort = await RufenAsync(befehl, string.Format(System.Globalization.CultureInfo.InvariantCulture, angabe, port), $"--Demo:Datenbank={Path.Combine(_ordner, "demo.db")}");
        Pruefen(antwort, 1, $":{port} ist schon vergeben");
        Assert.Contains(rat, antwort.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/ersteinrichtung/", antwort.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new string[0], "http://localhost:5080", "http://localhost:5080")]
    [InlineData(new[] { "--Urls=http://127.0.0.1:5099/" }, "http://127.0.0.1:5099/", "http://127.0.0.1:5099")]
    [InlineData(new[] { "--Urls=http://*:5099;https://*:5100" }, "http://*:5099;https://*:5100", "http://localhost:5099")]
    [InlineData(new[] { "--Urls=http://*:5099", "--Mail:Portaladresse=https://planung.example" }, "http://*:5099", "https://planung.example")]
    public async Task Ohne_Angabe_fuehren_Links_dahin_wo_das_Portal_lauscht(string[] angaben, string lauscht, string beginnt)
    {
        await using var app = PortalApp.Build([.. angaben, $"--Datenbank:Verbindung=Data Source={Path.Combine(_ordner, "portal.db")}"]);
        Assert.Equal(lauscht, app.Configuration["Urls"]);
        Assert.Equal(beginnt, app.Services.GetRequiredService<MailSettings>().Portaladresse);
    }

    private IEnumerable<string?> Dateien() => Directory.EnumerateFiles(_ordner).Select(Path.GetFileName)
        .Where(d => !d!.EndsWith("-wal", StringComparison.Ordinal) && !d.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static async Task AbgelehntAsync(string satz, params string[] befehl)
    {
        using var gesagt = new StringWriter();
        Assert.Equal(1, await PortalCommands.RunAsync(befehl, gesagt));
        Assert.Contains(satz, gesagt.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Der Satz steht da, und kein Innenleben des Programms.</summary>
    private static void Pruefen((int Code, string Text) antwort, int code, string satz)
    {
        Assert.Contains(satz, antwort.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", antwort.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", antwort.Text, StringComparison.Ordinal);
        Assert.Equal(code, antwort.Code);
    }

    private Task<(int Code, string Text)> RufenAsync(params string[] befehl) => Programm.RufenAsync(_ordner, befehl);
}
