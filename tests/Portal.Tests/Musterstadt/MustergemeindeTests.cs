using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Musterstadt;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Musterstadt;

public sealed class MustergemeindeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Hat_dreissig_Personen_in_allen_Rollen_und_jeden_Vorschlag_in_seinem_Zustand()
    {
        var personen = await portal.Db(db => db.Personen.ToListAsync());
        Assert.Equal(30, personen.Count);
        Assert.All(Enum.GetValues<Rolle>(), rolle => Assert.Contains(personen, p => p.Rollen.Contains(rolle)));

        var vorschlaege = await portal.Db(db => db.Vorschlaege.Include(v => v.Fassungen).ToListAsync());
        Assert.True(vorschlaege.Count >= 12);
        Assert.Equal(Vorschlagszustand.InBeratung, vorschlaege.Single(v => v.Titel == Gemeinde.BesuchZum75).Zustand);
        Assert.Equal(Vorschlagszustand.Zurueckgezogen, vorschlaege.Single(v => v.Titel == Gemeinde.Wohnungsboerse).Zustand);
        Assert.True(vorschlaege.Single(v => v.Titel == Gemeinde.Anlaufstellen).IstOeffentlich);
        Assert.All(vorschlaege, v => Assert.True(v.Fassungen.Count >= 3));
    }

    [Fact]
    public async Task Die_Vorfuehrung_zeigt_Vorschlaege_in_jedem_Zustand()
    {
        var zustaende = await portal.Db(db => db.Vorschlaege.Select(v => v.Zustand).Distinct().ToListAsync());
        Assert.Equal(Enum.GetValues<Vorschlagszustand>(), zustaende.Order());
    }

    [Fact]
    public async Task Was_weit_gekommen_ist_sagt_zu_jedem_Schritt_der_Politik_seinen_eigenen_Grund()
    {
        Vorschlagszustand[] fern = [Vorschlagszustand.Vertagt, Vorschlagszustand.GeaendertBeschlossen, Vorschlagszustand.Abgelehnt, Vorschlagszustand.Umgesetzt, Vorschlagszustand.InWirkungskontrolle, Vorschlagszustand.Abgeschlossen];
        var gruende = await portal.Db(db => db.Ereignisse.Where(e => fern.Select(z => "vorschlag." + z.ToString().ToLower()).Contains(e.Art)).Select(e => e.Grund).ToListAsync());

        Assert.True(gruende.Count >= fern.Length);
        Assert.All(gruende, grund => Assert.True(grund!.Length > 60, grund));
        Assert.Equal(gruende.Count, gruende.Distinct().Count());
    }

    [Fact]
    public async Task Der_Verlauf_ist_nach_der_Zeit_geordnet_und_liegt_in_der_Vergangenheit()
    {
        var zeiten = await portal.Db(db => db.Ereignisse.Where(e => e.Art != "person.rollen").OrderBy(e => e.Id).Select(e => e.Zeitpunkt).ToListAsync());
        Assert.Equal(zeiten.Order(), zeiten);
        Assert.All(zeiten, z => Assert.True(z < DateTime.UtcNow));
    }

    [Fact]
    public async Task Die_ruhende_Gruppe_war_vorher_aktiv()
    {
        var schritte = await portal.Db(db => db.Fachgruppen.Where(g => g.Kennung == Gemeinde.SelbstbestimmtWohnen).SelectMany(g => g.Schritte).OrderBy(s => s.Am).Select(s => s.Zustand).ToListAsync());
        Assert.Equal([Fachgruppenzustand.Vorgeschlagen, Fachgruppenzustand.Beraten, Fachgruppenzustand.InGruendung, Fachgruppenzustand.Aktiv, Fachgruppenzustand.Ruhend], schritte);
    }

    [Fact]
    public async Task Fuellt_nur_einmal() =>
        Assert.False(await portal.Db(db => Mustergemeinde.FuellenAsync(db, DateTime.UtcNow)));

    [Fact]
    public void Das_Kennwort_der_Vorfuehrung_gilt_nur_in_der_Vorfuehrung()
    {
        var konto = new Konto();
        var abdruck = new VorfuehrKennwort().HashPassword(konto, Mustergemeinde.Kennwort);

        Assert.Equal(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Success, new VorfuehrKennwort().VerifyHashedPassword(konto, abdruck, Mustergemeinde.Kennwort));
        Assert.Equal(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed, new VorfuehrKennwort().VerifyHashedPassword(konto, abdruck, "ein anderes Kennwort"));
        Assert.Equal(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed,
            new Microsoft.AspNetCore.Identity.PasswordHasher<Konto>().VerifyHashedPassword(konto, abdruck, Mustergemeinde.Kennwort));
    }

    [Fact]
    public async Task Wer_angemeldet_ist_wird_mit_Namen_begruesst()
    {
        using var niemand = portal.Oeffentlichkeit();
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);

        Assert.DoesNotContain("Demir-Hansen", (await niemand.Seite("/fehler/404")).Text, StringComparison.Ordinal);
        var seite = await sprecherin.Seite("/fehler/404");
        Assert.Equal(HttpStatusCode.NotFound, seite.Status);
        Assert.Contains("Demir-Hansen", seite.Text, StringComparison.Ordinal);
    }
}
