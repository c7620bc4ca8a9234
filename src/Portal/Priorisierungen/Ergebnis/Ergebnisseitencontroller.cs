using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>Was alle Seiten eines Ergebnisses brauchen.</summary>
public abstract class Ergebnisseitencontroller(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    protected Task<Rundenergebnis?> LadenAsync(string kennung, CancellationToken abbruch) =>
        Db.Rundenergebnisse.AsNoTracking().Include(e => e.Runde).SichtbarFuer(Wer).DerRunde(kennung).FirstOrDefaultAsync(abbruch);
}
