using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Vorschlaege;

public sealed class FormularTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Adresse = "/verwaltung/formular";

    private Task<Vorschlagsformular> Formular() => portal.Db(db => db.FormularAsync());

    [Fact]
    public async Task Eine_eigene_Spalte_erscheint_auf_der_Schreibseite_und_kann_Pflicht_sein()
    {
        using var leitung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var entwurf = await leitung.Abschicken(Adresse, new Dictionary<string, string> { ["NeuerName"] = "Geprüft bis", ["NeueArt"] = "Datum" }, knopf: ("Aktion", "neu"));
        Assert.Contains("Noch nicht gespeichert", entwurf.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await Formular()).Matrix.Spalten, s => s.Name == "Geprüft bis");

        var seite = await leitung.Abschicken(entwurf, new Dictionary<string, string> { ["Spalten[geprueft-bis].Hilfe"] = "Wann wird nachgesehen?", ["Spalten[geprueft-bis].Pflicht"] = "true" }, "main form", knopf: ("Aktion", "speichern"));

        Assert.Contains("Das Formular ist geändert.", seite.Meldungen, StringComparison.Ordinal);
        Assert.Contains("Spalte „Geprüft bis“ hinzugefügt", seite.Text, StringComparison.Ordinal);
        var spalte = Assert.Single((await Formular()).Matrix.Spalten, s => s.Schluessel == "geprueft-bis");
        Assert.Equal((Spaltenart.Datum, true, "Wann wird nachgesehen?"), (spalte.Art, spalte.Pflicht, spalte.Hilfe));

        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        using var wer = await Schreibende.AlsAsync(portal, Gemeinde.Mitglied, kennung);
        var zeile = await wer.ZeileAsync("programme");
        Assert.Equal(HttpStatusCode.OK, (await wer.SpeichernAsync($"zeilen/{zeile}", 0, new() { ["geprueft-bis"] = "1.5.2028" }, [])).Status);
        Assert.Equal("01.05.2028", (await wer.Client.Seite($"/vorschlaege/{kennung}/schreiben")).Finde($"#zeile-{zeile}-geprueft-bis").GetAttribute("value"));

        entwurf = await leitung.Abschicken(Adresse, null, "main form", knopf: ("Aktion", "hoch:geprueft-bis"));
        await leitung.Abschicken(entwurf, null, "main form", knopf: ("Aktion", "speichern"));
        Assert.Equal("geprueft-bis", (await Formular()).Matrix.Spalten[^2].Schluessel);
        entwurf = await leitung.Abschicken(Adresse, null, "main form", knopf: ("Aktion", "weg:geprueft-bis"));
        await leitung.Abschicken(entwurf, null, "main form", knopf: ("Aktion", "speichern"));
        Assert.DoesNotContain((await Formular()).Matrix.Spalten, s => s.Schluessel == "geprueft-bis");
        Assert.Empty((await wer.Client.Seite($"/vorschlaege/{kennung}/schreiben")).Alle($"#zeile-{zeile}-geprueft-bis"));
    }

    [Fact]
    public async Task Zielfelder_und_Pflichtangaben_lassen_sich_aendern()
    {
        using var administration = await portal.AngemeldetAls(Gemeinde.Administration);
        await administration.Abschicken(Adresse, new Dictionary<string, string>
        {
            ["Zielfelder[ressourcen].Name"] = "Mittel",
            ["Zielfelder[ressourcen].Leitfrage"] = "Was kostet es?",
            ["Zielfelder[ressourcen].Mindestzeilen"] = "3",
        }, "main form", knopf: ("Aktion", "speichern"));

        var zielfeld = (await Formular()).Matrix.Zielfelder.Single(z => z.Schluessel == "ressourcen");

        Assert.Equal(("Mittel", "Was kostet es?", 3), (zielfeld.Name, zielfeld.Leitfrage, zielfeld.Mindestzeilen));
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var seite = await mitglied.Seite($"/vorschlaege/{await portal.KennungAsync(Gemeinde.BesuchZum75)}/schreiben");
        Assert.Contains("Im Zielfeld „Mittel“ stehen", seite.Finde("#fehlt").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zielfelder[prozesse].Name", "", "Name des Zielfelds: Bitte füllen Sie das Feld aus.")]
    [InlineData("Zielfelder[prozesse].Mindestzeilen", "99", "Verlangen Sie zwischen 0 und 20 Zeilen.")]
    [InlineData("Spalten[kennzahl].Name", "Zielwert", "Zwei Spalten heißen „Zielwert“.")]
    [InlineData("Pflicht", "Bedarf", "„Titel“ bleibt Pflicht.")]
    public async Task Was_nicht_geht_steht_am_Feld_und_nichts_ist_geaendert(string feld, string wert, string satz)
    {
        using var leitung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        var vorher = (await Formular()).Version;

        var seite = await leitung.Abschicken(Adresse, new Dictionary<string, string> { [feld] = wert, ["Spalten[ziel].Hilfe"] = "getippt" }, "main form", knopf: ("Aktion", "speichern"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Contains(satz, seite.Text, StringComparison.Ordinal);
        Assert.Contains("getippt", seite.Quelltext, StringComparison.Ordinal);
        Assert.Equal(vorher, (await Formular()).Version);
    }

    [Fact]
    public async Task Eine_Spalte_des_Grundgeruests_bleibt()
    {
        using var leitung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        var seite = await leitung.Abschicken(Adresse, null, "main form", knopf: ("Aktion", "weg:ziel"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Contains("„Ziel“ gehört zum Grundgerüst", seite.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mitglieder_aendern_das_Formular_nicht()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);

        Assert.Equal(HttpStatusCode.Forbidden, (await mitglied.Seite(Adresse)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await mitglied.Senden(Adresse, new Dictionary<string, string> { ["Aktion"] = "speichern" })).Status);
    }
}
