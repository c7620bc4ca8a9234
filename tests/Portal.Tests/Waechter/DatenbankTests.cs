using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

public sealed partial class DatenbankTests
{
    private static readonly PortalDb[] s_beide =
    [
        new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options),
        new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=localhost").Options),
    ];

    [Fact]
    public void Keine_der_beiden_Datenbanken_wartet_auf_eine_Migration() =>
        Befund.Leer(s_beide.Where(db => db.Database.HasPendingModelChanges()).Select(db => db.GetType().Name));

    [Fact]
    public void Beide_Datenbanken_haben_dieselben_Migrationen()
    {
        var namen = s_beide.Select(db => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]).ToList()).ToList();
        Assert.NotEmpty(namen[0]);
        Assert.Equal(namen[0], namen[1]);
    }

    /// <summary>Gesucht werden sie unter den öffentlichen Typen, weil das im Betrieb Speicher spart: eine, die es nicht wäre, würde nie angewendet.</summary>
    [Fact]
    public void Das_Portal_findet_dieselben_Migrationen_wie_EF_Core()
    {
        using var sqlite = Zusammenhang.Mit(new() { Art = "Sqlite", Verbindung = "Data Source=:memory:" });
        using var postgres = Zusammenhang.Mit(new() { Art = "Postgres", Verbindung = "Host=localhost" });
        foreach (var (dieses, efCore) in new[] { sqlite, postgres }.Zip(s_beide, (a, b) => (a.GetService<IMigrationsAssembly>(), b.GetService<IMigrationsAssembly>())))
        {
            Assert.NotEmpty(efCore.Migrations);
            Assert.Equal(efCore.Migrations, dieses.Migrations);
            Assert.Equal(efCore.ModelSnapshot?.GetType(), dieses.ModelSnapshot?.GetType());
            foreach (var gesucht in new[] { "Anfang", efCore.Migrations.Keys.First(), "fang", "gibt_es_nicht" }) Assert.Equal(efCore.FindMigrationId(gesucht), dieses.FindMigrationId(gesucht));
        }
    }

    /// <summary>Ausgeliefert wird mit dem ausgeschriebenen Modell (Release); es darf nicht hinter der Abbildung zurückbleiben.</summary>
    [Fact]
    public void Das_ausgeschriebene_Modell_sagt_dasselbe_wie_die_Abbildung()
    {
#if !DEBUG
        Assert.All(s_beide, db => Assert.IsAssignableFrom<RuntimeModel>(db.Model));
        Assert.All(s_beide, db => Assert.Contains("CompiledModels", db.Model.GetType().Namespace, StringComparison.Ordinal));
#endif
        foreach (var db in s_beide)
        {
            var (gilt, soll) = (Zuege(db.Model), Zuege(db.GetService<IDesignTimeModel>().Model));
            Assert.True(soll.Count > 500);
            Befund.Leer(soll.Except(gilt).Select(z => $"{db.GetType().Name}: fehlt {z} (add-migration --model)").Concat(gilt.Except(soll).Select(z => $"{db.GetType().Name}: veraltet {z} (add-migration --model)")));
        }
    }

    /// <summary>
    /// Was gemerkt wird (ADR 16), vergisst das Portal, wenn gespeichert wird; was am Speichern vorbei geändert wird, bemerkt es nicht. Jede solche
    /// Anweisung steht deshalb hier, mit dem Grund, aus dem sie nichts Gemerktes ändert.
    /// </summary>
    [Fact]
    public void Nichts_Gemerktes_aendert_sich_am_Speichern_vorbei()
    {
        Dictionary<string, string> geprueft = new()
        {
            ["Vorschlaege.Titel"] = "setzt den Titel auf sich selbst: eine Sperre",
            ["Abstimmungen.Antrag"] = "ebenso",
            ["Users.ZuletztAngemeldet"] = "steht auf keiner gemerkten Seite und entscheidet nichts",
            ["Users.PasswordHash"] = "beim Füllen einer neuen Datenbank, die noch niemand liest",
            ["Einladungen.Abdruck"] = "wer einlädt, liest die Einladungen jedes Mal",
            ["OutgoingMails"] = "den Postausgang merkt sich nichts",
            ["Zugangslinks"] = "ob ein Link gilt, wird jedes Mal gelesen",
            ["Personenlisten"] = "liest nur, wer sie hochgeladen hat, jedes Mal",
            ["Barrieremeldungen"] = "gelöscht werden beantwortete, die nur die Verwaltung liest",
        };
        var gefunden = Quelltext.Dateien("src/Portal", "*.cs").SelectMany(d => Anweisung().Matches(Quelltext.Lesen(d)))
            .SelectMany(m => m.Groups["loescht"].Success || m.Groups["menge"].Value == "OutgoingMails" ? [m.Groups["menge"].Value]
                : Spalte().Matches(m.Value).Select(s => m.Groups["menge"].Value + "." + s.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Users.ZuletztAngemeldet", gefunden);
        Befund.Leer(gefunden.Except(geprueft.Keys).Select(a => $"{a}: ändert es etwas, das gemerkt wird?").Concat(geprueft.Keys.Except(gefunden).Select(a => $"{a}: gibt es nicht mehr")));
    }

    [GeneratedRegex("""\b[dD]b\.(?<menge>\w+)(?:(?!\b[dD]b\.)[^;])*?Execute(?:Update|(?<loescht>Delete))[^;]*;""")]
    private static partial Regex Anweisung();

    [GeneratedRegex("""SetProperty\(\w+ => \w+\.(\w+)""")]
    private static partial Regex Spalte();

    /// <summary>Was sich an einem Modell ändern kann, je eine Zeile.</summary>
    private static List<string> Zuege(IModel modell) => [.. modell.GetEntityTypes().SelectMany(t =>
        t.GetProperties().Select(p => $"{t.Name}.{p.Name}: {p.ClrType} {t.GetTableName()}.{p.GetColumnName()} {p.GetColumnType()} {p.IsNullable} {p.GetMaxLength()} {p.IsConcurrencyToken} {p.ValueGenerated} "
                + $"{p.FindTypeMapping()?.Converter?.GetType()} {p.FindAnnotation("Portal:DoesNotCount")?.Value}")
            .Concat(t.GetKeys().Select(k => $"{t.Name} Schlüssel {Namen(k.Properties)} {k.IsPrimaryKey()}"))
            .Concat(t.GetForeignKeys().Select(f => $"{t.Name} -> {f.PrincipalEntityType.Name} {Namen(f.Properties)} {f.DeleteBehavior} {f.IsUnique} {f.IsRequired} {f.DependentToPrincipal?.Name} {f.PrincipalToDependent?.Name}"))
            .Concat(t.GetIndexes().Select(i => $"{t.Name} Index {Namen(i.Properties)} {i.IsUnique}"))
            .Concat(t.GetSkipNavigations().Select(n => $"{t.Name} <-> {n.Name} {n.TargetEntityType.Name}")))];

    private static string Namen(IEnumerable<IReadOnlyProperty> spalten) => string.Join(',', spalten.Select(s => s.Name));
}
