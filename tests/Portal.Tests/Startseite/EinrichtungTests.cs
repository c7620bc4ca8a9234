using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;
using Portal.Tests.Zugang;
using Portal.Zugang;
using Portal.Zugang.Ersteinrichtung;

namespace Portal.Tests.Startseite;

/// <summary>Wer ein leeres Portal einrichtet, liest, was noch fehlt, und nichts mehr davon, wenn es da ist.</summary>
public sealed class EinrichtungTests(LeeresPortal portal) : IClassFixture<LeeresPortal>
{
    private const string Kontakt = "Anschrift und Telefon der Gemeinde eintragen";
    private const string Texte = "Eigene Texte schreiben: Impressum, Datenschutz, Erklärung zur Barrierefreiheit";
    private const string Gruppe = "Die erste Fachgruppe anlegen";

    [Fact]
    public async Task Nach_der_Ersteinrichtung_steht_da_was_noch_fehlt()
    {
        await portal.ZuruecksetzenAsync();
        using var gf = portal.Oeffentlichkeit();
        await gf.Abschicken(new Uri((await Ersteinrichtungslink.NeuAsync(portal.Services))!).AbsolutePath,
            Felder.Mit(("Gemeinde", "Prüfstadt"), ("Vorname", "Erika"), ("Nachname", "Erste"), ("Email", "erika@stadt.example"), ("Kennwort", "grüne Lampe am Kanal")));

        var seite = await gf.Seite("/");
        Assert.Equal(5, seite.Alle(".p-aufgabe").Count);
        Assert.All((string[])[Kontakt, Texte, "Sozialräume anlegen", Gruppe, "Die Geschäftsordnung der Konferenz in Kraft setzen"], punkt => Assert.Contains(punkt, seite.Text));

        await gf.Abschicken("/verwaltung/gemeinde", new Dictionary<string, string> { ["Kontakt"] = "Rathausplatz 1, Telefon 1234" });
        await gf.Abschicken("/verwaltung/texte/impressum", new Dictionary<string, string> { ["Text"] = "Prüfstadt, Rathausplatz 1" });
        await gf.Abschicken("/fachgruppen/neu", new Dictionary<string, string> { ["Name"] = "Pflege vor Ort", ["Querschnittsthema"] = "Diversity", ["Grund"] = "Anregung der Konferenz" });
        await gf.Abschicken("/verwaltung/sozialraeume/neu", new Dictionary<string, string> { ["Name"] = "Altstadt", ["Ebene"] = "Stadtteil" });

        seite = await gf.Seite("/");
        Assert.DoesNotContain(Kontakt, seite.Text);
        Assert.Contains("Eigene Texte schreiben: Datenschutz, Erklärung zur Barrierefreiheit", seite.Text);
        Assert.Equal(2, seite.Alle(".p-aufgabe").Count);
    }

    [Fact]
    public async Task Wer_nicht_die_Geschaefte_fuehrt_richtet_nichts_ein()
    {
        await portal.ZuruecksetzenAsync();
        await portal.Db(async db =>
        {
            var person = new Person("Ada", "Verwaltung", "ada@stadt.example");
            person.RollenSetzen([Rolle.Administration], new(1, 1), Support.Rollen.Geschaeftsfuehrung, DateTime.UtcNow);
            db.Add(Konto.Eingerichtet(person, "x"));
            if (!await db.Kommune.AnyAsync()) db.Kommune.Add(new());
            await db.SaveChangesAsync();
        });
        using var admin = await portal.AngemeldetAls("ada@stadt.example");

        Assert.Contains("Sie haben alles erledigt", (await admin.Seite("/")).Text);
    }
}
