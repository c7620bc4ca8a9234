using Portal.Grundbegriffe;

namespace Portal.Zugang;

/// <summary>Ein Mensch, der mitwirkt. Das Konto, mit dem er sich anmeldet, ist davon getrennt: Beiträge bleiben, auch wenn das Konto geht.</summary>
public sealed class Person : Planungsobjekt
{
    private Person() { }

    public Person(string vorname, string nachname, string email, string organisation = "")
    {
        Kennung = Kennungen.Zufaellig();
        Aendern(vorname, nachname, organisation);
        Email = email.Trim();
        EmailNormal = Normal(email);
    }

    public string Vorname { get; private set; } = "";
    public string Nachname { get; private set; } = "";
    public string Email { get; private set; } = "";

    /// <summary>Nur zum Vergleichen und Suchen: ohne Rand, in Großbuchstaben.</summary>
    public string EmailNormal { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    /// <summary>Nur zum Suchen: Nachname, Vorname und Organisation in Großbuchstaben.</summary>
    public string NameNormal { get; private set; } = "";

    /// <summary>Wie die Person früher hieß und wo sie früher zu erreichen war: damit beim Löschen auch das gefunden wird, was noch darunter steht.</summary>
    public List<string> FruehereNamen { get; private set; } = [];

    /// <inheritdoc cref="FruehereNamen"/>
    public List<string> FruehereAdressen { get; private set; } = [];

    public List<Rolle> Rollen { get; private set; } = [];

    /// <summary>Gesperrte und ausgeschiedene Personen können sich nicht anmelden.</summary>
    public bool Gesperrt { get; private set; }

    /// <summary>UTC; seit wann das Konto gelöscht und der Name fort ist.</summary>
    public DateTime? AusgeschiedenAm { get; private set; }

    /// <summary>UTC; seit wann „Was steht an?“ als gelesen gilt.</summary>
    public DateTime? ZuletztGelesen { get; private set; }

    public string Name => $"{Vorname} {Nachname}".Trim();

    public override string Gegenstand => "Person";
    public override string Bezeichnung => Name;

    public static string Normal(string email) => email.Trim().ToUpperInvariant();

    public void Aendern(string vorname, string nachname, string organisation)
    {
        var bisher = Name;
        Vorname = vorname.Trim();
        Nachname = nachname.Trim();
        Organisation = organisation.Trim();
        NameNormal = $"{Nachname} {Vorname} {Organisation}".Trim().ToUpperInvariant();
        if (bisher.Length > 0 && bisher != Name && !FruehereNamen.Contains(bisher)) FruehereNamen = [.. FruehereNamen, bisher];
    }

    public void EmailAendern(string email, int vonPersonId, DateTime jetzt)
    {
        if (!FruehereAdressen.Contains(Email)) FruehereAdressen = [.. FruehereAdressen, Email];
        Email = email.Trim();
        EmailNormal = Normal(email);
        Vermerken("person.email", vonPersonId, jetzt, "hat die E-Mail-Adresse geändert");
    }

    /// <param name="uebrig">Wer außer dieser Person das Portal noch führen und verwalten kann.</param>
    public void RollenSetzen(IReadOnlyCollection<Rolle> rollen, Verbleibende uebrig, Akteur wer, DateTime jetzt)
    {
        Personenregeln.DarfRollenSetzen(this, rollen, wer, uebrig).Verlangen(nameof(Rollen));
        RollenMitbringen(rollen, wer.PersonId, jetzt);
    }

    /// <summary>Rollen, über die schon anderswo entschieden ist: durch eine Einladung, eine Liste, einen Sitz der Konferenz oder die Ersteinrichtung.</summary>
    internal void RollenMitbringen(IEnumerable<Rolle> rollen, int? vonPersonId, DateTime jetzt)
    {
        var neu = rollen.Distinct().Order().ToList();
        if (neu.SequenceEqual(Rollen)) return;
        Rollen = neu;
        var namen = neu.Count == 0 ? "keine" : string.Join(", ", neu.Select(r => r.Anzeige()));
        Vermerken("person.rollen", vonPersonId, jetzt, $"hat die Rollen festgelegt: {namen}");
    }

    public void Sperren(string grund, Verbleibende uebrig, Akteur wer, DateTime jetzt)
    {
        Personenregeln.DarfSperren(this, wer, uebrig).Verlangen();
        Gesperrt = true;
        Vermerken("person.gesperrt", wer.PersonId, jetzt, "hat den Zugang gesperrt", grund);
    }

    public void Entsperren(Akteur wer, DateTime jetzt)
    {
        Personenregeln.DarfEntsperren(this, wer).Verlangen();
        Gesperrt = false;
        Vermerken("person.entsperrt", wer.PersonId, jetzt, "hat den Zugang wieder geöffnet");
    }

    /// <summary>Am Server, wenn im Portal niemand mehr helfen kann.</summary>
    public void ZugangOeffnen(DateTime jetzt)
    {
        Personenregeln.DarfZugangOeffnen(this).Verlangen();
        Gesperrt = false;
        Vermerken("person.zugang", null, jetzt, "hat am Server einen Link für ein neues Kennwort ausgegeben, den Zugang geöffnet und einen zweiten Faktor ausgeschaltet");
    }

    /// <param name="eingeschaltet">Ob das Konto einen zweiten Faktor hat.</param>
    public void ZweitenFaktorEntfernen(bool eingeschaltet, Akteur wer, DateTime jetzt)
    {
        Personenregeln.DarfZweitenFaktorEntfernen(this, eingeschaltet, wer).Verlangen();
        Vermerken("person.faktor", wer.PersonId, jetzt, "hat den zweiten Faktor entfernt");
    }

    /// <summary>Das Konto geht, der Name auch; die Beiträge bleiben und gehören „ehemaliges Mitglied“.</summary>
    /// <param name="grund">Warum jemand anderes die Person löscht; leer, wenn sie es selbst tut.</param>
    public void Ausscheiden(int vonPersonId, DateTime jetzt, string? grund = null)
    {
        Aendern("ehemaliges", "Mitglied", "");
        (FruehereNamen, FruehereAdressen) = ([], []);
        Email = $"{Kennung}@ausgeschieden.invalid";
        EmailNormal = Normal(Email);
        Rollen = [];
        Gesperrt = true;
        AusgeschiedenAm = jetzt;
        ZuletztGelesen = null;
        Vermerken("person.ausgeschieden", vonPersonId, jetzt, vonPersonId == Id ? "hat das eigene Konto gelöscht" : "hat die Person gelöscht", grund);
    }

    public void HatGelesen(DateTime jetzt) => ZuletztGelesen = jetzt;
}
