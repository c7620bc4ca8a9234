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
        await client.Seite(adresse);
        var (vorher, fragenVorher) = await LesenAsync();

        foreach (var gedaechtnis in portal.Services.GetServices<IForgetful>()) gedaechtnis.Forget();
        var (nachher, fragenNachher) = await LesenAsync();

        Assert.Equal(vorher, nachher);
        Assert.True(fragenNachher > fragenVorher, $"{fragenNachher} Fragen nach dem Vergessen, {fragenVorher} davor");

        async Task<(string Text, int Fragen)> LesenAsync()
        {
            portal.Abfragen.Nullen();
            return ((await client.Seite(adresse)).Text, portal.Abfragen.Befehle.Count);
        }
    }
}
