using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Musterstadt;
using Portal.Platform.Data;
using Portal.Tests.Support;
using Portal.Tests.Vorschlaege;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Stoerungen;

/// <summary>Kein Platz mehr, während jemand speichert: Eine Seite sagt es, nichts ist halb gespeichert, und sobald Platz ist, geht es weiter. Nur SQLite; ein Datenbankserver hat seine eigene Platte.</summary>
public sealed class VollePlatteTests(VollePlatteTests.PortalMitPlatte portal) : IClassFixture<VollePlatteTests.PortalMitPlatte>
{
    private const string Ueberschrift = "Das Portal kommt gerade nicht an seine Daten";

    // Braucht mehr neue Seiten, als in der Datei noch frei sind.
    private static readonly string s_langerText = string.Join(' ', Enumerable.Repeat("Nachbarschaft", 15_000));

    [NurSqliteFact]
    public async Task Wer_ein_Formular_speichert_liest_dass_es_nicht_ging_und_danach_geht_es()
    {
        using var wer = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var adresse = $"/vorschlaege/{await portal.KennungAsync(Gemeinde.BesuchZum75)}";
        var formular = await wer.Seite($"{adresse}/schreiben");
        var vorher = await portal.StandAsync();
        var felder = new Dictionary<string, string> { [Feldname(formular, Vorschlagsfeld.Bedarf)] = s_langerText, [Feldname(formular, Vorschlagsfeld.Kurzfassung)] = "Kurz und neu gefasst." };

        using (portal.Platte.IstVoll())
        {
            var antwort = await wer.Abschicken(formular, felder, "form#schreiben", knopf: ("Aktion", "speichern"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, Ueberschrift), (antwort.Status, antwort.Ueberschrift));
            Assert.Contains("kann nicht schreiben", antwort.Text, StringComparison.Ordinal);
            Assert.NotEmpty(antwort.Finde("main code").TextContent);
            Assert.Equal("30", antwort.Antwort.Headers.RetryAfter?.ToString());
            Assert.Empty(vorher.Unterschiede(await portal.StandAsync()));
            Assert.Equal(HttpStatusCode.OK, (await wer.Seite(adresse)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await wer.Abschicken(formular, felder, "form#schreiben", knopf: ("Aktion", "speichern"))).Status);
        Assert.Contains("Kurz und neu gefasst.", (await wer.Seite(adresse)).Text, StringComparison.Ordinal);
    }

    [NurSqliteFact]
    public async Task Viele_zugleich_bekommen_alle_dieselbe_Antwort_und_nichts_ist_halb_gespeichert()
    {
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        using var wer = await Schreibende.AlsAsync(portal, Gemeinde.Mitglied, kennung);
        Vorschlagsfeld[] felder = [Vorschlagsfeld.Ausgangslage, Vorschlagsfeld.Bedarf, Vorschlagsfeld.Umsetzungsschritte];
        var versionen = new List<int>();
        foreach (var feld in felder) versionen.Add((await wer.LesenAsync(feld)).Version);
        var vorher = await portal.StandAsync();

        using (portal.Platte.IstVoll())
        {
            var antworten = await Task.WhenAll(felder.Zip(versionen, (feld, version) => wer.FeldAsync(feld, $"{feld}: {s_langerText}", version)));
            Assert.All(antworten, a => Assert.Equal(HttpStatusCode.ServiceUnavailable, a.Status));
            Assert.Empty(vorher.Unterschiede(await portal.StandAsync()));
        }

        foreach (var (feld, version) in felder.Zip(versionen))
        {
            Assert.Equal(HttpStatusCode.OK, (await wer.FeldAsync(feld, $"{feld}: {s_langerText}", version)).Status);
            Assert.Equal((version + 1, $"{feld}: {s_langerText}"), await wer.LesenAsync(feld));
        }
    }

    /// <summary>Ein wirkliches kleines Laufwerk unter einem wirklichen Portal.</summary>
    [NurMitEigenemLaufwerkFact]
    public async Task Auf_einem_vollen_Laufwerk_bleibt_jedes_bestaetigte_Wort()
    {
        // Unter 100 MB gilt das Portal nicht als bereit; voll wird das Laufwerk erst danach.
        await using var laufwerk = await Laufwerk.EinhaengenAsync(megabyte: 160);
        await using var vorlage = await Datenbank.NeuAsync();
        var datei = Path.Combine(laufwerk.Ordner, "portal.db");
        await using (var db = Db(vorlage.Verbindung))
        {
            var abdruck = new PasswordHasher<Konto>().HashPassword(new Konto(), Mustergemeinde.Kennwort);
            await db.Users.ExecuteUpdateAsync(k => k.SetProperty(x => x.PasswordHash, abdruck));
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {datei}");
        }
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        await using var prozess = await Portalprozess.StartenAsync($"Data Source={datei}");
        using var wer = await Arbeitende.AnmeldenAsync(prozess.Adresse, Gemeinde.Mitglied);
        var (version, wert) = await wer.LesenAsync(kennung, Vorschlagsfeld.Bedarf);

        var ballast = laufwerk.Fuellen(bisAufKb: 600);
        HttpStatusCode status;
        for (var i = 0; (status = await wer.VersuchenAsync(kennung, Vorschlagsfeld.Bedarf, $"Stand {i}. {s_langerText}", version)) == HttpStatusCode.OK; i++)
        {
            (version, wert) = (version + 1, $"Stand {i}. {s_langerText}");
            Assert.True(i < 200, "Das Laufwerk wird nicht voll.");
        }
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal((version, wert), await wer.LesenAsync(kennung, Vorschlagsfeld.Bedarf));

        File.Delete(ballast);
        Assert.Equal(HttpStatusCode.OK, await wer.VersuchenAsync(kennung, Vorschlagsfeld.Bedarf, "Es ist wieder Platz.", version));
        Assert.Equal((version + 1, "Es ist wieder Platz."), await wer.LesenAsync(kennung, Vorschlagsfeld.Bedarf));
        await prozess.ToetenAsync();
        await using var danach = Db($"Data Source={datei};Pooling=False");
        Assert.Equal("ok", (await danach.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()).Single());
    }

    private static SqlitePortalDb Db(string verbindung) => new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(verbindung).Options);

    private static string Feldname(Seite formular, Vorschlagsfeld feld) => formular.Finde($"form#schreiben [data-stelle={feld}]").GetAttribute("name")!;

    public sealed class PortalMitPlatte : PortalFactory
    {
        public Platte Platte { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(dienste => dienste.ConfigureDbContext<SqlitePortalDb>(optionen => optionen.AddInterceptors(Platte)));
        }
    }

    /// <summary>Lässt SQLite an die Grenze seiner Datei stoßen, wie es eine volle Platte tut: Keine Verbindung bekommt eine weitere Seite.</summary>
    public sealed class Platte : DbCommandInterceptor, IDisposable
    {
        private volatile bool _voll;

        public IDisposable IstVoll()
        {
            _voll = true;
            return this;
        }

        /// <summary>Es ist wieder Platz.</summary>
        public void Dispose() => _voll = false;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Begrenzen(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Begrenzen(command);
            return new(result);
        }

        private void Begrenzen(DbCommand befehl)
        {
            using var grenze = befehl.Connection!.CreateCommand();
            grenze.Transaction = befehl.Transaction;
            // Kleiner als die Datei heißt: nicht größer, als sie ist.
            grenze.CommandText = _voll ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823";
            grenze.ExecuteNonQuery();
        }
    }

    /// <summary>Ein eigenes kleines Laufwerk im Speicher; einhängen darf es nur, wer das System verwaltet.</summary>
    private sealed class Laufwerk : IAsyncDisposable
    {
        private static readonly Lazy<bool> s_geht = new(() =>
        {
            if (!OperatingSystem.IsLinux()) return false;
            var ordner = Directory.CreateTempSubdirectory("portal-laufwerk-").FullName;
            var geht = Befehl("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", ordner) && Befehl("umount", ordner);
            Directory.Delete(ordner);
            return geht;
        });

        public static bool Geht => s_geht.Value;

        public string Ordner { get; } = Directory.CreateTempSubdirectory("portal-laufwerk-").FullName;

        public static Task<Laufwerk> EinhaengenAsync(int megabyte)
        {
            var laufwerk = new Laufwerk();
            Assert.True(Befehl("mount", "-t", "tmpfs", "-o", $"size={megabyte}m", "tmpfs", laufwerk.Ordner));
            return Task.FromResult(laufwerk);
        }

        /// <returns>Die Datei, die den Platz wegnimmt.</returns>
        public string Fuellen(int bisAufKb)
        {
            var datei = Path.Combine(Ordner, "ballast");
            using var strom = File.Create(datei);
            var stueck = new byte[64 * 1024];
            while (new DriveInfo(Ordner).AvailableFreeSpace > bisAufKb * 1024L + stueck.Length) strom.Write(stueck);
            return datei;
        }

        public ValueTask DisposeAsync()
        {
            Befehl("umount", "-l", Ordner);
            Directory.Delete(Ordner, recursive: true);
            return ValueTask.CompletedTask;
        }

        private static bool Befehl(string name, params string[] angaben)
        {
            try
            {
                using var prozess = Process.Start(new ProcessStartInfo(name, angaben) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
                prozess.WaitForExit();
                return prozess.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }

    private sealed class NurSqliteFactAttribute : FactAttribute
    {
        public NurSqliteFactAttribute()
        {
            if (Datenbank.IstPostgres) Skip = "Nur auf SQLite: Der Datenbankserver hat seine eigene Platte.";
        }
    }

    private sealed class NurMitEigenemLaufwerkFactAttribute : FactAttribute
    {
        public NurMitEigenemLaufwerkFactAttribute()
        {
            if (Datenbank.IstPostgres) Skip = "Nur auf SQLite: Der Datenbankserver hat seine eigene Platte.";
            else if (!Laufwerk.Geht) Skip = "Ein Laufwerk einhängen darf hier nur, wer das System verwaltet.";
        }
    }
}
