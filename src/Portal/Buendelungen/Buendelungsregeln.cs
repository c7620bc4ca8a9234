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

    public static Auskunft DarfEntscheiden(Buendelung buendelung, int fachgruppeId, Akteur wer) => Auskunft.Pruefe(
        (buendelung.TeileVon(fachgruppeId).Any(), "Von dieser Gruppe ist kein Vorschlag in der Bündelung."),
        (wer.IstSprecherVon(fachgruppeId), "Ob die Gruppe zustimmt, sagt eine ihrer Sprecher:innen."),
        (buendelung.Zustand == Buendelungszustand.Vorgeschlagen, $"Die Bündelung ist {buendelung.Zustand.Anzeige()}; über sie wird nicht mehr entschieden."),
        (buendelung.TeileVon(fachgruppeId).All(t => t.Zugestimmt is null), "Ihre Gruppe hat schon geantwortet."));

    public static Auskunft DarfAblehnen(Buendelung buendelung, int fachgruppeId, string grund, Akteur wer) => DarfEntscheiden(buendelung, fachgruppeId, wer).Und(Auskunft.Pruefe(
        (!string.IsNullOrWhiteSpace(grund), "Bitte schreiben Sie den anderen Gruppen, warum Ihre Gruppe nicht bündeln möchte.")));

    /// <summary>Auflösen darf auch jede beteiligte Gruppe: Ihre Zustimmung gilt, bis die Runde beginnt.</summary>
    public static Auskunft DarfAufloesen(Buendelung buendelung, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || buendelung.Teile.Any(t => wer.IstSprecherVon(t.Vorschlag.FachgruppeId)), "Auflösen können die Geschäftsführung und die Sprecher:innen der beteiligten Gruppen."),
        (buendelung.IstLaufend, $"Die Bündelung ist schon {buendelung.Zustand.Anzeige()}."),
        (buendelung.Teile.All(t => t.Vorschlag.Zustand == Vorschlagszustand.Gesichtet), "Die Vorschläge sind schon in einer Runde; jetzt lässt sich die Bündelung nicht mehr auflösen."));

    public static Auskunft DarfAufloesen(Buendelung buendelung, string grund, Akteur wer) => DarfAufloesen(buendelung, wer).Und(Auskunft.Pruefe(
        (!string.IsNullOrWhiteSpace(grund), "Bitte nennen Sie den Grund. Die anderen Gruppen lesen ihn.")));
}
