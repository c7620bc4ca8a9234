using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Einrichten;

/// <summary>Was alle Seiten haben, auf denen die Geschäftsführung eine Runde führt.</summary>
public abstract class Fuehrungscontroller(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    /// <summary>Ohne die Vorschläge, wo es auf sie nicht ankommt.</summary>
    protected Task<Priorisierungsrunde?> LadenAsync(string kennung) => Db.Priorisierungsrunden.SichtbarFuer(Wer).MitKennung(kennung).FirstOrDefaultAsync();

    protected Task<Priorisierungsrunde?> MitVorschlaegenAsync(string kennung) => Db.Priorisierungsrunden.SichtbarFuer(Wer).MitKennung(kennung).MitVorschlaegen.FirstOrDefaultAsync();

    /// <summary>Zum Ändern, ausgehend von dem Stand, den die Person vor Augen hatte.</summary>
    protected async Task<Priorisierungsrunde?> MitVorschlaegenAsync(string kennung, int version)
    {
        var runde = await MitVorschlaegenAsync(kennung);
        if (runde is not null) Db.Entry(runde).Property(r => r.Version).OriginalValue = version;
        return runde;
    }

    protected static string Adresse(string kennung) => $"/priorisierungen/{kennung}";
}
