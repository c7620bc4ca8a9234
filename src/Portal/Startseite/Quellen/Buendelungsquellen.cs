using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Grundbegriffe;

namespace Portal.Startseite.Quellen;

/// <summary>Welche Bündelung auf die Antwort einer Gruppe wartet.</summary>
internal static class Buendelungsquellen
{
    public static async Task<IReadOnlyList<OffenerPunkt>> Unbeantwortete(Blick blick)
    {
        if (blick.GefuehrteGruppen.Count == 0) return [];
        var eigene = blick.GefuehrteGruppen.ToArray();
        var offene = await blick.Db.Buendelungen
            .Where(b => b.Zustand == Buendelungszustand.Vorgeschlagen && b.Teile.Any(t => t.Zugestimmt == null && eigene.Contains(t.Vorschlag.FachgruppeId)))
            .OrderBy(b => b.AngelegtAm).Take(20).Select(b => new { b.Kennung, b.Titel, b.AngelegtAm }).ToListAsync();
        return [.. offene.Select(b => new OffenerPunkt($"Bündeln? {b.Titel}", "Ihre Gruppe ist gefragt", $"/buendelungen/{b.Kennung}", "Antworten", Seit: Ortszeit.Datum(b.AngelegtAm)))];
    }
}
