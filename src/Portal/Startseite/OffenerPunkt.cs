using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Startseite;

/// <summary>Etwas, das diese Person noch zu tun hat.</summary>
/// <param name="Worum">Gruppe, Nummer oder was noch fehlt; ein kurzer Satzteil.</param>
/// <param name="Knopf">Was der Knopf tut, z. B. „Entscheiden“.</param>
/// <param name="Bis">Bis wann; leer, wenn es keine Frist gibt.</param>
/// <param name="Seit">Seit wann es wartet; leer, wenn das nichts sagt.</param>
public sealed record OffenerPunkt(string Titel, string Worum, string Adresse, string Knopf, DateOnly? Bis = null, DateOnly? Seit = null);

/// <summary>Ein Tag, den diese Person kennen sollte.</summary>
public sealed record Termin(DateOnly Tag, string Titel, string Worum, string Adresse);

/// <summary>Womit jede Quelle fragt: wer, wann, bis wann in dieser Runde eingereicht werden kann.</summary>
public sealed record Blick(PortalDb Db, Akteur Wer, DateTime Jetzt, DateOnly Heute, DateOnly? Einreichungsfrist)
{
    /// <summary>Die Gruppen, für die die Person spricht.</summary>
    public IReadOnlyList<int> GefuehrteGruppen { get; } = [.. Wer.Fachgruppen.Where(f => f.Value == Mitgliedsrolle.Sprecher).Select(f => f.Key)];

    public IReadOnlyList<int> Gruppen { get; } = [.. Wer.Fachgruppen.Keys];
}
