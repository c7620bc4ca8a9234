using Portal.Grundbegriffe;

namespace Portal.Zugang;

/// <summary>Was mit einer Einladung geschehen darf.</summary>
public static class Einladungsregeln
{
    public static Auskunft DarfAnnehmen(Einladung einladung, DateTime jetzt) => Auskunft.Pruefe(
        (einladung.WiderrufenAm is null, "Diese Einladung wurde zurückgezogen. Bitte wenden Sie sich an die Person, die Sie eingeladen hat."),
        (einladung.AngenommenAm is null, "Diese Einladung wurde schon angenommen. Melden Sie sich bitte an."),
        (jetzt < einladung.GueltigBis, "Diese Einladung ist abgelaufen. Bitten Sie darum, dass sie Ihnen noch einmal geschickt wird."));

    public static Auskunft DarfErneuern(Einladung einladung) => Auskunft.Pruefe(
        (einladung.AngenommenAm is null, "Die Einladung ist schon angenommen und muss nicht noch einmal gesendet werden."),
        (einladung.WiderrufenAm is null, "Die Einladung ist widerrufen. Laden Sie die Person bitte neu ein."));

    public static Auskunft DarfWiderrufen(Einladung einladung) => Auskunft.Pruefe(
        (einladung.AngenommenAm is null, "Die Einladung ist schon angenommen. Beenden Sie stattdessen die Mitgliedschaft oder sperren Sie den Zugang."),
        (einladung.WiderrufenAm is null, "Die Einladung ist schon widerrufen."));
}
