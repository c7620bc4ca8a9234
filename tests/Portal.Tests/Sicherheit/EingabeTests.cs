using System.Net;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Sicherheit;

/// <summary>Unsinn in jede Adresse und jedes Feld: nie ein Fehler des Portals, nie etwas Halbes.</summary>
public sealed class EingabeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] s_unsinn =
    [
        "'", "\" OR 1=1 --", "%00", "\u0000", "-1", "99999999999999999999", "2026-02-31", "NaN", "null", "../../etc/passwd", "{{7*7}}", "${jndi:x}",
        "<script>alert(1)</script>", "\u202Etxet", "👩‍🦽‍➡️", "\ud83d", new string('a', 5000), "%", "_", "[]", "a\r\nX: y", "//evil.example", "؟العربية",
    ];

    private static readonly (string Name, string Wert)[] s_feldwerte =
    [
        ("Steuerzeichen", "vor\u0001\u0007nach"), ("Emoji", "👩‍🦽‍➡️ Hilfe 🏳️‍🌈"), ("von rechts nach links", "שלום עולם مرحبا \u202Etxet"), ("Zeilenwechsel", "a\r\nBcc: fremd@evil.example\r\n\r\nText"),
        ("HTML", "<img src=x onerror=alert(1)>"), ("Tag, den es nicht gibt", "2026-02-31"), ("sehr lang", new string('x', 100_000)), ("leer", ""), ("Formel", "=1+1"), ("Nullzeichen", "a\0b"),
    ];

    // Was mehrere Rollen vor sich haben, genügt einmal.
    private static readonly HashSet<string> s_ausprobiert = new(StringComparer.Ordinal);

    [Fact]
    public async Task Keine_Adresse_scheitert_an_ihren_Angaben()
    {
        var kaputt = new List<string>();
        using var client = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        foreach (var route in Routen.Gelesene(portal))
        {
            var adresse = await Routen.AdresseAsync(portal, route.Vorlage);
            var namen = Angaben(route).Distinct().ToList();
            // Was die Seite nicht kennt, übernimmt sie höchstens in ihre Links: alles auf einmal.
            var unbekanntes = $"{adresse}?{string.Join('&', s_unsinn.Select((u, i) => $"unbekannt{i}={Kodiert(u)}"))}";
            await PruefenAsync(client, unbekanntes);
            await PruefenAsync(sprecherin, unbekanntes);
            foreach (var unsinn in s_unsinn)
            {
                foreach (var name in namen) await PruefenAsync(client, $"{adresse}?{Uri.EscapeDataString(name)}={Kodiert(unsinn)}");
                if (namen.Count > 0) await PruefenAsync(sprecherin, $"{adresse}?{string.Join('&', namen.Select(n => $"{Uri.EscapeDataString(n)}={Kodiert(unsinn)}"))}");
                if (!route.Vorlage.Contains('{', StringComparison.Ordinal)) continue;
                var platz = route.Vorlage[route.Vorlage.IndexOf('{', StringComparison.Ordinal)..(route.Vorlage.IndexOf('}', StringComparison.Ordinal) + 1)];
                if (unsinn.Contains('\0', StringComparison.Ordinal) || unsinn == "%00") continue; // Der Prüfserver selbst nimmt das in einem Pfad nicht an.
                await PruefenAsync(client, route.Vorlage.Replace(platz, Kodiert(unsinn), StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
            }
        }
        Assert.True(kaputt.Count == 0, string.Join("\n", kaputt));

        async Task PruefenAsync(PortalClient wer, string adresse)
        {
            var seite = await wer.Seite(adresse, folgen: false);
            if (Rundgang.IstFehler(seite)) kaputt.Add($"{(int)seite.Status} {adresse}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(Gemeinde.Sprecherin)]
    [InlineData(Gemeinde.Geschaeftsfuehrung)]
    [InlineData(Gemeinde.Administration)]
    public async Task Kein_Formular_scheitert_an_dem_was_jemand_hineinschreibt(string wer)
    {
        await portal.ZuruecksetzenAsync();
        using var erster = await Rundgang.AlsAsync(portal, wer);
        var funde = Formulare.Finden(wer, await Rundgang.GehenAsync(portal, erster)).ToList();
        var maengel = new List<string>();
        foreach (var fund in funde.Where(f => !s_ausprobiert.Contains(f.Art)))
            if (await AusprobierenAsync(wer, fund, maengel)) s_ausprobiert.Add(fund.Art);
        Assert.True(wer.Length == 0 || funde.Count > 0);
        Assert.True(maengel.Count == 0, string.Join("\n", maengel));
        var kopfzeilen = await portal.Db(db => db.OutgoingMails.Select(m => new { m.Subject, m.ToName, m.ToAddress }).ToListAsync());
        Befund.Leer(kopfzeilen.Where(m => (m.Subject + m.ToName + m.ToAddress).AsSpan().ContainsAny('\r', '\n', '\0')));
    }

    /// <returns>Ob jeder Wert an die Reihe kam: Ein Formular kann verschwinden, wenn es getan ist.</returns>
    private async Task<bool> AusprobierenAsync(string wer, Formularfund fund, List<string> maengel)
    {
        PortalClient? client = null;
        Seite? seite = null;
        foreach (var (name, wert) in s_feldwerte)
        {
            client ??= await Rundgang.AlsAsync(portal, wer);
            seite ??= await client.Seite(fund.Seite);
            if (seite.Alle("main form").All(f => (f.GetAttribute("action") is { Length: > 0 } a ? a : seite.Adresse) != fund.Ziel)) return false;
            var antwort = await client.Abschicken(seite, fund.Textfelder.Where(f => !IstVersteckt(seite, fund, f)).ToDictionary(f => f, _ => wert), Selektor(fund, seite));
            if (antwort.Status is not (HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden))
                maengel.Add($"{fund} mit {name}: {(int)antwort.Status}");
            if (antwort.Alle("img[onerror], script:not([src])").Count > 0) maengel.Add($"{fund} mit {name}: HTML wurde lebendig");
            // Wer zurückgewiesen wird, hat nichts verändert. Sonst eine frische Anmeldung und Seite: das Formular kann beides verändert haben.
            if (antwort.Status == HttpStatusCode.UnprocessableEntity) continue;
            client.Dispose();
            (client, seite) = (null, null);
            if (await portal.Db(db => db.Personen.AllAsync(p => !p.EmailNormal.StartsWith("GESCHAEFTSFUEHRUNG@") || p.Gesperrt))) await portal.ZuruecksetzenAsync();
        }
        client?.Dispose();
        return true;
    }

    private static bool IstVersteckt(Seite seite, Formularfund fund, string feld) =>
        seite.Finde(Selektor(fund, seite)).QuerySelector($"[name=\"{feld}\"]")?.GetAttribute("type") == "hidden";

    private static string Selektor(Formularfund fund, Seite seite) =>
        seite.Alle($"main form[action=\"{fund.Ziel}\"]").Count > 0 ? $"main form[action=\"{fund.Ziel}\"]" : "main form[method=post]:not([action]), main form[method=post][action=\"\"]";

    private static IEnumerable<string> Angaben(Route route) =>
        (route.Tat?.Parameters ?? []).Where(p => p.BindingInfo?.BindingSource != BindingSource.Path).SelectMany(p =>
            p.ParameterType == typeof(CancellationToken) ? [] : p.ParameterType.Namespace?.StartsWith("Portal", StringComparison.Ordinal) == true
                ? p.ParameterType.GetProperties().Where(e => e.CanWrite).Select(e => e.Name) : [p.Name]);

    private static string Kodiert(string text)
    {
        try
        {
            return text == "%00" ? text : Uri.EscapeDataString(text);
        }
        catch (UriFormatException)
        {
            return "%ED%A0%BD";
        }
    }
}
