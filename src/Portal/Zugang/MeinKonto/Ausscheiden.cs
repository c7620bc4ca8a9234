using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;

namespace Portal.Zugang.MeinKonto;

/// <summary>Was mit den Spuren einer Person geschieht, die das Portal verlässt.</summary>
internal static class Ausscheiden
{
    extension(PortalDb db)
    {
        /// <summary>
        /// Beendet die Mitgliedschaften und nimmt Namen und Adresse überall heraus, auch aus der Geschichte. Speichert nicht.
        /// </summary>
        public async Task AusscheidenAsync(Person person, DateTime jetzt)
        {
            var (email, normal, name) = (person.Email, person.EmailNormal, person.Name);
            var mitgliedschaften = await db.Mitgliedschaften.Where(m => m.PersonId == person.Id).ToListAsync();
            foreach (var mitgliedschaft in mitgliedschaften.Where(m => m.IstAktuell)) mitgliedschaft.Beenden(Ortszeit.Datum(jetzt));

            db.RemoveRange(await db.Einladungen.Where(e => e.EmailNormal == normal).ToListAsync());
            db.RemoveRange(await db.Beitrittsanfragen.Where(a => a.EmailNormal == normal).ToListAsync());
            db.RemoveRange(await db.OutgoingMails.Where(m => m.ToAddress == email).ToListAsync());
            db.RemoveRange(await db.Personenlisten.Where(l => l.VonPersonId == person.Id).ToListAsync());

            var kreise = mitgliedschaften.Select(m => (int?)m.FachgruppeId).Distinct().ToList();
            var geschichte = await db.Ereignisse.Where(e =>
                e.Satz.Contains(email) || e.Bezeichnung == email || (e.Gegenstand == person.Gegenstand && e.Kennung == person.Kennung)
                || (kreise.Contains(e.FachgruppeId) && (e.Satz.Contains(name) || e.Bezeichnung == name))).ToListAsync();
            person.Ausscheiden(jetzt);
            foreach (var ereignis in geschichte)
            {
                ereignis.NameErsetzen(email, "(Adresse gelöscht)");
                ereignis.NameErsetzen(name, person.Name);
            }
        }
    }
}
