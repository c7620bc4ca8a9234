using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Konferenzen;

/// <summary>Wer wann einen Sitz innehaben oder vertreten darf, und warum nicht.</summary>
public static class Sitzregeln
{
    public static Auskunft DarfSitzeFuehren(Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Die Sitze der Konferenz führt die Geschäftsführung."));

    public static Auskunft DarfBesetzen(Sitz sitz, Person person, Sitzstellung stellung, DateOnly von, string entsandtVon, IReadOnlyList<Sitzbesetzung> andere, int stellvertretungen, Akteur wer, DateOnly heute)
    {
        var inhaber = stellung == Sitzstellung.Inhaber ? ErsteAb(sitz.Besetzungen.Where(b => b.Stellung == Sitzstellung.Inhaber), von) : null;
        return DarfAntreten(sitz, person, stellung, von, entsandtVon, andere, wer, heute).Und(Auskunft.Pruefe(
            (inhaber is null, inhaber is null ? "" : $"Der Sitz ist ab dem {Ortszeit.Lang(inhaber.Von)} mit {inhaber.Person.Name} besetzt{Bis(inhaber)}; zwei Personen können ihn nicht zugleich innehaben."),
            (stellung == Sitzstellung.Inhaber || stellvertretungen > 0, "Die Geschäftsordnung sieht keine Stellvertretungen vor."),
            (stellung == Sitzstellung.Inhaber || stellvertretungen == 0 || sitz.Besetzungen.Count(b => b.Stellung == Sitzstellung.Stellvertretung && EndetNichtVor(b, von)) < stellvertretungen,
                stellvertretungen == 1 ? "Der Sitz hat schon eine Stellvertretung; mehr erlaubt die Geschäftsordnung nicht." : $"Der Sitz hat schon {stellvertretungen} Stellvertretungen; mehr erlaubt die Geschäftsordnung nicht.")));
    }

    public static Auskunft DarfNachbesetzen(Sitz sitz, Person person, DateOnly ab, string entsandtVon, string grund, IReadOnlyList<Sitzbesetzung> andere, Akteur wer, DateOnly heute)
    {
        var bisherige = sitz.InhaberAm(ab);
        var spaetere = ErsteAb(sitz.Besetzungen.Where(b => b.Stellung == Sitzstellung.Inhaber && b != bisherige), ab);
        return DarfAntreten(sitz, person, Sitzstellung.Inhaber, ab, entsandtVon, andere, wer, heute).Und(Auskunft.Pruefe(
            (bisherige is not null, "An diesem Tag ist der Sitz frei. Besetzen Sie ihn, statt nachzubesetzen."),
            (bisherige is null || bisherige.Von < ab, $"{bisherige?.Person.Name} hat den Sitz erst seit diesem Tag. Wählen Sie einen späteren."),
            (spaetere is null, spaetere is null ? "" : $"Ab dem {Ortszeit.Lang(spaetere.Von)} ist der Sitz schon für {spaetere.Person.Name} vorgesehen.")))
            .Und(Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund der Nachbesetzung."));
    }

    public static Auskunft DarfBeenden(Sitzbesetzung besetzung, DateOnly letzterTag, string grund, Akteur wer)
    {
        var ende = besetzung.Bis is { } bis ? Ortszeit.Lang(bis) : "";
        return DarfSitzeFuehren(wer).Und(Auskunft.Pruefe(
            (letzterTag >= besetzung.Von, $"Der letzte Tag liegt vor dem ersten ({Ortszeit.Lang(besetzung.Von)})."),
            (besetzung.Bis is null || letzterTag <= besetzung.Bis, $"Es steht schon ein Ende fest: {ende}. Es kann nur noch vorgezogen werden.")))
            .Und(Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund."));
    }

    public static Auskunft DarfRuhen(Sitzbesetzung besetzung, DateOnly von, DateOnly? bis, string grund, Akteur wer) => DarfSitzeFuehren(wer).Und(Auskunft.Pruefe(
        (bis is null || bis >= von, "Der letzte Tag liegt vor dem ersten."),
        (von >= besetzung.Von && (besetzung.Bis is not { } ende || (bis ?? von) <= ende), "Ruhen kann die Mitgliedschaft nur, solange die Person den Sitz innehat oder vertritt."),
        (besetzung.Ruhezeiten.All(r => (bis is { } b && b < r.Von) || (r.Bis is { } rb && von > rb)), "In dieser Zeit ruht die Mitgliedschaft schon.")))
        .Und(Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund. Ihn liest nur die Geschäftsführung."));

    public static Auskunft DarfRuheBeenden(Sitzbesetzung besetzung, DateOnly letzterTag, Akteur wer) => DarfSitzeFuehren(wer).Und(Auskunft.Pruefe(
        (besetzung.RuhtAm(letzterTag), "An diesem Tag ruht die Mitgliedschaft nicht.")));

    private static Auskunft DarfAntreten(Sitz sitz, Person person, Sitzstellung stellung, DateOnly von, string entsandtVon, IReadOnlyList<Sitzbesetzung> andere, Akteur wer, DateOnly heute)
    {
        var dieser = ErsteAb(sitz.Besetzungen.Where(b => b.PersonId == person.Id), von);
        var fremd = ErsteAb(andere.Where(b => b.SitzId != sitz.Id && (stellung == Sitzstellung.Inhaber || b.Stellung == Sitzstellung.Inhaber)), von);
        var seit = dieser is null ? "" : Ortszeit.Lang(dieser.Von);
        return DarfSitzeFuehren(wer).Und(Auskunft.Pruefe(
            (!person.Gesperrt, $"Der Zugang von {person.Name} ist gesperrt. Nur wer sich anmelden kann, kann einen Sitz übernehmen."),
            (von >= sitz.Von, $"Den Sitz gibt es erst seit dem {Ortszeit.Lang(sitz.Von)}."),
            (sitz.Bis is null, sitz.Bis is { } ende ? $"Der Sitz fällt weg; sein letzter Tag ist der {Ortszeit.Lang(ende)}." : ""),
            (von <= heute.AddYears(2), "Der Tag liegt mehr als zwei Jahre in der Zukunft."),
            (!string.IsNullOrWhiteSpace(entsandtVon), "Bitte nennen Sie, wer die Person entsandt hat."),
            (dieser is null, $"{person.Name} gehört ab dem {seit} schon zu diesem Sitz ({dieser?.Stellung.Anzeige()}). Beenden Sie das zuerst."),
            (fremd is null, fremd?.Stellung == Sitzstellung.Inhaber
                ? $"{person.Name} hat schon den Sitz {fremd.Sitz.Name} inne{Bis(fremd)}. Niemand kann zwei Stimmen führen."
                : $"{person.Name} vertritt schon den Sitz {fremd?.Sitz.Name}{Bis(fremd)}. Wer einen Sitz innehat, kann nicht zugleich einen anderen vertreten.")));
    }

    private static string Bis(Sitzbesetzung? besetzung) => besetzung?.Bis is { } bis ? $" (bis {Ortszeit.Kurz(bis)})" : "";

    private static bool EndetNichtVor(Sitzbesetzung besetzung, DateOnly tag) => besetzung.Bis is not { } bis || bis >= tag;

    private static Sitzbesetzung? ErsteAb(IEnumerable<Sitzbesetzung> besetzungen, DateOnly tag) => besetzungen.Where(b => EndetNichtVor(b, tag)).OrderBy(b => b.Von).FirstOrDefault();
}
