using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Priorisierungen.Abstimmungen.Papier;

namespace Portal.Priorisierungen.Abstimmungen;

public static class Stimmverfall
{
    /// <summary>Frühere Stände einer Urne. Das geschieht schon, wenn eine geheime Abstimmung geschlossen wird; dann kann eine Sicherung im Weg gewesen sein.</summary>
    public static async Task VergehenAsync(PortalDb db, RetentionSettings fristen, DateTime jetzt, CancellationToken abbruch)
    {
        await db.ForgetEarlierVersionsAsync<Urne>(abbruch);
        await db.ForgetEarlierVersionsAsync<Papierabgabe>(abbruch);
    }
}
