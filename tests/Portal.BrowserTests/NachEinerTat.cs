using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.BrowserTests.Reise;

namespace Portal.BrowserTests;

/// <summary>
/// Seiten, zu denen kein Link führt, sondern eine Tat oder eine Mail: Jede Tat wird im Browser getan, und was danach kommt, in jeder Gestalt angesehen.
/// </summary>
public sealed partial class NachEinerTat(Vorfuehrung vorfuehrung)
{
    private const string Neues = "ein-langes-neues-kennwort";

    private static readonly (string Name, Func<Gang, Task> Tun)[] s_taten =
    [
        ("Ersteinrichtung", ErsteinrichtungAsync),
        ("Einladung", EinladungAsync),
        ("Kennwort vergessen", KennwortVergessenAsync),
        ("neue E-Mail-Adresse", NeueAdresseAsync),
        ("zweiter Faktor", ZweiterFaktorAsync),
        ("Passkey", PasskeyAsync),
        ("Beitrittsanfrage", BeitrittsanfrageAsync),
        ("Personenliste", PersonenlisteAsync),
        ("Handlungsfeld löschen", HandlungsfeldLoeschenAsync),
        ("Logo", LogoAsync),
        ("Veröffentlichung", VeroeffentlichungAsync),
        ("Entwurf einer Runde", RundenentwurfAsync),
        ("Sondervotum", SondervotumAsync),
        ("Stimmen auf Papier", StimmenAufPapierAsync),
        ("gleichzeitig geschrieben", GleichzeitigGeschriebenAsync),
        ("unvollständige Formulare", UnvollstaendigeFormulareAsync),
    ];

    private readonly Dictionary<string, Ergebnis> _ergebnisse = new(StringComparer.Ordinal);

    public static IEnumerable<string> Taten => s_taten.Select(t => t.Name);

    /// <summary>Was nach einer Tat zu sehen war. <paramref name="Muster"/>: die Adressmuster der angesehenen Seiten.</summary>
    public sealed record Ergebnis(IReadOnlySet<string> Muster, IReadOnlyList<string> Maengel);

    /// <summary>Was nach dieser Tat zu sehen war; ein zweites Mal wird sie nicht getan.</summary>
    public async Task<Ergebnis> FuerAsync(string tat)
    {
        if (_ergebnisse.TryGetValue(tat, out var fertig)) return fertig;
        await using var gang = new Gang(vorfuehrung);
        await Array.Find(s_taten, t => t.Name == tat).Tun(gang);
        return _ergebnisse[tat] = new(gang.Muster, gang.Maengel);
    }

    /// <summary>In einem leeren Portal öffnet der Link von der Konsole das erste Konto; danach sieht man jede Seite ohne Inhalt.</summary>
    private static async Task ErsteinrichtungAsync(Gang gang)
    {
        await using var leer = await Portalprozess.LeerAsync();
        var hand = await gang.HandAsync(adresse: leer.Adresse);
        await hand.GehenAsync("/");
        // Das Portal antwortet, ehe es den Link gedruckt hat.
        for (var uhr = System.Diagnostics.Stopwatch.StartNew(); !LinkDerErsteinrichtung().IsMatch(leer.Ausgabe) && uhr.Elapsed < Vorfuehrung.Geduld;) await Task.Delay(50);
        await hand.GehenAsync(LinkDerErsteinrichtung().Match(leer.Ausgabe).Value);
        await gang.AnsehenAsync(hand, "Portal einrichten");
        foreach (var (feld, wert) in new[] { ("Gemeinde", "Hansestadt Musterstadt"), ("Vorname", "Erika"), ("Nachname", "Anfang"), ("Email", "erika.anfang@musterstadt.example"), ("Kennwort", Neues) })
            await hand.SchreibenAsync(feld, wert);
        await hand.KnopfAsync("Portal einrichten");
        await gang.AnsehenAsync(hand, "Was steht an?");
        await gang.RundumAsync(hand);
    }

    private static async Task EinladungAsync(Gang gang)
    {
        const string email = "tessa.probe@musterstadt.example";
        var hand = await gang.HandAsync("geschaeftsfuehrung");
        await hand.GehenAsync("/verwaltung/einladungen/neu");
        await hand.SchreibenAsync("Email", email);
        await hand.AnkreuzenAsync(hand.Seite.Locator("#rolle-Datenverantwortliche"));
        await hand.KnopfAsync("Einladung senden");
        var eingeladen = await gang.HandAsync();
        await eingeladen.GehenAsync(await gang.LinkAusMailAsync(email, "Einladung", "/einladung/"));
        await gang.AnsehenAsync(eingeladen, "Einladung zum Mitarbeiten");
    }

    private static async Task KennwortVergessenAsync(Gang gang)
    {
        const string email = "elif.kaya@musterstadt.example";
        var hand = await gang.HandAsync();
        await hand.GehenAsync("/kennwort-vergessen");
        await hand.SchreibenAsync("Email", email);
        await hand.KnopfAsync("Link anfordern");
        var link = await gang.LinkAusMailAsync(email, "Neues Kennwort setzen", "/kennwort-neu/");
        await hand.GehenAsync(link);
        await gang.AnsehenAsync(hand, "Neues Kennwort setzen");
        await hand.SchreibenAsync("Kennwort", Neues);
        await hand.KnopfAsync("Kennwort setzen");
        await hand.GehenAsync(link);
        await gang.AnsehenAsync(hand, "Der Link gilt nicht");

        var administration = await gang.HandAsync("administration");
        await administration.GehenAsync("/verwaltung/postausgang");
        await administration.LinkAsync("Neues Kennwort setzen");
        await gang.AnsehenAsync(administration, "Neues Kennwort setzen");
    }

    private static async Task NeueAdresseAsync(Gang gang)
    {
        const string neu = "annegret.jaeger@teilhabe.example";
        var hand = await gang.HandAsync("annegret.jaeger");
        await hand.GehenAsync("/konto/email");
        await hand.SchreibenAsync("Email", neu);
        await hand.SchreibenAsync("Kennwort", Vorfuehrung.Kennwort);
        await hand.KnopfAsync("Link anfordern");
        await hand.GehenAsync(await gang.LinkAusMailAsync(neu, "Neue E-Mail-Adresse bestätigen", "/konto/email/"));
        await gang.AnsehenAsync(hand, "Neue E-Mail-Adresse bestätigen");
    }

    private static async Task ZweiterFaktorAsync(Gang gang)
    {
        const string email = "dieter.moeller@musterstadt.example";
        var hand = await gang.HandAsync("dieter.moeller");
        await hand.GehenAsync("/konto/zweiter-faktor");
        await hand.KnopfAsync("Zweiten Faktor einrichten");
        await gang.AnsehenAsync(hand, "Zweiten Faktor einrichten");
        await hand.SchreibenAsync("Code", Einmalcode.Jetzt(await hand.Seite.Locator("#scannen ~ p code").InnerTextAsync()));
        await hand.SchreibenAsync("Kennwort", Vorfuehrung.Kennwort);
        await hand.KnopfAsync("Zweiten Faktor einschalten");
        await gang.AnsehenAsync(hand, "Der zweite Faktor ist eingeschaltet");
        await hand.GehenAsync("/konto/zweiter-faktor");
        await gang.AnsehenAsync(hand, "Zweiter Faktor");

        var spaeter = await gang.HandAsync();
        await spaeter.AnmeldenAsync(email);
        await gang.AnsehenAsync(spaeter, "Zweiter Schritt der Anmeldung");
        await spaeter.SchreibenAsync("Code", "12");
        await gang.AbgewiesenAsync(spaeter, "Anmelden", "Zweiter Schritt der Anmeldung");
        await spaeter.LinkAsync("Nehmen Sie einen Wiederherstellungscode.");
        await gang.AnsehenAsync(spaeter, "Mit einem Wiederherstellungscode anmelden");
    }

    private static async Task PasskeyAsync(Gang gang)
    {
        var hand = await gang.HandAsync("soenke.matthiesen");
        await Passkeygeraet.AnschliessenAsync(hand.Seite);
        await hand.GehenAsync("/konto/passkeys");
        await hand.SchreibenAsync("Name", "Telefon");
        await hand.SchreibenAsync("Kennwort", Vorfuehrung.Kennwort);
        await hand.KnopfAsync("Passkey einrichten");
        await gang.AnsehenAsync(hand, "Passkeys");
        foreach (var (link, ueberschrift) in new[] { ("Umbenennen", "Passkey umbenennen"), ("Entfernen", "Passkey „Telefon“ entfernen?") })
        {
            await hand.GehenAsync("/konto/passkeys");
            await hand.LinkAsync(link);
            await gang.AnsehenAsync(hand, ueberschrift);
        }
    }

    private static async Task BeitrittsanfrageAsync(Gang gang)
    {
        var hand = await gang.HandAsync();
        await new Mitglied(hand, "Nora", "Neugier", "nora.neugier@musterstadt.example").UmAufnahmeBittenAsync("/fachgruppen/digitale-teilhabe");
        await gang.AnsehenAsync(hand, "Ihre Anfrage ist angekommen");
    }

    /// <summary>Eine Liste mit einer guten Zeile und einer, die sich nicht übernehmen lässt.</summary>
    private static async Task PersonenlisteAsync(Gang gang)
    {
        var hand = await gang.HandAsync("administration");
        await hand.GehenAsync("/verwaltung/personen/import");
        var liste = "Vorname;Nachname;E-Mail\nKim;Beispiel;kim.beispiel@musterstadt.example\nJo;;keine Adresse\n";
        await hand.Seite.Locator("#datei").SetInputFilesAsync(new FilePayload { Name = "liste.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(liste) });
        await hand.KnopfAsync("Hochladen und prüfen");
        await gang.AnsehenAsync(hand, "Vorschau: liste.csv");
        await hand.KnopfAsync("übernehmen und einladen");
        await gang.AnsehenAsync(hand, "Liste übernommen: liste.csv");
    }

    private static async Task HandlungsfeldLoeschenAsync(Gang gang)
    {
        var hand = await gang.HandAsync("administration");
        await hand.GehenAsync("/verwaltung/handlungsfelder/neu");
        await hand.SchreibenAsync("Name", "Probefeld");
        await hand.KnopfAsync("Hinzufügen");
        await hand.LinkAsync("Löschen … (Probefeld)");
        await gang.AnsehenAsync(hand, "Handlungsfeld „Probefeld“ löschen?");
        await hand.KnopfAsync("Endgültig löschen");
    }

    /// <summary>Nur wer ein Logo hat, wird gefragt, ob es fort soll.</summary>
    private static async Task LogoAsync(Gang gang)
    {
        var hand = await gang.HandAsync("administration");
        await hand.GehenAsync("/verwaltung/gemeinde");
        var bild = await hand.Seite.ScreenshotAsync(new() { Clip = new() { X = 0, Y = 0, Width = 40, Height = 40 } });
        await hand.Seite.Locator("input[type=file][name=Logo]").SetInputFilesAsync(new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = bild });
        await hand.KnopfAsync("Logo hochladen");
        await hand.LinkAsync("Logo entfernen …");
        await gang.AnsehenAsync(hand, "Logo entfernen?");
        await hand.KnopfAsync("Logo entfernen");
    }

    private static async Task VeroeffentlichungAsync(Gang gang)
    {
        var hand = await gang.HandAsync("geschaeftsfuehrung");
        await hand.GehenAsync("/sichtung");
        await hand.DrueckenAsync(hand.Seite.Locator(".p-listeneintrag__titel a").First);
        await gang.AnsehenAsync(hand, null);
        await hand.KnopfAsync("Annehmen");
        await hand.LinkAsync("Veröffentlichen");
        await gang.AnsehenAsync(hand, "Vorschlag veröffentlichen");
    }

    /// <summary>Ein Entwurf, dem noch alles fehlt, dann einer, der eröffnet werden könnte, dann wieder keiner.</summary>
    private static async Task RundenentwurfAsync(Gang gang)
    {
        var hand = await gang.HandAsync("geschaeftsfuehrung");
        await hand.GehenAsync("/priorisierungen/neu");
        await hand.SchreibenAsync("Titel", "Runde zur Probe");
        await hand.KnopfAsync("Anlegen");
        await gang.AnsehenAsync(hand, "Zeitraum, Kriterien, Vorschläge");
        var runde = new Uri(hand.Seite.Url).AbsolutePath.Replace("/zuschnitt", "", StringComparison.Ordinal);
        await hand.GehenAsync($"{runde}/eroeffnung");
        await gang.AnsehenAsync(hand, "Runde eröffnen");

        await hand.GehenAsync($"{runde}/zuschnitt");
        await hand.AnkreuzenAsync(hand.Seite.Locator("input[name=Vorschlaege]").First);
        await hand.KnopfAsync("Speichern");
        await gang.AnsehenAsync(hand, "Runde zur Probe");
        await hand.LinkAsync("Eröffnen");
        await gang.AnsehenAsync(hand, "Runde eröffnen");
        await gang.AbgewiesenAsync(hand, "Jetzt eröffnen", "Runde eröffnen");

        await hand.GehenAsync($"{runde}/verwerfung");
        await gang.AnsehenAsync(hand, "Entwurf verwerfen");
        await hand.AnkreuzenAsync(hand.Seite.Locator("#Bestaetigt"));
        await hand.KnopfAsync("Entwurf löschen");
    }

    /// <summary>Wer ein Sondervotum geschrieben hat, kann den Text ändern, solange niemand mitgezeichnet hat, und den Namen zurücknehmen.</summary>
    private static async Task SondervotumAsync(Gang gang)
    {
        var hand = await gang.HandAsync("samira.el-khatib");
        await hand.GehenAsync("/konferenz/abstimmungen");
        await hand.LinkAsync("Die Konferenz empfiehlt, die Nachbarschaftshilfe dauerhaft zu fördern.");
        await hand.DrueckenAsync(hand.Seite.Locator("main a[href^='/sondervoten/']").First);
        var votum = new Uri(hand.Seite.Url).AbsolutePath;
        await hand.LinkAsync("Text ändern");
        await gang.AnsehenAsync(hand, null);
        await hand.GehenAsync(votum);
        await hand.LinkAsync("Meinen Namen zurücknehmen …");
        await gang.AnsehenAsync(hand, null);
    }

    /// <summary>Mit Namen verglichen, verworfen und neu einzutragen; geheim eingetragen, verglichen und wieder verworfen.</summary>
    private static async Task StimmenAufPapierAsync(Gang gang)
    {
        const string vergleichen = "Stimmen auf Papier vergleichen";
        var (fuehrung, zweite) = (await gang.HandAsync("geschaeftsfuehrung"), await gang.HandAsync("administration"));
        await zweite.GehenAsync("/");
        await zweite.DrueckenAsync(zweite.Seite.Locator("main a[href^='/konferenz/abstimmungen/'][href$='/papier']").First);
        await gang.AnsehenAsync(zweite, vergleichen);
        await gang.AbgewiesenAsync(zweite, "Stimmen bestätigen", vergleichen);
        await zweite.KnopfAsync("Eintragung verwerfen");
        await fuehrung.GehenAsync("/konferenz/abstimmungen");
        await fuehrung.LinkAsync("Die Konferenz verlegt ihre Dezembersitzung in das Stadtteilhaus Süderfeld.");
        await fuehrung.LinkAsync("Stimmen auf Papier eintragen");
        await gang.AbgewiesenAsync(fuehrung, "Eintragen", "Stimmen auf Papier eintragen");

        await fuehrung.GehenAsync("/konferenz/abstimmungen");
        await fuehrung.LinkAsync("Die Konferenz nimmt zum Haushaltsentwurf gemeinsam Stellung.");
        await fuehrung.LinkAsync("Stimmschein drucken");
        await gang.AnsehenAsync(fuehrung, null);
        await fuehrung.LinkAsync("Stimmzettel ohne Namen drucken");
        await gang.AnsehenAsync(fuehrung, "Stimmzettel");
        await fuehrung.GehenAsync(new Uri(fuehrung.Seite.Url).AbsolutePath.Replace("/stimmzettel", "/papier", StringComparison.Ordinal));
        foreach (var sitz in new[] { "politik-1", "politik-3", "fachplanung-1" }) await fuehrung.AnkreuzenAsync(fuehrung.Seite.Locator($"#da-{sitz}"));
        await fuehrung.SchreibenAsync("Ja", "1");
        await gang.AbgewiesenAsync(fuehrung, "Eintragen", "Stimmen auf Papier eintragen");
        await fuehrung.SchreibenAsync("Nein", "2");
        await fuehrung.KnopfAsync("Eintragen");
        await gang.AnsehenAsync(fuehrung, null);
        await fuehrung.LinkAsync(vergleichen);
        await gang.AnsehenAsync(fuehrung, vergleichen);
        await fuehrung.KnopfAsync("Eintragung verwerfen");
    }

    /// <summary>Zwei ändern dieselbe Angabe; wer später speichert, sieht beides nebeneinander.</summary>
    private static async Task GleichzeitigGeschriebenAsync(Gang gang)
    {
        var erste = await gang.HandAsync("carola.vogelsang");
        await erste.GehenAsync("/vorschlaege/neu");
        await erste.AnkreuzenAsync(erste.Seite.Locator("input[name=Fachgruppe][value=digitale-teilhabe]"));
        await erste.SchreibenAsync("Titel", "Sprechstunde am Bildschirm");
        await erste.KnopfAsync("Vorschlag beginnen");
        var adresse = new Uri(erste.Seite.Url).AbsolutePath;
        var zweite = await gang.HandAsync("lukas.hoffmeister");
        await zweite.GehenAsync(adresse);
        // Als Ganzes abgeschickt wie ohne Skript, und ohne dass die Seite vorher von selbst speichert.
        const string skript = "text => { const form = document.querySelector('form#schreiben'); form.querySelector('[data-stelle=Kurzfassung]').value = text; HTMLFormElement.prototype.submit.call(form); }";
        await erste.AbschickenAsync(skript, "Einmal im Monat hilft jemand.");
        await zweite.AbschickenAsync(skript, "Jede Woche hilft jemand.");
        await gang.AnsehenAsync(zweite, "Zwei haben an derselben Stelle geschrieben");
    }

    /// <summary>Was jemand vergessen hat, steht über dem Formular und am Feld; und was einem nicht zusteht, sagt eine Seite.</summary>
    private static async Task UnvollstaendigeFormulareAsync(Gang gang)
    {
        var hand = await gang.HandAsync("geschaeftsfuehrung");
        foreach (var (adresse, knopf, ueberschrift) in new[]
        {
            ("/fachgruppen/neu", "Gruppe anlegen", "Fachgruppe anlegen"), ("/verwaltung/einladungen/neu", "Einladung senden", "Person einladen"),
            ("/verwaltung/handlungsfelder/neu", "Hinzufügen", "Handlungsfeld hinzufügen"), ("/barriere-melden", "Meldung absenden", "Barriere melden"),
            ("/konto/kennwort", "Kennwort", "Kennwort ändern"),
        })
        {
            await hand.GehenAsync(adresse);
            await gang.AbgewiesenAsync(hand, knopf, ueberschrift);
        }
        var mitglied = await gang.HandAsync("mitglied");
        await mitglied.GehenAsync("/verwaltung/personen");
        await gang.AnsehenAsync(mitglied, null);
    }

    [GeneratedRegex("/ersteinrichtung/[0-9a-f]+")]
    private static partial Regex LinkDerErsteinrichtung();

    /// <summary>Die Fenster einer Tat, und was in ihnen zu sehen war.</summary>
    private sealed class Gang(Vorfuehrung vorfuehrung) : IAsyncDisposable
    {
        private readonly List<IPage> _fenster = [];
        private readonly HashSet<string> _muster = new(StringComparer.Ordinal);
        private readonly List<string> _maengel = [];

        public IReadOnlySet<string> Muster => _muster;
        public IReadOnlyList<string> Maengel => _maengel;

        /// <param name="wer">Die Adresse vor dem „@“; ohne Angabe niemand.</param>
        /// <param name="adresse">Das Portal; ohne Angabe die Vorführung.</param>
        public async Task<Hand> HandAsync(string? wer = null, string? adresse = null)
        {
            var seite = await vorfuehrung.FensterAsync(adresse: adresse);
            _fenster.Add(seite);
            if (wer is not null) await Vorfuehrung.AnmeldenAsync(seite, $"{wer}@musterstadt.example");
            return new(seite, nurTastatur: false, mitSkript: true);
        }

        public Task<string> LinkAusMailAsync(string email, string betreff, string pfad) => vorfuehrung.LinkAusMailAsync(email, betreff, pfad);

        /// <param name="ueberschrift">Woran die Seite zu erkennen ist; ohne Angabe jede.</param>
        public async Task AnsehenAsync(Hand hand, string? ueberschrift)
        {
            if (ueberschrift is not null) await Assertions.Expect(hand.Seite.Locator("h1")).ToHaveTextAsync(ueberschrift);
            if (Seitenplan.MusterVon(new Uri(hand.Seite.Url).AbsolutePath) is { } muster) _muster.Add(muster);
            _maengel.AddRange(await Zugaenglichkeit.InJederGestaltAsync(hand.Seite));
        }

        /// <summary>Der Knopf führt nicht weiter: Dieselbe Seite sagt, was fehlt.</summary>
        public async Task AbgewiesenAsync(Hand hand, string knopf, string ueberschrift)
        {
            await hand.DrueckenAsync(hand.Seite.Locator("main form").GetByRole(AriaRole.Button, new() { Name = knopf }).First, darfFehlerZeigen: true);
            await Assertions.Expect(hand.Seite.Locator(".p-fehlerliste")).ToBeVisibleAsync();
            await AnsehenAsync(hand, ueberschrift);
        }

        /// <summary>Von hier aus durch alles, wohin Links führen.</summary>
        public async Task RundumAsync(Hand hand)
        {
            var ergebnis = await vorfuehrung.Rundgang.GehenAsync(hand.Seite);
            _maengel.AddRange(ergebnis.Maengel);
            _muster.UnionWith(ergebnis.Muster);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var fenster in _fenster) await fenster.Context.CloseAsync();
        }
    }
}
