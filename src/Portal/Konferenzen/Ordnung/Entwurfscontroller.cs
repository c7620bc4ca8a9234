using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Was alle Seiten haben, die an einem Entwurf schreiben.</summary>
public abstract class Entwurfscontroller(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    protected Task<Geschaeftsordnung?> LadenAsync(string kennung) => Db.Geschaeftsordnungen.SichtbarFuer(Wer).MitKennung(kennung).FirstOrDefaultAsync();

    /// <summary>Zum Zeigen eines Formulars: nur, solange der Entwurf geändert werden darf.</summary>
    protected async Task<Geschaeftsordnung?> EntwurfAsync(string kennung)
    {
        var ordnung = await LadenAsync(kennung);
        if (ordnung is not null) Geschaeftsordnungsregeln.DarfAendern(ordnung, Wer).Verlangen();
        return ordnung;
    }

    /// <summary>Zum Ändern, ausgehend von dem Stand, den die Person vor Augen hatte.</summary>
    protected async Task<Geschaeftsordnung?> EntwurfAsync(string kennung, int version)
    {
        var ordnung = await LadenAsync(kennung);
        if (ordnung is not null) Db.Entry(ordnung).Property(o => o.Version).OriginalValue = version;
        return ordnung;
    }

    protected static string Adresse(string kennung) => $"/konferenz/geschaeftsordnung/{kennung}";
}
