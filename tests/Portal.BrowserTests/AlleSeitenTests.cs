using Xunit.Abstractions;

namespace Portal.BrowserTests;

/// <summary>axe auf jeder Art von Seite, für jede Rolle: hell und dunkel, breit und schmal.</summary>
[Collection(Reisegruppe.Name)]
public sealed class AlleSeitenTests(Vorfuehrung vorfuehrung, ITestOutputHelper ausgabe)
{
    private static readonly string[] s_rollen =
    [
        "", "geschaeftsfuehrung@musterstadt.example", "sprecherin@musterstadt.example", "mitglied@musterstadt.example", "konferenz@musterstadt.example",
        "datenverantwortliche@musterstadt.example", "administration@musterstadt.example",
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
}
