using Portal.Platform.Commands;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.Kennwortwechsel;

/// <summary>
/// <c>zugang ADRESSE</c>: hilft wieder hinein, wem im Portal niemand mehr helfen kann, etwa der einzigen Person der Geschäftsführung ohne Gerät und Codes.
/// Wer den Server betreibt, darf das; im Verlauf steht es, und die Person bekommt eine Mail.
/// </summary>
internal static class ZugangBefehl
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var adresse, .. var rest] || adresse.StartsWith('-')) throw new CannotRun("Bitte nennen Sie die Adresse, mit der sich die Person anmeldet: zugang name@gemeinde.example");
        await using var app = PortalApp.Build([.. PortalCommands.Quiet, .. rest]);
        var jetzt = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var briefe = app.Services.GetRequiredService<MailWriter>();
        var (person, geheimnis) = await DatabaseSetup.WithReadyAsync(app.Services, db => OeffnenAsync(db, adresse, briefe, jetzt));
        Console.WriteLine($"""
            {person.Name} ({person.Email}) setzt mit diesem Link ein neues Kennwort:
              {app.Services.GetRequiredService<MailSettings>().Portaladresse.TrimEnd('/')}/kennwort-neu/{geheimnis}
            Er gilt eine Stunde und nur einmal. Der Zugang ist offen, ein zweiter Faktor ausgeschaltet. Im Verlauf steht, dass das geschehen ist.
            """);
        return 0;
    }

    private static async Task<(Person Person, string Geheimnis)> OeffnenAsync(PortalDb db, string adresse, MailWriter briefe, DateTime jetzt)
    {
        if (await db.KontoZuAdresseAsync(adresse) is not { } konto) throw new CannotRun($"Zu {adresse} gibt es kein Konto. Nennen Sie die Adresse, mit der sich die Person anmeldet.");
        konto.Person.ZugangOeffnen(jetzt);
        if (konto.TwoFactorEnabled) db.OutgoingMails.Add(Zugangsbriefe.ZweiterFaktor(briefe, konto.Person, eingeschaltet: false));
        konto.TwoFactorEnabled = false;
        // Wer noch angemeldet ist, muss sich neu anmelden: Vielleicht ist das Gerät in fremden Händen.
        konto.SecurityStamp = Guid.NewGuid().ToString("N");
        var (link, geheimnis) = Zugangslink.FuerNeuesKennwort(konto, jetzt);
        db.Zugangslinks.Add(link);
        await db.SaveChangesAsync();
        return (konto.Person, geheimnis);
    }
}
