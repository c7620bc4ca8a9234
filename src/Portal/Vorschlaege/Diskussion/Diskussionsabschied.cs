using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Vorschlaege.Diskussion;

public static class Diskussionsabschied
{
    /// <summary>Wo die Person mit @Name angesprochen ist, steht danach „@ehemaliges Mitglied“; es sei denn, dort ist auch jemand angesprochen, der genauso heißt.</summary>
    public static async Task GehenAsync(PortalDb db, Abschied abschied)
    {
        var id = abschied.PersonId;
        var erwaehnungen = await db.Erwaehnungen.Include(e => e.Kommentar).Where(e => e.PersonId == id).ToListAsync();
        var beitraege = erwaehnungen.ConvertAll(e => e.KommentarId);
        var andere = await db.Erwaehnungen.Where(e => e.PersonId != id && beitraege.Contains(e.KommentarId))
            .Join(db.Personen, e => e.PersonId, p => p.Id, (e, p) => new { e.KommentarId, p.Vorname, p.Nachname }).ToListAsync();
        var geteilte = andere.Where(a => abschied.Namen.Contains($"{a.Vorname} {a.Nachname}", StringComparer.OrdinalIgnoreCase)).Select(a => a.KommentarId).ToHashSet();
        foreach (var erwaehnung in erwaehnungen.Where(e => !geteilte.Contains(e.KommentarId))) erwaehnung.Kommentar.NameErsetzen(abschied.Ohne);
        db.RemoveRange(erwaehnungen);
    }
}
