using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Stammdaten.Sozialraeume;

internal static class Sozialraumabfragen
{
    extension(PortalDb db)
    {
        public Task<List<Sozialraum>> SozialraeumeGeordnetAsync() => db.Sozialraeume.OrderBy(r => r.Reihenfolge).ThenBy(r => r.Name).ToListAsync();

        /// <summary>Wie viele Vorschläge einen Raum nennen; Räume ohne Vorschlag fehlen.</summary>
        public async Task<Dictionary<int, int>> RaumverwendungenAsync() =>
            await db.Vorschlaege.SelectMany(v => v.Sozialraeume).GroupBy(s => s.Id).Select(g => new { g.Key, Zahl = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Zahl);
    }
}
