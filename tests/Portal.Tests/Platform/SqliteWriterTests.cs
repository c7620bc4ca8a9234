using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Stammdaten;
using Portal.Zugang;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>One writer, many contexts: each gets its own answer, and „saved“ is said only of what is on disk.</summary>
public class SqliteWriterTests
{
    [Fact]
    public async Task Viele_schreiben_zugleich_und_jeder_bekommt_seine_Schluessel()
    {
        await using var database = await TestDatabase.CreateAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => database.WithAsync(async db =>
        {
            var person = new Person("Vor" + i, "Nach" + i, $"p{i}@musterstadt.example");
            db.Add(person);
            Assert.Equal(1, await db.SaveChangesAsync());
            Assert.Equal(EntityState.Unchanged, db.Entry(person).State);
            return (person.Id, i);
        }))));

        Assert.Equal(200, ids.Select(x => x.Id).Distinct().Count());
        await database.WithAsync(async db =>
        {
            foreach (var (id, i) in ids)
                Assert.Equal($"p{i}@musterstadt.example", (await db.Personen.AsNoTracking().SingleAsync(p => p.Id == id)).Email);
        });
    }

    [Fact]
    public async Task Wer_scheitert_scheitert_allein()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.WithAsync(db => { db.Add(new Person("A", "A", "doppelt@musterstadt.example")); return db.SaveChangesAsync(); });

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => database.WithAsync(async db =>
        {
            // The first row of each is good; every third brings a second one that is not.
            db.Add(new Person("B", "B" + i, $"gut{i}@musterstadt.example"));
            if (i % 3 == 0) db.Add(new Person("B", "B" + i, "doppelt@musterstadt.example"));
            try
            {
                await db.SaveChangesAsync();
                return (i, Fault: (Exception?)null);
            }
            catch (Exception e)
            {
                return (i, Fault: e);
            }
        }))));

        Assert.All(answers, a => Assert.Equal(a.i % 3 == 0, a.Fault is DbUpdateException));
        await database.WithAsync(async db =>
        {
            var stored = await db.Personen.Where(p => p.Email.StartsWith("gut")).Select(p => p.Email).ToListAsync();
            Assert.Equal(answers.Where(a => a.Fault is null).Select(a => $"gut{a.i}@musterstadt.example").Order(), stored.Order());
        });
    }

    [Fact]
    public async Task Von_zweien_mit_derselben_Version_gewinnt_genau_einer()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.WithAsync(db => { db.Add(new Seitentext("impressum", "Impressum", "", "")); return db.SaveChangesAsync(); });
        using var start = new SemaphoreSlim(0);
        var gelesen = 0;

        var tasks = Enumerable.Range(0, 40).Select(i => Task.Run(() => database.WithAsync(async db =>
        {
            var text = await db.Seitentexte.SingleAsync();
            Interlocked.Increment(ref gelesen);
            await start.WaitAsync();
            text.Schreiben("Titel " + i, "", "", Portal.Tests.Support.Rollen.Geschaeftsfuehrung);
            try
            {
                await db.SaveChangesAsync();
                return i;
            }
            catch (DbUpdateConcurrencyException)
            {
                return -1;
            }
        }))).ToArray();
        // Erst wenn alle dieselbe Version vor sich haben.
        await Geduld.BisAsync(() => Volatile.Read(ref gelesen) == 40, "Nicht alle haben gelesen.");
        start.Release(40);
        var winners = (await Task.WhenAll(tasks)).Where(i => i >= 0).ToList();

        Assert.Single(winners);
        await database.WithAsync(async db =>
        {
            var text = await db.Seitentexte.SingleAsync();
            Assert.Equal("Titel " + winners[0], text.Titel);
            Assert.Equal(Portal.Grundbegriffe.Planungsobjekt.ErsteVersion + 1, text.Version);
        });
    }

    [Fact]
    public async Task Nach_einem_Fehler_kann_derselbe_Kontext_weiterarbeiten()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.WithAsync(async db =>
        {
            db.Add(new Person("A", "A", "a@musterstadt.example"));
            await db.SaveChangesAsync();
            var second = new Person("B", "B", "a@musterstadt.example");
            db.Add(second);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            second.EmailAendern("b@musterstadt.example", 1, DateTime.UtcNow);
            await db.SaveChangesAsync();
            Assert.True(second.Id > 0);
            Assert.Equal(2, await db.Personen.CountAsync());
            // Foreign keys are enforced on the shared connection too.
            db.Add(new Konto { UserName = "x", PersonId = 4711 });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Abbrechen_laesst_nichts_Halbes_zurueck()
    {
        await using var database = await TestDatabase.CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => database.WithAsync(async db =>
        {
            using var cancel = new CancellationTokenSource();
            if (i % 2 == 0) cancel.CancelAfter(TimeSpan.FromMilliseconds(i % 7));
            db.Add(new Person("A", "A" + i, $"a{i}@musterstadt.example"));
            db.Add(new Person("B", "B" + i, $"b{i}@musterstadt.example"));
            try
            {
                await db.SaveChangesAsync(cancel.Token);
                return (i, Saved: true);
            }
            catch (OperationCanceledException)
            {
                return (i, Saved: false);
            }
        }))));

        await database.WithAsync(async db =>
        {
            var stored = (await db.Personen.Select(p => p.Email).ToListAsync()).ToHashSet();
            Assert.All(answers, a =>
            {
                Assert.Equal(a.Saved, stored.Contains($"a{a.i}@musterstadt.example"));
                Assert.Equal(a.Saved, stored.Contains($"b{a.i}@musterstadt.example"));
            });
            Assert.All(answers.Where(a => a.i % 2 == 1), a => Assert.True(a.Saved));
        });
    }

    [Fact]
    public async Task Eigene_Transaktionen_und_Einzelbefehle_kommen_dazwischen_zum_Zug()
    {
        await using var database = await TestDatabase.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => database.WithAsync(async db =>
        {
            if (i % 3 == 0)
                await db.WriteAsync(async () =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    db.Add(new Person("T", "T" + i, $"t{i}@musterstadt.example"));
                    await db.SaveChangesAsync();
                    await transaction.CommitAsync();
                    return 0;
                });
            else if (i % 3 == 1)
                await db.NaechsteKennungAsync("Probe", 2026);
            else
            {
                db.Add(new Person("P", "P" + i, $"p{i}@musterstadt.example"));
                await db.SaveChangesAsync();
            }
        }))));

        await database.WithAsync(async db =>
        {
            Assert.Equal(40, await db.Personen.CountAsync());
            Assert.Equal("2026-21", await db.NaechsteKennungAsync("Probe", 2026));
        });
    }

    [Fact]
    public async Task Beim_Beenden_wird_erst_zu_Ende_geschrieben()
    {
        var database = await TestDatabase.CreateAsync();
        var saves = Enumerable.Range(0, 50).Select(i => Task.Run(() => database.WithAsync(async db =>
        {
            db.Add(new Person("A", "A", $"a{i}@musterstadt.example"));
            return await db.SaveChangesAsync();
        }))).ToArray();
        await Task.WhenAny(saves);
        await Task.WhenAll(saves);
        await database.DisposeAsync();

        Assert.All(saves, s => Assert.Equal(1, s.Result));
    }

    [Fact]
    public async Task Zaehlt_was_die_Oeffentlichkeit_betrifft()
    {
        await using var database = await TestDatabase.CreateAsync();
        var before = database.PublicState.Value;
        await database.WithAsync(db => { db.Add(new Seitentext("impressum", "Impressum", "", "")); return db.SaveChangesAsync(); });
        Assert.True(database.PublicState.Value > before);

        before = database.PublicState.Value;
        await database.WithAsync(db => { db.Add(new DataProtectionKey { Name = "x", Xml = "<x/>" }); return db.SaveChangesAsync(); });
        Assert.Equal(before, database.PublicState.Value);

        // Inside a transaction: not before it is committed.
        await database.WithAsync(db => db.WriteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.Seitentexte.SingleAsync()).Schreiben("Neu", "", "", Portal.Tests.Support.Rollen.Geschaeftsfuehrung);
            await db.SaveChangesAsync();
            Assert.Equal(before, database.PublicState.Value);
            await transaction.CommitAsync();
            return 0;
        }));
        Assert.True(database.PublicState.Value > before);
    }
}
