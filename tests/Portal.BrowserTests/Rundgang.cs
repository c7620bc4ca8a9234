using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>
/// Geht über Links durch alles, was eine Rolle erreicht. In jeder Gestalt angesehen wird, was etwas Neues hat: ein Adressmuster, oder ein Element an einer Stelle,
/// an der noch keines seiner Art stand. Ist nur die Mischung neu, genügt eine Gestalt. Seiten gleichen Aufbaus gelten als eine, auch über die Rollen hinweg: Was
/// jemand schon gezeigt hat, wird beim Nächsten nur geöffnet.
/// </summary>
public sealed partial class Rundgang(Vorfuehrung vorfuehrung)
{
    // Unterhalb eines Gegenstands genügen drei Beispiele; seine Hauptseite wird für jeden Gegenstand geöffnet, denn sie sieht je nach Zustand anders aus.
    private const int BeispieleJeMuster = 3;
    private const int HauptseitenJeMuster = 40;

    private readonly HashSet<string> _aufbauten = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gesehen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Ergebnis> _ergebnisse = new(StringComparer.Ordinal);

    /// <summary>Was bei einer Rolle herauskam. <paramref name="Muster"/>: die Adressmuster der Seiten, die sie zu sehen bekam.</summary>
    /// <param name="Ganz">Wie viele Seiten in jeder Gestalt angesehen wurden.</param>
    /// <param name="Einmal">Wie viele in einer.</param>
    public sealed record Ergebnis(int Geoeffnet, int Ganz, int Einmal, TimeSpan Dauer, IReadOnlySet<string> Muster, IReadOnlyList<string> Maengel);

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
        var (maengel, muster, geoeffnet, ganz, einmal) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal), 0, 0, 0);
        var (offen, auswahl) = (new Queue<string>(["/", "/anmeldung", "/vorschlaege", "/fachgruppen", "/kennwort-vergessen/gesendet", "/barriere-melden/angekommen", "/gibt-es-nicht"]), new Auswahl());
        while (offen.TryDequeue(out var adresse))
        {
            if (!auswahl.Nimmt(adresse)) continue;
            var antwort = await seite.GotoAsync(adresse, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            if (antwort is null || antwort.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true) continue;
            geoeffnet++;
            if (antwort.Status >= 500) maengel.Add($"{adresse}: {antwort.Status}");
            var art = Seitenplan.MusterVon(new Uri(seite.Url).AbsolutePath);
            if (antwort.Ok && art is not null) muster.Add(art);
            var bau = await LesenAsync(seite);
            foreach (var link in bau.Links) offen.Enqueue(link);
            var neues = bau.Stellen.Append($"{art} {antwort.Status}").Count(_gesehen.Add);
            var neueMischung = _aufbauten.Add(bau.Inhalt) | _aufbauten.Add(bau.Rahmen);
            if (neues > 0)
            {
                ganz++;
                maengel.AddRange(await Zugaenglichkeit.InJederGestaltAsync(seite));
                continue;
            }
            if (neueMischung)
            {
                einmal++;
                maengel.AddRange(await Zugaenglichkeit.BreitUndHellAsync(seite));
            }
            // Auch wo der Aufbau bekannt ist: Ob etwas hinausragt, hängt am Wortlaut.
            maengel.AddRange(await Zugaenglichkeit.UeberstandAsync(seite, Zugaenglichkeit.Schmalste));
        }
        return new(geoeffnet, ganz, einmal, uhr.Elapsed, muster, [.. maengel.Distinct(StringComparer.Ordinal)]);
    }

    /// <param name="Inhalt">Welche Arten von Elementen der Inhalt hat, ohne Wiederholungen und Wortlaut.</param>
    /// <param name="Rahmen">Dasselbe um ihn herum.</param>
    /// <param name="Stellen">Jede Art von Element mit der, worin sie steht.</param>
    private sealed record Bau(string[] Links, string Inhalt, string Rahmen, string[] Stellen);

    private static async Task<Bau> LesenAsync(IPage seite)
    {
        var gelesen = await seite.EvaluateAsync<string[][]>("""
            () => {
              const kind = (e) => `${e.localName}.${e.getAttribute('class') ?? ''}[${e.getAttribute('role') ?? ''}${e.getAttribute('type') ?? ''}]`;
              const kinds = (all) => [...new Set(all.map(kind))].sort().join(' ');
              const all = [...document.querySelectorAll('body *')];
              return [
                [...document.querySelectorAll('a[href^="/"]:not([download])')].map((a) => a.getAttribute('href').split('#')[0]).filter((h) => !h.startsWith('//')),
                [kinds([...document.querySelectorAll('main *')])],
                [kinds(all.filter((e) => !e.closest('main')))],
                [...new Set(all.map((e) => `${kind(e.parentElement)} > ${kind(e)}`))],
              ];
            }
            """);
        return new(gelesen[0], gelesen[1][0], "Rahmen: " + gelesen[2][0], gelesen[3]);
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
