namespace Portal.Grundbegriffe;

/// <summary>Was eine öffentliche Kennung, eine Version und eine Geschichte hat.</summary>
public abstract class Planungsobjekt
{
    /// <summary>Womit beginnt, wovon es bis zum ersten Speichern nur eine Vorgabe gibt: Wer noch die Vorgabe (0) vor sich hat, überschreibt es nicht unwissend.</summary>
    public const int ErsteVersion = 1;

    private readonly List<Ereignis> _neueEreignisse = [];

    public int Id { get; private set; }

    /// <summary>Steht in Adressen und Schreiben; ändert sich nie.</summary>
    public string Kennung { get; protected set; } = "";

    /// <summary>Zählt bei jeder Änderung um eins weiter; wer mit einer alten Version speichert, erfährt es.</summary>
    public int Version { get; internal set; }

    public abstract string Gegenstand { get; }
    public abstract string Bezeichnung { get; }

    public IReadOnlyList<Ereignis> NeueEreignisse => _neueEreignisse;

    protected Ereignis Vermerken(string art, int? personId, DateTime jetzt, string satz, string? grund = null)
    {
        var ereignis = new Ereignis(art, this, personId, jetzt, satz, grund);
        _neueEreignisse.Add(ereignis);
        return ereignis;
    }

    /// <summary>Beim Speichern werden die vermerkten Ereignisse übernommen, jedes genau einmal.</summary>
    internal IReadOnlyList<Ereignis> EreignisseUebernehmen()
    {
        Ereignis[] uebernommen = [.. _neueEreignisse];
        _neueEreignisse.Clear();
        return uebernommen;
    }
}
