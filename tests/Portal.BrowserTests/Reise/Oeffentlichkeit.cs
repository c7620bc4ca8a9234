using Microsoft.Playwright;

namespace Portal.BrowserTests.Reise;

/// <summary>Jemand ohne Anmeldung: findet den Vorschlag, liest ihn, druckt ihn.</summary>
public sealed class Oeffentlichkeit(Hand hand)
{
    public async Task FindenAsync(string titel)
    {
        await hand.GehenAsync("/vorschlaege");
        await hand.DrueckenAsync(hand.Seite.Locator(".p-facetten a", new() { HasText = "Armut" }).First);
        await Assertions.Expect(hand.Seite.Locator("main")).Not.ToContainTextAsync(titel);
        await hand.DrueckenAsync(hand.Seite.Locator(".p-facetten a", new() { HasText = "Alter" }).First);
        await hand.LinkAsync(titel);
    }

    public async Task LesenAsync(string titel, Vorlage vorlage)
    {
        await Assertions.Expect(hand.Seite.Locator("h1")).ToHaveTextAsync(titel);
        await Assertions.Expect(hand.Seite.Locator(".p-zeitleiste [aria-current=step]")).ToContainTextAsync("gesichtet");
        foreach (var zeile in vorlage.Zeilen) await hand.LesenAsync(zeile.Zellen[0]);
        await hand.LesenAsync("Mehr alte Menschen, mehr kleine Renten");
        await Assertions.Expect(hand.Seite.Locator("main")).Not.ToContainTextAsync("Hedwig");
    }

    /// <summary>Auf dem Papier fehlt, was man dort nicht bedienen kann, und der Inhalt ist da.</summary>
    public async Task DruckansichtAsync()
    {
        await hand.Seite.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(hand.Seite.Locator(".p-nav").First).ToBeHiddenAsync();
        await Assertions.Expect(hand.Seite.Locator(".p-brotkrumen")).ToBeHiddenAsync();
        await Assertions.Expect(hand.Seite.Locator("main .p-matrix").First).ToBeVisibleAsync();
        await hand.Seite.EmulateMediaAsync(new() { Media = Media.Screen });
    }
}
