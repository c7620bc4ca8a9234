using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Die ganze Schreibseite, wie ein Browser ohne JavaScript sie schickt.</summary>
public sealed class SchreibForm
{
    /// <summary>Bytes einer Anfrage: Platz für alle langen Texte und 200 Zeilen zugleich.</summary>
    public const int HoechsteGroesse = 64 * 1024 * 1024;

    /// <summary>„speichern“, „neu:“ mit einem Zielfeld, „hoch:“, „runter:“ oder „weg:“ mit der Kennung einer Zeile.</summary>
    public string Aktion { get; set; } = "speichern";

    public Dictionary<string, StellenForm> Felder { get; set; } = [];
    public Dictionary<string, ZeilenForm> Zeilen { get; set; } = [];

    /// <summary>Der erste Teil der Aktion, was zu tun ist, und der zweite, woran.</summary>
    public (string Was, string Woran) AktionsTeile => Aktion.Split(':', 2) is [var was, var woran] ? (was, woran) : (Aktion, "");

    public Eingabe? Feld(Vorschlagsfeld feld) => Felder.TryGetValue(feld.ToString(), out var stelle) && !stelle.NimmtAndere
        ? new(stelle.Version, new Dictionary<string, string> { [feld.ToString()] = stelle.Text }, new Dictionary<string, Grundlage> { [feld.ToString()] = new(null, stelle.Grund) })
        : null;
}

/// <summary>Ein Eingabefeld mit dem, wovon die Person ausging.</summary>
public sealed class StellenForm
{
    public string? Wert { get; set; }

    /// <summary>Bei mehreren Haken.</summary>
    public List<string> Werte { get; set; } = [];

    public int Version { get; set; }

    /// <summary>Abdruck des Texts, der im Feld stand.</summary>
    public string? Grund { get; set; }

    /// <summary>Nach einem Konflikt: „meine“, „andere“ oder „neu“.</summary>
    public string? Wahl { get; set; }

    public string? Meine { get; set; }

    public bool NimmtAndere => Wahl == "andere";

    public string Text => Wahl == "meine" ? Meine ?? "" : Werte.Count > 0 ? string.Join(',', Werte) : Wert ?? "";
}

/// <summary>Eine Zeile der Matrix.</summary>
public sealed class ZeilenForm
{
    public int Version { get; set; }
    public string Zielfeld { get; set; } = "";

    /// <summary>Abdrücke der Zellen: „ziel:…,kennzahl:…“.</summary>
    public string? Grund { get; set; }

    public Dictionary<string, StellenForm> Zellen { get; set; } = [];

    public Eingabe AlsEingabe() => new(Version,
        Zellen.Where(z => !z.Value.NimmtAndere).ToDictionary(z => z.Key, z => z.Value.Text),
        (Grund ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(g => g.Split(':', 2)).Where(g => g.Length == 2)
            .DistinctBy(g => g[0]).ToDictionary(g => g[0], g => new Grundlage(null, g[1])));

    /// <summary>Ob jemand in dieser Zeile etwas anderes geschrieben hat, als darin stand.</summary>
    public bool IstAngefasst => AlsEingabe() is var eingabe && eingabe.Werte.Any(w => !eingabe.Grund(w.Key).Ist(w.Value.ReplaceLineEndings("\n")));
}

/// <summary>Eine neue Zeile, oder eine, die zurückgeholt wird.</summary>
public sealed class NeueZeileForm
{
    public string Zielfeld { get; set; } = "";

    /// <summary>Nur beim Zurückholen: die Kennung von vorher. Nicht „Kennung“: so heißt in der Adresse schon der Vorschlag.</summary>
    public string? Zeilenkennung { get; set; }

    public int Platz { get; set; } = 1;
    public Dictionary<string, string?> Werte { get; set; } = [];

    /// <exception cref="RegelVerletzt">wenn es das Zielfeld nicht gibt, die Matrix voll ist oder eine Zelle nicht stimmt.</exception>
    public Matrixzeile Einfuegen(Vorschlag vorschlag, Matrixlayout layout, Akteur wer, DateTime jetzt)
    {
        if (layout.Zielfelder.All(z => z.Schluessel != Zielfeld)) throw new RegelVerletzt("Dieses Zielfeld gibt es nicht mehr. Bitte laden Sie die Seite neu.");
        if (string.IsNullOrEmpty(Zeilenkennung)) return vorschlag.ZeileHinzufuegen(Zielfeld, wer, jetzt);
        if (Zeilenkennung.Length != 10 || !Zeilenkennung.All(char.IsAsciiLetterOrDigit)) throw new RegelVerletzt("Diese Zeile lässt sich nicht zurückholen.");
        var werte = layout.SpaltenFuer(Zielfeld).Aggregate(Matrixwerte.Leer, (w, s) => w.Mit(s, Zellenpruefung.Geprueft(s, Werte.GetValueOrDefault(s.Schluessel))));
        return vorschlag.ZeileWiederEinfuegen(new(Zeilenkennung, Zielfeld, werte), Platz, wer, jetzt);
    }
}
