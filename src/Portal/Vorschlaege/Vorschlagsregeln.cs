using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>Was mit einem Vorschlag geschehen darf, und warum nicht.</summary>
public static class Vorschlagsregeln
{
    public const int HoechsteZeilenzahl = 200;

    private const string GruppeAufgeloest = "Die Gruppe ist aufgelöst; an ihren Vorschlägen wird nicht mehr geschrieben. Alles bleibt lesbar.";

    /// <summary>Wer nach einer so langen Pause weiterschreibt, beginnt auf einem festgehaltenen Stand.</summary>
    public static TimeSpan Schreibpause { get; } = TimeSpan.FromMinutes(30);

    /// <summary>So lange liegen zwei von selbst festgehaltene Fassungen auseinander, wenn mehrere zugleich schreiben.</summary>
    public static TimeSpan KleinsterAbstand { get; } = TimeSpan.FromMinutes(10);

    public static Auskunft DarfAnlegen(Fachgruppe gruppe, Akteur wer) => Auskunft.Pruefe(
        (wer.IstMitgliedVon(gruppe.Id), "Vorschläge beginnen die Mitglieder der Gruppe."),
        (gruppe.Zustand is not (Fachgruppenzustand.Vorgeschlagen or Fachgruppenzustand.Beraten), "Die Gruppe ist noch nicht in Gründung; bis dahin beginnt sie keine Vorschläge."),
        (gruppe.Zustand is not Fachgruppenzustand.Aufgeloest, "Die Gruppe ist aufgelöst; neue Vorschläge beginnt sie nicht mehr."),
        (gruppe.Zustand is not Fachgruppenzustand.Ruhend, "Die Gruppe ruht; ein Vorschlag kann erst wieder begonnen werden, wenn sie aktiv ist."));

    public static Auskunft DarfSchreiben(Vorschlag vorschlag, Akteur wer) => Auskunft.Pruefe(
        (wer.IstMitgliedVon(vorschlag.FachgruppeId), "An diesem Vorschlag schreiben die Mitglieder der Gruppe."),
        (!wer.Aufgeloest.Contains(vorschlag.FachgruppeId), GruppeAufgeloest),
        (Vorschlagslauf.WirdGeschrieben(vorschlag.Zustand), $"Der Vorschlag ist {vorschlag.Zustand.Anzeige()}; sein Text ist festgehalten und wird nicht mehr geändert."));

    public static Auskunft DarfZeileHinzufuegen(Vorschlag vorschlag, Akteur wer) => DarfSchreiben(vorschlag, wer).Und(Auskunft.Pruefe(
        (vorschlag.Zeilen.Count < HoechsteZeilenzahl, $"Die Matrix hat schon {HoechsteZeilenzahl} Zeilen. Fassen Sie Ziele zusammen, bevor Sie weitere hinzufügen.")));

    public static Auskunft DarfZeileWiederEinfuegen(Vorschlag vorschlag, string kennung, Akteur wer) => DarfZeileHinzufuegen(vorschlag, wer).Und(Auskunft.Pruefe(
        (vorschlag.Zeilen.All(z => z.Kennung != kennung), "Die Zeile steht schon wieder in der Matrix.")));

    public static Auskunft DarfFassungFesthalten(Vorschlag vorschlag, Akteur wer) => DarfSchreiben(vorschlag, wer).Und(Auskunft.Pruefe(
        (vorschlag.SeitFassungGeaendert || vorschlag.Fassungsnummer == 0, "Seit der letzten Fassung hat niemand etwas geändert.")));

    public static Auskunft DarfWiederherstellen(Vorschlag vorschlag, Fassung fassung, Akteur wer) => DarfSchreiben(vorschlag, wer).Und(Auskunft.Pruefe(
        (fassung.Nummer < vorschlag.Fassungsnummer || vorschlag.SeitFassungGeaendert, "Diese Fassung ist der jetzige Stand.")));

    /// <summary>Wer Entstehung, Fassungen und Diskussion liest: der Kreis, der den Vorschlag macht. Nie die Öffentlichkeit.</summary>
    public static Auskunft DarfInneresLesen(Vorschlag vorschlag, Akteur wer) => Auskunft.Pruefe(
        (wer.IstMitgliedVon(vorschlag.FachgruppeId) || wer.IstGeschaeftsfuehrung, "Die Diskussion lesen die Mitglieder der Gruppe und die Geschäftsführung."));

    public static Auskunft DarfKommentieren(Vorschlag vorschlag, Akteur wer) => Auskunft.Pruefe(
        (wer.IstMitgliedVon(vorschlag.FachgruppeId) || wer.IstGeschaeftsfuehrung, "Mitreden können die Mitglieder der Gruppe und die Geschäftsführung."),
        (vorschlag.Zustand is not (Vorschlagszustand.Abgeschlossen or Vorschlagszustand.Zurueckgezogen), $"Der Vorschlag ist {vorschlag.Zustand.Anzeige()}; die Beratung darüber ist beendet."));

    /// <summary>Wer für die Gruppe oder das Portal einsteht, nimmt heraus, was nicht stehen bleiben darf: Beleidigungen, Angaben über einzelne Menschen.</summary>
    public static Auskunft DarfFremdeBeitraegeEntfernen(Vorschlag vorschlag, Akteur wer) => Auskunft.Pruefe(
        (wer.IstSprecherVon(vorschlag.FachgruppeId) || wer.IstGeschaeftsfuehrung, "Einen Beitrag entfernt, wer ihn geschrieben hat; den einer anderen Person eine Sprecher:in der Gruppe oder die Geschäftsführung."));

    /// <summary>Den eigenen ohne Weiteres; den einer anderen Person nur mit einem Grund, den alle lesen, die mitreden.</summary>
    public static Auskunft DarfBeitragEntfernen(Kommentar kommentar, string grund, Akteur wer) =>
        (wer.PersonId == kommentar.PersonId ? Auskunft.Ja : DarfFremdeBeitraegeEntfernen(kommentar.Vorschlag, wer)).Und(Auskunft.Pruefe(
            (kommentar.EntferntAm is null, "Der Beitrag ist schon entfernt.")))
        .Und(wer.PersonId == kommentar.PersonId ? Auskunft.Ja : Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund, warum Sie den Beitrag einer anderen Person entfernen."));

    public static Auskunft DarfInBeratungGeben(Vorschlag vorschlag, Akteur wer) => Auskunft.Pruefe(
        (wer.IstMitgliedVon(vorschlag.FachgruppeId), "In die Beratung geben den Vorschlag die Mitglieder der Gruppe."),
        (!wer.Aufgeloest.Contains(vorschlag.FachgruppeId), GruppeAufgeloest),
        (vorschlag.Zustand == Vorschlagszustand.Entwurf, "Nur ein Entwurf kann in die Beratung gegeben werden."));

    public static Auskunft DarfZumEntwurfMachen(Vorschlag vorschlag, Akteur wer) => Auskunft.Pruefe(
        (wer.IstMitgliedVon(vorschlag.FachgruppeId), "Zum Entwurf machen den Vorschlag die Mitglieder der Gruppe."),
        (!wer.Aufgeloest.Contains(vorschlag.FachgruppeId), GruppeAufgeloest),
        (vorschlag.Zustand == Vorschlagszustand.InBeratung, "Nur ein Vorschlag in Beratung kann wieder Entwurf werden."));

    public static Auskunft DarfEinreichen(Vorschlag vorschlag, IReadOnlyList<Luecke> luecken, Frist? frist, Akteur wer, DateTime jetzt) => Auskunft.Pruefe(
        (wer.IstSprecherVon(vorschlag.FachgruppeId), "Einreichen können die Sprecher:innen der Gruppe."),
        (!wer.Aufgeloest.Contains(vorschlag.FachgruppeId), "Die Gruppe ist aufgelöst und reicht nichts mehr ein."),
        (Vorschlagslauf.WirdGeschrieben(vorschlag.Zustand), $"Der Vorschlag ist schon {vorschlag.Zustand.Anzeige()}."),
        (frist is not { } f || !f.IstVerstrichen(jetzt), frist is { } g ? $"Die Einreichungsfrist endete am {Ortszeit.Lang(g.LetzterTag)}." : ""),
        (luecken.Count == 0, luecken.Count == 1 ? "Eine Angabe fehlt noch." : $"Es fehlen noch {luecken.Count} Angaben."));

    public static Auskunft DarfSichten(Vorschlag vorschlag, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Die Sichtung ist Sache der Geschäftsführung."),
        (vorschlag.Zustand == Vorschlagszustand.Eingereicht, "Gesichtet wird, was eingereicht ist."));

    public static Auskunft DarfZurueckgeben(Vorschlag vorschlag, string grund, Akteur wer) => DarfSichten(vorschlag, wer)
        .Und(Auskunft.MitGrund(grund, "Bitte schreiben Sie der Gruppe, warum Sie den Vorschlag zurückgeben und was sie ändern soll."));

    public static Auskunft DarfZurueckziehen(Vorschlag vorschlag, string grund, Akteur wer) => Auskunft.Pruefe(
        (wer.IstSprecherVon(vorschlag.FachgruppeId), "Zurückziehen können den Vorschlag die Sprecher:innen der Gruppe."),
        (Vorschlagslauf.Naechste(vorschlag.Zustand, vorschlag.Weg).Contains(Vorschlagszustand.Zurueckgezogen), $"Der Vorschlag ist {vorschlag.Zustand.Anzeige()} und kann nicht mehr zurückgezogen werden."))
        .Und(Auskunft.MitGrund(grund, "Bitte nennen Sie den Grund, warum der Vorschlag zurückgezogen wird."));

    public static Auskunft DarfVeroeffentlichen(Vorschlag vorschlag, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Veröffentlichen kann die Geschäftsführung."),
        (!vorschlag.IstOeffentlich, "Der Vorschlag ist schon veröffentlicht."),
        (Vorschlagslauf.IstGesichtetOderSpaeter(vorschlag.Zustand), "Veröffentlicht wird ein Vorschlag erst, wenn er gesichtet ist."));

    public static Auskunft DarfVeroeffentlichungZuruecknehmen(Vorschlag vorschlag, string grund, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Eine Veröffentlichung zurücknehmen kann die Geschäftsführung."),
        (vorschlag.IstOeffentlich, "Der Vorschlag ist nicht veröffentlicht."))
        .Und(Auskunft.MitGrund(grund, "Bitte schreiben Sie der Gruppe, warum Sie die Veröffentlichung zurücknehmen."));

    public static Auskunft DarfUeberfuehren(Vorschlag vorschlag, Vorschlagszustand ziel, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Weiterführen kann den Vorschlag die Geschäftsführung."),
        (Vorschlagslauf.Naechste(vorschlag.Zustand, vorschlag.Weg).Contains(ziel), $"Von „{vorschlag.Zustand.Anzeige()}“ führt kein Schritt zu „{ziel.Anzeige()}“."));
}
