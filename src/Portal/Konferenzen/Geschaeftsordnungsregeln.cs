using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Konferenzen;

/// <summary>Was an einer Geschäftsordnung geschehen darf, was in ihr stimmen muss, und warum nicht.</summary>
public static class Geschaeftsordnungsregeln
{
    public const int HoechsteSitzzahl = 300;
    public const int HoechsteBankzahl = 12;
    public const int HoechsteFraktionszahl = 40;
    public const int HoechsteKriterienzahl = 12;

    public static Auskunft DarfEntwerfen(bool gibtEsEntwurf, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Die Geschäftsordnung bearbeitet die Geschäftsführung."),
        (!gibtEsEntwurf, "Es gibt schon einen Entwurf. Setzen Sie ihn in Kraft oder verwerfen Sie ihn, bevor Sie einen neuen anlegen."));

    public static Auskunft DarfAendern(Geschaeftsordnung ordnung, Akteur wer) => Auskunft.Pruefe(
        (wer.IstGeschaeftsfuehrung, "Die Geschäftsordnung bearbeitet die Geschäftsführung."),
        (ordnung.IstEntwurf, "Diese Fassung ist oder war in Kraft und wird nicht mehr geändert. Legen Sie für eine Änderung einen neuen Entwurf an."));

    /// <summary>Wer losen ließ, kann den Entwurf nicht verwerfen und im nächsten noch einmal losen lassen, bis ihm das Ergebnis passt.</summary>
    public static Auskunft DarfVerwerfen(Geschaeftsordnung ordnung, Akteur wer) => DarfAendern(ordnung, wer).Und(Auskunft.Pruefe(
        (ordnung.Inhalt.Lose.All(l => l.GezogenAm < ordnung.AngelegtAm),
            "In diesem Entwurf ist ein Los gezogen. Damit es gilt und nicht wiederholt werden kann, lässt er sich nicht mehr verwerfen, nur noch ändern.")));

    public static Auskunft BaenkeStimmen(IReadOnlyList<Bank> baenke)
    {
        var ohneSitz = baenke.FirstOrDefault(b => b.Sitze < 1);
        var summe = baenke.Sum(b => b.Anteil);
        return Auskunft.Pruefe(
            (baenke.Count > 0, "Die Konferenz braucht mindestens eine Bank."),
            (baenke.Count <= HoechsteBankzahl, $"Mehr als {HoechsteBankzahl} Bänke sind nicht möglich."),
            (baenke.All(b => !string.IsNullOrWhiteSpace(b.Name)), "Jede Bank braucht einen Namen."),
            (SindVerschieden(baenke.Select(b => b.Name)), "Zwei Bänke heißen gleich. Geben Sie ihnen verschiedene Namen."),
            (ohneSitz is null, $"Die Bank „{ohneSitz?.Name}“ hat keinen Sitz. Geben Sie ihr mindestens einen, oder entfernen Sie die Bank."),
            (baenke.Sum(b => (long)Math.Max(0, b.Sitze)) <= HoechsteSitzzahl, $"Die Konferenz kann höchstens {HoechsteSitzzahl} Sitze haben."),
            (baenke.All(b => b.Anteil > 0), "Jede Bank braucht einen Anteil am Ergebnis, der größer als 0 % ist."),
            (baenke.All(b => decimal.Round(b.Anteil, 2) == b.Anteil), "Anteile haben höchstens zwei Stellen nach dem Komma."),
            (summe == 100, $"Die Anteile der Bänke ergeben zusammen {summe.Prozent()}, nicht 100 %."),
            (baenke.Count(b => b.NachFraktionen) <= 1, "Nur eine Bank kann nach Fraktionen besetzt werden."));
    }

    public static Auskunft FraktionenStimmen(IReadOnlyList<Fraktionsstaerke> fraktionen) => Auskunft.Pruefe(
        (fraktionen.Count > 0, "Bitte tragen Sie mindestens eine Fraktion ein."),
        (fraktionen.Count <= HoechsteFraktionszahl, $"Mehr als {HoechsteFraktionszahl} Fraktionen sind nicht möglich."),
        (fraktionen.All(f => !string.IsNullOrWhiteSpace(f.Fraktion)), "Jede Fraktion braucht einen Namen."),
        (SindVerschieden(fraktionen.Select(f => f.Fraktion)), "Eine Fraktion steht zweimal in der Liste."),
        (fraktionen.All(f => f.Staerke >= 0), "Die Stärke einer Fraktion kann nicht unter null liegen."),
        (fraktionen.Any(f => f.Staerke > 0), "Alle Fraktionen haben die Stärke null; so lassen sich keine Sitze verteilen."));

    public static Auskunft DarfVerteilen(Geschaeftsordnungsinhalt inhalt) => Auskunft.Pruefe(
        (inhalt.Fraktionsbank is not null, "Keine Bank wird nach Fraktionen besetzt; es gibt nichts zu verteilen."),
        (inhalt.Fraktionen.Count > 0, "Bitte tragen Sie zuerst die Fraktionen mit ihrer Stärke ein."));

    public static Auskunft LosVonHandStimmt(Losfall losfall, IReadOnlyList<string> gezogene, string vermerk) => Auskunft.Pruefe(
        (gezogene.All(losfall.Fraktionen.Contains), "Das Los entscheidet nur zwischen den Fraktionen mit gleichem Anspruch."),
        (gezogene.Distinct(StringComparer.Ordinal).Count() == losfall.Sitze && gezogene.Count == losfall.Sitze,
            losfall.Sitze == 1 ? "Das Los vergibt einen Sitz. Kreuzen Sie genau eine Fraktion an." : $"Das Los vergibt {losfall.Sitze} Sitze. Kreuzen Sie genau {losfall.Sitze} Fraktionen an."),
        (!string.IsNullOrWhiteSpace(vermerk), "Bitte halten Sie fest, wer wann und wie gelost hat."));

    public static Auskunft VerfahrenStimmt(Geschaeftsordnungsinhalt regeln) => Auskunft.Pruefe(
        (regeln.Ladungsfrist is >= 0 and <= 180, "Die Ladungsfrist liegt zwischen 0 und 180 Tagen."),
        (regeln.StellvertretungenJeSitz is >= 0 and <= 5, "Ein Sitz kann keine bis fünf Stellvertretungen haben."),
        (regeln.Runden is 1 or 2, "Es gibt eine oder zwei Bewertungsrunden."));

    public static Auskunft KriterienStimmen(IReadOnlyList<Kriterium> kriterien)
    {
        var ohneAnker = kriterien.FirstOrDefault(k => k.Anker.Count != Kriterium.HoechstePunktzahl + 1 || k.Anker.Any(string.IsNullOrWhiteSpace));
        var punkte = ohneAnker is null ? 0 : Enumerable.Range(0, Kriterium.HoechstePunktzahl + 1).FirstOrDefault(i => i >= ohneAnker.Anker.Count || string.IsNullOrWhiteSpace(ohneAnker.Anker[i]));
        var bedeutung = punkte == 1 ? "1 Punkt" : $"{punkte} Punkte";
        return Auskunft.Pruefe(
            (kriterien.Count > 0, "Es braucht mindestens ein Kriterium."),
            (kriterien.Count <= HoechsteKriterienzahl, $"Mehr als {HoechsteKriterienzahl} Kriterien sind nicht möglich."),
            (kriterien.All(k => !string.IsNullOrWhiteSpace(k.Name)), "Jedes Kriterium braucht einen Namen."),
            (SindVerschieden(kriterien.Select(k => k.Name)), "Zwei Kriterien heißen gleich. Geben Sie ihnen verschiedene Namen."),
            (kriterien.All(k => k.Gewicht >= 0), "Ein Gewicht kann nicht unter null liegen."),
            (kriterien.All(k => k.Gewicht <= 1000 && decimal.Round(k.Gewicht, 2) == k.Gewicht), "Ein Gewicht ist höchstens 1.000 und hat höchstens zwei Stellen nach dem Komma."),
            (kriterien.Count == 0 || kriterien.Any(k => k.Gewicht > 0), "Die Gewichte der Kriterien ergeben zusammen null; so lässt sich nichts auswerten. Geben Sie mindestens einem Kriterium ein Gewicht."),
            (ohneAnker is null, $"Beim Kriterium „{ohneAnker?.Name}“ fehlt der Text, der sagt, was {bedeutung} bedeuten."));
    }

    /// <summary>Alles, was im Inhalt noch fehlt, bevor eine Fassung in Kraft treten kann.</summary>
    public static Auskunft IstVollstaendig(Geschaeftsordnungsinhalt inhalt) => BaenkeStimmen(inhalt.Baenke)
        .Und(inhalt.Fraktionsbank is null ? Auskunft.Ja : Auskunft.Pruefe(
            (inhalt.Verteilung is { } v && v.Sitze.Sum(s => s.Sitze) == inhalt.Fraktionsbank.Sitze, $"Die Sitze der Bank „{inhalt.Fraktionsbank.Name}“ sind noch nicht auf die Fraktionen verteilt.")))
        .Und(VerfahrenStimmt(inhalt)).Und(KriterienStimmen(inhalt.Kriterien));

    public static Auskunft DarfInKraftSetzen(Geschaeftsordnung ordnung, DateOnly ab, string grund, Geschaeftsordnung? bisherige, Akteur wer, DateOnly heute) =>
        DarfAendern(ordnung, wer).Und(IstVollstaendig(ordnung.Inhalt)).Und(Auskunft.Pruefe(
            (ab >= heute, "Der Tag liegt in der Vergangenheit. Eine Geschäftsordnung tritt frühestens heute in Kraft, damit kein Ergebnis nachträglich anders zu lesen ist."),
            (ab <= heute.AddYears(2), "Der Tag liegt mehr als zwei Jahre in der Zukunft."),
            (bisherige?.GiltAb is not { } vorher || ab > vorher, bisherige?.GiltAb is { } g ? $"Fassung {bisherige.Nummer} gilt ab dem {Ortszeit.Lang(g)}. Die neue Fassung muss an einem späteren Tag in Kraft treten." : "")))
            .Und(Auskunft.MitGrund(grund, "Bitte nennen Sie, wer die Geschäftsordnung wann beschlossen hat."));

    private static bool SindVerschieden(IEnumerable<string> namen)
    {
        var gesehen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return namen.All(n => gesehen.Add((n ?? "").Trim()));
    }
}
