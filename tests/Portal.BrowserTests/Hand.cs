using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Wie jemand das Portal bedient: mit der Maus, oder nur mit der Tastatur. Nach jedem Schritt sieht axe nach.</summary>
public sealed class Hand(IPage seite, bool nurTastatur, bool mitSkript)
{
    public IPage Seite { get; } = seite;

    public async Task GehenAsync(string adresse)
    {
        await Seite.GotoAsync(adresse);
        await NachsehenAsync();
    }

    /// <summary>Ein Knopf oder Link, nach dem eine Seite kommt oder sich die Seite ändert.</summary>
    public async Task DrueckenAsync(ILocator ziel)
    {
        if (nurTastatur)
        {
            await HinAsync(ziel);
            await Seite.Keyboard.PressAsync("Enter");
        }
        else
        {
            await ziel.ClickAsync();
        }
        await Seite.WaitForLoadStateAsync(LoadState.Load);
        await NachsehenAsync();
    }

    public Task KnopfAsync(string name) => DrueckenAsync(Seite.GetByRole(AriaRole.Button, new() { Name = name }).First);

    public Task LinkAsync(string name) => DrueckenAsync(Seite.GetByRole(AriaRole.Link, new() { Name = name }).First);

    public async Task SchreibenAsync(ILocator feld, string text)
    {
        if (!nurTastatur)
        {
            await feld.FillAsync(text);
            return;
        }
        await HinAsync(feld);
        await Seite.Keyboard.PressAsync("Control+A");
        await Seite.Keyboard.InsertTextAsync(text);
    }

    public Task SchreibenAsync(string name, string text) => SchreibenAsync(Seite.Locator($"[name=\"{name}\"]"), text);

    /// <summary>Ein Tag im Datumsfeld; mit der Tastatur Ziffer für Ziffer.</summary>
    public async Task TagAsync(string name, DateOnly tag)
    {
        var feld = Seite.Locator($"[name=\"{name}\"]");
        if (!nurTastatur || await feld.GetAttributeAsync("type") != "date")
        {
            await SchreibenAsync(feld, await feld.GetAttributeAsync("type") == "date" ? tag.ToString("yyyy-MM-dd") : tag.ToString("dd.MM.yyyy"));
            return;
        }
        await HinAsync(feld);
        // Je nach Sprache des Browsers steht der Tag oder der Monat vorn.
        await Seite.Keyboard.TypeAsync(tag.ToString("ddMMyyyy"));
        if (await feld.InputValueAsync() == tag.ToString("yyyy-MM-dd")) return;
        await Seite.Keyboard.PressAsync("Shift+Tab");
        await HinAsync(feld);
        await Seite.Keyboard.TypeAsync(tag.ToString("MMddyyyy"));
    }

    public async Task WaehlenAsync(ILocator auswahl, string wert)
    {
        if (!nurTastatur)
        {
            await auswahl.SelectOptionAsync(wert);
            return;
        }
        await HinAsync(auswahl);
        await Seite.Keyboard.PressAsync("Home");
        for (var i = 0; i < 60 && await auswahl.InputValueAsync() != wert; i++) await Seite.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(wert, await auswahl.InputValueAsync());
    }

    public async Task AnkreuzenAsync(ILocator kasten)
    {
        if (!nurTastatur)
        {
            await kasten.CheckAsync();
            return;
        }
        if (await kasten.GetAttributeAsync("type") == "radio")
        {
            // Innerhalb einer Gruppe führt die Tabulatortaste nur zu einem der Knöpfe, weiter geht es mit den Pfeilen.
            var gruppe = Seite.Locator($"input[type=radio][name=\"{await kasten.GetAttributeAsync("name")}\"]");
            await HinAsync(gruppe);
            await Seite.Keyboard.PressAsync("Space");
            for (var i = 0; i < 20 && !await kasten.IsCheckedAsync(); i++) await Seite.Keyboard.PressAsync("ArrowDown");
        }
        else
        {
            await HinAsync(kasten);
            if (!await kasten.IsCheckedAsync()) await Seite.Keyboard.PressAsync("Space");
        }
        Assert.True(await kasten.IsCheckedAsync());
    }

    public async Task AnmeldenAsync(string email, string kennwort = Vorfuehrung.Kennwort)
    {
        await GehenAsync("/anmeldung");
        await SchreibenAsync("Email", email);
        await SchreibenAsync("Kennwort", kennwort);
        await DrueckenAsync(Seite.Locator("main form:has(input[name=Kennwort]) button[type=submit]").First);
        await Seite.WaitForURLAsync(u => !u.Contains("/anmeldung", StringComparison.Ordinal));
    }

    private async Task NachsehenAsync()
    {
        if (!mitSkript) return;
        await Zugaenglichkeit.PruefenAsync(Seite);
    }

    // Mit der Tabulatortaste weiter, bis der Fokus auf dem Ziel steht; wer vorbei ist, kommt am Anfang wieder heraus.
    private async Task HinAsync(ILocator ziel)
    {
        await ziel.First.WaitForAsync();
        for (var i = 0; i < 900; i++)
        {
            if (await ziel.EvaluateAllAsync<bool>("alle => alle.includes(document.activeElement)")) return;
            await Seite.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Mit der Tabulatortaste nicht zu erreichen: {ziel} auf {Seite.Url}");
    }
}
