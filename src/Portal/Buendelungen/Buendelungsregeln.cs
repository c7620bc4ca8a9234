using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Buendelungen;

/// <summary>Was mit einer Bündelung geschehen darf, und warum nicht.</summary>
public static class Buendelungsregeln
{
    public const int HoechstensVorschlaege = 10;

    public static Auskunft DarfVorschlagen(string titel, string begruendung, IReadOnlyList<Vorschlag> vorschlaege, IReadOnlySet<int> schonGebuendelt, Akteur wer)
    {
        var ungesichtet = vorschlaege.FirstOrDefault(v => v.Zustand != Vorschlagszustand.Gesichtet);
        var fachsozialplanung = vorschlaege.FirstOrDefault(v => v.Weg == Weg.Fachsozialplanung);
        var gebuendelt = vorschlaege.FirstOrDefault(v => schonGebuendelt.Contains(v.Id));
        return Auskunft.Pruefe(
            (wer.IstGeschaeftsfuehrung, "Eine Bündelung schlägt die Geschäftsführung vor."),
            (vorschlaege.Count >= 2, "Bündeln lassen sich nur mindestens zwei Vorschläge. Wählen Sie noch einen aus."),
            (vorschlaege.Count <= HoechstensVorschlaege, $"Mehr als {HoechstensVorschlaege} Vorschläge lassen sich nicht bündeln."),
            (fachsozialplanung is null, $"„{fachsozialplanung?.Titel}“ kommt aus einer Fachsozialplanung. Die Konferenz bewertet ihn nicht, darum lässt er sich nicht bündeln."),
            (ungesichtet is null, $"„{ungesichtet?.Titel}“ ist {ungesichtet?.Zustand.Anzeige()}. Bündeln lassen sich nur gesichtete Vorschläge, die noch in keiner Runde sind."),
            (gebuendelt is null, $"„{gebuendelt?.Titel}“ gehört schon zu einer anderen Bündelung."),
            (!string.IsNullOrWhiteSpace(titel), "Bitte geben Sie der Bündelung einen Titel."),
            (!string.IsNullOrWhiteSpace(begruendung), "Bitte begründen Sie, warum die Vorschläge zusammengehören. Die Gruppen lesen es."));
    }

    /// <summary>In eine Runde kommt nur, worin alle Gruppen eingewilligt haben, und zwar ganz.</summary>
    public static Auskunft DarfInPriorisierung(Buendelung buendelung, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Priorisierungsrunden führt die Geschäftsführung.")).Und(IstBewertbar(buendelung));

    /// <summary>Ob die Bündelung als Ganzes bewertet werden kann, solange noch keine Runde mit ihr eröffnet ist.</summary>
    public static Auskunft IstBewertbar(Buendelung buendelung)
    {
        var ungesichtet = Ungesichtet(buendelung);
        return Auskunft.Pruefe(
            (buendelung.Zustand != Buendelungszustand.Vorgeschlagen,
                $"Über die Bündelung „{buendelung.Titel}“ haben noch nicht alle Gruppen entschieden. Warten Sie ihre Antworten ab, oder lösen Sie die Bündelung auf und wählen Sie die Vorschläge einzeln."),
            (buendelung.IstLaufend, $"Die Bündelung „{buendelung.Titel}“ ist {buendelung.Zustand.Anzeige()}. Wählen Sie ihre Vorschläge einzeln."),
            (!buendelung.IstLaufend || ungesichtet is null,
                $"„{ungesichtet?.Titel}“ aus der Bündelung „{buendelung.Titel}“ ist {ungesichtet?.Zustand.Anzeige()}. Lösen Sie die Bündelung auf und wählen Sie die übrigen Vorschläge einzeln."));
    }

    public static Auskunft DarfEntscheiden(Buendelung buendelung, int fachgruppeId, Akteur wer) => Auskunft.Pruefe(
        (buendelung.TeileVon(fachgruppeId).Any(), "Von dieser Gruppe ist kein Vorschlag in der Bündelung."),
        (wer.IstSprecherVon(fachgruppeId), "Ob die Gruppe zustimmt, sagt eine ihrer Sprecher:innen."),
        (buendelung.Zustand == Buendelungszustand.Vorgeschlagen, $"Die Bündelung ist {buendelung.Zustand.Anzeige()}; über sie wird nicht mehr entschieden."),
        (buendelung.TeileVon(fachgruppeId).All(t => t.Zugestimmt is null), "Ihre Gruppe hat schon geantwortet."));

    /// <summary>Zustimmen lässt sich nur, solange alle Vorschläge noch gemeinsam in eine Runde können.</summary>
    public static Auskunft DarfZustimmen(Buendelung buendelung, int fachgruppeId, Akteur wer)
    {
        var ungesichtet = Ungesichtet(buendelung);
        return DarfEntscheiden(buendelung, fachgruppeId, wer).Und(Auskunft.Pruefe(
            (ungesichtet is null, $"„{ungesichtet?.Titel}“ ist {ungesichtet?.Zustand.Anzeige()}. So lässt sich die Bündelung nicht mehr vereinbaren; Sie können sie ablehnen oder auflösen.")));
    }

    public static Auskunft DarfAblehnen(Buendelung buendelung, int fachgruppeId, string grund, Akteur wer) => DarfEntscheiden(buendelung, fachgruppeId, wer).Und(Auskunft.Pruefe(
        (!string.IsNullOrWhiteSpace(grund), "Bitte schreiben Sie den anderen Gruppen, warum Ihre Gruppe nicht bündeln möchte.")));

    /// <summary>Auflösen darf auch jede beteiligte Gruppe: Ihre Zustimmung gilt, bis die Runde beginnt.</summary>
    public static Auskunft DarfAufloesen(Buendelung buendelung, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || buendelung.Teile.Any(t => wer.IstSprecherVon(t.Vorschlag.FachgruppeId)), "Auflösen können die Geschäftsführung und die Sprecher:innen der beteiligten Gruppen."),
        (buendelung.IstLaufend, $"Die Bündelung ist schon {buendelung.Zustand.Anzeige()}."),
        (buendelung.InPriorisierungSeit is null, "Die Runde mit dieser Bündelung ist eröffnet; jetzt lässt sie sich nicht mehr auflösen."));

    public static Auskunft DarfAufloesen(Buendelung buendelung, string grund, Akteur wer) => DarfAufloesen(buendelung, wer).Und(Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund. Die anderen Gruppen lesen ihn."));

    private static Vorschlag? Ungesichtet(Buendelung buendelung) => buendelung.Teile.FirstOrDefault(t => t.Vorschlag.Zustand != Vorschlagszustand.Gesichtet)?.Vorschlag;
}
