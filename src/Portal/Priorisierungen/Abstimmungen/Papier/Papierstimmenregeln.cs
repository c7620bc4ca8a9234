using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen.Papier;

/// <summary>Wer auf Papier stimmen kann, wer es einträgt und wer es bestätigt, und warum nicht.</summary>
public static class Papierstimmenregeln
{
    /// <summary>So viele Sitze gehören bei geheimer Abstimmung mindestens zusammen.</summary>
    public const int MindestensGeheim = 3;

    /// <summary>Stimmzettel gibt es, solange gestimmt werden kann.</summary>
    public static Auskunft NimmtAn(Abstimmung abstimmung, DateTime jetzt) => Auskunft.Pruefe(
        (abstimmung.Zustand == Abstimmungszustand.Offen, "Die Abstimmung ist nicht offen."),
        (!abstimmung.IstVerstrichen(jetzt), $"Die Abstimmung endete am {Abstimmungsregeln.Frist(abstimmung)}."));

    /// <summary>Ob dieser Sitz noch auf Papier stimmen kann.</summary>
    public static Auskunft KannAufPapier(Stimmrecht recht) => Auskunft.Pruefe(
        (!recht.HatGestimmt, $"Für den Sitz {recht.Sitzname} ist die Stimme schon abgegeben. Jeder Sitz hat eine Stimme, im Portal oder auf Papier."),
        (!recht.PapierWartet, $"Für den Sitz {recht.Sitzname} ist schon eine Stimme auf Papier eingetragen."),
        (!recht.Befangen, $"Der Sitz {recht.Sitzname} ist befangen und stimmt in dieser Sache nicht mit."),
        (recht.HandelndePersonId is not null, $"Für den Sitz {recht.Sitzname} ist zurzeit niemand da, der stimmen kann."));

    public static Auskunft DarfEintragen(Abstimmung abstimmung, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Stimmen auf Papier trägt die Geschäftsführung ein.")).Und(NimmtAn(abstimmung, jetzt)).Und(Auskunft.Pruefe(
        (!abstimmung.PapierWartet, "In dieser Abstimmung sind schon Stimmen auf Papier eingetragen. Sie müssen zuerst bestätigt oder verworfen werden.")));

    /// <summary>Zu jedem Sitz gehört ein Stimmzettel, und kein Stimmzettel verrät, von wem er ist.</summary>
    public static Auskunft IstStimmig(Abstimmung abstimmung, Papierstimmen stimmen)
    {
        if (stimmen.Sitze.Count == 0) return Auskunft.Nein("Bitte wählen Sie die Sitze, von denen ein Stimmzettel da ist.");
        foreach (var sitz in stimmen.Sitze)
        {
            var recht = abstimmung.Stimmrechte.FirstOrDefault(r => r.Sitz.Kennung == sitz);
            if (recht is null) return Auskunft.Nein("Einer der gewählten Sitze ist in dieser Abstimmung nicht stimmberechtigt.");
            if (KannAufPapier(recht) is { Erlaubt: false } nein) return nein;
        }
        return Auskunft.Pruefe(
            (!abstimmung.IstGeheim || stimmen.Sitze.Count >= MindestensGeheim, "Bei geheimer Abstimmung gehören mindestens drei Sitze zusammen. Mit weniger Stimmzetteln wüsste das Büro, wer wie gestimmt hat."),
            (stimmen.Ja >= 0 && stimmen.Nein >= 0 && stimmen.Enthaltungen >= 0, "Eine Zahl von Stimmzetteln ist nie kleiner als null."),
            (stimmen.Zettel == stimmen.Sitze.Count, $"Gewählt sind {stimmen.Sitze.Count} Sitze, gezählt {stimmen.Zettel} Stimmzettel. Zu jedem Sitz gehört genau ein Stimmzettel."));
    }

    /// <summary>Auch nach dem letzten Tag, solange die Abstimmung nicht geschlossen ist: Eingetragen war es rechtzeitig.</summary>
    public static Auskunft DarfBestaetigen(Abstimmung abstimmung, Papierabgabe papier, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstAdministration, "Stimmen auf Papier bestätigt die Geschäftsführung oder die Administration."),
        (papier.ErfasstVonId != wer.PersonId, "Sie haben diese Stimmen eingetragen. Bestätigen muss sie eine zweite Person."))
        .Und(Wartet(abstimmung));

    public static Auskunft DarfVerwerfen(Abstimmung abstimmung, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstAdministration, "Stimmen auf Papier verwirft die Geschäftsführung oder die Administration."))
        .Und(Wartet(abstimmung));

    /// <param name="kennung">Was die Person verglichen hat.</param>
    public static Auskunft IstDieselbe(Papierabgabe papier, string? kennung) => Auskunft.Pruefe(
        (papier.Kennung == kennung, "Inzwischen ist etwas anderes eingetragen. Bitte vergleichen Sie noch einmal."));

    private static Auskunft Wartet(Abstimmung abstimmung) => Auskunft.Pruefe(
        (abstimmung.Zustand == Abstimmungszustand.Offen, "Die Abstimmung ist nicht offen."),
        (abstimmung.PapierWartet, "In dieser Abstimmung wartet keine Stimme auf Papier."));
}
