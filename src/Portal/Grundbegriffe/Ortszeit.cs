using System.Globalization;

namespace Portal.Grundbegriffe;

/// <summary>Innen gilt UTC; Menschen lesen die Uhr der Gemeinde (Europe/Berlin).</summary>
public static class Ortszeit
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    public static CultureInfo Deutsch { get; } = CultureInfo.GetCultureInfo("de-DE");

    public static DateTime Von(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public static DateOnly Datum(DateTime utc) => DateOnly.FromDateTime(Von(utc));

    /// <summary>Der Augenblick, in dem die Uhr der Gemeinde so steht; nichts, wenn es die Uhrzeit an diesem Tag nicht gibt (Beginn der Sommerzeit).</summary>
    public static DateTime? Utc(DateOnly tag, TimeOnly uhr)
    {
        var ortszeit = tag.ToDateTime(uhr, DateTimeKind.Unspecified);
        return Zone.IsInvalidTime(ortszeit) ? null : TimeZoneInfo.ConvertTimeToUtc(ortszeit, Zone);
    }

    /// <summary>„21. November 2026“</summary>
    public static string Lang(DateOnly tag) => tag.ToString("d. MMMM yyyy", Deutsch);

    /// <summary>„21.11.2026“</summary>
    public static string Kurz(DateOnly tag) => tag.ToString("dd.MM.yyyy", Deutsch);

    /// <summary>„21.11.2026, 14:05 Uhr“</summary>
    public static string KurzMitUhrzeit(DateTime utc) => Von(utc).ToString("dd.MM.yyyy, HH:mm 'Uhr'", Deutsch);

    /// <summary>„1.200“: eine ganze Zahl, wie Menschen sie hier lesen, gleich, auf welchem Rechner das Portal läuft.</summary>
    public static string Anzahl(int zahl) => zahl.ToString("N0", Deutsch);
}
