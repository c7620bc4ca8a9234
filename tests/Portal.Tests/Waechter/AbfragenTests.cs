using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

/// <summary>Wie viele Befehle an die Datenbank eine Seite höchstens braucht, gleich wie viel darin steht. Eine neue Seite bekommt hier eine Zeile.</summary>
public sealed class AbfragenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    public static TheoryData<string, string, int> Seiten => new()
    {
        { "", "/", 1 },
        { Gemeinde.Mitglied, "/", 14 },
        { Gemeinde.Sprecherin, "/", 16 },
        { Gemeinde.Konferenzmitglied, "/", 8 },
        { Gemeinde.Geschaeftsfuehrung, "/", 22 },
        { Gemeinde.Administration, "/", 8 },
        { Gemeinde.Geschaeftsfuehrung, "/verlauf", 2 },
        { Gemeinde.Geschaeftsfuehrung, "/sichtung", 2 },
        { Gemeinde.Sprecherin, "/deckung", 2 },
        { "", "/vorschlaege", 10 },
        { Gemeinde.Sprecherin, "/vorschlaege", 12 },
        { "", "/fachgruppen", 4 },
        { Gemeinde.Sprecherin, "/fachgruppen", 6 },
        { Gemeinde.Sprecherin, $"/fachgruppen/{Gemeinde.GutAelterWerden}", 14 },
        { Gemeinde.Geschaeftsfuehrung, $"/fachgruppen/{Gemeinde.GutAelterWerden}/mitglieder", 10 },
        { "", "/konferenz", 6 },
        { Gemeinde.Konferenzmitglied, "/konferenz", 8 },
        { Gemeinde.Mitglied, $"/konferenz/sitze/{Gemeinde.RuhenderSitz}", 8 },
        { Gemeinde.Konferenzmitglied, "/konferenz/abstimmungen", 5 },
        { Gemeinde.Geschaeftsfuehrung, "/konferenz/geschaeftsordnung", 6 },
        { Gemeinde.Geschaeftsfuehrung, "/priorisierungen", 6 },
        { Gemeinde.Konferenzmitglied, "/priorisierungen", 6 },
        { Gemeinde.Geschaeftsfuehrung, $"/konferenz/geschaeftsordnung/{Gemeinde.Geschaeftsordnungsentwurf}", 6 },
    };

    [Fact]
    public Task Wovor_EF_Core_nur_warnt_ist_in_den_Pruefungen_ein_Fehler() =>
        Assert.ThrowsAsync<InvalidOperationException>(() => portal.Db(db => db.Kommune.FirstAsync()));

    [Theory, MemberData(nameof(Seiten))]
    public async Task Eine_Seite_fragt_die_Datenbank_nur_so_oft_wie_noetig(string email, string adresse, int hoechstens)
    {
        using var client = await Rundgang.AlsAsync(portal, email);
        await portal.Abfragen.HoechstensAsync(hoechstens, client, adresse);
    }
}
