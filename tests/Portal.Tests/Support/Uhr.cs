namespace Portal.Tests.Support;

/// <summary>Geht wie die wirkliche Uhr, lässt sich aber verstellen.</summary>
public sealed class Uhr : TimeProvider
{
    private TimeSpan _versatz;

    public DateTime Jetzt => GetUtcNow().UtcDateTime;

    /// <summary>Der Tag in Deutschland: Kurz vor Mitternacht UTC ist er schon der nächste.</summary>
    public DateOnly Heute => Portal.Grundbegriffe.Ortszeit.Datum(Jetzt);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _versatz;

    public void Vorstellen(TimeSpan um) => _versatz += um;

    /// <param name="utc">Von jetzt an ist es so spät, und die Uhr geht weiter.</param>
    public void Stellen(DateTime utc) => _versatz = DateTime.SpecifyKind(utc, DateTimeKind.Utc) - System.GetUtcNow();

    public void Richtigstellen() => _versatz = TimeSpan.Zero;
}
