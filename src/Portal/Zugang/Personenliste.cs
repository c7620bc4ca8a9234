using Portal.Grundbegriffe;

namespace Portal.Zugang;

/// <summary>
/// Eine hochgeladene Liste von Personen zwischen Vorschau und Übernahme. Sie liegt auf dem Server, damit genau das übernommen wird,
/// was geprüft wurde; nach der Übernahme oder nach einem Tag ist sie fort.
/// </summary>
public sealed class Personenliste
{
    private Personenliste() { }

    public Personenliste(string dateiname, byte[] inhalt, int vonPersonId, DateTime jetzt)
    {
        Kennung = Kennungen.Zufaellig();
        Dateiname = dateiname;
        Inhalt = inhalt;
        VonPersonId = vonPersonId;
        HochgeladenAm = jetzt;
    }

    public int Id { get; private set; }
    public string Kennung { get; private set; } = "";
    public string Dateiname { get; private set; } = "";
    public byte[] Inhalt { get; private set; } = [];
    public int VonPersonId { get; private set; }
    public DateTime HochgeladenAm { get; private set; }

    /// <summary>Was mit jeder Zeile geschehen ist (CSV); leer, solange die Liste nicht übernommen ist.</summary>
    public string Bericht { get; private set; } = "";

    public DateTime? UebernommenAm { get; private set; }

    /// <summary>Nach der Übernahme bleibt nur der Bericht.</summary>
    public void Uebernehmen(string bericht, DateTime jetzt)
    {
        if (UebernommenAm is not null) throw new RegelVerletzt("Diese Liste ist schon übernommen.");
        Bericht = bericht;
        UebernommenAm = jetzt;
        Inhalt = [];
    }
}
