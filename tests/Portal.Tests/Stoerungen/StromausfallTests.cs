using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Musterstadt;
using Portal.Platform.Data;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Stoerungen;

/// <summary>
/// Der Strom fällt aus, während viele speichern (<c>kill -9</c>): Was das Portal bestätigt hat, ist da; was es nicht bestätigt hat, ist ganz da oder gar nicht.
/// </summary>
public sealed class StromausfallTests : IAsyncLifetime
{
    private static readonly string[] s_personen = [Gemeinde.Sprecherin, Gemeinde.Mitglied, Gemeinde.ZweitesMitglied];

    private static readonly Vorschlagsfeld[] s_felder =
    [
        Vorschlagsfeld.Titel, Vorschlagsfeld.Kurzfassung, Vorschlagsfeld.Ausgangslage, Vorschlagsfeld.Bedarf, Vorschlagsfeld.Umsetzungsschritte, Vorschlagsfeld.Finanzierung,
        Vorschlagsfeld.QuerschnittAlter, Vorschlagsfeld.QuerschnittGeschlecht, Vorschlagsfeld.Schnittstellen,
    ];

    private Datenbank _datenbank = null!;
    private string _kennung = "";

    public async Task InitializeAsync()
    {
        _datenbank = await Datenbank.NeuAsync();
        // Das Kennwort der Vorführung gilt nur in der Vorführung; hier läuft das wirkliche Portal.
        var abdruck = new PasswordHasher<Konto>().HashPassword(new Konto(), Mustergemeinde.Kennwort);
        await using var db = Db();
        await db.Users.ExecuteUpdateAsync(k => k.SetProperty(x => x.PasswordHash, abdruck));
        _kennung = await db.Vorschlaege.Where(v => v.Titel == Gemeinde.BesuchZum75).Select(v => v.Kennung).SingleAsync();
    }

    public async Task DisposeAsync() => await _datenbank.DisposeAsync();

    [Fact]
    public async Task Faellt_der_Strom_aus_ist_jedes_bestaetigte_Wort_da_und_keines_halb()
    {
        var portal = await Portalprozess.StartenAsync(_datenbank);
        try
        {
            var personen = await Task.WhenAll(s_personen.Select(p => Arbeitende.AnmeldenAsync(portal.Adresse, p)));
            foreach (var mindestens in (int[])[3, 12])
            {
                var felder = s_felder.Select((feld, i) => new Feldschreiber(personen[i % personen.Length], _kennung, feld)).ToList();
                var beitraege = new Beitragsschreiber(personen[0], _kennung);
                var arbeit = felder.Select(f => f.SchreibenAsync()).Append(beitraege.SchreibenAsync()).ToList();
                await AlleHabenGespeichertAsync(felder, mindestens);
                await portal.ToetenAsync();
                await Task.WhenAll(arbeit);

                portal = await Portalprozess.StartenAsync(_datenbank);
                await DateiIstHeilAsync();
                await BestaetigtesIstDaAsync(felder, beitraege);
                await NichtsIstHalbAsync();
                var danach = personen.Select(p => p.An(portal.Adresse)).ToArray();
                foreach (var person in personen) person.Dispose();
                personen = danach;
            }
            // Beim Start und unter Last beschwert sich nichts, auch keine Abfrage, die „irgendeine“ Zeile nähme; dass der Rechner beschäftigt ist, dürfen Kestrel und der sagen, der auf die anderen Knoten hört.
            Befund.Leer(portal.Ausgabe.Split('\n').Where(z => z.StartsWith("warn:", StringComparison.Ordinal) && !z.Contains("Server.Kestrel", StringComparison.Ordinal) && !z.Contains(nameof(PostgresListener), StringComparison.Ordinal)));
            Assert.DoesNotContain("fail:", portal.Ausgabe, StringComparison.Ordinal);
            // Wer angemeldet war, ist es noch, und schreibt weiter.
            var (version, _) = await personen[1].LesenAsync(_kennung, Vorschlagsfeld.Bedarf);
            Assert.Equal(version + 1, await personen[1].SchreibenAsync(_kennung, Vorschlagsfeld.Bedarf, "Es geht weiter.", version));
            foreach (var person in personen) person.Dispose();
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    [Fact]
    public async Task Gesichert_wird_waehrend_gearbeitet_wird_und_das_Wiederhergestellte_ist_ein_Stand()
    {
        var datei = Path.Combine(Directory.CreateTempSubdirectory("portal-sicherung-").FullName, "sicherung.zip");
        await using (var portal = await Portalprozess.StartenAsync(_datenbank))
        {
            using var person = await Arbeitende.AnmeldenAsync(portal.Adresse, Gemeinde.Mitglied);
            var felder = s_felder.Select(feld => new Feldschreiber(person, _kennung, feld)).ToList();
            var arbeit = felder.Select(f => f.SchreibenAsync()).ToList();
            var (code, ausgabe) = await Portalprozess.BefehlAsync(_datenbank, "backup", datei);
            Assert.True(code == 0 && ausgabe.Contains("gesichert", StringComparison.Ordinal), ausgabe);
            await AlleHabenGespeichertAsync(felder, 1);
            foreach (var feld in felder) feld.Beenden();
            await Task.WhenAll(arbeit);
        }

        var (nein, grund) = await Portalprozess.BefehlAsync(_datenbank, "restore", datei);
        Assert.True(nein == 1 && grund.Contains("--ersetzen", StringComparison.Ordinal), grund);
        var (ja, gut) = await Portalprozess.BefehlAsync(_datenbank, "restore", datei, "--ersetzen");
        Assert.True(ja == 0 && gut.Contains("Starten Sie ein laufendes Portal jetzt neu", StringComparison.Ordinal), gut);
        await DateiIstHeilAsync();
        await NichtsIstHalbAsync();
        Directory.Delete(Path.GetDirectoryName(datei)!, recursive: true);
    }

    private static Task AlleHabenGespeichertAsync(List<Feldschreiber> felder, int mindestens) => Geduld.BisAsync(
        () => Task.FromResult(felder.TrueForAll(f => f.Bestaetigt >= mindestens)), () => "Es wird nicht gespeichert: " + string.Join(", ", felder.Select(f => $"{f.Feld} {f.Bestaetigt}")));

    private async Task DateiIstHeilAsync()
    {
        if (Datenbank.IstPostgres) return;
        await using var db = Db();
        Assert.Equal("ok", (await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()).Single());
        Assert.Empty(await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync());
    }

    private async Task BestaetigtesIstDaAsync(List<Feldschreiber> felder, Beitragsschreiber beitraege)
    {
        await using var db = Db();
        foreach (var schreiber in felder)
        {
            var feld = await db.Vorschlaege.Where(v => v.Kennung == _kennung).SelectMany(v => v.Felder).AsNoTracking().SingleAsync(f => f.Feld == schreiber.Feld);
            Assert.Contains((feld.Version, feld.Wert), schreiber.MoeglicheStaende);
        }
        var texte = await db.Kommentare.Select(k => k.Text).ToListAsync();
        Assert.All(beitraege.Bestaetigte, text => Assert.Single(texte, text));
    }

    private async Task NichtsIstHalbAsync()
    {
        await using var db = Db();
        var vorschlag = await db.Vorschlaege.AsNoTracking().AsSplitQuery().Include(v => v.Felder).Include(v => v.Fassungen).SingleAsync(v => v.Kennung == _kennung);
        // Ein Feld und sein Vorschlag werden zusammen gespeichert: der Auszug passt zum Feld, der Zeitpunkt zum zuletzt geschriebenen.
        Assert.Equal(vorschlag.Titel, vorschlag.Feld(Vorschlagsfeld.Titel).Wert);
        Assert.Equal(vorschlag.Kurzfassung, vorschlag.Feld(Vorschlagsfeld.Kurzfassung).Wert);
        Assert.Contains(vorschlag.GeaendertAm, vorschlag.Felder.Select(f => f.GeaendertAm));
        // Der gesetzte Text gehört zum geschriebenen.
        foreach (var feld in vorschlag.Felder.Where(f => f.Wert.StartsWith("Stand ", StringComparison.Ordinal) && f.Html is not null))
            Assert.Contains(feld.Wert[..feld.Wert.IndexOf('.', StringComparison.Ordinal)], feld.Html, StringComparison.Ordinal);
        // Keine Fassung ohne ihre Nummer und ihr Ereignis, kein Ereignis ohne Fassung.
        Assert.Equal(Enumerable.Range(1, vorschlag.Fassungsnummer), vorschlag.Fassungen.Select(f => f.Nummer).Order());
        Assert.Equal(vorschlag.Fassungsnummer, await db.Ereignisse.CountAsync(e => e.Art == "vorschlag.fassung" && e.Kennung == _kennung));
        // Kein Beitrag ohne Ereignis, kein Ereignis ohne Beitrag.
        var beitraege = await db.Kommentare.Select(k => k.Kennung).ToListAsync();
        var geschrieben = await db.Ereignisse.Where(e => e.Art == "kommentar.geschrieben").Select(e => e.Kennung).ToListAsync();
        Assert.Equal(beitraege.Order(StringComparer.Ordinal), geschrieben.Order(StringComparer.Ordinal));
    }

    private PortalDb Db() => Datenbank.IstPostgres
        ? new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql(_datenbank.Verbindung).Options)
        : new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(_datenbank.Verbindung + ";Pooling=False").Options);

    /// <summary>Schreibt an einem Feld, so schnell das Portal antwortet, und merkt sich, was bestätigt ist.</summary>
    private sealed class Feldschreiber(Arbeitende wer, string kennung, Vorschlagsfeld feld)
    {
        private (int Version, string Wert) _bestaetigt;
        private (int Version, string Wert)? _unterwegs;
        private volatile int _anzahl;
        private volatile bool _beendet;

        public Vorschlagsfeld Feld => feld;
        public int Bestaetigt => _anzahl;

        /// <summary>Das zuletzt Bestätigte, oder ganz, was gerade unterwegs war.</summary>
        public IEnumerable<(int Version, string Wert)> MoeglicheStaende => _unterwegs is { } u ? [_bestaetigt, u] : [_bestaetigt];

        public void Beenden() => _beendet = true;

        public async Task SchreibenAsync()
        {
            try
            {
                _bestaetigt = await wer.LesenAsync(kennung, feld);
                while (!_beendet)
                {
                    var wert = $"Stand {_bestaetigt.Version + 1} von {feld}. {Fuellung(_bestaetigt.Version)}".TrimEnd();
                    _unterwegs = (_bestaetigt.Version + 1, wert);
                    _bestaetigt = (await wer.SchreibenAsync(kennung, feld, wert, _bestaetigt.Version), wert);
                    Assert.Equal(_unterwegs, _bestaetigt);
                    _unterwegs = null;
                    Interlocked.Increment(ref _anzahl);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                // Der Strom ist weg.
            }
        }

        private string Fuellung(int version) => feld is Vorschlagsfeld.Titel or Vorschlagsfeld.Kurzfassung ? "" : string.Join(' ', Enumerable.Repeat($"Wort{version}", version % 7 * 90));
    }

    /// <summary>Schreibt Beiträge zur Diskussion: jeder mit seinem Ereignis.</summary>
    private sealed class Beitragsschreiber(Arbeitende wer, string kennung)
    {
        private static int s_nummer;

        public List<string> Bestaetigte { get; } = [];

        public async Task SchreibenAsync()
        {
            try
            {
                while (true)
                {
                    var text = $"Beitrag {Interlocked.Increment(ref s_nummer)} vor dem Stromausfall";
                    await wer.KommentierenAsync(kennung, text);
                    Bestaetigte.Add(text);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                // Der Strom ist weg.
            }
        }
    }
}
