using Portal.Vorschlaege;

namespace Portal.Musterstadt;

/// <summary>Eine Zeile der Zielfeldermatrix, wie sie in der Vorlage steht.</summary>
internal sealed record Zeilenvorlage(string Zielfeld, Matrixwerte Werte);

/// <summary>Ein Beitrag zur Diskussion mit seinen Antworten; der Ort in den Worten der Vorlage.</summary>
internal sealed record Beitragsvorlage(string Email, string Ort, string Text, List<(string Email, string Text)> Antworten);

/// <summary>Wann ein Vorschlag in einen Zustand kam und warum; ohne Grund gilt der übliche Satz.</summary>
/// <param name="VorTagen">Vom Beginn der Vorführung zurückgezählt.</param>
internal sealed record Stationsvorlage(Vorschlagszustand Zustand, double VorTagen, string Grund);

/// <summary>
/// Ein Vorschlag der Mustergemeinde: Kopf zwischen zwei „---“, dann je Feld eine Überschrift, die Matrix als Tabellen, die Diskussion als Liste.
/// Wer einen langen Weg mit eigenen Tagen und Gründen hinter sich hat, nennt seine Stationen.
/// </summary>
internal sealed class Vorschlagsvorlage
{
    private readonly Dictionary<string, string> _kopf;
    private readonly Dictionary<string, string> _abschnitte;

    private Vorschlagsvorlage(Dictionary<string, string> kopf, Dictionary<string, string> abschnitte)
    {
        _kopf = kopf;
        _abschnitte = abschnitte;
        Zustand = Zustandsname(Angabe("Zustand"));
        Zeilen = [.. Matrix(abschnitte.GetValueOrDefault("Zielfeldermatrix", ""))];
        Stationen = [.. Weg(abschnitte.GetValueOrDefault("Stationen", ""))];
        Diskussion = Beitraege(abschnitte.GetValueOrDefault("Diskussion", ""));
    }

    public string Titel => Angabe("Titel");
    public string Fachgruppe => Angabe("Fachgruppe");
    public Vorschlagszustand Zustand { get; }
    public bool Veroeffentlicht => Angabe("Veroeffentlicht") == "ja";
    public string Begruendung => Angabe("Begruendung");
    public string[] Sozialraeume => Angabe("Sozialraeume").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    public IReadOnlyList<Zeilenvorlage> Zeilen { get; }
    /// <summary>Vom Beginn als Entwurf an, in der Reihenfolge der Tage; leer, wenn der Weg keine Besonderheiten hat.</summary>
    public IReadOnlyList<Stationsvorlage> Stationen { get; }
    public IReadOnlyList<Beitragsvorlage> Diskussion { get; }

    public static Vorschlagsvorlage Lesen(string markdown)
    {
        var teile = markdown.Split("---\n", 3);
        var kopf = teile[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(z => z.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(z => z[0], z => z[1], StringComparer.Ordinal);
        var abschnitte = ("\n" + teile[2]).Split("\n## ").Skip(1).Select(a => a.Split('\n', 2))
            .ToDictionary(a => a[0].Trim(), a => a[1].Trim('\n', ' '), StringComparer.Ordinal);
        return new(kopf, abschnitte);
    }

    /// <summary>Der Text eines Felds in der Form, in der er gespeichert wird; leer, wenn die Vorlage dazu nichts sagt.</summary>
    public string Feld(Vorschlagsfeld feld) => Feldpruefung.Geprueft(feld, feld switch
    {
        Vorschlagsfeld.Titel => Titel,
        Vorschlagsfeld.Art => Angabe("Art") == "strategisch" ? nameof(Vorschlagsart.Strategisch) : nameof(Vorschlagsart.Operativ),
        Vorschlagsfeld.KostenEinmalig or Vorschlagsfeld.KostenLaufend or Vorschlagsfeld.ZeitrahmenVon or Vorschlagsfeld.ZeitrahmenBis => Angabe(feld.ToString()),
        _ => _abschnitte.GetValueOrDefault(Ueberschrift(feld), ""),
    });

    private string Angabe(string name) => _kopf.GetValueOrDefault(name, "");

    private static string Ueberschrift(Vorschlagsfeld feld) => feld == Vorschlagsfeld.Schnittstellen ? "Schnittstellen" : feld.Anzeige().Replace(":", "", StringComparison.Ordinal);

    private static Vorschlagszustand Zustandsname(string name) => Enum.GetValues<Vorschlagszustand>().Single(z => z.Anzeige() == name);

    private static IEnumerable<Stationsvorlage> Weg(string text) =>
        from zeile in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let teile = zeile.TrimStart(' ', '-').Split('|', 3, StringSplitOptions.TrimEntries)
        select new Stationsvorlage(Zustandsname(teile[0]), double.Parse(teile[1], System.Globalization.CultureInfo.InvariantCulture), teile.Length > 2 ? teile[2] : "");

    private static IEnumerable<Zeilenvorlage> Matrix(string text)
    {
        foreach (var teil in ("\n" + text).Split("\n### ").Skip(1))
        {
            var zeilen = teil.Split('\n');
            var zielfeld = Matrixlayout.Vorgabe.Zielfelder.Single(z => z.Name == zeilen[0].Trim()).Schluessel;
            foreach (var zeile in zeilen.Where(z => z.StartsWith('|')).Skip(2))
                yield return new(zielfeld, Werte([.. zeile.Split('|')[1..^1].Select(z => z.Trim())]));
        }
    }

    private static Matrixwerte Werte(string[] zellen) => new(
        zellen[0], zellen[1], zellen[2], zellen[3],
        zellen[4].Length == 0 ? null : Grundbegriffe.Tage.Lesen(zellen[4]) ?? throw new InvalidDataException($"„{zellen[4]}“ ist kein Tag."),
        zellen[5],
        zellen.Length > 6 && zellen[6].Length > 0 ? int.Parse(zellen[6], System.Globalization.CultureInfo.InvariantCulture) : null,
        new Dictionary<string, string>());

    private static List<Beitragsvorlage> Beitraege(string text)
    {
        var beitraege = new List<Beitragsvorlage>();
        foreach (var zeile in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var antwort = zeile.StartsWith("  ", StringComparison.Ordinal);
            var teile = zeile.TrimStart(' ', '-').Split('|', antwort ? 2 : 3, StringSplitOptions.TrimEntries);
            if (antwort) beitraege[^1].Antworten.Add((teile[0], teile[1]));
            else beitraege.Add(new(teile[0], teile[1], teile[2], []));
        }
        return beitraege;
    }
}
