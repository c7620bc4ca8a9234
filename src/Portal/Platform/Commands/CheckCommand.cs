using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Priorisierungen.Ergebnis;

namespace Portal.Platform.Commands;

/// <summary>
/// <c>check</c>: goes through everything the portal needs. Each line says OK, or what is wrong and how to mend it; a hint is no fault, but
/// hardly what a municipality wants.
/// </summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        WebApplication app;
        try
        {
            app = PortalApp.Build([.. PortalCommands.Quiet, .. args]);
        }
        catch (Exception e) when (CommandFault.Sentence(e) is { } sentence)
        {
            Say("Einstellungen", sentence);
            return 1;
        }
        await using (app)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var (database, mail) = (services.GetRequiredService<DatabaseSettings>(), services.GetRequiredService<MailSettings>());
            var db = services.GetRequiredService<PortalDb>();
            var fault = false;
            fault |= Say("Einstellungen", Settings(mail));
            foreach (var sentence in Hints(mail)) Console.WriteLine($"HINWEIS Einstellungen: {sentence}");
            var notReady = await DatabaseSetup.NotReadyAsync(db, database);
            fault |= Say("Datenbank", notReady);
            // What lies in the database cannot be looked at before it is in order.
            if (notReady is null) fault |= Say("Schlüssel der Anmeldung", await KeysAsync(db));
            fault |= Say("Mailserver", await MailServerCheck.FaultAsync(mail));
            fault |= Say("Plattenplatz", Disk(database));
            fault |= Say("Zeitzone", Zone());
            fault |= Say("Uhr", notReady is null ? await ClockAsync(db, database) : OwnClock());
            fault |= notReady is null && Say("Ergebnisse", await ResultsAsync(db));
            Console.WriteLine(fault ? "Bitte beheben Sie, was mit FEHLER beginnt, und rufen Sie „check“ noch einmal." : "Alles ist bereit.");
            return fault ? 1 : 0;
        }
    }

    /// <returns>Whether there is a fault.</returns>
    private static bool Say(string what, string? fault)
    {
        Console.WriteLine($"{(fault is null ? "OK    " : "FEHLER")}  {what}{(fault is null ? "" : ": " + fault)}");
        return fault is not null;
    }

    private static string? Settings(MailSettings mail)
    {
        if (mail.Weg is not ("Smtp" or "Postausgang")) return $"Mail:Weg ist „{mail.Weg}“. Möglich sind Smtp und Postausgang.";
        if (!Uri.TryCreate(mail.Portaladresse, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return "Mail:Portaladresse muss die Adresse sein, unter der Menschen das Portal aufrufen, z. B. https://sozialplanung.musterstadt.example.";
        if (mail.Absender.IndexOf('@', StringComparison.Ordinal) <= 0) return "Mail:Absender ist keine E-Mail-Adresse.";
        if (mail.EigeneZertifizierungsstelle.Length > 0 && !File.Exists(mail.EigeneZertifizierungsstelle)) return $"Mail:EigeneZertifizierungsstelle: Die Datei {mail.EigeneZertifizierungsstelle} gibt es nicht.";
        return null;
    }

    /// <summary>What works on this computer alone.</summary>
    private static IEnumerable<string> Hints(MailSettings mail)
    {
        if (mail.StaysHere) yield return "Mail:Weg ist „Postausgang“: Keine Mail verlässt das Portal. Setzen Sie Mail:Weg im Betrieb auf „Smtp“.";
        if (mail.Absender.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase)) yield return $"Mail:Absender ist {mail.Absender}: Viele Mailserver nehmen davon nichts an, und niemand kann antworten. Nennen Sie eine Adresse der Gemeinde.";
        if (Uri.TryCreate(mail.Portaladresse, UriKind.Absolute, out var address) && address.IsLoopback) yield return $"Mail:Portaladresse ist {mail.Portaladresse}: Links in Mails führen nur auf diesem Rechner ins Portal. Nennen Sie die Adresse, unter der Menschen es aufrufen.";
    }

    private static async Task<string?> KeysAsync(PortalDb db)
    {
        try
        {
            await db.DataProtectionKeys.AsNoTracking().CountAsync();
            return null;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or SocketException or ArgumentException)
        {
            return "Sie liegen in der Datenbank und sind nicht zu lesen. Spielen Sie eine Sicherung ein („restore“).";
        }
    }

    /// <summary>Whether every stored result follows from the stored sheets and votes.</summary>
    private static async Task<string?> ResultsAsync(PortalDb db)
    {
        try
        {
            var wrong = new List<string>();
            await foreach (var result in db.NachrechnenAsync(null, DateTime.UtcNow))
                if (!result.Stimmt) wrong.Add(result.Gegenstand);
            return wrong.Count == 0 ? null : $"Nachgerechnet ergibt sich etwas anderes als gespeichert: {string.Join("; ", wrong)}. „nachrechnen“ nennt jede Zahl; sehen Sie im Verlauf und in den Sicherungen nach, seit wann.";
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or SocketException or ArgumentException)
        {
            return "Sie sind nicht zu lesen. Bringen Sie zuerst die Datenbank in Ordnung.";
        }
    }

    private static string? Disk(DatabaseSettings settings) => Health.FreeBytes(settings) is { } free && free < Health.LeastFreeBytes * 10
        ? string.Create(CultureInfo.InvariantCulture, $"Bei der Datenbank sind nur noch {free / 1024 / 1024} MB frei. Schaffen Sie Platz, ehe nichts mehr gespeichert werden kann.") : null;

    private static string? Zone()
    {
        try
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
            return zone.SupportsDaylightSavingTime ? null : "Europe/Berlin kennt keine Sommerzeit. Installieren Sie das Paket tzdata.";
        }
        catch (TimeZoneNotFoundException)
        {
            return "Europe/Berlin ist unbekannt. Installieren Sie das Paket tzdata.";
        }
    }

    private static string? OwnClock() => DateTime.UtcNow.Year < 2026 ? "Die Uhr des Rechners geht falsch. Fristen würden falsch berechnet; stellen Sie sie (NTP)." : null;

    private static async Task<string?> ClockAsync(PortalDb db, DatabaseSettings settings)
    {
        if (OwnClock() is { } own) return own;
        if (!settings.IsPostgres) return null;
        try
        {
            var there = (await db.Database.SqlQuery<DateTime>($"SELECT now() AS \"Value\"").ToListAsync())[0];
            var apart = (DateTime.UtcNow - there.ToUniversalTime()).Duration();
            return apart < TimeSpan.FromSeconds(5) ? null : $"Die Uhren des Portals und des Datenbankservers gehen {apart.TotalSeconds:0} Sekunden auseinander. Stellen Sie beide nach derselben Zeit (NTP).";
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or SocketException or ArgumentException)
        {
            return "Die Uhr des Datenbankservers ist nicht zu lesen.";
        }
    }
}
