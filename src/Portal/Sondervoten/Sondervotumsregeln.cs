using Portal.Grundbegriffe;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Sondervoten;

/// <summary>Wer wann ein Sondervotum abgeben, mitzeichnen und zurücknehmen darf, und warum nicht.</summary>
public static class Sondervotumsregeln
{
    /// <summary>So viele Tage nach der Schließung der Abstimmung; die Geschäftsordnung nennt dafür keine eigene Frist.</summary>
    public const int FristInTagen = 14;

    public const int HoechsteLaenge = 5000;

    public static DateOnly LetzterTag(Abstimmung abstimmung) => Ortszeit.Datum(abstimmung.GeschlossenAm!.Value).AddDays(FristInTagen);

    /// <summary>Der Sitz, für den diese Person in der Abstimmung handelte: die Vertretung, wenn er übergeben war.</summary>
    public static Stimmrecht? RechtVon(Abstimmung abstimmung, Akteur wer) =>
        wer.IstAngemeldet ? abstimmung.Stimmrechte.FirstOrDefault(r => (r.HandelndePersonId ?? r.InhaberPersonId) == wer.PersonId) : null;

    /// <param name="schonUnterschrieben">Ob der Sitz schon unter einem Sondervotum zu derselben Empfehlung steht.</param>
    public static Auskunft DarfVerfassen(Abstimmung abstimmung, Vorschlag? vorschlag, bool schonUnterschrieben, Akteur wer, DateTime jetzt) => DarfUnterschreiben(abstimmung, schonUnterschrieben, wer, jetzt).Und(Auskunft.Pruefe(
        (abstimmung.VorschlagId is null || vorschlag?.Id == abstimmung.VorschlagId, "Die Konferenz hat über einen anderen Vorschlag abgestimmt.")));

    public static Auskunft TextStimmt(string text) => Auskunft.Pruefe(
        (!string.IsNullOrWhiteSpace(text), "Bitte schreiben Sie, was die Minderheit anders sieht und warum."),
        (text.Trim().Length <= HoechsteLaenge, "Ein Sondervotum hat höchstens 5.000 Zeichen."),
        (!Steuerzeichen.Enthaelt(text), "Der Text enthält unsichtbare Steuerzeichen. Schreiben Sie ihn bitte noch einmal."));

    public static Auskunft DarfAendern(Sondervotum votum, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (votum.MitzeichnungVon(wer) is not null, "Den Text ändert, wer ihn geschrieben hat.")).Und(IstOffen(votum, jetzt)).Und(Auskunft.Pruefe(
        (votum.Mitzeichnungen.Count <= 1, "Andere haben dieses Sondervotum mitgezeichnet. Der Text ändert sich nicht mehr, damit jede Person weiß, was über ihrem Namen steht.")));

    public static Auskunft DarfMitzeichnen(Sondervotum votum, bool schonUnterschrieben, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (votum.MitzeichnungVon(wer) is null, "Ihr Name steht schon unter diesem Sondervotum."))
        .Und(votum.MitzeichnungVon(wer) is null ? DarfUnterschreiben(votum.Abstimmung, schonUnterschrieben, wer, jetzt).Und(NichtZurueckgezogen(votum)) : Auskunft.Ja);

    public static Auskunft DarfZuruecknehmen(Sondervotum votum, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (votum.MitzeichnungVon(wer) is not null, "Ihr Name steht nicht unter diesem Sondervotum.")).Und(IstOffen(votum, jetzt));

    /// <summary>Offene lesen die Konferenz und die Geschäftsführung, feststehende alle, die die Abstimmung oder den Vorschlag lesen; Namen die Öffentlichkeit nur, wenn sie auch liest, wer wo sitzt.</summary>
    /// <param name="sitzeOeffentlich">Ob es die Geschäftsordnung der Abstimmung und die heutige erlauben.</param>
    public static bool SiehtNamen(bool sitzeOeffentlich, Akteur wer) => wer.IstAngemeldet || sitzeOeffentlich;

    private static Auskunft DarfUnterschreiben(Abstimmung abstimmung, bool schonUnterschrieben, Akteur wer, DateTime jetzt)
    {
        var recht = RechtVon(abstimmung, wer);
        var geschlossen = abstimmung.Zustand == Abstimmungszustand.Geschlossen;
        var bis = geschlossen ? Ortszeit.Lang(LetzterTag(abstimmung)) : "";
        return Auskunft.Pruefe(
            (recht is not null, "Ein Sondervotum trägt, wer in dieser Abstimmung für einen Sitz der Konferenz handelte."),
            (recht is null || geschlossen, "Ein Sondervotum ist möglich, sobald die Abstimmung geschlossen ist."),
            (recht is null || abstimmung.Ergebnis?.Ausgang != Ausgang.NichtBeschlussfaehig, "Die Konferenz war nicht beschlussfähig. Sie hat nichts entschieden, wozu ein Sondervotum gehören könnte."),
            (recht is not { Befangen: true }, "Der Sitz ist in dieser Sache befangen und gibt auch kein Sondervotum ab."),
            (recht is null || !StimmteMitDerMehrheit(abstimmung, recht), "Ihr Sitz hat so gestimmt, wie die Konferenz entschieden hat. Ein Sondervotum gibt die Minderheit ab."),
            (recht is null || !schonUnterschrieben, "Ihr Sitz steht schon unter einem Sondervotum zu dieser Empfehlung. Nehmen Sie dort zuerst Ihren Namen zurück."),
            (recht is null || !geschlossen || !new Frist(LetzterTag(abstimmung)).IstVerstrichen(jetzt), $"Sondervoten zu dieser Abstimmung waren bis zum {bis} möglich."));
    }

    /// <summary>Bei geheimer Abstimmung weiß es niemand; wer dann unterschreibt, sagt selbst, wie er es sieht.</summary>
    private static bool StimmteMitDerMehrheit(Abstimmung abstimmung, Stimmrecht recht) =>
        (recht.Stimme, abstimmung.Ergebnis?.Ausgang) is (Stimme.Ja, Ausgang.Angenommen) or (Stimme.Nein, Ausgang.Abgelehnt);

    private static Auskunft IstOffen(Sondervotum votum, DateTime jetzt) => NichtZurueckgezogen(votum).Und(Auskunft.Pruefe(
        (votum.ZustandAm(jetzt) != Sondervotumszustand.Fest, $"Das Sondervotum steht seit dem {Ortszeit.Lang(votum.LetzterTag.AddDays(1))} fest. Text und Namen ändern sich nicht mehr.")));

    private static Auskunft NichtZurueckgezogen(Sondervotum votum) => Auskunft.Pruefe(
        (votum.ZurueckgezogenAm is null, "Das Sondervotum ist zurückgezogen."));
}
