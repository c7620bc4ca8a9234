using Microsoft.EntityFrameworkCore;
using Portal.Konferenzen;
using Portal.Stammdaten.Seiten;

namespace Portal.Startseite.Quellen;

/// <summary>Was einem neuen Portal noch fehlt, bis Menschen damit arbeiten können: für die Geschäftsführung, in der Reihenfolge, in der es gebraucht wird.</summary>
internal static class Einrichtungsquellen
{
    /// <summary>Eine Abfrage, und nichts, sobald alles da ist.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> Fehlendes(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung) return [];
        var db = blick.Db;
        var stand = await db.Kommune.OrderBy(k => k.Id).Select(k => new
        {
            OhneKontakt = k.Kontakt == "",
            EigeneTexte = db.Seitentexte.Count(s => s.Html != "" && s.Seite != Portalseiten.Startseite),
            OhneSozialraum = !db.Sozialraeume.Any(),
            OhneGruppe = !db.Fachgruppen.Any(),
            OhneOrdnung = !db.Geschaeftsordnungen.Any(g => g.GiltAb != null),
        }).FirstOrDefaultAsync();
        if (stand is null) return [];
        var ohneText = stand.EigeneTexte >= Portalseiten.Pflichtseiten.Count() ? [] : await OhneTextAsync(blick);
        (bool Fehlt, OffenerPunkt Punkt)[] punkte =
        [
            (stand.OhneKontakt, new("Anschrift und Telefon der Gemeinde eintragen", "Sie stehen am Ende jeder Seite.", "/verwaltung/gemeinde", "Eintragen")),
            (ohneText.Count > 0, new("Eigene Texte schreiben: " + string.Join(", ", ohneText), "Bis dahin steht dort ein vorläufiger Text des Portals.", "/verwaltung/texte", "Schreiben")),
            (stand.OhneSozialraum, new("Sozialräume anlegen", "Auf sie beziehen sich die Vorschläge; auch aus einer CSV-Datei.", "/verwaltung/sozialraeume", "Anlegen")),
            (stand.OhneGruppe, new("Die erste Fachgruppe anlegen", "Danach laden Sie ihre Sprecherin oder ihren Sprecher ein.", "/fachgruppen/neu", "Anlegen")),
            (stand.OhneOrdnung, new("Die Geschäftsordnung der Konferenz in Kraft setzen", "Sie regelt Bänke, Sitze und Kriterien; die Vorgabe können Sie ändern.", "/konferenz/geschaeftsordnung", "Ansehen")),
        ];
        return [.. punkte.Where(p => p.Fehlt).Select(p => p.Punkt)];
    }

    private static async Task<IReadOnlyList<string>> OhneTextAsync(Blick blick)
    {
        var eigene = await blick.Db.Seitentexte.Where(s => s.Html != "").Select(s => s.Seite).ToListAsync();
        return [.. Portalseiten.Pflichtseiten.Where(s => !eigene.Contains(s.Schluessel)).Select(s => s.Titel)];
    }
}
