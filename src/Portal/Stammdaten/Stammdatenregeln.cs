using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Stammdaten;

/// <summary>Wer die Stammdaten pflegt und was mit ihnen geschehen darf.</summary>
public static class Stammdatenregeln
{
    /// <summary>Tiefer als so viele Ebenen darf der Baum der Sozialräume nicht werden.</summary>
    public const int HoechsteTiefe = 6;

    public static Auskunft DarfPflegen(Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung || wer.IstAdministration, "Die Stammdaten pflegen die Geschäftsführung und die Administration."));

    public static Auskunft DarfFristSetzen(Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Die Einreichungsfrist setzt die Geschäftsführung."));

    /// <param name="verwendungen">So viele Fachgruppen und Vorschläge nennen das Feld.</param>
    public static Auskunft DarfLoeschen(Handlungsfeld feld, int verwendungen) => Auskunft.Pruefe(
        (verwendungen == 0, $"„{feld.Name}“ wird von {Texte.Anzahl(verwendungen, "Fachgruppe oder Vorschlag", "Fachgruppen und Vorschlägen")} verwendet und kann nicht gelöscht werden. Legen Sie es stattdessen still."));

    public static Auskunft DarfStilllegen(Handlungsfeld feld) => Auskunft.Pruefe(
        (!feld.Stillgelegt, "Das Handlungsfeld ist schon stillgelegt."));

    public static Auskunft DarfWiederaufnehmen(Handlungsfeld feld) => Auskunft.Pruefe(
        (feld.Stillgelegt, "Das Handlungsfeld ist nicht stillgelegt."));

    public static Auskunft DarfLoeschen(Sozialraum raum, int verwendungen, int unterraeume) => Auskunft.Pruefe(
        (unterraeume == 0, $"Zu „{raum.Name}“ gehören noch {Texte.Anzahl(unterraeume, "Sozialraum", "Sozialräume")}. Verschieben oder löschen Sie diese zuerst."),
        (verwendungen == 0, $"„{raum.Name}“ steht in {Texte.Anzahl(verwendungen, "Vorschlag", "Vorschlägen")} und kann nicht gelöscht werden."));

    /// <param name="alle">Alle Räume; die Regel geht die Kette nach oben.</param>
    public static Auskunft DarfVerschieben(Sozialraum raum, Sozialraum? ziel, IReadOnlyCollection<Sozialraum> alle) => Auskunft.Pruefe(
        (ziel is null || !Kette(ziel, alle).Any(r => r.Id == raum.Id), $"„{raum.Name}“ kann nicht unter sich selbst oder einen seiner Teile gestellt werden."),
        (ziel is null || Kette(ziel, alle).Count() < HoechsteTiefe, $"Der Baum der Sozialräume hat höchstens {HoechsteTiefe} Ebenen."));

    /// <summary>Der Raum und alles, was über ihm liegt.</summary>
    private static IEnumerable<Sozialraum> Kette(Sozialraum raum, IReadOnlyCollection<Sozialraum> alle)
    {
        var besucht = new HashSet<int>();
        for (var r = raum; r is not null && besucht.Add(r.Id); r = alle.FirstOrDefault(o => o.Id == r.UebergeordnetId)) yield return r;
    }
}
