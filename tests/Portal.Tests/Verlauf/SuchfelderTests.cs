using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Mail;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Verlauf;

/// <summary>Jedes Suchfeld des Portals findet ohne Rücksicht auf große und kleine Buchstaben, auch bei Umlauten, in beiden Datenbanken.</summary>
public sealed class SuchfelderTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await portal.ZuruecksetzenAsync();
        await portal.Db(async db =>
        {
            var person = new Person("Özlem", "Überacker", "oezlem.ueberacker@musterstadt.example", "Bürgerhaus Übersee");
            db.Add(person);
            await db.SaveChangesAsync();
            person.RollenSetzen([Rolle.Datenverantwortliche], new(1, 1), Rollen.Geschaeftsfuehrung, portal.Uhr.Jetzt);
            person.EmailAendern(person.Email, person.Id, portal.Uhr.Jetzt);
            db.OutgoingMails.Add(new OutgoingMail { Key = "probe-umlaut", ToName = "Özlem Überacker", ToAddress = person.Email, Subject = "Überschneidung mit Ämtern", TextBody = "Text", HtmlBody = "Text", CreatedAt = portal.Uhr.Jetzt, DueAt = portal.Uhr.Jetzt });
            await db.SaveChangesAsync();
            await db.Vorschlaege.Where(v => v.Titel == Gemeinde.Anlaufstellen).ExecuteUpdateAsync(s => s.SetProperty(v => v.Titel, "Übergänge für Ältere"));
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/verlauf?person={0}", "öz", "Überacker")]
    [InlineData("/verlauf?person={0}", "ÜBERACKER", "Überacker")]
    [InlineData("/verlauf?text={0}", "überacker", "Überacker")]
    [InlineData("/verlauf?text={0}", "ÜBERACKER", "Überacker")]
    [InlineData("/verwaltung/postausgang?q={0}", "überschneidung", "Überschneidung mit Ämtern")]
    [InlineData("/verwaltung/postausgang?q={0}", "ÄMTERN", "Überschneidung mit Ämtern")]
    [InlineData("/verwaltung/postausgang?q={0}", "özlem", "Überschneidung mit Ämtern")]
    [InlineData("/verwaltung/postausgang?q={0}", "OEZLEM.UEBERACKER@", "Überschneidung mit Ämtern")]
    [InlineData("/verwaltung/personen?suche={0}", "überacker", "Özlem Überacker")]
    [InlineData("/verwaltung/personen?suche={0}", "BÜRGERHAUS öz", "Özlem Überacker")]
    [InlineData("/konferenz/sitze/politik-1/besetzungen/neu?suche={0}", "ÜBERACKER", "Özlem Überacker")]
    [InlineData("/konferenz/sitze/politik-1/besetzungen/neu?suche={0}", "özlem", "Özlem Überacker")]
    [InlineData("/konferenz/sitze/politik-1/besetzungen/neu?suche={0}", "BÜRGERHAUS", "Özlem Überacker")]
    [InlineData("/vorschlaege?suche={0}", "ÜBERGÄNGE", "Übergänge für Ältere")]
    [InlineData("/vorschlaege?suche={0}", "ältere", "Übergänge für Ältere")]
    public async Task Umlaute_werden_gefunden(string adresse, string suche, string fund)
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        var seite = await gf.Seite(string.Format(System.Globalization.CultureInfo.InvariantCulture, adresse, Uri.EscapeDataString(suche)));

        Assert.Equal(HttpStatusCode.OK, seite.Status);
        Assert.Contains(fund, seite.Finde("main").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Was in einem Muster etwas bedeuten würde, ist in einem Suchwort nur ein Zeichen.</summary>
    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData(".*")]
    [InlineData("[a-z]+")]
    [InlineData("(Ü|x")]
    [InlineData("\\")]
    [InlineData("a{2}^$")]
    public async Task Sonderzeichen_suchen_sich_selbst(string suche)
    {
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        foreach (var adresse in (string[])["/verlauf?text=", "/verlauf?person=", "/verwaltung/postausgang?q=", "/verwaltung/personen?suche="])
        {
            var seite = await gf.Seite(adresse + Uri.EscapeDataString(suche));
            Assert.Equal(HttpStatusCode.OK, seite.Status);
            Assert.DoesNotContain("Überschneidung mit Ämtern", seite.Text, StringComparison.Ordinal);
        }
    }
}
