using Portal.Vorschlaege.Schreiben;

namespace Portal.Vorschlaege.Fassungen;

/// <summary>Ein Feld in zwei Fassungen.</summary>
public sealed record Feldvergleich(Vorschlagsfeld Feld, string Name, Textvergleich Text);

/// <summary>Eine Zelle der Matrix in zwei Fassungen.</summary>
public sealed record Zellenvergleich(string Spalte, Textvergleich Text);

public enum Zeilenaenderung
{
    Gleich,
    Geaendert,
    Neu,
    Entfernt,
}

/// <summary>Eine Zeile der Matrix in zwei Fassungen, erkannt an ihrer Kennung.</summary>
/// <param name="Verschoben">Ob sie unter den Zeilen, die es in beiden Fassungen gibt, an anderer Stelle steht.</param>
/// <param name="AltPlatz">Platz in der älteren Fassung, von 1 an; 0, wenn sie dort fehlt.</param>
public sealed record Zeilenvergleich(string Kennung, Zeilenaenderung Aenderung, bool Verschoben, int AltPlatz, int NeuPlatz, IReadOnlyList<Zellenvergleich> Zellen)
{
    public bool IstUnberuehrt => Aenderung == Zeilenaenderung.Gleich && !Verschoben;

    public string Anzeige => Aenderung switch
    {
        Zeilenaenderung.Neu => $"Zeile {NeuPlatz}: neu",
        Zeilenaenderung.Entfernt => $"Zeile {AltPlatz}: entfernt",
        _ => $"Zeile {NeuPlatz}" + (Aenderung == Zeilenaenderung.Geaendert ? ": geändert" : "") + (Verschoben ? $"{(Aenderung == Zeilenaenderung.Geaendert ? " und" : ":")} verschoben von Platz {AltPlatz}" : ""),
    };
}

public sealed record Zielfeldvergleich(string Name, IReadOnlyList<Zeilenvergleich> Zeilen);

/// <summary>Zwei Fassungen eines Vorschlags nebeneinander: Felder Wort für Wort, die Matrix Zelle für Zelle.</summary>
public sealed record Fassungsvergleich(IReadOnlyList<Feldvergleich> Felder, IReadOnlyList<Zielfeldvergleich> Zielfelder)
{
    public bool IstGleich => Felder.All(f => f.Text.IstGleich) && Zielfelder.All(z => z.Zeilen.All(e => e.IstUnberuehrt));

    public static Fassungsvergleich Von(Vorschlagsinhalt alt, Vorschlagsinhalt neu, Matrixlayout layout, Stammdatennamen namen) => new(
        [.. Vorschlagsfelder.Alle.Select(f => new Feldvergleich(f.Feld, f.Name, Textvergleich.Von(Lesbar(f, alt, namen), Lesbar(f, neu, namen))))],
        [.. layout.Zielfelder.Select(z => (z.Schluessel, z.Name)).Concat(Verschwundene(alt, neu, layout)).Select(z => new Zielfeldvergleich(z.Name, Zeilen(z.Schluessel, alt, neu, layout)))]);

    /// <summary>Zielfelder, die es im Formular nicht mehr gibt, deren Zeilen aber in einer Fassung stehen.</summary>
    private static IEnumerable<(string Schluessel, string Name)> Verschwundene(Vorschlagsinhalt alt, Vorschlagsinhalt neu, Matrixlayout layout) =>
        alt.Zeilen.Concat(neu.Zeilen).Select(z => z.Zielfeld).Distinct().Where(s => layout.Zielfelder.All(z => z.Schluessel != s)).Select(s => (s, s));

    private static List<Zeilenvergleich> Zeilen(string zielfeld, Vorschlagsinhalt alt, Vorschlagsinhalt neu, Matrixlayout layout)
    {
        var a = alt.Zeilen.Where(z => z.Zielfeld == zielfeld).ToList();
        var n = neu.Zeilen.Where(z => z.Zielfeld == zielfeld).ToList();
        var spalten = layout.SpaltenFuer(zielfeld).ToList();
        var geblieben = InGleicherFolge([.. n.Select(z => a.FindIndex(x => x.Kennung == z.Kennung)).Where(i => i >= 0)]);
        var ergebnis = n.Select((zeile, i) => (Zeile: zeile, i, j: a.FindIndex(x => x.Kennung == zeile.Kennung))).Select(e => Zeile(e.j >= 0 ? a[e.j] : null, e.Zeile, e.j, e.i)).ToList();
        ergebnis.AddRange(a.Where(z => n.All(x => x.Kennung != z.Kennung)).Select(z => Zeile(z, null, a.IndexOf(z), -1)));
        return ergebnis;

        Zeilenvergleich Zeile(Zeileninhalt? vorher, Zeileninhalt? nachher, int altStelle, int neuStelle)
        {
            var zellen = spalten.ConvertAll(s => new Zellenvergleich(s.Name, Textvergleich.Von(vorher is null ? "" : s.WertIn(vorher.Werte), nachher is null ? "" : s.WertIn(nachher.Werte))));
            var aenderung = vorher is null ? Zeilenaenderung.Neu : nachher is null ? Zeilenaenderung.Entfernt
                : zellen.TrueForAll(z => z.Text.IstGleich) ? Zeilenaenderung.Gleich : Zeilenaenderung.Geaendert;
            return new((nachher ?? vorher)!.Kennung, aenderung, vorher is not null && nachher is not null && !geblieben.Contains(altStelle), altStelle + 1, neuStelle + 1, zellen);
        }
    }

    /// <summary>Die längste Folge, die in beiden Fassungen dieselbe Ordnung hat: nur was nicht dazugehört, wurde verschoben.</summary>
    private static HashSet<int> InGleicherFolge(int[] stellen)
    {
        var laenge = new int[stellen.Length];
        var vorgaenger = new int[stellen.Length];
        var beste = -1;
        for (var i = 0; i < stellen.Length; i++)
        {
            (laenge[i], vorgaenger[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (stellen[j] < stellen[i] && laenge[j] + 1 > laenge[i]) (laenge[i], vorgaenger[i]) = (laenge[j] + 1, j);
            if (beste < 0 || laenge[i] > laenge[beste]) beste = i;
        }
        var folge = new HashSet<int>();
        for (var i = beste; i >= 0; i = vorgaenger[i]) folge.Add(stellen[i]);
        return folge;
    }

    private static string Lesbar(Feldbeschreibung feld, Vorschlagsinhalt inhalt, Stammdatennamen namen)
    {
        var wert = inhalt.Feld(feld.Feld);
        return feld.Feld switch
        {
            Vorschlagsfeld.Handlungsfeld => namen.Handlungsfeld(wert),
            Vorschlagsfeld.Sozialraeume => string.Join(", ", wert.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(namen.Sozialraum)),
            Vorschlagsfeld.Art => wert.ToLowerInvariant(),
            _ => Schreibanzeige.ImEingabefeld(feld.Feld, wert),
        };
    }
}
