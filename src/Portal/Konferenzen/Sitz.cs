using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Konferenzen;

/// <summary>Ob jemand den Sitz innehat oder ihn vertritt.</summary>
public enum Sitzstellung
{
    Inhaber,
    Stellvertretung,
}

/// <summary>
/// Ein Platz in der Sozialplanungskonferenz. An ihm, nicht am Konto, hängt das Recht zu bewerten und abzustimmen: ein Sitz, eine Stimme.
/// Wer ihn innehat, wechselt mit der Zeit; zu jedem Tag gibt es höchstens eine Inhaber:in.
/// </summary>
public sealed class Sitz : Planungsobjekt
{
    private readonly List<Sitzbesetzung> _besetzungen = [];

    private Sitz() { }

    /// <param name="nummer">Zählt in der Bank weiter; die Nummer eines weggefallenen Sitzes wird nicht wieder vergeben.</param>
    public Sitz(Bank bank, int nummer, string fraktion, DateOnly von)
    {
        (Bank, Bankname) = (bank.Schluessel, bank.Name);
        Nummer = nummer;
        Fraktion = fraktion;
        Von = von;
        Kennung = $"{Bank}-{nummer}";
    }

    /// <summary>Schlüssel der Bank in der Geschäftsordnung.</summary>
    public string Bank { get; private set; } = "";

    /// <summary>Wie die Bank in der jüngsten beschlossenen Geschäftsordnung heißt, in der es den Sitz gibt.</summary>
    public string Bankname { get; private set; } = "";

    public int Nummer { get; private set; }

    /// <summary>Leer bei Bänken, die nicht nach Fraktionen besetzt werden.</summary>
    public string Fraktion { get; private set; } = "";

    public DateOnly Von { get; private set; }

    /// <summary>Letzter Tag, wenn der Sitz mit einer neuen Geschäftsordnung wegfällt.</summary>
    public DateOnly? Bis { get; private set; }

    /// <summary>Zählt jede Änderung an der Besetzung, damit auch sie als Änderung dieses Sitzes gilt und zwei zugleich nicht beide gelingen.</summary>
    public int Besetzungsstand { get; private set; }

    public IReadOnlyList<Sitzbesetzung> Besetzungen => _besetzungen;

    public override string Gegenstand => "Sitz";
    public override string Bezeichnung => Name;

    /// <summary>„Politik 3“.</summary>
    public string Name => $"{Bankname} {Nummer}";

    public Sitzbesetzung? InhaberAm(DateOnly tag) => _besetzungen.Find(b => b.Stellung == Sitzstellung.Inhaber && b.Zeitraum.Umfasst(tag));

    public IEnumerable<Sitzbesetzung> StellvertretungenAm(DateOnly tag) =>
        _besetzungen.Where(b => b.Stellung == Sitzstellung.Stellvertretung && b.Zeitraum.Umfasst(tag)).OrderBy(b => b.Von).ThenBy(b => b.Id);

    /// <param name="andere">Was die Person sonst in der Konferenz innehat oder vertritt.</param>
    /// <param name="stellvertretungen">Wie viele Stellvertretungen die Geschäftsordnung je Sitz erlaubt.</param>
    public Sitzbesetzung Besetzen(Person person, Sitzstellung stellung, DateOnly von, string entsandtVon, IReadOnlyList<Sitzbesetzung> andere, int stellvertretungen, Akteur wer, DateTime jetzt)
    {
        Sitzregeln.DarfBesetzen(this, person, stellung, von, entsandtVon, andere, stellvertretungen, wer, Ortszeit.Datum(jetzt)).Verlangen();
        return Aufnehmen(person, stellung, von, entsandtVon, wer, jetzt);
    }

    /// <summary>Eine andere Person übernimmt den Sitz; die bisherige hat ihn bis zum Tag davor.</summary>
    public Sitzbesetzung Nachbesetzen(Person person, DateOnly ab, string entsandtVon, string grund, IReadOnlyList<Sitzbesetzung> andere, Akteur wer, DateTime jetzt)
    {
        Sitzregeln.DarfNachbesetzen(this, person, ab, entsandtVon, grund, andere, wer, Ortszeit.Datum(jetzt)).Verlangen();
        EndenLassen(InhaberAm(ab)!, ab.AddDays(-1), grund, wer, jetzt);
        return Aufnehmen(person, Sitzstellung.Inhaber, ab, entsandtVon, wer, jetzt);
    }

    public void Beenden(Sitzbesetzung besetzung, DateOnly letzterTag, string grund, Akteur wer, DateTime jetzt)
    {
        Sitzregeln.DarfBeenden(besetzung, letzterTag, grund, wer).Verlangen();
        EndenLassen(besetzung, letzterTag, grund, wer, jetzt);
    }

    /// <summary>Die Person behält ihren Platz, handelt aber nicht; in dieser Zeit vertritt sie ihre Stellvertretung.</summary>
    public void RuhenLassen(Sitzbesetzung besetzung, DateOnly von, DateOnly? bis, string grund, Akteur wer, DateTime jetzt)
    {
        Sitzregeln.DarfRuhen(besetzung, von, bis, grund, wer).Verlangen();
        besetzung.RuheBeginnen(von, bis, grund);
        Besetzungsstand++;
        Vermerken("sitz.ruht", wer.PersonId, jetzt, $"hat vermerkt, dass die Mitgliedschaft von {besetzung.Person.Name} ab dem {Ortszeit.Kurz(von)} ruht").Betrifft(besetzung.PersonId);
    }

    /// <param name="letzterTag">Der letzte Tag, an dem sie ruht.</param>
    public void RuheBeenden(Sitzbesetzung besetzung, DateOnly letzterTag, Akteur wer, DateTime jetzt)
    {
        Sitzregeln.DarfRuheBeenden(besetzung, letzterTag, wer).Verlangen();
        besetzung.RuheEnden(letzterTag);
        Besetzungsstand++;
        Vermerken("sitz.ruhe-beendet", wer.PersonId, jetzt, $"hat vermerkt, dass die Mitgliedschaft von {besetzung.Person.Name} bis zum {Ortszeit.Kurz(letzterTag)} ruht").Betrifft(besetzung.PersonId);
    }

    /// <summary>Der Sitz bleibt mit einer neuen Geschäftsordnung; seine Bank kann darin anders heißen.</summary>
    public void Bleiben(Bank bank) => Bankname = bank.Name;

    /// <summary>Der Sitz fällt mit einer neuen Geschäftsordnung weg, und mit ihm, wer ihn innehat oder vertritt.</summary>
    public void Wegfallen(DateOnly letzterTag, string grund, Akteur wer, DateTime jetzt)
    {
        foreach (var besetzung in _besetzungen.Where(b => b.Bis is not { } bis || bis > letzterTag).ToList())
        {
            if (besetzung.Von > letzterTag) _besetzungen.Remove(besetzung);
            else EndenLassen(besetzung, letzterTag, grund, wer, jetzt);
        }
        Bis = letzterTag;
        Vermerken("sitz.weggefallen", wer.PersonId, jetzt, $"hat den Sitz zum {Ortszeit.Kurz(letzterTag)} aufgehoben", grund);
    }

    /// <summary>
    /// Wer das Portal verlässt, gehört von jetzt an zu keinem Sitz mehr: Der letzte Tag ist heute, und heute handelt schon die Stellvertretung. Was
    /// erst künftig begänne, entfällt.
    /// </summary>
    public void Freigeben(int personId, DateTime jetzt)
    {
        var heute = Ortszeit.Datum(jetzt);
        foreach (var besetzung in _besetzungen.FindAll(b => b.PersonId == personId))
        {
            besetzung.Vergessen();
            if (besetzung.Bis < heute) continue;
            if (besetzung.Von > heute) _besetzungen.Remove(besetzung);
            else besetzung.SofortEnden(heute);
            Besetzungsstand++;
            Vermerken("sitz.beendet", null, jetzt, $"hat beendet: {besetzung.Person.Name} ({besetzung.Stellung.Anzeige()}), weil die Person das Portal verlassen hat").Betrifft(personId);
        }
    }

    private Sitzbesetzung Aufnehmen(Person person, Sitzstellung stellung, DateOnly von, string entsandtVon, Akteur wer, DateTime jetzt)
    {
        var besetzung = new Sitzbesetzung(this, person, stellung, von, entsandtVon.Trim(), jetzt);
        _besetzungen.Add(besetzung);
        Besetzungsstand++;
        Vermerken("sitz.besetzt", wer.PersonId, jetzt, $"hat den Sitz besetzt: {person.Name} ({stellung.Anzeige()}), ab {Ortszeit.Kurz(von)}").Betrifft(person.Id);
        return besetzung;
    }

    private void EndenLassen(Sitzbesetzung besetzung, DateOnly letzterTag, string grund, Akteur wer, DateTime jetzt)
    {
        besetzung.Enden(letzterTag, grund.Trim());
        Besetzungsstand++;
        Vermerken("sitz.beendet", wer.PersonId, jetzt, $"hat beendet: {besetzung.Person.Name} ({besetzung.Stellung.Anzeige()}), letzter Tag {Ortszeit.Kurz(letzterTag)}", grund.Trim()).Betrifft(besetzung.PersonId);
    }
}

/// <summary>Dass eine Person von einem Tag bis zu einem Tag einen Sitz innehat oder vertritt, und wer sie entsandt hat.</summary>
public sealed class Sitzbesetzung
{
    private readonly List<Ruhezeit> _ruhezeiten = [];

    private Sitzbesetzung() { }

    internal Sitzbesetzung(Sitz sitz, Person person, Sitzstellung stellung, DateOnly von, string entsandtVon, DateTime festgehaltenAm)
    {
        Kennung = Kennungen.Zufaellig();
        Sitz = sitz;
        Person = person;
        PersonId = person.Id;
        Stellung = stellung;
        Von = von;
        EntsandtVon = entsandtVon;
        FestgehaltenAm = festgehaltenAm;
    }

    public int Id { get; private set; }
    public string Kennung { get; private set; } = "";
    public int SitzId { get; private set; }
    public Sitz Sitz { get; private set; } = null!;
    public int PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public Sitzstellung Stellung { get; private set; }
    public DateOnly Von { get; private set; }

    /// <summary>Letzter Tag; leer, solange kein Ende feststeht.</summary>
    public DateOnly? Bis { get; private set; }

    /// <summary>Wer die Person entsandt hat, z. B. eine Fraktion, ein Amt oder ein Verband.</summary>
    public string EntsandtVon { get; private set; } = "";

    public string Endegrund { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime FestgehaltenAm { get; private set; }

    public IReadOnlyList<Ruhezeit> Ruhezeiten => _ruhezeiten;

    public Zeitraum Zeitraum => new(Von, Bis);

    public bool RuhtAm(DateOnly tag) => _ruhezeiten.Exists(r => r.Zeitraum.Umfasst(tag));

    internal void Enden(DateOnly letzterTag, string grund)
    {
        Bis = letzterTag;
        Endegrund = grund;
    }

    internal void RuheBeginnen(DateOnly von, DateOnly? bis, string grund) => _ruhezeiten.Add(new Ruhezeit(von, bis, grund.Trim()));

    /// <summary>Heute ist der letzte Tag, und für heute ruht die Mitgliedschaft schon.</summary>
    internal void SofortEnden(DateOnly heute)
    {
        _ruhezeiten.RemoveAll(r => r.Zeitraum.Von > heute);
        foreach (var laufende in _ruhezeiten.Where(r => r.Zeitraum.Umfasst(heute))) laufende.Enden(heute);
        if (!RuhtAm(heute)) _ruhezeiten.Add(new Ruhezeit(heute, heute, ""));
        Enden(heute, "");
    }

    /// <summary>Die Gründe gehen mit der Person.</summary>
    internal void Vergessen()
    {
        Endegrund = "";
        foreach (var ruhezeit in _ruhezeiten) ruhezeit.Vergessen();
    }

    internal void RuheEnden(DateOnly letzterTag) => _ruhezeiten.Find(r => r.Zeitraum.Umfasst(letzterTag))?.Enden(letzterTag);
}

/// <summary>Eine Zeit, in der eine Mitgliedschaft in der Konferenz ruht, z. B. während einer längeren Krankheit.</summary>
public sealed class Ruhezeit
{
    private Ruhezeit() { }

    internal Ruhezeit(DateOnly von, DateOnly? bis, string grund)
    {
        Von = von;
        Bis = bis;
        Grund = grund;
    }

    public int Id { get; private set; }
    public int SitzbesetzungId { get; private set; }
    public DateOnly Von { get; private set; }
    public DateOnly? Bis { get; private set; }

    /// <summary>Liest nur die Geschäftsführung.</summary>
    public string Grund { get; private set; } = "";

    public Zeitraum Zeitraum => new(Von, Bis);

    internal void Enden(DateOnly letzterTag) => Bis = letzterTag;

    internal void Vergessen() => Grund = "";
}
