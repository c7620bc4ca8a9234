using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Vorschlaege;

public static class Vorschlagssperre
{
    /// <summary>
    /// Bis zum Ende der offenen Transaktion speichert niemand sonst an diesem Vorschlag. Wer im selben Augenblick ein Feld speichert, kommt
    /// entweder vorher, dann ist sein Wort dabei, oder danach, dann erfährt er, dass der Text festgehalten ist. Verloren geht keines.
    /// </summary>
    public static Task SperrenAsync(this PortalDb db, string kennung, CancellationToken abbruch = default)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Gesperrt wird nur innerhalb einer Transaktion.");
        return db.Vorschlaege.MitKennung(kennung).ExecuteUpdateAsync(s => s.SetProperty(v => v.Titel, v => v.Titel), abbruch);
    }
}
