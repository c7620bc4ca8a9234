using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Zugang;

/// <summary>Wie man Personen findet.</summary>
public static class Personenauswahl
{
    extension(PortalDb db)
    {
        /// <summary>Wer zur Geschäftsführung gehört und Post bekommt.</summary>
        public Task<List<Person>> GeschaeftsfuehrungAsync(CancellationToken abbruch = default) =>
            db.Personen.AsNoTracking().Where(p => !p.Gesperrt && p.Rollen.Contains(Rolle.Geschaeftsfuehrung)).ToListAsync(abbruch);

        /// <summary>Wer außer dieser Person die Geschäfte führen oder das Portal verwalten kann.</summary>
        public async Task<Verbleibende> VerbleibendeOhneAsync(int personId)
        {
            var uebrige = db.Users.Where(k => k.PersonId != personId && !k.Person.Gesperrt).Select(k => k.Person);
            return new(
                await uebrige.CountAsync(p => p.Rollen.Contains(Rolle.Geschaeftsfuehrung)),
                await uebrige.CountAsync(p => p.Rollen.Contains(Rolle.Administration) && !p.Rollen.Contains(Rolle.Geschaeftsfuehrung)));
        }
    }

    extension(IQueryable<Person> personen)
    {
        /// <summary>Jedes Wort muss in Name, Organisation oder E-Mail-Adresse vorkommen.</summary>
        public IQueryable<Person> MitWorten(string? suche)
        {
            foreach (var wort in (suche ?? "").ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5))
                personen = personen.Where(p => p.NameNormal.Contains(wort) || p.EmailNormal.Contains(wort));
            return personen;
        }

        public IQueryable<Person> MitRolle(Rolle? rolle) => rolle is { } r ? personen.Where(p => p.Rollen.Contains(r)) : personen;

        /// <summary>Wer noch da ist; ausgeschiedene Personen haben keinen Namen mehr und stehen in keiner Liste.</summary>
        public IQueryable<Person> Anwesende => personen.Where(p => p.AusgeschiedenAm == null);

        /// <summary>Nach Nachnamen geordnet, hinter der Person mit dieser Kennung.</summary>
        public IQueryable<Person> GeordnetNach(string? kennung)
        {
            var geordnet = personen.OrderBy(p => p.NameNormal).ThenBy(p => p.Id);
            if (string.IsNullOrEmpty(kennung)) return geordnet;
            return geordnet.Where(p => personen.Any(v => v.Kennung == kennung
                && (p.NameNormal.CompareTo(v.NameNormal) > 0 || (p.NameNormal == v.NameNormal && p.Id > v.Id))));
        }
    }
}
