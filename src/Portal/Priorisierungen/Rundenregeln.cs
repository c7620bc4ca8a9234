using Portal.Buendelungen;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Was mit einer Runde geschehen darf, was in ihr stimmen muss, und warum nicht.</summary>
public static class Rundenregeln
{
    public const int HoechsteTitellaenge = 150;
    public const int HoechsteVorschlagszahl = 1000;

    public static Auskunft DarfFuehren(Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Priorisierungsrunden führt die Geschäftsführung."));

    public static Auskunft DarfAnlegen(string titel, Priorisierungsrunde? ersteRunde, Akteur wer, DateTime jetzt) => DarfFuehren(wer).Und(TitelStimmt(titel)).Und(Auskunft.Pruefe(
        (ersteRunde is null || ersteRunde.ZustandAm(jetzt) == Rundenzustand.Geschlossen, "Eine weitere Runde ist erst möglich, wenn diese geschlossen ist."),
        (ersteRunde is null || ersteRunde.Durchgang < ersteRunde.Grundlage?.Inhalt.Runden,
            ersteRunde?.Grundlage is { } g ? g.Inhalt.Runden == 1 ? "Die Geschäftsordnung sieht nur eine Bewertungsrunde vor." : $"Die Geschäftsordnung sieht höchstens {g.Inhalt.Runden} Bewertungsrunden vor." : "")));

    /// <param name="hatFolge">Ob es zu dieser Runde schon eine weitere gibt.</param>
    /// <param name="listeVergeben">Ob über die Prioritätenliste dieser Runde abgestimmt wird oder wurde.</param>
    public static Auskunft DarfFolgen(Priorisierungsrunde runde, bool hatFolge, bool listeVergeben, Akteur wer, DateTime jetzt) => DarfAnlegen("Folgerunde", runde, wer, jetzt).Und(Auskunft.Pruefe(
        (!hatFolge, "Zu dieser Runde gibt es schon eine weitere."),
        (!listeVergeben, "Über die Prioritätenliste dieser Runde wird schon abgestimmt, oder sie ist beschlossen.")));

    public static Auskunft DarfAendern(Priorisierungsrunde runde, Akteur wer) => DarfFuehren(wer).Und(Auskunft.Pruefe(
        (runde.EroeffnetAm is null, "Die Runde ist eröffnet. Zeitraum, Kriterien und Vorschläge stehen fest, damit alle dasselbe bewerten.")));

    public static Auskunft TitelStimmt(string titel) => Auskunft.Pruefe(
        (!string.IsNullOrWhiteSpace(titel), "Bitte geben Sie der Runde einen Titel."),
        (titel.Length <= HoechsteTitellaenge, $"Der Titel ist zu lang. Erlaubt sind {HoechsteTitellaenge} Zeichen."));

    /// <summary>Beim Speichern des Entwurfs: Was jetzt schon falsch ist, wird nicht gespeichert.</summary>
    public static Auskunft DarfZuschneiden(Priorisierungsrunde runde, string titel, DateTime von, DateTime bis, IReadOnlyList<string> kriterien, Rundenwahl wahl, Geschaeftsordnung? ordnung, Akteur wer, DateTime jetzt) =>
        DarfAendern(runde, wer).Und(TitelStimmt(titel)).Und(Auskunft.Pruefe(
            (Ortszeit.Datum(von) >= Ortszeit.Datum(jetzt), "Der Beginn liegt in der Vergangenheit. Wählen Sie heute oder einen späteren Tag."),
            (bis > jetzt, "Der Schluss liegt in der Vergangenheit. Wählen Sie einen späteren Zeitpunkt."),
            (bis > von, "Der Schluss liegt vor dem Beginn."),
            (bis <= von.AddYears(1), "Der Zeitraum ist länger als ein Jahr."))).Und(OrdnungStimmt(ordnung)).Und(KriterienStimmen(ordnung?.Inhalt, kriterien))
            .Und(VorschlaegePassen(runde, wahl));

    /// <summary>Alles, was vor der Eröffnung noch falsch ist oder fehlt.</summary>
    /// <param name="laufende">Die laufenden Bündelungen, zu denen ein Vorschlag der Runde gehört.</param>
    public static Auskunft DarfEroeffnen(Priorisierungsrunde runde, Geschaeftsordnung? ordnung, IReadOnlyList<Sitz> sitze, IReadOnlyList<Buendelung> laufende, Akteur wer, DateTime jetzt) =>
        DarfEroeffnen(runde, runde.Vorschlaege.Count, new([.. runde.Vorschlaege.Select(v => new Rundenposten(v.Vorschlag, v.Buendelung))], laufende), ordnung, sitze, wer, jetzt);

    /// <param name="anzahl">Wie viel in der Runde zu bewerten ist.</param>
    /// <param name="fragliche">Wogegen es etwas geben kann; gegen alles andere in der Runde gibt es nichts.</param>
    public static Auskunft DarfEroeffnen(Priorisierungsrunde runde, int anzahl, Rundenwahl fragliche, Geschaeftsordnung? ordnung, IReadOnlyList<Sitz> sitze, Akteur wer, DateTime jetzt) =>
        DarfAendern(runde, wer).Und(Auskunft.Pruefe(
            (runde.Von is not null && runde.Bis is not null, "Es fehlt noch, von wann bis wann bewertet wird."),
            (runde.Bis is null || runde.Bis > jetzt, "Der Schluss der Runde liegt in der Vergangenheit."),
            (anzahl > 0, "Es ist noch kein Vorschlag ausgewählt.")))
        .Und(VorschlaegePassen(runde, fragliche)).Und(OrdnungStimmt(ordnung))
        .Und(KriterienStimmen(ordnung?.Inhalt, runde.Kriterien)).Und(SitzeStimmen(ordnung?.Inhalt, sitze, Ortszeit.Datum(jetzt)));

    public static Auskunft DarfSchliessen(Priorisierungsrunde runde, int abgegeben, string grund, Akteur wer, DateTime jetzt) => DarfFuehren(wer).Und(Auskunft.Pruefe(
        (runde.EroeffnetAm is not null, "Die Runde ist noch nicht eröffnet."),
        (runde.ZustandAm(jetzt) != Rundenzustand.Geschlossen, "Die Runde ist schon geschlossen."),
        (runde.EroeffnetAm is null || abgegeben > 0, "Noch ist kein Bogen abgegeben. Eine leere Runde lässt sich nicht vor der Zeit schließen, denn es gäbe nichts auszuwerten.")))
        .Und(Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund, warum die Runde vor der Zeit schließt. Alle Mitglieder lesen ihn."));

    public static Auskunft DarfErinnern(Priorisierungsrunde runde, int ausstehend, int heuteSchon, Akteur wer, DateTime jetzt) => DarfFuehren(wer).Und(Auskunft.Pruefe(
        (runde.ZustandAm(jetzt) == Rundenzustand.Offen, "Erinnern lässt sich nur, solange die Runde offen ist."),
        (ausstehend > 0, "Niemand schuldet noch einen Bogen."),
        (ausstehend == 0 || heuteSchon < ausstehend, "Heute sind schon alle erinnert, deren Bogen noch fehlt. Morgen geht es wieder.")));

    private static Auskunft OrdnungStimmt(Geschaeftsordnung? ordnung) => Auskunft.Pruefe(
        (ordnung is not null, "Heute ist keine Geschäftsordnung in Kraft. Ohne sie gibt es weder Sitze noch Kriterien."));

    private static Auskunft KriterienStimmen(Geschaeftsordnungsinhalt? inhalt, IReadOnlyList<string> gewaehlt)
    {
        var kriterien = inhalt?.Kriterien.Where(k => gewaehlt.Contains(k.Schluessel)).ToList() ?? [];
        return inhalt is null ? Auskunft.Ja : Auskunft.Pruefe(
            (kriterien.Count > 0, "Es ist kein Kriterium ausgewählt."),
            (kriterien.Count == 0 || kriterien.Any(k => k.Gewicht > 0), "Die gewählten Kriterien haben zusammen das Gewicht null; so lässt sich nichts auswerten. Wählen Sie mindestens eines mit Gewicht."));
    }

    private static Auskunft VorschlaegePassen(Priorisierungsrunde runde, Rundenwahl wahl)
    {
        var fach = wahl.Vorschlaege.FirstOrDefault(v => v.Weg == Weg.Fachsozialplanung);
        var ungesichtet = wahl.Posten.FirstOrDefault(p => p.Buendelung is null && p.Vorschlag.Weg != Weg.Fachsozialplanung && p.Vorschlag.Zustand != Erwartet(runde))?.Vorschlag;
        return Auskunft.Pruefe(
            (wahl.Posten.Count <= HoechsteVorschlagszahl, $"Eine Runde kann höchstens {HoechsteVorschlagszahl} Vorschläge haben."),
            (fach is null, $"„{fach?.Titel}“ kommt aus einer Fachsozialplanung und wird von der Konferenz nicht bewertet."),
            (ungesichtet is null || runde.Durchgang > 1, $"„{ungesichtet?.Titel}“ ist {ungesichtet?.Zustand.Anzeige()}. Bewertet werden nur gesichtete Vorschläge."),
            (ungesichtet is null || runde.Durchgang == 1, $"„{ungesichtet?.Titel}“ ist {ungesichtet?.Zustand.Anzeige()}. In einer weiteren Runde werden nur Vorschläge bewertet, die in Priorisierung sind."))
            .Und(BuendelungenPassen(runde, wahl));
    }

    /// <summary>Eine Bündelung wird ganz bewertet oder gar nicht: kein Vorschlag aus ihr für sich allein.</summary>
    private static Auskunft BuendelungenPassen(Priorisierungsrunde runde, Rundenwahl wahl)
    {
        var ergebnis = Auskunft.Ja;
        foreach (var buendelung in wahl.Posten.Select(p => p.Buendelung).OfType<Buendelung>())
            ergebnis = ergebnis.Und(runde.Durchgang == 1 ? Buendelungsregeln.IstBewertbar(buendelung) : Auskunft.Pruefe(
                (buendelung.Teile.Any(t => t.Vorschlag.Zustand == Vorschlagszustand.InPriorisierung), $"Von der Bündelung „{buendelung.Titel}“ ist kein Vorschlag mehr in Priorisierung.")));
        foreach (var einzelner in wahl.Posten.Where(p => p.Buendelung is null).Select(p => p.Vorschlag))
        {
            var buendelung = wahl.Laufende.FirstOrDefault(b => b.Teile.Any(t => t.VorschlagId == einzelner.Id));
            ergebnis = ergebnis.Und(Auskunft.Pruefe(
                (buendelung?.Zustand != Buendelungszustand.Vereinbart, $"„{einzelner.Titel}“ gehört zur Bündelung „{buendelung?.Titel}“ und wird nur mit ihr zusammen bewertet. Wählen Sie die Bündelung."),
                (buendelung?.Zustand != Buendelungszustand.Vorgeschlagen, $"„{einzelner.Titel}“ gehört zur Bündelung „{buendelung?.Titel}“, über die noch nicht alle Gruppen entschieden haben. Warten Sie ihre Antworten ab, oder lösen Sie die Bündelung auf.")));
        }
        return ergebnis;
    }

    /// <summary>Wie weit ein Vorschlag sein muss, der in diese Runde kommt.</summary>
    internal static Vorschlagszustand Erwartet(Priorisierungsrunde runde) => runde.Durchgang == 1 ? Vorschlagszustand.Gesichtet : Vorschlagszustand.InPriorisierung;

    private static Auskunft SitzeStimmen(Geschaeftsordnungsinhalt? inhalt, IReadOnlyList<Sitz> sitze, DateOnly heute)
    {
        if (inhalt is null) return Auskunft.Ja;
        var ohneSitz = inhalt.Baenke.FirstOrDefault(b => sitze.All(s => s.Bank != b.Schluessel));
        var ohneMensch = inhalt.Baenke.FirstOrDefault(b => b != ohneSitz && sitze.Any(s => s.Bank == b.Schluessel) && !sitze.Any(s => s.Bank == b.Schluessel && s.Besetzungen.Any(x => x.Zeitraum.Umfasst(heute) && !x.RuhtAm(heute))));
        return Auskunft.Pruefe(
            (ohneSitz is null, $"Die Bank „{ohneSitz?.Name}“ hat keinen Sitz. So könnte sie nicht mitbewerten."),
            (ohneMensch is null, $"Auf der Bank „{ohneMensch?.Name}“ sitzt niemand, der bewerten kann. Besetzen Sie zuerst einen Sitz."),
            (sitze.All(s => inhalt.Bank(s.Bank) is not null), "Ein Sitz gehört zu einer Bank, die es in der Geschäftsordnung nicht gibt."));
    }
}
