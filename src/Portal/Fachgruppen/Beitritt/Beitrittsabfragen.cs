using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Fachgruppen.Beitritt;

internal static class Beitrittsabfragen
{
    extension(PortalDb db)
    {
        /// <summary>Adresse und Name der Sprecher:innen; hat die Gruppe noch keine, der Geschäftsführung.</summary>
        public async Task<List<(string Email, string Name)>> WerUeberBeitritteEntscheidetAsync(int fachgruppeId)
        {
            var sprechende = await db.Mitgliedschaften.Sprechende.Where(m => m.FachgruppeId == fachgruppeId && !m.Person.Gesperrt)
                .Select(m => new { m.Person.Email, m.Person.Vorname, m.Person.Nachname }).ToListAsync();
            if (sprechende.Count == 0)
                sprechende = await db.Personen.Where(p => !p.Gesperrt && p.Rollen.Contains(Rolle.Geschaeftsfuehrung)).Select(p => new { p.Email, p.Vorname, p.Nachname }).ToListAsync();
            return [.. sprechende.Select(p => (p.Email, $"{p.Vorname} {p.Nachname}".Trim()))];
        }
    }
}
