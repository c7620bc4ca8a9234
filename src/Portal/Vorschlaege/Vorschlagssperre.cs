using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Vorschlaege;

public static class Vorschlagssperre
{
    /// <summary>
    /// Tut etwas, während niemand an diesem Vorschlag schreibt. Wer im selben Augenblick ein Feld speichert, kommt entweder vorher, dann ist
    /// sein Wort dabei, oder danach, dann erfährt er, dass der Text festgehalten ist. Verloren geht keines.
    /// </summary>
    public static Task<T> AlleinAnAsync<T>(this PortalDb db, string kennung, Func<Task<T>> tat, CancellationToken abbruch = default) => db.WriteAsync(async () =>
    {
        await using var klammer = await db.Database.BeginTransactionAsync(abbruch);
        await db.Vorschlaege.Where(v => v.Kennung == kennung).ExecuteUpdateAsync(s => s.SetProperty(v => v.Titel, v => v.Titel), abbruch);
        var ergebnis = await tat();
        await klammer.CommitAsync(abbruch);
        return ergebnis;
    }, abbruch);
}
