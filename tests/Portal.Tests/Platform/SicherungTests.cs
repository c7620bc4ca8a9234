using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Portal.Musterstadt;
using Portal.Platform.Backup;
using Portal.Platform.Data;
using Portal.Stammdaten;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Was gesichert wurde, kommt genau so wieder – oder es ändert sich nichts.</summary>
public class SicherungTests
{
    [Fact]
    public async Task Sichern_und_Wiederherstellen_ergibt_dieselben_Pruefsummen()
    {
        await using var quelle = await MusterstadtAsync();
        var (datei, verzeichnis) = await SichernAsync(quelle);
        Assert.True(verzeichnis.Tables.Sum(t => t.Rows) > 300);

        await using var ziel = await TestDatabase.CreateAsync();
        var wieder = await ziel.WithAsync(db => Restore.RunAsync(db, datei, replace: false));

        Assert.Equal(verzeichnis.Tables.Select(t => (t.Table, t.Rows, t.Sha256)), wieder.Select(t => (t.Table, t.Rows, t.Sha256)));
        // Es geht weiter, wo es aufhörte: neue Schlüssel stoßen nicht an alte.
        await ziel.WithAsync(db => { db.Add(new Sozialraum("Neu", "Stadtteil", null, 99)); return db.SaveChangesAsync(); });
        Assert.NotEqual(verzeichnis.Tables.Select(t => t.Sha256), (await ziel.WithAsync(db => Backup.CountAsync(db))).Select(t => t.Sha256));
    }

    [NurAufPostgres]
    public async Task Zwischen_beiden_Datenbanken_hin_und_zurueck()
    {
        await using var quelle = await MusterstadtAsync();
        var (datei, verzeichnis) = await SichernAsync(quelle);
        await using var postgres = await TestDatabase.CreateAsync(postgres: true);
        await postgres.WithAsync(db => Restore.RunAsync(db, datei, replace: false));
        var (zurueck, von) = await SichernAsync(postgres);
        Assert.Equal(verzeichnis.Tables.Select(t => t.Sha256), von.Tables.Select(t => t.Sha256));

        await using var ziel = await TestDatabase.CreateAsync();
        await ziel.WithAsync(db => Restore.RunAsync(db, zurueck, replace: false));
        await postgres.WithAsync(db => { db.Add(new Sozialraum("Neu", "Stadtteil", null, 99)); return db.SaveChangesAsync(); });
    }

    [Fact]
    public async Task Eine_beschaedigte_Sicherung_aendert_nichts()
    {
        await using var quelle = await MusterstadtAsync();
        var (datei, _) = await SichernAsync(quelle);
        using (var zip = new ZipArchive(datei, ZipArchiveMode.Update, leaveOpen: true))
        {
            var eintrag = zip.GetEntry("daten/Personen.jsonl")!;
            string zeilen;
            using (var lesen = new StreamReader(eintrag.Open())) zeilen = await lesen.ReadToEndAsync();
            eintrag.Delete();
            await using var schreiben = new StreamWriter(zip.CreateEntry("daten/Personen.jsonl").Open());
            await schreiben.WriteAsync(zeilen.Replace("musterstadt.example", "anderswo.example", StringComparison.Ordinal));
        }
        datei.Position = 0;

        await using var ziel = await TestDatabase.CreateAsync();
        var nein = await Assert.ThrowsAsync<RestoreRefused>(() => ziel.WithAsync(db => Restore.RunAsync(db, datei, replace: false)));
        Assert.Contains("Prüfsumme der Tabelle Personen", nein.Message, StringComparison.Ordinal);
        Assert.Equal(0, await ziel.WithAsync(db => db.Personen.CountAsync()));

        using var keine = new MemoryStream("gar kein Zip"u8.ToArray());
        await Assert.ThrowsAsync<RestoreRefused>(() => ziel.WithAsync(db => Restore.RunAsync(db, keine, replace: false)));
    }

    [Fact]
    public async Task Ersetzt_wird_nur_auf_Verlangen()
    {
        await using var quelle = await MusterstadtAsync();
        var (datei, verzeichnis) = await SichernAsync(quelle);
        await quelle.WithAsync(async db => { (await db.Kommune.SingleAsync()).Name = "Verändert"; await db.SaveChangesAsync(); });

        await Assert.ThrowsAsync<RestoreRefused>(() => quelle.WithAsync(db => Restore.RunAsync(db, datei, replace: false)));
        Assert.Equal("Verändert", await quelle.WithAsync(db => db.Kommune.Select(k => k.Name).SingleAsync()));

        datei.Position = 0;
        await quelle.WithAsync(db => Restore.RunAsync(db, datei, replace: true));
        Assert.Equal(verzeichnis.Tables.Select(t => t.Sha256), (await quelle.WithAsync(db => Backup.CountAsync(db))).Select(t => t.Sha256));
    }

    [Fact]
    public async Task Waehrend_gearbeitet_wird_ist_die_Sicherung_ein_einziger_Stand()
    {
        await using var quelle = await TestDatabase.CreateAsync();
        using var ende = new CancellationTokenSource();
        // Immer zwei zugleich: in jedem Stand gibt es gleich viele von beiden.
        var arbeit = Task.Run(async () =>
        {
            for (var i = 0; !ende.IsCancellationRequested; i++)
                await quelle.WithAsync(db =>
                {
                    db.Add(new Seitentext("seite" + i, "T", "", ""));
                    db.Add(new Handlungsfeld("Feld " + i, "", "", i));
                    return db.SaveChangesAsync();
                });
        });
        await Geduld.BisAsync(() => quelle.WithAsync(db => db.Seitentexte.AnyAsync()), "Es wird nicht gespeichert.");
        for (var runde = 0; runde < 5; runde++)
        {
            // Wie der Befehl „backup“: neben dem Portal, nicht in ihm.
            await using var daneben = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(quelle.Connection).Options);
            var verzeichnis = await Backup.WriteAsync(daneben, new MemoryStream(), DateTime.UtcNow);
            long Zahl(string tabelle) => verzeichnis.Tables.Single(t => t.Table == tabelle).Rows;
            Assert.True(Zahl("Seitentexte") > 0);
            Assert.Equal(Zahl("Seitentexte"), Zahl("Handlungsfelder"));
        }
        await ende.CancelAsync();
        await arbeit;
    }

    [Fact]
    public async Task Auch_in_ihm_selbst_sichert_das_Portal_waehrend_fuenfzig_speichern()
    {
        await using var quelle = await TestDatabase.CreateAsync(Datenbank.IstPostgres);
        using var ende = new CancellationTokenSource();
        // Jede legt immer zwei zugleich an; manche lesen dabei, sodass ihr Kontext seine Verbindung offen hält.
        var arbeit = Enumerable.Range(0, 50).Select(n => Task.Run(async () =>
        {
            for (var i = 0; !ende.IsCancellationRequested; i++)
                await quelle.WithAsync(async db =>
                {
                    if (n % 5 == 0) await db.Kommune.CountAsync();
                    db.Add(new Seitentext($"seite{n}-{i}", "T", "", ""));
                    db.Add(new Handlungsfeld($"Feld {n} {i}", "", "", i));
                    await db.SaveChangesAsync();
                });
        })).ToList();
        for (var runde = 0; runde < 12; runde++)
        {
            await Task.Delay(20);
            var verzeichnis = await quelle.WithAsync(db => Backup.WriteAsync(db, new MemoryStream(), DateTime.UtcNow));
            long Zahl(string tabelle) => verzeichnis.Tables.Single(t => t.Table == tabelle).Rows;
            Assert.Equal(Zahl("Seitentexte"), Zahl("Handlungsfelder"));
        }
        await ende.CancelAsync();
        await Task.WhenAll(arbeit);
        Assert.True(await quelle.WithAsync(db => db.Seitentexte.AnyAsync()));
    }

    [Fact]
    public async Task Nach_einer_Sicherung_gelungen_oder_nicht_wird_weiter_gespeichert()
    {
        await using var quelle = await TestDatabase.CreateAsync(Datenbank.IstPostgres);
        for (var runde = 0; runde < 3; runde++)
        {
            await quelle.WithAsync(async db =>
            {
                await Backup.WriteAsync(db, new MemoryStream(), DateTime.UtcNow);
                db.Add(new Seitentext($"derselbe{runde}", "T", "", ""));
                await db.SaveChangesAsync();
            });
            await Assert.ThrowsAnyAsync<Exception>(() => quelle.WithAsync(db => Backup.WriteAsync(db, new MemoryStream([], writable: false), DateTime.UtcNow)));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => quelle.WithAsync(db => Backup.WriteAsync(db, new MemoryStream(), DateTime.UtcNow, new CancellationToken(canceled: true))));
            // Derselbe Kontext kommt aus dem Vorrat zurück.
            await quelle.WithAsync(db => { db.Add(new Seitentext($"naechster{runde}", "T", "", "")); return db.SaveChangesAsync(); });
        }
        Assert.Equal(6, await quelle.WithAsync(db => db.Seitentexte.CountAsync()));
    }

    private static async Task<TestDatabase> MusterstadtAsync()
    {
        var datenbank = await TestDatabase.CreateAsync();
        await datenbank.WithAsync(db => db.WriteAsync(() => Mustergemeinde.FuellenAsync(db, DateTime.UtcNow)));
        return datenbank;
    }

    private static async Task<(MemoryStream Datei, BackupManifest Verzeichnis)> SichernAsync(TestDatabase datenbank)
    {
        var datei = new MemoryStream();
        var verzeichnis = await datenbank.WithAsync(db => Backup.WriteAsync(db, datei, DateTime.UtcNow));
        datei.Position = 0;
        return (datei, verzeichnis);
    }
}
