using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Wer wann für einen Sitz bewerten, abgeben und vertreten darf, was auf dem Bogen stehen kann, und warum nicht.</summary>
public static class Bewertungsregeln
{
    public const int HoechsteBegruendung = 2000;
    public const int HoechsteNotiz = 5000;

    /// <summary>Es zählt der Augenblick der Tat, nicht, ob im Hintergrund etwas gelaufen ist.</summary>
    public static Auskunft RundeIstOffen(Priorisierungsrunde runde, DateTime jetzt)
    {
        var beginn = runde.Von is { } von ? Ortszeit.KurzMitUhrzeit(von) : "";
        var schluss = runde.Schluss is { } ende ? Ortszeit.KurzMitUhrzeit(ende) : "";
        var zustand = runde.ZustandAm(jetzt);
        return Auskunft.Pruefe(
            (zustand != Rundenzustand.Entwurf, "Die Runde ist noch nicht eröffnet."),
            (zustand != Rundenzustand.Angesetzt, $"Die Runde beginnt erst am {beginn}."),
            (zustand != Rundenzustand.Geschlossen, $"Die Runde ist seit dem {schluss} geschlossen. Was danach kam, ist nicht gespeichert."));
    }

    public static Auskunft DarfBewerten(Bewertungsbogen bogen, Zustaendigkeit zustaendig, bool papier, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (wer.IstAngemeldet && (zustaendig.PersonId == wer.PersonId || zustaendig.PersonId is not null), $"Für den Sitz {bogen.Sitzname} handelt zurzeit niemand."),
        (zustaendig.PersonId is null || zustaendig.PersonId == wer.PersonId, $"Für den Sitz {bogen.Sitzname} bewertet zurzeit {zustaendig.Name}. Für einen Sitz handelt immer nur eine Person."),
        (!papier || bogen.AbgegebenAm is not null, "Für diesen Sitz ist ein Papierbogen eingetragen. Ein Sitz gibt einen Bogen ab; wenden Sie sich an die Geschäftsführung, wenn er nicht gelten soll."),
        (bogen.AbgegebenAm is null || bogen.Weg == Bogenweg.Online, "Der Bogen dieses Sitzes ist auf Papier abgegeben und bestätigt. Er lässt sich im Portal nicht mehr ändern."))
        .Und(RundeIstOffen(bogen.Runde, jetzt));

    /// <param name="bisher">Der gespeicherte Stand.</param>
    /// <param name="stand">Der Stand, den die Person vor Augen hatte.</param>
    /// <param name="abgegeben">Ob der Bogen schon abgegeben ist; dann muss er vollständig bleiben.</param>
    public static Auskunft DarfEintragen(Rundengrundlage grundlage, Bewertungsantwort antwort, int bisher, int stand, bool abgegeben) => Auskunft.Pruefe(
        (bisher == stand, "Dieser Bogen wurde inzwischen an anderer Stelle geändert. Laden Sie die Seite neu, damit Sie den jetzigen Stand sehen."))
        .Und(AntwortStimmt(grundlage, antwort)).Und(abgegeben ? IstVollstaendig(grundlage, antwort) : Auskunft.Ja);

    /// <summary>Was nie stimmen kann, auch nicht als Zwischenstand.</summary>
    public static Auskunft AntwortStimmt(Rundengrundlage grundlage, Bewertungsantwort antwort) => Auskunft.Pruefe(
        (antwort.Befangen || antwort.Punkte.Length == grundlage.Kriterien.Count || antwort.Punkte.Length == 0, "Die Bewertung passt nicht zu den Kriterien der Runde. Laden Sie die Seite neu."),
        (antwort.Punkte.All(p => p is Bewertung.Offen or Bewertung.NichtZuBeurteilen || (p >= '0' && p - '0' <= Kriterium.HoechstePunktzahl)), $"Möglich sind 0 bis {Kriterium.HoechstePunktzahl} Punkte oder „Das kann ich nicht beurteilen“."),
        (!antwort.Befangen || !string.IsNullOrWhiteSpace(antwort.Befangenheitsgrund), "Bitte nennen Sie, warum Sie befangen sind."),
        (antwort.Befangenheitsgrund.Length <= HoechsteBegruendung && antwort.Begruendungen.Values.All(b => b.Length <= HoechsteBegruendung), $"Eine Begründung ist zu lang. Erlaubt sind {HoechsteBegruendung} Zeichen."),
        (!Steuerzeichen.Enthaelt(antwort.Befangenheitsgrund) && !antwort.Begruendungen.Values.Any(Steuerzeichen.Enthaelt), "Eine Begründung enthält unsichtbare Steuerzeichen. Schreiben Sie sie bitte noch einmal."));

    /// <summary>Was an einer Bewertung noch fehlt, damit sie abgegeben werden kann.</summary>
    public static Auskunft IstVollstaendig(Rundengrundlage grundlage, Bewertungsantwort antwort)
    {
        var ergebnis = Auskunft.Ja;
        if (IstFertig(grundlage, antwort)) return ergebnis;
        foreach (var (stelle, kriterium) in grundlage.Kriterien.Index())
            ergebnis = ergebnis.Und(Auskunft.Pruefe(
                (antwort.Punkt(stelle) != Bewertung.Offen, $"„{kriterium.Name}“ ist noch nicht bewertet."),
                (!FehltBegruendung(grundlage, antwort, stelle), $"„{kriterium.Name}“: {antwort.Punkt(stelle)} Punkte brauchen eine Begründung.")));
        return ergebnis;
    }

    /// <summary>Dasselbe ohne Sätze: Ein langer Bogen fragt es tausendmal.</summary>
    public static bool IstFertig(Rundengrundlage grundlage, Bewertungsantwort antwort)
    {
        if (antwort.Befangen) return true;
        for (var stelle = 0; stelle < grundlage.Kriterien.Count; stelle++)
            if (antwort.Punkt(stelle) == Bewertung.Offen || FehltBegruendung(grundlage, antwort, stelle)) return false;
        return true;
    }

    /// <summary>Ob an dieser Stelle 0 oder die höchste Punktzahl steht, die Geschäftsordnung dazu eine Begründung verlangt und keine da ist.</summary>
    private static bool FehltBegruendung(Rundengrundlage grundlage, Bewertungsantwort antwort, int stelle) =>
        grundlage.Inhalt.ExtremeBegruenden && (antwort.Punkt(stelle) == '0' || antwort.Punkt(stelle) - '0' == Kriterium.HoechstePunktzahl)
        && string.IsNullOrWhiteSpace(antwort.Begruendungen.GetValueOrDefault(grundlage.Kriterien[stelle].Schluessel));

    public static Auskunft DarfAbgeben(Bewertungsbogen bogen, IReadOnlyList<Rundenvorschlag> vorschlaege, Zustaendigkeit zustaendig, bool papier, Akteur wer, DateTime jetzt) =>
        DarfAbgeben(bogen, vorschlaege.Count(v => !IstFertig(bogen.Runde.Grundlage!, bogen.BewertungVon(v)?.Antwort ?? Bewertungsantwort.Leer)), zustaendig, papier, wer, jetzt);

    /// <param name="offen">Bei wie vielen Vorschlägen noch etwas fehlt.</param>
    public static Auskunft DarfAbgeben(Bewertungsbogen bogen, int offen, Zustaendigkeit zustaendig, bool papier, Akteur wer, DateTime jetzt)
    {
        var abgegeben = bogen.AbgegebenAm is { } am ? Ortszeit.KurzMitUhrzeit(am) : "";
        return DarfBewerten(bogen, zustaendig, papier, wer, jetzt).Und(Auskunft.Pruefe(
            (bogen.AbgegebenAm is null, $"Der Bogen dieses Sitzes ist schon abgegeben, am {abgegeben}. Ein Sitz gibt einen Bogen ab; ändern können Sie ihn bis zum Schluss."),
            (bogen.AbgegebenAm is not null || offen != 1, "Bei einem Vorschlag fehlt noch etwas."),
            (bogen.AbgegebenAm is not null || offen <= 1, $"Bei {offen} Vorschlägen fehlt noch etwas.")));
    }

    /// <param name="stellvertretungen">Wer den Sitz heute vertreten kann.</param>
    public static Auskunft DarfUebergeben(Bewertungsbogen bogen, Person an, IReadOnlyList<int> stellvertretungen, string grund, Zustaendigkeit zustaendig, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || (wer.IstAngemeldet && zustaendig.PersonId == wer.PersonId), "Einen Sitz übergibt, wer für ihn handelt; die Geschäftsführung vermerkt, wenn jemand verhindert ist."),
        (stellvertretungen.Contains(an.Id), $"{an.Name} vertritt diesen Sitz heute nicht."),
        (zustaendig.PersonId != an.Id, $"{an.Name} handelt schon für diesen Sitz."),
        (!wer.IstGeschaeftsfuehrung || zustaendig.PersonId == wer.PersonId || !string.IsNullOrWhiteSpace(grund), "Bitte nennen Sie, warum die Inhaberin oder der Inhaber verhindert ist."),
        (grund.Length <= HoechsteBegruendung, $"Eine Begründung ist zu lang. Erlaubt sind {HoechsteBegruendung} Zeichen."),
        (bogen.AbgegebenAm is null, "Der Bogen ist schon abgegeben. Der Sitz lässt sich für diese Runde nicht mehr übergeben.")).Und(EroeffnetUndNichtGeschlossen(bogen.Runde, jetzt));

    /// <param name="inhaberId">Wer den Sitz heute innehat und nicht ruht.</param>
    public static Auskunft DarfZuruecknehmen(Bewertungsbogen bogen, int? inhaberId, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (wer.IstAngemeldet && (wer.IstGeschaeftsfuehrung || wer.PersonId == inhaberId), "Zurücknehmen kann die Vertretung, wer den Sitz innehat, oder die Geschäftsführung."),
        (bogen.VertretungDurchId is not null, "Dieser Sitz ist für diese Runde nicht übergeben."),
        (bogen.AbgegebenAm is null, "Die Stellvertretung hat den Bogen schon abgegeben.")).Und(EroeffnetUndNichtGeschlossen(bogen.Runde, jetzt));

    public static Auskunft NotizStimmt(string text) => Auskunft.Pruefe(
        (text.Length <= HoechsteNotiz, $"Die Notiz ist zu lang. Erlaubt sind {HoechsteNotiz} Zeichen."),
        (!Steuerzeichen.Enthaelt(text), "Die Notiz enthält unsichtbare Steuerzeichen. Schreiben Sie sie bitte noch einmal."));

    private static Auskunft EroeffnetUndNichtGeschlossen(Priorisierungsrunde runde, DateTime jetzt) =>
        runde.ZustandAm(jetzt) is Rundenzustand.Angesetzt ? Auskunft.Ja : RundeIstOffen(runde, jetzt);
}
