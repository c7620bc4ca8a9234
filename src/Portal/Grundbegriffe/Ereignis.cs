namespace Portal.Grundbegriffe;

/// <summary>
/// Was geschehen ist: wer, was, wann, warum. Verlauf, öffentliche Kurzgeschichte und Benachrichtigung lesen dieselben Zeilen.
/// Ereignisse werden nie gelöscht; geändert wird nur der Name von Menschen, die gegangen sind.
/// </summary>
public sealed class Ereignis
{
    private Ereignis() { }

    /// <param name="art">Gegenstand und Tat, z. B. „vorschlag.eingereicht“.</param>
    /// <param name="satz">Was geschah, als Satz ohne Namen der Person, z. B. „hat den Vorschlag eingereicht“.</param>
    public Ereignis(string art, Planungsobjekt gegenstand, int? personId, DateTime zeitpunkt, string satz, string? grund = null)
    {
        Art = art;
        Gegenstand = gegenstand.Gegenstand;
        Kennung = gegenstand.Kennung;
        Bezeichnung = gegenstand.Bezeichnung;
        PersonId = personId;
        Zeitpunkt = zeitpunkt;
        Satz = satz;
        Grund = grund;
    }

    public long Id { get; private set; }
    public string Art { get; private set; } = "";

    /// <summary>Art des Objekts, z. B. „Vorschlag“ oder „Fachgruppe“.</summary>
    public string Gegenstand { get; private set; } = "";

    /// <summary>Öffentliche Kennung des Objekts, z. B. „2026-14“.</summary>
    public string Kennung { get; private set; } = "";

    /// <summary>Wie das Objekt damals hieß.</summary>
    public string Bezeichnung { get; private set; } = "";

    /// <summary>Wer es getan hat; leer, wenn es das Portal selbst oder die Öffentlichkeit war.</summary>
    public int? PersonId { get; private set; }

    /// <summary>Wen der Satz außerdem nennt; so findet sich ihr Name wieder, auch wenn andere genauso heißen.</summary>
    public int? BetrifftPersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Zeitpunkt { get; private set; }

    public string Satz { get; private set; } = "";
    public string? Grund { get; private set; }

    /// <summary>Ob die Öffentlichkeit es in der Kurzgeschichte lesen darf, sobald der Gegenstand öffentlich ist.</summary>
    public bool Oeffentlich { get; private set; }

    /// <summary>In wessen Kreis es geschah; leer, wenn es keine Gruppe betrifft.</summary>
    public int? FachgruppeId { get; private set; }

    /// <summary>
    /// Die einzige Änderung, die es gibt: Wer das Portal verlässt, dessen Name geht auch aus der Geschichte, und mit ihm der Grund, der zu dieser
    /// Person festgehalten war.
    /// </summary>
    internal void NameErsetzen(Func<string, string> ohneName) => (Satz, Bezeichnung, Grund) = (ohneName(Satz), ohneName(Bezeichnung), null);

    /// <summary>Der Satz nennt diese Person beim Namen. Sie muss gespeichert sein.</summary>
    public Ereignis Betrifft(int personId)
    {
        BetrifftPersonId = personId;
        return this;
    }

    public Ereignis FuerAlle()
    {
        Oeffentlich = true;
        return this;
    }

    public Ereignis ImKreisVon(int fachgruppeId)
    {
        FachgruppeId = fachgruppeId;
        return this;
    }
}
