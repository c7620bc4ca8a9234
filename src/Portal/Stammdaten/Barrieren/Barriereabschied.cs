using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Stammdaten.Barrieren;

public static class Barriereabschied
{
    /// <summary>Was jemand mit dieser Adresse gemeldet hat, bleibt ohne Namen und Adresse.</summary>
    public static async Task GehenAsync(PortalDb db, Abschied abschied)
    {
        var adressen = abschied.AdressenNormal.ToArray();
        foreach (var meldung in await db.Barrieremeldungen.Where(m => adressen.Contains(m.EmailNormal)).ToListAsync()) meldung.NameErsetzen(abschied.Ohne);
    }
}
