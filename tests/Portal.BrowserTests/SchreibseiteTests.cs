using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Was auf der Schreibseite geschieht, wenn Auskünfte des Servers spät kommen: Was jemand getan hat, bleibt.</summary>
[Collection(Besichtigung.Name)]
public sealed class SchreibseiteTests(Vorfuehrung vorfuehrung)
{
    /// <summary>Die Seite fragt gerade nach dem Stand, da fügt jemand eine Zeile hinzu und schreibt hinein; die Auskunft ist von davor.</summary>
    [ImBrowserFact]
    public async Task Eine_Auskunft_von_davor_nimmt_keine_neue_Zeile_fort()
    {
        var seite = await vorfuehrung.FensterAsync();
        await Vorfuehrung.AnmeldenAsync(seite, "sprecherin@musterstadt.example");
        var (gelesen, weiter, naechste) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await seite.RouteAsync("**/schreiben/stand*", async frage =>
        {
            if (gelesen.Task.IsCompleted) naechste.TrySetResult();
            var antwort = await frage.FetchAsync();
            gelesen.TrySetResult();
            await weiter.Task;
            await frage.FulfillAsync(new() { Response = antwort });
        });
        await seite.GotoAsync("/vorschlaege?suche=Besuch+zum+75");
        await seite.Locator("main .p-listeneintrag__titel a").First.ClickAsync();
        await seite.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Weiterschreiben" }).ClickAsync();
        await gelesen.Task.WaitAsync(Vorfuehrung.Geduld);
        var zeilen = seite.Locator("fieldset.p-matrix-zeile[data-zielfeld=ressourcen]");
        var vorher = await zeilen.CountAsync();

        await seite.Locator("button[name=Aktion][value=\"neu:ressourcen\"]").ClickAsync();
        await zeilen.Nth(vorher).Locator("[data-stelle=ziel]").FillAsync("Räume sind angemietet");
        await Assertions.Expect(seite.Locator("[data-stand]")).ToContainTextAsync("Gespeichert um");
        await zeilen.Nth(vorher).EvaluateAsync("zeile => { window.neueZeile = zeile; }");
        weiter.SetResult();
        // Nach der nächsten fragt die Seite erst, wenn sie diese verarbeitet hat.
        while (!naechste.Task.IsCompleted)
        {
            await seite.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
            await Task.WhenAny(naechste.Task, Task.Delay(100));
        }

        Assert.True(await seite.EvaluateAsync<bool>("() => window.neueZeile.isConnected"), "Die Zeile ist fort.");
        await Assertions.Expect(zeilen).ToHaveCountAsync(vorher + 1);
        await seite.Context.CloseAsync();
    }
}
