using Portal.Grundbegriffe;

namespace Portal.Tests.Support;

/// <summary>
/// Geht wie die wirkliche Uhr, lässt sich aber verstellen und anhalten. Um Mitternacht steht sie von Anfang an auf zehn nach zwölf: Sonst läge für eine Prüfung,
/// die gerade läuft, „heute“ auf einmal in der Vergangenheit.
/// </summary>
public sealed class Uhr : TimeProvider
{
    private readonly TimeSpan _anfang;
    private TimeSpan _versatz;
    private DateTimeOffset? _steht;

    public Uhr()
    {
        var jetzt = DateTime.UtcNow;
        var beginn = Ortszeit.Utc(Ortszeit.Datum(jetzt.AddMinutes(40)), new(0, 10))!.Value;
        _versatz = _anfang = beginn > jetzt ? beginn - jetzt : TimeSpan.Zero;
    }

    public DateTime Jetzt => GetUtcNow().UtcDateTime;

    /// <summary>Der Tag in Deutschland: Kurz vor Mitternacht UTC ist er schon der nächste.</summary>
    public DateOnly Heute => Ortszeit.Datum(Jetzt);

    public override DateTimeOffset GetUtcNow() => _steht ?? System.GetUtcNow() + _versatz;

    public void Vorstellen(TimeSpan um)
    {
        _versatz += um;
        _steht += um;
    }

    /// <param name="utc">Von jetzt an ist es so spät, und die Uhr geht weiter.</param>
    public void Stellen(DateTime utc)
    {
        _steht = null;
        _versatz = DateTime.SpecifyKind(utc, DateTimeKind.Utc) - System.GetUtcNow();
    }

    /// <summary>Von jetzt an vergeht keine Zeit, bis jemand die Uhr stellt oder richtigstellt.</summary>
    public void Anhalten() => _steht = GetUtcNow();

    public void Richtigstellen() => (_versatz, _steht) = (_anfang, null);
}
