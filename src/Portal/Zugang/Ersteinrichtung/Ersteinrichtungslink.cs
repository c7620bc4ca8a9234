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

    /// <summary>Schreibt den Link auf die Konsole, wenn es einen braucht.</summary>
    public static async Task AusgebenAsync(IServiceProvider dienste)
    {
        if (await NeuAsync(dienste) is not { } adresse) return;
        Console.WriteLine();
        Console.WriteLine("Dieses Portal ist noch leer. Richten Sie das erste Konto der Geschäftsführung ein:");
        Console.WriteLine($"  {adresse}");
        Console.WriteLine("Der Link gilt 24 Stunden und nur einmal. Ein neuer Start gibt einen neuen aus.");
        Console.WriteLine();
    }
}
