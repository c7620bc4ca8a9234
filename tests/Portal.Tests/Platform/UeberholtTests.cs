using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Platform;

/// <summary>Zwei haben dasselbe Formular offen: Wer später speichert, überschreibt niemanden unwissend und verliert nichts von dem, was er geschrieben hat.</summary>
public sealed class UeberholtTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.ZuruecksetzenAsync();
    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/verwaltung/handlungsfelder/pflege", "Beschreibung", "Was die eine schreibt", "Was die andere schreibt")]
    [InlineData("/verwaltung/gemeinde", "Kontakt", "Rathaus, Zimmer 1", "Rathaus, Zimmer 2")]
    [InlineData("/verwaltung/sozialraeume/altstadt", "Name", "Altstadt eins", "Altstadt zwei")]
    [InlineData("/verwaltung/texte/datenschutz", "Text", "Text der einen", "Text der anderen")]
    [InlineData("/verwaltung/texte/startseite", "Titel", "Titel der einen", "Titel der anderen")]
    [InlineData("/verwaltung/einreichungsfrist", "Einreichungsfrist", "2031-03-01", "2031-04-01")]
    [InlineData("/fachgruppen/gut-aelter-werden/angaben", "Auftrag", "Auftrag der einen", "Auftrag der anderen")]
    [InlineData("/fachgruppen/gut-aelter-werden/angaben", "Handlungsfeld", "armut", "pflege")]
    [InlineData("/konferenz/geschaeftsordnung/3/verfahren", "Ladungsfrist", "21", "28")]
    [InlineData("/konferenz/geschaeftsordnung/3/baenke", "Zeilen[0].Sitze", "3", "5")]
    [InlineData("/verwaltung/formular", "Zielfelder[ergebnisse].Leitfrage", "Frage der einen?", "Frage der anderen?")]
    public async Task Beide_Fassungen_stehen_nebeneinander_und_noch_einmal_speichern_gilt(string adresse, string feld, string meins, string anderes)
    {
        using var eine = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var andere = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var offen = await eine.Seite(adresse);
        Assert.Equal(HttpStatusCode.Redirect, (await andere.Abschicken(adresse, new Dictionary<string, string> { [feld] = anderes }, folgen: false)).Status);

        var konflikt = await eine.Abschicken(offen, new Dictionary<string, string> { [feld] = meins });

        Assert.Equal(HttpStatusCode.Conflict, konflikt.Status);
        Assert.StartsWith("Fehler: ", konflikt.Titel, StringComparison.Ordinal);
        Assert.Contains("Jemand war schneller", konflikt.Meldungen, StringComparison.Ordinal);
        var zeile = Assert.Single(konflikt.Alle("#fehlerliste tbody tr"));
        Assert.Equal(3, zeile.Children.Length);
        Assert.NotEqual(zeile.Children[1].TextContent.Trim(), zeile.Children[2].TextContent.Trim());
        if (feld is not ("Handlungsfeld" or "Einreichungsfrist"))
        {
            Assert.Equal(meins, zeile.Children[1].TextContent.Trim());
            Assert.Equal(anderes, zeile.Children[2].TextContent.Trim());
        }

        // Alles Getippte steht noch im Formular: Es lässt sich ohne Weiteres noch einmal absenden.
        Assert.Equal(HttpStatusCode.Redirect, (await eine.Abschicken(konflikt, formular: Formular(konflikt, feld), folgen: false)).Status);
        Assert.Equal(meins, Eingabe(await eine.Seite(adresse), feld));
    }

    [Fact]
    public async Task Wer_gleichzeitig_dasselbe_eintraegt_erfaehrt_dass_nichts_abweicht()
    {
        using var eine = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var andere = await portal.AngemeldetAls(Gemeinde.Administration);
        var offen = await eine.Seite("/verwaltung/gemeinde");
        await andere.Abschicken("/verwaltung/gemeinde", new Dictionary<string, string> { ["Kontakt"] = "Rathaus" });

        var konflikt = await eine.Abschicken(offen, new Dictionary<string, string> { ["Kontakt"] = "Rathaus" });

        Assert.Equal(HttpStatusCode.Conflict, konflikt.Status);
        Assert.Empty(konflikt.Alle("#fehlerliste tbody tr"));
        Assert.Contains("stimmt mit Ihren Eingaben überein", konflikt.Meldungen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Von_langen_Texten_stehen_die_Zeilen_nebeneinander_die_sich_unterscheiden()
    {
        using var eine = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var andere = await portal.AngemeldetAls(Gemeinde.Administration);
        var offen = await eine.Seite("/verwaltung/texte/datenschutz");
        var text = offen.Finde("textarea[name=Text]").TextContent.Trim('\n');
        await andere.Abschicken("/verwaltung/texte/datenschutz", new Dictionary<string, string> { ["Text"] = text + "\nZeile der anderen" });

        var konflikt = await eine.Abschicken(offen, new Dictionary<string, string> { ["Text"] = text + "\nZeile der einen" });

        var zeile = Assert.Single(konflikt.Alle("#fehlerliste tbody tr"));
        Assert.EndsWith("Zeile der einen", zeile.Children[1].TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("Zeile der anderen", zeile.Children[2].TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("…", zeile.Children[2].TextContent.Trim(), StringComparison.Ordinal);
        Assert.True(zeile.TextContent.Length < text.Length);
        Assert.EndsWith("Zeile der einen", konflikt.Finde("form textarea[name=Text]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wer_Rollen_nach_einer_anderen_speichert_nimmt_ihr_nichts_unwissend_weg()
    {
        using var eine = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var andere = await portal.AngemeldetAls(Gemeinde.Administration);
        var person = await portal.Db(db => db.Personen.SingleAsync(p => p.EmailNormal == Person.Normal(Gemeinde.ZweitesMitglied)));
        var adresse = $"/verwaltung/personen/{person.Kennung}";
        var offen = await eine.Seite(adresse);
        await andere.Abschicken(adresse, new Dictionary<string, string> { ["Rollen"] = nameof(Rolle.Datenverantwortliche) });

        var konflikt = await eine.Abschicken(offen, new Dictionary<string, string> { ["Rollen"] = nameof(Rolle.Administration) });

        Assert.Equal(HttpStatusCode.Conflict, konflikt.Status);
        Assert.Equal([Rolle.Datenverantwortliche], await RollenAsync(person.Id));
        var zeile = Assert.Single(konflikt.Alle("#fehlerliste tbody tr"));
        Assert.Equal(["Rollen", Rolle.Administration.Anzeige(), Rolle.Datenverantwortliche.Anzeige()], zeile.Children.Select(c => c.TextContent.Trim()));
        Assert.True(konflikt.Finde("#rolle-Administration").HasAttribute("checked"));
        await eine.Abschicken(konflikt, formular: "form[action$='/rollen']");
        Assert.Equal([Rolle.Administration], await RollenAsync(person.Id));
    }

    /// <summary>Solange noch niemand gespeichert hat, sehen beide die Vorgabe; wer zuerst speichert, ist trotzdem der Erste.</summary>
    [Fact]
    public async Task Auch_die_erste_gespeicherte_Gemeinde_wird_nicht_ueberschrieben()
    {
        await portal.Db(db => db.Kommune.ExecuteDeleteAsync());
        using var eine = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var andere = await portal.AngemeldetAls(Gemeinde.Administration);
        var offen = await eine.Seite("/verwaltung/gemeinde");
        await andere.Abschicken("/verwaltung/gemeinde", new Dictionary<string, string> { ["Name"] = "Von der anderen" });

        Assert.Equal(HttpStatusCode.Conflict, (await eine.Abschicken(offen, new Dictionary<string, string> { ["Name"] = "Von der einen" })).Status);
        Assert.Equal("Von der anderen", await portal.Db(db => db.Kommune.Select(k => k.Name).SingleAsync()));
    }

    [Fact]
    public async Task Auch_das_erste_gespeicherte_Formular_wird_nicht_ueberschrieben()
    {
        await portal.Db(db => db.Vorschlagsformular.ExecuteDeleteAsync());
        using var eine = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        using var andere = await portal.AngemeldetAls(Gemeinde.Administration);
        var offen = await eine.Seite("/verwaltung/formular");
        await andere.Abschicken("/verwaltung/formular", new Dictionary<string, string> { ["Zielfelder[ressourcen].Leitfrage"] = "Von der anderen?" });

        Assert.Equal(HttpStatusCode.Conflict, (await eine.Abschicken(offen, new Dictionary<string, string> { ["Zielfelder[ressourcen].Leitfrage"] = "Von der einen?" })).Status);
        Assert.Equal("Von der anderen?", (await portal.Db(db => db.Vorschlagsformular.SingleAsync())).Matrix.Zielfelder.Single(z => z.Schluessel == "ressourcen").Leitfrage);
    }

    private Task<List<Rolle>> RollenAsync(int id) => portal.Db(db => db.Personen.Where(p => p.Id == id).Select(p => p.Rollen).SingleAsync());

    private static string Formular(Seite seite, string feld) => $"form[action='{seite.Alle("main form").Single(f => f.QuerySelector($"[name='{feld}']") is not null).GetAttribute("action")}']";

    private static string Eingabe(Seite seite, string feld) => seite.Finde($"main [name='{feld}']") switch
    {
        AngleSharp.Html.Dom.IHtmlTextAreaElement absatz => absatz.Value,
        AngleSharp.Html.Dom.IHtmlSelectElement wahl => wahl.Value ?? "",
        var eingabe => eingabe.GetAttribute("value") ?? "",
    };
}
