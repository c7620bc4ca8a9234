using Portal.Grundbegriffe;
using Portal.Stammdaten;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Ein Feld auf der Schreibseite.</summary>
/// <param name="Wert">Wie er im Eingabefeld steht.</param>
/// <param name="Abdruck">Abdruck des gespeicherten Werts, von dem ausgegangen wird.</param>
public sealed record Schreibfeld(Feldbeschreibung Beschreibung, string Wert, int Version, string Abdruck, bool Pflicht, string? Fehler)
{
    public string Id => $"feld-{Beschreibung.Feld}";
    public string Name => $"Felder[{Beschreibung.Feld}]";

    /// <summary>Hinweis und Fehler, die zum Eingabefeld vorgelesen werden.</summary>
    public string? BeschriebenDurch => (Hinweis is null, Fehler is null) switch
    {
        (true, true) => null,
        (false, true) => Id + "-hinweis",
        (true, false) => Id + "-fehler",
        _ => $"{Id}-hinweis {Id}-fehler",
    };

    public string? Hinweis => Beschreibung.Art switch
    {
        Feldart.Zeile or Feldart.Absatz => $"Höchstens {Beschreibung.Laenge.ToString("N0", Ortszeit.Deutsch)} Zeichen",
        Feldart.Euro => "In ganzen Euro, geschätzt",
        Feldart.Datum => $"Tag, Monat und Jahr, zum Beispiel {Beschreibung.Beispiel}",
        _ => null,
    };
}

/// <summary>Eine Zelle der Matrix auf der Schreibseite.</summary>
public sealed record Schreibzelle(Matrixspalte Spalte, string Wert, string? Fehler);

/// <summary>Eine Zeile der Matrix auf der Schreibseite.</summary>
/// <param name="Nummer">Platz im Zielfeld, von 1 an.</param>
/// <param name="Abdruecke">„ziel:…,kennzahl:…“, siehe <see cref="ZeilenForm.Grund"/>.</param>
public sealed record Schreibzeile(Zielfeld Zielfeld, string Kennung, int Nummer, int Version, string Abdruecke, IReadOnlyList<Schreibzelle> Zellen)
{
    public string Id => $"zeile-{Kennung}";
    public string Name => $"Zeilen[{Kennung}]";

    public static Schreibzeile Von(Matrixzeile zeile, Zielfeld zielfeld, Matrixlayout layout, int nummer)
    {
        var zellen = layout.SpaltenFuer(zielfeld.Schluessel).Select(s => new Schreibzelle(s, s.WertIn(zeile.Werte), null)).ToList();
        return new(zielfeld, zeile.Kennung, nummer, zeile.Version, string.Join(',', zellen.Select(z => $"{z.Spalte.Schluessel}:{Grundlage.Von(z.Wert)}")), zellen);
    }
}

/// <summary>Eine Zeile, die gerade entfernt wurde und sich zurückholen lässt.</summary>
/// <param name="Grund">Wer sie entfernt hat oder was zu tun ist, als Satz.</param>
public sealed record EntfernteZeile(string VorschlagKennung, string Satz, Zielfeld Zielfeld, string Kennung, int Platz, IReadOnlyDictionary<string, string> Werte, Matrixlayout Layout);

/// <summary>Alles, was die Schreibseite zeigt.</summary>
public sealed class Schreibseite
{
    private readonly Dictionary<Vorschlagsfeld, Schreibfeld> _felder;

    public Schreibseite(Vorschlag vorschlag, Vorschlagsformular formular, Schreibwahl wahl, string zuletztVon)
    {
        Vorschlag = vorschlag;
        Formular = formular;
        Wahl = wahl;
        ZuletztVon = zuletztVon;
        Luecken = Vollstaendigkeit.Luecken(Vorschlagsinhalt.Von(vorschlag), formular);
        _felder = vorschlag.Felder.ToDictionary(f => f.Feld, f => new Schreibfeld(f.Feld.Beschreibung(), Schreibanzeige.ImEingabefeld(f.Feld, f.Wert), f.Version,
            Grundlage.Von(f.Wert), formular.Pflichtfelder.Contains(f.Feld), null));
        if (Vollstaendigkeit.EndetVorBeginn(vorschlag.Feld(Vorschlagsfeld.ZeitrahmenVon).Wert, vorschlag.Feld(Vorschlagsfeld.ZeitrahmenBis).Wert))
            _felder[Vorschlagsfeld.ZeitrahmenBis] = Feld(Vorschlagsfeld.ZeitrahmenBis) with { Fehler = Vollstaendigkeit.EndeVorBeginn };
        Zeilen = formular.Matrix.Zielfelder.ToDictionary(z => z.Schluessel, z =>
            vorschlag.ZeilenIn(z.Schluessel).Select((zeile, i) => Schreibzeile.Von(zeile, z, formular.Matrix, i + 1)).ToList());
    }

    public Vorschlag Vorschlag { get; }
    public Vorschlagsformular Formular { get; }
    public Schreibwahl Wahl { get; }
    public string ZuletztVon { get; }
    public IReadOnlyList<Luecke> Luecken { get; }
    public Dictionary<string, List<Schreibzeile>> Zeilen { get; }
    public EntfernteZeile? Entfernt { get; init; }

    /// <summary>Wofür die Fehlerliste oben steht; jeder Eintrag führt zu seinem Feld.</summary>
    public IReadOnlyList<(string Anker, string Satz)> Fehler { get; private set; } = [];

    /// <summary>Auf demselben Gerät liegen ungesicherte Texte je Person getrennt.</summary>
    public required string Geraeteschluessel { get; init; }

    public Schreibfeld Feld(Vorschlagsfeld feld) => _felder[feld];

    /// <summary>Handlungsfelder, die zur Wahl stehen, und das gewählte, auch wenn es stillgelegt ist.</summary>
    public IEnumerable<Handlungsfeld> Handlungsfelder => Wahl.Handlungsfelder.Where(h => !h.Stillgelegt || h.Id == Vorschlag.HandlungsfeldId);

    public HashSet<string> GewaehlteRaeume => [.. Feld(Vorschlagsfeld.Sozialraeume).Wert.Split(',', StringSplitOptions.RemoveEmptyEntries)];

    public Raumbaum RaeumeUnter(int? uebergeordnet) => new(Wahl.Sozialraeume, uebergeordnet, GewaehlteRaeume);

    /// <summary>Zeigt wieder, was jemand geschrieben hat, mit den Sätzen dazu; nichts davon ist gespeichert.</summary>
    public Schreibseite MitEingaben(SchreibForm form, Schreibvorgang vorgang)
    {
        foreach (var stelle in vorgang.Fehler.Select(f => (f.Ort, f.Stelle, Satz: (string?)f.Satz)).Concat(vorgang.Konflikte.Select(k => (k.Ort, k.Stelle, Satz: (string?)null))))
            Zurueckschreiben(form, stelle.Ort, stelle.Stelle, stelle.Satz);
        Fehler = [.. vorgang.Fehler.Select(f => (f.Ort.Length == 0 ? "" : Vorschlagsfelder.Lesen(f.Ort) is null ? $"zeile-{f.Ort}-{f.Stelle}" : $"feld-{f.Ort}", f.Satz))];
        return this;
    }

    private void Zurueckschreiben(SchreibForm form, string ort, string stelle, string? satz)
    {
        if (Vorschlagsfelder.Lesen(ort) is { } feld && form.Felder.TryGetValue(ort, out var getippt))
            _felder[feld] = _felder[feld] with { Wert = getippt.Text, Version = getippt.Version, Abdruck = getippt.Grund ?? "", Fehler = satz };
        foreach (var zeilen in Zeilen.Values)
            if (zeilen.FindIndex(z => z.Kennung == ort) is >= 0 and var i && form.Zeilen.TryGetValue(ort, out var zeile) && zeile.Zellen.TryGetValue(stelle, out var zelle))
                zeilen[i] = zeilen[i] with
                {
                    Version = zeile.Version,
                    Abdruecke = zeile.Grund ?? "",
                    Zellen = [.. zeilen[i].Zellen.Select(z => z.Spalte.Schluessel == stelle ? z with { Wert = zelle.Text, Fehler = satz } : z)],
                };
    }
}

/// <summary>Ein Ast der Sozialräume mit seinen Haken.</summary>
public sealed record Raumbaum(IReadOnlyList<Sozialraum> Alle, int? Uebergeordnet, HashSet<string> Gewaehlt)
{
    public IEnumerable<Sozialraum> Raeume => Alle.Where(s => s.UebergeordnetId == Uebergeordnet);

    public Raumbaum Unter(Sozialraum raum) => this with { Uebergeordnet = raum.Id };

    public bool HatUnterraeume(Sozialraum raum) => Alle.Any(s => s.UebergeordnetId == raum.Id);

    public int ZahlDarunter(Sozialraum raum) => Alle.Where(s => s.UebergeordnetId == raum.Id).Sum(s => 1 + ZahlDarunter(s));

    public bool IstDarinGewaehlt(Sozialraum raum) => Gewaehlt.Contains(raum.Kennung) || Alle.Where(s => s.UebergeordnetId == raum.Id).Any(IstDarinGewaehlt);
}
