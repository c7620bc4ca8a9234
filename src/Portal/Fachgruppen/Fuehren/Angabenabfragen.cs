using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;

namespace Portal.Fachgruppen.Fuehren;

/// <summary>Was Gründung und Änderung einer Gruppe gemeinsam nachschlagen.</summary>
internal static class Angabenabfragen
{
    extension(PortalDb db)
    {
        /// <exception cref="RegelVerletzt">wenn eine Gruppe schon so heißt oder der Name eine Adresse des Portals wäre.</exception>
        public async Task NameIstFreiAsync(string kennung)
        {
            if (kennung == "neu") throw new RegelVerletzt("So kann eine Gruppe nicht heißen. Wählen Sie bitte einen Namen, der ihr Thema nennt.", nameof(Angabenform.Name));
            if (await db.Fachgruppen.AnyAsync(g => g.Kennung == kennung)) throw new RegelVerletzt("Eine Gruppe mit diesem Namen gibt es schon.", nameof(Angabenform.Name));
        }

        public async Task<int?> HandlungsfeldIdAsync(string? kennung)
        {
            if (string.IsNullOrEmpty(kennung)) return null;
            return await db.Handlungsfelder.Where(h => h.Kennung == kennung).Select(h => (int?)h.Id).FirstOrDefaultAsync()
                ?? throw new RegelVerletzt("Dieses Handlungsfeld gibt es nicht mehr. Wählen Sie bitte ein anderes.", nameof(Angabenform.Handlungsfeld));
        }

        /// <summary>Die Felder, die zur Wahl stehen, dazu das schon gewählte.</summary>
        public async Task<List<SelectListItem>> HandlungsfeldwahlAsync(string? gewaehlt) =>
        [
            new("Keines – die Gruppe hat ein Querschnittsthema", ""),
            .. await db.Handlungsfelder.AsNoTracking().Where(h => !h.Stillgelegt || h.Kennung == gewaehlt).OrderBy(h => h.Reihenfolge).ThenBy(h => h.Name)
                .Select(h => new SelectListItem(h.Name, h.Kennung, h.Kennung == gewaehlt)).ToListAsync(),
        ];
    }
}
