using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Verlauf;
using Portal.Zugang;

namespace Portal.Startseite;

/// <summary>Was seit dem letzten Besuch an einem Gegenstand geschah, das Jüngste zuerst.</summary>
public sealed record Neuigkeit(string Titel, string Adresse, string Kreis, IReadOnlyList<Neuigkeitszeile> Zeilen)
{
    /// <summary>So viele Zeilen stehen da; der Rest ist nur gezählt.</summary>
    public const int Gezeigt = 3;
}

public sealed record Neuigkeitszeile(string Wer, string Satz, DateTime Zeitpunkt);

/// <summary>Die Ereignisse der eigenen Gruppen; für die Geschäftsführung dazu, was alle angeht. Das eigene Tun ist nicht neu.</summary>
public static class Neuigkeiten
{
    /// <summary>Wer noch nie „gelesen“ sagte, sieht die letzten dreißig Tage; weiter zurück führt der Verlauf.</summary>
    private static readonly TimeSpan s_rueckblick = TimeSpan.FromDays(30);

    /// <summary>So viel Neues steht auf der Startseite; der Rest auf Verlangen.</summary>
    public const int Gezeigt = 12;

    private const int Hoechstens = 150;

    public static async Task<IReadOnlyList<Neuigkeit>> SeitAsync(Blick blick)
    {
        var (db, ich, alsGeschaeftsfuehrung) = (blick.Db, blick.Wer.PersonId, blick.Wer.IstGeschaeftsfuehrung);
        var seit = blick.Wer.ZuletztGelesen is { } gelesen && gelesen > blick.Jetzt - s_rueckblick ? gelesen : blick.Jetzt - s_rueckblick;
        var (gruppen, gefuehrte) = (blick.Gruppen.ToArray(), blick.GefuehrteGruppen.ToArray());
        if (gruppen.Length == 0 && !alsGeschaeftsfuehrung) return [];
        var zeilen = await db.Ereignisse.AsNoTracking()
            .Where(e => e.Zeitpunkt > seit && (e.PersonId == null || e.PersonId != ich) && e.FachgruppeId != null
                && ((gruppen.Contains(e.FachgruppeId.Value) && ((e.Gegenstand != "Beitrittsanfrage" && e.Gegenstand != "Einladung") || gefuehrte.Contains(e.FachgruppeId.Value))) || (alsGeschaeftsfuehrung && e.Oeffentlich)))
            .OrderByDescending(e => e.Zeitpunkt).ThenByDescending(e => e.Id).Take(Hoechstens)
            .Select(e => new
            {
                e.Gegenstand,
                e.Kennung,
                e.Bezeichnung,
                e.Satz,
                e.Zeitpunkt,
                Person = db.Personen.Where(p => p.Id == e.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault(),
                Gruppe = db.Fachgruppen.Where(g => g.Id == e.FachgruppeId).Select(g => new { g.Kennung, g.Name }).First(),
                Vorschlag = e.Gegenstand == "Kommentar" ? db.Kommentare.Where(k => k.Kennung == e.Kennung).Select(k => new { k.Vorschlag.Kennung, k.Vorschlag.Titel }).FirstOrDefault() : null,
            }).ToListAsync();
        return [.. zeilen
            .Select(z => (Titel: z.Vorschlag?.Titel ?? z.Bezeichnung, Adresse: z.Vorschlag is { } v ? $"/vorschlaege/{v.Kennung}" : Gegenstandsadresse.Von(z.Gegenstand, z.Kennung, z.Gruppe.Kennung),
                Kreis: z.Gruppe.Name, Zeile: new Neuigkeitszeile(Urheber.Von(z.Person, z.Gegenstand, z.Bezeichnung), z.Satz, z.Zeitpunkt)))
            .GroupBy(z => (z.Adresse, z.Kreis)).Select(g => new Neuigkeit(Ueberschrift(g.First().Titel, g.Key.Adresse, g.Key.Kreis), g.Key.Adresse, g.Key.Kreis, [.. g.Select(z => z.Zeile)]))];
    }

    private static string Ueberschrift(string titel, string adresse, string kreis) =>
        adresse.EndsWith("/mitglieder", StringComparison.Ordinal) ? $"Mitglieder: {kreis}" : titel.Length > 0 ? titel : "Ohne Titel";
}
