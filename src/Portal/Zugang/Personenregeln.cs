using Portal.Grundbegriffe;

namespace Portal.Zugang;

/// <summary>Wie viele außer der betroffenen Person eine Aufgabe noch wahrnehmen können: mit Konto und nicht gesperrt.</summary>
public readonly record struct Verbleibende(int Geschaeftsfuehrung, int Administration);

/// <summary>Was mit dem Zugang von Menschen geschehen darf, und warum nicht.</summary>
public static class Personenregeln
{
    private const string NurGeschaeftsfuehrung = "Die Rolle „Geschäftsführung“ gibt und nimmt nur die Geschäftsführung selbst.";
    private const string LetzteGeschaeftsfuehrung = "Das Portal braucht mindestens eine Geschäftsführung. Geben Sie die Rolle zuerst jemand anderem, der ein Konto hat.";
    private const string LetzteVerwaltung = "Mindestens eine Person muss das Portal verwalten können. Geben Sie die Rolle „Administration“ oder „Geschäftsführung“ zuerst jemand anderem.";
    private const string Ausgeschieden = "Diese Person ist ausgeschieden; zu ihr gibt es kein Konto mehr.";

    /// <summary>Rollen, die das Portal verwalten.</summary>
    public static readonly Rolle[] Verwaltende = [Rolle.Geschaeftsfuehrung, Rolle.Administration];

    public static Auskunft DarfVerwalten(Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstAdministration, "Personen verwalten die Geschäftsführung und die Administration."));

    public static Auskunft DarfRollenSetzen(Person person, IReadOnlyCollection<Rolle> neu, Akteur wer, Verbleibende uebrig) => DarfVerwalten(wer).Und(Auskunft.Pruefe(
        (person.AusgeschiedenAm is null, Ausgeschieden),
        (wer.IstGeschaeftsfuehrung || person.Rollen.Contains(Rolle.Geschaeftsfuehrung) == neu.Contains(Rolle.Geschaeftsfuehrung), NurGeschaeftsfuehrung),
        (neu.Contains(Rolle.Geschaeftsfuehrung) || !person.Rollen.Contains(Rolle.Geschaeftsfuehrung) || uebrig.Geschaeftsfuehrung > 0, LetzteGeschaeftsfuehrung),
        (neu.Any(Verwaltende.Contains) || !person.Rollen.Any(Verwaltende.Contains) || uebrig.Geschaeftsfuehrung + uebrig.Administration > 0, LetzteVerwaltung)));

    public static Auskunft DarfEinladen(IReadOnlyCollection<Rolle> rollen, Akteur wer) => DarfVerwalten(wer).Und(Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || !rollen.Contains(Rolle.Geschaeftsfuehrung), NurGeschaeftsfuehrung)));

    public static Auskunft DarfSperren(Person person, Akteur wer, Verbleibende uebrig) => DarfVerwalten(wer).Und(Auskunft.Pruefe(
        (person.AusgeschiedenAm is null, Ausgeschieden),
        (!person.Gesperrt, "Der Zugang ist schon gesperrt."),
        (person.Id != wer.PersonId, "Den eigenen Zugang kann man nicht sperren."),
        (wer.IstGeschaeftsfuehrung || !person.Rollen.Contains(Rolle.Geschaeftsfuehrung), "Den Zugang der Geschäftsführung sperrt nur die Geschäftsführung selbst."),
        (!person.Rollen.Contains(Rolle.Geschaeftsfuehrung) || uebrig.Geschaeftsfuehrung > 0, LetzteGeschaeftsfuehrung)));

    public static Auskunft DarfEntsperren(Person person, Akteur wer) => DarfVerwalten(wer).Und(Auskunft.Pruefe(
        (person.AusgeschiedenAm is null, Ausgeschieden),
        (person.Gesperrt, "Der Zugang ist nicht gesperrt.")));

    /// <summary>Durch den Befehl am Server: Wer den betreibt, käme auch ohne Regel an die Daten.</summary>
    public static Auskunft DarfZugangOeffnen(Person person) => Auskunft.Pruefe((person.AusgeschiedenAm is null, Ausgeschieden));

    /// <summary>Auf Bitte der Person oder weil niemand mehr weiß, warum sie im Portal steht; auch ohne Konto.</summary>
    public static Auskunft DarfPersonLoeschen(Person person, Akteur wer, Verbleibende uebrig) => DarfVerwalten(wer).Und(Auskunft.Pruefe(
        (person.AusgeschiedenAm is null, Ausgeschieden),
        (person.Id != wer.PersonId, "Das eigene Konto löschen Sie unter „Mein Konto“."),
        (wer.IstGeschaeftsfuehrung || !person.Rollen.Contains(Rolle.Geschaeftsfuehrung), "Wer zur Geschäftsführung gehört, den löscht nur die Geschäftsführung selbst."))).Und(DarfKontoLoeschen(person, uebrig));

    /// <summary>Hilft, wenn Gerät und Wiederherstellungscodes fort sind.</summary>
    public static Auskunft DarfZweitenFaktorEntfernen(Person person, bool eingeschaltet, Akteur wer) => DarfVerwalten(wer).Und(Auskunft.Pruefe(
        (eingeschaltet, "Der zweite Faktor ist nicht eingeschaltet."),
        (person.Id != wer.PersonId, "Den eigenen zweiten Faktor schalten Sie unter „Mein Konto“ aus."),
        (wer.IstGeschaeftsfuehrung || !person.Rollen.Contains(Rolle.Geschaeftsfuehrung), "Bei der Geschäftsführung entfernt ihn nur die Geschäftsführung selbst.")));

    public static Auskunft DarfKontoLoeschen(Person person, Verbleibende uebrig) => Auskunft.Pruefe(
        (!person.Rollen.Contains(Rolle.Geschaeftsfuehrung) || uebrig.Geschaeftsfuehrung > 0, LetzteGeschaeftsfuehrung),
        (!person.Rollen.Any(Verwaltende.Contains) || uebrig.Geschaeftsfuehrung + uebrig.Administration > 0, LetzteVerwaltung));
}
