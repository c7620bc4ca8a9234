using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Was ein Knoten vergisst, wenn niemand da ist, steht für den Nächsten wieder da; nur die Datenbank wird noch einmal gefragt.</summary>
public class VergessenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/vorschlaege?sortierung=titel")]
    [InlineData("/vorschlaege/{0}")]
    public async Task Nach_einer_Pause_liest_man_dasselbe(string adresse)
    {
        adresse = string.Format(System.Globalization.CultureInfo.InvariantCulture, adresse, await portal.KennungAsync(Gemeinde.Anlaufstellen));
        using var client = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var gemerkt = await portal.Abfragen.FuerAsync(client, adresse);
        var vorher = await client.Seite(adresse);

        foreach (var gedaechtnis in portal.Services.GetServices<IForgetful>()) gedaechtnis.Forget();
        portal.Abfragen.Nullen();
        var nachher = await client.Seite(adresse);

        Assert.Equal(vorher.Text, nachher.Text);
        Assert.True(portal.Abfragen.Befehle.Count > gemerkt.Count, $"{portal.Abfragen.Befehle.Count} Fragen nach dem Vergessen, {gemerkt.Count} davor");
    }
}
