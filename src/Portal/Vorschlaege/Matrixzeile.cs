using Portal.Grundbegriffe;

namespace Portal.Vorschlaege;

/// <summary>
/// Eine Zeile der Zielfeldermatrix: ein Ziel in einem der vier Zielfelder, woran man es misst, bis wann und wer dafür sorgt.
/// </summary>
public sealed class Matrixzeile
{
    private Matrixzeile() { }

    public Matrixzeile(string zielfeld, int reihenfolge, int personId, DateTime jetzt)
    {
        Kennung = Kennungen.Zufaellig();
        Zielfeld = zielfeld;
        Reihenfolge = reihenfolge;
        GeaendertVonId = personId;
        GeaendertAm = jetzt;
    }

    public int Id { get; private set; }
    public int VorschlagId { get; private set; }

    /// <summary>Bleibt über alle Fassungen gleich; Kommentare und Vergleiche hängen daran.</summary>
    public string Kennung { get; private set; } = "";

    /// <summary>Schlüssel des Zielfelds im Matrixlayout, z. B. „ergebnisse“.</summary>
    public string Zielfeld { get; private set; } = "";

    public int Reihenfolge { get; private set; }
    public Matrixwerte Werte { get; private set; } = Matrixwerte.Leer;
    public int Version { get; internal set; }
    public int? GeaendertVonId { get; private set; }
    public DateTime GeaendertAm { get; private set; }

    internal void Setzen(Matrixwerte werte, int personId, DateTime jetzt)
    {
        Werte = werte;
        GeaendertVonId = personId;
        GeaendertAm = jetzt;
    }

    internal void Einreihen(int reihenfolge) => Reihenfolge = reihenfolge;

    private static readonly DateTime s_zaehlbeginn = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>
    /// Eine Zeile, die es schon einmal gab, mit ihrer alten Kennung. Ihre Version liegt über jeder früheren: eine Seite, die noch den Stand
    /// vor dem Entfernen zeigt, bemerkt so den Unterschied und überschreibt nichts.
    /// </summary>
    internal static Matrixzeile Wiederherstellen(Zeileninhalt inhalt, int reihenfolge, int personId, DateTime jetzt) =>
        new(inhalt.Zielfeld, reihenfolge, personId, jetzt) { Kennung = inhalt.Kennung, Werte = inhalt.Werte, Version = (int)(jetzt - s_zaehlbeginn).TotalSeconds };
}

/// <summary>Die Zellen einer Zeile. Spalten, die eine Gemeinde hinzufügt, stehen in <see cref="Weitere"/>.</summary>
/// <param name="Wirkungsstufe">1–7 der Wirkungstreppe, nur bei „Ergebnisse und Wirkungen“: 1–3 Output, 4–6 Outcome, 7 Impact.</param>
public sealed record Matrixwerte(
    string Ziel,
    string Kennzahl,
    string Ausgangswert,
    string Zielwert,
    DateOnly? BisWann,
    string Verantwortlich,
    int? Wirkungsstufe,
    IReadOnlyDictionary<string, string> Weitere)
{
    public static Matrixwerte Leer { get; } = new("", "", "", "", null, "", null, new Dictionary<string, string>());

    public bool IstLeer => this == Leer
        || (Ziel.Length + Kennzahl.Length + Ausgangswert.Length + Zielwert.Length + Verantwortlich.Length == 0
            && BisWann is null && Wirkungsstufe is null && Weitere.Values.All(string.IsNullOrEmpty));
}
