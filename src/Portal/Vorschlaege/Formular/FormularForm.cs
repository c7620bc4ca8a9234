using Portal.Grundbegriffe;

namespace Portal.Vorschlaege.Formular;

/// <summary>Das Formular der Vorschläge, wie es die Verwaltungsseite schickt.</summary>
public sealed class FormularForm
{
    /// <summary>„speichern“, „neu“, „hoch:“, „runter:“ oder „weg:“ mit dem Schlüssel einer Spalte.</summary>
    public string Aktion { get; set; } = "speichern";

    public int Version { get; set; }
    public List<Vorschlagsfeld> Pflicht { get; set; } = [];
    public Dictionary<string, ZielfeldForm> Zielfelder { get; set; } = [];

    /// <summary>Die Schlüssel der Spalten in ihrer Reihenfolge.</summary>
    public List<string> Reihenfolge { get; set; } = [];

    public Dictionary<string, SpaltenForm> Spalten { get; set; } = [];

    public string? NeuerName { get; set; }
    public Spaltenart NeueArt { get; set; }

    public static FormularForm Von(Vorschlagsformular formular) => new()
    {
        Version = formular.Version,
        Pflicht = [.. formular.Pflichtfelder],
        Zielfelder = formular.Matrix.Zielfelder.ToDictionary(z => z.Schluessel, z => new ZielfeldForm { Name = z.Name, Leitfrage = z.Leitfrage, Hilfe = z.Hilfe, Mindestzeilen = z.Mindestzeilen }),
        Reihenfolge = [.. formular.Matrix.Spalten.Select(s => s.Schluessel)],
        Spalten = formular.Matrix.Spalten.ToDictionary(s => s.Schluessel, s => new SpaltenForm { Name = s.Name, Art = s.Art, Pflicht = s.Pflicht, Hilfe = s.Hilfe, Beispiel = s.Beispiel }),
    };

    /// <summary>Das Layout, das die Seite beschreibt: Zielfelder wie bisher, Spalten in der neuen Reihenfolge, die des Grundgerüsts mit ihrer alten Art.</summary>
    public Matrixlayout Layout(Matrixlayout bisher) => new(
        [.. bisher.Zielfelder.Select(z => Zielfelder.TryGetValue(z.Schluessel, out var f)
            ? new Zielfeld(z.Schluessel, (f.Name ?? "").Trim(), (f.Leitfrage ?? "").Trim(), (f.Hilfe ?? "").Trim(), f.Mindestzeilen) : z)],
        [.. Schluessel(bisher).Select(s => Spalte(s, bisher.Spalten.FirstOrDefault(b => b.Schluessel == s)))]);

    /// <summary>Was die Knöpfe tun: es gilt erst mit „Speichern“.</summary>
    /// <exception cref="RegelVerletzt">wenn die Spalte bleiben muss, die Matrix voll ist oder der Name fehlt.</exception>
    public void Ausfuehren(Matrixlayout bisher)
    {
        var layout = Layout(bisher);
        Reihenfolge = [.. layout.Spalten.Select(s => s.Schluessel)];
        var (was, woran) = Aktion.Split(':', 2) is [var a, var b] ? (a, b) : (Aktion, "");
        var stelle = Reihenfolge.IndexOf(woran);
        switch (was)
        {
            case "neu":
                Hinzufuegen(layout);
                break;
            case "weg" when stelle >= 0:
                Formularregeln.DarfSpalteEntfernen(layout.Spalten[stelle]).Verlangen();
                Reihenfolge.RemoveAt(stelle);
                break;
            case "hoch" when stelle > 0:
                (Reihenfolge[stelle - 1], Reihenfolge[stelle]) = (Reihenfolge[stelle], Reihenfolge[stelle - 1]);
                break;
            case "runter" when stelle >= 0 && stelle < Reihenfolge.Count - 1:
                (Reihenfolge[stelle + 1], Reihenfolge[stelle]) = (Reihenfolge[stelle], Reihenfolge[stelle + 1]);
                break;
        }
    }

    private void Hinzufuegen(Matrixlayout layout)
    {
        Formularregeln.DarfSpalteHinzufuegen(layout).Verlangen();
        if (string.IsNullOrWhiteSpace(NeuerName)) throw new RegelVerletzt("Bitte geben Sie der neuen Spalte einen Namen.", nameof(NeuerName));
        var grund = Kennungen.AusName(NeuerName);
        var schluessel = grund;
        for (var i = 2; Spalten.ContainsKey(schluessel) || layout.Spalten.Any(s => s.Schluessel == schluessel); i++) schluessel = $"{grund}-{i}";
        Spalten[schluessel] = new() { Name = NeuerName.Trim(), Art = NeueArt == Spaltenart.Datum ? Spaltenart.Datum : Spaltenart.Text };
        Reihenfolge.Add(schluessel);
        NeuerName = null;
    }

    /// <summary>Bekannte Schlüssel zuerst in der gesendeten Folge; Spalten des Grundgerüsts gehen nie verloren.</summary>
    private IEnumerable<string> Schluessel(Matrixlayout bisher) =>
        Reihenfolge.Where(s => Spalten.ContainsKey(s) && s.Length is > 0 and <= 60 && s.All(z => char.IsAsciiLetterOrDigit(z) || z == '-'))
            .Concat(bisher.Spalten.Where(s => s.GehoertZumGrundgeruest).Select(s => s.Schluessel)).Distinct(StringComparer.Ordinal).Take(100);

    private Matrixspalte Spalte(string schluessel, Matrixspalte? bisher) => Spalten.TryGetValue(schluessel, out var f)
        ? new(schluessel, (f.Name ?? "").Trim(), bisher?.Art ?? (f.Art == Spaltenart.Datum ? Spaltenart.Datum : Spaltenart.Text), f.Pflicht, (f.Hilfe ?? "").Trim(), (f.Beispiel ?? "").Trim())
        : bisher!;
}

public sealed class ZielfeldForm
{
    public string? Name { get; set; }
    public string? Leitfrage { get; set; }
    public string? Hilfe { get; set; }
    public int Mindestzeilen { get; set; }
}

public sealed class SpaltenForm
{
    public string? Name { get; set; }
    public Spaltenart Art { get; set; }
    public bool Pflicht { get; set; }
    public string? Hilfe { get; set; }
    public string? Beispiel { get; set; }
}
