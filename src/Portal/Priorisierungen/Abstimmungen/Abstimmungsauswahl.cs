using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Welche Abstimmungen wer sieht.</summary>
public static class Abstimmungsauswahl
{
    extension(IQueryable<Abstimmung> abstimmungen)
    {
        /// <summary>
        /// Was vorbereitet ist, sieht nur die Geschäftsführung; was offen ist, die Konferenz und wer darin einen Sitz hat oder vertritt; was
        /// geschlossen ist, alle Angemeldeten.
        /// </summary>
        public IQueryable<Abstimmung> SichtbarFuer(Akteur wer)
        {
            if (wer.IstGeschaeftsfuehrung) return abstimmungen;
            if (!wer.IstAngemeldet) return abstimmungen.Where(a => false);
            if (wer.IstKonferenzmitglied) return abstimmungen.Where(a => a.Zustand != Abstimmungszustand.Vorbereitet);
            var person = wer.PersonId;
            return abstimmungen.Where(a => a.Zustand == Abstimmungszustand.Geschlossen
                || (a.Zustand == Abstimmungszustand.Offen && a.Stimmrechte.Any(r => r.HandelndePersonId == person || r.InhaberPersonId == person)));
        }

        public IQueryable<Abstimmung> MitKennung(string kennung) => abstimmungen.Where(a => a.Kennung == kennung);

        /// <summary>Mit allem, was die Regeln fragen: wer für welchen Sitz handelt und nach welcher Fassung gerechnet wird.</summary>
        public IQueryable<Abstimmung> MitStimmrechten => abstimmungen.Include(a => a.Geschaeftsordnung).Include(a => a.Vorschlag).Include(a => a.Runde)
            .Include(a => a.Stimmrechte).ThenInclude(r => r.Inhaber)
            .Include(a => a.Stimmrechte).ThenInclude(r => r.Handelnde)
            .Include(a => a.Stimmrechte).ThenInclude(r => r.Sitz).AsSplitQuery();

        /// <summary>Die jüngsten zuerst, vor der Abstimmung mit dieser Kennung.</summary>
        public IQueryable<Abstimmung> JuengsteVor(string? kennung)
        {
            var vorher = string.IsNullOrEmpty(kennung) ? abstimmungen : abstimmungen.Where(a => abstimmungen.Any(g => g.Kennung == kennung && a.Id < g.Id));
            return vorher.OrderByDescending(a => a.Id);
        }
    }

    extension(PortalDb db)
    {
        /// <summary>Die Stimmzettel einer geheimen Abstimmung; leer bei einer offenen.</summary>
        public Task<Urne?> UrneAsync(Abstimmung abstimmung, CancellationToken abbruch = default) =>
            abstimmung.IstGeheim ? db.Urnen.FirstOrDefaultAsync(u => u.AbstimmungId == abstimmung.Id, abbruch) : Task.FromResult<Urne?>(null);

        /// <summary>
        /// Tut etwas, während sonst niemand in dieser Abstimmung etwas tut: Eine Stimme kommt entweder vor der Schließung, dann zählt sie, oder
        /// danach, dann erfährt es die Person; und von zwei Stimmen eines Sitzes zählt die erste.
        /// </summary>
        public Task<T> AlleinInDerAbstimmungAsync<T>(string kennung, Func<Task<T>> tat, CancellationToken abbruch = default) => db.WriteAsync(async () =>
        {
            await using var klammer = await db.Database.BeginTransactionAsync(abbruch);
            await db.Abstimmungen.Where(a => a.Kennung == kennung).ExecuteUpdateAsync(s => s.SetProperty(a => a.Antrag, a => a.Antrag), abbruch);
            var ergebnis = await tat();
            await klammer.CommitAsync(abbruch);
            return ergebnis;
        }, abbruch);
    }
}
