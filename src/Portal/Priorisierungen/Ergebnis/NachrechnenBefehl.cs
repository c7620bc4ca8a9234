using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary><c>nachrechnen</c>: rechnet jede Runde und Abstimmung aus den gespeicherten Bögen und Stimmen neu aus.</summary>
internal static class NachrechnenBefehl
{
    private const int HoechstensGezeigt = 50;

    /// <returns>0, wenn alles stimmt; 1, wenn etwas abweicht; 2, wenn es die Kennung nicht gibt.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var kennung = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : null;
        await using var app = PortalApp.Build(kennung is null ? args : args[1..]);
        await using var scope = app.Services.CreateAsyncScope();
        var (db, uhr) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var (anzahl, stimmt) = (0, true);
        await foreach (var nachrechnung in db.NachrechnenAsync(kennung, uhr.GetUtcNow().UtcDateTime))
        {
            anzahl++;
            stimmt &= nachrechnung.Stimmt;
            Console.WriteLine(nachrechnung.Stimmt ? $"OK      {nachrechnung.Gegenstand}: {Texte.Anzahl(nachrechnung.Zahlen, "Angabe stimmt", "Angaben stimmen")}" : $"FEHLER  {nachrechnung.Gegenstand}: {Texte.Anzahl(nachrechnung.Abweichungen.Count, "Abweichung", "Abweichungen")}");
            foreach (var satz in nachrechnung.Abweichungen.Take(HoechstensGezeigt)) Console.WriteLine("          " + satz);
            if (nachrechnung.Abweichungen.Count > HoechstensGezeigt) Console.WriteLine($"          und {nachrechnung.Abweichungen.Count - HoechstensGezeigt} weitere");
        }
        if (anzahl == 0) Console.WriteLine(kennung is null ? "Es gibt noch kein Ergebnis." : $"Ein Ergebnis mit der Kennung „{kennung}“ gibt es nicht.");
        return !stimmt ? 1 : anzahl == 0 && kennung is not null ? 2 : 0;
    }
}
