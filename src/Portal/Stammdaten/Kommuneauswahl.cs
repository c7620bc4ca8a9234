using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;

namespace Portal.Stammdaten;

public static class Kommuneauswahl
{
    extension(PortalDb db)
    {
        /// <summary>Die Gemeinde zum Ändern; beim ersten Mal wird sie angelegt.</summary>
        public async Task<Kommune> KommuneZumAendernAsync()
        {
            if (await db.Kommune.OrderBy(k => k.Id).FirstOrDefaultAsync() is { } kommune) return kommune;
            kommune = new Kommune { Version = Planungsobjekt.ErsteVersion };
            db.Kommune.Add(kommune);
            return kommune;
        }
    }
}
