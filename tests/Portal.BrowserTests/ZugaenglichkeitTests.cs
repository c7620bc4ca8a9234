namespace Portal.BrowserTests;

/// <summary>Die Prüfung selbst: Sie findet, was nicht sein darf, auch an zweiter Stelle und in jeder Gestalt.</summary>
[Collection(Besichtigung.Name)]
public sealed class ZugaenglichkeitTests(Vorfuehrung vorfuehrung)
{
    [ImBrowserFact]
    public async Task Was_kaum_zu_lesen_ist_oder_hinausragt_faellt_in_jeder_Gestalt_auf()
    {
        var seite = await vorfuehrung.FensterAsync();
        await seite.GotoAsync("/");
        Assert.Empty(await Zugaenglichkeit.InJederGestaltAsync(seite));

        await seite.EvaluateAsync("""
            () => {
              for (const background of ['rgb(120 120 120)', 'color-mix(in srgb, black 50%, rgb(112 112 112 / .5))']) {
                const line = document.createElement('p');
                line.textContent = 'Grau auf Grau';
                Object.assign(line.style, { color: 'rgb(90 90 90)', background, width: '1400px' });
                document.querySelector('main').append(line);
              }
            }
            """);
        var maengel = await Zugaenglichkeit.InJederGestaltAsync(seite);
        Assert.Equal(["1280 Dark", "1280 Dark", "1280 Light", "1280 Light", "390 Dark", "390 Dark", "390 Light", "390 Light"],
            maengel.Where(m => m.Contains("color-contrast", StringComparison.Ordinal)).Select(m => string.Join(' ', m.Split(' ').Take(2))).Order(StringComparer.Ordinal));
        Assert.Equal(["1280", "1280", "320", "390", "390"], maengel.Where(m => m.Contains("Pixel hinaus", StringComparison.Ordinal)).Select(m => m.Split(' ')[0]).Order(StringComparer.Ordinal));
        await seite.Context.CloseAsync();
    }
}
