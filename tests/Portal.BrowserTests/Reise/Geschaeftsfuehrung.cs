namespace Portal.BrowserTests.Reise;

/// <summary>Was die Geschäftsführung auf der Reise tut: eine Gruppe auf den Weg bringen, sichten, veröffentlichen.</summary>
public sealed class Geschaeftsfuehrung(Hand hand)
{
    public Task AnmeldenAsync() => hand.AnmeldenAsync("geschaeftsfuehrung@musterstadt.example");

    /// <returns>Die Adresse der Gruppe. Sie ist danach aktiv; jeder Schritt hat Tag und Grund.</returns>
    public async Task<string> GruppeGruendenAsync(string name)
    {
        await hand.GehenAsync("/fachgruppen/neu");
        await hand.SchreibenAsync("Name", name);
        await hand.WaehlenAsync(hand.Seite.Locator("select[name=Weg]"), "Fachgruppe");
        await hand.WaehlenAsync(hand.Seite.Locator("select[name=Handlungsfeld]"), "alter");
        await hand.SchreibenAsync("Auftrag", "Die Gruppe begleitet ältere Menschen in drei Stadtteilen.");
        await hand.TagAsync("Am", new DateOnly(2026, 1, 15));
        await hand.SchreibenAsync("Grund", "Anregung aus der Sozialplanungskonferenz");
        await hand.KnopfAsync("Gruppe anlegen");
        var gruppe = new Uri(hand.Seite.Url).AbsolutePath.Replace("/mitglieder", "", StringComparison.Ordinal);
        foreach (var (schritt, monat) in new[] { ("beraten", 2), ("in Gründung", 3), ("aktiv", 4) })
        {
            await hand.GehenAsync(gruppe);
            await hand.LinkAsync($"Weiter zu „{schritt}“");
            await hand.TagAsync("Am", new DateOnly(2026, monat, 16));
            await hand.SchreibenAsync("Grund", $"Die Konferenz hat am 16. des Monats {monat} darüber beraten.");
            await hand.KnopfAsync("Schritt festhalten");
        }
        await hand.LesenAsync("16.04.2026");
        return gruppe;
    }

    public async Task SprecherinEinladenAsync(string gruppe, Sprecherin sprecherin)
    {
        await hand.GehenAsync($"{gruppe}/mitglieder");
        await hand.LinkAsync("Sprecher:in einladen");
        await hand.SchreibenAsync("Vorname", sprecherin.Vorname);
        await hand.SchreibenAsync("Nachname", sprecherin.Nachname);
        await hand.SchreibenAsync("Email", sprecherin.Email);
        await hand.WaehlenAsync(hand.Seite.Locator("select[name=Rolle]"), "Sprecher");
        await hand.KnopfAsync("Einladung senden");
        await hand.LesenAsync(sprecherin.Email);
    }

    public async Task ZurueckgebenAsync(string vorschlag, string gruende)
    {
        await hand.GehenAsync($"{vorschlag}/sichtung");
        await hand.SchreibenAsync(hand.Seite.Locator("#Grund"), gruende);
        await hand.KnopfAsync("Mit diesen Gründen zurückgeben");
    }

    public async Task AnnehmenAsync(string vorschlag)
    {
        await hand.GehenAsync($"{vorschlag}/sichtung");
        await hand.KnopfAsync("Annehmen");
        await hand.LesenAsync("gesichtet");
    }

    public async Task VeroeffentlichenAsync(string vorschlag)
    {
        await hand.GehenAsync(vorschlag);
        await hand.LinkAsync("Veröffentlichen");
        await hand.KnopfAsync("Jetzt veröffentlichen");
    }
}
