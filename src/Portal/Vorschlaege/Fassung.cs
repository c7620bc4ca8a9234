using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Vorschlaege;

/// <summary>Weshalb eine Fassung festgehalten wurde.</summary>
public enum Fassungsanlass
{
    Gespeichert,

    /// <summary>Das Portal hielt den Stand fest, weil jemand anderes weiterschrieb.</summary>
    Uebergabe,

    Eingereicht,
    Wiederhergestellt,
}

/// <summary>Ein festgehaltener Stand eines Vorschlags. Wird nie geändert und nie gelöscht.</summary>
public sealed class Fassung
{
    private Fassung() { }

    public Fassung(int nummer, Vorschlagsinhalt inhalt, Fassungsanlass anlass, string notiz, int? personId, DateTime jetzt)
    {
        Nummer = nummer;
        InhaltJson = inhalt.AlsJson();
        Anlass = anlass;
        Notiz = notiz;
        PersonId = personId;
        FestgehaltenAm = jetzt;
    }

    public int Id { get; private set; }
    public int VorschlagId { get; private set; }

    /// <summary>Zählt je Vorschlag von 1 an.</summary>
    public int Nummer { get; private set; }

    public string InhaltJson { get; private set; } = "";
    public Fassungsanlass Anlass { get; private set; }
    public string Notiz { get; private set; } = "";
    public int? PersonId { get; private set; }
    public DateTime FestgehaltenAm { get; private set; }

    public Vorschlagsinhalt Inhalt() => Vorschlagsinhalt.AusJson(InhaltJson);
}

/// <summary>Der ganze Text eines Vorschlags zu einem Zeitpunkt: jedes Feld und jede Zeile der Matrix.</summary>
public sealed record Vorschlagsinhalt(IReadOnlyDictionary<Vorschlagsfeld, string> Felder, IReadOnlyList<Zeileninhalt> Zeilen)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Vorschlagsinhalt Von(Vorschlag vorschlag) => new(
        vorschlag.Felder.ToDictionary(f => f.Feld, f => f.Wert),
        [.. vorschlag.Zeilen.OrderBy(z => z.Zielfeld, StringComparer.Ordinal).ThenBy(z => z.Reihenfolge).ThenBy(z => z.Id).Select(z => new Zeileninhalt(z.Kennung, z.Zielfeld, z.Werte))]);

    public string AlsJson() => JsonSerializer.Serialize(this, s_json);

    public static Vorschlagsinhalt AusJson(string json) =>
        JsonSerializer.Deserialize<Vorschlagsinhalt>(json, s_json) ?? throw new InvalidDataException("Eine Fassung ist leer.");

    /// <summary>Der Text eines Felds; leer, wenn es das Feld in dieser Fassung nicht gab.</summary>
    public string Feld(Vorschlagsfeld feld) => Felder.GetValueOrDefault(feld, "");
}

/// <summary>Eine Zeile der Matrix in einer Fassung.</summary>
public sealed record Zeileninhalt(string Kennung, string Zielfeld, Matrixwerte Werte);
