using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Stammdaten.Barrieren;

/// <summary>Jemand ist im Portal auf eine Barriere gestoßen. Die Geschäftsführung beseitigt sie und antwortet, wenn eine Adresse dabeisteht.</summary>
public sealed class Barrieremeldung : Planungsobjekt
{
    /// <summary>So viele Tage nach der Meldung soll eine Antwort da sein (§ 12b BGG und die Gesetze der Länder nennen einen Monat; wir versprechen vier Wochen).</summary>
    public const int Antworttage = 28;

    private Barrieremeldung() { }

    public Barrieremeldung(string seite, string beschreibung, string name, string email, DateTime jetzt)
    {
        Kennung = Kennungen.Zufaellig();
        Seite = seite.Trim();
        Beschreibung = beschreibung.Trim();
        Name = name.Trim();
        Email = email.Trim();
        EmailNormal = Person.Normal(email);
        GemeldetAm = jetzt;
        Vermerken("barriere.gemeldet", null, jetzt, "hat eine Barriere gemeldet");
    }

    /// <summary>Auf welcher Seite, in den Worten der meldenden Person; darf leer sein.</summary>
    public string Seite { get; private set; } = "";

    public string Beschreibung { get; private set; } = "";

    /// <summary>Freiwillig.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Freiwillig; ohne Adresse gibt es keine Antwort.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Nur zum Vergleichen.</summary>
    public string EmailNormal { get; private set; } = "";

    public DateTime GemeldetAm { get; private set; }
    public DateTime? ErledigtAm { get; private set; }
    public int? ErledigtVonId { get; private set; }

    /// <summary>Was getan wurde; geht als Antwort an die Adresse, wenn eine angegeben ist.</summary>
    public string Antwort { get; private set; } = "";

    public bool IstOffen => ErledigtAm is null;
    public bool WillAntwort => Email.Length > 0;

    /// <summary>Bis zu diesem Tag soll geantwortet sein.</summary>
    public DateOnly AntwortBis => Ortszeit.Datum(GemeldetAm).AddDays(Antworttage);

    public override string Gegenstand => "Barrieremeldung";
    /// <summary>Ohne ein Wort der Meldung: Sie wird eines Tages gelöscht, der Verlauf nicht.</summary>
    public override string Bezeichnung => $"Meldung vom {Ortszeit.Kurz(Ortszeit.Datum(GemeldetAm))}";

    public void Erledigen(string antwort, Akteur wer, DateTime jetzt)
    {
        Barriereregeln.DarfErledigen(this, antwort, wer).Verlangen();
        Antwort = antwort.Trim();
        ErledigtAm = jetzt;
        ErledigtVonId = wer.PersonId;
        Vermerken("barriere.erledigt", wer.PersonId, jetzt, "hat die Meldung einer Barriere beantwortet");
    }

    /// <summary>Wer sie schrieb, hat das Portal verlassen: Die Barriere bleibt gemeldet, eine Antwort geht an niemanden mehr.</summary>
    internal void NameErsetzen(Func<string, string> ohneName) =>
        (Name, Email, EmailNormal, Seite, Beschreibung, Antwort) = ("", "", "", ohneName(Seite), ohneName(Beschreibung), ohneName(Antwort));

    public void WiederOeffnen(Akteur wer, DateTime jetzt)
    {
        Barriereregeln.DarfWiederOeffnen(this, wer).Verlangen();
        ErledigtAm = null;
        ErledigtVonId = null;
        Vermerken("barriere.wieder-offen", wer.PersonId, jetzt, "hat die Meldung einer Barriere wieder geöffnet");
    }
}
