using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Vorschlaege;
using Portal.Vorschlaege.Diskussion;

namespace Portal.Startseite.Quellen;

/// <summary>Was mit Vorschlägen zu tun ist.</summary>
internal static class Vorschlagsquellen
{
    /// <summary>So viele Tage vor der Einreichungsfrist stehen die Vorschläge der eigenen Gruppen auf der Liste.</summary>
    private const int Vorlauf = 90;

    private const int Hoechstens = 12;

    public static async Task<IReadOnlyList<OffenerPunkt>> Zurueckgegebene(Blick blick)
    {
        if (blick.Gruppen.Count == 0) return [];
        var gruppen = blick.Gruppen.ToArray();
        var zurueckgegebene = await blick.Db.Vorschlaege.Where(v => gruppen.Contains(v.FachgruppeId) && v.Zustand == Vorschlagszustand.Zurueckgegeben)
            .OrderBy(v => v.StandSeit).Take(Hoechstens).Select(v => new { v.Kennung, v.Titel, v.StandSeit, Gruppe = v.Fachgruppe.Name }).ToListAsync();
        return [.. zurueckgegebene.Select(v => new OffenerPunkt($"Überarbeiten: {v.Titel}", $"{v.Gruppe} · zurückgegeben; der Grund steht beim Vorschlag", $"/vorschlaege/{v.Kennung}", "Grund lesen",
            Bis: blick.Einreichungsfrist >= blick.Heute ? blick.Einreichungsfrist : null, Seit: Ortszeit.Datum(v.StandSeit)))];
    }

    /// <summary>Was noch geschrieben wird, solange die Frist läuft, und wie viel daran noch fehlt: vier Abfragen, gleich wie viele Vorschläge es sind.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> Einzureichende(Blick blick)
    {
        if (blick.Gruppen.Count == 0 || blick.Einreichungsfrist is not { } frist || frist < blick.Heute || frist > blick.Heute.AddDays(Vorlauf)) return [];
        var gruppen = blick.Gruppen.ToArray();
        var vorschlaege = await blick.Db.Vorschlaege
            .Where(v => gruppen.Contains(v.FachgruppeId) && (v.Zustand == Vorschlagszustand.Entwurf || v.Zustand == Vorschlagszustand.InBeratung))
            .OrderByDescending(v => v.GeaendertAm).Take(Hoechstens).Select(v => new { v.Id, v.Kennung, v.Titel, v.FachgruppeId, Gruppe = v.Fachgruppe.Name }).ToListAsync();
        if (vorschlaege.Count == 0) return [];
        var nummern = vorschlaege.Select(v => v.Id).ToArray();
        var formular = await blick.Db.FormularAsync();
        var felder = (await blick.Db.Feldinhalte.Where(f => nummern.Contains(f.VorschlagId)).Select(f => new { f.VorschlagId, f.Feld, f.Wert }).ToListAsync()).ToLookup(f => f.VorschlagId);
        var zeilen = (await blick.Db.Matrixzeilen.AsNoTracking().Where(z => nummern.Contains(z.VorschlagId)).OrderBy(z => z.Reihenfolge).ToListAsync()).ToLookup(z => z.VorschlagId);
        return [.. vorschlaege.Select(v =>
        {
            var inhalt = new Vorschlagsinhalt(felder[v.Id].ToDictionary(f => f.Feld, f => f.Wert), [.. zeilen[v.Id].Select(z => new Zeileninhalt(z.Kennung, z.Zielfeld, z.Werte))]);
            var fehlend = Vollstaendigkeit.Luecken(inhalt, formular).Count;
            var spricht = blick.Wer.IstSprecherVon(v.FachgruppeId);
            return new OffenerPunkt($"{(fehlend == 0 && spricht ? "Einreichen" : "Fertigstellen")}: {(v.Titel.Length > 0 ? v.Titel : "Ohne Titel")}",
                $"{v.Gruppe} · {(fehlend == 0 ? spricht ? "alle Angaben sind da" : "alle Angaben sind da; eine Sprecher:in reicht ein" : $"es {(fehlend == 1 ? "fehlt" : "fehlen")} noch {Texte.Anzahl(fehlend, "Angabe", "Angaben")}")}",
                $"/vorschlaege/{v.Kennung}{(fehlend == 0 ? "" : "/schreiben")}", fehlend == 0 ? "Ansehen" : "Weiterschreiben", Bis: frist);
        })];
    }

    public static async Task<IReadOnlyList<OffenerPunkt>> ZuSichtende(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung) return [];
        var eingereichte = await blick.Db.Vorschlaege.Where(v => v.Zustand == Vorschlagszustand.Eingereicht).OrderBy(v => v.StandSeit).Take(Hoechstens)
            .Select(v => new { v.Kennung, v.Titel, v.StandSeit, Gruppe = v.Fachgruppe.Name }).ToListAsync();
        return [.. eingereichte.Select(v => new OffenerPunkt($"Sichten: {v.Titel}", $"{v.Gruppe} · Nummer {v.Kennung}", $"/vorschlaege/{v.Kennung}", "Sichten", Seit: Ortszeit.Datum(v.StandSeit)))];
    }

    /// <summary>Wo jemand mit @Name um etwas gebeten hat; je Vorschlag ein Punkt.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> Erwaehnungen(Blick blick)
    {
        var offene = await blick.Db.OffeneErwaehnungen(blick.Wer).Take(50).Select(e => new
        {
            e.Kommentar.Vorschlag.Kennung,
            e.Kommentar.Vorschlag.Titel,
            e.AngesprochenAm,
            Von = blick.Db.Personen.Where(p => p.Id == e.Kommentar.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault(),
        }).ToListAsync();
        return [.. offene.GroupBy(e => (e.Kennung, e.Titel)).Take(Hoechstens).Select(g => new OffenerPunkt(
            $"{string.Join(" und ", g.Select(e => e.Von).Distinct().Take(2))} {(g.Select(e => e.Von).Distinct().Count() == 1 ? "hat" : "haben")} Sie angesprochen", g.Key.Titel,
            $"/vorschlaege/{g.Key.Kennung}/diskussion", "Lesen", Seit: Ortszeit.Datum(g.Min(e => e.AngesprochenAm))))];
    }

    public static Task<IReadOnlyList<Termin>> Fristtermin(Blick blick) => Task.FromResult<IReadOnlyList<Termin>>(
        blick.Einreichungsfrist is { } frist ? [new Termin(frist, "Einreichungsfrist", "Bis 24 Uhr können Vorschläge eingereicht werden", "/vorschlaege")] : []);
}
