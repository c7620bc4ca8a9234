using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Vorschlaege;

namespace Portal.Tests.Vorschlaege;

/// <summary>Schreiben wie ein Browser ohne JavaScript: ein Formular, ein Knopf.</summary>
public sealed class SchreibenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<string> Neuer(PortalClient client, string titel = "Ein neuer Vorschlag")
    {
        var seite = await client.Abschicken("/vorschlaege/neu", new Dictionary<string, string> { ["Fachgruppe"] = Gemeinde.GutAelterWerden, ["Titel"] = titel });
        Assert.Equal(HttpStatusCode.OK, seite.Status);
        return seite.Adresse.Split('/')[2];
    }

    private Task<string> Feld(string kennung, Vorschlagsfeld feld) => portal.Db(db =>
        db.Feldinhalte.Where(f => f.Feld == feld && db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)).Select(f => f.Wert).SingleAsync());

    private Task<int> Zeilenzahl(string kennung) => portal.Db(db => db.Matrixzeilen.CountAsync(z => db.Vorschlaege.Any(v => v.Id == z.VorschlagId && v.Kennung == kennung)));

    private static Dictionary<string, string> Felder(params (Vorschlagsfeld Feld, string Wert)[] werte) => werte.ToDictionary(w => $"Felder[{w.Feld}].Wert", w => w.Wert);

    [Fact]
    public async Task Ein_Mitglied_beginnt_einen_Vorschlag_und_schreibt_ihn()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var kennung = await Neuer(mitglied);

        var seite = await mitglied.Abschicken($"/vorschlaege/{kennung}/schreiben", Felder(
            (Vorschlagsfeld.Kurzfassung, "Kurz gesagt."), (Vorschlagsfeld.Ausgangslage, "## Lage\n\nViele **warten**."), (Vorschlagsfeld.Art, "Operativ"), (Vorschlagsfeld.Handlungsfeld, "alter"),
            (Vorschlagsfeld.KostenEinmalig, "45.000 €"), (Vorschlagsfeld.ZeitrahmenVon, "1.4.2027")), formular: "#schreiben");

        Assert.Contains("Gespeichert um", seite.Meldungen, StringComparison.Ordinal);
        Assert.Equal("45.000", seite.Finde("#feld-KostenEinmalig").GetAttribute("value"));
        Assert.Equal("01.04.2027", seite.Finde("#feld-ZeitrahmenVon").GetAttribute("value"));
        Assert.Equal("45000", await Feld(kennung, Vorschlagsfeld.KostenEinmalig));
        var v = await portal.Db(db => db.Vorschlaege.Include(v => v.Handlungsfeld).AsNoTracking().SingleAsync(v => v.Kennung == kennung));
        Assert.Equal((Vorschlagsart.Operativ, 45000L, new DateOnly(2027, 4, 1), "alter"), (v.Art, v.KostenEinmalig, v.ZeitrahmenVon, v.Handlungsfeld!.Kennung));
        var vorschau = await mitglied.Seite($"/vorschlaege/{kennung}/vorschau");
        Assert.Equal("warten", vorschau.Finde(".p-markdown strong").TextContent);
    }

    [Fact]
    public async Task Zeilen_werden_ohne_JavaScript_hinzugefuegt_verschoben_entfernt_und_zurueckgeholt()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var kennung = await Neuer(mitglied);
        var adresse = $"/vorschlaege/{kennung}/schreiben";

        var seite = await mitglied.Abschicken(adresse, Felder((Vorschlagsfeld.Bedarf, "getippt vor dem Hinzufügen")), "#schreiben", knopf: ("Aktion", "neu:programme"));
        var zeile = seite.Finde("#zielfeld-programme [data-ort]").GetAttribute("data-ort")!;
        Assert.Equal("getippt vor dem Hinzufügen", await Feld(kennung, Vorschlagsfeld.Bedarf));
        await mitglied.Abschicken(adresse, new Dictionary<string, string> { [$"Zeilen[{zeile}].Zellen[ziel].Wert"] = "Besuche finden statt" }, "#schreiben", knopf: ("Aktion", "neu:programme"));
        seite = await mitglied.Abschicken(adresse, null, "#schreiben", knopf: ("Aktion", $"runter:{zeile}"));
        Assert.Equal(zeile, seite.Alle("#zielfeld-programme [data-ort]")[1].GetAttribute("data-ort"));

        var entfernt = await mitglied.Abschicken(adresse, null, "#schreiben", knopf: ("Aktion", $"weg:{zeile}"));
        Assert.Contains("Zeile 2 aus „Programme und Produkte“ ist entfernt.", entfernt.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Zeilenzahl(kennung));
        var zurueck = await mitglied.Abschicken(entfernt, null, $"form[action='/vorschlaege/{kennung}/zeilen']");
        Assert.Equal("Besuche finden statt", zurueck.Finde($"#zeile-{zeile}-ziel").TextContent.Trim());
    }

    [Theory]
    [InlineData(Vorschlagsfeld.ZeitrahmenVon, "31.02.2027", "„31.02.2027“ ist kein Tag im Kalender")]
    [InlineData(Vorschlagsfeld.KostenLaufend, "viel", "Bitte geben Sie ganze Euro ein")]
    [InlineData(Vorschlagsfeld.Titel, "   ", "Ein Vorschlag braucht einen Titel")]
    [InlineData(Vorschlagsfeld.Federfuehrung, "mit\u0007Glocke", "unsichtbare Steuerzeichen")]
    [InlineData(Vorschlagsfeld.Handlungsfeld, "gibt-es-nicht", "steht nicht zur Wahl")]
    [InlineData(Vorschlagsfeld.Art, "irgendwie", "Bitte wählen Sie „strategisch“ oder „operativ“")]
    public async Task Was_nicht_stimmt_wird_am_Feld_gesagt_und_das_andere_ist_gespeichert(Vorschlagsfeld feld, string wert, string satz)
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var kennung = await Neuer(mitglied, "Bleibt so");

        var seite = await mitglied.Abschicken($"/vorschlaege/{kennung}/schreiben", Felder((feld, wert), (Vorschlagsfeld.Bedarf, "nicht verloren")), "#schreiben");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.StartsWith("Fehler: ", seite.Titel, StringComparison.Ordinal);
        Assert.Contains(satz, seite.Finde($"#fehlerliste a[href='#feld-{feld}']").TextContent, StringComparison.Ordinal);
        Assert.Equal("nicht verloren", await Feld(kennung, Vorschlagsfeld.Bedarf));
        Assert.Equal("Bleibt so", await Feld(kennung, Vorschlagsfeld.Titel));
        if (feld is Vorschlagsfeld.ZeitrahmenVon or Vorschlagsfeld.KostenLaufend) Assert.Equal(wert, seite.Finde($"#feld-{feld}").GetAttribute("value"));
    }

    [Fact]
    public async Task Zu_lange_Texte_gehen_nicht_verloren_und_ein_Megabyte_passt()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var kennung = await Neuer(mitglied);
        var adresse = $"/vorschlaege/{kennung}/schreiben";
        var megabyte = string.Concat(Enumerable.Repeat("Größe zählt 😀.\n\n", 1_000_000 / 17));
        var zuLang = new string('x', 1201);

        var seite = await mitglied.Abschicken(adresse, Felder((Vorschlagsfeld.Kurzfassung, zuLang), (Vorschlagsfeld.Ausgangslage, megabyte)), "#schreiben");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Contains("hat 1.201 Zeichen; erlaubt sind 1.200", seite.Text, StringComparison.Ordinal);
        Assert.Equal(zuLang, seite.Finde("#feld-Kurzfassung").TextContent.Trim());
        Assert.Equal(megabyte, await Feld(kennung, Vorschlagsfeld.Ausgangslage));
        seite = await mitglied.Abschicken(adresse, Felder((Vorschlagsfeld.Ausgangslage, new string('y', 1_000_001))), "#schreiben");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, seite.Status);
        Assert.Equal(1_000_001, seite.Finde("#feld-Ausgangslage").TextContent.Trim().Length);
    }

    [Fact]
    public async Task Zwei_Formulare_zugleich_an_verschiedenen_Feldern_verlieren_nichts()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var zweites = await portal.AngemeldetAls(Gemeinde.ZweitesMitglied);
        var kennung = await Neuer(mitglied);
        var seiteA = await mitglied.Seite($"/vorschlaege/{kennung}/schreiben");
        var seiteB = await zweites.Seite($"/vorschlaege/{kennung}/schreiben");

        await mitglied.Abschicken(seiteA, Felder((Vorschlagsfeld.Bedarf, "von A")), "#schreiben");
        var ergebnis = await zweites.Abschicken(seiteB, Felder((Vorschlagsfeld.Zielgruppe, "von B")), "#schreiben");

        Assert.Equal(HttpStatusCode.OK, ergebnis.Status);
        Assert.Equal(("von A", "von B"), (await Feld(kennung, Vorschlagsfeld.Bedarf), await Feld(kennung, Vorschlagsfeld.Zielgruppe)));
    }

    [Theory]
    [InlineData("meine", "von B")]
    [InlineData("andere", "von A")]
    [InlineData("neu", "von A und B")]
    public async Task Dieselbe_Stelle_zeigt_beide_Fassungen_und_ein_Mensch_entscheidet(string wahl, string erwartet)
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var zweites = await portal.AngemeldetAls(Gemeinde.ZweitesMitglied);
        var kennung = await Neuer(mitglied);
        var seiteB = await zweites.Seite($"/vorschlaege/{kennung}/schreiben");
        await mitglied.Abschicken($"/vorschlaege/{kennung}/schreiben", Felder((Vorschlagsfeld.Bedarf, "von A")), "#schreiben");

        var konflikt = await zweites.Abschicken(seiteB, Felder((Vorschlagsfeld.Bedarf, "von B"), (Vorschlagsfeld.Zielgruppe, "auch von B")), "#schreiben");

        Assert.Equal(HttpStatusCode.Conflict, konflikt.Status);
        Assert.Contains("von A", konflikt.Text, StringComparison.Ordinal);
        Assert.Equal("von B", konflikt.Finde("textarea").TextContent.Trim());
        Assert.Equal("auch von B", await Feld(kennung, Vorschlagsfeld.Zielgruppe));
        Assert.Equal("von A", await Feld(kennung, Vorschlagsfeld.Bedarf));
        var danach = await zweites.Abschicken(konflikt, new Dictionary<string, string> { ["Felder[Bedarf].Wahl"] = wahl, ["Felder[Bedarf].Wert"] = "von A und B" }, "form.p-konflikt");
        Assert.Equal(HttpStatusCode.OK, danach.Status);
        Assert.Equal(erwartet, await Feld(kennung, Vorschlagsfeld.Bedarf));
    }

    [Fact]
    public async Task Eine_Zeile_die_jemand_entfernt_waehrend_ein_anderer_darin_schreibt_bleibt_lesbar_und_kommt_zurueck()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        using var zweites = await portal.AngemeldetAls(Gemeinde.ZweitesMitglied);
        var kennung = await Neuer(mitglied);
        var adresse = $"/vorschlaege/{kennung}/schreiben";
        var mitZeile = await mitglied.Abschicken(adresse, null, "#schreiben", knopf: ("Aktion", "neu:ressourcen"));
        var zeile = mitZeile.Finde("#zielfeld-ressourcen [data-ort]").GetAttribute("data-ort")!;
        var seiteB = await zweites.Seite(adresse);
        await mitglied.Abschicken(adresse, null, "#schreiben", knopf: ("Aktion", $"weg:{zeile}"));

        var konflikt = await zweites.Abschicken(seiteB, new Dictionary<string, string> { [$"Zeilen[{zeile}].Zellen[ziel].Wert"] = "zwei Stellen" }, "#schreiben");

        Assert.Equal(HttpStatusCode.Conflict, konflikt.Status);
        Assert.Contains("zwei Stellen", konflikt.Text, StringComparison.Ordinal);
        var zurueck = await zweites.Abschicken(konflikt, null, $"form[action='/vorschlaege/{kennung}/zeilen']");
        Assert.Equal("zwei Stellen", zurueck.Finde($"#zeile-{zeile}-ziel").TextContent.Trim());
    }

    [Fact]
    public async Task Wer_nicht_zur_Gruppe_gehoert_schreibt_nicht()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var kennung = await Neuer(mitglied);
        using var fremd = await portal.AngemeldetAls(Gemeinde.FremdesMitglied);
        using var leitung = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);

        Assert.Equal(HttpStatusCode.NotFound, (await fremd.Seite($"/vorschlaege/{kennung}/schreiben")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await fremd.Seite($"/vorschlaege/{kennung}/vorschau")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await fremd.Seite($"/vorschlaege/{kennung}/fassungen")).Status);
        var gesperrt = await leitung.Seite($"/vorschlaege/{kennung}/schreiben");
        Assert.Equal(HttpStatusCode.Forbidden, gesperrt.Status);
        Assert.Contains("An diesem Vorschlag schreiben die Mitglieder der Gruppe.", gesperrt.Text, StringComparison.Ordinal);
        var nein = await fremd.Senden("/vorschlaege", new Dictionary<string, string> { ["Fachgruppe"] = Gemeinde.GutAelterWerden, ["Titel"] = "Untergeschoben" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nein.Status);
        Assert.False(await portal.Db(db => db.Vorschlaege.AnyAsync(v => v.Titel == "Untergeschoben")));
    }

    [Fact]
    public async Task Nach_dem_Einreichen_steht_der_Grund_da_und_Getipptes_zum_Herauskopieren()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var kennung = await Neuer(mitglied);
        var seite = await mitglied.Seite($"/vorschlaege/{kennung}/schreiben");
        await portal.Db(db => db.Vorschlaege.Where(v => v.Kennung == kennung).ExecuteUpdateAsync(s => s.SetProperty(v => v.Zustand, Vorschlagszustand.Eingereicht)));

        var antwort = await mitglied.Abschicken(seite, Felder((Vorschlagsfeld.Bedarf, "zu spät")), "#schreiben");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, antwort.Status);
        Assert.Contains("sein Text ist festgehalten", antwort.Text, StringComparison.Ordinal);
        Assert.Equal("zu spät", antwort.Finde("textarea").TextContent.Trim());
        Assert.Equal("", await Feld(kennung, Vorschlagsfeld.Bedarf));
    }

    [Fact]
    public async Task Die_Liste_der_Luecken_fuehrt_zu_Feldern_die_es_gibt()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var kennung = await Neuer(mitglied);
        var seite = await mitglied.Abschicken($"/vorschlaege/{kennung}/schreiben", null, "#schreiben", knopf: ("Aktion", "neu:ergebnisse"));

        var ziele = seite.Alle("#fehlt a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.NotEmpty(ziele);
        Assert.All(ziele, ziel => Assert.NotNull(seite.Dokument.GetElementById(ziel[1..])));
        Assert.Equal(ziele, (await mitglied.Seite($"/vorschlaege/{kennung}/luecken")).Alle("#fehlt a").Select(a => a.GetAttribute("href")!));
    }
}
