using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Platform.Data;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Sicherheit;

/// <summary>
/// Was jede Rolle auf jeder erreichbaren Seite sieht. Vor dem Rundgang trägt jeder nicht öffentliche Text eine Marke mit dem Kreis,
/// für den er bestimmt ist, und jeder Text dazu ein Stück HTML, das nirgends lebendig werden darf.
/// </summary>
public sealed class RundgangTests(RundgangTests.Begangen begangen) : IClassFixture<RundgangTests.Begangen>
{
    private const string Schad = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    /// <summary>Einmal gegangen, oft nachgesehen.</summary>
    public sealed class Begangen : PortalFactory, IAsyncLifetime
    {
        public Dictionary<string, List<Seite>> Seiten { get; } = [];
        public Dictionary<string, HashSet<string>> Erlaubt { get; } = [];
        public IReadOnlyList<string> Geaendert { get; private set; } = [];

        // Wie im Betrieb: Was vertraulich ist, zeigt nur der Postausgang der Vorführung.
        protected override IEnumerable<KeyValuePair<string, string>> Einstellungen => [new("Mail:Weg", "Smtp")];

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var (besprochen, eingereicht) = (await this.KennungAsync(Gemeinde.BesuchZum75), await this.KennungAsync(Gemeinde.Sitzbaenke));
            await Db(MarkierenAsync);
            await BriefeAusloesenAsync(besprochen, eingereicht);
            foreach (var blick in Rundgang.Blicke) Erlaubt[blick] = await Db(db => KreiseAsync(db, blick));
            var vorher = await StandAsync();
            foreach (var blick in Rundgang.Blicke)
            {
                using var client = await Rundgang.AlsAsync(this, blick);
                Seiten[blick] = await Rundgang.GehenAsync(this, client);
            }
            Geaendert = vorher.Unterschiede(await StandAsync());
        }

        /// <summary>Taten, von denen Briefe gehen: Was darin geschrieben wird, gehört dem Kreis, und den Postausgang liest auch die Administration.</summary>
        private async Task BriefeAusloesenAsync(string besprochen, string eingereicht)
        {
            var gruppe = await Db(db => db.Fachgruppen.Where(g => g.Kennung == Gemeinde.GutAelterWerden).Select(g => g.Id).SingleAsync());
            var zweites = await Db(db => db.Personen.AsNoTracking().SingleAsync(p => p.Email == Gemeinde.ZweitesMitglied));
            var abstimmung = await Db(db => db.Abstimmungen.Where(a => a.Antrag.StartsWith(Gemeinde.OffeneAbstimmung)).Select(a => a.Kennung).SingleAsync());
            var vertretung = await Db(db => db.Sitzbesetzungen.Where(b => b.Sitz.Kennung == Gemeinde.VertretbarerSitz && b.Stellung == Portal.Konferenzen.Sitzstellung.Stellvertretung).Select(b => b.Person.Kennung).SingleAsync());
            var geheim = $"MARKE-gruppe-{gruppe}- {Schad}";
            using var mitglied = await AngemeldetAls(Gemeinde.Mitglied);
            using var gf = await AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
            Seite[] antworten =
            [
                await mitglied.Senden($"/vorschlaege/{besprochen}/diskussion", new Dictionary<string, string> { ["Text"] = geheim, ["Ansprechen"] = zweites.Name }),
                await gf.Senden($"/vorschlaege/{eingereicht}/rueckgabe", new Dictionary<string, string> { ["Grund"] = geheim }),
                await gf.Senden($"/konferenz/abstimmungen/{abstimmung}/sitze/{Gemeinde.VertretbarerSitz}/uebergabe", new Dictionary<string, string> { ["Person"] = vertretung, ["Grund"] = "MARKE-verwaltung-" }),
                await gf.Senden($"/fachgruppen/{Gemeinde.GutAelterWerden}/mitglieder/{zweites.Kennung}/austritt", new Dictionary<string, string> { ["Grund"] = geheim }),
            ];
            Assert.All(antworten, a => Assert.True(a.Status == HttpStatusCode.OK || a.Status == HttpStatusCode.Found, $"{a.Adresse}: {a.Status} {a.Meldungen}"));
            Assert.True(await Db(db => db.OutgoingMails.CountAsync()) >= antworten.Length);
        }

        private static async Task MarkierenAsync(PortalDb db)
        {
            var oeffentlich = await db.Vorschlaege.Where(v => v.VeroeffentlichtAm != null).Select(v => v.Id).ToListAsync();
            var bewertet = await db.Rundenvorschlaege.Select(v => v.VorschlagId).Union(db.Rundenteile.Select(t => t.VorschlagId)).ToListAsync();
            foreach (var v in await db.Vorschlaege.Select(v => new { v.Id, v.FachgruppeId, v.Kennung }).ToListAsync())
            {
                // Was die Konferenz bewertet, liest sie auch, wenn es noch nicht veröffentlicht ist; die Beiträge dazu nicht.
                var kreis = oeffentlich.Contains(v.Id) ? "" : bewertet.Contains(v.Id) ? $" MARKE-bewertet-{v.FachgruppeId}-" : $" MARKE-gruppe-{v.FachgruppeId}-";
                var marke = kreis + Schad;
                await db.Vorschlaege.Where(x => x.Id == v.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Titel, x => x.Titel + marke).SetProperty(x => x.Kurzfassung, x => x.Kurzfassung + marke));
                await db.Feldinhalte.Where(x => x.VorschlagId == v.Id && x.Html != null).ExecuteUpdateAsync(s => s.SetProperty(x => x.Wert, x => x.Wert + marke).SetProperty(x => x.Html, x => x.Html + kreis));
                await db.Feldinhalte.Where(x => x.VorschlagId == v.Id && x.Html == null && (x.Feld == Vorschlagsfeld.Titel || x.Feld == Vorschlagsfeld.Kurzfassung || x.Feld == Vorschlagsfeld.Federfuehrung))
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.Wert, x => x.Wert + marke));
                // Kommentare sind nie öffentlich; über einen veröffentlichten Vorschlag redet die Konferenz mit.
                var runde = oeffentlich.Contains(v.Id) ? $" MARKE-beratung-{v.FachgruppeId}-" : $" MARKE-gruppe-{v.FachgruppeId}-";
                await db.Kommentare.Where(k => k.VorschlagId == v.Id).ExecuteUpdateAsync(s => s.SetProperty(k => k.Text, k => k.Text + runde + Schad).SetProperty(k => k.Html, k => k.Html + runde));
                await db.Ereignisse.Where(e => e.Kennung == v.Kennung && e.Grund != null && !e.Oeffentlich).ExecuteUpdateAsync(s => s.SetProperty(e => e.Grund, e => e.Grund + $" MARKE-gruppe-{v.FachgruppeId}-" + Schad));
                foreach (var fassung in await db.Fassungen.Where(f => f.VorschlagId == v.Id).ToListAsync())
                {
                    var json = fassung.Inhalt() with { Felder = fassung.Inhalt().Felder.ToDictionary(f => f.Key, f => f.Key is Vorschlagsfeld.Titel or Vorschlagsfeld.Bedarf ? f.Value + marke : f.Value) };
                    var text = json.AlsJson();
                    await db.Fassungen.Where(f => f.Id == fassung.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.InhaltJson, text).SetProperty(f => f.Notiz, f => f.Notiz + marke));
                }
            }
            foreach (var zeile in await db.Matrixzeilen.ToListAsync())
            {
                var gruppe = await db.Vorschlaege.Where(v => v.Id == zeile.VorschlagId).Select(v => v.FachgruppeId).SingleAsync();
                var werte = zeile.Werte with { Ziel = zeile.Werte.Ziel + (oeffentlich.Contains(zeile.VorschlagId) ? "" : bewertet.Contains(zeile.VorschlagId) ? $" MARKE-bewertet-{gruppe}-" : $" MARKE-gruppe-{gruppe}-") + Schad };
                await db.Matrixzeilen.Where(z => z.Id == zeile.Id).ExecuteUpdateAsync(s => s.SetProperty(z => z.Werte, werte));
            }
            foreach (var (zustand, kreis) in (IEnumerable<(Abstimmungszustand, string)>)[(Abstimmungszustand.Vorbereitet, " MARKE-verwaltung-"), (Abstimmungszustand.Offen, " MARKE-konferenz-"), (Abstimmungszustand.Geschlossen, "")])
            {
                var marke = kreis + Schad;
                await db.Abstimmungen.Where(a => a.Zustand == zustand).ExecuteUpdateAsync(s => s.SetProperty(a => a.Antrag, a => a.Antrag + marke).SetProperty(a => a.Wortlaut, a => a.Wortlaut + marke));
            }
            // Wer Stimmen auf Papier bestätigt, liest, worum es geht, aber nicht mehr.
            await db.Abstimmungen.Where(a => db.Papierabgaben.Any(p => p.AbstimmungId == a.Id)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Antrag, Gemeinde.AbstimmungMitPapier + " MARKE-papier-" + Schad));
            await db.Stimmrechte.Where(r => r.Befangen).ExecuteUpdateAsync(s => s.SetProperty(r => r.Befangenheitsgrund, r => r.Befangenheitsgrund + " MARKE-verwaltung-" + Schad));
            await db.Stimmrechte.Where(r => r.Vertretungsgrund != "").ExecuteUpdateAsync(s => s.SetProperty(r => r.Vertretungsgrund, r => r.Vertretungsgrund + " MARKE-verwaltung-" + Schad));
            await db.Beitrittsanfragen.ExecuteUpdateAsync(s => s
                .SetProperty(a => a.Nachricht, a => a.Nachricht + " MARKE-aufnahme-" + a.FachgruppeId + "-" + Schad).SetProperty(a => a.Nachname, a => a.Nachname + " MARKE-aufnahme-" + a.FachgruppeId + "-" + Schad));
            await db.Einladungen.Where(e => e.FachgruppeId != null).ExecuteUpdateAsync(s => s.SetProperty(e => e.Nachname, e => e.Nachname + " MARKE-aufnahme-" + e.FachgruppeId + "-" + Schad));
            await db.Einladungen.Where(e => e.FachgruppeId == null).ExecuteUpdateAsync(s => s.SetProperty(e => e.Nachname, e => e.Nachname + " MARKE-verwaltung-" + Schad));
            await db.Personen.ExecuteUpdateAsync(s => s.SetProperty(p => p.Nachname, p => p.Nachname + Schad).SetProperty(p => p.Organisation, p => p.Organisation + Schad));
            await db.Fachgruppen.ExecuteUpdateAsync(s => s.SetProperty(g => g.Name, g => g.Name + Schad).SetProperty(g => g.Auftrag, g => g.Auftrag + Schad).SetProperty(g => g.Turnus, g => g.Turnus + Schad));
            await db.Handlungsfelder.ExecuteUpdateAsync(s => s.SetProperty(h => h.Name, h => h.Name + Schad).SetProperty(h => h.Beschreibung, h => h.Beschreibung + Schad));
            await db.Sozialraeume.ExecuteUpdateAsync(s => s.SetProperty(r => r.Name, r => r.Name + Schad));
            await db.Ereignisse.ExecuteUpdateAsync(s => s.SetProperty(e => e.Bezeichnung, e => e.Bezeichnung + Schad));
            foreach (var w in await db.Bewertungen.ToListAsync())
            {
                var bogen = await db.Bewertungsboegen.Where(b => b.Id == w.BogenId).Select(b => new { b.Sitz, IstVerschlossen = b.VerschlossenAm != null }).SingleAsync();
                // Nach dem Schluss liest die Konferenz die Begründungen, ohne Namen; vorher und alles andere nur der Sitz.
                var gruende = w.Begruendungen.ToDictionary(g => g.Key, g => g.Value + (bogen.IstVerschlossen ? " MARKE-konferenz-" : $" MARKE-bogen-{bogen.Sitz}-") + Schad);
                await db.Bewertungen.Where(x => x.Id == w.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Begruendungen, gruende).SetProperty(x => x.Befangenheitsgrund, x => x.Befangenheitsgrund + $" MARKE-bogen-{bogen.Sitz}-" + Schad));
            }
            foreach (var n in await db.Bewertungsnotizen.ToListAsync())
                await db.Bewertungsnotizen.Where(x => x.Id == n.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Text, x => x.Text + $" MARKE-notiz-{n.PersonId}-" + Schad));
            // Solange ein Sondervotum offen ist, liest es nur die Konferenz.
            foreach (var votum in await db.Sondervoten.Select(s => new { s.Id, Offen = s.Abstimmung.Antrag.StartsWith(Gemeinde.AbstimmungMitOffenemSondervotum) }).ToListAsync())
                await db.Sondervoten.Where(s => s.Id == votum.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Text, x => x.Text + (votum.Offen ? " MARKE-konferenz-" : "") + Schad));
            // Wie eine Bündelung heißt, lesen ihre Gruppen und, sobald sie vereinbart ist, die Konferenz und das Büro, das einen Papierbogen bestätigt.
            foreach (var id in await db.Buendelungen.Select(b => b.Id).ToListAsync())
            {
                var marke = $" MARKE-buendelung-{id}-" + Schad;
                await db.Buendelungen.Where(b => b.Id == id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Titel, b => b.Titel + marke).SetProperty(b => b.Begruendung, b => b.Begruendung + marke));
                await db.Rundenvorschlaege.Where(v => v.BuendelungId == id).ExecuteUpdateAsync(s => s.SetProperty(v => v.Buendelungstitel, v => v.Buendelungstitel + marke));
            }
            await db.Priorisierungsrunden.ExecuteUpdateAsync(s => s.SetProperty(r => r.Titel, r => r.Titel + Schad));
            await db.Kommune.ExecuteUpdateAsync(s => s.SetProperty(k => k.Kontakt, k => k.Kontakt + Schad));
        }

        /// <summary>Die Kreise, deren Marken jemand lesen darf.</summary>
        private static async Task<HashSet<string>> KreiseAsync(PortalDb db, string email)
        {
            var person = await db.Personen.SingleOrDefaultAsync(p => p.EmailNormal == Person.Normal(email));
            var gruppen = await db.Fachgruppen.Select(g => g.Id).ToListAsync();
            var rollen = person?.Rollen ?? [];
            var buendelungen = await db.Buendelungen.Select(b => new { Kreis = $"buendelung-{b.Id}", b.Zustand, Gruppen = b.Teile.Select(t => t.Vorschlag.FachgruppeId).ToList() }).ToListAsync();
            var vereinbarte = buendelungen.Where(b => b.Zustand == Buendelungszustand.Vereinbart).Select(b => b.Kreis);
            // Was auf einem Bogen steht, lesen nur die Menschen des Sitzes; eine Notiz nur, wer sie schrieb.
            var eigenes = person is null ? [] : (await db.Sitzbesetzungen.Where(b => b.PersonId == person.Id && b.Bis == null).Select(b => b.Sitz.Kennung).ToListAsync()).Select(s => $"bogen-{s}").Append($"notiz-{person.Id}").ToList();
            if (rollen.Contains(Rolle.Konferenzmitglied)) return [.. gruppen.SelectMany(g => (string[])[$"beratung-{g}", $"bewertet-{g}"]), "konferenz", "papier", .. vereinbarte, .. eigenes];
            if (rollen.Contains(Rolle.Geschaeftsfuehrung))
                return [.. gruppen.SelectMany(g => (string[])[$"gruppe-{g}", $"bewertet-{g}", $"beratung-{g}", $"aufnahme-{g}"]), "verwaltung", "konferenz", "papier", .. buendelungen.Select(b => b.Kreis)];
            // Wer einen Papierbogen bestätigt, liest darauf, wie die Vorschläge heißen.
            if (rollen.Contains(Rolle.Administration)) return [.. gruppen.SelectMany(g => (string[])[$"aufnahme-{g}", $"bewertet-{g}"]), "verwaltung", "papier", .. vereinbarte];
            var eigene = await db.Mitgliedschaften.Where(m => m.Person.EmailNormal == Person.Normal(email) && m.Bis == null).ToListAsync();
            return [.. eigene.SelectMany(m => (string[])[$"gruppe-{m.FachgruppeId}", $"bewertet-{m.FachgruppeId}", $"beratung-{m.FachgruppeId}"]), .. eigene.Where(m => m.Rolle == Mitgliedsrolle.Sprecher).Select(m => $"aufnahme-{m.FachgruppeId}"),
                .. buendelungen.Where(b => eigene.Exists(m => b.Gruppen.Contains(m.FachgruppeId))).Select(b => b.Kreis)];
        }
    }

    [Fact]
    public void Niemand_liest_was_nicht_fuer_ihn_bestimmt_ist()
    {
        var gefunden = 0;
        var lecks = new List<string>();
        foreach (var (wer, seiten) in begangen.Seiten)
            foreach (var seite in seiten)
                foreach (var marke in seite.Quelltext.Split("MARKE-").Skip(1).Select(t => t[..Math.Min(60, t.Length)]).Distinct())
                {
                    gefunden++;
                    if (!begangen.Erlaubt[wer].Any(kreis => marke.StartsWith(kreis + "-", StringComparison.Ordinal))) lecks.Add($"{Name(wer)} liest auf {seite.Adresse}: {marke}");
                }
        Assert.True(gefunden > 50, $"Nur {gefunden} Marken gefunden: der Rundgang sieht nichts.");
        Assert.True(lecks.Count == 0, string.Join("\n", lecks.Distinct()));
    }

    [Fact]
    public void Kein_fremder_Text_wird_zu_lebendigem_HTML()
    {
        var lebendig = from seiten in begangen.Seiten.Values
                       from seite in seiten
                       where seite.Antwort.Content.Headers.ContentType?.MediaType == "text/html"
                       from element in seite.Alle("*")
                       where element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "one")
                             || (element.LocalName == "script" && !element.HasAttribute("src") && element.GetAttribute("type") != "application/json")
                             || element.HasAttribute("style")
                             || element.GetAttribute("href")?.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true
                       select $"{seite.Adresse}: {element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)]}";
        Befund.Leer(lebendig.Distinct());
    }

    [Fact]
    public void Keine_Seite_scheitert()
    {
        var kaputt = from paar in begangen.Seiten from seite in paar.Value where Rundgang.IstFehler(seite) select $"{Name(paar.Key)}: {(int)seite.Status} {seite.Adresse}";
        Befund.Leer(kaputt);
    }

    [Fact]
    public void Kein_Link_fuehrt_ins_Leere()
    {
        var tote = new List<string>();
        foreach (var (wer, seiten) in begangen.Seiten)
        {
            var status = seiten.GroupBy(s => s.Adresse).ToDictionary(g => g.Key, g => g.First().Status);
            tote.AddRange(from seite in seiten
                          where seite.Status == HttpStatusCode.OK
                          from link in seite.Alle("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0])
                          where status.TryGetValue(link, out var s) && s is HttpStatusCode.NotFound or HttpStatusCode.Forbidden
                          select $"{Name(wer)}: {seite.Adresse} → {link}");
        }
        Befund.Leer(tote.Distinct());
    }

    [Fact]
    public void Jede_Seite_hat_Titel_Sprache_und_eine_Hauptueberschrift()
    {
        var maengel = from paar in begangen.Seiten
                      from seite in paar.Value
                      where seite.Antwort.Content.Headers.ContentType?.MediaType == "text/html" && seite.Status == HttpStatusCode.OK && seite.Dokument.QuerySelector("main") is not null
                      let h1 = seite.Alle("h1").Count
                      where h1 != 1 || seite.Titel.Length == 0 || seite.Dokument.DocumentElement.GetAttribute("lang") != "de"
                      select $"{seite.Adresse}: {h1} Hauptüberschriften, Titel „{seite.Titel}“";
        Befund.Leer(maengel.Distinct());
    }

    [Fact]
    public void Ansehen_aendert_nichts() => Befund.Leer(begangen.Geaendert);

    [Fact]
    public void Jede_Antwort_traegt_die_Kopfzeilen_die_Fremdes_fernhalten()
    {
        var ohne = begangen.Seiten.Values.SelectMany(s => s).Where(s => !s.Antwort.Headers.TryGetValues("Content-Security-Policy", out var csp)
            || csp.Single().Contains("unsafe", StringComparison.Ordinal) || !s.Antwort.Headers.Contains("X-Content-Type-Options") || !s.Antwort.Headers.Contains("Referrer-Policy"));
        Befund.Leer(ohne.Select(s => s.Adresse));
    }

    private static string Name(string wer) => wer.Length == 0 ? "Öffentlichkeit" : wer.Split('@')[0];
}
