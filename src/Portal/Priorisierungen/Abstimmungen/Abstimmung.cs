using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen.Abstimmungen.Papier;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

public enum Abstimmungszustand
{
    Vorbereitet,
    Offen,
    Geschlossen,
}

public enum Stimme
{
    Ja,
    Nein,
    Enthaltung,
}

/// <summary>
/// Die Konferenz stimmt über einen Antrag ab: Ja, Nein oder Enthaltung, offen mit Namen oder geheim. Wer stimmen darf und nach welcher Fassung
/// der Geschäftsordnung, steht mit der Eröffnung fest; was gestimmt wurde, liest vor der Schließung niemand.
/// </summary>
public sealed class Abstimmung : Planungsobjekt
{
    private readonly List<Stimmrecht> _stimmrechte = [];

    private Abstimmung() { }

    public Abstimmung(string kennung, Antragsangaben angaben, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfVorbereiten(wer).Und(Abstimmungsregeln.AntragStimmt(angaben, Ortszeit.Datum(jetzt))).Verlangen();
        Kennung = kennung;
        Uebernehmen(angaben);
        Vermerken("abstimmung.vorbereitet", wer.PersonId, jetzt, "hat die Abstimmung vorbereitet");
    }

    /// <summary>Worüber abgestimmt wird, in einer Zeile.</summary>
    public string Antrag { get; private set; } = "";

    /// <summary>Der Text, dem zugestimmt wird; Markdown, kann leer sein.</summary>
    public string Wortlaut { get; private set; } = "";

    public Abstimmungsart Art { get; private set; }

    /// <summary>Letzter Tag, an dem gestimmt werden kann; leer, wenn die Geschäftsführung in der Sitzung schließt.</summary>
    public DateOnly? Frist { get; private set; }

    public int? VorschlagId { get; private set; }

    /// <summary>Der Vorschlag, um den es geht; leer, wenn es um etwas anderes geht.</summary>
    public Vorschlag? Vorschlag { get; private set; }

    public int? RundeId { get; private set; }

    /// <summary>Die Runde, über deren Prioritätenliste abgestimmt wird; leer, wenn es um etwas anderes geht.</summary>
    public Priorisierungsrunde? Runde { get; private set; }

    public Abstimmungszustand Zustand { get; private set; }
    public int? GeschaeftsordnungId { get; private set; }

    /// <summary>Die Fassung, die bei der Eröffnung galt.</summary>
    public Geschaeftsordnung? Geschaeftsordnung { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? EroeffnetAm { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? GeschlossenAm { get; private set; }

    /// <summary>Leer bis zur Schließung.</summary>
    public Abstimmungsergebnis? Ergebnis { get; private set; }

    /// <summary>Die Sitze, die stimmen dürfen: festgestellt bei der Eröffnung.</summary>
    public IReadOnlyList<Stimmrecht> Stimmrechte => _stimmrechte;

    public bool IstGeheim => Art == Abstimmungsart.Geheim;

    /// <summary>Ob Stimmen auf Papier eingetragen sind, die noch niemand bestätigt oder verworfen hat.</summary>
    public bool PapierWartet => _stimmrechte.Exists(r => r.PapierWartet);

    public override string Gegenstand => "Abstimmung";
    public override string Bezeichnung => Antrag;

    public Stimmrecht? StimmrechtVon(Akteur wer) => _stimmrechte.Find(r => r.HandelndePersonId == wer.PersonId);

    public bool IstVerstrichen(DateTime jetzt) => Frist is { } tag && new Frist(tag).IstVerstrichen(jetzt);

    public void Aendern(Antragsangaben angaben, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfAendern(this, wer).Und(Abstimmungsregeln.AntragStimmt(angaben, Ortszeit.Datum(jetzt))).Verlangen();
        Uebernehmen(angaben);
    }

    /// <summary>Danach wird sie gelöscht; der Verlauf behält es.</summary>
    public void Verwerfen(Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfAendern(this, wer).Verlangen();
        Vermerken("abstimmung.verworfen", wer.PersonId, jetzt, "hat die vorbereitete Abstimmung verworfen");
    }

    /// <summary>Stellt fest, wer stimmen darf, und beginnt.</summary>
    /// <param name="sitze">Die Sitze von heute mit ihren Besetzungen.</param>
    /// <returns>Die Urne einer geheimen Abstimmung; sonst leer.</returns>
    public Urne? Eroeffnen(Geschaeftsordnung? ordnung, IReadOnlyList<Sitz> sitze, Akteur wer, DateTime jetzt)
    {
        var rechte = ordnung is null ? [] : Wahlberechtigung.Feststellen(this, ordnung.Inhalt, sitze, Ortszeit.Datum(jetzt));
        Abstimmungsregeln.DarfEroeffnen(this, ordnung, rechte, wer, jetzt).Verlangen();
        Geschaeftsordnung = ordnung;
        _stimmrechte.AddRange(rechte);
        (Zustand, EroeffnetAm) = (Abstimmungszustand.Offen, jetzt);
        Vermerken("abstimmung.eroeffnet", wer.PersonId, jetzt, $"hat die Abstimmung eröffnet ({Art.Anzeige()}, {Texte.Anzahl(rechte.Count, "Sitz", "Sitze")} stimmberechtigt)");
        return IstGeheim ? new Urne(this, rechte.Count) : null;
    }

    /// <summary>
    /// Gibt die Stimme des Sitzes ab, für den diese Person handelt. Bei geheimer Abstimmung kommt sie in die Urne, und am Sitz steht nur, dass
    /// er teilgenommen hat – ohne Zeit, und ohne Eintrag im Verlauf.
    /// </summary>
    /// <returns>Der Beleg, mit dem die Person ihren Stimmzettel wiederfindet; leer bei offener Abstimmung.</returns>
    public string Abstimmen(Stimme stimme, Urne? urne, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfAbstimmen(this, wer, jetzt).Verlangen();
        var recht = StimmrechtVon(wer)!;
        if (!IstGeheim)
        {
            recht.OffenAbstimmen(stimme);
            return "";
        }
        recht.Teilnehmen();
        return (urne ?? throw new InvalidOperationException("Zu einer geheimen Abstimmung gehört eine Urne.")).Einwerfen(stimme);
    }

    /// <summary>Trägt ein, was auf Stimmzetteln aus Papier steht. Bis eine zweite Person es bestätigt oder verwirft, stimmen diese Sitze nicht im Portal.</summary>
    public Papierabgabe PapierEintragen(Papierstimmen stimmen, Akteur wer, DateTime jetzt)
    {
        Papierstimmenregeln.DarfEintragen(this, wer, jetzt).Und(Papierstimmenregeln.IstStimmig(this, stimmen)).Verlangen();
        foreach (var recht in _stimmrechte.Where(r => stimmen.Sitze.Contains(r.Sitz.Kennung))) recht.PapierVermerken(true);
        Vermerken("abstimmung.papier-eingetragen", wer.PersonId, jetzt, $"hat Stimmen auf Papier eingetragen ({Texte.Anzahl(stimmen.Sitze.Count, "Sitz", "Sitze")})");
        return new(this, stimmen, wer, jetzt);
    }

    /// <summary>
    /// Übernimmt die Stimmen auf Papier, als wären sie im Portal abgegeben: mit Namen an den Sitz, geheim in die Urne. Die Belege erfährt
    /// niemand. Danach wird die Papierabgabe gelöscht.
    /// </summary>
    /// <exception cref="InvalidOperationException">wenn es nicht so viele Stimmzettel wie wartende Sitze sind.</exception>
    public void PapierBestaetigen(Papierabgabe papier, Urne? urne, Akteur wer, DateTime jetzt)
    {
        Papierstimmenregeln.DarfBestaetigen(this, papier, wer).Verlangen();
        var sitze = _stimmrechte.FindAll(r => r.PapierWartet);
        if (papier.Zettel.Count != sitze.Count) throw new InvalidOperationException($"Abstimmung {Kennung}: {papier.Zettel.Count} Stimmzettel auf Papier für {sitze.Count} Sitze.");
        foreach (var recht in sitze)
        {
            recht.PapierVermerken(false);
            if (IstGeheim) recht.Teilnehmen();
            else recht.OffenAbstimmen(papier.JeSitz[recht.SitzId]);
        }
        if (IstGeheim)
            foreach (var stimme in papier.Zettel) (urne ?? throw new InvalidOperationException("Zu einer geheimen Abstimmung gehört eine Urne.")).Einwerfen(stimme);
        Vermerken("abstimmung.papier-bestaetigt", wer.PersonId, jetzt, $"hat Stimmen auf Papier bestätigt ({Texte.Anzahl(sitze.Count, "Sitz", "Sitze")})");
    }

    /// <summary>Danach wird die Papierabgabe gelöscht, und die Sitze können wieder stimmen.</summary>
    public void PapierVerwerfen(Akteur wer, DateTime jetzt)
    {
        Papierstimmenregeln.DarfVerwerfen(this, wer).Verlangen();
        var sitze = _stimmrechte.FindAll(r => r.PapierWartet);
        foreach (var recht in sitze) recht.PapierVermerken(false);
        Vermerken("abstimmung.papier-verworfen", wer.PersonId, jetzt, $"hat die eingetragenen Stimmen auf Papier verworfen ({Texte.Anzahl(sitze.Count, "Sitz", "Sitze")})");
    }

    /// <summary>Für diesen Sitz stimmt die Stellvertretung, nicht das Mitglied: nie beide.</summary>
    public void Uebergeben(Stimmrecht recht, Person an, string grund, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfUebergeben(this, recht, wer, jetzt).Und(Abstimmungsregeln.KannVertreten(this, recht, an, Ortszeit.Datum(jetzt))).Verlangen();
        recht.Uebergeben(an, grund.Trim());
        Vermerken("abstimmung.vertretung", wer.PersonId, jetzt, $"hat vermerkt, dass für den Sitz {recht.Sitzname} {an.Name} stimmt", grund.Trim()).Betrifft(an.Id);
    }

    public void Zuruecknehmen(Stimmrecht recht, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfZuruecknehmen(this, recht, wer, jetzt).Verlangen();
        recht.Zuruecknehmen();
        Vermerken("abstimmung.vertretung-beendet", wer.PersonId, jetzt, $"hat vermerkt, dass für den Sitz {recht.Sitzname} wieder {recht.Inhaber!.Name} stimmt").Betrifft(recht.InhaberPersonId!.Value);
    }

    /// <summary>Wer für den Sitz stimmte, hat das Portal verlassen, ehe er gestimmt hat.</summary>
    /// <param name="an">Wer nachrückt; leer, wenn niemand mehr da ist.</param>
    public void Nachruecken(Stimmrecht recht, Person? an, DateTime jetzt)
    {
        recht.Uebergeben(an, an is null || an.Id == recht.InhaberPersonId ? "" : "Das Mitglied hat das Portal verlassen.");
        if (an is not null) Vermerken("abstimmung.vertretung", null, jetzt, $"hat vermerkt, dass für den Sitz {recht.Sitzname} {an.Name} stimmt").Betrifft(an.Id);
        else Vermerken("abstimmung.vertretung", null, jetzt, $"hat vermerkt, dass für den Sitz {recht.Sitzname} niemand mehr stimmt");
    }

    /// <summary>Der Sitz nimmt nicht teil und mindert die Zahl, von der Beschlussfähigkeit und Mehrheit gerechnet werden.</summary>
    public void BefangenMelden(Stimmrecht recht, string grund, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfBefangenMelden(this, recht, grund, wer, jetzt).Verlangen();
        recht.BefangenMelden(grund.Trim());
        Vermerken("abstimmung.befangen", wer.PersonId, jetzt, $"hat vermerkt, dass der Sitz {recht.Sitzname} befangen ist", grund.Trim());
    }

    public void BefangenheitAufheben(Stimmrecht recht, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfBefangenheitAufheben(this, recht, wer).Verlangen();
        recht.BefangenheitAufheben();
        Vermerken("abstimmung.befangen-aufgehoben", wer.PersonId, jetzt, $"hat die Befangenheit des Sitzes {recht.Sitzname} aufgehoben");
    }

    /// <param name="anwesende">Die Sitze, für die jemand da ist; wer schon gestimmt hat, ist es in jedem Fall.</param>
    public void AnwesenheitFeststellen(IReadOnlyCollection<string> anwesende, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfAnwesenheitFeststellen(this, wer).Verlangen();
        foreach (var recht in _stimmrechte) recht.AnwesenheitSetzen(anwesende.Contains(recht.Sitz.Kennung));
        Vermerken("abstimmung.anwesenheit", wer.PersonId, jetzt, $"hat die Anwesenheit festgestellt: {Texte.Anzahl(_stimmrechte.Count(r => r.IstAnwesend), "Sitz", "Sitze")}");
    }

    /// <summary>Zählt aus und stellt fest, ob der Antrag angenommen ist. Danach ändert sich nichts mehr.</summary>
    public void Schliessen(Urne? urne, Akteur wer, DateTime jetzt)
    {
        Abstimmungsregeln.DarfSchliessen(this, wer).Verlangen();
        Ergebnis = Auszaehlen(urne);
        (Zustand, GeschlossenAm) = (Abstimmungszustand.Geschlossen, jetzt);
        Vermerken("abstimmung.geschlossen", wer.PersonId, jetzt, $"hat die Abstimmung geschlossen: {Ergebnis.Ausgang.Anzeige()} ({Ergebnis.Ja} Ja, {Ergebnis.Nein} Nein, {Texte.Anzahl(Ergebnis.Enthaltungen, "Enthaltung", "Enthaltungen")})");
    }

    /// <summary>Das Ergebnis, wie es aus den aufbewahrten Stimmen folgt; nach der Schließung muss es dem festgestellten gleichen.</summary>
    /// <exception cref="InvalidOperationException">wenn in der Urne nicht so viele Stimmzettel liegen, wie Sitze teilgenommen haben.</exception>
    public Abstimmungsergebnis Auszaehlen(Urne? urne)
    {
        IReadOnlyList<Stimme> stimmen = IstGeheim ? [.. urne!.Zettel.Select(z => z.Stimme)] : [.. _stimmrechte.Where(r => r.Stimme is not null).Select(r => r.Stimme!.Value)];
        if (stimmen.Count != _stimmrechte.Count(r => r.HatGestimmt))
            throw new InvalidOperationException($"Abstimmung {Kennung}: {stimmen.Count} Stimmen, aber {_stimmrechte.Count(r => r.HatGestimmt)} Sitze haben teilgenommen.");
        return Abstimmungsergebnis.Feststellen(Geschaeftsordnung!.Inhalt, _stimmrechte, stimmen);
    }

    private void Uebernehmen(Antragsangaben angaben) =>
        (Antrag, Wortlaut, Art, Frist, Vorschlag, VorschlagId, Runde, RundeId) =
            (angaben.Antrag.Trim(), angaben.Wortlaut.Trim(), angaben.Art, angaben.Frist, angaben.Vorschlag, angaben.Vorschlag?.Id, angaben.Runde, angaben.Runde?.Id);
}

/// <summary>Was zu einem Antrag gesagt wird.</summary>
/// <param name="Runde">Die Runde, deren Prioritätenliste beschlossen werden soll.</param>
public sealed record Antragsangaben(string Antrag, string Wortlaut, Abstimmungsart Art, DateOnly? Frist, Vorschlag? Vorschlag, Priorisierungsrunde? Runde = null);

public static class Abstimmungsnamen
{
    public static string Anzeige(this Abstimmungszustand zustand) => zustand switch
    {
        Abstimmungszustand.Vorbereitet => "vorbereitet",
        Abstimmungszustand.Offen => "offen",
        Abstimmungszustand.Geschlossen => "geschlossen",
        _ => throw new ArgumentOutOfRangeException(nameof(zustand), zustand, "Dieser Zustand hat keinen Namen."),
    };

    public static string Anzeige(this Ausgang ausgang) => ausgang switch
    {
        Ausgang.Angenommen => "angenommen",
        Ausgang.Abgelehnt => "abgelehnt",
        Ausgang.NichtBeschlussfaehig => "kein Beschluss, nicht beschlussfähig",
        _ => throw new ArgumentOutOfRangeException(nameof(ausgang), ausgang, "Dieser Ausgang hat keinen Namen."),
    };
}
