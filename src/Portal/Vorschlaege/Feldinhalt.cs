namespace Portal.Vorschlaege;

/// <summary>Der jetzige Text eines Feldes mit eigener Version: so können zwei zugleich an verschiedenen Feldern schreiben.</summary>
public sealed class Feldinhalt
{
    private Feldinhalt() { }

    public Feldinhalt(Vorschlagsfeld feld, DateTime jetzt)
    {
        Feld = feld;
        GeaendertAm = jetzt;
    }

    public int Id { get; private set; }
    public int VorschlagId { get; private set; }
    public Vorschlagsfeld Feld { get; private set; }

    /// <summary>Was geschrieben wurde; Markdown, wo das Feld es erlaubt.</summary>
    public string Wert { get; private set; } = "";

    /// <summary>Der gesetzte Text; leer bei Feldern ohne Auszeichnung.</summary>
    public string? Html { get; private set; }

    public int Version { get; internal set; }
    public int? GeaendertVonId { get; private set; }
    public DateTime GeaendertAm { get; private set; }

    internal void Setzen(string wert, string? html, int personId, DateTime jetzt)
    {
        Wert = wert;
        Html = html;
        GeaendertVonId = personId;
        GeaendertAm = jetzt;
    }
}
