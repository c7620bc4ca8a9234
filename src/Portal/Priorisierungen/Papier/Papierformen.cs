using Portal.Konferenzen;
using Portal.Priorisierungen.Bewerten;

namespace Portal.Priorisierungen.Papier;

/// <summary>Ein ganzer Papierbogen, wie das Büro ihn einträgt.</summary>
public sealed class Papierform
{
    /// <summary>Je Kennung eines Vorschlags.</summary>
    public Dictionary<string, Bewertungsform> Zeilen { get; set; } = [];

    public IReadOnlyDictionary<int, Bewertungsantwort> Antworten(Rundengrundlage grundlage, IEnumerable<Rundenvorschlag> vorschlaege) =>
        vorschlaege.ToDictionary(v => v.Id, v => Zeilen.TryGetValue(v.Vorschlag.Kennung, out var zeile) ? zeile.Antwort(grundlage) : Bewertungsantwort.Leer);
}

/// <param name="Papier">Was eingetragen ist und auf Bestätigung wartet; leer, solange nichts eingetragen ist.</param>
public sealed record Papierseite(Bewertungsbogen Bogen, IReadOnlyList<Rundenvorschlag> Vorschlaege, Papierbogen? Papier, string ErfasstVon, Papierform Form, Grundbegriffe.Auskunft Darf)
{
    public Rundengrundlage Grundlage => Bogen.Runde.Grundlage!;
    public string Adresse => $"/priorisierungen/{Bogen.Runde.Kennung}/papier/{Bogen.Sitz}";
}

/// <summary>Der Bogen zum Ausdrucken.</summary>
/// <param name="Bild">QR-Code mit der Adresse, unter der das Büro ihn einträgt.</param>
public sealed record Druckseite(Bewertungsbogen Bogen, IReadOnlyList<Rundenvorschlag> Vorschlaege, string Person, string Adresse, string Bild)
{
    public Rundengrundlage Grundlage => Bogen.Runde.Grundlage!;
    public bool VieleSpalten => Grundlage.Kriterien.Count > Kriterium.HoechstePunktzahl;
}
