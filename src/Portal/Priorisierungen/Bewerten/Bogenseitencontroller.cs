using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Bewerten;

/// <summary>Was alle Seiten haben, die zu einem Bogen gehören.</summary>
public abstract class Bogenseitencontroller(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    /// <summary>Der Bogen eines Sitzes, den die Person heute innehat oder vertritt; die Geschäftsführung sieht ihn hier nicht.</summary>
    protected IQueryable<Bewertungsbogen> Eigene(string kennung, string sitz) =>
        Db.Bewertungsboegen.Where(b => b.Runde.Kennung == kennung && b.Sitz == sitz).DerSitzeVon(Wer.PersonId, Db, Heute).Include(b => b.Runde);

    protected Task<List<Rundenvorschlag>> ZuBewertenAsync(int rundeId) =>
        Db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == rundeId).ZuBewerten.Include(v => v.Vorschlag).OrderBy(v => v.Reihenfolge).ToListAsync();

    protected Task<bool> HatPapierAsync(int bogenId) => Db.Papierboegen.AnyAsync(p => p.BogenId == bogenId);
}
