using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Update;
using Portal.Fachgruppen;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Stammdaten;
using Portal.Stammdaten.Barrieren;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Platform;

/// <summary>Mehrere geänderte Zeilen, einmal gespeichert: alle oder keine, auf beiden Datenbanken. Auf PostgreSQL geht das als eine Anweisung.</summary>
public class ZusammenSpeichernTests
{
    private static readonly DateTime s_jetzt = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Jede_Art_von_Wert_kommt_an_und_die_Versionen_zaehlen()
    {
        await using var database = await MitZeilenAsync();

        await database.WithAsync(async db =>
        {
            var mails = await db.OutgoingMails.OrderBy(m => m.Id).ToListAsync();
            (mails[0].State, mails[0].SentAt, mails[0].TextBody, mails[0].Attempts) = (MailState.Sent, s_jetzt, "„Grüße“ — 'heute' {0} $1 😀", 3);
            (mails[1].LastError, mails[1].LeasedUntil) = (null, null);
            var meldung = await db.Barrieremeldungen.FirstAsync(m => m.Name == "A");
            db.Entry(meldung).Property(m => m.Antwort).CurrentValue = "Erledigt";
            Assert.Equal(3, await db.SaveChangesAsync());
            Assert.All(db.ChangeTracker.Entries(), e => Assert.Equal(EntityState.Unchanged, e.State));
            Assert.Equal(0, await db.SaveChangesAsync());
        });

        await database.WithAsync(async db =>
        {
            var mails = await db.OutgoingMails.OrderBy(m => m.Id).ToListAsync();
            Assert.Equal((MailState.Sent, s_jetzt, "„Grüße“ — 'heute' {0} $1 😀", 3, "Fehler 0"), (mails[0].State, mails[0].SentAt, mails[0].TextBody, mails[0].Attempts, mails[0].LastError));
            Assert.Equal((MailState.Waiting, null, null), (mails[1].State, mails[1].LastError, mails[1].LeasedUntil));
            Assert.Equal([("A", "Erledigt", 1), ("B", "", 0)], (await db.Barrieremeldungen.OrderBy(m => m.Name).ToListAsync()).Select(m => (m.Name, m.Antwort, m.Version)));
        });
    }

    [Fact]
    public async Task Ist_eine_Zeile_ueberholt_wird_keine_gespeichert()
    {
        await using var database = await MitZeilenAsync();

        await database.WithAsync(async db =>
        {
            var meldungen = await db.Barrieremeldungen.OrderBy(m => m.Name).ToListAsync();
            await database.WithAsync(andere => AntwortenAsync(andere, "schneller", "B"));
            foreach (var meldung in meldungen) db.Entry(meldung).Property(m => m.Antwort).CurrentValue = "langsamer";
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });

        Assert.Equal(["A: ", "B: schneller"], await AntwortenLesenAsync(database));
    }

    [Fact]
    public async Task Wer_ueberholt_wird_versucht_es_noch_einmal_und_niemand_wartet_auf_den_der_auf_ihn_wartet()
    {
        await using var database = await MitZeilenAsync();

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => database.WithAsync(db => db.RetryAsync(async () =>
        {
            await AntwortenAsync(db, "+", i % 2 == 0 ? ["A", "B"] : ["B", "A"]);
            return 0;
        })))));

        var jede = new string('+', 24);
        Assert.Equal([$"A: {jede}", $"B: {jede}"], await AntwortenLesenAsync(database));
    }

    [Fact]
    public async Task Zuerst_kommt_wozu_das_andere_gehoert_denn_dessen_Zeile_sperrt_wer_den_Vorschlag_fuer_sich_braucht()
    {
        await using var database = await TestDatabase.CreateAsync(Datenbank.IstPostgres);

        await database.WithAsync(db =>
        {
            int Rang<T>() => StoreOrder.RankOf(db.Model.FindEntityType(typeof(T))!);
            Assert.IsType<StoreOrder>(db.GetService<IComparer<IReadOnlyModificationCommand>>());
            Assert.True(Rang<Fachgruppe>() < Rang<Vorschlag>());
            Assert.All([Rang<Fassung>(), Rang<Feldinhalt>(), Rang<Matrixzeile>(), Rang<Kommentar>()], rang => Assert.True(Rang<Vorschlag>() < rang));
            Assert.Equal(0, Rang<Sozialraum>());
            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("zwei geänderte Zeilen", true)]
    [InlineData("nur eine", false)]
    [InlineData("eine neue dabei", false)]
    [InlineData("eine gelöschte dabei", false)]
    [InlineData("eine in einer Spalte, in der jeder Wert nur einmal vorkommt", false)]
    [InlineData("mehr als acht", false)]
    public async Task Als_eine_Anweisung_geht_was_sie_so_gut_kann_wie_mehrere(string was, bool geht)
    {
        await using var database = await MitZeilenAsync();

        await database.WithAsync(async db =>
        {
            var meldungen = await db.Barrieremeldungen.ToListAsync();
            db.Entry(meldungen[0]).Property(m => m.Antwort).CurrentValue = "Erledigt";
            if (was != "nur eine") db.Entry(meldungen[1]).Property(m => m.Antwort).CurrentValue = "Auch";
            if (was == "eine neue dabei") db.Add(Mail(9));
            if (was == "eine gelöschte dabei") db.Remove(await db.OutgoingMails.OrderBy(m => m.Id).FirstAsync());
            if (was == "mehr als acht") foreach (var mail in await db.OutgoingMails.ToListAsync()) mail.Attempts++;
            if (was.StartsWith("eine in einer Spalte", StringComparison.Ordinal)) db.Entry(meldungen[1]).Property(m => m.Kennung).CurrentValue = "andere";

            Assert.Equal(geht, PostgresStatement.Suits([.. db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged)]));
        });
    }

    private static async Task<TestDatabase> MitZeilenAsync()
    {
        var database = await TestDatabase.CreateAsync(Datenbank.IstPostgres);
        await database.WithAsync(db =>
        {
            for (var i = 0; i < 8; i++) db.Add(Mail(i));
            db.Add(new Barrieremeldung("Startseite", "Der Knopf ist zu klein.", "A", "", s_jetzt));
            db.Add(new Barrieremeldung("Liste", "Die Farbe ist zu blass.", "B", "", s_jetzt));
            return db.SaveChangesAsync();
        });
        return database;
    }

    private static OutgoingMail Mail(int nummer) => new()
    {
        Key = $"mail-{nummer}",
        ToAddress = "a@musterstadt.example",
        ToName = "A",
        Subject = "Hallo",
        TextBody = "Text",
        HtmlBody = "<p>Text</p>",
        CreatedAt = s_jetzt,
        DueAt = s_jetzt,
        LastError = $"Fehler {nummer}",
        LeasedUntil = s_jetzt,
    };

    private static async Task AntwortenAsync(PortalDb db, string dazu, params string[] namen)
    {
        foreach (var name in namen)
        {
            var antwort = db.Entry(await db.Barrieremeldungen.FirstAsync(m => m.Name == name)).Property(m => m.Antwort);
            antwort.CurrentValue += dazu;
        }
        await db.SaveChangesAsync();
    }

    private static Task<List<string>> AntwortenLesenAsync(TestDatabase database) =>
        database.WithAsync(db => db.Barrieremeldungen.OrderBy(m => m.Name).Select(m => m.Name + ": " + m.Antwort).ToListAsync());
}
