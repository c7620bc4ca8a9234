using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Ein Passkey im wirklichen Browser: einrichten, abmelden, ohne Kennwort anmelden, entfernen.</summary>
[Collection(Besichtigung.Name)]
public sealed class PasskeyTests(Vorfuehrung vorfuehrung)
{
    [ImBrowserFact]
    public async Task Mit_einem_Passkey_kommt_man_ohne_Kennwort_hinein()
    {
        var seite = await vorfuehrung.FensterAsync();
        await Passkeygeraet.AnschliessenAsync(seite);
        await Vorfuehrung.AnmeldenAsync(seite, "ingeborg.weiss@musterstadt.example");

        await seite.GotoAsync("/konto/passkeys");
        await seite.GetByLabel("Name des Passkeys").FillAsync("Probegerät");
        await seite.GetByLabel("Ihr Kennwort").FillAsync(Vorfuehrung.Kennwort);
        await seite.GetByRole(AriaRole.Button, new() { Name = "Passkey einrichten" }).ClickAsync();
        await Assertions.Expect(seite.GetByRole(AriaRole.Heading, new() { Name = "Probegerät" })).ToBeVisibleAsync();

        await seite.Context.ClearCookiesAsync();
        await seite.GotoAsync("/anmeldung?zurueck=/konto");
        await seite.GetByRole(AriaRole.Button, new() { Name = "Mit Passkey anmelden" }).ClickAsync();
        await Assertions.Expect(seite.GetByRole(AriaRole.Heading, new() { Name = "Mein Konto" })).ToBeVisibleAsync();

        await seite.GotoAsync("/konto/passkeys");
        await seite.GetByRole(AriaRole.Link, new() { Name = "Entfernen" }).First.ClickAsync();
        await seite.GetByLabel("Ihr Kennwort").FillAsync(Vorfuehrung.Kennwort);
        await seite.GetByRole(AriaRole.Button, new() { Name = "Passkey entfernen" }).ClickAsync();
        await Assertions.Expect(seite.GetByText("Noch kein Passkey.")).ToBeVisibleAsync();
        await seite.Context.CloseAsync();
    }

    [ImBrowserFact]
    public async Task Ohne_JavaScript_steht_da_warum_es_nicht_geht()
    {
        var seite = await vorfuehrung.FensterAsync(skript: false);
        await Vorfuehrung.AnmeldenAsync(seite, "mitglied@musterstadt.example");

        await seite.GotoAsync("/konto/passkeys");
        await Assertions.Expect(seite.GetByText("Dieser Browser kann keine Passkeys einrichten")).ToBeVisibleAsync();
        await Assertions.Expect(seite.GetByRole(AriaRole.Button, new() { Name = "Passkey einrichten" })).ToBeHiddenAsync();
        await seite.Context.CloseAsync();
    }
}
