using Xunit.Abstractions;

namespace Portal.BrowserTests;

/// <summary>axe auf jeder Art von Seite, für jede Rolle: hell und dunkel, breit und schmal; und keine Seite bleibt unbesucht.</summary>
[Collection(Besichtigung.Name)]
public sealed class AlleSeitenTests(Vorfuehrung vorfuehrung, ITestOutputHelper ausgabe)
{
    private static readonly string[] s_rollen =
    [
        "", "geschaeftsfuehrung@musterstadt.example", "sprecherin@musterstadt.example", "mitglied@musterstadt.example", "konferenz@musterstadt.example",
        "datenverantwortliche@musterstadt.example", "administration@musterstadt.example",
    ];

    // Dateien, Teile von Seiten, die ein Skript nachlädt, und was nur weiterführt.
    private static readonly string[] s_keineSeiten =
    [
        "/beitraege/{beitrag}", "/darstellung.css", "/logo", "/verlauf.csv", "/vorschlaege.csv", "/konto/daten/datei", "/priorisierungen/{kennung}/ergebnis.csv", "/priorisierungen/{kennung}/ergebnis.xlsx", "/verwaltung/personen/import/{kennung}/bericht",
        "/vorschlaege/{kennung}/felder/{feld}", "/vorschlaege/{kennung}/luecken", "/vorschlaege/{kennung}/schreiben/stand", "/vorschlaege/{kennung}/zeilen/{zeile}",
    ];

    public static TheoryData<string> Rollen => [.. s_rollen];
    public static TheoryData<string> Taten => [.. NachEinerTat.Taten];

    [ImBrowserTheory]
    [MemberData(nameof(Rollen))]
    public async Task Alle_koennen_jede_Seite_benutzen(string email)
    {
        var ergebnis = await vorfuehrung.Rundgang.FuerAsync(email);
        ausgabe.WriteLine($"{ergebnis.Geoeffnet} Seiten geöffnet, {ergebnis.Ganz} in jeder Gestalt geprüft, {ergebnis.Einmal} in einer, {ergebnis.Dauer.TotalSeconds:0} s");
        Assert.True(ergebnis.Maengel.Count == 0, $"{ergebnis.Geoeffnet} Seiten, {ergebnis.Maengel.Count} Mängel:\n" + string.Join("\n", ergebnis.Maengel.Take(60)));
        Assert.InRange(ergebnis.Geoeffnet, 15, 300);
    }

    /// <summary>Dahin führt kein Link, sondern eine Tat oder eine Mail.</summary>
    [ImBrowserTheory]
    [MemberData(nameof(Taten))]
    public async Task Nach_einer_Tat_koennen_alle_die_Seite_benutzen(string tat)
    {
        var ergebnis = await vorfuehrung.NachEinerTat.FuerAsync(tat);
        Assert.True(ergebnis.Maengel.Count == 0, $"{ergebnis.Maengel.Count} Mängel:\n" + string.Join("\n", ergebnis.Maengel.Take(60)));
        Assert.NotEmpty(ergebnis.Muster);
    }

    [ImBrowserFact]
    public async Task Keine_Seite_bleibt_unbesucht()
    {
        var besucht = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rolle in s_rollen) besucht.UnionWith((await vorfuehrung.Rundgang.FuerAsync(rolle)).Muster);
        foreach (var tat in NachEinerTat.Taten) besucht.UnionWith((await vorfuehrung.NachEinerTat.FuerAsync(tat)).Muster);
        var fehlend = Seitenplan.AlleMuster.Except(besucht).Except(s_keineSeiten).Order(StringComparer.Ordinal).ToList();
        Assert.True(fehlend.Count == 0, "Kein Link und keine Tat führt zu diesen Seiten:\n" + string.Join("\n", fehlend));
    }
}
