using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Zugang;
using Portal.Zugang.Ersteinrichtung;

namespace Portal.Tests.Zugang;

public sealed class ErsteinrichtungTests(LeeresPortal portal) : IClassFixture<LeeresPortal>
{
    [Fact]
    public async Task Der_Link_macht_aus_dem_leeren_Portal_eines_mit_Geschaeftsfuehrung_genau_einmal()
    {
        var alt = await LinkAsync();
        var link = await LinkAsync();
        using var wer = portal.Oeffentlichkeit();
        Assert.Equal(HttpStatusCode.NotFound, (await wer.Seite(alt)).Status);
        Assert.Equal(HttpStatusCode.OK, (await wer.Seite(link)).Status);

        portal.Uhr.Vorstellen(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Gone, (await wer.Seite(link)).Status);
        portal.Uhr.Richtigstellen();

        var felder = Felder.Mit(("Gemeinde", "Hansestadt Musterstadt"), ("Vorname", "Erika"), ("Nachname", "Erste"), ("Email", "erika@musterstadt.example"), ("Kennwort", "kurz"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wer.Abschicken(link, felder)).Status);
        var leer = (await wer.Abschicken(link, Felder.Mit(("Gemeinde", ""), ("Vorname", "Erika"), ("Nachname", "Erste"), ("Email", "erika@musterstadt.example"), ("Kennwort", "kurz")))).Meldungen;
        Assert.Contains("„Name der Gemeinde“", leer, StringComparison.Ordinal);
        Assert.Contains("„Kennwort“ muss zwischen 12 und 200 Zeichen haben", leer, StringComparison.Ordinal);
        felder["Kennwort"] = "grüne Lampe am Kanal";
        Assert.Equal("/", (await wer.Abschicken(link, felder)).Adresse);

        Assert.Equal("Mein Konto", (await wer.Seite("/konto")).Ueberschrift);
        Assert.Equal("Hansestadt Musterstadt", await portal.Db(db => db.Kommune.Select(k => k.Name).SingleAsync()));
        Assert.Equal(["Armut", "Alter", "Pflege", "Eingliederungshilfe"], await portal.Db(db => db.Handlungsfelder.OrderBy(h => h.Reihenfolge).Select(h => h.Name).ToListAsync()));
        Assert.Equal([Rolle.Geschaeftsfuehrung, Rolle.Administration], await portal.Db(db => db.Personen.Select(p => p.Rollen).SingleAsync()));
        Assert.Equal(HttpStatusCode.Gone, (await wer.Seite(link)).Status);
        Assert.Null(await Ersteinrichtungslink.NeuAsync(portal.Services));
    }

    private async Task<string> LinkAsync() => new Uri((await Ersteinrichtungslink.NeuAsync(portal.Services))!).AbsolutePath;
}
