using System.Globalization;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Stammdaten;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>
/// Ein Vorschlag für eine Handlungsempfehlung, vom ersten Satz bis zur gemessenen Wirkung.
/// Was mit ihm geschieht, steht in „Vorschlag.Weg.cs“. Solange die Gruppe schreibt, steht der Text in <see cref="Felder"/> und <see cref="Zeilen"/>; jede gespeicherte Fassung bleibt lesbar.
/// </summary>
public sealed partial class Vorschlag : Planungsobjekt
{
    private readonly List<Feldinhalt> _felder = [];
    private readonly List<Matrixzeile> _zeilen = [];
    private readonly List<Fassung> _fassungen = [];
    private readonly List<Sozialraum> _sozialraeume = [];

    private Vorschlag() { }

    /// <param name="kennung">Jahr und laufende Nummer, z. B. „2026-14“.</param>
    public Vorschlag(string kennung, Fachgruppe fachgruppe, string titel, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfAnlegen(fachgruppe, wer).Verlangen();
        Kennung = kennung;
        Fachgruppe = fachgruppe;
        FachgruppeId = fachgruppe.Id;
        Weg = fachgruppe.Weg;
        UrheberId = wer.PersonId;
        AngelegtAm = GeaendertAm = StandSeit = jetzt;
        _felder.AddRange(Vorschlagsfelder.Alle.Select(f => new Feldinhalt(f.Feld, jetzt)));
        Feld(Vorschlagsfeld.Titel).Setzen(titel.Trim(), null, wer.PersonId, jetzt);
        Titel = titel.Trim();
        Vermerken("vorschlag.angelegt", wer.PersonId, jetzt, "hat den Vorschlag begonnen").ImKreisVon(FachgruppeId);
    }

    public int FachgruppeId { get; private set; }
    public Fachgruppe Fachgruppe { get; private set; } = null!;
    public Weg Weg { get; private set; }
    public int UrheberId { get; private set; }
    public DateTime AngelegtAm { get; private set; }

    /// <summary>UTC; wann zuletzt geschrieben wurde. Zählt nicht als neue Version: zwei dürfen zugleich schreiben.</summary>
    public DateTime GeaendertAm { get; private set; }

    /// <summary>Wer zuletzt geschrieben hat; leer, solange niemand weitergeschrieben hat.</summary>
    public int? GeaendertVonId { get; private set; }

    /// <summary>UTC; wann die jüngste Fassung festgehalten wurde.</summary>
    public DateTime? FestgehaltenAm { get; private set; }

    /// <summary>Ob seit der jüngsten Fassung (oder seit dem Anlegen) etwas geschrieben wurde.</summary>
    public bool SeitFassungGeaendert { get; private set; }

    public Vorschlagszustand Zustand { get; private set; }

    /// <summary>UTC; seit wann der Vorschlag im jetzigen Zustand ist.</summary>
    public DateTime StandSeit { get; private set; }

    public DateTime? EingereichtAm { get; private set; }

    /// <summary>UTC; leer, solange die Öffentlichkeit den Vorschlag nicht lesen darf.</summary>
    public DateTime? VeroeffentlichtAm { get; private set; }

    public bool IstOeffentlich => VeroeffentlichtAm is not null;

    // Auszüge aus den Feldern für Listen und Filter; Feld(…) ist die Quelle.
    public string Titel { get; private set; } = "";
    public string Kurzfassung { get; private set; } = "";
    public int? HandlungsfeldId { get; private set; }
    public Handlungsfeld? Handlungsfeld { get; private set; }
    public Vorschlagsart? Art { get; private set; }

    /// <summary>Ganze Euro.</summary>
    public long? KostenEinmalig { get; private set; }

    /// <summary>Ganze Euro im Jahr.</summary>
    public long? KostenLaufend { get; private set; }

    public DateOnly? ZeitrahmenVon { get; private set; }
    public DateOnly? ZeitrahmenBis { get; private set; }

    public IReadOnlyList<Feldinhalt> Felder => _felder;
    public IReadOnlyList<Matrixzeile> Zeilen => _zeilen;
    public IReadOnlyList<Fassung> Fassungen => _fassungen;
    public IReadOnlyList<Sozialraum> Sozialraeume => _sozialraeume;

    /// <summary>Nummer der jüngsten Fassung; 0, solange keine festgehalten ist.</summary>
    public int Fassungsnummer { get; private set; }

    /// <summary>
    /// Mit jedem Schreiben eine andere: An ihr hängt, was von einem Text bereitgehalten wird, und ob eine offene Schreibseite etwas versäumt hat. Sie ist zufällig, weil zwei,
    /// die zugleich an verschiedenen Feldern schreiben, beide vom selben Stand aus zählten und mit der Uhr denselben Augenblick träfen.
    /// </summary>
    public long Schreibmarke { get; private set; }

    public override string Gegenstand => "Vorschlag";
    public override string Bezeichnung => Titel;

    public Feldinhalt Feld(Vorschlagsfeld feld) =>
        _felder.Find(f => f.Feld == feld) ?? throw new InvalidOperationException($"Das Feld {feld} ist nicht geladen.");

    /// <summary>
    /// Schreibt ein Feld. Der Wert ist schon geprüft (<see cref="Feldpruefung"/>): Zahlen ohne Punkte, Tage als JJJJ-MM-TT, Auswahl als Kennung.
    /// </summary>
    /// <param name="html">Der gesetzte Text, wenn das Feld Markdown ist.</param>
    public void Schreiben(Vorschlagsfeld feld, string wert, string? html, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfSchreiben(this, wer).Verlangen();
        Feld(feld).Setzen(wert, html, wer.PersonId, jetzt);
        Geschrieben(wer, jetzt);
        switch (feld)
        {
            case Vorschlagsfeld.Titel: Titel = wert; break;
            case Vorschlagsfeld.Kurzfassung: Kurzfassung = wert; break;
            case Vorschlagsfeld.Art: Art = wert.Length == 0 ? null : Enum.Parse<Vorschlagsart>(wert, ignoreCase: true); break;
            case Vorschlagsfeld.KostenEinmalig: KostenEinmalig = Zahl(wert); break;
            case Vorschlagsfeld.KostenLaufend: KostenLaufend = Zahl(wert); break;
            case Vorschlagsfeld.ZeitrahmenVon: ZeitrahmenVon = Tag(wert); break;
            case Vorschlagsfeld.ZeitrahmenBis: ZeitrahmenBis = Tag(wert); break;
        }
    }

    public void HandlungsfeldWaehlen(Handlungsfeld? handlungsfeld, Akteur wer, DateTime jetzt)
    {
        Schreiben(Vorschlagsfeld.Handlungsfeld, handlungsfeld?.Kennung ?? "", null, wer, jetzt);
        Handlungsfeld = handlungsfeld;
        HandlungsfeldId = handlungsfeld?.Id;
    }

    public void SozialraeumeWaehlen(IReadOnlyCollection<Sozialraum> sozialraeume, Akteur wer, DateTime jetzt)
    {
        Schreiben(Vorschlagsfeld.Sozialraeume, string.Join(',', sozialraeume.Select(s => s.Kennung).Order(StringComparer.Ordinal)), null, wer, jetzt);
        _sozialraeume.RemoveAll(s => !sozialraeume.Any(neu => neu.Id == s.Id));
        _sozialraeume.AddRange(sozialraeume.Where(neu => !_sozialraeume.Any(s => s.Id == neu.Id)));
    }

    public Matrixzeile ZeileHinzufuegen(string zielfeld, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfZeileHinzufuegen(this, wer).Verlangen();
        var letzte = _zeilen.Where(z => z.Zielfeld == zielfeld).Select(z => z.Reihenfolge).DefaultIfEmpty(0).Max();
        var zeile = new Matrixzeile(zielfeld, letzte + 1, wer.PersonId, jetzt);
        _zeilen.Add(zeile);
        Geschrieben(wer, jetzt);
        return zeile;
    }

    /// <summary>Macht das Entfernen rückgängig: dieselbe Kennung, derselbe Platz, der Text von vorher.</summary>
    /// <param name="platz">Stelle im Zielfeld, von 1 an.</param>
    public Matrixzeile ZeileWiederEinfuegen(Zeileninhalt inhalt, int platz, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfZeileWiederEinfuegen(this, inhalt.Kennung, wer).Verlangen();
        var reihe = ZeilenIn(inhalt.Zielfeld).ToList();
        var zeile = Matrixzeile.Wiederherstellen(inhalt, reihe.Count + 1, wer.PersonId, jetzt);
        _zeilen.Add(zeile);
        reihe.Insert(Math.Clamp(platz - 1, 0, reihe.Count), zeile);
        Durchzaehlen(reihe);
        Geschrieben(wer, jetzt);
        return zeile;
    }

    /// <summary>Die Zeilen eines Zielfelds in ihrer Reihenfolge.</summary>
    public IEnumerable<Matrixzeile> ZeilenIn(string zielfeld) => _zeilen.Where(z => z.Zielfeld == zielfeld).OrderBy(z => z.Reihenfolge).ThenBy(z => z.Id);

    public void ZeileSchreiben(Matrixzeile zeile, Matrixwerte werte, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfSchreiben(this, wer).Verlangen();
        zeile.Setzen(werte, wer.PersonId, jetzt);
        Geschrieben(wer, jetzt);
    }

    /// <param name="um">−1 eine Stelle nach oben, +1 eine nach unten, innerhalb ihres Zielfelds.</param>
    public void ZeileVerschieben(Matrixzeile zeile, int um, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfSchreiben(this, wer).Verlangen();
        var reihe = ZeilenIn(zeile.Zielfeld).ToList();
        var stelle = reihe.IndexOf(zeile);
        var ziel = Math.Clamp(stelle + um, 0, reihe.Count - 1);
        reihe.RemoveAt(stelle);
        reihe.Insert(ziel, zeile);
        Durchzaehlen(reihe);
        Geschrieben(wer, jetzt);
    }

    public void ZeileEntfernen(Matrixzeile zeile, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfSchreiben(this, wer).Verlangen();
        _zeilen.Remove(zeile);
        Geschrieben(wer, jetzt);
    }

    /// <summary>Hält den jetzigen Text als nummerierte Fassung fest. Felder und Zeilen müssen geladen sein.</summary>
    public Fassung FassungFesthalten(Fassungsanlass anlass, string notiz, int? personId, DateTime jetzt)
    {
        var fassung = new Fassung(++Fassungsnummer, Vorschlagsinhalt.Von(this), anlass, notiz.Trim(), personId, jetzt);
        _fassungen.Add(fassung);
        FestgehaltenAm = jetzt;
        SeitFassungGeaendert = false;
        // Was das Portal von selbst festhält, hat niemand getan.
        Vermerken("vorschlag.fassung", anlass == Fassungsanlass.Uebergabe ? null : personId, jetzt, $"hat Fassung {fassung.Nummer} festgehalten", notiz).ImKreisVon(FachgruppeId);
        return fassung;
    }

    /// <summary>
    /// Ob der Stand festzuhalten ist, bevor diese Person weiterschreibt: wenn lange niemand geschrieben hat, oder wenn zuletzt jemand anderes schrieb.
    /// Schreiben zwei zugleich, wechselt das im Sekundentakt; deshalb höchstens alle zehn Minuten eine.
    /// </summary>
    public bool BrauchtUebergabe(Akteur wer, DateTime jetzt) =>
        SeitFassungGeaendert
        && (jetzt - GeaendertAm > Vorschlagsregeln.Schreibpause
            || (GeaendertVonId != wer.PersonId && (FestgehaltenAm is not { } am || jetzt - am > Vorschlagsregeln.KleinsterAbstand)));

    /// <summary>Hält den Stand fest, den die zuletzt Schreibende hinterlassen hat.</summary>
    public Fassung UebergabeFesthalten(DateTime jetzt) => FassungFesthalten(Fassungsanlass.Uebergabe, "", GeaendertVonId, jetzt);

    /// <summary>
    /// Holt eine frühere Fassung zurück. Vorher wird der jetzige Stand festgehalten, danach der neue: es geht nichts verloren.
    /// Felder, Zeilen und Sozialräume müssen geladen sein.
    /// </summary>
    /// <param name="setzen">Macht aus Markdown HTML.</param>
    /// <param name="handlungsfeld">Das Handlungsfeld der Fassung, wenn es das noch gibt.</param>
    /// <param name="sozialraeume">Die Sozialräume der Fassung, soweit es sie noch gibt.</param>
    public Fassung Wiederherstellen(Fassung fassung, Func<string, string> setzen, Handlungsfeld? handlungsfeld, IReadOnlyCollection<Sozialraum> sozialraeume, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfWiederherstellen(this, fassung, wer).Verlangen();
        if (SeitFassungGeaendert) FassungFesthalten(Fassungsanlass.Uebergabe, $"Stand vor dem Wiederherstellen von Fassung {fassung.Nummer}", GeaendertVonId, jetzt);
        var inhalt = fassung.Inhalt();
        foreach (var feld in Vorschlagsfelder.Alle.Where(f => f.Feld is not (Vorschlagsfeld.Handlungsfeld or Vorschlagsfeld.Sozialraeume) && inhalt.Feld(f.Feld) != Feld(f.Feld).Wert))
            Schreiben(feld.Feld, inhalt.Feld(feld.Feld), feld.Art == Feldart.Markdown ? setzen(inhalt.Feld(feld.Feld)) : null, wer, jetzt);
        HandlungsfeldWaehlen(handlungsfeld, wer, jetzt);
        SozialraeumeWaehlen(sozialraeume, wer, jetzt);
        ZeilenWiederherstellen(inhalt, wer, jetzt);
        return FassungFesthalten(Fassungsanlass.Wiederhergestellt, $"Fassung {fassung.Nummer} wiederhergestellt", wer.PersonId, jetzt);
    }

    private void ZeilenWiederherstellen(Vorschlagsinhalt inhalt, Akteur wer, DateTime jetzt)
    {
        _zeilen.RemoveAll(z => inhalt.Zeilen.All(alt => alt.Kennung != z.Kennung));
        foreach (var gruppe in inhalt.Zeilen.GroupBy(z => z.Zielfeld))
            foreach (var (platz, alt) in gruppe.Index())
            {
                if (_zeilen.Find(z => z.Kennung == alt.Kennung) is not { } zeile)
                {
                    _zeilen.Add(Matrixzeile.Wiederherstellen(alt, platz + 1, wer.PersonId, jetzt));
                    continue;
                }
                zeile.Einreihen(platz + 1);
                zeile.Setzen(alt.Werte, wer.PersonId, jetzt);
            }
    }

    // Weil die Zeile des Vorschlags mit ihrer Version so in jedes Speichern eingeht, scheitert eines, das von einer Einreichung überholt wurde.
    private void Geschrieben(Akteur wer, DateTime jetzt)
    {
        GeaendertAm = jetzt;
        GeaendertVonId = wer.PersonId;
        SeitFassungGeaendert = true;
        Schreibmarke = Random.Shared.NextInt64();
    }

    private static void Durchzaehlen(List<Matrixzeile> reihe)
    {
        for (var i = 0; i < reihe.Count; i++) reihe[i].Einreihen(i + 1);
    }

    private static long? Zahl(string wert) => wert.Length == 0 ? null : long.Parse(wert, CultureInfo.InvariantCulture);
    private static DateOnly? Tag(string wert) => wert.Length == 0 ? null : DateOnly.ParseExact(wert, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
