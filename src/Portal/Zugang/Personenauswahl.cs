using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Zugang;

/// <summary>Wie man Personen findet.</summary>
public static class Personenauswahl
{
    extension(PortalDb db)
    {
        /// <summary>Wer außer dieser Person die Geschäfte führen oder das Portal verwalten kann.</summary>
        public async Task<Verbleibende> VerbleibendeOhneAsync(int personId)
        {
            var uebrige = db.Users.Where(k => k.PersonId != personId && !k.Person.Gesperrt).Select(k => k.Person);
            return new(
                await uebrige.CountAsync(p => p.Rollen.Contains(Rolle.Geschaeftsfuehrung)),
                await uebrige.CountAsync(p => p.Rollen.Contains(Rolle.Administration) && !p.Rollen.Contains(Rolle.Geschaeftsfuehrung)));
        }
    }
}
