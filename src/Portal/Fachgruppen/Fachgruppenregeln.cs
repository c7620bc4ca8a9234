using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Fachgruppen;

/// <summary>Was mit einer Fachgruppe geschehen darf, und warum nicht.</summary>
public static class Fachgruppenregeln
{
    private static readonly Dictionary<Fachgruppenzustand, Fachgruppenzustand[]> s_naechste = new()
    {
        [Fachgruppenzustand.Vorgeschlagen] = [Fachgruppenzustand.Beraten, Fachgruppenzustand.Aufgeloest],
        [Fachgruppenzustand.Beraten] = [Fachgruppenzustand.InGruendung, Fachgruppenzustand.Aufgeloest],
        [Fachgruppenzustand.InGruendung] = [Fachgruppenzustand.Aktiv, Fachgruppenzustand.Aufgeloest],
        [Fachgruppenzustand.Aktiv] = [Fachgruppenzustand.Ruhend, Fachgruppenzustand.Aufgeloest],
        [Fachgruppenzustand.Ruhend] = [Fachgruppenzustand.Aktiv, Fachgruppenzustand.Aufgeloest],
        [Fachgruppenzustand.Aufgeloest] = [],
    };

    public static IReadOnlyList<Fachgruppenzustand> NaechsteSchritte(Fachgruppenzustand zustand) => s_naechste[zustand];

    public static Auskunft DarfAnlegen(Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Fachgruppen legt die Geschäftsführung an."));

    /// <summary>Der erste Schritt einer Gruppe hat einen Tag, der nicht in der Zukunft liegt.</summary>
    public static Auskunft DarfAmTagBeginnen(DateOnly am, DateOnly heute) => Auskunft.Pruefe(
        (am <= heute, "Der Tag dieses Schritts liegt in der Zukunft."));

    /// <summary>Wozu die Gruppe arbeitet: genau eines von beiden.</summary>
    public static Auskunft ThemaStimmt(int? handlungsfeldId, string querschnittsthema) => Auskunft.Pruefe(
        (handlungsfeldId is not null || !string.IsNullOrWhiteSpace(querschnittsthema), "Wählen Sie ein Handlungsfeld, oder nennen Sie ein Querschnittsthema."),
        (handlungsfeldId is null || string.IsNullOrWhiteSpace(querschnittsthema), "Eine Gruppe hat ein Handlungsfeld oder ein Querschnittsthema, nicht beides. Leeren Sie eines davon."));

    public static Auskunft DarfBeschreiben(Fachgruppe gruppe, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstSprecherVon(gruppe.Id), "Die Angaben zur Gruppe ändern ihre Sprecher:innen oder die Geschäftsführung."),
        (gruppe.Zustand != Fachgruppenzustand.Aufgeloest, "Die Gruppe ist aufgelöst; ihre Angaben bleiben, wie sie sind."));

    public static Auskunft DarfWeiterfuehren(Fachgruppe gruppe, Fachgruppenzustand ziel, Akteur wer, DateOnly am, string grund, DateOnly heute) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Den Lebenslauf einer Gruppe führt die Geschäftsführung."),
        (s_naechste[gruppe.Zustand].Contains(ziel), $"Von „{gruppe.Zustand.Anzeige()}“ führt kein Schritt zu „{ziel.Anzeige()}“."),
        (!string.IsNullOrWhiteSpace(grund), "Bitte nennen Sie den Grund für diesen Schritt."),
        (am <= heute, "Der Tag dieses Schritts liegt in der Zukunft."),
        (gruppe.Schritte.Count == 0 || am >= gruppe.Schritte.Max(s => s.Am), "Der Tag liegt vor dem vorigen Schritt der Gruppe."));

    public static Auskunft DarfAufnehmen(Fachgruppe gruppe) => Auskunft.Pruefe(
        (gruppe.Zustand != Fachgruppenzustand.Aufgeloest, "Die Gruppe ist aufgelöst und nimmt niemanden mehr auf."));

    public static Auskunft DarfEinladen(Fachgruppe gruppe, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstSprecherVon(gruppe.Id), "Einladen können die Sprecher:innen der Gruppe und die Geschäftsführung.")).Und(DarfAufnehmen(gruppe));

    /// <summary>Zurückziehen lässt sich eine Einladung auch, wenn die Gruppe niemanden mehr aufnimmt.</summary>
    public static Auskunft DarfEinladungWiderrufen(Fachgruppe gruppe, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstSprecherVon(gruppe.Id), "Einladungen widerrufen die Sprecher:innen der Gruppe und die Geschäftsführung."));

    public static Auskunft DarfBeitrittErbitten(Fachgruppe gruppe) => Auskunft.Pruefe(
        (gruppe.Weg != Weg.Fachsozialplanung, "Eine Fachsozialplanung wird von der Verwaltung besetzt; um einen Beitritt kann man hier nicht bitten."),
        (gruppe.Zustand is Fachgruppenzustand.InGruendung or Fachgruppenzustand.Aktiv, "Die Gruppe nimmt zurzeit keine neuen Mitglieder auf."));

    /// <summary>Die Gruppe muss mit ihren Sprecher:innen geladen sein.</summary>
    public static Auskunft DarfUeberBeitrittEntscheiden(Fachgruppe gruppe, Akteur wer) => Auskunft.Pruefe(
        (wer.IstSprecherVon(gruppe.Id) || (wer.IstGeschaeftsfuehrung && !gruppe.HatSprecherin), "Über Beitritte entscheidet die Gruppe durch ihre Sprecher:innen; die Geschäftsführung nur, solange die Gruppe keine hat."));

    public static Auskunft DarfStellungAendern(Fachgruppe gruppe, Mitgliedschaft mitgliedschaft, Mitgliedsrolle rolle, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstSprecherVon(gruppe.Id), "Die Stellung in der Gruppe ändern ihre Sprecher:innen oder die Geschäftsführung."),
        (gruppe.Zustand != Fachgruppenzustand.Aufgeloest, "Die Gruppe ist aufgelöst; wer sie zuletzt vertrat, bleibt festgehalten."),
        (mitgliedschaft.IstAktuell, "Diese Mitgliedschaft ist schon beendet."),
        (rolle == Mitgliedsrolle.Sprecher || !IstLetzteSprecherin(gruppe, mitgliedschaft), "Die Gruppe braucht mindestens eine Sprecher:in. Bestimmen Sie zuerst eine Nachfolge."));

    public static Auskunft DarfBeenden(Fachgruppe gruppe, Mitgliedschaft mitgliedschaft, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstSprecherVon(gruppe.Id) || wer.PersonId == mitgliedschaft.PersonId, "Eine Mitgliedschaft beenden die Person selbst, die Sprecher:innen oder die Geschäftsführung."),
        (mitgliedschaft.IstAktuell, "Diese Mitgliedschaft ist schon beendet."),
        (!IstLetzteSprecherin(gruppe, mitgliedschaft), "Die Gruppe braucht mindestens eine Sprecher:in. Bestimmen Sie zuerst eine Nachfolge."));

    /// <summary>Wer eine andere Person ausschließt, nennt den Grund; wer selbst geht, muss es nicht.</summary>
    public static Auskunft DarfBeenden(Fachgruppe gruppe, Mitgliedschaft mitgliedschaft, Akteur wer, string grund) => DarfBeenden(gruppe, mitgliedschaft, wer)
        .Und(wer.PersonId == mitgliedschaft.PersonId ? Auskunft.Ja : Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund. Die Person erfährt ihn."));

    private static bool IstLetzteSprecherin(Fachgruppe gruppe, Mitgliedschaft mitgliedschaft) =>
        gruppe.Zustand != Fachgruppenzustand.Aufgeloest
        && mitgliedschaft.Rolle == Mitgliedsrolle.Sprecher
        && gruppe.Mitgliedschaften.Count(m => m.IstAktuell && m.Rolle == Mitgliedsrolle.Sprecher) == 1;
}
