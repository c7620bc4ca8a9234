using System.Text;
using Portal.Grundbegriffe;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Ein Stimmzettel, wie er nach der Schließung in der Liste steht.</summary>
public sealed record Stimmzettel(string Beleg, Stimme Stimme);

/// <summary>
/// Die Urne einer geheimen Abstimmung: alle Stimmzettel in einer einzigen Zeile der Datenbank, nach ihrem zufälligen Beleg geordnet. Es gibt
/// keine Zeile je Stimme, also weder Schlüssel noch Zeit noch Reihenfolge, an denen sich ein Zettel einer Person zuordnen ließe.
/// Die Zeile ist von Anfang an so lang wie am Ende, damit ihr früherer Inhalt an Ort und Stelle überschrieben wird.
/// </summary>
public sealed class Urne
{
    private const int Beleglaenge = 10;
    private const int Zettellaenge = Beleglaenge + 1;

    private Urne() { }

    internal Urne(Abstimmung abstimmung, int sitze)
    {
        Abstimmung = abstimmung;
        Inhalt = new byte[sitze * Zettellaenge];
    }

    public int AbstimmungId { get; private set; }
    public Abstimmung Abstimmung { get; private set; } = null!;

    /// <summary>Je Zettel zehn Zeichen Beleg und die Stimme, nach Beleg geordnet; dahinter Nullen. Wird nur als Ganzes ersetzt.</summary>
    public byte[] Inhalt { get; private set; } = [];

    public IReadOnlyList<Stimmzettel> Zettel =>
        [.. Inhalt.Chunk(Zettellaenge).TakeWhile(z => z[0] != 0).Select(z => new Stimmzettel(Encoding.ASCII.GetString(z, 0, Beleglaenge), (Stimme)(z[Beleglaenge] - 1)))];

    /// <returns>Der Beleg: Nur wer ihn kennt, findet den Zettel wieder.</returns>
    internal string Einwerfen(Stimme stimme)
    {
        var zettel = Zettel.ToList();
        var beleg = Kennungen.Zufaellig();
        while (zettel.Exists(z => z.Beleg == beleg)) beleg = Kennungen.Zufaellig();
        var neu = new byte[Inhalt.Length];
        var stelle = 0;
        foreach (var z in zettel.Append(new(beleg, stimme)).OrderBy(z => z.Beleg, StringComparer.Ordinal))
        {
            Encoding.ASCII.GetBytes(z.Beleg, neu.AsSpan(stelle, Beleglaenge));
            neu[stelle + Beleglaenge] = (byte)(z.Stimme + 1);
            stelle += Zettellaenge;
        }
        Inhalt = neu;
        return beleg;
    }

    /// <summary>„abcde-fghij“, wie Menschen es abschreiben.</summary>
    public static string Lesbar(string beleg) => beleg.Length == Beleglaenge ? $"{beleg[..5]}-{beleg[5..]}" : beleg;
}
