using System.Text;
using CsvHelper;
using Portal.Grundbegriffe;

namespace Portal.Zugang.Personenimport;

/// <summary>Eine Zeile, wie sie in der Datei steht.</summary>
/// <param name="Nummer">Zeilennummer in der Datei; die Überschriften sind Zeile 1.</param>
/// <param name="Fehler">Was schon beim Lesen auffiel; sonst leer.</param>
public sealed record Rohzeile(int Nummer, string Vorname, string Nachname, string Email, string Organisation, string Rollen, string Fachgruppen, string Fehler);

/// <param name="Hinweise">Was die Person wissen sollte, z. B. welche Zeichenkodierung erkannt wurde.</param>
public sealed record Importinhalt(IReadOnlyList<Rohzeile> Zeilen, IReadOnlyList<string> Hinweise);

/// <summary>Liest eine CSV-Datei mit Personen, wie Tabellenprogramme sie speichern: Trennzeichen und Zeichenkodierung werden erkannt.</summary>
public static class Importdatei
{
    public const int HoechsteGroesse = 2 * 1024 * 1024;
    public const int HoechstzahlZeilen = 5000;

    private static readonly Dictionary<string, string> s_spalten = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Vorname"] = "Vorname",
        ["Nachname"] = "Nachname",
        ["Name"] = "Nachname",
        ["E-Mail"] = "E-Mail",
        ["Email"] = "E-Mail",
        ["Mail"] = "E-Mail",
        ["E-Mail-Adresse"] = "E-Mail",
        ["Organisation"] = "Organisation",
        ["Rollen"] = "Rollen",
        ["Rolle"] = "Rollen",
        ["Fachgruppen"] = "Fachgruppen",
        ["Fachgruppe"] = "Fachgruppen",
    };

    static Importdatei() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="RegelVerletzt">wenn sich die Datei als Ganzes nicht lesen lässt.</exception>
    public static Importinhalt Lesen(byte[] inhalt)
    {
        if (inhalt.Length == 0) throw new RegelVerletzt("Die Datei ist leer.");
        if (inhalt.Length > HoechsteGroesse) throw new RegelVerletzt("Die Datei ist größer als 2 MB. Teilen Sie sie bitte auf.");
        var (text, kodierung) = Dekodieren(inhalt);
        var kopf = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var ende and >= 0 ? ende : text.Length).ToString();
        var trenner = new[] { ';', '\t', ',' }.MaxBy(t => kopf.Count(z => z == t));
        var zeilen = Zeilen(text, trenner);
        if (zeilen.Count == 0) throw new RegelVerletzt("In der Datei stehen nur Überschriften, keine Personen.");
        var trennername = trenner switch { ';' => "Semikolon", ',' => "Komma", _ => "Tabulator" };
        return new(zeilen, [$"Gelesen als {kodierung}, getrennt durch {trennername}."]);
    }

    private static (string Text, string Kodierung) Dekodieren(byte[] inhalt)
    {
        if (inhalt.AsSpan().StartsWith("PK\x03\x04"u8)) throw new RegelVerletzt("Das ist eine Excel- oder ZIP-Datei. Speichern Sie die Tabelle bitte als CSV und laden Sie diese Datei hoch.");
        if (inhalt is [0xFF, 0xFE, ..]) return (Encoding.Unicode.GetString(inhalt, 2, inhalt.Length - 2), "UTF-16");
        if (inhalt is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode.GetString(inhalt, 2, inhalt.Length - 2), "UTF-16");
        if (inhalt.Contains((byte)0)) throw new RegelVerletzt("Das ist keine CSV-Datei. Speichern Sie die Tabelle bitte als „CSV UTF-8“.");
        var beginn = inhalt is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(inhalt, beginn, inhalt.Length - beginn), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (Encoding.GetEncoding(1252).GetString(inhalt), "Windows-1252 (prüfen Sie bitte die Umlaute; besser ist „CSV UTF-8“)");
        }
    }

    private static List<Rohzeile> Zeilen(string text, char trenner)
    {
        var fehlerhaft = new HashSet<long>();
        using var leser = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            Separator = trenner,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            OnMalformedRecord = fund => fehlerhaft.Add(fund.LineNumber),
        });
        if (!leser.Read()) throw new RegelVerletzt("Die Datei ist leer.");
        string[] kopf = [.. Enumerable.Range(0, leser.FieldCount).Select(i => leser.GetString(i).Trim())];
        var stellen = Stellen(kopf);
        var zeilen = new List<Rohzeile>();
        while (leser.Read())
        {
            string[] felder = [.. Enumerable.Range(0, leser.FieldCount).Select(i => leser.GetString(i).Trim())];
            if (felder.All(f => f.Length == 0)) continue;
            if (zeilen.Count == HoechstzahlZeilen) throw new RegelVerletzt($"Die Datei hat mehr als {HoechstzahlZeilen.ToString("N0", Ortszeit.Deutsch)} Personen. Teilen Sie sie bitte auf.");
            string Feld(string spalte) => stellen.TryGetValue(spalte, out var stelle) && stelle < felder.Length ? felder[stelle] : "";
            var fehler = felder.Length <= kopf.Length ? ""
                : $"Die Zeile hat {felder.Length} Felder, die Überschrift nur {kopf.Length}. Steht ein Trennzeichen mitten im Text, setzen Sie den Text in Anführungszeichen.";
            zeilen.Add(new((int)leser.LineNumber, Feld("Vorname"), Feld("Nachname"), Feld("E-Mail"), Feld("Organisation"), Feld("Rollen"), Feld("Fachgruppen"), fehler));
        }
        return [.. zeilen.Select(z => fehlerhaft.Contains(z.Nummer) ? z with { Fehler = "Die Anführungszeichen in dieser Zeile stimmen nicht." } : z)];
    }

    private static Dictionary<string, int> Stellen(string[] kopf)
    {
        var stellen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < kopf.Length; i++)
        {
            if (kopf[i].Length == 0) continue;
            if (!s_spalten.TryGetValue(kopf[i].Trim(), out var spalte))
                throw new RegelVerletzt($"Die Spalte „{Texte.Anfang(kopf[i], 40)}“ ist unbekannt. Erlaubt sind Vorname, Nachname, E-Mail, Organisation, Rollen und Fachgruppen.");
            if (!stellen.TryAdd(spalte, i)) throw new RegelVerletzt($"Die Spalte „{spalte}“ kommt zweimal vor.");
        }
        var fehlend = new[] { "Vorname", "Nachname", "E-Mail" }.Where(s => !stellen.ContainsKey(s)).ToList();
        if (fehlend.Count > 0) throw new RegelVerletzt($"In der ersten Zeile fehlt die Überschrift {Texte.Aufzaehlung([.. fehlend.Select(f => $"„{f}“")])}.");
        return stellen;
    }
}
