using System.ComponentModel.DataAnnotations;
using Portal.Grundbegriffe;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Fachgruppen.Mitglieder;

/// <summary>Das Innere einer Gruppe: wer dazugehört, wer eingeladen ist, wer um Aufnahme gebeten hat.</summary>
public sealed record Mitgliederseite(
    Fachgruppe Gruppe, IReadOnlyList<Mitgliedszeile> Mitglieder, string? Weiter, IReadOnlyList<Einladungszeile> Einladungen, IReadOnlyList<Beitrittsanfrage> Anfragen, Akteur Wer, DateTime Jetzt)
{
    public bool Fuehrt => Wer.IstGeschaeftsfuehrung || Wer.IstSprecherVon(Gruppe.Id);
    public Auskunft DarfEinladen => Fachgruppenregeln.DarfEinladen(Gruppe, Wer);
    public Auskunft DarfEntscheiden => Fachgruppenregeln.DarfUeberBeitrittEntscheiden(Gruppe, Wer);

    /// <summary>Warum die Stellung dieser Person jetzt bleibt, wie sie ist; für Mitglieder ohne besondere Stellung spricht nie etwas dagegen.</summary>
    public string Sperrgrund(Mitgliedszeile zeile) =>
        Gruppe.Mitgliedschaften.FirstOrDefault(m => m.PersonId == zeile.PersonId) is { } m ? Fachgruppenregeln.DarfStellungAendern(Gruppe, m, Mitgliedsrolle.Mitglied, Wer).Einwand : "";
}

public sealed record Mitgliedszeile(int PersonId, string Kennung, string Name, string Organisation, string Email, Mitgliedsrolle Rolle, DateOnly Von);

public sealed record Einladungszeile(string Kennung, string Name, string Email, Mitgliedsrolle Rolle, DateTime ErstelltAm, DateTime GueltigBis, int GesendetAnzahl);

public sealed class Einladungsform
{
    [Display(Name = "E-Mail-Adresse"), Required, MailAddressField]
    public string Email { get; set; } = "";

    [Display(Name = "Vorname"), Required, StringLength(80), SauberesFeld]
    public string Vorname { get; set; } = "";

    [Display(Name = "Nachname"), Required, StringLength(80), SauberesFeld]
    public string Nachname { get; set; } = "";

    [Display(Name = "Stellung in der Gruppe")]
    public Mitgliedsrolle Rolle { get; set; }
}

public sealed class Austrittsform
{
    [Display(Name = "Grund"), StringLength(1000), SauberesFeld]
    public string? Grund { get; set; }
}

public sealed class Ablehnungsform
{
    [Display(Name = "Grund der Ablehnung"), Required, StringLength(2000), SauberesFeld]
    public string Grund { get; set; } = "";
}
