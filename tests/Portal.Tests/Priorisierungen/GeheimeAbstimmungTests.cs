using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Tests.Support;

namespace Portal.Tests.Priorisierungen;

/// <summary>Wer die ganze Datenbank in der Hand hat, kann keinen Stimmzettel einer Person zuordnen.</summary>
public sealed class GeheimeAbstimmungTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] s_waehlende =
        ["konferenz", "henning.brodersen", "ulrich.gross", "wiebke.lorenzen", "agnieszka.wisniewska", "malte.juergensen", "samira.el-khatib", "annegret.jaeger"];

    private static Dictionary<string, string> Felder(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);

    [Fact]
    public async Task Die_ganze_Datenbank_verraet_nicht_wer_wie_gestimmt_hat()
    {
        // Zwei Abstimmungen, in denen dieselben Menschen in derselben Reihenfolge stimmen, aber verschieden: Was die Datenbank über sie sagt, muss gleich sein.
        Stimme[] eine = [Stimme.Ja, Stimme.Ja, Stimme.Ja, Stimme.Nein, Stimme.Nein, Stimme.Enthaltung, Stimme.Ja, Stimme.Nein];
        Stimme[] andere = [Stimme.Nein, Stimme.Nein, Stimme.Enthaltung, Stimme.Ja, Stimme.Ja, Stimme.Nein, Stimme.Ja, Stimme.Ja];
        var (kennungA, belegeA) = await DurchfuehrenAsync("Geheim A", eine);
        var (kennungB, belegeB) = await DurchfuehrenAsync("Geheim B", andere);

        var (zeilenA, urneA) = await portal.Db(db => AllesUeberAsync(db, kennungA, "Geheim A"));
        var (zeilenB, urneB) = await portal.Db(db => AllesUeberAsync(db, kennungB, "Geheim B"));
        Assert.True(zeilenA.Count > 20, "Es wurde zu wenig gelesen.");
        Assert.Equal(zeilenA.Order(StringComparer.Ordinal), zeilenB.Order(StringComparer.Ordinal));

        // Die Urne: eine Zeile, nach zufälligem Beleg geordnet. Die Reihenfolge der Zettel ist die der Belege, nicht die der Abgabe.
        Assert.Equal(belegeA.OrderBy(b => b.Beleg, StringComparer.Ordinal), urneA.Select(z => (z.Beleg, z.Stimme)));
        Assert.Equal(belegeB.OrderBy(b => b.Beleg, StringComparer.Ordinal), urneB.Select(z => (z.Beleg, z.Stimme)));
    }

    [Fact]
    public async Task Auch_mit_Stimmzetteln_aus_Papier_verraet_die_ganze_Datenbank_nicht_wer_wie_gestimmt_hat()
    {
        // Vier stimmen auf Papier, vier im Portal; beide Male dieselben Menschen, aber verschieden, auch in der Summe der Stimmzettel aus Papier.
        var (kennungA, belegeA) = await DurchfuehrenAsync("Papier A", [Stimme.Ja, Stimme.Ja, Stimme.Nein, Stimme.Ja, Stimme.Nein, Stimme.Enthaltung, Stimme.Ja, Stimme.Nein], aufPapier: 4);
        var (kennungB, belegeB) = await DurchfuehrenAsync("Papier B", [Stimme.Nein, Stimme.Enthaltung, Stimme.Nein, Stimme.Ja, Stimme.Ja, Stimme.Ja, Stimme.Ja, Stimme.Nein], aufPapier: 4);

        var (zeilenA, urneA) = await portal.Db(db => AllesUeberAsync(db, kennungA, "Papier A"));
        var (zeilenB, urneB) = await portal.Db(db => AllesUeberAsync(db, kennungB, "Papier B"));
        Assert.Contains(zeilenA, z => z.Contains("hat Stimmen auf Papier bestätigt (4 Sitze)", StringComparison.Ordinal));
        Assert.Equal(zeilenA.Order(StringComparer.Ordinal), zeilenB.Order(StringComparer.Ordinal));

        // In der Urne liegen alle acht nach ihrem Beleg geordnet; welche aus Papier waren, sieht man ihnen nicht an.
        foreach (var (urne, belege) in new[] { (urneA, belegeA), (urneB, belegeB) })
        {
            Assert.Equal((4, 3, 1), (urne.Count(z => z.Stimme == Stimme.Ja), urne.Count(z => z.Stimme == Stimme.Nein), urne.Count(z => z.Stimme == Stimme.Enthaltung)));
            Assert.Equal(urne.OrderBy(z => z.Beleg, StringComparer.Ordinal), urne);
            Assert.Equal(4, belege.Count);
            Assert.All(belege, b => Assert.Contains(new Stimmzettel(b.Beleg, b.Stimme), urne));
        }
    }

    [Fact]
    public async Task Ein_Beleg_steht_nirgends_ausser_in_der_Urne()
    {
        var (kennung, belege) = await DurchfuehrenAsync("Geheim C", [Stimme.Ja, Stimme.Nein, Stimme.Ja, Stimme.Enthaltung, Stimme.Ja, Stimme.Ja, Stimme.Nein, Stimme.Ja]);
        var alles = await portal.Db(async db =>
        {
            var text = new StringBuilder();
            foreach (var (tabelle, zeilen) in await TabellenAsync(db))
                if (tabelle != "Urnen")
                    foreach (var zeile in zeilen) text.AppendLine(string.Join('|', zeile.Values));
            return text.ToString();
        });
        Assert.Contains(kennung, alles, StringComparison.Ordinal);
        Assert.All(belege, b => Assert.DoesNotContain(b.Beleg, alles, StringComparison.OrdinalIgnoreCase));
        Assert.All(belege, b => Assert.DoesNotContain(Urne.Lesbar(b.Beleg), alles, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nach_der_Schliessung_bleibt_von_frueheren_Staenden_der_Urne_nichts()
    {
        var datei = await portal.Db(db => Task.FromResult(db.Database.IsSqlite() ? db.Database.GetDbConnection().DataSource : null));
        // Wer seit vor der ersten Stimme liest, hielte auf PostgreSQL jeden früheren Stand am Leben.
        await using var leser = datei is null ? await portal.Db(LiestSchonAsync) : null;
        var (_, belege) = await DurchfuehrenAsync("Geheim D", [Stimme.Ja, Stimme.Nein, Stimme.Ja, Stimme.Enthaltung, Stimme.Ja, Stimme.Ja, Stimme.Nein, Stimme.Ja]);

        var inhalt = Encoding.Latin1.GetString(datei is null ? await portal.Db(UrnenAufDemLaufwerkAsync) : await LesenAsync(datei));
        // Wären frühere Stände noch da, stünde der Beleg der ersten Stimme achtmal in der Datei.
        Assert.All(belege, b => Assert.Equal(1, Vorkommen(inhalt, b.Beleg)));
        Assert.False(File.Exists(datei + "-wal") && new FileInfo(datei + "-wal").Length > 0);
    }

    [NurAufPostgres]
    public async Task Wird_beim_Schliessen_gerade_gesichert_vergisst_das_naechste_Aufraeumen_die_frueheren_Staende()
    {
        List<(string Beleg, Stimme Stimme)> belege;
        await using (var leser = await portal.Db(LiestSchonAsync))
        {
            await using var befehl = leser.CreateCommand();
            befehl.CommandText = """LOCK TABLE "Urnen" IN ACCESS SHARE MODE""";
            await befehl.ExecuteNonQueryAsync();
            belege = (await DurchfuehrenAsync("Geheim E", [Stimme.Ja, Stimme.Nein, Stimme.Ja, Stimme.Ja, Stimme.Ja, Stimme.Ja, Stimme.Nein, Stimme.Ja])).Belege;
            var vorher = Encoding.Latin1.GetString(await portal.Db(UrnenAufDemLaufwerkAsync));
            Assert.Contains(belege, b => Vorkommen(vorher, b.Beleg) > 1);
        }

        using var scope = portal.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<ClearUp>().RunAsync();

        var inhalt = Encoding.Latin1.GetString(await portal.Db(UrnenAufDemLaufwerkAsync));
        Assert.All(belege, b => Assert.Equal(1, Vorkommen(inhalt, b.Beleg)));
    }

    /// <summary>Die Datei, in die PostgreSQL die Tabelle schreibt.</summary>
    private static async Task<byte[]> UrnenAufDemLaufwerkAsync(PortalDb db)
    {
        await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
        return await db.Database.SqlQuery<byte[]>($"""SELECT pg_read_binary_file(pg_relation_filepath('"Urnen"')) AS "Value" """).SingleAsync();
    }

    private static async Task<DbConnection> LiestSchonAsync(PortalDb db)
    {
        var verbindung = ((NpgsqlConnection)db.Database.GetDbConnection()).CloneWith(db.Database.GetConnectionString()!);
        await verbindung.OpenAsync();
        await verbindung.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = """SELECT COUNT(*) FROM "Personen" """;
        Assert.True((long)(await befehl.ExecuteScalarAsync())! > 0);
        return verbindung;
    }

    private async Task<(string Kennung, List<(string Beleg, Stimme Stimme)> Belege)> DurchfuehrenAsync(string antrag, Stimme[] stimmen, int aufPapier = 0)
    {
        using var fuehrung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var adresse = (await fuehrung.Abschicken("/konferenz/abstimmungen/neu", Felder(("Antrag", antrag), ("Art", "Geheim")))).Adresse;
        await fuehrung.Abschicken(adresse + "/eroeffnung", Felder(("Bestaetigt", "true")));
        var belege = new List<(string, Stimme)>();
        if (aufPapier > 0) await AufPapierAsync(fuehrung, adresse, stimmen[..aufPapier]);
        foreach (var (email, stimme) in s_waehlende.Zip(stimmen).Skip(aufPapier))
        {
            using var client = await portal.AngemeldetAls(email + "@musterstadt.example");
            var seite = await client.Abschicken(adresse + "/stimme", Felder(("Stimme", stimme.ToString()), ("Bestaetigt", "true")));
            belege.Add((seite.Finde("code").TextContent.Replace("-", "", StringComparison.Ordinal), stimme));
        }
        var geschlossen = await fuehrung.Abschicken(adresse + "/schliessung", Felder(("Bestaetigt", "true")));
        Assert.Contains("Ergebnis: angenommen", geschlossen.Text, StringComparison.Ordinal);
        return (adresse.Split('/')[^1], belege);
    }

    /// <param name="stimmen">Der ersten Sitze, in der Reihenfolge von <see cref="s_waehlende"/>.</param>
    private async Task AufPapierAsync(PortalClient fuehrung, string adresse, Stimme[] stimmen)
    {
        string[] sitze = ["politik-1", "politik-3", "verwaltung-1", "verwaltung-2"];
        var felder = Felder([.. Enum.GetValues<Stimme>().Select(s => (s == Stimme.Enthaltung ? "Enthaltungen" : s.ToString(), stimmen.Count(x => x == s).ToString(CultureInfo.InvariantCulture))),
            .. sitze.Take(stimmen.Length).Select((s, i) => ($"Sitze[{i}]", s))]);
        Assert.Equal(System.Net.HttpStatusCode.Found, (await fuehrung.Senden(adresse + "/papier", felder)).Status);
        using var admin = await portal.AngemeldetAls(Gemeinde.Administration);
        Assert.Contains("sind bestätigt und zählen", (await admin.Abschicken(adresse + "/papier", Felder(("Bestaetigt", "true")), "form[action$='/papier/bestaetigung']")).Text, StringComparison.Ordinal);
    }

    /// <summary>Jede Zeile der Datenbank, die mit dieser Abstimmung zu tun hat, ohne das, was bei jeder Abstimmung verschieden ist: Nummern, Zeiten, Zufall.</summary>
    private static async Task<(List<string> Zeilen, IReadOnlyList<Stimmzettel> Urne)> AllesUeberAsync(PortalDb db, string kennung, string antrag)
    {
        var abstimmung = await db.Abstimmungen.AsNoTracking().SingleAsync(a => a.Kennung == kennung);
        var urne = await db.Urnen.AsNoTracking().SingleAsync(u => u.AbstimmungId == abstimmung.Id);
        var zeilen = new List<string>();
        foreach (var (tabelle, alle) in await TabellenAsync(db))
        {
            if (tabelle == "Urnen") continue;
            var eigene = alle.Where(z => z.GetValueOrDefault("AbstimmungId") == abstimmung.Id.ToString(CultureInfo.InvariantCulture) || z.Values.Any(w => w.Contains(antrag, StringComparison.Ordinal)
                || w.Contains("Abstimmung " + kennung, StringComparison.Ordinal)));
            foreach (var zeile in eigene)
                zeilen.Add(tabelle + ": " + string.Join('|', zeile.OrderBy(s => s.Key, StringComparer.Ordinal).Where(s => !IstVerschieden(s.Key)).Select(s => $"{s.Key}={s.Value.Replace(antrag, "…", StringComparison.Ordinal).Replace(kennung, "…", StringComparison.Ordinal)}")));
        }
        return (zeilen, urne.Zettel);
    }

    private static bool IstVerschieden(string spalte) => spalte is "Id" or "AbstimmungId" or "Key" or "EroeffnetAm" or "GeschlossenAm" or "Zeitpunkt" or "CreatedAt" or "DueAt" or "SentAt";

    private static async Task<List<(string Tabelle, List<Dictionary<string, string>> Zeilen)>> TabellenAsync(PortalDb db)
    {
        var tabellen = new List<(string, List<Dictionary<string, string>>)>();
        await db.Database.OpenConnectionAsync();
        foreach (var tabelle in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var befehl = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Die Namen kommen aus dem Modell.
            befehl.CommandText = $"""SELECT * FROM "{tabelle}" """;
#pragma warning restore CA2100
            var zeilen = new List<Dictionary<string, string>>();
            await using var leser = await befehl.ExecuteReaderAsync();
            while (await leser.ReadAsync())
                zeilen.Add(Enumerable.Range(0, leser.FieldCount).ToDictionary(leser.GetName, i => leser.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(leser.GetValue(i), CultureInfo.InvariantCulture) ?? ""));
            tabellen.Add((tabelle, zeilen));
        }
        await db.Database.CloseConnectionAsync();
        return tabellen;
    }

    private static async Task<byte[]> LesenAsync(string datei)
    {
        await using var strom = new FileStream(datei, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var inhalt = new MemoryStream();
        await strom.CopyToAsync(inhalt);
        return inhalt.ToArray();
    }

    private static int Vorkommen(string text, string teil)
    {
        var zahl = 0;
        for (var i = text.IndexOf(teil, StringComparison.Ordinal); i >= 0; i = text.IndexOf(teil, i + 1, StringComparison.Ordinal)) zahl++;
        return zahl;
    }
}
