using Portal.Grundbegriffe;
using Portal.Platform.Markdown;
using Portal.Stammdaten;
using Portal.Zugang;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Was jemand zu einem Feld oder einer Matrixzeile schickt.</summary>
/// <param name="Version">Version des Felds oder der Zeile, als die Person sie zuletzt sah.</param>
/// <param name="Werte">Je Stelle (Name des Felds, Schlüssel der Spalte), was dort stehen soll; was fehlt, bleibt.</param>
/// <param name="Gruende">Je Stelle, wovon die Person ausging.</param>
public sealed record Eingabe(int Version, IReadOnlyDictionary<string, string> Werte, IReadOnlyDictionary<string, Grundlage> Gruende)
{
    public Grundlage Grund(string stelle) => Gruende.GetValueOrDefault(stelle, Grundlage.Unbekannt);
}

/// <summary>Eine Stelle, die zwei verschieden geändert haben.</summary>
/// <param name="Ort">Name des Felds oder Kennung der Zeile.</param>
/// <param name="Stelle">Name des Felds oder Schlüssel der Spalte.</param>
/// <param name="VonId">Wer die andere Fassung gespeichert hat.</param>
public sealed record Konflikt(string Ort, string Stelle, string Titel, string Meins, string Anderes, int Version, int? VonId, DateTime Um);

/// <summary>Eine Eingabe, die so nicht gespeichert werden kann, mit ihrem Satz.</summary>
public sealed record Fehleingabe(string Ort, string Stelle, string Satz);

/// <summary>Was zur Wahl steht, wo ein Feld auf Stammdaten verweist.</summary>
public sealed record Schreibwahl(IReadOnlyList<Handlungsfeld> Handlungsfelder, IReadOnlyList<Sozialraum> Sozialraeume)
{
    public static Schreibwahl Keine { get; } = new([], []);
}

/// <summary>
/// Ein Speichern: gleicht jede geschickte Stelle mit dem ab, was inzwischen gespeichert ist, schreibt, was sich verträgt,
/// und merkt sich, was ein Mensch entscheiden muss.
/// </summary>
public sealed class Schreibvorgang(Vorschlag vorschlag, Schreibwahl wahl, Akteur wer, DateTime jetzt)
{
    private readonly List<Konflikt> _konflikte = [];
    private readonly List<Fehleingabe> _fehler = [];

    public IReadOnlyList<Konflikt> Konflikte => _konflikte;
    public IReadOnlyList<Fehleingabe> Fehler => _fehler;

    /// <summary>Ob es etwas zu speichern gibt.</summary>
    public bool HatGeschrieben { get; private set; }

    /// <summary>Ob Worte von jemand anderem dazukamen.</summary>
    public bool HatZusammengefuehrt { get; private set; }

    /// <summary>Etwas, das nicht an einer einzelnen Stelle liegt, ging nicht.</summary>
    public void Ablehnen(string satz) => _fehler.Add(new("", "", satz));

    public void Feld(Vorschlagsfeld feld, Eingabe eingabe)
    {
        if (!eingabe.Werte.TryGetValue(feld.ToString(), out var roh) || Geprueft(feld.ToString(), feld.ToString(), () => Feldwert(feld, roh)) is not { } meins) return;
        var inhalt = vorschlag.Feld(feld);
        var beschreibung = feld.Beschreibung();
        var abgleich = Abgleich.Stelle(beschreibung.Art, inhalt.Wert, meins, inhalt.Version == eingabe.Version, Normal(feld, eingabe.Grund(feld.ToString())));
        if (abgleich.Art == Abgleichsart.Konflikt)
            _konflikte.Add(new(feld.ToString(), feld.ToString(), beschreibung.Name, meins, inhalt.Wert, inhalt.Version, inhalt.GeaendertVonId, inhalt.GeaendertAm));
        else if (abgleich.Art != Abgleichsart.Unveraendert && Geprueft(feld.ToString(), feld.ToString(), () => Feldpruefung.Geprueft(feld, abgleich.Wert)) is not null)
            Schreiben(feld, abgleich);
    }

    public void Zeile(Matrixzeile zeile, IEnumerable<Matrixspalte> spalten, Eingabe eingabe)
    {
        var werte = zeile.Werte;
        foreach (var spalte in spalten)
        {
            if (!eingabe.Werte.TryGetValue(spalte.Schluessel, out var roh) || Geprueft(zeile.Kennung, spalte.Schluessel, () => Zellenpruefung.Geprueft(spalte, roh)) is not { } meins) continue;
            var alt = spalte.WertIn(zeile.Werte);
            var abgleich = Abgleich.Stelle(spalte.Art == Spaltenart.Text ? Feldart.Absatz : Feldart.Auswahl, alt, meins, zeile.Version == eingabe.Version, eingabe.Grund(spalte.Schluessel));
            if (abgleich.Art == Abgleichsart.Konflikt)
                _konflikte.Add(new(zeile.Kennung, spalte.Schluessel, spalte.Name, meins, alt, zeile.Version, zeile.GeaendertVonId, zeile.GeaendertAm));
            else if (abgleich.Art != Abgleichsart.Unveraendert && Geprueft(zeile.Kennung, spalte.Schluessel, () => Zellenpruefung.Geprueft(spalte, abgleich.Wert)) is not null)
            {
                werte = werte.Mit(spalte, abgleich.Wert);
                HatZusammengefuehrt |= abgleich.Art == Abgleichsart.Zusammengefuehrt;
            }
        }
        if (werte == zeile.Werte) return;
        vorschlag.ZeileSchreiben(zeile, werte, wer, jetzt);
        HatGeschrieben = true;
    }

    /// <param name="gespeichert">Was jetzt an den Stellen steht, wie es im Eingabefeld erscheint.</param>
    public static Schreibantwort Antwort(Schreibvorgang vorgang, Eingabe eingabe, int version, DateTime jetzt, Dictionary<string, string> gespeichert, IReadOnlyList<Konfliktanzeige> konflikte)
    {
        var offen = vorgang.Konflikte.Select(k => k.Stelle).Concat(vorgang.Fehler.Select(f => f.Stelle)).ToHashSet(StringComparer.Ordinal);
        var anders = gespeichert.Where(g => eingabe.Werte.TryGetValue(g.Key, out var geschickt) && !offen.Contains(g.Key) && geschickt.ReplaceLineEndings("\n") != g.Value);
        return new(version, Schreibanzeige.Uhrzeit(jetzt), anders.ToDictionary(g => g.Key, g => g.Value), vorgang.HatZusammengefuehrt, konflikte, vorgang.Fehler);
    }

    private void Schreiben(Vorschlagsfeld feld, Abgleich abgleich)
    {
        HatGeschrieben = true;
        HatZusammengefuehrt |= abgleich.Art == Abgleichsart.Zusammengefuehrt;
        switch (feld)
        {
            case Vorschlagsfeld.Handlungsfeld:
                vorschlag.HandlungsfeldWaehlen(wahl.Handlungsfelder.FirstOrDefault(h => h.Kennung == abgleich.Wert), wer, jetzt);
                break;
            case Vorschlagsfeld.Sozialraeume:
                var gewaehlt = abgleich.Wert.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
                vorschlag.SozialraeumeWaehlen([.. wahl.Sozialraeume.Where(s => gewaehlt.Contains(s.Kennung))], wer, jetzt);
                break;
            default:
                vorschlag.Schreiben(feld, abgleich.Wert, feld.Beschreibung().Art == Feldart.Markdown ? MarkdownRenderer.ToHtml(abgleich.Wert) : null, wer, jetzt);
                break;
        }
    }

    private string Feldwert(Vorschlagsfeld feld, string roh)
    {
        var wert = Feldpruefung.Geprueft(feld, roh);
        return feld switch
        {
            Vorschlagsfeld.Art => wert.Length == 0 ? "" : Enum.GetNames<Vorschlagsart>().FirstOrDefault(a => a.Equals(wert, StringComparison.OrdinalIgnoreCase))
                ?? throw new RegelVerletzt("„Art“: Bitte wählen Sie „strategisch“ oder „operativ“.", feld.ToString()),
            Vorschlagsfeld.Handlungsfeld => wert.Length == 0 || wahl.Handlungsfelder.Any(h => h.Kennung == wert && (!h.Stillgelegt || h.Id == vorschlag.HandlungsfeldId)) ? wert
                : throw new RegelVerletzt("Dieses Handlungsfeld steht nicht zur Wahl. Bitte wählen Sie ein anderes.", feld.ToString()),
            Vorschlagsfeld.Sozialraeume => Raeume(wert),
            _ => wert,
        };
    }

    private string Raeume(string wert)
    {
        var kennungen = wert.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return kennungen.TrueForAll(k => wahl.Sozialraeume.Any(s => s.Kennung == k)) ? string.Join(',', kennungen)
            : throw new RegelVerletzt("Einer der gewählten Sozialräume steht nicht mehr zur Wahl. Bitte laden Sie die Seite neu.", nameof(Vorschlagsfeld.Sozialraeume));
    }

    /// <summary>Der Ausgangstext in der Form, in der gespeichert wird; nur so lässt er sich vergleichen.</summary>
    private static Grundlage Normal(Vorschlagsfeld feld, Grundlage grund)
    {
        if (grund.Text is null) return grund;
        try { return Grundlage.AusText(Feldpruefung.Geprueft(feld, grund.Text)); }
        catch (RegelVerletzt) { return Grundlage.Unbekannt; }
    }

    private string? Geprueft(string ort, string stelle, Func<string> pruefung)
    {
        try { return pruefung(); }
        catch (RegelVerletzt fehler)
        {
            _fehler.Add(new(ort, stelle, fehler.Message));
            return null;
        }
    }
}
