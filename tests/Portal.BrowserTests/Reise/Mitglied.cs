using Microsoft.Playwright;

namespace Portal.BrowserTests.Reise;

/// <summary>Was ein Mitglied auf der Reise tut: um Aufnahme bitten, die Einladung annehmen, mitreden.</summary>
public class Mitglied(Hand hand, string vorname, string nachname, string email)
{
    protected const string Kennwort = "ein-langes-neues-kennwort";

    public string Vorname => vorname;
    public string Nachname => nachname;
    public string Email => email;
    public string Name => $"{vorname} {nachname}";
    protected Hand Hand => hand;

    public async Task UmAufnahmeBittenAsync(string gruppe)
    {
        await hand.GehenAsync(gruppe);
        await hand.LinkAsync("Mitarbeiten");
        await hand.SchreibenAsync("Vorname", vorname);
        await hand.SchreibenAsync("Nachname", nachname);
        await hand.SchreibenAsync("Email", email);
        await hand.SchreibenAsync("Nachricht", "Ich besuche seit zwei Jahren ältere Nachbarinnen und möchte davon erzählen.");
        await hand.KnopfAsync("Anfrage absenden");
        await hand.LesenAsync("Ihre Anfrage ist angekommen");
    }

    /// <summary>Öffnet den Link aus der Mail, nennt Namen und Kennwort und ist angemeldet.</summary>
    public async Task EinladungAnnehmenAsync(string link)
    {
        await hand.GehenAsync(link);
        await hand.SchreibenAsync("Vorname", vorname);
        await hand.SchreibenAsync("Nachname", nachname);
        await hand.SchreibenAsync("Kennwort", Kennwort);
        await hand.KnopfAsync("Mit Kennwort annehmen");
        await Assertions.Expect(hand.Seite.Locator("h1")).ToContainTextAsync("Was steht an?");
    }

    public async Task ZeileKommentierenAsync(string vorschlag, string frage)
    {
        await hand.GehenAsync($"{vorschlag}/diskussion");
        var ort = hand.Seite.Locator("select[name=Ort]");
        await hand.WaehlenAsync(ort, (await ort.Locator("option[value^='zeile:']").First.GetAttributeAsync("value"))!);
        await hand.SchreibenAsync("Text", frage);
        await hand.KnopfAsync("Beitrag senden");
        await hand.LesenAsync(frage);
    }
}
