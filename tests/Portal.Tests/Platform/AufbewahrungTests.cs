using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Fachgruppen;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Mail;
using Portal.Stammdaten.Barrieren;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Platform;

/// <summary>Jede Art geht zu ihrer Zeit: einen Augenblick vorher ist sie noch da, einen danach nicht mehr, auch nicht im Verlauf.</summary>
public sealed class AufbewahrungTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private const string Adresse = "vergangen@beispiel.example";
    private static readonly TimeSpan s_augenblick = TimeSpan.FromMinutes(1);

    // Mittags in der Mitte eines Monats: „sechs Monate“ heißt dann überall derselbe Tag.
    private static readonly DateTime s_tag = new(2031, 7, 15, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, DateTime> Arten => new()
    {
        { "gesendete Mail", s_tag.AddDays(90) },
        { "behaltene Mail", s_tag.AddDays(90) },
        { "gescheiterte Mail", s_tag.AddDays(90) },
        { "entschiedene Anfrage", s_tag.AddMonths(6) },
        { "beantwortete Meldung", s_tag.AddMonths(12) },
        { "angenommene Einladung", s_tag.AddMonths(6) },
        { "widerrufene Einladung", s_tag.AddMonths(6) },
        { "abgelaufene Einladung", (s_tag + Einladung.Gueltigkeit).AddMonths(6) },
        { "abgelaufener Link", s_tag.AddHours(24) },
        { "Personenliste", s_tag.AddDays(1) },
    };

    public Task InitializeAsync() => portal.ZuruecksetzenAsync();

    public Task DisposeAsync()
    {
        portal.Uhr.Richtigstellen();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Arten))]
    public async Task Jede_Art_geht_zu_ihrer_Zeit(string art, DateTime ende)
    {
        await portal.Db(db => AnlegenAsync(db, art));
        var liste = art == "Personenliste" ? "vergangen.csv" : Adresse;

        await AufraeumenAsync(ende - s_augenblick);
        Assert.NotEmpty(await portal.SpurenAsync(liste));

        await AufraeumenAsync(ende + s_augenblick);
        Befund.Leer(await portal.SpurenAsync(liste, "Vera Vergangen", "Nachricht vergangen"));
    }

    [Fact]
    public async Task Ein_benutzter_Link_geht_sofort_und_was_offen_ist_bleibt()
    {
        await portal.Db(async db =>
        {
            var konto = await db.Users.Include(k => k.Person).FirstAsync(k => k.Person.Email == Gemeinde.Mitglied);
            var (benutzt, _) = Zugangslink.FuerNeueEmail(konto, "benutzt@beispiel.example", s_tag);
            db.AddRange(benutzt, Zugangslink.FuerNeueEmail(konto, "offen@beispiel.example", s_tag).Link);
            await db.SaveChangesAsync();
            benutzt.Benutzen(s_tag);
            db.Add(new Beitrittsanfrage(await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden), "Olaf", "Offen", "offen@beispiel.example", "", s_tag.AddYears(-3)));
            db.Add(new Barrieremeldung("", "Noch nicht beantwortet", "", "offen@beispiel.example", s_tag.AddYears(-3)));
            await db.SaveChangesAsync();
        });

        await AufraeumenAsync(s_tag);

        Assert.Empty(await portal.SpurenAsync("benutzt@beispiel.example"));
        Assert.Equal(["Barrieremeldungen", "Beitrittsanfragen", "Zugangslinks"], (await portal.SpurenAsync("offen@beispiel.example")).Select(s => s.Split('.')[0]).Distinct().Order());
    }

    private async Task AnlegenAsync(PortalDb db, string art)
    {
        var gf = await AkteurAsync(db);
        var gruppe = await db.Fachgruppen.SingleAsync(g => g.Kennung == Gemeinde.GutAelterWerden);
        if (art == "gesendete Mail") db.Add(Mail(MailState.Sent));
        if (art == "behaltene Mail") db.Add(Mail(MailState.Kept));
        if (art == "gescheiterte Mail") db.Add(Mail(MailState.Failed));
        if (art == "entschiedene Anfrage")
        {
            var anfrage = new Beitrittsanfrage(gruppe, "Vera", "Vergangen", Adresse, "Nachricht vergangen", s_tag.AddMonths(-9));
            db.Add(anfrage);
            await db.SaveChangesAsync();
            anfrage.Ablehnen("Vera Vergangen passt nicht zu uns.", gf, s_tag);
        }
        if (art == "beantwortete Meldung")
        {
            var meldung = new Barrieremeldung("", "Nachricht vergangen", "Vera Vergangen", Adresse, s_tag.AddMonths(-1));
            db.Add(meldung);
            await db.SaveChangesAsync();
            meldung.Erledigen("Liebe Vera Vergangen, danke.", gf, s_tag);
        }
        if (art.EndsWith("Einladung", StringComparison.Ordinal))
        {
            var (einladung, _) = art.StartsWith("angenommene", StringComparison.Ordinal) ? gruppe.Einladen(Adresse, "Vera", "Vergangen", Mitgliedsrolle.Mitglied, gf, s_tag) : Einladung.InsPortal(Adresse, "Vera", "Vergangen", "", [], gf, s_tag);
            db.Add(einladung);
            if (art.StartsWith("angenommene", StringComparison.Ordinal)) einladung.Annehmen(gf.PersonId, s_tag);
            if (art.StartsWith("widerrufene", StringComparison.Ordinal)) einladung.Widerrufen(gf.PersonId, s_tag);
        }
        if (art == "abgelaufener Link") db.Add(Zugangslink.FuerNeueEmail(await db.Users.Include(k => k.Person).FirstAsync(k => k.Person.Email == Gemeinde.Mitglied), Adresse, s_tag).Link);
        if (art == "Personenliste") db.Add(new Personenliste("vergangen.csv", "Vera;Vergangen"u8.ToArray(), gf.PersonId, s_tag));
        await db.SaveChangesAsync();
    }

    private static OutgoingMail Mail(MailState stand) => new()
    {
        Key = Guid.NewGuid().ToString("N"),
        ToAddress = Adresse,
        ToName = "Vera Vergangen",
        Subject = "Nachricht vergangen",
        TextBody = "Text",
        HtmlBody = "<p>Text</p>",
        State = stand,
        CreatedAt = stand == MailState.Sent ? s_tag.AddDays(-1) : s_tag,
        SentAt = stand == MailState.Sent ? s_tag : null,
    };

    private static async Task<Akteur> AkteurAsync(PortalDb db)
    {
        var person = await db.Personen.SingleAsync(p => p.Email == Gemeinde.Geschaeftsfuehrung);
        var gruppe = await db.Fachgruppen.Where(g => g.Kennung == Gemeinde.GutAelterWerden).Select(g => g.Id).SingleAsync();
        return new(person.Id, person.Name, person.Rollen, new Dictionary<int, Mitgliedsrolle> { [gruppe] = Mitgliedsrolle.Sprecher });
    }

    private async Task AufraeumenAsync(DateTime wann)
    {
        portal.Uhr.Stellen(wann);
        using var scope = portal.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<ClearUp>().RunAsync();
    }
}
