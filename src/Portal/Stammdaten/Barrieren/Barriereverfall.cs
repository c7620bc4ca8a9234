using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Jobs;

namespace Portal.Stammdaten.Barrieren;

public static class Barriereverfall
{
    /// <summary>Beantwortete Meldungen gehen; der Verlauf sagt noch, dass es sie gab, aber kein Wort daraus.</summary>
    public static Task VergehenAsync(PortalDb db, RetentionSettings fristen, DateTime jetzt, CancellationToken abbruch)
    {
        var ende = jetzt.AddMonths(-fristen.BarrieremeldungenMonate);
        return db.WriteAsync(() => db.Barrieremeldungen.Where(m => m.ErledigtAm <= ende).ExecuteDeleteAsync(abbruch), abbruch);
    }
}
