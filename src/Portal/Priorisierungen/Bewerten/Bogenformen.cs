using System.ComponentModel.DataAnnotations;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Web;
using Portal.Vorschlaege;

namespace Portal.Priorisierungen.Bewerten;

/// <summary>Die Bewertung eines Vorschlags, wie das Formular sie sendet.</summary>
public sealed class Bewertungsform
{
    public const string KannNichtBeurteilen = "kb";

    /// <summary>Je Schlüssel eines Kriteriums „0“ bis „4“ oder „kb“; was nicht angekreuzt ist, fehlt.</summary>
    public Dictionary<string, string> Punkte { get; set; } = [];

    /// <summary>Je Schlüssel eines Kriteriums die Begründung.</summary>
    public Dictionary<string, string?> Gruende { get; set; } = [];

    [Display(Name = "Ich bin bei diesem Vorschlag befangen")]
    public bool Befangen { get; set; }

    [Display(Name = "Warum sind Sie befangen?"), StringLength(Bewertungsregeln.HoechsteBegruendung), SauberesFeld]
    public string? Befangenheitsgrund { get; set; }

    [Display(Name = "Private Notiz"), StringLength(Bewertungsregeln.HoechsteNotiz), SauberesFeld]
    public string? Notiz { get; set; }

    /// <summary>Der Stand, den die Person vor Augen hatte.</summary>
    public int Stand { get; set; }

    /// <summary>„weiter“ führt danach zum nächsten Vorschlag.</summary>
    public string? Ziel { get; set; }

    public static Bewertungsform Von(Bewertungsantwort antwort, Rundengrundlage grundlage, string notiz, int stand) => new()
    {
        Punkte = grundlage.Kriterien.Index().Where(k => antwort.Punkt(k.Index) != Bewertung.Offen).ToDictionary(k => k.Item.Schluessel, k => antwort.Punkt(k.Index) == Bewertung.NichtZuBeurteilen ? KannNichtBeurteilen : antwort.Punkt(k.Index).ToString()),
        Gruende = grundlage.Kriterien.ToDictionary(k => k.Schluessel, k => (string?)antwort.Begruendungen.GetValueOrDefault(k.Schluessel)),
        Befangen = antwort.Befangen,
        Befangenheitsgrund = antwort.Befangenheitsgrund,
        Notiz = notiz,
        Stand = stand,
    };

    /// <exception cref="RegelVerletzt">wenn eine Punktzahl gesendet wurde, die es nicht gibt.</exception>
    public Bewertungsantwort Antwort(Rundengrundlage grundlage) => new(Befangen, (Befangenheitsgrund ?? "").Trim(),
        string.Concat(grundlage.Kriterien.Select(k => Zeichen(Punkte.GetValueOrDefault(k.Schluessel) ?? "", k))),
        grundlage.Kriterien.Where(k => !string.IsNullOrWhiteSpace(Gruende.GetValueOrDefault(k.Schluessel))).ToDictionary(k => k.Schluessel, k => Gruende[k.Schluessel]!.Trim().ReplaceLineEndings("\n")));

    private static char Zeichen(string wert, Kriterium kriterium) => wert switch
    {
        "" => Bewertung.Offen,
        KannNichtBeurteilen => Bewertung.NichtZuBeurteilen,
        [>= '0' and <= '9' and var ziffer] when ziffer - '0' <= Kriterium.HoechstePunktzahl => ziffer,
        _ => throw new RegelVerletzt($"„{kriterium.Name}“: Möglich sind 0 bis {Kriterium.HoechstePunktzahl} Punkte oder „Das kann ich nicht beurteilen“.", $"Punkte[{kriterium.Schluessel}]"),
    };
}

/// <summary>An wen ein Sitz für diese Runde übergeben wird.</summary>
public sealed class Vertretungsform
{
    /// <summary>Kennung der Person.</summary>
    [Display(Name = "Stellvertretung"), Required(ErrorMessage = "Bitte wählen Sie die Stellvertretung.")]
    public string? Person { get; set; }

    [Display(Name = "Grund"), StringLength(Bewertungsregeln.HoechsteBegruendung), SauberesFeld]
    public string? Grund { get; set; }
}

/// <summary>Wie weit ein Sitz mit einem Vorschlag ist.</summary>
public sealed record Bogenposten(Rundenvorschlag Vorschlag, Bewertungsantwort Antwort, Auskunft Vollstaendig)
{
    public bool IstBegonnen => Antwort.Befangen || Antwort.Punkte.Trim().Length > 0;
}

/// <summary>Der Bogen eines Sitzes im Überblick: Fortschritt, Zusammenfassung, Abgabe.</summary>
/// <param name="Posten">Eine Seite davon; leer, wenn die Person den Inhalt nicht liest.</param>
/// <param name="Anzahl">Wie viel auf dem ganzen Bogen zu bewerten ist.</param>
/// <param name="Fertig">Wie viel davon fertig bewertet ist.</param>
/// <param name="IstSpaetere">Ob vor dieser Seite schon eine war.</param>
/// <param name="NurOffene">Ob nur zu sehen ist, wobei noch etwas fehlt.</param>
/// <param name="Weiter">Reihenfolge des ersten Vorschlags der nächsten Seite; leer am Ende.</param>
/// <param name="Naechster">Kennung des ersten Vorschlags, bei dem noch etwas fehlt; leer, wenn alles fertig ist.</param>
/// <param name="DarfBewerten">Ob diese Person jetzt für den Sitz bewertet; nur dann sieht sie den Inhalt.</param>
public sealed record Bogenseite(Bewertungsbogen Bogen, IReadOnlyList<Bogenposten> Posten, int Anzahl, int Fertig, bool IstSpaetere, bool NurOffene, int? Weiter, string? Naechster, bool IstBegonnen,
    Zustaendigkeit Zustaendig, Auskunft DarfBewerten, Auskunft DarfAbgeben, Portal.Zugang.Akteur Wer, DateTime Jetzt)
{
    public Priorisierungsrunde Runde => Bogen.Runde;
    public string Adresse => $"/priorisierungen/{Runde.Kennung}/boegen/{Bogen.Sitz}";
    public int Offen => Anzahl - Fertig;

    /// <summary>Ob der Bogen länger ist als diese Seite.</summary>
    public bool IstTeil => Posten.Count < Anzahl;

    public bool SiehtInhalt => Bogen.IstLesbarFuer(Zustaendig, Wer, Jetzt);
}

/// <summary>Was in der ersten Runde war: die eigenen Punkte und, ohne Namen, wie viele welche Punktzahl gaben.</summary>
/// <param name="Verteilung">Je Kriterium die Zahl der Sitze mit 0, 1, 2, 3 und 4 Punkten.</param>
public sealed record Vorrunde(Bewertungsantwort? Eigene, IReadOnlyDictionary<string, IReadOnlyList<int>> Verteilung, Rundengrundlage Grundlage)
{
    /// <summary>„3 Punkte“, „nicht beurteilt“ oder nichts.</summary>
    public string Eigener(string kriterium)
    {
        if (Eigene is null) return "keine Angabe";
        if (Eigene.Befangen) return "befangen";
        var stelle = Grundlage.Kriterien.Index().FirstOrDefault(k => k.Item.Schluessel == kriterium, (-1, null!)).Index;
        return stelle < 0 ? "keine Angabe" : Eigene.Punkt(stelle) switch { Bewertung.Offen => "keine Angabe", Bewertung.NichtZuBeurteilen => "nicht beurteilt", '1' => "1 Punkt", var p => $"{p} Punkte" };
    }
}

/// <summary>Ein Vorschlag oder eine Bündelung neben dem Bogen.</summary>
/// <param name="Texte">Der Wortlaut jedes Vorschlags: einer, oder die der Bündelung in ihrer Reihenfolge.</param>
public sealed record Blatt(Bewertungsbogen Bogen, Rundenvorschlag Vorschlag, IReadOnlyList<Blatttext> Texte, Bewertungsform Form, Auskunft DarfBewerten, Auskunft Vollstaendig, int Nummer, int Anzahl, int Fertig, string? Vorheriger, string? Naechster, Vorrunde? Vorrunde)
{
    public Rundengrundlage Grundlage => Bogen.Runde.Grundlage!;
    public string Ueberblick => $"/priorisierungen/{Bogen.Runde.Kennung}/boegen/{Bogen.Sitz}";
    public string Adresse => $"{Ueberblick}/{Vorschlag.Vorschlag.Kennung}";
}

/// <summary>Was von einem Vorschlag bewertet wird, mit seiner Herkunft.</summary>
public sealed record Blatttext(Vorschlag Vorschlag, Vorschlagstext Text)
{
    public bool IstZurueckgezogen => Vorschlag.Zustand == Vorschlagszustand.Zurueckgezogen;
    public string Kurzfassung => Text.Wert(Vorschlagsfeld.Kurzfassung);
}

public sealed record Vertretungsseite(Bewertungsbogen Bogen, Zustaendigkeit Zustaendig, IReadOnlyList<Sitzperson> Personen, Vertretungsform Form, bool FuerAndere, Auskunft DarfZuruecknehmen)
{
    public string Adresse => $"/priorisierungen/{Bogen.Runde.Kennung}/boegen/{Bogen.Sitz}";
    public IEnumerable<Sitzperson> Waehlbar => Personen.Where(p => p.Stellung == Sitzstellung.Stellvertretung && p.PersonId != Zustaendig.PersonId);
}
