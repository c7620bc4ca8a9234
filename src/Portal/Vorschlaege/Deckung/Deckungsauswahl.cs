using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Vorschlaege.Deckung;

public static class Deckungsauswahl
{
    extension(PortalDb db)
    {
        /// <summary>Die Zeilen der Matrizen dieser Vorschläge. Nur für Vorschläge rufen, die <see cref="Vorschlagsauswahl"/> schon gezeigt hat.</summary>
        public async Task<ILookup<int, Zeileninhalt>> MatrizenAsync(int[] ids, CancellationToken abbruch = default) =>
            (await db.Matrixzeilen.AsNoTracking().Where(z => ids.Contains(z.VorschlagId)).OrderBy(z => z.VorschlagId).ThenBy(z => z.Zielfeld).ThenBy(z => z.Reihenfolge)
                .Select(z => new { z.VorschlagId, z.Kennung, z.Zielfeld, z.Werte }).ToListAsync(abbruch))
            .ToLookup(z => z.VorschlagId, z => new Zeileninhalt(z.Kennung, z.Zielfeld, z.Werte));
    }
}
