using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;

namespace Portal.Zugang.MeinKonto;

/// <summary>Eine Person verlässt das Portal, weil sie es will oder weil die Verwaltung sie löscht: Jedes Thema tut das Seine.</summary>
public sealed class Ausscheiden(PortalDb db, IEnumerable<Abschiedsschritt> schritte, MailWriter briefe)
{
    /// <summary>Nimmt Namen und Adresse überall heraus, auch aus der Geschichte, und beendet, was sie innehat. Speichert nicht.</summary>
    /// <param name="grund">Warum jemand anderes sie löscht; leer, wenn sie es selbst tut.</param>
    public async Task VollziehenAsync(Person person, int vonPersonId, DateTime jetzt, string? grund = null)
    {
        var abschied = new Abschied(person, [person.Name, .. person.FruehereNamen], [person.Email, .. person.FruehereAdressen, .. await db.AngenommeneEinladungen(person.Id).Select(e => e.Email).ToListAsync()], jetzt, briefe);
        var gruss = await db.Users.AnyAsync(k => k.PersonId == person.Id) ? Zugangsbriefe.Geloescht(briefe, person.Email, person.Name, vonPersonId == person.Id) : null;
        person.Ausscheiden(vonPersonId, jetzt, grund is null ? null : abschied.Ohne(grund));
        foreach (var schritt in schritte) await schritt(db, abschied);
        if (gruss is null) return;
        gruss.ForgetOnceSent = true;
        db.OutgoingMails.Add(gruss);
    }
}

/// <summary>Was der Zugang selbst hergibt: Einladungen, Listen, Briefe und was der Verlauf über die Person sagt.</summary>
public static class Zugangsabschied
{
    public static async Task GehenAsync(PortalDb db, Abschied abschied)
    {
        var (person, id, normal) = (abschied.Person, abschied.PersonId, abschied.AdressenNormal.ToArray());
        var einladungen = await db.Einladungen.Where(e => normal.Contains(e.EmailNormal)).ToListAsync();
        var eingeladen = einladungen.ConvertAll(e => e.Kennung);
        await db.AusDerGeschichteNehmenAsync(abschied, db.Ereignisse.Where(e => e.BetrifftPersonId == id
            || (e.Gegenstand == person.Gegenstand && e.Kennung == person.Kennung) || (e.Gegenstand == "Einladung" && eingeladen.Contains(e.Kennung))));
        db.RemoveRange(einladungen);
        db.RemoveRange(await db.OutgoingMails.Where(m => normal.Contains(m.ToAddress.ToUpper())).ToListAsync());
        foreach (var brief in await db.OutgoingMails.Where(m => m.NamesPersonId == id).ToListAsync())
            (brief.Subject, brief.TextBody, brief.HtmlBody) = (abschied.Ohne(brief.Subject), abschied.Ohne(brief.TextBody), abschied.Ohne(brief.HtmlBody));
        db.RemoveRange(await db.Personenlisten.Where(l => l.VonPersonId == id).ToListAsync());
    }

    /// <summary>Die Einladungen, die diese Person angenommen hat; eine kann an eine andere Adresse gegangen sein als die ihres Kontos.</summary>
    public static IQueryable<Einladung> AngenommeneEinladungen(this PortalDb db, int personId) => db.Einladungen.Where(e =>
        db.Ereignisse.Any(x => x.Art == Einladung.WurdeAngenommen && x.PersonId == personId && x.Gegenstand == "Einladung" && x.Kennung == e.Kennung));

    /// <summary>Nimmt die Person aus diesen Ereignissen, von denen feststeht, dass sie sie betreffen.</summary>
    public static async Task AusDerGeschichteNehmenAsync(this PortalDb db, Abschied abschied, IQueryable<Ereignis> ereignisse)
    {
        foreach (var ereignis in await ereignisse.ToListAsync()) ereignis.NameErsetzen(abschied.Ohne);
    }
}
