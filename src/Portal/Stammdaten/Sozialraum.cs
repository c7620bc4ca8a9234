using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Stammdaten;

/// <summary>Ein Teil der Gemeinde auf einer Raumebene, z. B. ein Stadtteil mit seinen Sozialbezirken.</summary>
public sealed class Sozialraum : Planungsobjekt
{
    private Sozialraum() { }

    public Sozialraum(string name, string ebene, Sozialraum? uebergeordnet, int reihenfolge, string? kennung = null)
    {
        Kennung = kennung ?? Kennungen.AusName(name);
        Einordnen(name, ebene, uebergeordnet, reihenfolge);
    }

    public string Name { get; private set; } = "";

    /// <summary>Name der Raumebene, z. B. „Stadtteil“.</summary>
    public string Ebene { get; private set; } = "";

    public int? UebergeordnetId { get; private set; }
    public Sozialraum? Uebergeordnet { get; private set; }
    public int Reihenfolge { get; private set; }

    public override string Gegenstand => "Sozialraum";
    public override string Bezeichnung => Name;

    /// <param name="alle">Alle Räume; unter einem anderen Raum steht dieser dort zuletzt.</param>
    public void Aendern(string name, string ebene, Sozialraum? uebergeordnet, IReadOnlyCollection<Sozialraum> alle, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Und(Stammdatenregeln.DarfVerschieben(this, uebergeordnet, alle)).Verlangen();
        Einordnen(name, ebene, uebergeordnet, uebergeordnet?.Id == UebergeordnetId ? Reihenfolge : alle.Count(r => r.UebergeordnetId == uebergeordnet?.Id) + 1);
        Vermerken("sozialraum.geaendert", wer.PersonId, jetzt, "hat den Sozialraum geändert");
    }

    public void Hinzufuegen(IReadOnlyCollection<Sozialraum> alle, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Und(Stammdatenregeln.DarfVerschieben(this, Uebergeordnet, alle)).Verlangen();
        Vermerken("sozialraum.geaendert", wer.PersonId, jetzt, "hat den Sozialraum hinzugefügt");
    }

    /// <summary>Wie es in einer Liste steht, die als Ganzes geprüft ist.</summary>
    public void Uebernehmen(string name, string ebene, Sozialraum? uebergeordnet, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        Einordnen(name, ebene, uebergeordnet, Reihenfolge);
        Vermerken("sozialraum.geaendert", wer.PersonId, jetzt, "hat den Sozialraum aus einer Liste übernommen");
    }

    public void Loeschen(int verwendungen, int unterraeume, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Und(Stammdatenregeln.DarfLoeschen(this, verwendungen, unterraeume)).Verlangen();
        Vermerken("sozialraum.geaendert", wer.PersonId, jetzt, "hat den Sozialraum gelöscht");
    }

    private void Einordnen(string name, string ebene, Sozialraum? uebergeordnet, int reihenfolge)
    {
        Name = name.Trim();
        Ebene = ebene.Trim();
        Uebergeordnet = uebergeordnet;
        UebergeordnetId = uebergeordnet?.Id;
        Reihenfolge = reihenfolge;
    }
}
