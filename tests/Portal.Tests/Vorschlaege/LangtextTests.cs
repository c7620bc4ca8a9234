using Microsoft.EntityFrameworkCore;
using Portal.Platform.Markdown;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Vorschlaege;

/// <summary>Wirklicher Stoff: das Kurzkonzept, nach dem das Portal gebaut ist (45 kB), in einem Feld.</summary>
public sealed class LangtextTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    /// <summary>Sichtbar übersprungen, wo der Text nicht liegt; sein Ordner steht in PORTAL_QUELLEN oder neben dem Arbeitsverzeichnis.</summary>
    private sealed class MitQuelleFactAttribute : FactAttribute
    {
        public MitQuelleFactAttribute()
        {
            if (Quelle() is null) Skip = "Das Kurzkonzept liegt nicht in PORTAL_QUELLEN.";
        }
    }

    private static string? Quelle()
    {
        string?[] ordner = [Environment.GetEnvironmentVariable("PORTAL_QUELLEN"), Path.Combine(Quelltext.Wurzel, "..", "shared", "sources")];
        return ordner.Where(o => o is not null && Directory.Exists(o)).SelectMany(o => Directory.GetFiles(o!, "000*.txt")).FirstOrDefault();
    }

    [MitQuelleFact]
    public async Task Das_Kurzkonzept_kommt_unveraendert_zurueck_wird_gesetzt_und_verglichen()
    {
        var quelle = (await File.ReadAllTextAsync(Quelle()!)).Replace("\f", "\n", StringComparison.Ordinal);
        var text = Feldpruefung.Geprueft(Vorschlagsfeld.Ausgangslage, quelle);
        Assert.True(text.Length > 30_000);
        Assert.Equal(quelle.ReplaceLineEndings("\n"), text);
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        await portal.Db(async db =>
        {
            var (wer, vorschlag) = await LadenAsync(db, kennung);
            vorschlag.Schreiben(Vorschlagsfeld.Ausgangslage, text, MarkdownRenderer.ToHtml(text), wer, portal.Uhr.Jetzt);
            vorschlag.FassungFesthalten(Fassungsanlass.Gespeichert, "ganz", wer.PersonId, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });
        await portal.Db(async db =>
        {
            var (wer, vorschlag) = await LadenAsync(db, kennung);
            Assert.Equal(text, vorschlag.Feld(Vorschlagsfeld.Ausgangslage).Wert);
            Assert.NotEmpty(vorschlag.Feld(Vorschlagsfeld.Ausgangslage).Html!);
            var geaendert = text.Replace("Sozialplanung", "Sozialraumplanung", StringComparison.Ordinal);
            vorschlag.Schreiben(Vorschlagsfeld.Ausgangslage, geaendert, MarkdownRenderer.ToHtml(geaendert), wer, portal.Uhr.Jetzt);
            vorschlag.FassungFesthalten(Fassungsanlass.Gespeichert, "geändert", wer.PersonId, portal.Uhr.Jetzt);
            await db.SaveChangesAsync();
        });
        var fassungen = await portal.Db(db => db.Vorschlaege.Where(v => v.Kennung == kennung).SelectMany(v => v.Fassungen).OrderByDescending(f => f.Nummer).Take(2).ToListAsync());
        Assert.Equal(text, fassungen[1].Inhalt().Feld(Vorschlagsfeld.Ausgangslage));

        using var client = await portal.AngemeldetAls(Gemeinde.Sprecherin);
        var seite = await client.Seite($"/vorschlaege/{kennung}");
        Assert.Equal(System.Net.HttpStatusCode.OK, seite.Status);
        Assert.Contains("Sozialraumplanung", seite.Text, StringComparison.Ordinal);
        var vergleich = await client.Seite($"/vorschlaege/{kennung}/fassungen/vergleich?von={fassungen[1].Nummer}&mit={fassungen[0].Nummer}");
        Assert.Equal(System.Net.HttpStatusCode.OK, vergleich.Status);
        Assert.NotEmpty(vergleich.Alle("main ins"));
        Assert.NotEmpty(vergleich.Alle("main del"));
    }

    /// <summary>So, wie er aus der PDF-Datei kommt: mit ihren Seitenwechseln, und mit senkrechten Tabulatoren, wie sie Textprogramme setzen.</summary>
    [MitQuelleFact]
    public async Task Das_Kurzkonzept_laesst_sich_aus_der_PDF_Datei_einfuegen()
    {
        var eingefuegt = (await File.ReadAllTextAsync(Quelle()!)).ReplaceLineEndings("\n").Replace("Sozialplanung\n", "Sozialplanung\v", StringComparison.Ordinal);
        eingefuegt = string.Join('\f', eingefuegt.Chunk(5000).Select(c => new string(c)));
        Assert.Contains('\v', eingefuegt);
        Assert.True(eingefuegt.Length > 40_000);
        var kennung = await portal.KennungAsync(Gemeinde.BesuchZum75);
        using var client = await portal.AngemeldetAls(Gemeinde.Sprecherin);

        var antwort = await client.Abschicken($"/vorschlaege/{kennung}/schreiben", new Dictionary<string, string> { ["Felder[Bedarf].Wert"] = eingefuegt }, formular: "#schreiben", folgen: false, knopf: ("Aktion", "speichern"));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, antwort.Status);
        var erwartet = eingefuegt.Replace('\f', '\n').Replace('\v', '\n');
        Assert.Equal(erwartet, await portal.Db(db => db.Feldinhalte.Where(f => f.Feld == Vorschlagsfeld.Bedarf && db.Vorschlaege.Any(v => v.Id == f.VorschlagId && v.Kennung == kennung)).Select(f => f.Wert).SingleAsync()));

        // Auch ein Beitrag der Diskussion und der Text einer Seite nehmen ihn auf.
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await client.Abschicken($"/vorschlaege/{kennung}/diskussion", new Dictionary<string, string> { ["Text"] = eingefuegt[..6000] + "\fEnde\v!" }, folgen: false)).Status);
        using var gf = await portal.AngemeldetAls(Gemeinde.Geschaeftsfuehrung);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await gf.Abschicken("/verwaltung/texte/impressum", new Dictionary<string, string> { ["Text"] = eingefuegt }, folgen: false)).Status);
        Assert.Equal(erwartet, await portal.Db(db => db.Seitentexte.Where(s => s.Seite == "impressum").Select(s => s.Markdown).SingleAsync()));
    }

    private static async Task<(Akteur Wer, Vorschlag Vorschlag)> LadenAsync(Portal.Platform.Data.PortalDb db, string kennung)
    {
        var vorschlag = await db.Vorschlaege.Include(v => v.Felder).SingleAsync(v => v.Kennung == kennung);
        await db.Matrixzeilen.Where(z => z.VorschlagId == vorschlag.Id).LoadAsync();
        var person = await db.Personen.SingleAsync(p => p.EmailNormal == Person.Normal(Gemeinde.Sprecherin));
        return (new Akteur(person.Id, person.Name, [], new Dictionary<int, Mitgliedsrolle> { [vorschlag.FachgruppeId] = Mitgliedsrolle.Sprecher }), vorschlag);
    }
}
