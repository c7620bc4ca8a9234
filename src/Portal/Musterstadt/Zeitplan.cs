using Portal.Platform.Data;

namespace Portal.Musterstadt;

/// <summary>
/// Was in der Mustergemeinde wann geschah. Die Taten werden in der Reihenfolge ihrer Zeit ausgeführt und einzeln gespeichert,
/// damit der Verlauf aussieht, als hätten Menschen gearbeitet.
/// </summary>
internal sealed class Zeitplan(DateTime jetzt)
{
    private readonly List<(DateTime Wann, int Reihenfolge, Func<DateTime, Task> Tat)> _taten = [];

    private const int Dienstbeginn = 8 * 60;
    private const int Dienst = 9 * 60;

    /// <summary>
    /// Ein Werktag vor so vielen Tagen, zu einer Bürozeit, die von Tag zu Tag wechselt. Was länger her ist, liegt immer früher, an welchem Wochentag die
    /// Vorführung auch beginnt: Was auf ein Wochenende fiele, geschieht am Freitag davor, nach dessen eigenen Taten.
    /// </summary>
    public DateTime Vor(double tage)
    {
        var tag = jetzt.Date.AddDays(-Math.Floor(tage));
        var nachFreitag = tag.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
        tag = tag.AddDays(-nachFreitag);
        // Am Freitag liegen drei Tage hintereinander; im Tag gehört die eine Hälfte dem Wechsel, die andere dem Bruchteil.
        var raum = tag.DayOfWeek == DayOfWeek.Friday ? Dienst / 3 : Dienst;
        var zeit = tag.AddMinutes(Dienstbeginn + raum * nachFreitag + Math.Floor(tage) * 977 % (raum / 2) + (1 - tage % 1) * raum / 2);
        return zeit < jetzt ? zeit : jetzt.AddMinutes(-10);
    }

    public void Am(DateTime wann, Func<DateTime, Task> tat) => _taten.Add((wann, _taten.Count, tat));

    public void Am(DateTime wann, Action<DateTime> tat) => Am(wann, w =>
    {
        tat(w);
        return Task.CompletedTask;
    });

    public async Task AusfuehrenAsync(PortalDb db, CancellationToken cancel)
    {
        foreach (var (wann, _, tat) in _taten.OrderBy(t => t.Wann).ThenBy(t => t.Reihenfolge))
        {
            await tat(wann);
            await db.SaveChangesAsync(cancel);
        }
    }
}
