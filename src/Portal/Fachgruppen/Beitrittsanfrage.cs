using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Fachgruppen;

/// <summary>Jemand aus der Öffentlichkeit möchte in einer Fachgruppe mitarbeiten; die Gruppe entscheidet, eine Ablehnung hat einen Grund.</summary>
public sealed class Beitrittsanfrage : Planungsobjekt
{
    private Beitrittsanfrage() { }

    public Beitrittsanfrage(Fachgruppe fachgruppe, string vorname, string nachname, string email, string nachricht, DateTime jetzt)
    {
        Fachgruppenregeln.DarfBeitrittErbitten(fachgruppe).Verlangen();
        Kennung = Kennungen.Zufaellig();
        FachgruppeId = fachgruppe.Id;
        Vorname = vorname.Trim();
        Nachname = nachname.Trim();
        Email = email.Trim();
        EmailNormal = Person.Normal(email);
        Nachricht = nachricht.Trim();
        GestelltAm = jetzt;
        Vermerken("beitritt.erbeten", null, jetzt, "hat um Aufnahme in die Gruppe gebeten").ImKreisVon(fachgruppe.Id);
    }

    public int FachgruppeId { get; private set; }
    public Fachgruppe Fachgruppe { get; private set; } = null!;
    public string Vorname { get; private set; } = "";
    public string Nachname { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string EmailNormal { get; private set; } = "";
    public string Nachricht { get; private set; } = "";
    public DateTime GestelltAm { get; private set; }
    public DateTime? EntschiedenAm { get; private set; }
    public int? EntschiedenVonId { get; private set; }

    /// <summary>Leer, solange nicht entschieden ist.</summary>
    public bool? Angenommen { get; private set; }

    public string Ablehnungsgrund { get; private set; } = "";
    public bool IstOffen => EntschiedenAm is null;

    public override string Gegenstand => "Beitrittsanfrage";
    public override string Bezeichnung => $"{Vorname} {Nachname}";

    public void Annehmen(Akteur wer, DateTime jetzt) => Entscheiden(true, "", wer, jetzt);

    public void Ablehnen(string grund, Akteur wer, DateTime jetzt)
    {
        if (string.IsNullOrWhiteSpace(grund)) throw new RegelVerletzt("Bitte nennen Sie den Grund der Ablehnung; er steht in der Antwort.", nameof(grund));
        Entscheiden(false, grund.Trim(), wer, jetzt);
    }

    private void Entscheiden(bool angenommen, string grund, Akteur wer, DateTime jetzt)
    {
        Fachgruppenregeln.DarfUeberBeitrittEntscheiden(Fachgruppe, wer).Verlangen();
        if (!IstOffen) throw new RegelVerletzt("Über diese Anfrage ist schon entschieden.");
        Angenommen = angenommen;
        Ablehnungsgrund = grund;
        EntschiedenAm = jetzt;
        EntschiedenVonId = wer.PersonId;
        Vermerken("beitritt.entschieden", wer.PersonId, jetzt, angenommen ? "hat den Beitritt angenommen" : "hat den Beitritt abgelehnt", grund).ImKreisVon(FachgruppeId);
    }
}
