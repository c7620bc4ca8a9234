using Portal.Grundbegriffe;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Sondervoten;

/// <summary>Wo ein Sondervotum steht; ob es feststeht, entscheidet allein die Uhr.</summary>
public enum Sondervotumszustand
{
    /// <summary>Andere können mitzeichnen, und jede Person kann ihren Namen zurücknehmen.</summary>
    Offen,

    /// <summary>Nach dem letzten Tag: Text und Namen ändern sich nicht mehr.</summary>
    Fest,

    /// <summary>Alle haben ihren Namen zurückgenommen.</summary>
    Zurueckgezogen,
}

/// <summary>
/// Die Meinung einer Minderheit der Konferenz zu dem, was die Konferenz entschieden hat, mit den Namen derer, die sie tragen. Bis zum letzten
/// Tag können andere mitzeichnen; danach bleibt sie bei der Empfehlung, wo immer diese gezeigt wird.
/// </summary>
public sealed class Sondervotum : Planungsobjekt
{
    private readonly List<Mitzeichnung> _mitzeichnungen = [];

    private Sondervotum() { }

    /// <param name="kennung">Jahr und laufende Nummer, z. B. „2026-1“.</param>
    /// <param name="abstimmung">Geschlossen, mit ihren Stimmrechten.</param>
    /// <param name="vorschlag">Die Empfehlung, um die es geht; leer, wenn es um den Antrag als Ganzes geht.</param>
    /// <param name="schonUnterschrieben">Ob der Sitz schon unter einem anderen Sondervotum zu derselben Empfehlung steht.</param>
    public Sondervotum(string kennung, Abstimmung abstimmung, Vorschlag? vorschlag, string text, bool schonUnterschrieben, Akteur wer, DateTime jetzt)
    {
        Sondervotumsregeln.DarfVerfassen(abstimmung, vorschlag, schonUnterschrieben, wer, jetzt).Und(Sondervotumsregeln.TextStimmt(text)).Verlangen();
        Kennung = kennung;
        (Abstimmung, AbstimmungId) = (abstimmung, abstimmung.Id);
        (Vorschlag, VorschlagId) = (vorschlag, vorschlag?.Id);
        Text = text.Trim();
        AngelegtAm = jetzt;
        LetzterTag = Sondervotumsregeln.LetzterTag(abstimmung);
        Unterschreiben(wer, jetzt);
        Vermerken("sondervotum.angelegt", wer.PersonId, jetzt, $"hat ein Sondervotum abgegeben; mitzeichnen können andere bis zum {Ortszeit.Lang(LetzterTag)}");
    }

    public int AbstimmungId { get; private set; }
    public Abstimmung Abstimmung { get; private set; } = null!;
    public int? VorschlagId { get; private set; }

    /// <summary>Die Empfehlung, um die es geht; leer, wenn es um den Antrag als Ganzes geht.</summary>
    public Vorschlag? Vorschlag { get; private set; }

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime AngelegtAm { get; private set; }

    /// <summary>Bis 24 Uhr dieses Tages kann mitgezeichnet und zurückgenommen werden.</summary>
    public DateOnly LetzterTag { get; private set; }

    /// <summary>UTC; wann die letzte Person ihren Namen zurücknahm.</summary>
    public DateTime? ZurueckgezogenAm { get; private set; }

    /// <summary>Wie viele es tragen; steht hier, damit Ändern und Mitzeichnen im selben Augenblick einander bemerken.</summary>
    public int Unterschriften { get; private set; }

    /// <summary>Die erste ist von der Person, die es geschrieben hat, solange sie ihren Namen nicht zurücknimmt.</summary>
    public IReadOnlyList<Mitzeichnung> Mitzeichnungen => _mitzeichnungen;

    public override string Gegenstand => "Sondervotum";
    public override string Bezeichnung => $"zu: {Abstimmung.Antrag}";

    public Sondervotumszustand ZustandAm(DateTime jetzt) =>
        ZurueckgezogenAm is not null ? Sondervotumszustand.Zurueckgezogen
        : new Frist(LetzterTag).IstVerstrichen(jetzt) ? Sondervotumszustand.Fest
        : Sondervotumszustand.Offen;

    public Mitzeichnung? MitzeichnungVon(Akteur wer) => wer.IstAngemeldet ? _mitzeichnungen.Find(m => m.PersonId == wer.PersonId) : null;

    /// <summary>Solange niemand sonst unterschrieben hat: Wer mitzeichnet, weiß, was über seinem Namen steht.</summary>
    public void Aendern(string text, Akteur wer, DateTime jetzt)
    {
        Sondervotumsregeln.DarfAendern(this, wer, jetzt).Und(Sondervotumsregeln.TextStimmt(text)).Verlangen();
        Text = text.Trim();
        Vermerken("sondervotum.geaendert", wer.PersonId, jetzt, "hat den Text des Sondervotums geändert");
    }

    public void Mitzeichnen(bool schonUnterschrieben, Akteur wer, DateTime jetzt)
    {
        Sondervotumsregeln.DarfMitzeichnen(this, schonUnterschrieben, wer, jetzt).Verlangen();
        Unterschreiben(wer, jetzt);
        Vermerken("sondervotum.mitgezeichnet", wer.PersonId, jetzt, "hat das Sondervotum mitgezeichnet");
    }

    /// <summary>Nimmt den eigenen Namen zurück; mit dem letzten Namen ist das Sondervotum zurückgezogen.</summary>
    public void Zuruecknehmen(Akteur wer, DateTime jetzt)
    {
        Sondervotumsregeln.DarfZuruecknehmen(this, wer, jetzt).Verlangen();
        _mitzeichnungen.Remove(MitzeichnungVon(wer)!);
        Unterschriften = _mitzeichnungen.Count;
        if (Unterschriften == 0) ZurueckgezogenAm = jetzt;
        Vermerken("sondervotum.zurueckgenommen", wer.PersonId, jetzt, Unterschriften == 0 ? "hat das Sondervotum zurückgezogen" : "hat den Namen unter dem Sondervotum zurückgenommen");
    }

    private void Unterschreiben(Akteur wer, DateTime jetzt)
    {
        _mitzeichnungen.Add(new(Sondervotumsregeln.RechtVon(Abstimmung, wer)!, wer.PersonId, jetzt));
        Unterschriften = _mitzeichnungen.Count;
    }
}

/// <summary>Ein Name unter einem Sondervotum: die Person, die in der Abstimmung für den Sitz handelte.</summary>
public sealed class Mitzeichnung
{
    private Mitzeichnung() { }

    internal Mitzeichnung(Stimmrecht recht, int personId, DateTime jetzt)
    {
        (Stimmrecht, StimmrechtId) = (recht, recht.Id);
        PersonId = personId;
        Am = jetzt;
    }

    public int Id { get; private set; }
    public int SondervotumId { get; private set; }
    public int StimmrechtId { get; private set; }
    public Stimmrecht Stimmrecht { get; private set; } = null!;
    public int PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Am { get; private set; }
}

public static class Sondervotumsnamen
{
    public static string Anzeige(this Sondervotumszustand zustand) => zustand switch
    {
        Sondervotumszustand.Offen => "offen zum Mitzeichnen",
        Sondervotumszustand.Fest => "steht fest",
        Sondervotumszustand.Zurueckgezogen => "zurückgezogen",
        _ => throw new ArgumentOutOfRangeException(nameof(zustand), zustand, "Dieser Zustand hat keinen Namen."),
    };
}
