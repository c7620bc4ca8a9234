using Portal.Platform.Mail;

namespace Portal.Zugang;

/// <summary>
/// Der Brief zu einer Einladung. Wer einlädt, legt beides in einem <c>SaveChanges</c> ab:
/// <code>
/// var (einladung, geheimnis) = Einladung.InDieFachgruppe(…);
/// Db.Einladungen.Add(einladung);
/// Db.OutgoingMails.Add(Einladungsbrief.Schreiben(briefe, einladung, geheimnis, Wer, gruppe.Name));
/// await Db.SaveChangesAsync();
/// </code>
/// </summary>
public static class Einladungsbrief
{
    /// <param name="geheimnis">Der geheime Teil des Links, wie ihn die Einladung beim Anlegen oder Erneuern zurückgibt.</param>
    /// <param name="von">Wer einlädt.</param>
    /// <param name="fachgruppe">Name der Fachgruppe; leer, wenn die Einladung in das Portal führt.</param>
    public static OutgoingMail Schreiben(MailWriter briefe, Einladung einladung, string geheimnis, Akteur von, string? fachgruppe = null)
    {
        var wohin = fachgruppe is null ? "am Online-Portal Sozialplanung" : $"in der Fachgruppe „{fachgruppe}“";
        var name = $"{einladung.Vorname} {einladung.Nachname}".Trim();
        return briefe.Write(
            einladung.Email,
            name.Length > 0 ? name : einladung.Email,
            fachgruppe is null ? "Einladung zum Online-Portal Sozialplanung" : $"Einladung in die Fachgruppe „{fachgruppe}“",
            [$"{von.Name} lädt Sie ein, {wohin} mitzuarbeiten.",
                $"Öffnen Sie dazu bis zum {Grundbegriffe.Ortszeit.KurzMitUhrzeit(einladung.GueltigBis)} den Link und richten Sie Ihren Zugang ein. Der Link gilt nur für Sie und nur einmal."],
            ($"/einladung/{geheimnis}", "Einladung ansehen"),
            $"Sie bekommen diese Nachricht, weil {von.Name} Ihre E-Mail-Adresse für diese Einladung angegeben hat. Möchten Sie nicht mitarbeiten, müssen Sie nichts tun: Die Einladung verfällt von selbst.",
            confidential: true,
            names: von);
    }
}
