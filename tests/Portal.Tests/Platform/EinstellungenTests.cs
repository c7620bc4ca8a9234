using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Portal.Tests.Platform;

/// <summary>appsettings.example.json nennt jede Einstellung mit ihrer wahren Vorgabe und einem Satz davor.</summary>
public class EinstellungenTests
{
    private static readonly string s_datei = Path.Combine(Wurzel(), "appsettings.example.json");

    [Fact]
    public void Jede_Einstellung_steht_mit_ihrer_Vorgabe_im_Beispiel()
    {
        var beispiel = JsonDocument.Parse(File.ReadAllText(s_datei), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement;
        var klassen = typeof(Program).Assembly.GetTypes().Where(t => t.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true }).ToList();
        Assert.True(klassen.Count >= 6, "Die Einstellungsklassen werden nicht mehr gefunden.");

        foreach (var klasse in klassen)
        {
            var abschnitt = (string)klasse.GetField("Section")!.GetRawConstantValue()!;
            Assert.True(beispiel.TryGetProperty(abschnitt, out var dort), $"Der Abschnitt {abschnitt} fehlt.");
            var vorgabe = Activator.CreateInstance(klasse)!;
            var erwartet = klasse.GetProperties().Where(p => p.CanWrite).ToDictionary(p => p.Name, p => Convert.ToString(p.GetValue(vorgabe), System.Globalization.CultureInfo.InvariantCulture) ?? "");
            var gefunden = dort.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString());
            Assert.Equal(erwartet.OrderBy(p => p.Key, StringComparer.Ordinal), gefunden.OrderBy(p => p.Key, StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("Host=db;Database=portal", 200, true)]
    [InlineData("Host=db;Database=portal;Max Auto Prepare=0;No Reset On Close=false", 0, false)]
    [InlineData("Host=db;Database=portal;maxautoprepare=7", 7, true)]
    public void Anfragen_an_PostgreSQL_bleiben_vorbereitet_wenn_die_Verbindung_nichts_anderes_sagt(string verbindung, int vorbereitet, bool bleibt)
    {
        var gelesen = new Npgsql.NpgsqlConnectionStringBuilder(new Portal.Platform.Data.DatabaseSettings { Verbindung = verbindung }.PostgresConnection());

        Assert.Equal((vorbereitet, bleibt, "portal"), (gelesen.MaxAutoPrepare, gelesen.NoResetOnClose, gelesen.Database));
    }

    /// <summary>Sonst bewachte das Programm jeden Ordner unter dem, in dem es gestartet ist.</summary>
    [Fact]
    public async Task Auf_Aenderungen_der_Einstellungen_wartet_niemand()
    {
        await using var app = Portal.Platform.Web.PortalApp.Build([]);

        var dateien = ((IConfigurationRoot)app.Configuration).Providers.OfType<FileConfigurationProvider>().ToList();
        Assert.NotEmpty(dateien);
        Assert.All(dateien, d => Assert.False(d.Source.ReloadOnChange));
    }

    [Fact]
    public void Vor_jeder_Einstellung_steht_ein_Satz()
    {
        var zeilen = File.ReadAllLines(s_datei);
        for (var i = 1; i < zeilen.Length; i++)
            if (zeilen[i].TrimStart().StartsWith('"') && !zeilen[i].TrimEnd().EndsWith('{'))
                Assert.StartsWith("//", zeilen[i - 1].TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public void Das_Programm_kann_die_Datei_lesen() =>
        Assert.Equal("587", new ConfigurationBuilder().AddJsonFile(s_datei).Build()["Mail:Port"]);

    private static string Wurzel()
    {
        var ordner = new DirectoryInfo(AppContext.BaseDirectory);
        while (ordner is not null && !File.Exists(Path.Combine(ordner.FullName, "Portal.sln"))) ordner = ordner.Parent;
        return ordner?.FullName ?? throw new DirectoryNotFoundException("Portal.sln");
    }
}
