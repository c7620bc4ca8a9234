using Portal.Grundbegriffe;

namespace Portal.Stammdaten;

/// <summary>Ein Thema, mit dem sich die Sozialplanung befasst, z. B. Armut, Alter, Pflege. Die Auswahl ist ein Filter: womit das Modell arbeitet.</summary>
public sealed class Handlungsfeld : Planungsobjekt
{
    private Handlungsfeld() { }

    public Handlungsfeld(string name, string beschreibung, string fachausschuss, int reihenfolge)
    {
        Kennung = Kennungen.AusName(name);
        Aendern(name, beschreibung, fachausschuss, reihenfolge);
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

    public void Aendern(string name, string beschreibung, string fachausschuss, int reihenfolge)
    {
        Name = name.Trim();
        Beschreibung = beschreibung.Trim();
        Fachausschuss = fachausschuss.Trim();
        Reihenfolge = reihenfolge;
    }

    /// <summary>Eine Stelle nach vorn oder hinten; die Verwaltung ordnet alle Felder neu.</summary>
    internal void Einreihen(int reihenfolge) => Reihenfolge = reihenfolge;

    public void Vermerken(string satz, int personId, DateTime jetzt) => Vermerken("handlungsfeld.geaendert", personId, jetzt, satz);

    public void Stilllegen(int personId, DateTime jetzt)
    {
        Stillgelegt = true;
        Vermerken("handlungsfeld.stillgelegt", personId, jetzt, "hat das Handlungsfeld stillgelegt");
    }

    public void Wiederaufnehmen(int personId, DateTime jetzt)
    {
        Stillgelegt = false;
        Vermerken("handlungsfeld.wiederaufgenommen", personId, jetzt, "hat das Handlungsfeld wieder aufgenommen");
    }
}
