using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>
/// Vollzieht den Schluss, wenn der Zeitraum einer Runde zu Ende ist. Ob geschlossen ist, entscheidet die Uhr im Augenblick jeder Tat; hier folgt daraus, was
/// danach zu tun ist.
/// </summary>
public sealed class Rundenschluss(PortalDb db, MailWriter briefe, TimeProvider uhr)
{
    public async Task VollziehenAsync(CancellationToken abbruch = default)
    {
        var jetzt = uhr.GetUtcNow().UtcDateTime;
        foreach (var id in await db.Priorisierungsrunden.GeschlossenAm(jetzt).Where(r => r.VollzogenAm == null).Select(r => r.Id).ToListAsync(abbruch))
            await db.RetryAsync(async () =>
            {
                await db.SchlussVollziehenAsync(await db.Priorisierungsrunden.SingleAsync(r => r.Id == id, abbruch), briefe, jetzt, abbruch);
                return await db.SaveChangesAsync(abbruch);
            }, abbruch);
    }
}

internal static class Schlussvollzug
{
    extension(PortalDb db)
    {
        /// <summary>Verschließt die Bögen, stellt das Ergebnis fest und schreibt allen, die für einen Sitz handeln, und der Geschäftsführung: einmal. Gespeichert wird danach.</summary>
        public async Task SchlussVollziehenAsync(Priorisierungsrunde runde, MailWriter briefe, DateTime jetzt, CancellationToken abbruch = default)
        {
            if (runde.VollzogenAm is not null) return;
            runde.Vollziehen(await db.Bewertungsboegen.Where(b => b.RundeId == runde.Id).ToListAsync(abbruch), jetzt);
            var ergebnis = db.Add(Rundenergebnis.Feststellen(await db.RundendatenAsync(runde, jetzt, abbruch), jetzt)).Entity;
            foreach (var person in await db.BeteiligteAsync(runde, jetzt, abbruch))
                db.OutgoingMails.Add(Priorisierungsbriefe.Geschlossen(briefe, runde, ergebnis.Uebersicht.Sitze, ergebnis.Uebersicht.Abgegeben, person));
        }

        private async Task<List<Person>> BeteiligteAsync(Priorisierungsrunde runde, DateTime jetzt, CancellationToken abbruch)
        {
            var handelnde = await db.Bogenstaende(Ortszeit.Datum(jetzt)).Where(b => b.RundeId == runde.Id && b.PersonId != null).Select(b => b.PersonId!.Value).Distinct().ToListAsync(abbruch);
            return await db.Personen.AsNoTracking().Where(p => !p.Gesperrt && (handelnde.Contains(p.Id) || p.Rollen.Contains(Rolle.Geschaeftsfuehrung))).ToListAsync(abbruch);
        }
    }
}
