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
        var alle = blick.Db.Vorschlaege.Where(v => gruppen.Contains(v.FachgruppeId) && v.Zustand == Vorschlagszustand.Zurueckgegeben);
        var zurueckgegebene = await alle.OrderBy(v => v.StandSeit).Take(Hoechstens).Select(v => new { v.Kennung, v.Titel, v.StandSeit, Gruppe = v.Fachgruppe.Name }).ToListAsync();
        DateOnly? bis = blick.Einreichungsfrist >= blick.Heute ? blick.Einreichungsfrist : null;
        return
        [
            .. zurueckgegebene.Select(v => new OffenerPunkt($"Überarbeiten: {v.Titel}", $"{v.Gruppe} · zurückgegeben; der Grund steht beim Vorschlag", $"/vorschlaege/{v.Kennung}", "Grund lesen",
                Bis: bis, Seit: Ortszeit.Datum(v.StandSeit))),
            .. zurueckgegebene.Count < Hoechstens ? [] : await WeitereAsync(alle, zurueckgegebene.Count, "zurückgegeben", "/vorschlaege?zustand=zurueckgegeben", bis),
        ];
    }

    /// <summary>Was noch geschrieben wird, solange die Frist läuft, und wie viel daran noch fehlt: höchstens sechs Abfragen, gleich wie viele Vorschläge es sind.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> Einzureichende(Blick blick)
    {
        if (blick.Gruppen.Count == 0 || blick.Einreichungsfrist is not { } frist || frist < blick.Heute || frist > blick.Heute.AddDays(Vorlauf)) return [];
        var gruppen = blick.Gruppen.ToArray();
        var alle = blick.Db.Vorschlaege.Where(v => gruppen.Contains(v.FachgruppeId) && (v.Zustand == Vorschlagszustand.Entwurf || v.Zustand == Vorschlagszustand.InBeratung));
        var vorschlaege = await alle.OrderByDescending(v => v.GeaendertAm).Take(Hoechstens).Select(v => new { v.Id, v.Kennung, v.Titel, v.Zustand, v.FachgruppeId, Gruppe = v.Fachgruppe.Name }).ToListAsync();
        if (vorschlaege.Count == 0) return [];
        var nummern = vorschlaege.Select(v => v.Id).ToArray();
        var formular = await blick.Db.FormularAsync();
        var felder = (await blick.Db.Feldinhalte.Where(f => nummern.Contains(f.VorschlagId)).Select(f => new { f.VorschlagId, f.Feld, f.Wert }).ToListAsync()).ToLookup(f => f.VorschlagId);
        var zeilen = (await blick.Db.Matrixzeilen.AsNoTracking().Where(z => nummern.Contains(z.VorschlagId)).OrderBy(z => z.Reihenfolge).ToListAsync()).ToLookup(z => z.VorschlagId);
        var punkte = vorschlaege.Select(v =>
        {
            var inhalt = new Vorschlagsinhalt(felder[v.Id].ToDictionary(f => f.Feld, f => f.Wert), [.. zeilen[v.Id].Select(z => new Zeileninhalt(z.Kennung, z.Zielfeld, z.Werte))]);
            var fehlend = Vollstaendigkeit.Luecken(inhalt, formular).Count;
            var spricht = blick.Wer.IstSprecherVon(v.FachgruppeId);
            return new OffenerPunkt($"{(fehlend == 0 && spricht ? "Einreichen" : "Fertigstellen")}: {(v.Titel.Length > 0 ? v.Titel : "Ohne Titel")}",
                $"{v.Gruppe} · {(fehlend == 0 ? spricht ? "alle Angaben sind da" : "alle Angaben sind da; einreichen können die Sprecher:innen" : $"es {(fehlend == 1 ? "fehlt" : "fehlen")} noch {Texte.Anzahl(fehlend, "Angabe", "Angaben")}")}",
                $"/vorschlaege/{v.Kennung}{(fehlend == 0 ? "" : "/schreiben")}", fehlend == 0 ? "Ansehen" : "Weiterschreiben", Bis: frist);
        });
        if (vorschlaege.Count < Hoechstens) return [.. punkte];
        // Die Liste filtert nach einem Stand, also führt jeder zu den Seinen.
        return
        [
            .. punkte,
            .. await WeitereIn(Vorschlagszustand.Entwurf, "im Entwurf"),
            .. await WeitereIn(Vorschlagszustand.InBeratung, "in Beratung"),
        ];

        Task<IReadOnlyList<OffenerPunkt>> WeitereIn(Vorschlagszustand zustand, string was) => WeitereAsync(
            alle.Where(v => v.Zustand == zustand), vorschlaege.Count(v => v.Zustand == zustand), was, $"/vorschlaege?zustand={zustand.ToString().ToLowerInvariant()}", frist);
    }

    public static async Task<IReadOnlyList<OffenerPunkt>> ZuSichtende(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung) return [];
        var alle = blick.Db.Vorschlaege.ZurSichtung();
        var eingereichte = await alle.Take(Hoechstens)
            .Select(v => new { v.Kennung, v.Titel, v.StandSeit, Gruppe = v.Fachgruppe.Name }).ToListAsync();
        return
        [
            .. eingereichte.Select(v => new OffenerPunkt($"Sichten: {v.Titel}", $"{v.Gruppe} · Nummer {v.Kennung}", $"/vorschlaege/{v.Kennung}", "Sichten", Seit: Ortszeit.Datum(v.StandSeit))),
            .. eingereichte.Count < Hoechstens ? [] : await WeitereAsync(alle, eingereichte.Count, "zu sichten", "/sichtung"),
        ];
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

    /// <summary>Ein Punkt für alle, die keinen eigenen mehr bekommen haben; niemand soll glauben, es seien nur <see cref="Hoechstens"/>.</summary>
    private static async Task<IReadOnlyList<OffenerPunkt>> WeitereAsync(IQueryable<Vorschlag> alle, int gezeigt, string was, string adresse, DateOnly? bis = null)
    {
        if (await alle.CountAsync() - gezeigt is not (> 0 and var weitere)) return [];
        return [new($"{Texte.Anzahl(weitere, "weiterer Vorschlag", "weitere Vorschläge")} {was}", weitere == 1 ? "steht in der Liste" : "stehen in der Liste", adresse, "Liste ansehen", Bis: bis)];
    }

    public static Task<IReadOnlyList<Termin>> Fristtermin(Blick blick) => Task.FromResult<IReadOnlyList<Termin>>(
        blick.Einreichungsfrist is { } frist ? [new Termin(frist, "Einreichungsfrist", "Bis 24 Uhr können Vorschläge eingereicht werden", "/vorschlaege")] : []);
}
