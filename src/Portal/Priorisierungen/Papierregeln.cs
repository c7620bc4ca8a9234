using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Wer einen Papierbogen eintragen und bestätigen darf, und warum nicht.</summary>
public static class Papierregeln
{
    public static Auskunft DarfErfassen(Bewertungsbogen bogen, bool gibtEsSchon, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Papierbögen trägt die Geschäftsführung ein."),
        (!gibtEsSchon, "Für diesen Sitz ist schon ein Papierbogen eingetragen. Er muss bestätigt oder verworfen werden."),
        (bogen.AbgegebenAm is null, "Der Bogen dieses Sitzes ist schon abgegeben. Ein Sitz gibt einen Bogen ab, im Portal oder auf Papier."))
        .Und(RundeOffen(bogen.Runde, jetzt));

    public static Auskunft DarfBestaetigen(Bewertungsbogen bogen, Papierbogen papier, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstAdministration, "Papierbögen bestätigt die Geschäftsführung oder die Administration."),
        (papier.ErfasstVonId != wer.PersonId, "Sie haben diesen Papierbogen eingetragen. Bestätigen muss ihn eine zweite Person."),
        (papier.BestaetigtAm is null, "Dieser Papierbogen ist schon bestätigt."),
        (bogen.AbgegebenAm is null, "Der Bogen dieses Sitzes ist schon abgegeben. Ein Sitz gibt einen Bogen ab, im Portal oder auf Papier."))
        .Und(RundeOffen(bogen.Runde, jetzt));

    public static Auskunft DarfVerwerfen(Papierbogen papier, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstAdministration, "Papierbögen bestätigt die Geschäftsführung oder die Administration."),
        (papier.BestaetigtAm is null, "Dieser Papierbogen ist schon bestätigt."));

    /// <summary>Ein Papierbogen wird im Ganzen eingetragen: Jeder Vorschlag, der noch zu bewerten ist, hat eine vollständige Antwort.</summary>
    public static Auskunft IstVollstaendig(Rundengrundlage grundlage, IReadOnlyDictionary<int, Bewertungsantwort> antworten, IReadOnlyList<Rundenvorschlag> vorschlaege)
    {
        foreach (var vorschlag in vorschlaege)
        {
            var antwort = antworten.GetValueOrDefault(vorschlag.Id, Bewertungsantwort.Leer);
            var fehlt = Bewertungsregeln.AntwortStimmt(grundlage, antwort).Und(Bewertungsregeln.IstVollstaendig(grundlage, antwort));
            if (!fehlt.Erlaubt) return Auskunft.Nein($"Vorschlag {vorschlag.Reihenfolge}, „{vorschlag.Titel}“: {fehlt.Einwand}");
        }
        return Auskunft.Ja;
    }

    private static Auskunft RundeOffen(Priorisierungsrunde runde, DateTime jetzt) => Bewertungsregeln.RundeIstOffen(runde, jetzt);
}
