using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Buendelungen;

internal static class Freigabe
{
    /// <summary>Löst die Bündelung der Mustergemeinde auf, zu der dieser Vorschlag gehört: Danach lässt er sich neu bündeln.</summary>
    public static Task AusBuendelungNehmenAsync(this PortalFactory portal, string vorschlag) => portal.Db(async db =>
    {
        var buendelung = await db.Buendelungen.MitTeilen().SingleAsync(b => b.Teile.Any(t => t.Vorschlag.Kennung == vorschlag));
        buendelung.Aufloesen("Für diese Prüfung.", new Akteur(1, "", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>()), portal.Uhr.Jetzt);
        await db.SaveChangesAsync();
    });
}
