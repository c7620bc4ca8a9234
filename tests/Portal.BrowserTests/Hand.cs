using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Wie jemand das Portal bedient: mit der Maus, oder nur mit der Tastatur. Nach jedem Schritt sieht axe nach.</summary>
public sealed class Hand(IPage seite, bool nurTastatur, bool mitSkript)
{
    public IPage Seite { get; } = seite;

    /// <summary>Ob auf den Seiten Skripte laufen.</summary>
    public bool MitSkript => mitSkript;

    public async Task GehenAsync(string adresse)
    {
        await Seite.GotoAsync(adresse);
        await NachsehenAsync();
    }

    /// <summary>Ein Knopf oder Link, nach dem eine neue Seite kommt.</summary>
    /// <param name="darfFehlerZeigen">Sonst bricht die Reise mit den Sätzen ab, die auf der neuen Seite als Fehler stehen.</param>
    public async Task DrueckenAsync(ILocator ziel, bool darfFehlerZeigen = false)
    {
        await Seite.EvaluateAsync("() => { window.bisherigeSeite = true; }");
        await AusloesenAsync(ziel);
        await NeueSeiteAsync();
        if (!darfFehlerZeigen && await Seite.Locator(".p-fehlerliste").CountAsync() > 0) Assert.Fail($"{Seite.Url}: {await Seite.Locator(".p-fehlerliste").InnerTextAsync()}");
        await NachsehenAsync();
    }

    /// <summary>Ein Skript, nach dem eine neue Seite kommt; sie wird nicht nachgesehen.</summary>
    public async Task AbschickenAsync(string skript, string angabe)
    {
        await Seite.EvaluateAsync("() => { window.bisherigeSeite = true; }");
        await Seite.EvaluateAsync(skript, angabe);
        await NeueSeiteAsync();
    }

    /// <summary>Ein Knopf, der mit Skript auf der Seite wirkt und ohne Skript eine neue Seite bringt.</summary>
    public async Task AnstossenAsync(ILocator ziel, ILocator danach, string? text = null)
    {
        if (!mitSkript)
        {
            await DrueckenAsync(ziel);
        }
        else
        {
            await AusloesenAsync(ziel);
        }
        if (text is null) await Assertions.Expect(danach).ToBeVisibleAsync();
        else await Assertions.Expect(danach).ToContainTextAsync(text);
        await NachsehenAsync();
    }

    /// <summary>Ein Link zu einer Stelle derselben Seite.</summary>
    public async Task SpringenAsync(ILocator link)
    {
        await link.WaitForAsync();
        await AusloesenAsync(link);
    }

    /// <summary>Was auf der Seite steht; die Reise bricht ab, wenn es nicht kommt.</summary>
    public Task LesenAsync(string text) => Assertions.Expect(Seite.Locator("main")).ToContainTextAsync(text);

    public Task KnopfAsync(string name) => DrueckenAsync(Seite.Locator("main").GetByRole(AriaRole.Button, new() { Name = name }).First);

    public Task LinkAsync(string name) => DrueckenAsync(Seite.Locator("main").GetByRole(AriaRole.Link, new() { Name = name }).First);

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
        // Je nach Sprache des Browsers steht der Tag oder der Monat vorn; ein Probetag zeigt es.
        await Seite.Keyboard.TypeAsync("01022026");
        var tagVorn = await feld.InputValueAsync() == "2026-02-01";
        for (var i = 0; i < 2; i++) await Seite.Keyboard.PressAsync("ArrowLeft");
        await Seite.Keyboard.TypeAsync(tag.ToString(tagVorn ? "ddMMyyyy" : "MMddyyyy"));
        Assert.Equal(tag.ToString("yyyy-MM-dd"), await feld.InputValueAsync());
    }

    /// <summary>Eine Uhrzeit im Zeitfeld, etwa „00:01“; mit der Tastatur Ziffer für Ziffer.</summary>
    public async Task UhrzeitAsync(string name, string uhrzeit)
    {
        var feld = Seite.Locator($"[name=\"{name}\"]");
        if (!nurTastatur || await feld.GetAttributeAsync("type") != "time")
        {
            await SchreibenAsync(feld, uhrzeit);
            return;
        }
        await HinAsync(feld);
        await Seite.Keyboard.TypeAsync(uhrzeit.Replace(":", "", StringComparison.Ordinal));
        if (await feld.InputValueAsync() != uhrzeit)
        {
            // Ein Browser ohne Deutsch zählt zwölf Stunden und fragt nach der Tageshälfte.
            for (var i = 0; i < 3; i++) await Seite.Keyboard.PressAsync("ArrowLeft");
            await Seite.Keyboard.TypeAsync(TimeOnly.ParseExact(uhrzeit, "HH:mm", System.Globalization.CultureInfo.InvariantCulture).ToString("hhmmtt", System.Globalization.CultureInfo.InvariantCulture));
        }
        Assert.Equal(uhrzeit, await feld.InputValueAsync());
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
        await KnopfAsync("Anmelden");
    }

    private async Task AusloesenAsync(ILocator ziel)
    {
        if (!nurTastatur)
        {
            await ziel.ClickAsync();
            return;
        }
        await HinAsync(ziel);
        await Seite.Keyboard.PressAsync("Enter");
    }

    // Die neue Seite ist da, wenn das Zeichen auf der bisherigen fort ist. Das gilt auch, wenn sie dieselbe Adresse hat und wenn keine Skripte laufen.
    private async Task NeueSeiteAsync()
    {
        var uhr = System.Diagnostics.Stopwatch.StartNew();
        while (uhr.Elapsed < Vorfuehrung.Geduld)
        {
            try
            {
                if (await Seite.EvaluateAsync<bool>("() => !('bisherigeSeite' in window) && document.readyState === 'complete'").WaitAsync(Vorfuehrung.Geduld)) return;
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // Gerade wechselt die Seite.
            }
            await Task.Delay(25);
        }
        Assert.Fail($"Nach {Vorfuehrung.Geduld.TotalSeconds:0} Sekunden kam keine neue Seite; es steht noch da: {Seite.Url}");
    }

    // Wo keine Skripte laufen, antwortet auch axe nicht.
    private Task NachsehenAsync() => mitSkript ? Zugaenglichkeit.PruefenAsync(Seite) : Task.CompletedTask;

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
