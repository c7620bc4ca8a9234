using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>
/// Geht über Links durch alles, was eine Rolle erreicht, und sieht sich jede Art von Seite in jeder Gestalt an. Seiten gleichen Aufbaus gelten als
/// eine, auch über die Rollen hinweg: Was jemand schon gezeigt hat, wird beim Nächsten nur geöffnet.
/// </summary>
public sealed partial class Rundgang(Vorfuehrung vorfuehrung)
{
    // Unterhalb eines Gegenstands genügen drei Beispiele; seine Hauptseite wird für jeden Gegenstand geöffnet, denn sie sieht je nach Zustand anders aus.
    private const int BeispieleJeMuster = 3;
    private const int HauptseitenJeMuster = 40;

    private readonly HashSet<string> _aufbauten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Ergebnis> _ergebnisse = new(StringComparer.Ordinal);

    /// <summary>Was bei einer Rolle herauskam. <paramref name="Muster"/>: die Adressmuster der Seiten, die sie zu sehen bekam.</summary>
    public sealed record Ergebnis(int Geoeffnet, int Geprueft, TimeSpan Dauer, IReadOnlySet<string> Muster, IReadOnlyList<string> Maengel);

    /// <summary>Der Rundgang dieser Rolle; ein zweites Mal wird er nicht gemacht. Leere Adresse: ohne Anmeldung.</summary>
    public async Task<Ergebnis> FuerAsync(string email)
    {
        if (_ergebnisse.TryGetValue(email, out var fertig)) return fertig;
        var seite = await vorfuehrung.FensterAsync();
        if (email.Length > 0) await Vorfuehrung.AnmeldenAsync(seite, email);
        var ergebnis = await GehenAsync(seite);
        await seite.Context.CloseAsync();
        return _ergebnisse[email] = ergebnis;
    }

    /// <summary>Durch alles, wohin man in diesem Fenster kommt.</summary>
    public async Task<Ergebnis> GehenAsync(IPage seite)
    {
        var uhr = Stopwatch.StartNew();
        var (maengel, muster, geoeffnet, geprueft) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal), 0, 0);
        var (offen, auswahl) = (new Queue<string>(["/", "/anmeldung", "/vorschlaege", "/fachgruppen", "/kennwort-vergessen/gesendet", "/barriere-melden/angekommen", "/gibt-es-nicht"]), new Auswahl());
        while (offen.TryDequeue(out var adresse))
        {
            if (!auswahl.Nimmt(adresse)) continue;
            var antwort = await seite.GotoAsync(adresse, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            if (antwort is null || antwort.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true) continue;
            geoeffnet++;
            if (antwort.Status >= 500) maengel.Add($"{adresse}: {antwort.Status}");
            if (antwort.Ok && Seitenplan.MusterVon(new Uri(seite.Url).AbsolutePath) is { } gesehen) muster.Add(gesehen);
            var (links, aufbau, rahmen) = await LesenAsync(seite);
            foreach (var link in links) offen.Enqueue(link);
            if (_aufbauten.Add(aufbau) | _aufbauten.Add(rahmen))
            {
                geprueft++;
                maengel.AddRange(await Zugaenglichkeit.InJederGestaltAsync(seite));
            }
            else
            {
                // Auch wo der Aufbau bekannt ist: Ob etwas hinausragt, hängt am Wortlaut.
                maengel.AddRange(await Zugaenglichkeit.UeberstandAsync(seite, Zugaenglichkeit.Schmalste));
            }
        }
        return new(geoeffnet, geprueft, uhr.Elapsed, muster, [.. maengel.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Die Links im Portal, und welche Arten von Elementen Inhalt und Rahmen der Seite haben, ohne Wiederholungen und Wortlaut.</summary>
    private static async Task<(string[] Links, string Aufbau, string Rahmen)> LesenAsync(IPage seite)
    {
        var gelesen = await seite.EvaluateAsync<string[][]>("""
            () => {
              const kinds = (all) => [...new Set(all.map((e) => `${e.localName}.${e.getAttribute('class') ?? ''}[${e.getAttribute('role') ?? ''}${e.getAttribute('type') ?? ''}]`))].sort().join(' ');
              return [
                [...document.querySelectorAll('a[href^="/"]:not([download])')].map((a) => a.getAttribute('href').split('#')[0]).filter((h) => !h.startsWith('//')),
                [kinds([...document.querySelectorAll('main *')])],
                [kinds([...document.querySelectorAll('body *')].filter((e) => !e.closest('main')))],
              ];
            }
            """);
        return (gelesen[0], gelesen[1][0], "Rahmen: " + gelesen[2][0]);
    }

    /// <summary>Was geöffnet wird: je Adressmuster einige Beispiele, und jede Angabe hinter dem Fragezeichen einmal.</summary>
    private sealed class Auswahl
    {
        private readonly HashSet<string> _bekannt = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _beispiele = new(StringComparer.Ordinal);

        public bool Nimmt(string adresse)
        {
            if (!_bekannt.Add(adresse) || Datei().IsMatch(adresse)) return false;
            var teile = adresse.Split('?', 2);
            var muster = Seitenplan.MusterVon(teile[0]) ?? teile[0];
            if (teile.Length == 2) return NenntNeues(muster, teile[1].Split('&'));
            var bisher = _beispiele[muster] = _beispiele.GetValueOrDefault(muster) + 1;
            return bisher <= (Hauptseiten.Contains(muster) ? HauptseitenJeMuster : BeispieleJeMuster);
        }

        private bool NenntNeues(string muster, string[] angaben)
        {
            var neu = false;
            foreach (var angabe in angaben) neu |= _bekannt.Add(muster + "?" + angabe.Split('=')[0]);
            return neu;
        }
    }

    private static readonly HashSet<string> Hauptseiten = ["/vorschlaege/{kennung}", "/fachgruppen/{kennung}", "/konferenz/sitze/{kennung}"];

    [GeneratedRegex(@"\.(csv|xlsx|pdf|json|ics|xml|png|svg)(\?|$)|/datei$|/logo$")]
    private static partial Regex Datei();
}
