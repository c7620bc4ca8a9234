using Xunit.Abstractions;

namespace Portal.BrowserTests;

/// <summary>axe auf jeder Art von Seite, für jede Rolle: hell und dunkel, breit und schmal; und keine Seite bleibt unbesucht.</summary>
[Collection(Reisegruppe.Name)]
public sealed class AlleSeitenTests(Vorfuehrung vorfuehrung, ITestOutputHelper ausgabe)
{
    private static readonly string[] s_rollen =
    [
        "", "geschaeftsfuehrung@musterstadt.example", "sprecherin@musterstadt.example", "mitglied@musterstadt.example", "konferenz@musterstadt.example",
        "datenverantwortliche@musterstadt.example", "administration@musterstadt.example",
    ];

    // Dateien und Teile von Seiten, die ein Skript nachlädt.
    private static readonly string[] s_keineSeiten =
    [
        "/darstellung.css", "/logo", "/verlauf.csv", "/vorschlaege.csv", "/konto/daten/datei", "/priorisierungen/{kennung}/ergebnis.csv", "/priorisierungen/{kennung}/ergebnis.xlsx", "/verwaltung/personen/import/{kennung}/bericht",
        "/vorschlaege/{kennung}/felder/{feld}", "/vorschlaege/{kennung}/luecken", "/vorschlaege/{kennung}/schreiben/stand", "/vorschlaege/{kennung}/zeilen/{zeile}",
    ];

    // Dahin führt kein Link, sondern eine Tat oder eine Mail; die Reisen und die Prüfung der Passkeys kommen an den meisten vorbei.
    private static readonly string[] s_erstNachEinerTat =
    [
        "/anmeldung/zweiter-faktor", "/anmeldung/wiederherstellungscode", "/konto/zweiter-faktor/einrichtung", "/konto/passkeys/{passkey}/name", "/konto/passkeys/{passkey}/entfernung",
        "/einladung/{geheimnis}", "/ersteinrichtung/{geheimnis}", "/kennwort-neu/{geheimnis}", "/konto/email/{geheimnis}", "/fachgruppen/{kennung}/beitritt/angekommen",
        "/verwaltung/personen/import/{kennung}", "/verwaltung/postausgang/{key}", "/verwaltung/handlungsfelder/{kennung}/loeschung", "/vorschlaege/{kennung}/veroeffentlichung",
        "/priorisierungen/{kennung}/zuschnitt", "/priorisierungen/{kennung}/eroeffnung", "/priorisierungen/{kennung}/verwerfung",
    ];

    public static TheoryData<string> Rollen => [.. s_rollen];

    [ImBrowserTheory]
    [MemberData(nameof(Rollen))]
    public async Task Alle_koennen_jede_Seite_benutzen(string email)
    {
        var ergebnis = await vorfuehrung.Rundgang.FuerAsync(email);
        ausgabe.WriteLine($"{ergebnis.Geoeffnet} Seiten geöffnet, {ergebnis.Geprueft} geprüft, {ergebnis.Dauer.TotalSeconds:0} s");
        Assert.True(ergebnis.Maengel.Count == 0, $"{ergebnis.Geprueft} Seiten, {ergebnis.Maengel.Count} Mängel:\n" + string.Join("\n", ergebnis.Maengel.Take(60)));
        Assert.InRange(ergebnis.Geoeffnet, 15, 250);
    }

    [ImBrowserFact]
    public async Task Keine_Seite_bleibt_unbesucht()
    {
        var besucht = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rolle in s_rollen) besucht.UnionWith((await vorfuehrung.Rundgang.FuerAsync(rolle)).Muster);
        var fehlend = Seitenplan.AlleMuster.Except(besucht).Except(s_keineSeiten).Except(s_erstNachEinerTat).Order(StringComparer.Ordinal).ToList();
        Assert.True(fehlend.Count == 0, "Kein Link führt zu diesen Seiten:\n" + string.Join("\n", fehlend));
    }
}
