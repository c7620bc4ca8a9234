using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Zugang;

/// <summary>Wie man Konten findet.</summary>
public static class Kontoauswahl
{
    extension(PortalDb db)
    {
        /// <summary>Das Konto zu einer E-Mail-Adresse, mit seiner Person; Groß- und Kleinschreibung zählt nicht.</summary>
        public Task<Konto?> KontoZuAdresseAsync(string email)
        {
            var normal = Person.Normal(email);
            return db.Users.Include(k => k.Person).FirstOrDefaultAsync(k => k.Person.EmailNormal == normal);
        }

        /// <summary>Der Link zu diesem Geheimnis, ob er noch gilt oder nicht; nichts, wenn es ihn nie gab.</summary>
        public Task<Zugangslink?> ZugangslinkAsync(Linkzweck zweck, string geheimnis)
        {
            var abdruck = Einladung.AbdruckVon(geheimnis);
            return db.Zugangslinks.Include(l => l.Konto!.Person).FirstOrDefaultAsync(l => l.Abdruck == abdruck && l.Zweck == zweck);
        }

        /// <summary>Ob es zu dieser Adresse schon ein Konto gibt.</summary>
        public Task<bool> HatKontoAsync(string emailNormal) => db.Users.AnyAsync(k => k.Person.EmailNormal == emailNormal);

        /// <summary>Das eigene Konto, mit seiner Person.</summary>
        public Task<Konto> KontoVonAsync(Akteur wer) => db.Users.Include(k => k.Person).FirstAsync(k => k.PersonId == wer.PersonId);

        /// <summary>Hält fest, wann die letzte Anmeldung gelang; was zugleich an diesem Konto geschieht, steht dem nicht entgegen.</summary>
        public Task AnmeldungVermerkenAsync(Konto konto, DateTime jetzt) =>
            db.WriteAsync(() => db.Users.Where(k => k.Id == konto.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.ZuletztAngemeldet, jetzt)));
    }
}
