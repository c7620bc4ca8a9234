using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>Ein Beitrag zur Beratung über einen Vorschlag: zum Ganzen, zu einem Feld oder zu einer Zeile der Matrix.</summary>
public sealed class Kommentar : Planungsobjekt
{
    public const int HoechsteLaenge = 10_000;

    private Kommentar() { }

    public Kommentar(Vorschlag vorschlag, string ort, string text, string html, Kommentar? antwortAuf, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfKommentieren(vorschlag, wer).Verlangen();
        Kennung = Kennungen.Zufaellig();
        VorschlagId = vorschlag.Id;
        // Eine Antwort steht immer am Ort des Kommentars, dem sie gilt; Antworten auf Antworten gelten dem ersten.
        AntwortAufId = antwortAuf?.AntwortAufId ?? antwortAuf?.Id;
        Ort = antwortAuf?.Ort ?? ort;
        Text = text;
        Html = html;
        PersonId = wer.PersonId;
        GeschriebenAm = jetzt;
        Vermerken("kommentar.geschrieben", wer.PersonId, jetzt, $"hat zum Vorschlag {vorschlag.Kennung} geschrieben").ImKreisVon(vorschlag.FachgruppeId);
    }

    public int VorschlagId { get; private set; }
    public Vorschlag Vorschlag { get; private set; } = null!;

    /// <summary>„allgemein“, der Name eines Felds oder „zeile:“ mit der Kennung einer Matrixzeile.</summary>
    public string Ort { get; private set; } = "";

    public int? AntwortAufId { get; private set; }
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";
    public int PersonId { get; private set; }
    public DateTime GeschriebenAm { get; private set; }
    public DateTime? ErledigtAm { get; private set; }
    public int? ErledigtVonId { get; private set; }

    /// <summary>Der Platz bleibt, der Text nicht.</summary>
    public DateTime? EntferntAm { get; private set; }

    /// <summary>Wer den Beitrag einer anderen Person entfernt hat; nichts, wenn es die Person selbst war.</summary>
    public int? EntferntVonId { get; private set; }

    /// <summary>Warum jemand anderes ihn entfernt hat; steht an seiner Stelle.</summary>
    public string Entfernungsgrund { get; private set; } = "";

    public override string Gegenstand => "Kommentar";
    /// <summary>Ohne ein Wort des Beitrags: Was im Verlauf steht, bleibt, auch wenn der Beitrag entfernt wird.</summary>
    public override string Bezeichnung => "Beitrag zur Diskussion";

    public void Erledigen(Vorschlag vorschlag, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfKommentieren(vorschlag, wer).Verlangen();
        ErledigtAm = jetzt;
        ErledigtVonId = wer.PersonId;
        Vermerken("kommentar.erledigt", wer.PersonId, jetzt, $"hat einen Beitrag zum Vorschlag {vorschlag.Kennung} als erledigt gekennzeichnet").ImKreisVon(vorschlag.FachgruppeId);
    }

    public void WiederOeffnen(Vorschlag vorschlag, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfKommentieren(vorschlag, wer).Verlangen();
        ErledigtAm = null;
        ErledigtVonId = null;
        Vermerken("kommentar.geoeffnet", wer.PersonId, jetzt, $"hat einen Beitrag zum Vorschlag {vorschlag.Kennung} wieder geöffnet").ImKreisVon(vorschlag.FachgruppeId);
    }

    /// <summary>Der Beitrag spricht einen Menschen an, der das Portal verlassen hat.</summary>
    internal void NameErsetzen(Func<string, string> ohneName) => (Text, Html) = (ohneName(Text), ohneName(Html));

    /// <param name="grund">Nötig, wenn der Beitrag von einer anderen Person ist.</param>
    public void Entfernen(string grund, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfBeitragEntfernen(this, grund, wer).Verlangen();
        EntferntAm = jetzt;
        Text = "";
        Html = "";
        if (wer.PersonId == PersonId)
        {
            Vermerken("kommentar.entfernt", wer.PersonId, jetzt, "hat einen eigenen Beitrag entfernt").ImKreisVon(Vorschlag.FachgruppeId);
            return;
        }
        EntferntVonId = wer.PersonId;
        Entfernungsgrund = grund.Trim();
        Vermerken("kommentar.entfernt", wer.PersonId, jetzt, "hat einen Beitrag einer anderen Person entfernt", Entfernungsgrund).ImKreisVon(Vorschlag.FachgruppeId);
    }
}
