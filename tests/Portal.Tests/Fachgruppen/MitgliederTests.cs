using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Fachgruppen;

public class MitgliederTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Gruppe = $"/fachgruppen/{Gemeinde.GutAelterWerden}";

    [Fact]
    public async Task Eine_Einladung_und_ihr_Brief_entstehen_zusammen_und_lassen_sich_erneuern_und_widerrufen()
    {
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);

        var danach = await sprecherin.Abschicken(Gruppe + "/einladungen/neu", new Dictionary<string, string> { ["Email"] = "neu@beispiel.example", ["Vorname"] = "Nele", ["Nachname"] = "Neumann" });
        Assert.Contains("neu@beispiel.example", danach.Text);
        Assert.Equal(1, await Briefe("neu@beispiel.example"));

        var doppelt = await sprecherin.Abschicken(Gruppe + "/einladungen/neu", new Dictionary<string, string> { ["Email"] = "NEU@beispiel.example", ["Vorname"] = "Nele", ["Nachname"] = "Neumann" });
        Assert.Contains("schon eine Einladung offen", doppelt.Meldungen);

        var nummer = await portal.Db(db => db.Einladungen.Where(e => e.Email == "neu@beispiel.example").Select(e => e.Kennung).SingleAsync());
        var abdruck = await portal.Db(db => db.Einladungen.Where(e => e.Kennung == nummer).Select(e => e.Abdruck).SingleAsync());
        await sprecherin.Senden($"{Gruppe}/einladungen/{nummer}/erneuerung");
        Assert.Equal(2, await Briefe("neu@beispiel.example"));
        Assert.NotEqual(abdruck, await portal.Db(db => db.Einladungen.Where(e => e.Kennung == nummer).Select(e => e.Abdruck).SingleAsync()));

        await sprecherin.Senden($"{Gruppe}/einladungen/{nummer}/widerruf");
        Assert.NotNull(await portal.Db(db => db.Einladungen.Where(e => e.Kennung == nummer).Select(e => e.WiderrufenAm).SingleAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sprecherin.Senden($"{Gruppe}/einladungen/{nummer}/erneuerung")).Status);
    }

    [Fact]
    public async Task Die_Einladung_einer_anderen_Gruppe_gibt_es_hier_nicht()
    {
        using var fremde = await portal.AngemeldetAls(Gemeinde.FremdeSprecherin);
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        await sprecherin.Abschicken(Gruppe + "/einladungen/neu", new Dictionary<string, string> { ["Email"] = "zweite@beispiel.example", ["Vorname"] = "Zoe", ["Nachname"] = "Zwei" });
        var nummer = await portal.Db(db => db.Einladungen.Where(e => e.Email == "zweite@beispiel.example").Select(e => e.Kennung).SingleAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await fremde.Senden($"/fachgruppen/{Gemeinde.Kinderarmut}/einladungen/{nummer}/widerruf")).Status);
        Assert.Null(await portal.Db(db => db.Einladungen.Where(e => e.Kennung == nummer).Select(e => e.WiderrufenAm).SingleAsync()));
    }

    [Fact]
    public async Task Die_letzte_Sprecherin_liest_warum_sie_bleibt()
    {
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var kennung = await Personenkennung(Gemeinde.Sprecherin);

        var seite = await sprecherin.Seite($"{Gruppe}/mitglieder/{kennung}/austritt");
        Assert.Contains("Die Gruppe braucht mindestens eine Sprecher:in.", seite.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sprecherin.Senden($"{Gruppe}/mitglieder/{kennung}/austritt")).Status);
        Assert.True(await IstMitglied(Gemeinde.Sprecherin));
    }

    [Fact]
    public async Task Wer_ausgeschlossen_wird_erfaehrt_den_Grund_und_sieht_sofort_nichts_mehr()
    {
        using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        using var mitglied = await portal.AngemeldetAls(Gemeinde.ZweitesMitglied);
        Assert.Equal(HttpStatusCode.OK, (await mitglied.Seite(Gruppe + "/mitglieder")).Status);

        var seite = $"{Gruppe}/mitglieder/{await Personenkennung(Gemeinde.ZweitesMitglied)}/austritt";
        Assert.Contains("Bitte nennen Sie den Grund.", (await sprecherin.Abschicken(seite)).Meldungen);
        await sprecherin.Abschicken(seite, new Dictionary<string, string> { ["Grund"] = "Seit einem Jahr nicht dabei" });

        Assert.False(await IstMitglied(Gemeinde.ZweitesMitglied));
        Assert.Contains("Seit einem Jahr nicht dabei", await portal.Db(db => db.OutgoingMails.Where(m => m.ToAddress == Gemeinde.ZweitesMitglied).OrderByDescending(m => m.Id).Select(m => m.TextBody).FirstAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await mitglied.Seite(Gruppe + "/mitglieder")).Status);
    }

    [Fact]
    public async Task Ein_Mitglied_aendert_keine_Stellung_auch_nicht_die_eigene()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);

        var antwort = await mitglied.Senden($"{Gruppe}/mitglieder/{await Personenkennung(Gemeinde.Mitglied)}/stellung", new Dictionary<string, string> { ["rolle"] = "Sprecher" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, antwort.Status);
        Assert.Equal(Mitgliedsrolle.Mitglied, await portal.Db(db => db.Mitgliedschaften.Where(m => m.Person.Email == Gemeinde.Mitglied && m.Fachgruppe.Kennung == Gemeinde.GutAelterWerden).Select(m => m.Rolle).SingleAsync()));
    }

    private Task<int> Briefe(string an) => portal.Db(db => db.OutgoingMails.CountAsync(m => m.ToAddress == an));

    private Task<string> Personenkennung(string email) => portal.Db(db => db.Personen.Where(p => p.Email == email).Select(p => p.Kennung).SingleAsync());

    private Task<bool> IstMitglied(string email) =>
        portal.Db(db => db.Mitgliedschaften.AnyAsync(m => m.Person.Email == email && m.Fachgruppe.Kennung == Gemeinde.GutAelterWerden && m.Bis == null));
}
