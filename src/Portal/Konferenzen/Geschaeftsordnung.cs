using System.Globalization;
using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Konferenzen;

/// <summary>Wo eine Fassung der Geschäftsordnung steht.</summary>
public enum Geltung
{
    Entwurf,
    Kuenftig,
    InKraft,
    AusserKraft,
}

/// <summary>
/// Eine Fassung der Geschäftsordnung der Sozialplanungskonferenz. Geschrieben wird nur am Entwurf; was in Kraft ist oder war, bleibt,
/// wie es ist, und eine Änderung beginnt als neuer Entwurf daraus.
/// </summary>
public sealed class Geschaeftsordnung : Planungsobjekt
{
    private Geschaeftsordnung() { }

    /// <param name="nummer">Die nächste freie Nummer.</param>
    /// <param name="vorlage">Woraus der Entwurf entsteht; leer bei der ersten Fassung, dann gilt die Vorgabe.</param>
    public Geschaeftsordnung(int nummer, Geschaeftsordnung? vorlage, Akteur wer, DateTime jetzt)
    {
        Nummer = nummer;
        Kennung = nummer.ToString(CultureInfo.InvariantCulture);
        Inhalt = vorlage?.Inhalt ?? Geschaeftsordnungsinhalt.Vorgabe;
        AngelegtAm = jetzt;
        Vermerken("geschaeftsordnung.entworfen", wer.PersonId, jetzt, vorlage is null ? "hat den ersten Entwurf angelegt" : $"hat einen Entwurf aus Fassung {vorlage.Nummer} angelegt");
    }

    public int Nummer { get; private set; }
    public Geschaeftsordnungsinhalt Inhalt { get; private set; } = Geschaeftsordnungsinhalt.Vorgabe;
    public DateTime AngelegtAm { get; private set; }

    /// <summary>Erster Tag der Geltung; leer beim Entwurf.</summary>
    public DateOnly? GiltAb { get; private set; }

    /// <summary>Letzter Tag der Geltung; leer, solange keine spätere Fassung bestimmt ist.</summary>
    public DateOnly? GiltBis { get; private set; }

    /// <summary>Wer wann beschlossen hat, z. B. „Beschluss der Konferenz vom 3. März 2026“.</summary>
    public string Grund { get; private set; } = "";

    public bool IstEntwurf => GiltAb is null;

    public override string Gegenstand => "Geschäftsordnung";
    public override string Bezeichnung => $"Geschäftsordnung, Fassung {Nummer}";

    public Geltung GeltungAm(DateOnly tag) =>
        GiltAb is not { } ab ? Geltung.Entwurf
        : tag < ab ? Geltung.Kuenftig
        : GiltBis is { } bis && tag > bis ? Geltung.AusserKraft
        : Geltung.InKraft;

    public void BaenkeFestlegen(IReadOnlyList<Bank> baenke, Akteur wer)
    {
        Geschaeftsordnungsregeln.DarfAendern(this, wer).Und(Geschaeftsordnungsregeln.BaenkeStimmen(baenke)).Verlangen();
        var fraktionsbank = baenke.FirstOrDefault(b => b.NachFraktionen);
        Inhalt = Inhalt with { Baenke = [.. baenke], Verteilung = fraktionsbank?.Sitze == Inhalt.Fraktionsbank?.Sitze ? Inhalt.Verteilung : null };
    }

    public void FraktionenErfassen(IReadOnlyList<Fraktionsstaerke> fraktionen, Akteur wer)
    {
        Geschaeftsordnungsregeln.DarfAendern(this, wer).Und(Geschaeftsordnungsregeln.FraktionenStimmen(fraktionen)).Verlangen();
        if (fraktionen.SequenceEqual(Inhalt.Fraktionen)) return;
        Inhalt = Inhalt with { Fraktionen = [.. fraktionen], Verteilung = null };
    }

    /// <summary>
    /// Übernimmt die Verteilung nach diesem Verfahren. Bei Gleichstand entscheidet das Los: das schon gezogene, das von Hand
    /// (<paramref name="gezogene"/> mit <paramref name="vermerk"/>) oder eines, das jetzt gezogen wird.
    /// </summary>
    /// <param name="gezogene">Die Fraktionen, die außerhalb des Portals das Los gezogen hat; leer, wenn das Portal losen soll.</param>
    public void SitzeVerteilen(Sitzverfahren verfahren, IReadOnlyList<string> gezogene, string vermerk, Akteur wer, DateTime jetzt)
    {
        Geschaeftsordnungsregeln.DarfAendern(this, wer).Und(Geschaeftsordnungsregeln.DarfVerteilen(Inhalt)).Verlangen();
        if (Inhalt.Berechnen(verfahren) is { IstVollstaendig: false, Losfall: { } losfall })
            Losen(verfahren, losfall, gezogene, vermerk.Trim(), wer, jetzt);
        var ergebnis = Inhalt.Berechnen(verfahren);
        Inhalt = Inhalt with { Verteilung = new(verfahren, [.. ergebnis.Zuteilungen.Select(z => new Fraktionssitze(z.Fraktion, z.Sitze))], ergebnis.Losfall is not null) };
        Vermerken("geschaeftsordnung.verteilt", wer.PersonId, jetzt, $"hat die Sitze nach {verfahren.Anzeige()} verteilt: "
            + string.Join(", ", Inhalt.Verteilung.Sitze.Select(s => $"{s.Fraktion} {s.Sitze}")));
    }

    private void Losen(Sitzverfahren verfahren, Losfall losfall, IReadOnlyList<string> gezogene, string vermerk, Akteur wer, DateTime jetzt)
    {
        if (gezogene.Count > 0) Geschaeftsordnungsregeln.LosVonHandStimmt(losfall, gezogene, vermerk).Verlangen();
        var startwert = gezogene.Count > 0 ? "" : Losentscheid.NeuerStartwert();
        IReadOnlyList<string> folge = gezogene.Count > 0 ? [.. gezogene, .. losfall.Fraktionen.Except(gezogene, StringComparer.Ordinal)] : Losentscheid.Ziehen(startwert, losfall.Fraktionen);
        Inhalt = Inhalt with { Lose = [.. Inhalt.Lose, new(Losentscheid.Fall(verfahren, Inhalt.Fraktionsbank!.Sitze, Inhalt.Fraktionen), folge, startwert, vermerk, jetzt)] };
        Vermerken("geschaeftsordnung.los", wer.PersonId, jetzt, startwert.Length > 0
            ? $"hat das Portal losen lassen (Startwert {startwert}): {string.Join(", ", folge)}"
            : $"hat ein Los eingetragen, das außerhalb des Portals gezogen wurde: {string.Join(", ", gezogene)}", vermerk);
    }

    /// <param name="regeln">Die übrigen Regeln; Bänke, Fraktionen, Verteilung, Lose und Kriterien bleiben, wie sie hier stehen.</param>
    public void VerfahrenRegeln(Geschaeftsordnungsinhalt regeln, Akteur wer)
    {
        Geschaeftsordnungsregeln.DarfAendern(this, wer).Und(Geschaeftsordnungsregeln.VerfahrenStimmt(regeln)).Verlangen();
        Inhalt = regeln with { Baenke = Inhalt.Baenke, Fraktionen = Inhalt.Fraktionen, Verteilung = Inhalt.Verteilung, Lose = Inhalt.Lose, Kriterien = Inhalt.Kriterien };
    }

    public void KriterienFestlegen(IReadOnlyList<Kriterium> kriterien, Akteur wer)
    {
        Geschaeftsordnungsregeln.DarfAendern(this, wer).Und(Geschaeftsordnungsregeln.KriterienStimmen(kriterien)).Verlangen();
        Inhalt = Inhalt with { Kriterien = [.. kriterien] };
    }

    /// <summary>Setzt den Entwurf in Kraft; von da an ändert er sich nicht mehr.</summary>
    /// <param name="bisherige">Die zuletzt in Kraft gesetzte Fassung; sie gilt bis zum Tag davor.</param>
    public void InKraftSetzen(DateOnly ab, string grund, Geschaeftsordnung? bisherige, Akteur wer, DateTime jetzt)
    {
        Geschaeftsordnungsregeln.DarfInKraftSetzen(this, ab, grund, bisherige, wer, Ortszeit.Datum(jetzt)).Verlangen();
        GiltAb = ab;
        Grund = grund.Trim();
        bisherige?.EndetMit(ab.AddDays(-1));
        Vermerken("geschaeftsordnung.inkraft", wer.PersonId, jetzt, $"hat die Geschäftsordnung zum {Ortszeit.Lang(ab)} in Kraft gesetzt", Grund).FuerAlle();
    }

    /// <summary>Ein Entwurf, der nicht weiterverfolgt wird; danach wird er gelöscht, der Verlauf behält es.</summary>
    public void Verwerfen(Akteur wer, DateTime jetzt)
    {
        Geschaeftsordnungsregeln.DarfVerwerfen(this, wer).Verlangen();
        Vermerken("geschaeftsordnung.verworfen", wer.PersonId, jetzt, "hat den Entwurf verworfen");
    }

    private void EndetMit(DateOnly letzterTag) => GiltBis = letzterTag;
}
