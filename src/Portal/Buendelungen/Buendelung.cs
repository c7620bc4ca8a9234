using Portal.Grundbegriffe;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Buendelungen;

/// <summary>Wo eine Bündelung steht.</summary>
public enum Buendelungszustand
{
    /// <summary>Die Gruppen sind gefragt.</summary>
    Vorgeschlagen,

    /// <summary>Alle Gruppen haben zugestimmt; bewertet wird sie als eine.</summary>
    Vereinbart,

    /// <summary>Mindestens eine Gruppe will nicht.</summary>
    Abgelehnt,

    /// <summary>Wieder getrennt, oder vor der letzten Antwort zurückgenommen.</summary>
    Aufgeloest,
}

/// <summary>
/// Mehrere Vorschläge, die sich überschneiden und mit Zustimmung ihrer Gruppen gemeinsam bewertet werden. Jeder bleibt mit Text, Matrix und
/// Herkunft bestehen; bis die Runde eröffnet ist, lässt sich die Bündelung wieder auflösen.
/// </summary>
public sealed class Buendelung : Planungsobjekt
{
    private readonly List<Buendelungsteil> _teile = [];

    private Buendelung() { }

    /// <param name="kennung">Jahr und laufende Nummer, z. B. „2026-1“.</param>
    /// <param name="schonGebuendelt">Vorschläge, die schon zu einer laufenden Bündelung gehören.</param>
    public Buendelung(string kennung, string titel, string begruendung, IReadOnlyList<Vorschlag> vorschlaege, IReadOnlySet<int> schonGebuendelt, Akteur wer, DateTime jetzt)
    {
        Buendelungsregeln.DarfVorschlagen(titel, begruendung, vorschlaege, schonGebuendelt, wer).Verlangen();
        Kennung = kennung;
        Titel = titel.Trim();
        Begruendung = begruendung.Trim();
        AngelegtAm = jetzt;
        _teile.AddRange(vorschlaege.OrderBy(v => v.Id).Select(v => new Buendelungsteil(v)));
        VermerkenFuerGruppen("buendelung.vorgeschlagen", wer, jetzt, "hat vorgeschlagen, diese Vorschläge zu bündeln: " + string.Join(", ", _teile.Select(t => t.Vorschlag.Kennung)), Begruendung);
    }

    public string Titel { get; private set; } = "";

    /// <summary>Warum sie zusammengehören; das lesen die Gruppen.</summary>
    public string Begruendung { get; private set; } = "";

    public Buendelungszustand Zustand { get; private set; }
    public DateTime AngelegtAm { get; private set; }

    /// <summary>UTC; wann der Zustand erreicht wurde, der nicht mehr von den Gruppen abhängt.</summary>
    public DateTime? EntschiedenAm { get; private set; }

    public string Aufloesungsgrund { get; private set; } = "";

    /// <summary>UTC; seit eine Runde mit ihr eröffnet ist. Von da an lässt sie sich nicht mehr auflösen.</summary>
    public DateTime? InPriorisierungSeit { get; private set; }

    /// <summary>Wie viele Gruppen geantwortet haben; steht hier, damit zwei Antworten im selben Augenblick einander bemerken.</summary>
    public int Antworten { get; private set; }

    public IReadOnlyList<Buendelungsteil> Teile => _teile;

    public override string Gegenstand => "Bündelung";
    public override string Bezeichnung => Titel;

    public bool IstLaufend => Zustand is Buendelungszustand.Vorgeschlagen or Buendelungszustand.Vereinbart;

    /// <summary>Eine Gruppe stimmt für alle ihre Vorschläge in der Bündelung zu. Mit der letzten Zustimmung ist sie vereinbart.</summary>
    public void Zustimmen(int fachgruppeId, Akteur wer, DateTime jetzt)
    {
        Buendelungsregeln.DarfZustimmen(this, fachgruppeId, wer).Verlangen();
        foreach (var teil in TeileVon(fachgruppeId)) teil.Entscheiden(true, "", wer, jetzt);
        Antworten++;
        VermerkenFuerGruppen("buendelung.zugestimmt", wer, jetzt, $"hat für „{Gruppenname(fachgruppeId)}“ der Bündelung zugestimmt");
        if (_teile.TrueForAll(t => t.Zugestimmt == true)) Abschliessen(Buendelungszustand.Vereinbart, jetzt);
    }

    /// <summary>Eine Gruppe lehnt ab; damit kommt die Bündelung nicht zustande.</summary>
    public void Ablehnen(int fachgruppeId, string grund, Akteur wer, DateTime jetzt)
    {
        Buendelungsregeln.DarfAblehnen(this, fachgruppeId, grund, wer).Verlangen();
        foreach (var teil in TeileVon(fachgruppeId)) teil.Entscheiden(false, grund.Trim(), wer, jetzt);
        Antworten++;
        VermerkenFuerGruppen("buendelung.abgelehnt", wer, jetzt, $"hat für „{Gruppenname(fachgruppeId)}“ die Bündelung abgelehnt", grund);
        Abschliessen(Buendelungszustand.Abgelehnt, jetzt);
    }

    /// <summary>Trennt die Vorschläge wieder; an ihnen selbst ändert sich nichts.</summary>
    public void Aufloesen(string grund, Akteur wer, DateTime jetzt)
    {
        Buendelungsregeln.DarfAufloesen(this, grund, wer).Verlangen();
        Aufloesungsgrund = grund.Trim();
        VermerkenFuerGruppen("buendelung.aufgeloest", wer, jetzt, "hat die Bündelung aufgelöst", grund);
        Abschliessen(Buendelungszustand.Aufgeloest, jetzt);
    }

    /// <summary>
    /// Eine Runde mit dieser Bündelung wird eröffnet. Ihre Version zählt weiter: Wird sie im selben Augenblick aufgelöst, gelingt nur eines von beidem.
    /// </summary>
    public void InPriorisierungNehmen(Akteur wer, DateTime jetzt)
    {
        Buendelungsregeln.DarfInPriorisierung(this, wer).Verlangen();
        InPriorisierungSeit = jetzt;
        VermerkenFuerGruppen("buendelung.in-priorisierung", wer, jetzt, "hat die Bündelung in eine Priorisierungsrunde aufgenommen");
    }

    public IEnumerable<Buendelungsteil> TeileVon(int fachgruppeId) => _teile.Where(t => t.Vorschlag.FachgruppeId == fachgruppeId);

    private string Gruppenname(int fachgruppeId) => TeileVon(fachgruppeId).First().Vorschlag.Fachgruppe.Name;

    private void Abschliessen(Buendelungszustand zustand, DateTime jetzt)
    {
        Zustand = zustand;
        EntschiedenAm = jetzt;
        foreach (var teil in _teile) teil.Laeuft = IstLaufend;
    }

    // Jede beteiligte Gruppe findet es in ihrem Verlauf.
    private void VermerkenFuerGruppen(string art, Akteur wer, DateTime jetzt, string satz, string? grund = null)
    {
        foreach (var gruppe in _teile.Select(t => t.Vorschlag.FachgruppeId).Distinct()) Vermerken(art, wer.PersonId, jetzt, satz, grund).ImKreisVon(gruppe);
    }
}

/// <summary>Ein Vorschlag in einer Bündelung, mit der Antwort seiner Gruppe.</summary>
public sealed class Buendelungsteil
{
    private Buendelungsteil() { }

    internal Buendelungsteil(Vorschlag vorschlag)
    {
        Vorschlag = vorschlag;
        VorschlagId = vorschlag.Id;
    }

    public int Id { get; private set; }
    public int BuendelungId { get; private set; }
    public int VorschlagId { get; private set; }
    public Vorschlag Vorschlag { get; private set; } = null!;

    /// <summary>Ob die Bündelung läuft: Ein Vorschlag gehört höchstens zu einer laufenden, auch wenn zwei zugleich vorgeschlagen werden.</summary>
    public bool Laeuft { get; internal set; } = true;

    /// <summary>Leer, solange die Gruppe nicht geantwortet hat.</summary>
    public bool? Zugestimmt { get; private set; }

    public string Grund { get; private set; } = "";
    public int? EntschiedenVonId { get; private set; }
    public DateTime? EntschiedenAm { get; private set; }

    internal void Entscheiden(bool zugestimmt, string grund, Akteur wer, DateTime jetzt)
    {
        Zugestimmt = zugestimmt;
        Grund = grund;
        EntschiedenVonId = wer.PersonId;
        EntschiedenAm = jetzt;
    }
}

public static class Buendelungsnamen
{
    public static string Anzeige(this Buendelungszustand zustand) => zustand switch
    {
        Buendelungszustand.Vorgeschlagen => "vorgeschlagen",
        Buendelungszustand.Vereinbart => "vereinbart",
        Buendelungszustand.Abgelehnt => "abgelehnt",
        Buendelungszustand.Aufgeloest => "aufgelöst",
        _ => throw new ArgumentOutOfRangeException(nameof(zustand), zustand, "Dieser Zustand hat keinen Namen."),
    };
}
