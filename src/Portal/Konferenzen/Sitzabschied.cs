using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Konferenzen;

public static class Sitzabschied
{
    /// <summary>Die Sitze der Person werden frei, von jetzt an handelt die Stellvertretung; die Geschäftsführung erfährt es.</summary>
    public static async Task GehenAsync(PortalDb db, Abschied abschied)
    {
        var (id, heute) = (abschied.PersonId, Ortszeit.Datum(abschied.Jetzt));
        var sitze = await db.Sitze.MitBesetzungen.Where(s => s.Besetzungen.Any(b => b.PersonId == id)).ToListAsync();
        var frei = sitze.FindAll(s => s.InhaberAm(heute)?.PersonId == id);
        foreach (var sitz in sitze) sitz.Freigeben(id, abschied.Jetzt);
        if (frei.Count == 0) return;
        foreach (var person in (await db.GeschaeftsfuehrungAsync()).Where(p => p.Id != id))
            db.OutgoingMails.AddRange(frei.Select(s => Frei(abschied.Briefe, s, person)));
    }

    private static OutgoingMail Frei(MailWriter briefe, Sitz sitz, Person an) => briefe.Write(
        an, $"Ein Sitz der Konferenz ist frei: {sitz.Name}",
        [$"Wer den Sitz {sitz.Name} innehatte, hat das Portal verlassen. Bis er wieder besetzt ist, handelt die Stellvertretung, wenn es eine gibt.", "Besetzen können Sie ihn ab morgen."],
        ($"/konferenz/sitze/{sitz.Kennung}", "Zum Sitz"), "Sie bekommen diese Nachricht, weil Sie in der Geschäftsführung der Sozialplanung arbeiten und die Sitze der Konferenz führen.");
}
