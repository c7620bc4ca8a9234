using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Stammdaten.Barrieren;

/// <summary>Was mit der Meldung einer Barriere geschehen darf.</summary>
public static class Barriereregeln
{
    public static Auskunft DarfErledigen(Barrieremeldung meldung, string antwort, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Gemeldete Barrieren beantwortet die Geschäftsführung."),
        (meldung.IstOffen, "Diese Meldung ist schon erledigt."),
        (!string.IsNullOrWhiteSpace(antwort), "Bitte schreiben Sie, was getan wurde oder wie es weitergeht."));

    public static Auskunft DarfWiederOeffnen(Barrieremeldung meldung, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Gemeldete Barrieren beantwortet die Geschäftsführung."),
        (!meldung.IstOffen, "Diese Meldung ist noch offen."));
}
