using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Stammdaten;

/// <summary>Ein Thema, mit dem sich die Sozialplanung befasst, z. B. Armut, Alter, Pflege. Die Auswahl ist ein Filter: womit das Modell arbeitet.</summary>
public sealed class Handlungsfeld : Planungsobjekt
{
    private Handlungsfeld() { }

    public Handlungsfeld(string name, string beschreibung, string fachausschuss, int reihenfolge)
    {
        Kennung = Kennungen.AusName(name);
        Beschreiben(name, beschreibung, fachausschuss);
        Reihenfolge = reihenfolge;
    }

    public string Name { get; private set; } = "";
    public string Beschreibung { get; private set; } = "";

    /// <summary>Das politische Gremium, in das Empfehlungen dieses Feldes gehen.</summary>
    public string Fachausschuss { get; private set; } = "";

    public int Reihenfolge { get; private set; }

    /// <summary>Stillgelegte Felder bleiben an alten Vorschlägen lesbar, stehen aber nicht mehr zur Wahl.</summary>
    public bool Stillgelegt { get; private set; }

    public override string Gegenstand => "Handlungsfeld";
    public override string Bezeichnung => Name;

    public void Aendern(string name, string beschreibung, string fachausschuss, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        Beschreiben(name, beschreibung, fachausschuss);
        Vermerken("handlungsfeld.geaendert", wer.PersonId, jetzt, "hat das Handlungsfeld geändert");
    }

    /// <summary>Eine Stelle nach vorn oder hinten in der Reihe aller Felder; die anderen rücken nach.</summary>
    public void Verschieben(IReadOnlyList<Handlungsfeld> reihe, int um, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        var neu = reihe.Where(f => f != this).ToList();
        neu.Insert(Math.Clamp(reihe.ToList().IndexOf(this) + Math.Sign(um), 0, neu.Count), this);
        for (var i = 0; i < neu.Count; i++) neu[i].Reihenfolge = i + 1;
        Vermerken("handlungsfeld.verschoben", wer.PersonId, jetzt, $"hat das Handlungsfeld an Stelle {Reihenfolge} gesetzt");
    }

    public void Hinzufuegen(Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        Vermerken("handlungsfeld.geaendert", wer.PersonId, jetzt, "hat das Handlungsfeld hinzugefügt");
    }

    /// <param name="verwendungen">So viele Fachgruppen und Vorschläge nennen das Feld.</param>
    public void Loeschen(int verwendungen, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Und(Stammdatenregeln.DarfLoeschen(this, verwendungen)).Verlangen();
        Vermerken("handlungsfeld.geaendert", wer.PersonId, jetzt, "hat das Handlungsfeld gelöscht");
    }

    public void Stilllegen(Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Und(Stammdatenregeln.DarfStilllegen(this)).Verlangen();
        Stillgelegt = true;
        Vermerken("handlungsfeld.stillgelegt", wer.PersonId, jetzt, "hat das Handlungsfeld stillgelegt");
    }

    public void Wiederaufnehmen(Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Und(Stammdatenregeln.DarfWiederaufnehmen(this)).Verlangen();
        Stillgelegt = false;
        Vermerken("handlungsfeld.wiederaufgenommen", wer.PersonId, jetzt, "hat das Handlungsfeld wieder aufgenommen");
    }

    private void Beschreiben(string name, string beschreibung, string fachausschuss)
    {
        Name = name.Trim();
        Beschreibung = beschreibung.Trim();
        Fachausschuss = fachausschuss.Trim();
    }
}
