using Portal.Platform.Data;

namespace Portal.Musterstadt;

/// <summary>
/// Was in der Mustergemeinde wann geschah. Die Taten werden in der Reihenfolge ihrer Zeit ausgeführt und einzeln gespeichert,
/// damit der Verlauf aussieht, als hätten Menschen gearbeitet.
/// </summary>
internal sealed class Zeitplan(DateTime jetzt)
{
    private readonly List<(DateTime Wann, int Reihenfolge, Func<DateTime, Task> Tat)> _taten = [];

    /// <summary>Ein Werktag vor so vielen Tagen, zu einer Bürozeit, die von Tat zu Tat wechselt.</summary>
    public DateTime Vor(double tage)
    {
        var tag = jetzt.Date.AddDays(-Math.Floor(tage));
        if (tag.DayOfWeek is DayOfWeek.Saturday) tag = tag.AddDays(-1);
        if (tag.DayOfWeek is DayOfWeek.Sunday) tag = tag.AddDays(-2);
        var zeit = tag.AddMinutes(8 * 60 + tage * 977 % (9 * 60));
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
