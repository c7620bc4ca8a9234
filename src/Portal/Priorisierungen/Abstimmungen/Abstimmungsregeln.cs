using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Wer wann abstimmen, vertreten, vorbereiten und schließen darf, und warum nicht.</summary>
public static class Abstimmungsregeln
{
    public const int AntragHoechstens = 200;
    public const int WortlautHoechstens = 20_000;

    public static Auskunft DarfVorbereiten(Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Abstimmungen bereitet die Geschäftsführung vor."));

    public static Auskunft AntragStimmt(Antragsangaben angaben, DateOnly heute) => Auskunft.Pruefe(
        (!string.IsNullOrWhiteSpace(angaben.Antrag), "Bitte schreiben Sie, worüber abgestimmt wird."),
        (angaben.Antrag.Trim().Length <= AntragHoechstens, $"Der Antrag hat höchstens {AntragHoechstens} Zeichen. Ausführlicher kann der Wortlaut sein."),
        (angaben.Wortlaut.Length <= WortlautHoechstens, "Der Wortlaut hat höchstens 20.000 Zeichen."),
        (angaben.Vorschlag is null || angaben.Runde is null, "Eine Abstimmung gilt einem Vorschlag oder einer Prioritätenliste, nicht beidem."),
        (angaben.Frist is null || angaben.Frist >= heute, "Der letzte Tag liegt in der Vergangenheit."),
        (angaben.Frist is null || angaben.Frist <= heute.AddYears(1), "Der letzte Tag liegt mehr als ein Jahr in der Zukunft."));

    public static Auskunft DarfAendern(Abstimmung abstimmung, Akteur wer) => DarfVorbereiten(wer).Und(Auskunft.Pruefe(
        (abstimmung.Zustand == Abstimmungszustand.Vorbereitet, "Die Abstimmung ist eröffnet; am Antrag ändert sich nichts mehr.")));

    public static Auskunft DarfEroeffnen(Abstimmung abstimmung, Geschaeftsordnung? ordnung, IReadOnlyCollection<Stimmrecht> rechte, Akteur wer, DateTime jetzt) => DarfVorbereiten(wer).Und(Auskunft.Pruefe(
        (abstimmung.Zustand == Abstimmungszustand.Vorbereitet, "Die Abstimmung ist schon eröffnet."),
        (!abstimmung.IstVerstrichen(jetzt), "Der letzte Tag der Abstimmung ist vorbei. Ändern Sie ihn zuerst."),
        (ordnung is not null, "Heute ist keine Geschäftsordnung in Kraft; ohne sie steht nicht fest, wer stimmen darf."),
        (ordnung is null || rechte.Count > 0, "Kein Sitz der Konferenz ist besetzt; niemand könnte stimmen.")));

    public static Auskunft DarfAbstimmen(Abstimmung abstimmung, Akteur wer, DateTime jetzt)
    {
        var recht = abstimmung.StimmrechtVon(wer);
        var eigener = abstimmung.Stimmrechte.FirstOrDefault(r => r.InhaberPersonId == wer.PersonId);
        var handelnde = eigener?.Handelnde?.Name ?? "zurzeit niemand";
        return Auskunft.Pruefe(
            (abstimmung.Zustand != Abstimmungszustand.Vorbereitet, "Die Abstimmung ist noch nicht eröffnet."),
            (abstimmung.Zustand != Abstimmungszustand.Geschlossen, "Die Abstimmung ist geschlossen."),
            (recht is not null || eigener is null, $"Für Ihren Sitz stimmt {handelnde}."),
            (recht is not null || eigener is not null, "Stimmen kann, wer einen Sitz der Konferenz innehat oder ihn in dieser Abstimmung vertritt."),
            (recht is not { Befangen: true }, "Der Sitz ist befangen und stimmt in dieser Sache nicht mit."),
            (recht is not { HatGestimmt: true }, "Für diesen Sitz ist die Stimme schon abgegeben. Es zählt die erste."),
            (recht is not { PapierWartet: true }, "Für Ihren Sitz ist eine Stimme auf Papier eingetragen. Jeder Sitz hat eine Stimme; wenden Sie sich an die Geschäftsführung, wenn das nicht stimmt."),
            (!abstimmung.IstVerstrichen(jetzt), $"Die Abstimmung endete am {Frist(abstimmung)}."));
    }

    public static Auskunft DarfUebergeben(Abstimmung abstimmung, Stimmrecht recht, Akteur wer, DateTime jetzt) => IstBeweglich(abstimmung, recht, jetzt).Und(Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || recht.InhaberPersonId == wer.PersonId, "Die Stimme übergibt, wer den Sitz innehat; ist die Person verhindert, vermerkt es die Geschäftsführung.")));

    /// <param name="an">Wer vertreten soll.</param>
    public static Auskunft KannVertreten(Abstimmung abstimmung, Stimmrecht recht, Person an, DateOnly heute)
    {
        var vertretung = recht.Sitz.StellvertretungenAm(heute).FirstOrDefault(v => v.PersonId == an.Id);
        return Auskunft.Pruefe(
            (recht.HandelndePersonId != an.Id, $"Für diesen Sitz stimmt schon {an.Name}."),
            (vertretung is not null, $"{an.Name} vertritt diesen Sitz nicht."),
            (vertretung is null || !vertretung.RuhtAm(heute), $"Die Stellvertretung von {an.Name} ruht."),
            (recht.HandelndePersonId == an.Id || abstimmung.Stimmrechte.All(r => r.HandelndePersonId != an.Id), $"{an.Name} stimmt in dieser Abstimmung schon für einen anderen Sitz. Niemand kann zwei Stimmen führen."));
    }

    public static Auskunft DarfZuruecknehmen(Abstimmung abstimmung, Stimmrecht recht, Akteur wer, DateTime jetzt) => IstBeweglich(abstimmung, recht, jetzt).Und(Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || recht.InhaberPersonId == wer.PersonId, "Zurücknehmen kann die Stimme, wer den Sitz innehat, oder die Geschäftsführung."),
        (recht.WirdVertreten, "Für diesen Sitz stimmt das Mitglied selbst."),
        (recht.Inhaber is not null, "Der Sitz ist frei; es stimmt die Stellvertretung."),
        (!recht.MitgliedRuht, "Die Mitgliedschaft ruht; es stimmt die Stellvertretung.")));

    public static Auskunft DarfBefangenMelden(Abstimmung abstimmung, Stimmrecht recht, string grund, Akteur wer, DateTime jetzt) => IstBeweglich(abstimmung, recht, jetzt).Und(Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || recht.HandelndePersonId == wer.PersonId || recht.InhaberPersonId == wer.PersonId, "Befangen meldet sich, wer für den Sitz handelt; feststellen kann es auch die Geschäftsführung.")))
        .Und(Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund. Ihn liest nur die Geschäftsführung."));

    public static Auskunft DarfBefangenheitAufheben(Abstimmung abstimmung, Stimmrecht recht, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Eine gemeldete Befangenheit hebt die Geschäftsführung auf."),
        (abstimmung.Zustand == Abstimmungszustand.Offen, "Die Abstimmung ist nicht offen."),
        (recht.Befangen, "Der Sitz ist nicht befangen."));

    public static Auskunft DarfAnwesenheitFeststellen(Abstimmung abstimmung, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Die Anwesenheit stellt die Geschäftsführung fest."),
        (abstimmung.Zustand == Abstimmungszustand.Offen, "Die Anwesenheit wird festgestellt, solange die Abstimmung offen ist."));

    public static Auskunft DarfSchliessen(Abstimmung abstimmung, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Die Abstimmung schließt die Geschäftsführung."),
        (abstimmung.Zustand != Abstimmungszustand.Vorbereitet, "Die Abstimmung ist noch nicht eröffnet."),
        (abstimmung.Zustand != Abstimmungszustand.Geschlossen, "Die Abstimmung ist schon geschlossen."),
        (!abstimmung.PapierWartet, "Eingetragene Stimmen auf Papier warten auf eine zweite Person; bestätigen oder verwerfen Sie sie zuerst."));

    /// <summary>Wer was gestimmt und wer teilgenommen hat, liest die Konferenz; die übrigen Angemeldeten lesen die Zahlen.</summary>
    public static bool SiehtNamen(Abstimmung abstimmung, Akteur wer) =>
        wer.IstGeschaeftsfuehrung || wer.IstKonferenzmitglied || (wer.IstAngemeldet && abstimmung.Stimmrechte.Any(r => r.HandelndePersonId == wer.PersonId || r.InhaberPersonId == wer.PersonId));

    private static Auskunft IstBeweglich(Abstimmung abstimmung, Stimmrecht recht, DateTime jetzt) => Auskunft.Pruefe(
        (abstimmung.Zustand == Abstimmungszustand.Offen, "Die Abstimmung ist nicht offen."),
        (!abstimmung.IstVerstrichen(jetzt), $"Die Abstimmung endete am {Frist(abstimmung)}."),
        (!recht.HatGestimmt, "Für diesen Sitz ist die Stimme schon abgegeben."),
        (!recht.PapierWartet, "Für diesen Sitz ist eine Stimme auf Papier eingetragen. Sie muss zuerst bestätigt oder verworfen werden."),
        (!recht.Befangen, "Der Sitz ist befangen."));

    internal static string Frist(Abstimmung abstimmung) => abstimmung.Frist is { } tag ? Ortszeit.Lang(tag) : "";
}
