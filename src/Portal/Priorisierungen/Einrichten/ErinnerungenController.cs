using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Priorisierungen.Einrichten;

/// <summary>Alle erinnern, die noch einen Bogen schulden: je Person eine Nachricht, nie zwei am selben Tag.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung)]
public sealed class ErinnerungenController(PortalDb db, TimeProvider uhr, MailWriter briefe) : Fuehrungscontroller(db, uhr)
{
    [HttpPost("/priorisierungen/{kennung}/erinnerungen")]
    public Task<IActionResult> Erinnern(string kennung) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung) is not { } runde) return NotFound();
        var ausstehend = (await Db.AusstehendeBoegen(Jetzt).Where(b => b.RundeId == runde.Id && b.PersonId != null).ToListAsync()).ToLookup(b => b.PersonId!.Value);
        var schon = await Db.Bewertungserinnerungen.Where(e => e.RundeId == runde.Id && e.Tag == Heute).Select(e => e.PersonId).ToListAsync();
        Rundenregeln.DarfErinnern(runde, ausstehend.Count, ausstehend.Count(a => schon.Contains(a.Key)), Wer, Jetzt).Verlangen();
        var faellig = ausstehend.Select(a => a.Key).Except(schon).ToList();
        var personen = await Db.Personen.AsNoTracking().Where(p => faellig.Contains(p.Id) && !p.Gesperrt).ToListAsync();
        foreach (var person in personen)
        {
            Db.Add(new Bewertungserinnerung(runde.Id, person.Id, Heute));
            Db.OutgoingMails.Add(Priorisierungsbriefe.Erinnert(briefe, runde, [.. ausstehend[person.Id].Select(b => b.Sitzname)], person));
        }
        await Db.SaveChangesAsync();
        Melden($"{Texte.Anzahl(personen.Count, "Person ist", "Personen sind")} erinnert.");
        return Redirect(Adresse(kennung));
    });
}
