using Portal.Grundbegriffe;

namespace Portal.Stammdaten;

/// <summary>Ein Teil der Gemeinde auf einer Raumebene, z. B. ein Stadtteil mit seinen Sozialbezirken.</summary>
public sealed class Sozialraum : Planungsobjekt
{
    private Sozialraum() { }

    public Sozialraum(string name, string ebene, Sozialraum? uebergeordnet, int reihenfolge, string? kennung = null)
    {
        Kennung = kennung ?? Kennungen.AusName(name);
        Aendern(name, ebene, uebergeordnet, reihenfolge);
    }

    public string Name { get; private set; } = "";

    /// <summary>Name der Raumebene, z. B. „Stadtteil“.</summary>
    public string Ebene { get; private set; } = "";

    public int? UebergeordnetId { get; private set; }
    public Sozialraum? Uebergeordnet { get; private set; }
    public int Reihenfolge { get; private set; }

    public override string Gegenstand => "Sozialraum";
    public override string Bezeichnung => Name;

    public void Aendern(string name, string ebene, Sozialraum? uebergeordnet, int reihenfolge)
    {
        Name = name.Trim();
        Ebene = ebene.Trim();
        Uebergeordnet = uebergeordnet;
        UebergeordnetId = uebergeordnet?.Id;
        Reihenfolge = reihenfolge;
    }

    public void Vermerken(string satz, int personId, DateTime jetzt) => Vermerken("sozialraum.geaendert", personId, jetzt, satz);
}
