using Portal.Grundbegriffe;
using Portal.Stammdaten;
using Portal.Zugang;

namespace Portal.Fachgruppen;

/// <summary>
/// Eine offene, stadtweite Arbeitsgruppe zu einem Handlungsfeld oder Querschnittsthema; frei und unabhängig in ihrer Arbeit.
/// Auch Fachsozialplanungen und ergänzende Arbeitsstrukturen sind hier geführt; ihr <see cref="Weg"/> unterscheidet sie.
/// </summary>
public sealed class Fachgruppe : Planungsobjekt
{
    private readonly List<Mitgliedschaft> _mitgliedschaften = [];
    private readonly List<Fachgruppenschritt> _schritte = [];

    private Fachgruppe() { }

    public Fachgruppe(string name, Weg weg, Akteur wer, DateTime jetzt, DateOnly am, string grund)
    {
        Fachgruppenregeln.DarfAnlegen(wer).Verlangen();
        Fachgruppenregeln.DarfAmTagBeginnen(am, Ortszeit.Datum(jetzt)).Verlangen();
        Kennung = Kennungen.AusName(name);
        Name = name.Trim();
        Weg = weg;
        SchrittFesthalten(Fachgruppenzustand.Vorgeschlagen, wer, jetzt, am, grund);
        Vermerken("fachgruppe.vorgeschlagen", wer.PersonId, jetzt, "hat die Gruppe vorgeschlagen", grund);
    }

    public string Name { get; private set; } = "";
    public Weg Weg { get; private set; }
    public int? HandlungsfeldId { get; private set; }
    public Handlungsfeld? Handlungsfeld { get; private set; }

    /// <summary>Statt eines Handlungsfelds, z. B. „Digitalisierung“.</summary>
    public string Querschnittsthema { get; private set; } = "";

    public string Auftrag { get; private set; } = "";

    /// <summary>Wie oft sich die Gruppe trifft, in ihren eigenen Worten.</summary>
    public string Turnus { get; private set; } = "";

    public Fachgruppenzustand Zustand { get; private set; }

    public IReadOnlyList<Mitgliedschaft> Mitgliedschaften => _mitgliedschaften;
    public IReadOnlyList<Fachgruppenschritt> Schritte => _schritte;

    public override string Gegenstand => "Fachgruppe";
    public override string Bezeichnung => Name;

    public bool HatSprecherin => _mitgliedschaften.Exists(m => m.IstAktuell && m.Rolle == Mitgliedsrolle.Sprecher);

    public void Beschreiben(string name, int? handlungsfeldId, string querschnittsthema, string auftrag, string turnus)
    {
        Fachgruppenregeln.ThemaStimmt(handlungsfeldId, querschnittsthema).Verlangen(nameof(Handlungsfeld));
        Name = name.Trim();
        HandlungsfeldId = handlungsfeldId;
        Querschnittsthema = querschnittsthema.Trim();
        Auftrag = auftrag.Trim();
        Turnus = turnus.Trim();
    }

    /// <summary>Ändert die Angaben der Gruppe; die Kennung und damit ihre Adresse bleibt.</summary>
    public void AngabenAendern(string name, int? handlungsfeldId, string querschnittsthema, string auftrag, string turnus, Akteur wer, DateTime jetzt)
    {
        Fachgruppenregeln.DarfBeschreiben(this, wer).Verlangen();
        Beschreiben(name, handlungsfeldId, querschnittsthema, auftrag, turnus);
        Vermerken("fachgruppe.angaben", wer.PersonId, jetzt, "hat die Angaben zur Gruppe geändert").ImKreisVon(Id);
    }

    /// <summary>Der nächste Schritt im Lebenslauf, mit Tag und Grund.</summary>
    public void Weiterfuehren(Fachgruppenzustand ziel, Akteur wer, DateTime jetzt, DateOnly am, string grund)
    {
        Fachgruppenregeln.DarfWeiterfuehren(this, ziel, wer, am, grund, Ortszeit.Datum(jetzt)).Verlangen();
        SchrittFesthalten(ziel, wer, jetzt, am, grund);
        Vermerken("fachgruppe.weitergefuehrt", wer.PersonId, jetzt, $"hat die Gruppe weitergeführt: {ziel.Anzeige()}", grund).FuerAlle().ImKreisVon(Id);
    }

    /// <summary>Nimmt jemanden auf; wer schon dabei ist, bekommt nur die andere Stellung.</summary>
    public Mitgliedschaft Aufnehmen(Person person, Mitgliedsrolle rolle, int? vonPersonId, DateTime jetzt)
    {
        Fachgruppenregeln.DarfAufnehmen(this).Verlangen();
        var mitgliedschaft = _mitgliedschaften.Find(m => m.PersonId == person.Id && person.Id != 0 && m.IstAktuell);
        if (mitgliedschaft is null)
        {
            mitgliedschaft = new Mitgliedschaft(this, person, rolle, Ortszeit.Datum(jetzt));
            _mitgliedschaften.Add(mitgliedschaft);
        }
        else
        {
            mitgliedschaft.StellungAendern(rolle);
        }
        Vermerken("fachgruppe.mitglied", vonPersonId, jetzt, $"hat {person.Name} aufgenommen ({rolle.Anzeige()})").ImKreisVon(Id).Betrifft(person.Id);
        return mitgliedschaft;
    }

    /// <returns>Die Einladung und der geheime Teil des Links, der nirgends gespeichert wird.</returns>
    public (Einladung Einladung, string Geheimnis) Einladen(string email, string vorname, string nachname, Mitgliedsrolle rolle, Akteur wer, DateTime jetzt)
    {
        Fachgruppenregeln.DarfEinladen(this, wer).Verlangen();
        return Einladung.InDieFachgruppe(email, vorname, nachname, Id, rolle, wer, jetzt);
    }

    public void StellungAendern(Mitgliedschaft mitgliedschaft, Mitgliedsrolle rolle, Akteur wer, DateTime jetzt)
    {
        Fachgruppenregeln.DarfStellungAendern(this, mitgliedschaft, rolle, wer).Verlangen();
        mitgliedschaft.StellungAendern(rolle);
        Vermerken("fachgruppe.stellung", wer.PersonId, jetzt, $"hat die Stellung von {mitgliedschaft.Person.Name} geändert: {rolle.Anzeige()}").ImKreisVon(Id).Betrifft(mitgliedschaft.PersonId);
    }

    public void Beenden(Mitgliedschaft mitgliedschaft, Akteur wer, DateTime jetzt, string grund)
    {
        Fachgruppenregeln.DarfBeenden(this, mitgliedschaft, wer, grund).Verlangen();
        mitgliedschaft.Beenden(Ortszeit.Datum(jetzt));
        Vermerken("fachgruppe.austritt", wer.PersonId, jetzt, $"hat die Mitgliedschaft von {mitgliedschaft.Person.Name} beendet", grund).ImKreisVon(Id).Betrifft(mitgliedschaft.PersonId);
    }

    private void SchrittFesthalten(Fachgruppenzustand zustand, Akteur wer, DateTime jetzt, DateOnly am, string grund)
    {
        Zustand = zustand;
        _schritte.Add(new Fachgruppenschritt(zustand, am, grund.Trim(), wer.PersonId == 0 ? null : wer.PersonId, jetzt));
    }
}

/// <summary>Ein Schritt im Lebenslauf einer Fachgruppe.</summary>
public sealed class Fachgruppenschritt
{
    private Fachgruppenschritt() { }

    public Fachgruppenschritt(Fachgruppenzustand zustand, DateOnly am, string grund, int? personId, DateTime festgehaltenAm)
    {
        Zustand = zustand;
        Am = am;
        Grund = grund;
        PersonId = personId;
        FestgehaltenAm = festgehaltenAm;
    }

    public int Id { get; private set; }
    public int FachgruppeId { get; private set; }
    public Fachgruppenzustand Zustand { get; private set; }
    public DateOnly Am { get; private set; }
    public string Grund { get; private set; } = "";
    public int? PersonId { get; private set; }
    public DateTime FestgehaltenAm { get; private set; }
}

/// <summary>Dass eine Person von einem Tag an einer Fachgruppe angehört.</summary>
public sealed class Mitgliedschaft
{
    private Mitgliedschaft() { }

    public Mitgliedschaft(Fachgruppe fachgruppe, Person person, Mitgliedsrolle rolle, DateOnly von)
    {
        Fachgruppe = fachgruppe;
        Person = person;
        PersonId = person.Id;
        Rolle = rolle;
        Von = von;
    }

    public int Id { get; private set; }
    public int FachgruppeId { get; private set; }
    public Fachgruppe Fachgruppe { get; private set; } = null!;
    public int PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public Mitgliedsrolle Rolle { get; private set; }
    public DateOnly Von { get; private set; }

    /// <summary>Letzter Tag; leer, solange die Mitgliedschaft besteht.</summary>
    public DateOnly? Bis { get; private set; }

    public bool IstAktuell => Bis is null;

    internal void StellungAendern(Mitgliedsrolle rolle) => Rolle = rolle;
    internal void Beenden(DateOnly am) => Bis = am;
}
