using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Verlauf;
using Portal.Zugang;

namespace Portal.Startseite;

/// <summary>Was seit dem letzten Besuch an einem Gegenstand geschah, das Jüngste zuerst.</summary>
/// <param name="Weitere">So viele Zeilen sind nur gezählt.</param>
public sealed record Neuigkeit(string Titel, string Adresse, string Kreis, IReadOnlyList<Neuigkeitszeile> Zeilen, int Weitere);

public sealed record Neuigkeitszeile(string Wer, string Satz, DateTime Zeitpunkt);

/// <summary>Die Ereignisse der eigenen Gruppen; für die Geschäftsführung dazu, was alle angeht. Das eigene Tun ist nicht neu.</summary>
public static class Neuigkeiten
{
    /// <summary>Wer noch nie „gelesen“ sagte, sieht die letzten dreißig Tage; weiter zurück führt der Verlauf.</summary>
    private static readonly TimeSpan s_rueckblick = TimeSpan.FromDays(30);

    /// <summary>So viel Neues steht auf der Startseite; der Rest auf Verlangen.</summary>
    private const int Gezeigt = 12;

    private const int Zeilen = 3;
    private const int Hoechstens = 150;

    /// <returns>Das Neueste zuerst, je Gegenstand eine Neuigkeit; und wie viele es außer den gezeigten gibt.</returns>
    public static async Task<(IReadOnlyList<Neuigkeit> Neues, int Weitere)> SeitAsync(Blick blick, bool alles)
    {
        var spuren = await SpurenAsync(blick);
        if (spuren.Count == 0) return ([], 0);
        var ids = spuren.Select(s => s.FachgruppeId).Distinct().ToArray();
        var kreise = await blick.Db.Fachgruppen.AsNoTracking().Where(g => ids.Contains(g.Id)).Select(g => new { g.Id, g.Kennung, g.Name }).ToDictionaryAsync(g => g.Id);
        var gegenstaende = spuren.GroupBy(s => (Adresse: s.Vorschlag is { } v ? $"/vorschlaege/{v}" : Gegenstandsadresse.Von(s.Gegenstand, s.Kennung, kreise[s.FachgruppeId].Kennung), Kreis: kreise[s.FachgruppeId].Name)).ToList();
        var gezeigt = alles ? gegenstaende : gegenstaende[..Math.Min(Gezeigt, gegenstaende.Count)];
        var zeilen = await ZeilenAsync(blick.Db, [.. gezeigt.SelectMany(g => g.Take(Zeilen)).Select(s => s.Id)]);
        var neues = gezeigt.Select(g => new Neuigkeit(Ueberschrift(zeilen[g.First().Id].Titel, g.Key.Adresse, g.Key.Kreis), g.Key.Adresse, g.Key.Kreis,
            [.. g.Take(Zeilen).Select(s => zeilen[s.Id].Zeile)], Math.Max(0, g.Count() - Zeilen)));
        return ([.. neues], gegenstaende.Count - gezeigt.Count);
    }

    private static async Task<List<Spur>> SpurenAsync(Blick blick)
    {
        var (db, ich, alsGeschaeftsfuehrung) = (blick.Db, blick.Wer.PersonId, blick.Wer.IstGeschaeftsfuehrung);
        var seit = blick.Wer.ZuletztGelesen is { } gelesen && gelesen > blick.Jetzt - s_rueckblick ? gelesen : blick.Jetzt - s_rueckblick;
        var (gruppen, gefuehrte) = (blick.Gruppen.ToArray(), blick.GefuehrteGruppen.ToArray());
        if (gruppen.Length == 0 && !alsGeschaeftsfuehrung) return [];
        return await db.Ereignisse.AsNoTracking()
            .Where(e => e.Zeitpunkt > seit && (e.PersonId == null || e.PersonId != ich) && e.FachgruppeId != null
                && ((gruppen.Contains(e.FachgruppeId.Value) && ((e.Gegenstand != "Beitrittsanfrage" && e.Gegenstand != "Einladung") || gefuehrte.Contains(e.FachgruppeId.Value))) || (alsGeschaeftsfuehrung && e.Oeffentlich)))
            .OrderByDescending(e => e.Zeitpunkt).ThenByDescending(e => e.Id).Take(Hoechstens)
            .Select(e => new Spur(e.Id, e.Gegenstand, e.Kennung, e.FachgruppeId!.Value,
                e.Gegenstand == "Kommentar" ? db.Kommentare.Where(k => k.Kennung == e.Kennung).Select(k => k.Vorschlag.Kennung).FirstOrDefault() : null))
            .ToListAsync();
    }

    /// <summary>Was nur die gezeigten brauchen: wer, was und wann, und wie der Gegenstand heißt.</summary>
    private static async Task<Dictionary<long, (string Titel, Neuigkeitszeile Zeile)>> ZeilenAsync(PortalDb db, long[] ids)
    {
        var zeilen = await db.Ereignisse.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new
        {
            e.Id,
            e.Gegenstand,
            e.Bezeichnung,
            e.Satz,
            e.Zeitpunkt,
            Person = db.Personen.Where(p => p.Id == e.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault(),
            Titel = e.Gegenstand == "Kommentar" ? db.Kommentare.Where(k => k.Kennung == e.Kennung).Select(k => k.Vorschlag.Titel).FirstOrDefault() : null,
        }).ToListAsync();
        return zeilen.ToDictionary(z => z.Id, z => (z.Titel ?? z.Bezeichnung, new Neuigkeitszeile(Urheber.Von(z.Person, z.Gegenstand, z.Bezeichnung), z.Satz, z.Zeitpunkt)));
    }

    /// <param name="Vorschlag">Die Kennung dessen, den ein Kommentar betrifft.</param>
    private sealed record Spur(long Id, string Gegenstand, string Kennung, int FachgruppeId, string? Vorschlag);

    private static string Ueberschrift(string titel, string adresse, string kreis) =>
        adresse.EndsWith("/mitglieder", StringComparison.Ordinal) ? $"Mitglieder: {kreis}" : titel.Length > 0 ? titel : "Ohne Titel";
}
