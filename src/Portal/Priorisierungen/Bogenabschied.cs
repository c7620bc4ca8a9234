using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Priorisierungen;

public static class Bogenabschied
{
    /// <summary>
    /// Abgegebene Bögen bleiben; sie gehören dem Sitz. Wo die Person einen Sitz vertrat, handelt wieder die Inhaber:in; wo sie ihn innehatte, die
    /// Stellvertretung (das folgt den Sitzen). Ihre eigenen Notizen gehen.
    /// </summary>
    public static async Task GehenAsync(PortalDb db, Abschied abschied)
    {
        var id = abschied.PersonId;
        foreach (var bogen in await db.Bewertungsboegen.Include(b => b.Runde).Where(b => b.InhaberId == id || b.VertretungDurchId == id).ToListAsync())
        {
            bogen.NameErsetzen(abschied.Ohne);
            if (bogen.VertretungDurchId == id && bogen.AbgegebenAm is null && bogen.Runde.ZustandAm(abschied.Jetzt) != Rundenzustand.Geschlossen) bogen.VertretungEntfaellt(abschied.Jetzt);
        }
        db.RemoveRange(await db.Bewertungsnotizen.Where(n => n.PersonId == id).ToListAsync());
        db.RemoveRange(await db.Bewertungserinnerungen.Where(e => e.PersonId == id).ToListAsync());
    }
}
