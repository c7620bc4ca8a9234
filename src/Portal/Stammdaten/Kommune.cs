namespace Portal.Stammdaten;

/// <summary>Die Gemeinde, der das Portal gehört: Name, Logo, Akzentfarbe, Absender. Es gibt genau eine.</summary>
public sealed class Kommune
{
    public const int EinzigeId = 1;

    public int Id { get; private set; } = EinzigeId;
    public int Version { get; internal set; }

    public string Name { get; set; } = "Unsere Gemeinde";

    /// <summary>Sechsstellige Farbe mit Raute, z. B. „#171a2b“; leer heißt: Farbe des Designsystems.</summary>
    public string Akzentfarbe { get; set; } = "";

    /// <summary>PNG oder WebP, höchstens 200 kB; leer heißt: Bild des Portals.</summary>
    public byte[]? Logo { get; set; }

    public string? LogoTyp { get; set; }

    /// <summary>Anschrift und Telefon der Geschäftsführung, wie sie im Fuß jeder Mail steht.</summary>
    public string Kontakt { get; set; } = "";

    /// <summary>Bis zu diesem Tag können Vorschläge in der laufenden Runde eingereicht werden; leer heißt: jederzeit.</summary>
    public DateOnly? Einreichungsfrist { get; set; }
}
