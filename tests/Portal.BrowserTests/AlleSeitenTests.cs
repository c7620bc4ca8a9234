using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>axe auf jeder Seite, die eine Rolle über Links erreicht. Seiten, die sich nur im Inhalt unterscheiden, gelten als eine.</summary>
[Collection(Reisegruppe.Name)]
public sealed partial class AlleSeitenTests(Vorfuehrung vorfuehrung)
{
    // Was eine andere Rolle im gleichen Aufbau schon gezeigt hat, wird nicht noch einmal geprüft.
    private static readonly HashSet<string> s_geprueft = new(StringComparer.Ordinal);

    [ImBrowserTheory]
    [InlineData("")]
    [InlineData("geschaeftsfuehrung@musterstadt.example")]
    [InlineData("sprecherin@musterstadt.example")]
    [InlineData("mitglied@musterstadt.example")]
    [InlineData("konferenz@musterstadt.example")]
    [InlineData("datenverantwortliche@musterstadt.example")]
    [InlineData("administration@musterstadt.example")]
    public async Task Alle_koennen_jede_Seite_benutzen(string email)
    {
        var seite = await vorfuehrung.FensterAsync();
        if (email.Length > 0) await Vorfuehrung.AnmeldenAsync(seite, email);
        var (maengel, gepruefte) = (new List<string>(), 0);
        var (offen, bekannt) = (new Queue<string>(["/", "/anmeldung", "/vorschlaege", "/fachgruppen", "/gibt-es-nicht"]), new HashSet<string>(StringComparer.Ordinal));
        while (offen.TryDequeue(out var adresse))
        {
            if (!bekannt.Add(Art(adresse))) continue;
            var antwort = await seite.GotoAsync(adresse);
            if (antwort is null || !(await antwort.HeaderValueAsync("content-type") ?? "").StartsWith("text/html", StringComparison.Ordinal)) continue;
            foreach (var link in await seite.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href').split('#')[0])"))
                if (!link.StartsWith("//", StringComparison.Ordinal) && !Datei().IsMatch(link)) offen.Enqueue(link);
            if (!s_geprueft.Add(await AufbauAsync(seite))) continue;
            gepruefte++;
            maengel.AddRange(await Zugaenglichkeit.InJederGestaltAsync(seite));
        }
        await seite.Context.CloseAsync();
        Assert.True(email.Length > 0 || gepruefte > 3);
        Assert.True(maengel.Count == 0, $"{gepruefte} Seiten, {maengel.Count} Mängel:\n" + string.Join("\n", maengel.Distinct().Take(60)));
    }

    /// <summary>Welche Arten von Elementen mit welchen Klassen die Seite hat, ohne Wiederholungen und Inhalt.</summary>
    private static Task<string> AufbauAsync(IPage seite) => seite.EvaluateAsync<string>(
        "[...new Set([...document.querySelectorAll('body *')].map(e => e.localName + '.' + e.className + '[' + (e.getAttribute('role') || '') + (e.getAttribute('type') || '') + ']'))].sort().join(' ')");

    // Adressen, die sich nur in Kennungen und Angaben unterscheiden, zeigen dieselbe Art von Seite; zwei Beispiele je Zustand kommen über den Aufbau.
    private static string Art(string adresse)
    {
        var teile = adresse.Split('?');
        var pfad = Kennung().Replace(teile[0], "/*");
        return teile.Length == 1 ? teile[0].StartsWith("/vorschlaege/", StringComparison.Ordinal) || teile[0].StartsWith("/fachgruppen/", StringComparison.Ordinal) ? Gegenstand(teile[0]) : pfad
            : pfad + "?" + string.Join('&', teile[1].Split('&').Select(t => t.Split('=')[0]).Order(StringComparer.Ordinal));
    }

    // Jeder Vorschlag und jede Gruppe hat eine eigene Hauptseite; darunter genügt ein Beispiel.
    private static string Gegenstand(string pfad) => pfad.Count(z => z == '/') <= 2 ? pfad : Unterhalb().Replace(Kennung().Replace(pfad, "/*"), "/$1/*");

    [GeneratedRegex(@"/(\d{4}-\d+|[a-z2-9]{10}|[0-9a-f]{20,}|\d+)(?=/|$)")]
    private static partial Regex Kennung();

    [GeneratedRegex("^/(vorschlaege|fachgruppen)/[^/]+")]
    private static partial Regex Unterhalb();

    [GeneratedRegex(@"\.(csv|xlsx|pdf|json|ics|xml|png|svg)(\?|$)|/bild|/logo")]
    private static partial Regex Datei();
}
