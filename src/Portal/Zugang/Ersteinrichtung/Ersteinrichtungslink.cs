using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;

namespace Portal.Zugang.Ersteinrichtung;

/// <summary>Der Link, mit dem in einem leeren Portal das erste Konto der Geschäftsführung entsteht.</summary>
public static class Ersteinrichtungslink
{
    extension(PortalDb db)
    {
        /// <summary>Ob schon jemand mit Konto die Geschäfte führt; dann ist die Ersteinrichtung vorbei.</summary>
        public Task<bool> IstEingerichtetAsync() => db.Users.AnyAsync(k => k.Person.Rollen.Contains(Rolle.Geschaeftsfuehrung));
    }

    /// <summary>Erzeugt einen neuen Link, solange das Portal nicht eingerichtet ist; frühere gelten dann nicht mehr.</summary>
    /// <returns>Die ganze Adresse; nichts, wenn das Portal eingerichtet ist.</returns>
    public static async Task<string?> NeuAsync(IServiceProvider dienste)
    {
        using var bereich = dienste.CreateScope();
        var db = bereich.ServiceProvider.GetRequiredService<PortalDb>();
        if (await db.IstEingerichtetAsync()) return null;
        var jetzt = bereich.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        db.Zugangslinks.RemoveRange(await db.Zugangslinks.Where(l => l.Zweck == Linkzweck.Ersteinrichtung).ToListAsync());
        var (link, geheimnis) = Zugangslink.FuerErsteinrichtung(jetzt);
        db.Zugangslinks.Add(link);
        await db.SaveChangesAsync();
        return $"{bereich.ServiceProvider.GetRequiredService<MailSettings>().Portaladresse.TrimEnd('/')}/ersteinrichtung/{geheimnis}";
    }

    /// <summary>Was auf der Konsole steht, solange das Portal leer ist.</summary>
    public static string Hinweis(string adresse) => $"""

        Dieses Portal ist noch leer. Richten Sie das erste Konto der Geschäftsführung ein:
          {adresse}
        Der Link gilt 24 Stunden und nur einmal. Ein neuer Start gibt einen neuen aus.

        """;
}
