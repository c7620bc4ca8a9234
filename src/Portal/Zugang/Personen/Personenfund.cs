using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Zugang.Personen;

internal static class Personenfund
{
    extension(PortalDb db)
    {
        public Task<Person?> PersonAsync(string kennung) => db.Personen.FirstOrDefaultAsync(p => p.Kennung == kennung);

        /// <summary>Alles, was die Seite einer Person zeigt; nichts, wenn es sie nicht gibt.</summary>
        public async Task<Personenseite?> PersonenseiteAsync(string kennung, Akteur wer, DateTime jetzt)
        {
            if (await db.PersonAsync(kennung) is not { } person) return null;
            var zeile = await db.Users.Where(k => k.PersonId == person.Id).Select(k => new
            {
                HatKennwort = k.PasswordHash != null,
                k.TwoFactorEnabled,
                Passkeys = db.UserPasskeys.Count(p => p.UserId == k.Id),
                k.ZuletztAngemeldet,
                k.LockoutEnd,
            }).FirstOrDefaultAsync();
            var gesperrtBis = zeile?.LockoutEnd?.UtcDateTime is { } ende && ende > jetzt ? ende : (DateTime?)null;
            var konto = zeile is null ? null : new Kontostand(zeile.HatKennwort, zeile.TwoFactorEnabled, zeile.Passkeys, zeile.ZuletztAngemeldet, gesperrtBis);
            var gruppen = await (from m in db.Mitgliedschaften
                                 where m.PersonId == person.Id
                                 orderby m.Bis != null, m.Von descending, m.Id
                                 select new Gruppenzeile(m.Fachgruppe.Name, m.Fachgruppe.Kennung, m.Rolle, m.Von, m.Bis)).Take(50).ToListAsync();
            var einladungen = await db.Einladungen.AsNoTracking().Where(e => e.EmailNormal == person.EmailNormal).OrderByDescending(e => e.Id).Take(20).ToListAsync();
            var geschichte = await db.Ereignisse.AsNoTracking().Where(e => e.Gegenstand == person.Gegenstand && e.Kennung == person.Kennung).OrderByDescending(e => e.Id).Take(20).ToListAsync();
            var taeter = geschichte.Select(e => e.PersonId).OfType<int>().Distinct().ToList();
            var namen = await db.Personen.Where(p => taeter.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
            var uebrig = await db.VerbleibendeOhneAsync(person.Id);
            Rolle[] umgekehrt = person.Rollen.Contains(Rolle.Geschaeftsfuehrung) ? [.. person.Rollen.Where(r => r != Rolle.Geschaeftsfuehrung)] : [.. person.Rollen, Rolle.Geschaeftsfuehrung];
            return new(person, konto, gruppen, einladungen, geschichte, namen,
                Personenregeln.DarfSperren(person, wer, uebrig), Personenregeln.DarfEntsperren(person, wer),
                Personenregeln.DarfZweitenFaktorEntfernen(person, konto?.ZweiterFaktor ?? false, wer), Personenregeln.DarfRollenSetzen(person, umgekehrt, wer, uebrig),
                Personenregeln.DarfPersonLoeschen(person, wer, uebrig), jetzt);
        }
    }
}
