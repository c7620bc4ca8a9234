using System.Net;
using Microsoft.AspNetCore.Mvc;
using Portal.Tests.Support;

namespace Portal.Tests.Sicherheit;

/// <summary>Keine Tat ohne den Schutz gegen fremde Formulare.</summary>
public sealed class FormularschutzTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void Keine_Tat_ist_vom_Schutz_ausgenommen()
    {
        var ausgenommen = Routen.Taten(portal).Where(t => t.Tat is null || t.Endpunkt.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null);
        Befund.Leer(ausgenommen.Select(t => t.ToString()));
    }

    [Fact]
    public async Task Ohne_Schutz_geschieht_nichts()
    {
        var vorher = await portal.StandAsync();
        using var client = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        foreach (var tat in Routen.Taten(portal))
        {
            using var anfrage = new HttpRequestMessage(new HttpMethod(tat.Methode), await Routen.AdresseAsync(portal, tat.Vorlage)) { Content = new FormUrlEncodedContent([]) };
            var seite = await client.Roh(anfrage);
            Assert.True(seite.Status == HttpStatusCode.BadRequest, $"{tat}: {(int)seite.Status}");
        }
        Befund.Leer(vorher.Unterschiede(await portal.StandAsync()));
    }

    [Fact]
    public async Task Der_Schutz_einer_anderen_Person_gilt_nicht()
    {
        using var fremde = await portal.AngemeldetAls(Gemeinde.FremdesMitglied);
        using var client = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var (keksname, keks, feldname, feld) = portal.Formularschutz(fremde.Wer);
        client.Keks(keksname, keks);
        using var anfrage = new HttpRequestMessage(HttpMethod.Post, "/abmeldung") { Content = new FormUrlEncodedContent([new(feldname, feld)]) };

        Assert.Equal(HttpStatusCode.BadRequest, (await client.Roh(anfrage)).Status);
    }
}
