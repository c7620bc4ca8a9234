using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.BrowserTests.Reise;

/// <summary>Was die Sprecherin auf der Reise tut: ihren Zugang sichern, die Gruppe füllen, beraten, einreichen. Das Schreiben steht in „Sprecherin.Schreiben.cs“.</summary>
public sealed partial class Sprecherin(Hand hand, string vorname, string nachname, string email, string gruppe) : Mitglied(hand, vorname, nachname, email)
{
    private string _schluessel = "";

    public string Gruppe => gruppe;
    private IPage Seite => Hand.Seite;

    /// <summary>Liest den Schlüssel unter dem Bild ab, wie es auch eine App tut, und bekommt zehn Wiederherstellungscodes.</summary>
    public async Task ZweitenFaktorEinschaltenAsync()
    {
        await Hand.GehenAsync("/konto/zweiter-faktor");
        await Hand.KnopfAsync("Zweiten Faktor einrichten");
        await Assertions.Expect(Seite.GetByRole(AriaRole.Img, new() { Name = "Bild für die App" })).ToBeVisibleAsync();
        Assert.True(await Seite.EvaluateAsync<bool>("() => document.querySelector('.p-qr img').naturalWidth > 100"));
        _schluessel = await Seite.Locator("#scannen ~ p code").InnerTextAsync();
        await Hand.SchreibenAsync("Code", Einmalcode.Jetzt(_schluessel));
        await Hand.SchreibenAsync("Kennwort", Kennwort);
        await Hand.KnopfAsync("Zweiten Faktor einschalten");
        await Assertions.Expect(Seite.Locator(".p-codes code")).ToHaveCountAsync(10);
        await Hand.LinkAsync("Fertig, ich habe sie aufbewahrt");
    }

    /// <summary>Auf einem anderen Gerät genügt das Kennwort nicht mehr.</summary>
    public async Task MitCodeAnmeldenAsync()
    {
        await Seite.Context.ClearCookiesAsync();
        await Hand.AnmeldenAsync(Email, Kennwort);
        await Hand.LesenAsync("Zweiter Schritt der Anmeldung");
        await Hand.LinkAsync("Nehmen Sie einen Wiederherstellungscode.");
        await Hand.LinkAsync("Zurück zum Code aus der App");
        await Hand.SchreibenAsync("Code", Einmalcode.Jetzt(_schluessel, naechster: true));
        await Hand.KnopfAsync("Anmelden");
        await Assertions.Expect(Seite.Locator("h1")).ToContainTextAsync("Was steht an?");
    }

    public async Task EinladenAsync(Mitglied mitglied)
    {
        await Hand.GehenAsync($"{gruppe}/mitglieder");
        await Hand.LinkAsync("Einladen");
        await Hand.SchreibenAsync("Vorname", mitglied.Vorname);
        await Hand.SchreibenAsync("Nachname", mitglied.Nachname);
        await Hand.SchreibenAsync("Email", mitglied.Email);
        await Hand.WaehlenAsync(Seite.Locator("select[name=Rolle]"), "Mitglied");
        await Hand.KnopfAsync("Einladung senden");
        await Hand.LesenAsync(mitglied.Email);
    }

    public async Task AufnehmenAsync(Mitglied buergerin)
    {
        await Hand.GehenAsync($"{gruppe}/mitglieder");
        await Hand.LesenAsync("Wer mitarbeiten möchte (1)");
        await Hand.LesenAsync(buergerin.Name);
        await Hand.KnopfAsync("Aufnehmen");
        await Hand.LesenAsync("Die Anfrage ist angenommen.");
    }

    public async Task<string> VorschlagBeginnenAsync(string titel)
    {
        await Hand.GehenAsync("/vorschlaege");
        await Hand.LinkAsync("Vorschlag beginnen");
        await Hand.AnkreuzenAsync(Seite.Locator($"input[name=Fachgruppe][value=\"{gruppe.Split('/')[^1]}\"]"));
        await Hand.SchreibenAsync("Titel", titel);
        await Hand.KnopfAsync("Vorschlag beginnen");
        return VorschlagsAdresse().Match(new Uri(Seite.Url).AbsolutePath).Value;
    }

    public async Task AntwortenUndErledigenAsync(string vorschlag, string antwort)
    {
        await Hand.GehenAsync($"{vorschlag}/diskussion");
        await Hand.LinkAsync("Antworten");
        await Hand.SchreibenAsync("Text", antwort);
        await Hand.KnopfAsync("Antwort senden");
        await Hand.LesenAsync(antwort);
        await Hand.KnopfAsync("Als erledigt kennzeichnen");
        await Hand.LesenAsync("Alles ist besprochen.");
    }

    public async Task EinreichenAsync(string vorschlag)
    {
        await Hand.GehenAsync(vorschlag);
        await Hand.LinkAsync("Einreichen");
        await Hand.KnopfAsync("Jetzt einreichen");
        await Assertions.Expect(Seite.Locator(".p-zeitleiste [aria-current=step]")).ToContainTextAsync("eingereicht");
    }

    public async Task GruendeLesenUndWiederEinreichenAsync(string vorschlag, string gruende)
    {
        await Hand.GehenAsync(vorschlag);
        await Hand.LesenAsync(gruende);
        await EinreichenAsync(vorschlag);
    }

    [GeneratedRegex(@"^/vorschlaege/\d{4}-\d+")]
    private static partial Regex VorschlagsAdresse();
}
